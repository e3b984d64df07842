"""Mails between the two of a pair that the council gets a copy of: a contact, and no request."""

from dataclasses import replace

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Person
from mailer.understand.answers_renewal import partners, with_other
from mailer.understand.doubts import FOR_A_PERSON
from mailer.understand.matter import Matter
from mailer.understand.model import Heard, Reading

_HARMLESS = frozenset({Intent.OTHER, Intent.GENERAL_QUESTION, Intent.MEETING_REPORT})
"""What a mail to somebody else may seem to say without being meant for the council."""


def written_to(matter: Matter) -> Person | None:
    """Return the one of the writer's pairs to whom alone a mail is addressed; Cc aside."""
    recipients, to = matter.message.recipients, matter.message.headers.get("to", "").lower()
    addressed = {one.email for one in recipients if one.email and one.email.lower() in to}
    for one in partners(matter):
        if addressed and addressed <= set(one.addresses):
            return one
    return None


def as_contact(matter: Matter, reading: Reading) -> Reading:
    """Return what a mail says; one that only went past the council is a contact of the pair (E17).

    A clear matter, or what a person should look at for a reason of its own, stays what it is.
    """
    if matter.forwarded or matter.thread.sent is not None:
        return reading
    best, harmless = reading.heard, frozenset({Intent.OTHER})
    if reading.unclear is not None:
        best, harmless = reading.unclear.candidates[:1], _HARMLESS
    other = written_to(matter)
    doubtful = any(doubt != FOR_A_PERSON for doubt in reading.doubts)
    if other is None or doubtful or any(one.intent not in harmless for one in best):
        return reading
    procedure = matter.policy.procedures.get(Intent.MEETING_REPORT, "")
    fields = with_other(matter, best[0].fields if best else Fields(), other)
    heard = Heard(Intent.YES, procedure, None, replace(fields, about=None), matter.text[0].raw)
    return replace(reading, heard=(heard,), unclear=None, doubts=())


def named_by_address(matter: Matter, fields: Fields) -> Fields:
    """Put the other one of a pair where a report names nobody, but was written to them."""
    if fields.mentee or fields.mentor:
        return fields
    other = written_to(matter)
    return fields if other is None else with_other(matter, fields, other)
