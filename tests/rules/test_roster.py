"""A roster stays the same value however its records came in."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mailer.rules.records import Mentor, Mentorship, MentorState, Person, Term
from mailer.rules.roster import FEW, Roster

DAY = date(2027, 1, 4)
PEOPLE = ("ana", "bo", "chi", "dev")

people = st.builds(
    lambda key, spare, on: Person(
        key,
        key.title(),
        (f"{key}@mail.example", *((f"{key.upper()}@post.example",) if spare else ())),
        terms=(Term(DAY, None),) if on else (),
    ),
    st.sampled_from(PEOPLE),
    st.booleans(),
    st.booleans(),
)
mentors = st.builds(Mentor, st.sampled_from(PEOPLE), st.sampled_from(list(MentorState)))
pairs = st.builds(
    lambda number, mentor, mentee, ended: Mentorship(
        f"pair-{number}", mentor, mentee, DAY, DAY if ended else None
    ),
    st.integers(0, 3),
    st.sampled_from(PEOPLE),
    st.sampled_from(PEOPLE),
    st.booleans(),
)


def seen(roster: Roster) -> Any:
    return [
        {person.id: person for person in roster},
        {mentor.person: mentor for mentor in roster.mentors()},
        {pair.id: pair for pair in roster.mentorships()},
        roster.council(DAY),
        [roster.at(f"{key}@{host}.example") for key in PEOPLE for host in ("mail", "post")],
        [roster.running(key) for key in PEOPLE],
        [roster.mentees_of(key) for key in PEOPLE],
        [roster.mentee_count(key) for key in PEOPLE],
    ]


@given(st.lists(st.one_of(people, mentors, pairs), max_size=FEW))
def test_records_put_one_by_one_give_the_roster_that_all_at_once_give(records: list[Any]) -> None:
    steps = Roster()
    for record in records:
        before = seen(steps)
        after = steps.put(record)
        assert seen(steps) == before
        steps = after
    latest = {
        (type(record), getattr(record, "id", "") or record.person): record for record in records
    }
    whole = Roster(
        [one for one in latest.values() if isinstance(one, Person)],
        [one for one in latest.values() if isinstance(one, Mentor)],
        [one for one in latest.values() if isinstance(one, Mentorship)],
    )
    assert seen(steps) == seen(whole)
