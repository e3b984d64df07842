"""One transaction over a programme: staged, kept or dropped, and written all or nothing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from mailer.record import load, outgoing
from mailer.record.book import Book
from mailer.record.desk import Desk
from mailer.record.unit import Unit
from mailer.render.templates import TemplateError, Templates
from mailer.rules.effects import Ask, Decision, Note, Put, Send
from mailer.rules.engine import Ran
from mailer.rules.events import Bounced, Ill, Said
from mailer.rules.intents import Intent
from mailer.rules.procedures import PROCEDURES
from mailer.rules.records import (
    Asks,
    Case,
    Mentor,
    MentorState,
    Question,
    QuestionState,
    Term,
)
from storage import inbox
from storage.engine import reading, writing
from storage.inbox import Arrival, Result
from tests.builders import ANA, BO, CHI, EVA, MENTORS, NOW, PAIRS, PEOPLE, POLICY, said, source

BOOK = Book(POLICY, Templates(), b"key", "reps@reps.example")


@pytest.fixture
def desk(engine: Engine) -> Desk:
    """A programme with the people of `builders`."""
    found = Desk(engine, BOOK)
    with found.unit(NOW) as unit:
        unit.put((*PEOPLE, *MENTORS, *PAIRS))
        unit.keep()
    return found


def question(name: str, **more: Any) -> Question:
    return Question(name, "kind", f"Title {name}", "contact", None, NOW, rule="r", **more)


def ran(*effects: Any, case: Case[Any] | None = None, procedure: str = "contact") -> Ran:
    before = Case("none", procedure, "", PROCEDURES[procedure].data(), NOW)
    return Ran(procedure, before, Decision(case, effects))


def event(name: str) -> Said:
    return said(Intent.OTHER, id=name)


def count(engine: Engine, table: str) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(load.table(table))).scalar() or 0


def numbers(engine: Engine) -> dict[str, int]:
    rows = load.table("question").c
    with reading(engine) as connection:
        found = connection.execute(select(rows.id, rows.number).order_by(rows.number))
        return {row.id: row.number for row in found}


def test_what_is_kept_is_written_and_what_is_dropped_is_not(engine: Engine, desk: Desk) -> None:
    with desk.unit(NOW) as unit:
        for name, keep in (("a", True), ("b", False), ("c", True)):
            unit.apply(event(name), ran(Ask(question(name)), Note("n", name)))
            if keep:
                unit.keep()
            else:
                unit.drop()
    assert numbers(engine) == {"a": 1, "c": 2}
    with reading(engine) as connection:
        assert load.known_events(connection, ["a", "b", "c"]) == {"a", "c"}


def test_what_is_neither_kept_nor_dropped_is_not_written(engine: Engine, desk: Desk) -> None:
    with desk.unit(NOW) as unit:
        unit.apply(event("a"), ran(Ask(question("a"))))
    assert numbers(engine) == {}


def test_numbers_go_on_without_gaps_from_one_transaction_to_the_next(
    engine: Engine, desk: Desk
) -> None:
    for batch in ("ab", "c", "", "de"):
        with desk.unit(NOW) as unit:
            for name in batch:
                unit.apply(event(name), ran(Ask(question(name))))
                unit.keep()
    assert numbers(engine) == {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}


def test_a_transaction_that_fails_writes_nothing(engine: Engine, desk: Desk) -> None:
    def failing() -> None:
        with desk.unit(NOW) as unit:
            unit.apply(event("a"), ran(Ask(question("a")), Put(replace(ANA, name="Other"))))
            unit.keep()
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        failing()
    assert numbers(engine) == {}
    assert desk.roster.name("ana") == "Ana Pop"
    assert Desk(engine, BOOK).look_up([], NOW) == []


def test_a_letter_that_cannot_be_written_drops_only_its_mail(engine: Engine, desk: Desk) -> None:
    good = Send("contact/passed_on.sender", to="ana", context={"matter": "x"})
    bad = replace(good, context={})
    with desk.unit(NOW) as unit:
        unit.prepare([], [])
        unit.apply(event("a"), ran(Ask(question("a")), good))
        unit.keep()
        with pytest.raises(TemplateError, match="matter"):
            unit.apply(event("b"), ran(Ask(question("b")), bad))
        unit.drop()
        unit.apply(event("c"), ran(Ask(question("c")), good))
        unit.keep()
    assert numbers(engine) == {"a": 1, "c": 2}
    assert count(engine, "letter") == 2


def test_writing_twice_is_harmless(engine: Engine, desk: Desk) -> None:
    case = Case("c", "query", "open", PROCEDURES["query"].data(), NOW, {"who": "ana"})
    send = Send("contact/passed_on.sender", to="ana", context={"matter": "x"})
    with desk.unit(NOW) as unit:
        unit.apply(event("a"), ran(Ask(question("a")), send, Put(CHI), case=case))
        unit.keep()
        unit.flush()
        unit.flush()
    assert [count(engine, name) for name in ("question", "letter", "case", "party")] == [1, 1, 1, 1]
    assert count(engine, "person") == len(PEOPLE)


def test_the_same_event_again_writes_no_second_letter(engine: Engine, desk: Desk) -> None:
    send = Send("contact/passed_on.sender", to="ana", context={"matter": "x"})
    for _ in range(2):
        with desk.unit(NOW) as unit:
            unit.prepare([event("a")], [])
            unit.apply(event("a"), ran(send))
            unit.keep()
    assert count(engine, "letter") == 1
    with desk.unit(NOW) as unit:
        unit.prepare([event("a"), event("b")], [])
        assert unit.known(event("a"))
        assert not unit.known(event("b"))


def test_the_same_bounce_again_is_one_question(engine: Engine, desk: Desk) -> None:
    def bounce(name: str) -> None:
        came = Bounced(name, NOW, "letter", "ana@mail.example", Ill.DEAD)
        with desk.unit(NOW) as unit:
            unit.prepare([came], [])
            unit.apply(came, ran(Ask(question("address"), again=True)))
            unit.keep()

    bounce("one")
    seen = replace(question("address", number=1), state=QuestionState.APPROVED)
    with desk.unit(NOW) as unit:
        unit.apply(event("seen"), ran(Put(seen)))
        unit.keep()
    bounce("two")
    assert numbers(engine) == {"address": 1}
    with reading(engine) as connection:
        [found] = load.asked(connection, "address")
    assert found.state is QuestionState.APPROVED


def test_a_changed_roster_is_seen_by_other_processes(engine: Engine, desk: Desk) -> None:
    other = Desk(engine, BOOK)
    other.look_up([], NOW)
    assert other.roster.mentor("bo") == MENTORS[0]
    gone = Mentor("bo", MentorState.RESIGNED, until=date(2027, 1, 1))
    with desk.unit(NOW) as unit:
        unit.put([gone])
        unit.keep()
    assert desk.roster.mentor("bo") == gone
    assert other.roster.mentor("bo") == MENTORS[0]
    other.look_up([], NOW)
    assert other.roster.mentor("bo") == gone
    with other.unit(NOW) as unit:
        assert unit.roster.mentor("bo") == gone


def test_a_term_and_an_address_that_are_gone_are_gone(engine: Engine, desk: Desk) -> None:
    ended = replace(EVA, terms=(Term(date(2025, 1, 1), date(2026, 12, 31)),))
    moved = replace(ANA, addresses=("new@mail.example", "ana@mail.example"))
    with desk.unit(NOW) as unit:
        unit.put([ended, moved])
        unit.keep()
    fresh = Desk(engine, BOOK)
    fresh.look_up([], NOW)
    assert fresh.roster.person("eva") == ended
    assert not ended.on_council(NOW.date())
    assert fresh.roster.person("ana") == moved
    assert fresh.roster.at("pop@work.example") is None


def test_a_person_who_changes_twice_in_one_transaction_is_as_at_last(
    engine: Engine, desk: Desk
) -> None:
    with desk.unit(NOW) as unit:
        unit.put([replace(ANA, addresses=("first@mail.example",))])
        unit.keep()
        unit.put([replace(ANA, addresses=("last@mail.example",))])
        unit.keep()
        unit.put([replace(ANA, addresses=("never@mail.example",))])
        unit.drop()
    fresh = Desk(engine, BOOK)
    fresh.look_up([], NOW)
    found = fresh.roster.person("ana")
    assert found is not None
    assert found.addresses == ("last@mail.example",)


def test_facts_are_those_of_the_people_concerned(engine: Engine, desk: Desk) -> None:
    data = PROCEDURES["query"].data()
    cases = [Case(who, "query", "open", data, NOW, {"who": who}) for who in ("ana", "bo")]
    closed = Case("old", "query", "open", data, NOW, {"who": "ana"}, closed=NOW)
    with desk.unit(NOW) as unit:
        for case in (*cases, closed):
            unit.apply(
                event(case.id), ran(Ask(replace(question(case.id), case=case.id)), case=case)
            )
            unit.keep()
    with desk.unit(NOW) as unit:
        facts = unit.facts(said(Intent.STATUS, speaker=ANA))
    assert [case.id for case in facts.cases] == ["ana"]
    assert [q.id for q in facts.questions] == ["ana"]


def test_facts_hold_what_is_staged_but_not_yet_kept(desk: Desk) -> None:
    with desk.unit(NOW) as unit:
        case = Case("c", "query", "open", PROCEDURES["query"].data(), NOW, {"who": "ana"})
        unit.apply(event("a"), ran(case=case))
        assert [c.id for c in unit.facts(said(Intent.STATUS)).cases] == ["c"]
        unit.drop()
        assert unit.facts(said(Intent.STATUS)).cases == ()


@pytest.fixture
def mails(engine: Engine) -> list[int]:
    """Three mails in the inbox."""
    arrivals = [Arrival("reps", "test", f"Subject: {n}\r\n\r\n{n}".encode(), NOW) for n in "123"]
    with writing(engine) as connection:
        return inbox.store(connection, arrivals)


def test_a_dropped_mail_keeps_waiting(engine: Engine, desk: Desk, mails: list[int]) -> None:
    claimed = desk.claim(NOW, 10)
    with desk.unit(NOW) as unit:
        mine, twins = unit.mine(claimed)
        assert (sorted(mine), twins) == (mails, {})
        for mail in mails:
            unit.finish(Result(mail, "applied", NOW))
            if mail == mails[1]:
                unit.drop()
            else:
                unit.keep()
    desk.release(mails[1], NOW, "it failed")
    assert desk.claim(NOW, 10) == []
    [again] = desk.claim(NOW + timedelta(minutes=2), 10)
    assert (again.id, again.attempts) == (mails[1], 2)


def test_a_case_that_cannot_be_handled_is_looked_at_later(engine: Engine, desk: Desk) -> None:
    data = PROCEDURES["query"].data()
    case = Case("c", "query", "open", data, NOW, {"who": "ana"}, {"d": NOW})
    with desk.unit(NOW) as unit:
        unit.apply(event("a"), ran(case=case))
        unit.keep()
    assert [found.id for found in desk.due(NOW, 10)] == ["c"]
    with desk.unit(NOW) as unit:
        unit.postpone("c", NOW + timedelta(hours=1))
    assert desk.due(NOW, 10) == []
    assert desk.due(NOW + timedelta(hours=1), 10) == [case]


def test_what_is_due_to_the_same_people_is_met_together(engine: Engine, desk: Desk) -> None:
    """So that one letter can hold it (R32), however small a batch is."""
    data, day = PROCEDURES["query"].data(), timedelta(days=1)
    cases = [
        Case("c1", "query", "open", data, NOW, {"who": "ana"}, {"d": NOW - 3 * day}),
        Case("c2", "query", "open", data, NOW, {"who": "bo"}, {"d": NOW - 2 * day}),
        Case("c3", "query", "open", data, NOW, {"who": "ana"}, {"d": NOW - day}),
        Case("c4", "query", "open", data, NOW, {"who": "ana"}, {"d": NOW + day}),
    ]
    with desk.unit(NOW) as unit:
        for case in cases:
            unit.apply(event(case.id), ran(case=case))
        unit.keep()
    assert [found.id for found in desk.due(NOW, 1)] == ["c1", "c3"]
    assert [found.id for found in desk.due(NOW, 2)] == ["c1", "c2", "c3"]
    assert [found.id for found in desk.due(NOW, 9)] == ["c1", "c2", "c3"]


def test_automatic_answers_over_the_limit_are_kept_and_not_sent(engine: Engine, desk: Desk) -> None:
    letter = load.table("letter").c
    with desk.unit(NOW) as unit:
        unit.prepare([], {"ana@mail.example"})
        for number in range(7):
            came = said(Intent.OTHER, inbox=number)
            send = Send("contact/passed_on.sender", to="ana", context={"matter": "x"},
                        thread=came.source)  # fmt: skip
            unit.apply(came, ran(send))
            unit.keep()
    with reading(engine) as connection:
        found = connection.execute(select(letter.state, func.count()).group_by(letter.state))
        assert {row[0]: row[1] for row in found} == {"queued": 5, "suppressed": 2}


def test_a_letter_that_asks_carries_a_token_of_which_only_the_hash_is_kept(
    engine: Engine, desk: Desk
) -> None:
    asks = Asks("query", "c", (Intent.YES,))
    send = Send("contact/passed_on.sender", to="bo", context={"matter": "x"}, asks=asks)
    with desk.unit(NOW) as unit:
        unit.apply(event("a"), ran(send))
        unit.keep()
    with reading(engine) as connection:
        [row] = connection.execute(select(load.table("letter"))).mappings()
    assert row["token_hash"].encode() not in row["data"]
    assert b"Reply-To: council+" in row["data"]
    assert row["token_expires"] == NOW + POLICY.token_lives
    assert row["address"] == BO.address
    assert row["case_id"] == "c"


def test_a_unit_reads_the_last_number_under_the_programmes_lock(desk: Desk) -> None:
    with desk.unit(NOW) as unit:
        assert isinstance(unit, Unit)
        unit.apply(event("a"), ran(Ask(question("a"))))
        unit.keep()
        assert unit.facts(event("b")).question(1) is not None


def test_a_closed_breaker_counts_anew(engine: Engine, desk: Desk) -> None:
    with desk.unit(NOW) as unit:
        for number in range(3):
            came = said(Intent.OTHER, inbox=number, source=source(ANA, number))
            send = Send("contact/passed_on.sender", to="ana", context={"matter": "x"},
                        thread=came.source)  # fmt: skip
            unit.apply(came, ran(send))
            unit.keep()
    later = NOW + timedelta(minutes=5)
    with writing(engine) as connection:
        assert outgoing.answers_today(connection, POLICY, later) == 3
        outgoing.close_breaker(connection, "reps", later)
        assert outgoing.answers_today(connection, POLICY, later) == 0
