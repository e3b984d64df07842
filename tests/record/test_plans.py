"""Years of old rows: what is asked with every mail, beat and morning goes through no whole table.

SQLite tells its plan for each statement. Without an index it scans a table, or takes every row of
the programme, which in most installations is the same.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from mailer.record.load import table
from storage.engine import reading
from tests.story import ANA, BO, EVA, Story

GROWS = "case|event|inbox|letter|party|question"
"""The tables that grow with time. People and their relationships are held in memory anyway."""
WHOLE = re.compile(rf"SCAN ({GROWS})\b|SEARCH ({GROWS}) USING .*\(programme=\?\)$")
SMALL = ("ix_case_open",)
"""An index over what is open alone is as short as what is open."""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    made = Story(tmp_path_factory.mktemp("plans"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def asked(story: Story) -> dict[str, list[str]]:
    """The plan of every statement with which a programme lives through three days."""
    statements: dict[str, Any] = {}

    def listen(*given: Any) -> None:
        statement, parameters, many = given[2], given[3], given[5]
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            statements.setdefault(statement, parameters[0] if many else parameters)

    event.listen(story.app.engine, "before_cursor_execute", listen)
    story.write(ANA, "I finished the Coaching Training yesterday.")
    story.write(BO, "I resign as a mentor, or else I take a break; what do you advise?")
    story.write(BO, "I resign as a mentor. My last day is 30 April 2027.")
    digest = story.digest_for(EVA)
    story.reply(digest, "approve 1\nwhy 1")
    story.app.watch()
    for _ in range(2):
        story.now += timedelta(days=1)
        story.run()
    event.remove(story.app.engine, "before_cursor_execute", listen)
    with reading(story.app.engine) as connection:
        return {
            statement: [
                row[3]
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            ]
            for statement, parameters in statements.items()
        }


def test_nothing_that_is_asked_every_day_goes_through_all_that_ever_was(
    asked: dict[str, list[str]],
) -> None:
    slow = {
        statement: [step for step in plan if WHOLE.search(step) and not step_is_small(step)]
        for statement, plan in asked.items()
    }
    assert {statement: plan for statement, plan in slow.items() if plan} == {}


def step_is_small(step: str) -> bool:
    return any(name in step for name in SMALL)


def test_the_days_asked_for_threads_facts_deadlines_alarms_and_old_bytes(
    asked: dict[str, list[str]],
) -> None:
    told = " ".join(asked)
    for part in (
        "token_hash IN",
        "party.open",
        "next_due <=",
        "place >",
        "length(data)",
        "cause IN",
    ):
        assert part in told, part


@pytest.mark.usefixtures("asked")
def test_a_party_says_whether_its_case_is_open(story: Story) -> None:
    case, party = table("case"), table("party")
    query = select(party.c.open, case.c.closed).join(case, case.c.id == party.c.case_id)
    with reading(story.app.engine) as connection:
        found = {(row.open, row.closed is None) for row in connection.execute(query)}
    assert found == {(True, True), (False, False)}
