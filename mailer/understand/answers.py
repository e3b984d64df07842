# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Answers to letters of ours, and short answers that make sense only with the question quoted.

"Yes", a bare number and "done 2" mean something only in answer to a letter that asked for them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from mailer.rules.fields import Command, Fields, Verb
from mailer.rules.intents import Intent
from mailer.rules.records import Asks
from mailer.understand.answers_year import command_of_year, read_year
from mailer.understand.clues import Clued
from mailer.understand.commands import commands
from mailer.understand.correction_words import MONTH
from mailer.understand.corrections import corrected
from mailer.understand.dates import Lean, dates
from mailer.understand.matter import Matter
from mailer.understand.model import Heard
from mailer.understand.reworded import reworded
from mailer.understand.sentences import Sentence

_YES = re.compile(
    r"^(?:(?:hi|hello|dear \w+|thank you|thanks|well|oh|of course|absolutely)[,!.]* )*"
    r"(?:yes|yep|yeah|yup|i confirm|confirmed|confirm|i (?:do )?(?:agree|accept|approve)|agreed|accepted|approved|of course|certainly|absolutely|definitely|"
    r"with pleasure|gladly|go ahead|that is (?:right|correct)|correct|please do|very gladly|count me in|"
    r"si|sim|oui|ja|jawohl|ya|claro|con gusto|com prazer|avec plaisir|volontiers|gerne|volentieri|certo|certamente|setuju|d'accord|confirmo|je confirme|ich bestatige|confermo|bien sur|acepto|aceito|j'accepte|einverstanden)\b"
)
_WEAK_YES = re.compile(
    r"^(?:ok|okay|sure|fine|good|great|perfect|sounds good|got it(?:,? thanks|,? thank you)?|noted|received|recibido(?:,? (?:muchas )?gracias)?|fine with me|works for me|all right|alright|baik|oke|vale|bueno|va bene|\+1|👍)[.! ]*$"
)
_NO = re.compile(
    r"^(?:(?:hi|hello|dear \w+|sorry|i am sorry|thank you|thanks|well|unfortunately)[,!.]*(?: but)? )*"
    r"(?:no\b(?! (?:problem|doubt|worries|objection))|nope|not? thanks|i (?:do not|can not|will not|would rather not|must) (?:agree|accept|confirm|approve|want|take|decline)|i (?:decline|refuse|disagree)|please do not|rather not|"
    r"nao|non|nein|tidak|lamentablemente no|leider nicht|leider nein|no gracias)\b"
)
_TAKES_BACK = Clued(
    r"\b(?:ignore|disregard|forget|cancel|withdraw|take (?:it |this |that )?back|undo|retract|revoke|changed my mind|changed our mind|i (?:want to |would like to |will )?stay|not resign after all|"
    r"nevermind|never mind|olvid\w+|ignor\w+|retiro mi|me quedo(?! sin\b| con\b| sol[oa]\b)|cambie de opinion|mudei de ideia|esquec\w+|oubli\w+|change d'avis|vergess\w+|anders uberlegt|zuruckziehen|cambiato idea|ignorate|abaikan|batalkan|berubah pikiran)\b"
)
_NOT_BACK = re.compile(
    r"\b(?:do not|not|never) (?:\w+ )?(?:ignore|disregard|forget|cancel|withdraw|take|undo|retract)\b"
)
_HEDGE = re.compile(
    r"\b(?:but|only (?:if|from|when|until)|if|unless|provided|on (?:one )?condition|however|except|think about|let you know|maybe|perhaps|not sure|later|depends|pero|mas|mais|aber|ma|tapi|si|se|wenn|jika|kalau|quizas|talvez|peut-etre|vielleicht|forse|mungkin)\b"
)
_DONE = re.compile(
    r"\b(?:done|finished|completed|complete|ready|hecho|listo|feito|fait|erledigt|fertig|fatto|selesai|sudah)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|nicht|kein|todavia|ainda|pas|non|belum|except|but|almost)\b"
)
_STEPS = re.compile(r"(?<![\d.])(?:\d{1,6}\.)?(\d{1,3})(?![\d.]*\d)")
_STEP_RANGE = re.compile(r"(?<![\d.])(\d{1,3}) ?(?:-|to) ?(\d{1,3})(?![\d.]*\d)")
_JUST_NUMBER = re.compile(r"^(?:option |number |no\.? |#)?(\d{1,2})[.)! ]*$")
_CLOSING = re.compile(
    r"^(?:(?:kind|best|warm|many) )?(?:regards|wishes|thanks|thank you|thx|cheers|greetings|saludos|abrazos?|abracos?|merci|danke|grazie|gracias|obrigad\w|terima kasih|salam|sent from)\b"
)


