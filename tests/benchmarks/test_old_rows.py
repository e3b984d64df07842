"""Old rows are as many as was asked for, all over and done, and the service goes on behind them."""

from datetime import datetime, timedelta

from sqlalchemy import Engine, func, select

from mailer.record import convert
from mailer.record.load import table
from mailer.rules.records import Person
from storage import bulk, trail
from storage.engine import reading, writing
from tests.benchmarks.old_rows import fill
from tests.builders import NOW


def test_so_many_rows_of_each_kind_are_made_and_the_ledger_goes_on_behind_them(
    engine: Engine,
) -> None:
    person, addresses, _ = convert.person_rows("reps", Person("ana", "Ana", ("ana@mail.example",)))
    with writing(engine) as connection:
        bulk.put(connection, table("person"), [person])
        bulk.put(connection, table("address"), addresses)

    fill(engine, "reps", 50, NOW)

    with reading(engine) as connection:
        for name in ("inbox", "letter", "case", "party", "event"):
            count = select(func.count()).select_from(table(name))
            assert connection.execute(count).scalar_one() == 50, name
        case, letter = table("case").c, table("letter").c
        still_open = select(func.count()).where(case.closed.is_(None))
        assert connection.execute(still_open).scalar_one() == 0
        youngest: datetime = connection.execute(select(func.max(letter.created))).scalar_one()
        assert NOW - timedelta(days=100) < youngest < NOW - timedelta(days=1)
        assert (trail.head(connection, "reps") or (0,))[0] == 50
