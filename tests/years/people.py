"""What a person may write at a moment: plain sentences that nobody reads in two ways."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mailer.rules import standing
from mailer.rules.records import Mentor, Person
from mailer.rules.roster import Roster

DAY = timedelta(days=1)
PEOPLE = """\
name,email,role,country,mentor_email,mentored_since,skills,member_since,places
Eva Council,eva@reps.example,council,Norway,,,,2020-01-01,
Finn Council,finn@reps.example,council,Chile,,,,2020-01-01,
Gia Moretti,gia@reps.example,council,Italy,ivy@post.example,2026-05-03,,2021-01-01,
Bo Lind,bo@post.example,mentor,Sweden,,,writing;events,2021-05-01,3
Hal Ortega,hal@post.example,mentor,Peru,,,design,2022-05-01,1
Ivy Nakamura,ivy@post.example,mentor,Japan,bo@post.example,2026-01-20,,2022-07-01,2
Ana Pop,ana@mail.example,rep,Romania,,,,2025-03-01,
Chi Okafor,chi@mail.example,rep,Nigeria,bo@post.example,2026-02-10,,2024-03-01,
Dev Rao,dev@mail.example,rep,India,,,,2026-12-20,
Jon Weber,jon@mail.example,rep,Germany,bo@post.example,2024-02-29,,2023-03-01,
Kim Duarte,kim@mail.example,rep,Brazil,hal@post.example,2026-08-31,,2024-08-01,
"""
GIA = "gia@reps.example"


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail that somebody may write; `weight` is how often, beside the others."""

    text: str
    subject: str = "Hello"
    weight: int = 1


def possible(person: Person, roster: Roster, waiting: list[Person], day: date) -> Iterator[Mail]:
    """Yield what this person may write on this day; `waiting` are those without a mentor."""
    yield from _anybody(person, roster, day)
    if not standing.active(person, day):
        yield Mail("I would like to come back to the programme.", "Hello again", 3)
        return
    own = roster.mentor_of(person.id)
    if own is not None:
        yield from _mentee(person, own, roster, day)
    mentor = roster.mentor(person.id)
    if mentor is not None and mentor.current:
        yield from _mentor(person, mentor, roster, waiting, day)
        return
    yield Mail("I would like to become a mentor.", "Mentoring", 3)
    done = (day - 9 * DAY).strftime("%-d %B %Y")
    yield Mail(f"I have finished the Coaching Training on {done}.", "Course finished", 3)
    if own is None:
        yield Mail("I do not have a mentor and would like one, please.", "A mentor", 8)


def of_council(person: Person, roster: Roster, day: date) -> Iterator[Mail]:
    """Yield what a member of the council may write unasked."""
    words = "Please pass this on to the mentors: the summit takes place in Berlin in May."
    yield Mail(words, "Summit in May", 2)
    yield Mail("start feedback", "start feedback")
    for mentor in roster.mentors():
        leaver = roster.person(mentor.person)
        if mentor.current and leaver is not None and not leaver.erased and leaver != person:
            words = "I resign as a mentor. My last day will be "
            text = words + (day + 20 * DAY).strftime("%-d %B %Y.")
            yield Mail(_forwarded(leaver, text, day), "Fwd: Resignation")


def _anybody(person: Person, roster: Roster, day: date) -> Iterator[Mail]:
    for word in ("status", "mentors", "open", "template", "help"):
        yield Mail(word, word)
    yield Mail("Who can help me with writing?", "Help", 2)
    yield Mail("Please send me a copy of my data.", "My data")
    yield Mail("Please delete all my personal data.", "My data")
    yield Mail(
        f"I am leaving Mozilla Reps. Thank you for everything.\n\n{person.name}", "Goodbye", 2
    )
    if person.away(day):
        yield Mail("I am back earlier than planned.", "Back", 10)
        yield Mail("Please cancel my break.", "My break", 2)
        return
    since, until = day + 6 * DAY, day + 40 * DAY
    others = [one for one in roster if one.id != person.id and not one.erased]
    cover = sorted(others, key=lambda one: one.name)[day.toordinal() % max(len(others), 1)].name
    yield Mail(
        f"Dear Council,\n\nI need a break. I will be away from {since:%-d %B %Y} until "
        f"{until:%-d %B %Y}. {cover} covers for me.\n",
        "Break",
        3,
    )
    yield Mail(
        f"I am taking a break from {since:%-d %B %Y} until {day + 200 * DAY:%-d %B %Y}.", "Break"
    )
    yield Mail("I need a break.", "Break")


def _mentee(person: Person, own: Person, roster: Roster, day: date) -> Iterator[Mail]:
    met = (day - 3 * DAY).strftime("%-d %B %Y")
    yield Mail(f"I met with my mentor {own.name} on {met} for our yearly meeting.", "Meeting", 4)
    yield Mail("My mentor does not answer since March.", "My mentor", 2)
    why = "because our time zones do not fit. Could I have another mentor than"
    yield Mail(f"I would like to change my mentor {why} {own.name}?", "Change of mentor", 2)
    yield Mail("I would like another mentor, please.", "Change of mentor")
    for mentor in roster.mentors():
        other = roster.person(mentor.person)
        if mentor.current and other and other.id not in {own.id, person.id} and not other.erased:
            yield Mail(
                f"{own.name}, {other.name} and I have agreed that {other.name} becomes my new "
                "mentor.",
                "New mentor",
                2,
            )


def _mentor(
    person: Person, mentor: Mentor, roster: Roster, waiting: list[Person], day: date
) -> Iterator[Mail]:
    last = (day + 25 * DAY).strftime("%-d %B %Y")
    for one in waiting:
        if one.id != person.id:
            yield Mail(f"I take {one.name} as my mentee.", "A mentee", 6)
    yield Mail("I can take one more mentee, anyone from the list.", "A mentee", 3)
    yield Mail(f"I resign as a mentor. My last day will be {last}.", "Resignation", 2)
    yield Mail("I resign as a mentor today.", "Resignation")
    yield Mail("Please ignore my resignation, I stay on as a mentor.", "Sorry!")
    met = (day - 2 * DAY).strftime("%-d %B %Y")
    for mentee in roster.mentees_of(person.id):
        yield Mail(f"I met with {mentee.name} on {met} for our yearly meeting.", "Meeting", 3)
    for other in roster.mentors():
        named = roster.person(other.person)
        if other.current and named and named.id != person.id and not named.erased:
            yield Mail(
                f"I resign as a mentor. My last day will be {last}. I recommend {named.name} as "
                "my successor.",
                "Resignation",
            )


def _forwarded(who: Person, text: str, day: date) -> str:
    return (
        f"FYI\n\n---------- Forwarded message ---------\nFrom: {who.name} <{who.address}>\n"
        f"Date: {day:%a, %b %-d, %Y} at 9:00 AM\nSubject: Stepping down as a mentor\n"
        f"To: <council@reps.example>\n\n\n{text}\n"
    )


def with_gia_as_mentor(roster: Roster) -> Mentor:
    """Return the mentor that a council member is, too (situation 15)."""
    gia = roster.at(GIA)
    assert gia is not None
    known = next(iter(roster.mentors()))
    return replace(known, person=gia.id, places=2, skills=("events",))
