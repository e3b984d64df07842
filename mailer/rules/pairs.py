"""How a relationship of a mentor and a mentee begins and ends: the one place for both (R3, E28)."""

from dataclasses import replace
from datetime import date, datetime

from mailer.rules.effects import Effect, Put, Tell
from mailer.rules.events import Told
from mailer.rules.ids import derive
from mailer.rules.records import Mentorship

AT_REQUEST = "changed at a request"
BY_AGREEMENT = "changed by agreement of all three"
REPLACED = "replaced by the council: no word from the mentor"
AFTER_THE_YEAR = "ended by the council after the year"
BY_THE_MENTOR = "ended at the review by the mentor"
PARTED = frozenset({AT_REQUEST, BY_AGREEMENT, REPLACED, AFTER_THE_YEAR, BY_THE_MENTOR})
"""Reasons of an end after which the two are never proposed to each other again."""
COMMITMENT = "commitment"
"""The procedure that has the year of every relationship run."""


def begun(pair: Mentorship, at: datetime) -> tuple[Effect, ...]:
    """Record a new relationship and have its year run; a temporary one has no year (R24)."""
    if pair.temporary:
        return (Put(pair),)
    began = Told(
        id=derive("began", pair.id),
        at=at,
        name="began",
        procedure=COMMITMENT,
        about=pair.mentee,
        by=pair.mentor,
        pair=pair.id,
    )
    return (Put(pair), Tell(began))


def ended(pair: Mentorship, last: date, reason: str, at: datetime) -> tuple[Effect, ...]:
    """Record the last day and the reason of a relationship, and stop its year.

    `reason` is kept in the record and stands in no letter. `last` must have come: a relationship
    with a last day counts as over.
    """
    over = replace(pair, until=last, reason=reason)
    if pair.temporary:
        return (Put(over),)
    told = Told(
        id=derive("ended", pair.id, at.isoformat()),
        at=at,
        name="ended",
        procedure=COMMITMENT,
        about=pair.mentee,
        by=pair.mentor,
        pair=pair.id,
    )
    return (Put(over), Tell(told))
