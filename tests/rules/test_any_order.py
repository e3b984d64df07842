"""Whatever happens in whatever order: nothing raises, no deadline is lost, nothing is doubled."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mailer.rules.events import Bounced, Ill, Trust
from mailer.rules.fields import Command, Fields, Named, Verb
from mailer.rules.intents import Intent
from mailer.rules.procedures import UNASKED
from mailer.rules.records import Asks, QuestionState, Sent
from tests.builders import ANA, BO, CHI, EVA, FINN, NOW, said, sent
from tests.rules.world import READINGS, World, started

PEOPLE = (ANA, BO, CHI, EVA, FINN, None)
DAY = timedelta(days=1)

fields = st.builds(
    Fields,
    course=st.sampled_from([None, "Coaching Training"]),
    effective_on=st.sampled_from([None, NOW.date(), (NOW + 20 * DAY).date()]),
    recommended=st.sampled_from([(), (Named("Ana Pop", person="ana"),), (Named("Xu"),)]),
    steps=st.sampled_from([(), (1,), (1, 2, 3, 4, 5, 6), (0, 99)]),
)
ANSWERS = (Intent.YES, Intent.NO, Intent.DONE, Intent.CORRECTION, Intent.TAKE_BACK)


def talk(who: Any, intents: Any, trust: Any = Trust, witness: Any = ("",)) -> Any:
    """Somebody writes, with or without our last letter before them."""
    return st.tuples(
        st.just("talk"),
        st.sampled_from(intents),
        st.sampled_from(who),
        st.sampled_from(trust),
        st.sampled_from(witness),
        st.booleans(),
        fields,
    )


ana = talk([ANA], (Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION, *ANSWERS), [Trust.PROVEN])
bo = talk([BO], (Intent.RESIGNATION, *ANSWERS), [Trust.AUTHENTICATED])
doubt = st.tuples(
    st.just("doubt"),
    st.sampled_from([Intent.UNCLEAR, Intent.CHOICE, Intent.TAKE_BACK]),
    st.sampled_from([(), (1,), (2,), (3,), (1, 2)]),
    st.booleans(),
    st.booleans(),
)
anybody = talk(PEOPLE, (*UNASKED, *ANSWERS, Intent.OTHER), Trust, ("", "chi"))
decision = st.tuples(
    st.just("decide"),
    st.sampled_from((EVA, FINN)),
    st.lists(
        st.builds(
            Command,
            line=st.just("a line"),
            verb=st.sampled_from([Verb.APPROVE, Verb.APPROVE, *Verb]),
            numbers=st.lists(st.integers(1, 3), min_size=1, max_size=3).map(tuple),
            step=st.sampled_from([None, 1, 6]),
            reason=st.sampled_from(["", "a reason"]),
        ),
        max_size=3,
    ).map(tuple),
)
time_passes = st.tuples(st.just("wait"), st.sampled_from([1, 3, 14, 30, 100]))
bounce = st.tuples(st.just("bounce"), st.sampled_from(Ill), st.booleans())
happenings = st.lists(
    st.one_of(ana, bo, doubt, doubt, anybody, decision, decision, time_passes, bounce),
    min_size=8,
    max_size=30,
)


class Play:
    """One programme, to which things happen one after another."""

    def __init__(self) -> None:
        self.world: World = started()
        self.now = NOW
        self.count = 0

    def play(self, happening: tuple[Any, ...]) -> None:
        kind, *rest = happening
        self.count += 1
        self.now += timedelta(hours=1)
        getattr(self, kind)(*rest)

    def talk(
        self, intent: Intent, speaker: Any, trust: Trust, witness: str, answer: bool, what: Fields
    ) -> None:
        letter = self._letter_to(speaker) if answer and speaker else None
        asks = letter.asks if letter else None
        self.world.happen(
            said(intent, asks.procedure if asks else UNASKED.get(intent, ""), speaker, trust,
                 self.count, at=self.now, case=asks.case if asks else None, answers=letter,
                 fields=what, witness=witness or None)
        )  # fmt: skip

    def doubt(self, intent: Intent, choice: tuple[int, ...], answer: bool, doubtful: bool) -> None:
        """Bo writes what can be read in two ways, or answers what was asked about it."""
        asked = [x for x in self.world.letters if x.asks is not None and x.asks.choice]
        asks = asked[-1].asks if asked and (answer or intent is not Intent.UNCLEAR) else None
        if asks is None and intent is not Intent.UNCLEAR:
            return
        self.world.happen(
            said(intent, "clarification", BO, Trust.AUTHENTICATED, self.count, at=self.now,
                 case=asks.case if asks else None, fields=Fields(choice=choice),
                 answers=sent(BO, asks=asks) if asks else None,
                 readings=() if asks else READINGS, doubts=("a doubt",) if doubtful
                 and intent is Intent.UNCLEAR else ())
        )  # fmt: skip

    def _letter_to(self, person: Any) -> Sent | None:
        mine = [x for x in self.world.letters if x.to == person.id and x.asks is not None]
        return sent(person, asks=mine[-1].asks) if mine else None

    def decide(self, member: Any, commands: tuple[Command, ...]) -> None:
        case = self.world.case_of("digest")
        items = tuple((q.number, q.version) for q in self.world.questions.values())
        named = [replace(command, numbers=self._numbers(command.numbers)) for command in commands]
        letter = sent(member, asks=Asks("digest", case.id, (Intent.DECISION,), items))
        self.world.happen(
            said(Intent.DECISION, "digest", member, Trust.PROVEN, self.count, at=self.now,
                 case=case.id, answers=letter, fields=Fields(commands=tuple(named)))
        )  # fmt: skip

    def _numbers(self, places: tuple[int, ...]) -> tuple[int, ...]:
        """Turn places among the questions about cases into numbers; others stay as they are."""
        open_ones = [q.number for q in self.world.facts().questions if q.case is not None]
        return tuple(open_ones[n - 1] if n <= len(open_ones) else n for n in places)

    def wait(self, days: int) -> None:
        """Let time pass; a deadline that is met may set another one that has come, too."""
        self.now += days * DAY
        for _ in range(3):
            if not self.world.clock(self.now):
                break

    def bounce(self, ill: Ill, proven: bool) -> None:
        event = Bounced(f"b{self.count}", self.now, "x", "ana@mail.example", ill, proven=proven)
        self.world.happen(event)


@settings(max_examples=250)
@given(happenings)
def test_any_order_of_events_keeps_the_records_whole(order: list[tuple[Any, ...]]) -> None:
    play = Play()
    for happening in order:
        play.play(happening)
        look_at(play.world)
    # Left alone, everything comes to an end or waits for the council: no deadline loops.
    for _ in range(6):
        play.wait(100)
        look_at(play.world)
        assert all(at > play.now for case in play.world.cases.values() for at in case.due.values())


OFTEN = {
    ("assignment", "mentor"),
    ("coaching", "asker"),
    ("coaching", "mentor"),
    ("commitment", "mentor"),
    ("meeting", "mentor"),
}
"""Parts in which somebody may be in several open cases at once."""


def look_at(world: World) -> None:
    facts = world.facts()
    asked = {question.case for question in facts.questions}
    for case in world.cases.values():
        waits = case.due or case.id in asked or case.closed is not None
        assert waits, f"{case.procedure} in {case.state} waits for nothing"
        assert case.closed is None or case.id not in asked, f"{case.procedure} {case.state}"
    running = Counter((q.case, q.kind) for q in facts.questions if q.case is not None)
    assert not [key for key, number in running.items() if number > 1]
    numbers = sorted(question.number for question in world.questions.values())
    assert numbers == list(range(1, len(numbers) + 1))
    open_cases = [c for c in world.cases.values() if c.closed is None and c.procedure != "digest"]
    parties = Counter(
        (c.procedure, person)
        for c in open_cases
        for part, person in c.parties.items()
        if (c.procedure, part) not in OFTEN
    )
    assert not [key for key, number in parties.items() if number > 1]


def test_a_question_is_decided_once_whatever_stands_in_one_mail() -> None:
    play = Play()
    for intent in (Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION):
        play.play(("talk", intent, ANA, Trust.AUTHENTICATED, "", False, Fields()))
    twice = Command("approve 1", Verb.APPROVE, (1, 1))
    both = Command("reject 1: x", Verb.REJECT, (1,), reason="x")
    play.play(("decide", EVA, (twice, twice, both)))
    [question] = [q for q in play.world.questions.values() if q.kind == "application"]
    assert question.state is QuestionState.APPROVED
    [receipt] = [x for x in play.world.letters if x.template == "digest/receipt.council"]
    assert len(receipt.context["applied"]) == 1
    assert len(receipt.context["errors"]) == 2
    assert not [e for e in receipt.context["errors"] if "above" not in e[1]]
