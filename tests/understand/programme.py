"""A small programme for the tests of this room: a mentor, her mentee, a council member, others."""

from datetime import UTC, date, datetime

from mailer.parse.model import Address, Body, Message, Part
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Mentor, Mentorship, MentorState, Person, Sent, Term
from mailer.rules.roster import Roster
from mailer.trust.model import Action, Kind, Trust, Verdict
from mailer.understand.hear import hear
from mailer.understand.label import stated
from mailer.understand.model import Reading, ReadPolicy, Thread

NOW = datetime(2026, 3, 18, 12, 0, tzinfo=UTC)
"""A Wednesday."""

PEOPLE = (
    Person("ana", "Ana Pop", ("ana@people.example",)),
    Person("luis", "Luis Vega", ("luis@people.example",)),
    Person("mariam", "Mariam Gelo", ("mariam@people.example",)),
    Person("cora", "Cora Lind", ("cora@people.example",), terms=(Term(date(2020, 1, 1)),)),
    Person("budi1", "Budi Santoso", ("budi@people.example",)),
    Person("budi2", "Budi Santoso", ("santoso@people.example",)),
    Person("theo", "Θεοδώρα Παππά (Theodora Pappa)", ("theo@people.example",)),
)
ROSTER = Roster(PEOPLE, [Mentor("ana", MentorState.ACTIVE)], [Mentorship("pair-1", "ana", "luis")])
POLICY = ReadPolicy(
    procedures={
        Intent.RESIGNATION: "resignation",
        Intent.MENTOR_APPLICATION: "application",
        Intent.COURSE_COMPLETION: "application",
    }
)


def sent(*intents: Intent, procedure: str = "resignation", items: tuple = ()) -> Sent:
    """A letter of ours that asked for these intents."""
    return Sent("l1", None, "t", "s", NOW, Asks(procedure, "c1", intents, items), by_token=True)


def mail(
    text: str,
    sender: Address | None = None,
    *,
    subject: str = "",
    quoted: str = "",
    answers: tuple = (),
    parts: tuple[Part, ...] = (),
    forwarded: Message | None = None,
    recipients: tuple[Address, ...] = (),
) -> Message:
    return Message(
        senders=(sender or Address("luis@people.example", "Luis Vega"),),
        recipients=recipients,
        subject=subject,
        sent=NOW,
        body=Body(fresh=text, quoted=quoted, answers=answers),
        parts=parts,
        forwarded=forwarded,
    )


def verdict(speaker: str | None, trust: Trust = Trust.AUTHENTICATED) -> Verdict:
    return Verdict(Action.ACCEPT, Kind.HUMAN, trust, speaker)


def read(speaker: str, text: str, *, letter: Sent | None = None, **details: object) -> Reading:
    """Hear a mail of a person of this programme."""
    person = ROSTER.person(speaker)
    assert person is not None
    message = mail(text, Address(person.address, person.name.partition(" (")[0]), **details)
    return hear(message, Thread(letter), ROSTER, verdict(speaker), POLICY, NOW)


def intents(reading: Reading) -> list[Intent]:
    return [heard.intent for heard in reading.heard]


def told(speaker: str, text: str) -> set[str]:
    """Return what a mail most likely says, by name: what is heard, else the likely readings."""
    return {heard.intent.value for heard in stated(read(speaker, text))} - {Intent.OTHER.value}
