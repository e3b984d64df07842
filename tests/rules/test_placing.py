"""Who fits whom and why, who has no mentor, and what everybody may see."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta

from mailer.rules import directory, placing
from mailer.rules.assigning import Assignment
from mailer.rules.facts import Policy
from mailer.rules.fields import Fields
from mailer.rules.orphans import orphans
from mailer.rules.pairs import REPLACED, begun, ended
from mailer.rules.placing import Wanted
from mailer.rules.records import Case, Mentor, Mentorship, MentorState, Person
from mailer.rules.roster import Roster

DAY = date(2027, 1, 4)
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
ANA = Person("ana", "Ana", ("ana@x.example",), language="es", country="Peru", zone="America/Lima")
LUZ = Person("luz", "Luz", ("luz@x.example",), language="es", country="Peru")
TOM = Person("tom", "Tom", ("tom@x.example",), country="Norway", zone="America/Bogota")
UMA = Person("uma", "Uma", ("uma@x.example",), country="India")
VIC = Person("vic", "Vic", ("vic@x.example",))


def mentor(person: Person, **more: object) -> Mentor:
    return Mentor(person.id, MentorState.ACTIVE, **more)  # type: ignore[arg-type]


ROSTER = Roster(
    (ANA, LUZ, TOM, UMA, VIC),
    (mentor(LUZ), mentor(TOM, skills=("event planning",)), mentor(UMA, places=1)),
)


def names(*found: placing.Proposal) -> list[str]:
    return [one.mentor for one in found]


def entry(person: Person, state: str = "open", **parties: str) -> Case[Assignment]:
    data = Assignment(fields=Fields(languages=("Spanish",)))
    return Case(
        f"case-{person.id}", "assignment", state, data, NOW, {"mentee": person.id} | parties
    )


def test_a_common_language_and_country_count_most() -> None:
    found = placing.proposals(Wanted(ANA), ROSTER, DAY, {})

    assert names(*found) == ["luz", "tom", "uma"]
    assert found[0].reasons == ("speaks Spanish", "lives in Peru, too", "3 free places")


def test_skills_and_the_time_of_day_are_told_as_reasons() -> None:
    found = placing.proposals(Wanted(ANA, skills=("events",)), ROSTER, DAY, {})

    [tom] = [one for one in found if one.mentor == "tom"]
    assert tom.reasons == ("the same time of day", "offers event planning", "3 free places")


def test_who_was_replaced_is_not_proposed_to_the_same_mentee_again() -> None:
    over = Mentorship("old", "luz", "ana", until=DAY, reason=REPLACED)
    assert names(*placing.proposals(Wanted(ANA), ROSTER.put(over), DAY, {})) == ["tom", "uma"]


def test_nobody_is_proposed_who_may_not_be() -> None:
    pair = Mentorship("p", "tom", "ana")
    own = Mentorship("q", "ana", "uma")
    people = ROSTER.put(pair, own, mentor(ANA))

    found = placing.proposals(Wanted(ANA, without=frozenset({"luz"})), people, DAY, {})

    assert names(*found) == []


def test_a_held_place_is_no_free_place() -> None:
    held = placing.held_places([entry(VIC, "taken", mentor="uma")])

    assert "uma" not in names(*placing.proposals(Wanted(ANA), ROSTER, DAY, held))


def test_a_mentor_of_before_comes_last_and_is_told() -> None:
    people = ROSTER.put(Mentorship("p", "luz", "ana", until=date(2026, 1, 1)))

    found = placing.proposals(Wanted(ANA), people, DAY, {})

    [luz] = [one for one in found if one.mentor == "luz"]
    assert "was the mentor before" in luz.reasons


def test_mentors_on_a_break_are_not_proposed() -> None:
    away = ROSTER.put(replace(LUZ, away_from=DAY, away_until=DAY + timedelta(days=9)))

    assert "luz" not in names(*placing.proposals(Wanted(ANA), away, DAY, {}))


def test_a_plan_gives_no_place_twice() -> None:
    alone = Roster((ANA, VIC, UMA), (mentor(UMA, places=1),))

    found = placing.plan([Wanted(ANA), Wanted(VIC)], alone, DAY, {})

    assert list(found) == ["ana"]


def test_a_skill_is_found_in_singular_and_in_part() -> None:
    assert [m.person for m in placing.skilled(ROSTER, "event planning", DAY)] == ["tom"]
    assert [m.person for m in placing.skilled(ROSTER, "Planning", DAY)] == ["tom"]
    assert placing.skilled(ROSTER, "origami", DAY) == ()


def test_orphans_are_listed_once_with_why_and_since_when() -> None:
    gone = replace(mentor(TOM), state=MentorState.RESIGNED, until=date(2026, 12, 1))
    people = ROSTER.put(gone, Mentorship("p", "tom", "ana"))

    found = orphans(people, [entry(VIC)], Policy(), DAY)

    assert [(one.name, one.why, one.since) for one in found] == [
        ("Tom", "has no mentor and has not asked for one", None),
        ("Ana", "Tom is no mentor any more", date(2026, 12, 1)),
        ("Vic", "looks for a mentor", DAY),
    ]
    assert found[1].age == "34 days"


def test_mentors_alumni_and_people_on_a_break_are_no_orphans() -> None:
    people = Roster(
        (LUZ, replace(ANA, left_on=date(2026, 1, 1)), replace(VIC, away_from=DAY)), (mentor(LUZ),)
    )

    assert orphans(people, [], Policy(), DAY) == ()


def test_everybody_sees_public_fields_alone() -> None:
    lines = directory.mentors(ROSTER, DAY)
    openings = directory.openings([entry(VIC)], ROSTER, Policy(), DAY)

    assert [line.name for line in lines] == ["Luz", "Tom", "Uma"]
    assert "example" not in str([*map(asdict, lines), *map(asdict, openings)])
    assert openings[0].languages == ("Spanish",)


def test_a_temporary_relationship_has_no_year() -> None:
    pair = Mentorship("p", "tom", "ana", since=DAY)

    assert len(begun(pair, NOW)) == 2
    assert len(begun(replace(pair, temporary=True), NOW)) == 1
    assert len(ended(replace(pair, temporary=True), DAY, "over", NOW)) == 1
