"""Which mentor fits whom, with the reasons in words (B7), and who has room for it (E13)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from mailer.rules import standing
from mailer.rules.pairs import PARTED
from mailer.rules.records import Case, Mentor, Person
from mailer.rules.roster import Roster

_WORD = re.compile(r"[^\W_]+")

ASSIGNMENT = "assignment"
OFFERED, TAKEN, LEFT, AGREED = "offered", "taken", "left", "agreed"
HOLDING = (OFFERED, TAKEN, LEFT, AGREED)
"""States of an assignment in which it holds a place of its mentor."""

LANGUAGES = {
    "en": "english",
    "es": "spanish",
    "pt": "portuguese",
    "fr": "french",
    "de": "german",
    "it": "italian",
    "id": "indonesian",
}
"""The language of a person's letters, by the name under which mentors list it."""

_LANGUAGE, _COUNTRY, _SKILL, _ZONE, _ROOM, _BEFORE = 4.0, 3.0, 2.0, 1.0, 0.5, -3.0
_NEAR_ZONE = 2.0
_MOST_ROOM = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of somebody who looks for a mentor, beside what the roster knows.

    `without` are people who shall not be proposed: they said no, or were said no to.
    """

    mentee: Person
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    country: str | None = None
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mentor for a mentee, how well the two fit (the more the better) and why, in words."""

    mentor: str
    score: float
    reasons: tuple[str, ...]


def held_places(cases: Iterable[Case[Any]], besides: str = "") -> Counter[str]:
    """Return how many places of each mentor are held by assignments that are not decided yet.

    `besides` is the id of an assignment that shall not count.
    """
    return Counter(
        case.parties["mentor"]
        for case in cases
        if case.procedure == ASSIGNMENT
        and case.state in HOLDING
        and case.id != besides
        and "mentor" in case.parties
    )


def free_places(roster: Roster, mentor: Mentor, held: Mapping[str, int]) -> int:
    """Return how many places a mentor has that are neither taken nor held; never below 0."""
    return max(standing.room(roster, mentor) - held.get(mentor.person, 0), 0)


def proposals(
    wanted: Wanted, roster: Roster, day: date, held: Mapping[str, int], most: int = 3
) -> tuple[Proposal, ...]:
    """Return the mentors who fit best, the best one first; ties go by name."""
    past = _past(roster)
    found = [
        _proposal(wanted, mentor, roster, day, free, past.get(mentor.person, ()))
        for mentor, free in _possible(wanted, roster, day, held)
    ]
    found.sort(key=lambda one: (-one.score, roster.name(one.mentor), one.mentor))
    return tuple(found[:most])


def fit(
    wanted: Wanted, mentor: str, roster: Roster, day: date, held: Mapping[str, int]
) -> Proposal | None:
    """Return how well one mentor fits; None where the mentor cannot take this mentee."""
    own = (
        _proposal(wanted, known, roster, day, free, _past(roster).get(mentor, ()))
        for known, free in _possible(wanted, roster, day, held)
        if known.person == mentor
    )
    return next(own, None)


def plan(
    everybody: Iterable[Wanted], roster: Roster, day: date, held: Mapping[str, int]
) -> dict[str, Proposal]:
    """Return a mentor for each mentee for whom one has room; no place is given twice (B8).

    Who has the fewest mentors to choose from is placed first.
    """
    taken = Counter(held)
    found: dict[str, Proposal] = {}
    waiting = list(everybody)
    choice = {w.mentee.id: len(proposals(w, roster, day, held, len(roster))) for w in waiting}
    for wanted in sorted(waiting, key=lambda w: (choice[w.mentee.id], w.mentee.name, w.mentee.id)):
        for best in proposals(wanted, roster, day, taken, most=1):
            found[wanted.mentee.id] = best
            taken[best.mentor] += 1
    return found


def skilled(roster: Roster, skill: str, day: date) -> tuple[Mentor, ...]:
    """Return the mentors, here and serving, who have a skill, by name (R6). Room is not needed."""
    found = []
    for mentor in roster.mentors():
        person = roster.person(mentor.person)
        serving = standing.serving(roster, mentor.person, day)
        if serving and person and not person.away(day) and shared((skill,), mentor.skills):
            found.append(mentor)
    return tuple(sorted(found, key=lambda one: (roster.name(one.person), one.person)))


def shared(wished: Iterable[str], offered: Iterable[str]) -> tuple[str, ...]:
    """Return the offered skills that a wish names: "event planning" and "events" are near."""
    wishes = [_words(wish) for wish in wished]
    return tuple(s for s in offered if any(_near(wish, _of_skill(s)) for wish in wishes))


