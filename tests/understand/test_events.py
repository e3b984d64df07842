"""What a reading makes happen where it answers our question what was meant, or leads to one."""

from dataclasses import replace

import pytest

from mailer.rules.events import Bounced, Said
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Sent
from mailer.trust.model import Action
from mailer.understand.events import Mail, events
from mailer.understand.model import Heard, Reading, Thread, Unclear
from tests.understand.programme import NOW, mail, verdict

NAMED = Mail(7, "hash", "reps")
OFFERED = (Intent.RESIGNATION, Intent.LEAVE_OF_ABSENCE, Intent.OTHER)
ASKS = Asks("clarification", "c1", OFFERED, choice=True)
LETTER = Sent("l1", "ana", "clarification/which.sender", "Which", NOW, ASKS, "c1", by_token=True)
RESIGNS = Heard(Intent.RESIGNATION, "resignation", words="I may stop.", sureness=0.7)
PAUSES = Heard(Intent.LEAVE_OF_ABSENCE, words="A break.", sureness=0.2)
CHOOSES = Heard(Intent.CHOICE, "clarification", "c1", Fields(choice=(1,)))


def made(reading: Reading, letter: Sent | None = LETTER) -> Said:
    message = mail("I may stop.\n\nAna")
    [event] = events(NAMED, message, verdict("ana"), reading, Thread(letter, "c1"), NOW)
    assert isinstance(event, Said)
    return event


def unclear(*found: Heard, doubts: tuple[str, ...] = ()) -> Reading:
    return Reading((), Unclear(found, "It is not said plainly"), doubts)


def test_a_choice_is_told_to_the_case_that_asked() -> None:
    event = made(Reading((CHOOSES,)))
    assert (event.intent, event.procedure, event.case) == (Intent.CHOICE, "clarification", "c1")
    assert event.fields.choice == (1,)
    assert event.readings == ()


@pytest.mark.parametrize(
    "reading",
    [Reading((RESIGNS,)), unclear(RESIGNS, PAUSES), unclear(RESIGNS)],
    ids=["clear", "likelier than the others", "the only one"],
)
def test_a_fresh_sentence_is_a_choice_with_its_own_reading(reading: Reading) -> None:
    event = made(reading)
    assert event.intent is Intent.CHOICE
    assert [one.intent for one in event.readings] == [Intent.RESIGNATION]


@pytest.mark.parametrize(
    "reading",
    [
        unclear(RESIGNS, replace(PAUSES, sureness=0.5)),
        unclear(replace(RESIGNS, sureness=0.5)),
        unclear(replace(RESIGNS, why="conditional")),
        unclear(Heard(Intent.FEEDBACK, sureness=0.9), RESIGNS),
        unclear(),
        unclear(RESIGNS, doubts=("The end of the absence is not named",)),
        Reading((Heard(Intent.OTHER),)),
        Reading((Heard(Intent.GENERAL_QUESTION),)),
        Reading((replace(CHOOSES),), doubts=("Something else is said beside the number",)),
    ],
)
def test_anything_else_is_unclear_once_more(reading: Reading) -> None:
    event = made(reading)
    assert (event.intent, event.case, event.readings) == (Intent.UNCLEAR, "c1", ())
    assert event.doubts == ()
    assert event.words == "I may stop.\n\nAna"


def test_a_grave_doubt_stays_one() -> None:
    angry = ("The writer is angry or threatens",)
    assert made(Reading((CHOOSES,), doubts=angry)).doubts == angry


def test_a_held_answer_is_a_mail_like_any_other() -> None:
    held = replace(verdict("ana"), action=Action.HOLD, reasons=("it may be forged",))
    [event] = events(NAMED, mail("1"), held, Reading((CHOOSES,)), Thread(LETTER, "c1"), NOW)
    assert isinstance(event, Said)
    assert event.doubts == ("it may be forged",)


def test_a_forwarded_answer_is_no_answer() -> None:
    message = mail("FYI", forwarded=mail("1"))
    [event] = events(NAMED, message, verdict("ana"), Reading((RESIGNS,)), Thread(LETTER, "c1"), NOW)
    assert isinstance(event, Said)
    assert event.intent is Intent.RESIGNATION


def test_an_unclear_mail_that_answers_another_letter_is_not_asked_about() -> None:
    other = replace(LETTER, asks=Asks("resignation", "c2", (Intent.YES,)))
    event = made(unclear(RESIGNS), other)
    assert (event.intent, event.procedure) == (Intent.RESIGNATION, "")
    assert [one.words for one in event.readings] == ["I may stop."]


def test_an_unclear_mail_is_asked_about() -> None:
    event = made(unclear(RESIGNS, replace(PAUSES, sureness=0.5)), None)
    assert (event.intent, event.procedure, event.case) == (Intent.UNCLEAR, "clarification", None)
    assert event.words == "I may stop.\nA break."
    assert [one.procedure for one in event.readings] == ["resignation", ""]


def test_ids_follow_from_the_mail() -> None:
    assert made(unclear(RESIGNS), None).id == made(Reading((CHOOSES,))).id


def test_a_robots_answer_is_none() -> None:
    robot = replace(verdict("ana"), action=Action.IGNORE)
    found = events(NAMED, mail("1"), robot, Reading((CHOOSES,)), Thread(LETTER, "c1"), NOW)
    assert not [event for event in found if not isinstance(event, Bounced)]


def test_a_held_mail_about_two_matters_is_one_mail_to_read() -> None:
    both = Reading((RESIGNS, Heard(Intent.FEEDBACK, words="Luis is great.")), doubts=("A doubt",))
    event = made(both, None)
    assert [one.words for one in event.readings] == ["I may stop.", "Luis is great."]
    assert event.others == (Intent.FEEDBACK,)
