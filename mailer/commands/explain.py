"""`mailer read -v`: a reading with its evidence, in words for people."""

from collections.abc import Iterator

from mailer.parse.model import Message
from mailer.trust.model import Verdict
from mailer.understand.asking import Outcome, outcome, to_ask
from mailer.understand.evidence import ATTACHED, SENDER, Evidence, Fact, evidence
from mailer.understand.model import Reading

_SHOWN = 200
"""Characters of a sentence that are shown."""
_NAME = 18
_BECOMES = {
    Outcome.ACT: "would act by itself",
    Outcome.ASK: "would ask its writer",
    Outcome.COUNCIL: "would leave it to the council",
    Outcome.IGNORE: "would ignore it",
}


def explained(file: str, message: Message, verdict: Verdict, reading: Reading) -> str:
    """Return everything that is known of why a mail was read as it was, over several lines."""
    return "\n".join(_lines(file, message, verdict, reading))


def _lines(file: str, message: Message, verdict: Verdict, reading: Reading) -> Iterator[str]:
    became = outcome(message, verdict, reading)
    yield f"{file}: {_BECOMES[became]}"
    yield f"  sender: {verdict.action.value}, {verdict.trust.name.lower()}"
    yield from (f"    {reason}" for reason in verdict.reasons)
    if became is Outcome.IGNORE:
        yield from (f"  bait: {lure}" for lure in (reading.bait,) if lure)
        return
    yield f"  language: {reading.language}"
    if reading.unclear:
        yield f"  unclear: {reading.unclear.why}"
    yield from _readings(evidence(message, reading), unclear=reading.unclear is not None)
    if reading.doubts:
        yield "  doubts:"
        yield from (f"    {doubt}" for doubt in reading.doubts)
    offered = to_ask(message, verdict, reading)
    if offered:
        yield "  its writer would be asked which of these is meant:"
        yield from (
            f"    {number}. {_plain(one.intent)}" for number, one in enumerate(offered, start=1)
        )
        yield f"    {len(offered) + 1}. something else"


def _readings(found: tuple[Evidence, ...], *, unclear: bool) -> Iterator[str]:
    """Give each reading; facts that were shown are not repeated."""
    before: tuple[Fact, ...] | None = None
    for number, one in enumerate(found, start=1):
        kind = "perhaps" if unclear else "reading"
        yield f"  {kind} {number}: {_plain(one.intent)}, sure to {one.sureness:.2f}"
        yield f"    heard by:   {one.procedure or 'no procedure yet, so the council'}"
        if one.words:
            yield f"    sentence:   “{_short(one.words)}”"
        if one.why:
            yield f"    weakened:   {one.why}"
        if one.facts and one.facts == before:
            yield "    facts:      the same"
        elif one.facts:
            yield "    facts:"
            yield from (_fact(fact) for fact in one.facts)
        before = one.facts


def _fact(fact: Fact) -> str:
    told = f"      {_plain(fact.name) + ':':<{_NAME}} {fact.value}"
    if not fact.words:
        return told
    place = fact.words in {SENDER, ATTACHED}
    return f"{told}   from {fact.words if place else f'“{_short(fact.words)}”'}"


def _plain(name: str) -> str:
    return str(name).replace("_", " ")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
