"""The cases whose deadlines have come, and those whose deadline ends the process that meets it.

A deadline that fails with an error is tried again later (`mailer.pipeline`). One that ends the
process (memory, an endless loop) would end it at every start, so it is counted when cases are taken
up, in a transaction of its own, and the count falls to nothing when the case is written.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select, text, update

from mailer.record import load
from mailer.rules.records import Case

TOGETHER = 3
"""So often a case is taken up in vain with others, before it comes alone."""
MOST_TRIES = 6
"""So often it is taken up in vain at all, before it is set aside for a while."""
SET_ASIDE = timedelta(days=1)


def due_cases(connection: Connection, programme: str, now: datetime, limit: int) -> list[Case[Any]]:
    """Return the cases with a deadline that has come, the earliest first.

    One that was taken up `TOGETHER` times in vain comes alone, after the others.
    """
    case = load.table("case")
    query = (
        select(case)
        .where(case.c.programme == programme, case.c.next_due <= now)
        .order_by(case.c.next_due)
    )
    sound = load.cases_of(connection, query.where(case.c.tries < TOGETHER).limit(limit))
    return sound or load.cases_of(connection, query.where(case.c.tries < MOST_TRIES).limit(1))


def deadly_cases(connection: Connection, programme: str, now: datetime) -> list[Case[Any]]:
    """Return the cases whose deadline was taken up `MOST_TRIES` times in vain."""
    case = load.table("case")
    query = select(case).where(
        case.c.programme == programme, case.c.next_due <= now, case.c.tries >= MOST_TRIES
    )
    return load.cases_of(connection, query)


def due_beside(
    connection: Connection, programme: str, now: datetime, cases: Sequence[Case[Any]], limit: int
) -> list[Case[Any]]:
    """Return further cases with a deadline that has come, of the people of these cases.

    So one transaction knows what is due to somebody, and one letter can hold it.
    """
    case, party = load.table("case"), load.table("party")
    people = {person for one in cases for person in one.parties.values()}
    theirs = select(party.c.case_id).where(party.c.person.in_(people), text("party.open"))
    query = (
        select(case)
        .where(case.c.programme == programme, case.c.next_due <= now, case.c.tries < TOGETHER)
        .where(case.c.id.in_(theirs), case.c.id.not_in([one.id for one in cases]))
        .order_by(case.c.next_due)
        .limit(limit)
    )
    return load.cases_of(connection, query)


def taken_up(connection: Connection, cases: Collection[Case[Any]]) -> None:
    """Count that these cases are taken up now."""
    case = load.table("case").c
    ids = [one.id for one in cases]
    connection.execute(
        update(load.table("case")).where(case.id.in_(ids)).values(tries=case.tries + 1)
    )


def set_aside(connection: Connection, case_id: str, now: datetime) -> None:
    """Have a deadly case tried again after `SET_ASIDE`, alone."""
    case = load.table("case")
    change = update(case).where(case.c.id == case_id)
    connection.execute(change.values(next_due=now + SET_ASIDE, tries=TOGETHER))
