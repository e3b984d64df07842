"""Spreadsheets of invented people, of any size and always the same."""

from collections.abc import Iterator
from datetime import date, timedelta

HEAD = "name,email,role,country,mentor_email,mentored_since,skills,member_since\n"
COUNTRIES = ("Norway", "Chile", "India", "Kenya", "Brazil", "Japan")
SKILLS = ("writing", "events", "localisation", "coding")


def roster(mentors: int, reps: int, council: int, *, pairs: int, since: date) -> str:
    """Return so many people as CSV; the first `pairs` reps have a mentor.

    Their years began on the days after `since`, one after another, over a year.
    """
    members = (
        f"Council {number:04},council{number}@reps.example,council,,,,,2020-01-01\n"
        for number in range(council)
    )
    accepted = (
        f"Mentor {number:04},mentor{number}@mail.example,mentor,{COUNTRIES[number % 6]},,,"
        f"{SKILLS[number % 4]},2021-05-01\n"
        for number in range(mentors)
    )
    return "".join((HEAD, *members, *accepted, *_reps(mentors, reps, pairs, since)))


def _reps(mentors: int, reps: int, pairs: int, since: date) -> Iterator[str]:
    for number in range(reps):
        began, mentor = "", ""
        if number < pairs:
            began = (since + timedelta(days=number * 365 // pairs)).isoformat()
            mentor = f"mentor{number % mentors}@mail.example"
        person = f"Rep {number:04},rep{number}@post.example,rep,{COUNTRIES[number % 6]}"
        yield f"{person},{mentor},{began},,2024-01-01\n"
