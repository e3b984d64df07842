"""Plain mails of the project's own, as a council's mail server hands them over."""

from collections.abc import Iterator

COUNCIL = "council@reps.example"
AUTHORITY = "mx.reps.example"
PEOPLE = 240

_GIVEN = ("Ana", "Bo", "Chi", "Dev", "Ede", "Fay", "Gus", "Hal", "Ina", "Jon", "Kai", "Lia")
_FAMILY = ("Pop", "Lind", "Okafor", "Rao", "Blom", "Cruz", "Dahl", "Ek", "Faye", "Gall")


def _name(number: int) -> str:
    initial = chr(ord("A") + number // 12 // 10)
    return f"{_GIVEN[number % 12]} {initial}. {_FAMILY[number // 12 % 10]}"


def _address(number: int) -> str:
    return f"writer{number}@mail.example"


# Every third person is a mentor: those whose number is 2 more than a multiple of three.
ROSTER = "name,email,role,country,mentor_email,mentored_since,skills,member_since\n" + "".join(
    [
        "Eva Council,eva@reps.example,council,Norway,,,,2020-01-01\n",
        "Finn Council,finn@reps.example,council,Chile,,,,2020-01-01\n",
        *(
            f"{_name(number)},{_address(number)},{'mentor' if number % 3 == 2 else 'rep'},"
            "Sweden,,,,2021-05-01\n"
            for number in range(PEOPLE)
        ),
    ]
)

_WORDS = (
    ("Mentoring", "I would like to become a mentor."),
    ("Course finished", "I have finished the Coaching Training on 2 November 2026."),
    ("Stepping down as a mentor", "I resign as a mentor."),
    ("A question", "Is there still room for a table at the spring fair?"),
    ("The open web this week", "Read all about it."),
)


def mail(number: int, subject: str, text: str, *more: str) -> bytes:
    """Return a mail from the person with this number, confirmed by our own mail server."""
    lines = (
        f"Authentication-Results: {AUTHORITY}; dmarc=pass header.from=mail.example",
        f"From: {_name(number)} <{_address(number)}>",
        f"To: Reps Council <{COUNCIL}>",
        f"Subject: {subject}",
        "Date: Fri, 06 Nov 2026 09:00:00 +0000",
        f"Message-ID: <{number}@mail.example>",
        *more,
        "",
        text,
        "",
    )
    return "\r\n".join(lines).encode()


def mails(count: int) -> Iterator[bytes]:
    """Yield so many mails; nobody writes twice, and every tenth was written by a machine."""
    for number in range(count):
        if number % 10 == 9:
            yield mail(number, *_WORDS[4], "List-Id: <news.mail.example>")
        elif number % 3 == 2:
            yield mail(number, *_WORDS[2])
        else:
            yield mail(number, *_WORDS[3 if number % 10 == 6 else number % 2])