def mentioned(text: str, roster: Roster) -> tuple[str, ...]:
    """Return the skills of serving mentors that a text names in full, each once."""
    said = _words(text)
    every = (skill for mentor in roster.mentors() if mentor.current for skill in mentor.skills)
    return tuple(skill for skill in dict.fromkeys(every) if _of_skill(skill) <= said)


def _near(wish: frozenset[str], skill: frozenset[str]) -> bool:
    return bool(wish and skill) and (wish <= skill or skill <= wish)


def _words(text: str) -> frozenset[str]:
    """Return the words of a skill without their endings of number, so that events is event."""
    split = _WORD.findall(text.lower())
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in split)  # noqa: PLR2004 - "CSS" is no plural


@lru_cache(maxsize=4096)
def _of_skill(skill: str) -> frozenset[str]:
    """Return the words of a skill of the roster: the same ones are looked at for every mail."""
    return _words(skill)


def _possible(
    wanted: Wanted, roster: Roster, day: date, held: Mapping[str, int]
) -> Iterator[tuple[Mentor, int]]:
    own = roster.running(wanted.mentee.id)
    mentees = {mentee.id for mentee in roster.mentees_of(wanted.mentee.id)}
    parted = (
        pair.mentor
        for pair in roster.mentorships()
        if pair.mentee == wanted.mentee.id and pair.reason in PARTED
    )
    barred = {wanted.mentee.id, *wanted.without, *mentees, *parted}
    barred |= {own.mentor} if own else set()
    for mentor in standing.available(roster, day):
        free = 0 if mentor.person in barred else free_places(roster, mentor, held)
        if free:
            yield mentor, free


def _proposal(
    wanted: Wanted, mentor: Mentor, roster: Roster, day: date, free: int, past: Sequence[str]
) -> Proposal:
    person = roster.person(mentor.person)
    if person is None:
        raise ValueError("a mentor is on the roster as a person")
    score, reasons = 0.0, list[str]()
    for points, reason in (
        *_tongue(wanted, mentor, person),
        *_place(wanted, person, day),
        *_skills(wanted, mentor),
        *_history(wanted, past),
    ):
        score += points
        reasons.append(reason)
    reasons.append("1 free place" if free == 1 else f"{free} free places")
    return Proposal(mentor.person, score + _ROOM * min(free, _MOST_ROOM), tuple(reasons))


def _tongue(wanted: Wanted, mentor: Mentor, person: Person) -> Iterator[tuple[float, str]]:
    names = {person.language: LANGUAGES.get(person.language, person.language)}
    speaks = {each.lower() for each in (*mentor.languages, *names.values())}
    own = LANGUAGES.get(wanted.mentee.language, wanted.mentee.language)
    wishes = dict.fromkeys(each.lower() for each in (*wanted.languages, own))
    both = [each for each in wishes if each in speaks]
    if both:
        # English alone says little: everybody writes it to the service.
        rare = [each for each in both if each != LANGUAGES["en"]]
        told = " and ".join(each.capitalize() for each in (rare or both))
        yield (_LANGUAGE if rare else _LANGUAGE / 2), f"speaks {told}"


def _place(wanted: Wanted, person: Person, day: date) -> Iterator[tuple[float, str]]:
    country = wanted.country or wanted.mentee.country
    if country and person.country and country.lower() == person.country.lower():
        yield _COUNTRY, f"lives in {person.country}, too"
    apart = _hours_apart(wanted.mentee.zone, person.zone, day)
    if apart is not None and apart <= _NEAR_ZONE:
        yield _ZONE, "the same time of day" if apart == 0 else "nearly the same time of day"


def _hours_apart(one: str | None, other: str | None, day: date) -> float | None:
    if not one or not other:
        return None
    noon = datetime.combine(day, time(12))
    offsets = [noon.replace(tzinfo=ZoneInfo(zone)).utcoffset() for zone in (one, other)]
    first, second = offsets
    return None if first is None or second is None else abs(first - second).total_seconds() / 3600


def _skills(wanted: Wanted, mentor: Mentor) -> Iterator[tuple[float, str]]:
    fits = shared(wanted.skills, mentor.skills)
    if fits:
        yield _SKILL * len(fits), f"offers {', '.join(fits)}"


def _history(wanted: Wanted, past: Sequence[str]) -> Iterator[tuple[float, str]]:
    if wanted.mentee.id in past:
        yield _BEFORE, "was the mentor before"
    if past:
        yield 0.5, f"has been a mentor of {len(past)} before"


def _past(roster: Roster) -> Mapping[str, list[str]]:
    """Return the mentees of each mentor's relationships that are over."""
    found: dict[str, list[str]] = {}
    for pair in roster.mentorships():
        if pair.until is not None:
            found.setdefault(pair.mentor, []).append(pair.mentee)
    return found