_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|hola|ola|bonjour|salut|hallo|liebe\w?|ciao|halo|good \w+|buenos dias|bom dia)\b[\w ,!'.-]{0,40}[,!.:]?"
)
_HEDGED = "The answer carries a condition or a question"
_ALSO_BACK = "The answer also takes something back"
_UNPLACED = "It is not plain what shall be corrected"
_STATUS = ("status", "estado")
_BUT = re.compile(r"\b(?:but|pero|mas|mais|aber|ma|tapi|si)\b")
_GREETING_WORDS = 5
_REASON_MOST = 2_000
"""Characters of an answer in words of one's own that are kept as its reason."""
_THANKS_WORDS = 3
"""Words of a bare "No, thank you": a longer no gives its reason."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer says: the intents with their fields, and doubts."""

    heard: tuple[Heard, ...] = ()
    doubts: tuple[str, ...] = ()


def spoken(matter: Matter) -> tuple[Sentence, ...]:
    """Return the sentences that carry the answer: no greeting, no closing, no bare name."""
    return _spoken(matter.text)


@lru_cache(maxsize=16)
def _spoken(text: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    kept: list[Sentence] = []
    for sentence in text:
        if closes(sentence.low):
            break
        if not greets(sentence.low):
            kept.append(sentence)
    return tuple(kept)


def closes(low: str) -> bool:
    """Say whether a line in plain form closes a mail."""
    return _CLOSING.match(low) is not None


def greets(low: str) -> bool:
    """Say whether a line in plain form is a greeting and nothing more."""
    return _GREETING.fullmatch(low) is not None and len(low.split()) <= _GREETING_WORDS


def read(matter: Matter, asks: Asks) -> Answer | None:
    """Read a mail as the answer to a letter of ours; None where it is no answer to it."""
    if asks.items:
        return _decision(matter, asks)
    text = spoken(matter)
    if not text:
        return None
    if year := read_year(matter, text, asks, polarity(text)[0]):
        return Answer((_heard(year[0], asks, year[1], text[0]),), year[2])
    words = _reworded(matter, text, asks)
    if words is not None:
        return words
    for intent, reader in (
        (Intent.TAKE_BACK, _taken_back),
        (Intent.DONE, _done),
        (Intent.CORRECTION, corrected),
    ):
        if intent in asks.intents and (fields := reader(matter, text)) is not None:
            doubts = (_UNPLACED,) if intent is Intent.TAKE_BACK and _stays(text, asks) else ()
            return Answer((_heard(intent, asks, fields, text[0]),), doubts)
    chosen = _chosen(text, asks)
    option = Answer((_heard(chosen, asks, Fields(), text[0]),)) if chosen else None
    return option or _yes_or_no(matter, text, asks) or _own_words(matter, text, asks)


def _own_words(matter: Matter, text: tuple[Sentence, ...], asks: Asks) -> Answer | None:
    """Take an answer to a letter that asked for words: whatever is said is what it asked for."""
    if asks.words is None or takes_back(text):
        return None
    fields = Fields(reason=matter.fresh.strip()[:_REASON_MOST])
    return Answer((_heard(asks.words, asks, fields, text[0]),))


def _reworded(matter: Matter, text: tuple[Sentence, ...], asks: Asks) -> Answer | None:
    """Read a correction in words; a yes beside it confirms what is corrected."""
    if Intent.CORRECTION not in asks.intents or corrected(matter) is not None:
        return None
    found = reworded(matter, text, asks)
    if found is None:
        return None
    doubts = found.doubts
    if Intent.TAKE_BACK in asks.intents and takes_back(text):
        if found.fields == Fields():
            return None
        doubts = (*doubts, _ALSO_BACK)
    agreed, hedged = polarity(text, aside=_BUT)
    intent = Intent.CORRECTION
    if agreed is Intent.YES and Intent.YES in asks.intents:
        intent = Intent.YES
        doubts = (*doubts, *((_HEDGED,) if hedged else ()))
    if found.fields == Fields() and not doubts:
        doubts = (_UNPLACED,)
    return Answer((_heard(intent, asks, found.fields, text[0]),), doubts)


def _heard(intent: Intent, asks: Asks, fields: Fields, sentence: Sentence) -> Heard:
    return Heard(intent, asks.procedure, asks.case, fields, sentence.raw)


def _decision(matter: Matter, asks: Asks) -> Answer | None:
    found = commands(matter.fresh, matter.base, matter.language, matter.policy.marker)
    if not found:
        return None
    words = "\n".join(command.line for command in found)
    return Answer(
        (Heard(Intent.DECISION, asks.procedure, asks.case, Fields(commands=found), words),)
    )


def takes_back(text: tuple[Sentence, ...]) -> bool:
    """Say whether an answer takes back what was written before."""
    return any(
        _TAKES_BACK.search(s.low) and not _NOT_BACK.search(s.low) and not s.asks for s in text
    )


def _taken_back(_matter: Matter, text: tuple[Sentence, ...]) -> Fields | None:
    return Fields() if takes_back(text) else None


def _done(_matter: Matter, text: tuple[Sentence, ...]) -> Fields | None:
    """Read "done 2 and 3" or "12.2 done"; "not done" and "all but 3" close nothing."""
    steps: list[int] = []
    for sentence in text:
        if not _DONE.search(sentence.low) or _NOT_DONE.search(sentence.low) or sentence.asks:
            continue
        rest = sentence.low
        for first, last in _STEP_RANGE.findall(rest):
            steps += range(int(first), min(int(last), int(first) + 30) + 1)
        steps += [int(n) for n in _STEPS.findall(_STEP_RANGE.sub(" ", rest))]
    return Fields(steps=tuple(dict.fromkeys(steps))) if steps else None


def _chosen(text: tuple[Sentence, ...], asks: Asks) -> Intent | None:
    """Read an answer that is only a number: the option at that place of those we offered."""
    match = _JUST_NUMBER.match(text[0].low)
    if not match or len(text) > 2 or Intent.DONE in asks.intents:  # noqa: PLR2004 - the number and a name
        return None
    place = int(match[1]) - 1
    return asks.intents[place] if 0 <= place < len(asks.intents) else None


def polarity(
    text: tuple[Sentence, ...], aside: re.Pattern[str] | None = None
) -> tuple[Intent | None, bool]:
    """Return YES or NO as the first sentence says it, and whether something hangs on it.

    What `aside` fits is no condition here.
    """
    first = text[0].low
    said = [re.sub(_YES, "", s.low) for s in text[:3]]
    if aside is not None:
        said = [aside.sub(" ", low) for low in said]
    hedged = any(_HEDGE.search(low) for low in said) or any(s.asks for s in text)
    if _NO.match(first):
        return Intent.NO, any(s.asks for s in text)
    if _YES.match(first) or _WEAK_YES.match(first):
        return Intent.YES, hedged
    return None, hedged


def _yes_or_no(matter: Matter, text: tuple[Sentence, ...], asks: Asks) -> Answer | None:
    intent, hedged = polarity(text)
    if intent is None or intent not in asks.intents:
        return None
    day = dates(text[0].raw, matter.base, Lean.FUTURE, matter.language)
    fields = Fields(
        reason=" ".join(s.raw for s in text)[:500]
        if intent is Intent.NO and len(text[0].low.split()) + len(text) > _THANKS_WORDS
        else None,
        # Where the letter showed a record, only a plain correction changes it (`reworded`).
        effective_on=day[0].day
        if len(day) == 1 and not day[0].unclear and not asks.states
        else None,
    )
    doubts = (_HEDGED,) if hedged else ()
    if takes_back(text):
        doubts = (*doubts, _ALSO_BACK)
    if intent is Intent.NO and asks.recorded != Fields() and _states_more(matter, text):
        doubts = (*doubts, _UNPLACED)
    return Answer((_heard(intent, asks, fields, text[0]),), doubts)


def _stays(text: tuple[Sentence, ...], asks: Asks) -> bool:
    """Say whether somebody stays until a day: that is another last day, and nothing taken back."""
    return asks.recorded != Fields() and any(
        re.search(r"\b(?:stay|quedo)\b", s.low) and (MONTH.search(s.low) or re.search(r"\d", s.low))
        for s in text
    )


def _states_more(matter: Matter, text: tuple[Sentence, ...]) -> bool:
    """Say whether a no comes with a date: it may deny that alone, and not the whole."""
    return any(
        MONTH.search(s.low)
        or re.search(r"\d", s.low)
        or dates(s.raw, matter.base, Lean.FUTURE, matter.language)
        for s in text
    )


def one_command(text: tuple[Sentence, ...]) -> tuple[Intent, str] | None:
    """Read a mail that is one word of command: "help", "status", "status Ana"."""
    if not text:
        return None
    if asked := command_of_year(text):
        return (asked, "")
    match = re.match(
        r"^(status|estado(?! (?:de|del|actual|civil)\b)|help|hilfe|ayuda|ajuda|aide|aiuto|bantuan)\b[ :]*([^?!.]{0,60})[.!?]*$",
        text[0].low,
    )
    if not match or len(text) > 2:  # noqa: PLR2004 - the command and a name
        return None
    word, rest = match[1], match[2].strip()
    if word in _STATUS:
        named = re.match(
            rf"^(?:{'|'.join(_STATUS)})\b[ :]*(.{{0,60}}?)[.!?]*$", text[0].raw, re.IGNORECASE
        )
        about = named[1].strip() if named else rest
        return (Intent.STATUS, about) if len(about.split()) <= 5 else None  # noqa: PLR2004 - words of a name
    return (Intent.HELP, "") if not rest else None


def commands_without_token(matter: Matter) -> tuple[Command, ...]:
    """Return commands with a verb and a number in a mail that answers no digest of ours."""
    found = commands(matter.fresh, matter.base, matter.language, matter.policy.marker)
    return tuple(c for c in found if c.verb and c.verb is not Verb.DONE and c.numbers)
