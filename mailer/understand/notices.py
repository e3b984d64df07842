"""Notices of a course platform: who finished the course, and nothing else."""

import re
from datetime import datetime

from mailer.parse.model import Message
from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Person
from mailer.rules.roster import Roster
from mailer.understand.model import Heard, Reading, ReadPolicy

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_FINISHED = re.compile(
    r"\b(?:complet(?:ed|es|ion|ou|ato|ado|ada|ó|é)|finish(?:ed|es)|pass(?:ed|es)|graduat\w+|certificate|"
    r"abgeschlossen|absolviert|bestanden|terminé|terminad[oa]|ha terminado|concluiu|concluíd[oa]|"
    r"superato|menyelesaikan|selesai)\b",
    re.IGNORECASE,
)
_LONGEST = 20_000
_SHOWN = 300


def read_notice(message: Message, roster: Roster, policy: ReadPolicy, at: datetime) -> Reading:
    """Return that somebody finished the course, or an empty reading.

    It takes a line that says so, one of the programme's words for its course, and exactly one
    member, told by their address or else by their whole name.
    """
    text = f"{message.subject}\n{message.body.fresh}\n{message.body.quoted}"[:_LONGEST]
    lines = [line.strip() for line in text.split("\n") if _FINISHED.search(line)]
    course = any(word in text.lower() for word in policy.course_words)
    person = _one_member(text, roster)
    if not lines or not course or person is None:
        return Reading()
    fields = Fields(
        person=Named(person.name, person.address, person.id),
        completed_on=(message.sent or at).date(),
    )
    procedure = policy.procedures.get(Intent.COURSE_COMPLETION, "")
    heard = Heard(Intent.COURSE_COMPLETION, procedure, None, fields, lines[0][:_SHOWN])
    return Reading((heard,))


def _one_member(text: str, roster: Roster) -> Person | None:
    found = (roster.at(address.lower()) for address in _ADDRESS.findall(text))
    known = {person.id: person for person in found if person is not None}
    if not known:
        words = " ".join(text.split()).lower()
        named = (
            p for p in roster if re.search(rf"(?<!\w){re.escape(p.name.lower())}(?!\w)", words)
        )
        known = {person.id: person for person in named}
    return next(iter(known.values())) if len(known) == 1 else None
