"""Which mail is asked about, which one the council reads: the table."""

from dataclasses import replace
from typing import Any

import pytest

from mailer.rules.intents import Intent
from mailer.trust.model import Action, Kind, Trust, Verdict
from mailer.understand.asking import EITHER, GRAVE, Outcome, outcome, to_ask
from mailer.understand.model import Heard, Reading, Unclear
from tests.understand.programme import mail, read

RESIGNS = Heard(Intent.RESIGNATION, "resignation", words="I may stop.", sureness=0.6)
PAUSES = Heard(Intent.LEAVE_OF_ABSENCE, words="I need a break.", sureness=0.5)
ASKS = Heard(Intent.GENERAL_QUESTION, words="What now?", sureness=0.4)
OTHER = Heard(Intent.OTHER, words="Hello.", sureness=0.6)
KNOWN = Verdict(Action.ACCEPT, Kind.HUMAN, Trust.AUTHENTICATED, "ana")
MAIL = mail("I may stop. I need a break. What now?")


def unclear(*candidates: Heard, doubts: tuple[str, ...] = ()) -> Reading:
    return Reading((), Unclear(candidates, "It is not said plainly"), doubts)


def clear(*heard: Heard, doubts: tuple[str, ...] = ()) -> Reading:
    return Reading(heard, None, doubts)


ASKED = {
    "two likely readings": (unclear(RESIGNS, PAUSES), (RESIGNS, PAUSES)),
    "one likely reading": (unclear(RESIGNS), (RESIGNS,)),
    "three readings": (unclear(RESIGNS, PAUSES, ASKS), (RESIGNS, PAUSES, ASKS)),
    "something other is the last line anyway": (unclear(RESIGNS, OTHER), (RESIGNS,)),
    "an unlikely reading is not offered": (
        unclear(RESIGNS, replace(PAUSES, sureness=0.3)),
        (RESIGNS,),
    ),
    "an end or a pause": (
        clear(RESIGNS, doubts=("It sounds like a pause rather than an end",)),
        (RESIGNS, Heard(Intent.LEAVE_OF_ABSENCE, words="I may stop.")),
    ),
    "an end and a pause": (
        clear(RESIGNS, PAUSES, doubts=("Both a resignation and an absence for a time are told",)),
        (RESIGNS, PAUSES),
    ),
}


@pytest.mark.parametrize("case", ASKED)
def test_the_writer_is_asked(case: str) -> None:
    reading, offered = ASKED[case]
    assert to_ask(MAIL, KNOWN, reading) == offered
    assert outcome(MAIL, KNOWN, reading) is Outcome.ASK


COUNCIL: dict[str, Reading] = {
    "nothing likely": unclear(replace(RESIGNS, sureness=0.3)),
    "nothing that the service could do": unclear(PAUSES, ASKS),
    "nothing that can be offered": unclear(OTHER),
    "no reading": Reading((), Unclear((), "The mail has no words of its own")),
    "anger": unclear(RESIGNS, doubts=("The writer is angry or threatens",)),
    "illness": unclear(RESIGNS, doubts=("Illness or grief is mentioned",)),
    "harassment": unclear(RESIGNS, doubts=("A private complaint or harassment is mentioned",)),
    "two people of one name": unclear(RESIGNS, doubts=("“Budi Santoso” fits several people: 2",)),
    "on behalf of another": unclear(
        RESIGNS, doubts=("Somebody else is said to want it: their own word is needed",)
    ),
    "against the roster": unclear(
        RESIGNS, PAUSES, doubts=("The writer is no mentor on the roster",)
    ),
    "a doubt that nobody knows yet": unclear(RESIGNS, doubts=("Something new",)),
    "clear, with a graver doubt": clear(RESIGNS, doubts=("The writer is angry or threatens",)),
    "an end or a pause, and anger": clear(
        RESIGNS,
        doubts=("It sounds like a pause rather than an end", "The writer is angry or threatens"),
    ),
    "an end or a pause, and another matter": clear(
        RESIGNS,
        Heard(Intent.FEEDBACK),
        doubts=("It sounds like a pause rather than an end",),
    ),
}


@pytest.mark.parametrize("case", COUNCIL)
def test_the_council_is_asked(case: str) -> None:
    assert to_ask(MAIL, KNOWN, COUNCIL[case]) == ()
    assert outcome(MAIL, KNOWN, COUNCIL[case]) is Outcome.COUNCIL


WRITERS: dict[str, dict[str, Any]] = {
    "unknown": {"speaker": None},
    "held": {"action": Action.HOLD},
    "not to be answered": {"may_answer": False},
    "not proven": {"trust": Trust.CLAIMED},
    "passed on": {"witness": "cora"},
}


@pytest.mark.parametrize("who", WRITERS)
def test_such_a_writer_is_not_asked(who: str) -> None:
    verdict = replace(KNOWN, **WRITERS[who])
    assert outcome(MAIL, verdict, unclear(RESIGNS, PAUSES)) is Outcome.COUNCIL


def test_a_forward_is_not_asked_about() -> None:
    forward = mail("FYI", forwarded=MAIL)
    assert outcome(forward, KNOWN, unclear(RESIGNS, PAUSES)) is Outcome.COUNCIL


def test_where_no_server_proves_anybody_a_claim_is_enough() -> None:
    verdict = replace(KNOWN, trust=Trust.CLAIMED, verified=False)
    assert outcome(MAIL, verdict, unclear(RESIGNS, PAUSES)) is Outcome.ASK


def test_a_robot_is_not_asked() -> None:
    robot = replace(KNOWN, action=Action.IGNORE, kind=Kind.AUTO)
    assert outcome(MAIL, robot, unclear(RESIGNS, PAUSES)) is Outcome.IGNORE


def test_what_is_clear_is_acted_upon() -> None:
    assert outcome(MAIL, KNOWN, clear(RESIGNS)) is Outcome.ACT


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("I stop as a mentor for some time, my last day is 1 May.", "It sounds like a pause"),
        (
            "I resign as a mentor on 1 May 2026. I will be on leave from 3 to 20 April 2026.",
            "Both a resignation and an absence",
        ),
    ],
)
def test_the_doubts_of_the_table_are_those_that_reading_tells(text: str, doubt: str) -> None:
    """The table names doubts by their words: this fails where those are changed."""
    doubts = [one for one in read("ana", text).doubts if one.startswith(doubt)]
    assert doubts
    assert set(doubts) <= set(EITHER)


@pytest.mark.parametrize(
    "text",
    [
        "You are liars and I am furious.",
        "I am in hospital for an operation.",
        "My mentor is harassing me.",
        "Luis asked me to tell you that he resigns on his behalf.",
    ],
)
def test_the_grave_doubts_are_those_that_reading_tells(text: str) -> None:
    """Likewise: who is angry or ill in an answer gets no letter of ours."""
    assert GRAVE & set(read("ana", text).doubts)
