"""The small rules: dates, limits, obstacles, what is understood and what is merged."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailer.rules import council, dates, limits
from mailer.rules.echo import LABELS, echo, merged
from mailer.rules.events import Source
from mailer.rules.facts import Policy
from mailer.rules.fields import Fields, Named
from mailer.rules.ids import derive
from mailer.rules.limits import Answered
from mailer.rules.records import Person, Question, QuestionState, Term
from tests.builders import ANA, EVA, FINN, NOW, PAST, POLICY, facts, roster

BERLIN = ZoneInfo("Europe/Berlin")
WORKING = (0, 1, 2, 3, 4)


def utc(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (utc(2027, 1, 4, 6, 59), utc(2027, 1, 4, 7)),
        (utc(2027, 1, 4, 7), utc(2027, 1, 5, 7)),
        (utc(2027, 1, 8, 7), utc(2027, 1, 11, 7)),
        (utc(2027, 1, 9, 12), utc(2027, 1, 11, 7)),
        (utc(2027, 1, 10, 23, 30), utc(2027, 1, 11, 7)),
        (utc(2027, 3, 26, 7), utc(2027, 3, 29, 6)),
        (utc(2027, 10, 29, 6), utc(2027, 11, 1, 7)),
    ],
    ids=[
        "today",
        "exactly now is over",
        "Friday to Monday",
        "from Saturday",
        "Sunday night is Monday there",
        "summer time begins",
        "summer time ends",
    ],
)
def test_the_next_digest_is_at_local_time_on_a_working_day(
    after: datetime, expected: datetime
) -> None:
    assert dates.next_digest(after, time(8), WORKING, BERLIN) == expected


def test_a_digest_at_an_hour_that_is_skipped_comes_once() -> None:
    half_past_two = time(2, 30)
    first = dates.next_digest(utc(2027, 3, 27, 12), half_past_two, range(7), BERLIN)
    assert first == utc(2027, 3, 28, 1, 30)
    assert dates.next_digest(first, half_past_two, range(7), BERLIN) == utc(2027, 3, 29, 0, 30)


def test_a_digest_at_an_hour_that_comes_twice_comes_once() -> None:
    half_past_two = time(2, 30)
    first = dates.next_digest(utc(2027, 10, 30, 12), half_past_two, range(7), BERLIN)
    assert first == utc(2027, 10, 31, 0, 30)
    assert dates.next_digest(first, half_past_two, range(7), BERLIN) == utc(2027, 11, 1, 1, 30)


ZONES = st.sampled_from(["Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kolkata"])


@given(
    st.integers(0, 20 * 366 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    st.times(),
    st.sets(st.integers(0, 6), min_size=1),
    ZONES,
)
def test_the_next_digest_is_always_later_and_at_most_eight_days_away(
    after: datetime, at: time, days: set[int], zone: str
) -> None:
    found = dates.next_digest(after, at, sorted(days), ZoneInfo(zone))
    assert after < found <= after + timedelta(days=8, hours=2)


def test_no_weekday_is_a_fault() -> None:
    with pytest.raises(ValueError, match="name no weekday"):
        dates.next_digest(NOW, time(8), (7,), UTC)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2027-01-04", "2027-01-04", "0 days"),
        ("2027-01-04", "2027-01-05", "1 day"),
        ("2027-01-05", "2027-01-04", "0 days"),
        ("2027-07-02", "2027-08-31", "60 days"),
        ("2027-01-31", "2027-02-28", "28 days"),
        ("2027-01-04", "2027-03-04", "2 months"),
        ("2026-12-31", "2027-03-30", "2 months"),
        ("2026-01-04", "2027-01-03", "11 months"),
        ("2026-01-04", "2027-01-04", "1 year"),
        ("2024-12-04", "2027-01-04", "2 years and 1 month"),
        ("2024-02-29", "2025-02-28", "11 months"),
    ],
)
def test_a_length_is_told_as_people_count(since: str, until: str, words: str) -> None:
    assert dates.length(date.fromisoformat(since), date.fromisoformat(until)) == words


@given(st.dates(), st.dates())
def test_every_length_has_words(one: date, other: date) -> None:
    assert dates.length(min(one, other), max(one, other))


def test_a_last_day_is_over_at_the_next_local_midnight() -> None:
    policy = Policy(zone=BERLIN)
    assert policy.morning_after(date(2027, 3, 27)) == utc(2027, 3, 27, 23)
    assert policy.morning_after(date(2027, 3, 28)) == utc(2027, 3, 28, 22)
    assert policy.day(utc(2027, 1, 4, 23, 30)) == date(2027, 1, 5)


LETTER = "query/help.sender"


@pytest.mark.parametrize(
    ("template", "earlier", "says"),
    [
        ("a/b", [], ""),
        ("a/b", [(timedelta(minutes=1), "a/b")] * 4, ""),
        ("a/b", [(timedelta(minutes=1), "a/b")] * 5, "5 automatic answers"),
        ("a/b", [(timedelta(hours=1), "a/b")] * 5, ""),
        ("a/b", [(timedelta(hours=2), "a/b")] * 19, ""),
        ("a/b", [(timedelta(hours=2), "a/b")] * 20, "20 automatic answers"),
        (LETTER, [(timedelta(hours=23), LETTER)], "this letter went"),
        (LETTER, [(timedelta(hours=23), "a/b")], ""),
    ],
)
def test_automatic_answers_have_limits(
    template: str, earlier: list[tuple[timedelta, str]], says: str
) -> None:
    sent = [Answered(NOW - ago, name) for ago, name in earlier]
    assert limits.exceeded(template, 1, sent, NOW, POLICY).startswith(says)
    assert bool(limits.exceeded(template, 1, sent, NOW, POLICY)) is bool(says)


@pytest.mark.parametrize(
    ("source", "other", "same"),
    [
        ({"answered": "t"}, {"answered": "t", "subject": "x"}, True),
        ({"references": ("<1>", "<2>")}, {"references": ("<1>",), "subject": "x"}, True),
        ({"references": ("<1>",)}, {"references": ("<2>",)}, False),
        ({"subject": "Away"}, {"subject": "RE: AW:  away "}, True),
        ({"subject": "Away"}, {"subject": "Here"}, False),
    ],
)
def test_which_mails_are_one_conversation(
    source: dict[str, Any], other: dict[str, Any], *, same: bool
) -> None:
    one, two = (limits.thread_of(Source(1, "a@b.example", **each)) for each in (source, other))
    assert (one == two) is same


@pytest.mark.parametrize(
    ("thread", "ago", "changed", "turn"),
    [
        ("t", timedelta(days=29), False, 4),
        ("t", timedelta(days=30), False, 1),
        ("t", timedelta(days=1), True, 1),
        ("other", timedelta(days=1), False, 1),
        ("subject:s", timedelta(days=6), False, 3),
        ("subject:s", timedelta(days=7), False, 1),
    ],
)
def test_the_turn_of_an_answer(thread: str, ago: timedelta, turn: int, *, changed: bool) -> None:
    earlier = [
        Answered(NOW - ago - timedelta(hours=1), "a/b", "t", 2),
        Answered(NOW - ago, "a/b", "t", 3),
        Answered(NOW - ago, "a/b", "subject:s", 2),
    ]
    assert limits.turn(thread, earlier, NOW, changed=changed) == turn


@pytest.mark.parametrize(
    ("earlier", "turn", "says"),
    [(0, 1, ""), (3, 1, ""), (4, 1, "hour"), (19, 1, "today"), (0, 3, "conversation"), (0, 2, "")],
)
def test_the_last_answer_says_that_it_is(earlier: int, turn: int, says: str) -> None:
    sent = [Answered(NOW - timedelta(minutes=1), "a/b")] * earlier
    told = limits.last(turn, sent, NOW, POLICY)
    assert says in told
    assert bool(told) is bool(says)


def test_a_fourth_answer_in_a_row_is_too_many() -> None:
    assert limits.exceeded("a/b", 3, [], NOW, POLICY) == ""
    assert "3 automatic answers in this conversation" in limits.exceeded("a/b", 4, [], NOW, POLICY)


QUESTION = Question("q", "kind", "Title", "application", "case", NOW, about=("ana",), number=1)
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("question", "member", "says"),
    [
        (QUESTION, EVA, ""),
        (QUESTION, ANA, "not on the council"),
        (QUESTION, PAST, "not on the council"),
        (replace(QUESTION, about=("eva", "ana")), EVA, "concerns yourself"),
        (replace(QUESTION, state=QuestionState.APPROVED, decided=NOW, decided_by="finn"), EVA,
         "already approved by Finn Council on 2027-01-04"),
        (replace(QUESTION, state=QuestionState.WITHDRAWN), EVA, "already withdrawn"),
        (replace(QUESTION, state=QuestionState.REJECTED, decided_by="gone"), EVA,
         "already rejected by somebody unknown"),
    ],
)  # fmt: skip
def test_an_obstacle_is_said_in_words(question: Question, member: Person, says: str) -> None:
    found = council.obstacle(question, member, TODAY, facts())
    assert says in found
    assert bool(found) is bool(says)


def test_the_role_holds_from_the_first_to_the_last_day() -> None:
    member = replace(ANA, terms=(Term(date(2027, 1, 2), date(2027, 1, 4)),))
    days = [date(2027, 1, day) for day in range(1, 6)]
    assert [member.on_council(day) for day in days] == [False, True, True, True, False]


def test_a_question_whose_facts_changed_gets_a_new_version_and_keeps_its_place() -> None:
    [put] = council.ask_or_update(QUESTION, replace(QUESTION, facts=(("a", "b"),), number=0))
    changed = put.record  # type: ignore[union-attr]
    assert isinstance(changed, Question)
    assert (changed.version, changed.number, changed.facts) == (2, 1, (("a", "b"),))
    assert council.ask_or_update(QUESTION, replace(QUESTION, title="new")) == ()
    assert council.update(None, QUESTION) == ()


def test_a_withdrawn_question_says_why() -> None:
    [put] = council.withdraw(QUESTION, NOW, "ana", "taken back")
    gone = put.record  # type: ignore[union-attr]
    assert isinstance(gone, Question)
    assert (gone.state, gone.version, gone.reason) == (QuestionState.WITHDRAWN, 2, "taken back")
    assert council.withdraw(None, NOW, None, "x") == ()


def test_what_was_understood_is_told_field_by_field() -> None:
    recommended = (Named("Ana", "ana@mail.example"), Named("Bo"))
    fields = Fields(
        course="Coaching",
        completed_on=date(2027, 1, 2),
        skills=("a", "b"),
        rating=4.0,
        recommended=recommended,
    )
    assert echo(fields) == (
        ("Course", "Coaching"),
        ("Course finished on", "2027-01-02"),
        ("Recommended successor", "Ana <ana@mail.example>, Bo"),
        ("Skills", "a, b"),
        ("Rating", "4"),
    )
    assert echo(Fields(), ("course", "country"), ("course",)) == (("Course", "not given"),)


def test_new_facts_take_the_place_of_old_ones_and_silence_does_not() -> None:
    old = Fields(course="Old", country="Chile", skills=("a",))
    assert merged(old, Fields(course="New")) == replace(old, course="New")
    assert merged(old, Fields()) == old
    assert merged(old, Fields(country="Peru"), ("course",)) == old


def test_every_label_is_a_field() -> None:
    assert set(LABELS) <= set(Fields.__slots__)


def test_an_id_follows_from_its_parts_and_their_borders() -> None:
    assert derive("a", "b") == derive("a", "b")
    assert len(derive("a")) == 16
    assert len({derive("ab", "c"), derive("a", "bc"), derive("abc"), derive("a", "b", "c")}) == 4


def test_the_roster_finds_people_by_every_address_whatever_its_case() -> None:
    people = roster(replace(ANA, addresses=("Ana@Mail.example", "pop@work.example")))
    for address in ("ana@mail.example", "ANA@mail.example", "POP@WORK.example"):
        found = people.at(address)
        assert found is not None
        assert found.id == "ana"


def test_the_roster_knows_pairs_and_the_council() -> None:
    people = roster()
    assert [person.id for person in people.mentees_of("bo")] == ["chi"]
    mentor = people.mentor_of("chi")
    assert mentor is not None
    assert mentor.id == "bo"
    assert people.mentor_of("ana") is None
    assert people.council(TODAY) == (EVA, FINN)
    assert people.name("nobody") == "somebody unknown"


def test_put_leaves_the_old_roster_as_it_was() -> None:
    old = roster()
    new = old.put(replace(ANA, name="Ana Maria Pop"))
    assert (old.name("ana"), new.name("ana")) == ("Ana Pop", "Ana Maria Pop")
