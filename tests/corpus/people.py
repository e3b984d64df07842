"""Rosters of the corpora, and mails of their people as the product reads them."""

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

from mailer.parse.model import Address, Body, Message
from mailer.rules.procedures import UNASKED
from mailer.rules.records import Mentor, Mentorship, MentorState, Person, Term
from mailer.rules.roster import Roster
from mailer.trust.model import Action, Kind, Trust, Verdict
from mailer.understand.hear import hear
from mailer.understand.label import label
from mailer.understand.model import ReadPolicy, Thread

SEATED = (Term(date(2020, 1, 1)),)
"""The term of whoever sits on the council."""


def roster(file: Path) -> Roster:
    """Return the people of a `roster.csv`, as the labelled sets have it."""
    people, mentors, pairs = [], [], []
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            key = row["email"].lower()
            terms = SEATED if row["role"] == "council" else ()
            people.append(Person(key, row["name"], (key,), country=row["country"], terms=terms))
            if row["role"] == "mentor":
                mentors.append(Mentor(key, MentorState.ACTIVE))
            if row["mentor_email"]:
                pairs.append(Mentorship(key, row["mentor_email"].lower(), key))
    return Roster(people, mentors, pairs)


def answered(
    known: Roster, writer: str, body: Body, at: datetime, *, subject: str = ""
) -> dict[str, Any]:
    """Return what is read in a mail that a person of a roster surely wrote, as a label."""
    person = known.person(writer)
    assert person is not None
    message = Message(
        senders=(Address(person.address, person.name),),
        recipients=(),
        subject=subject,
        sent=at,
        body=body,
        parts=(),
        forwarded=None,
    )
    verdict = Verdict(Action.ACCEPT, Kind.HUMAN, Trust.AUTHENTICATED, writer)
    reading = hear(message, Thread(), known, verdict, ReadPolicy(procedures=UNASKED), at)
    return label("", message, verdict, reading, known)
