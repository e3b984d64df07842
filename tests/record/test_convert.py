"""Every record goes into its rows and comes back as it was, on both databases."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from mailer.record import convert, load
from mailer.record.people import write
from mailer.rules.events import Candidate, Source
from mailer.rules.fields import Command, Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.procedures import PROCEDURES
from mailer.rules.records import (
    Asks,
    Case,
    Mentor,
    Mentorship,
    MentorState,
    Objection,
    Person,
    Question,
    QuestionState,
    Step,
    Term,
    Vote,
)
from mailer.rules.roster import Roster
from storage import bulk
from storage.engine import writing

# PostgreSQL's text holds no NUL and no lone surrogate; parsing lets neither through.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
names = words.filter(bool)
days = st.dates(date(1970, 1, 1), date(2100, 1, 1))
instants = st.integers(0, 4_000_000_000_000_000).map(
    lambda micro: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micro)
)
lists = st.lists(words, max_size=3).map(tuple)
named = st.builds(Named, st.none() | words, st.none() | words, st.none() | words)

people = st.builds(
    Person,
    id=st.just("ana"),
    name=words,
    addresses=st.lists(names, min_size=1, max_size=3, unique=True).map(tuple),
    language=words,
    country=st.none() | words,
    username=st.none() | words,
    member_since=st.none() | days,
    terms=st.lists(st.builds(Term, days, st.none() | days), max_size=3, unique_by=lambda t: t.since)
    .map(lambda terms: tuple(sorted(terms, key=lambda term: term.since))),
)  # fmt: skip
mentors = st.builds(
    Mentor, st.just("ana"), st.sampled_from(MentorState), st.none() | days, st.none() | days,
    st.integers(0, 99), lists, lists,
)  # fmt: skip
pairs = st.builds(
    Mentorship, st.just("p"), st.just("ana"), st.just("ana"), st.none() | days, st.none() | days
)
steps = st.lists(
    st.builds(Step, words, words, st.none() | instants, st.none() | words), max_size=3
).map(tuple)
questions = st.builds(
    Question,
    id=st.just("q"), kind=words, title=words, procedure=words, case=st.none() | words,
    asked=instants, about=lists, facts=st.lists(st.tuples(words, words), max_size=3).map(tuple),
    evidence=words, rule=words, approve=words, silence=words, steps=steps,
    number=st.integers(0, 2**31 - 1), version=st.integers(1, 99),
    state=st.sampled_from(QuestionState), snoozed=st.none() | days, decided=st.none() | instants,
    decided_by=st.none() | words, reason=words, source=st.none() | st.integers(0, 2**31 - 1),
    until=st.none() | days, effective=st.none() | instants, undo=words,
    votes=st.lists(st.builds(Vote, words, st.booleans(), instants, words), max_size=3).map(tuple),
    objection=st.none() | st.builds(Objection, words, instants, words),
)  # fmt: skip
fields = st.builds(
    Fields,
    person=st.none() | named, skills=lists, completed_on=st.none() | days,
    recommended=st.lists(named, max_size=2).map(tuple),
    rating=st.none() | st.integers(0, 10).map(float),
    commands=st.lists(st.builds(Command, words, until=st.none() | days), max_size=2).map(tuple),
    steps=st.lists(st.integers(0, 99), max_size=3).map(tuple),
)  # fmt: skip


def data_of(name: str) -> st.SearchStrategy[Any]:
    """Return any data that a case of this procedure may hold."""
    special = {
        "application": {"fields": fields, "words": words, "applied_on": st.none() | days},
        "resignation": {"fields": fields, "words": words, "witnesses": lists,
                        "sources": st.lists(st.integers(0, 99), max_size=3).map(tuple)},
        "onboarding": {"steps": steps},
        "clarification": {
            "readings": st.lists(
                st.builds(Candidate, st.sampled_from(Intent), words, fields, words), max_size=2
            ).map(tuple),
            "source": st.builds(Source, st.integers(0, 99), words, words, words,
                                st.none() | words, lists),
            "words": words, "answers": lists,
            "chosen": st.lists(st.sampled_from(Intent), max_size=2).map(tuple),
        },
        "digest": {"shown": st.dictionaries(words, st.integers(0, 9), max_size=3),
                   "news_seen": st.integers(0, 99)},
    }  # fmt: skip
    return st.builds(PROCEDURES[name].data, **special.get(name, {}))  # type: ignore[arg-type]


cases = st.sampled_from(sorted(PROCEDURES)).flatmap(
    lambda name: st.builds(
        Case, id=st.just("c"), procedure=st.just(name), state=words, data=data_of(name),
        opened=instants, parties=st.dictionaries(words, st.just("ana"), max_size=2),
        due=st.dictionaries(words, instants, max_size=3), version=st.integers(1, 99),
        closed=st.none() | instants,
    )
)  # fmt: skip
asks = st.builds(
    Asks, words, st.none() | words, st.lists(st.sampled_from(Intent), max_size=3).map(tuple),
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 9)), max_size=3).map(tuple),
    choice=st.booleans(), recorded=fields, states=lists,
)  # fmt: skip

few = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def through(engine: Engine, **tables: Any) -> list[Mapping[str, Any]]:
    """Write rows into a database, read those of the last table back, and undo it all."""
    with engine.connect().execution_options(write=True) as connection:
        begun = connection.begin()
        for name, rows in tables.items():
            bulk.put(connection, load.table(name), rows if isinstance(rows, list) else [rows])
        found = connection.execute(select(load.table(name))).mappings().all()
        begun.rollback()
    return list(found)


ANA = convert.person_rows("reps", Person("ana", "Ana", ("a",)))[0]


@few
@given(person=people)
def test_a_person_comes_back(engine: Engine, person: Person) -> None:
    with writing(engine) as connection:
        write(connection, "reps", Roster([person]), {"ana"})
        assert load.roster(connection, "reps").person("ana") == person


@few
@given(mentor=mentors)
def test_a_mentor_comes_back(engine: Engine, mentor: Mentor) -> None:
    [row] = through(engine, person=ANA, mentor=convert.mentor_row("reps", mentor))
    assert convert.mentor_from(row) == mentor  # type: ignore[arg-type]


@few
@given(pair=pairs)
def test_a_mentorship_comes_back(engine: Engine, pair: Mentorship) -> None:
    [row] = through(engine, person=ANA, mentorship=convert.mentorship_row("reps", pair))
    assert convert.mentorship_from(row) == pair  # type: ignore[arg-type]


@few
@given(question=questions)
def test_a_question_comes_back(engine: Engine, question: Question) -> None:
    [row] = through(engine, question=convert.question_row("reps", question))
    assert convert.question_from(row) == question  # type: ignore[arg-type]


@few
@given(case=cases)
def test_a_case_comes_back(engine: Engine, case: Case[Any]) -> None:
    row, parties = convert.case_rows("reps", case)
    through(engine, person=ANA, case=row, party=parties)
    [found] = through(engine, case=row)
    assert convert.case_from(found, case.parties) == case  # type: ignore[arg-type]
    assert found["next_due"] == min(case.due.values(), default=None)


@given(asks)
def test_what_a_letter_asked_comes_back(asked: Asks) -> None:
    assert convert.asks_from(convert.to_json(asked)) == asked


def test_what_asked_for_nothing_asks_for_nothing() -> None:
    assert convert.asks_from(None) is None
