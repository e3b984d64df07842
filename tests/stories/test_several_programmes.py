"""E35: two programmes on one installation show nothing of each other."""

import json
from collections.abc import Iterator
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from mailer.app import App
from mailer.cli import app as commands
from mailer.record import lists
from mailer.record.database import reading, writing
from mailer.record.people_csv import plan
from mailer.record.privacy import counts
from mailer.settings import Delivery, Intake, Programme, Settings
from storage import inbox
from tests.story import ANA, AUTHSERV, EVA, START, Received, Story

REPS, CLUB = "council@reps.example", "board@club.example"
# Ana is a rep here and a mentor there, Eva decides here and is a mentee there; there are two of
# the name Bo Lind.
OF_REPS = """\
name,email,role,country,mentor_email,mentored_since,skills,member_since
Eva Council,eva@reps.example,council,Norway,,,,2020-01-01
Ria Reps,ria@reps.example,council,Norway,,,,2020-01-01
Bo Lind,bo@post.example,mentor,Sweden,,,writing,2021-05-01
Ana Pop,ana@mail.example,rep,Romania,bo@post.example,2026-12-01,,2025-03-01
"""
OF_CLUB = """\
name,email,role,country,mentor_email,mentored_since,skills,member_since
Kim Club,kim@club.example,council,Japan,,,,2020-01-01
Ana Pop,ana@mail.example,mentor,Romania,,,sailing,2025-03-01
Eva Council,eva@reps.example,rep,Norway,ana@mail.example,2026-12-01,,2025-03-01
Bo Lind,bo@club.example,rep,Chile,ana@mail.example,2026-11-01,,2025-03-01
"""
KIM = "Kim Club <kim@club.example>"
OWN_WORDS = {"reps": ("Reps Council", "ria@", REPS), "club": ("Sailing Board", "kim@", CLUB)}


class Clock:
    """The time of the installation, which both programmes share."""

    now = START


class Side(Story):
    """One programme of the installation, as its people see it."""

    def __init__(self, app: App, folder: Path, clock: Clock, name: str, people: str) -> None:
        self.app, self.folder, self.clock, self.name = app, folder, clock, name
        self.settings, self.line = app.settings, app.lines[name]
        self.address = app.settings.programme[name].address
        self._seen, self._count, self._last = set(), 0, 0
        found = self.line.desk
        found.look_up([], self.now)
        self.enrol(people)

    @property
    def now(self) -> Any:  # type: ignore[override]
        return self.clock.now

    @now.setter
    def now(self, at: Any) -> None:
        self.clock.now = at

    def enrol(self, people: str) -> None:
        planned = plan(people, self.line.desk.roster, self.name)
        assert not planned.faults
        self.line.enrol(planned.records, self.now)

    def write(self, who: str, text: str, **more: Any) -> int:
        return super().write(who, text, **{"to": self.address, **more})

    def take(self, data: bytes) -> int:
        with writing(self.app.engine) as connection:
            [number] = inbox.store(connection, [inbox.Arrival(self.name, "test", data, self.now)])
        self.run()
        return number

    def letters(self) -> list[Received]:
        """Return what this programme's council sent, of all that came."""
        return [
            letter
            for letter in super().letters()
            if parseaddr(str(letter.message["From"]))[1] == self.address
        ]

    def mentor(self, name: str) -> str | None:
        with reading(self.app.engine) as connection:
            rows = lists.people(connection, self.name, self.now)
        return next(row["mentor"] for row in rows if row["name"] == name)

    def open_questions(self) -> list[dict[str, Any]]:
        with reading(self.app.engine) as connection:
            return lists.questions(connection, self.name)


@pytest.fixture
def sides(tmp_path: Path, database_url: str) -> Iterator[tuple[Side, Side]]:
    """The Reps and a sailing club, over one database."""
    common: dict[str, Any] = {"authserv_id": AUTHSERV, "objection_hours": 0}
    settings = Settings(
        data=tmp_path / "data",
        database=database_url,
        programme={
            "reps": Programme(
                address=REPS, title="Mozilla Reps", council_name="Reps Council", **common
            ),
            "club": Programme(
                address=CLUB, title="Sailing Club", council_name="Sailing Board", **common
            ),
        },
        intake=Intake(enabled=False),
        delivery=Delivery(kind="maildir", folder=tmp_path / "letters"),
    )
    clock = Clock()
    app = App(settings, lambda: clock.now)
    reps = Side(app, tmp_path, clock, "reps", OF_REPS)
    club = Side(app, tmp_path, clock, "club", OF_CLUB)
    app.start()
    yield reps, club
    app.close()


def foreign(words: str, own: str) -> list[str]:
    """Return which words of the other programme stand in a text of this one."""
    other = "club" if own == "reps" else "reps"
    return [word for word in (*OWN_WORDS[other], "sailing" if own == "reps" else "writing")
            if word in words]  # fmt: skip


def test_no_letter_of_a_busy_quarter_names_the_other_programme(sides: tuple[Side, Side]) -> None:
    reps, club = sides
    reps.write(ANA, "I would like to become a mentor. I finished the Coaching Training.")
    club.write(ANA, "I resign as a mentor, my last day is 2027-02-01.")
    for side, who in ((reps, ANA), (club, EVA), (club, ANA)):
        for words in ("status", "mentors", "open", "help"):
            side.write(who, words, subject=words)
    reps.wait(days=90)
    for side in sides:
        sent = side.letters()
        assert len(sent) > 10
        for letter in sent:
            assert foreign(f"{letter.message.as_string()} {letter.words}", side.name) == []


def test_each_council_decides_about_its_own_and_sees_no_other(sides: tuple[Side, Side]) -> None:
    reps, club = sides
    reps.write(ANA, "I finished the Coaching Training yesterday.")
    club.write(ANA, "I resign as a mentor, my last day is 2027-02-01.")
    mine = {side.name: {q["title"] for q in side.open_questions()} for side in sides}
    assert mine["reps"]
    assert mine["club"]
    assert mine["reps"].isdisjoint(mine["club"])
    digest = reps.digest_for("Ria Reps <ria@reps.example>")
    assert all(title in digest.words for title in mine["reps"])
    assert not any(title in digest.words for title in mine["club"])


def test_a_decision_with_the_numbers_of_one_changes_nothing_in_the_other(
    sides: tuple[Side, Side],
) -> None:
    reps, club = sides
    reps.write(ANA, "I finished the Coaching Training yesterday.")
    club.write(ANA, "I resign as a mentor, my last day is 2027-02-01.")
    [asked] = [q for q in club.open_questions() if q["procedure"] == "resignation"]
    digest = reps.digest_for(EVA)
    # Her own digest, sent to the other board: she is no member there, and it is not theirs.
    forged = digest.reply_to.replace(REPS.partition("@")[0], "board").replace(
        REPS.partition("@")[2], CLUB.partition("@")[2]
    )
    number = asked["number"]
    club.reply(digest, f"approve {number}", who=EVA, to=forged)
    club.reply(digest, f"approve {number}", who=EVA, to=CLUB)
    club.reply(digest, f"approve {number}", who=KIM, to=forged)
    [after] = [q for q in club.open_questions() if q["procedure"] == "resignation"]
    assert (after["state"], after["version"]) == (asked["state"], asked["version"])
    assert club.mentor("Ana Pop") == "active"


def test_an_answer_with_the_token_of_one_is_no_answer_in_the_other(
    sides: tuple[Side, Side],
) -> None:
    reps, club = sides
    reps.write(ANA, "I finished the Coaching Training yesterday.")
    letter = reps.letter_to(ANA)
    before = reps.cases()
    forged = letter.reply_to.replace(
        "council+", "board+").replace("@reps.example", "@club.example")  # fmt: skip
    club.reply(letter, "Not interested any more", who=ANA, to=forged)
    assert reps.cases() == before
    with reading(club.app.engine) as connection:
        found = lists.cases(connection, "club", closed=True)
    assert "application" not in {case["procedure"] for case in found}


def test_one_mail_to_both_is_two_mails_with_outcomes_of_their_own(
    sides: tuple[Side, Side],
) -> None:
    reps, club = sides
    words = (
        f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from=mail.example\r\n"
        f"From: {ANA}\r\nTo: {REPS}, {CLUB}\r\nSubject: Mentoring\r\n"
        "Message-ID: <both@mail.example>\r\nDate: Mon, 04 Jan 2027 09:00:00 +0000\r\n\r\n"
        "I would like to become a mentor.\r\n"
    ).encode()
    first, second = reps.take(words), club.take(words)
    assert reps.outcome(first) != "duplicate"
    assert club.outcome(second) != "duplicate"
    assert "application" in reps.cases()
    assert reps.mentor("Ana Pop") is None
    assert club.mentor("Ana Pop") == "active"


def test_erasing_somebody_from_one_leaves_the_other_as_it_was(sides: tuple[Side, Side]) -> None:
    reps, club = sides
    reps.write(ANA, "I would like to become a mentor.")
    ana_there = club.line.desk.roster.at("ana@mail.example")
    ana_here = reps.line.desk.roster.at("ana@mail.example")
    assert ana_there is not None
    assert ana_here is not None
    assert ana_here.id != ana_there.id
    with reading(club.app.engine) as connection:
        before = counts(connection, "club", ana_there)
        everything = lists.everything(connection, "club")
    reps.line.privacy(ana_here.id, "erase", reps.now)
    with reading(club.app.engine) as connection:
        assert counts(connection, "club", ana_there) == before
        assert lists.everything(connection, "club") == everything
        names = {row["name"] for row in lists.people(connection, "reps", reps.now)}
    assert "Ana Pop" not in names


@pytest.mark.parametrize(
    "command",
    ["people", "orphans", "cases --all", "questions", "inbox", "outbox", "export",
     "show ana@mail.example", "show q1", "report", "report --dry-run --day 2027-01-04"],
)  # fmt: skip
def test_no_list_export_or_search_of_one_shows_the_other(
    sides: tuple[Side, Side], command: str, tmp_path: Path
) -> None:
    reps, club = sides
    reps.write(ANA, "I finished the Coaching Training yesterday.")
    club.write(ANA, "I resign as a mentor, my last day is 2027-02-01.")
    reps.digest_for(EVA)
    for side in sides:
        told = _command(
            side, tmp_path, *command.split(), *([] if command == "export" else ["--json"])
        )
        assert told
        assert foreign(told, side.name) == []


@pytest.mark.parametrize("raw", [[], ["--raw"]], ids=["shown", "as bytes"])
def test_an_id_of_one_is_unknown_to_the_other(
    sides: tuple[Side, Side], raw: list[str], tmp_path: Path
) -> None:
    reps, club = sides
    number = reps.write(ANA, "I finished the Coaching Training yesterday.")
    with reading(reps.app.engine) as connection:
        letter = lists.everything(connection, "reps")["letter"][0]["id"]
    for what in (str(number), letter):
        assert "ana@mail.example" in _command(reps, tmp_path, "show", what, *raw)
        assert _command(club, tmp_path, "show", what, *raw, fails=True) == ""


def _command(side: Side, folder: Path, *words: str, fails: bool = False) -> str:
    """Run a command on this programme; return what it printed."""
    file = folder / "mailer.toml"
    url = json.dumps(side.settings.database)
    tables = "".join(
        f'[programme.{name}]\naddress = "{one.address}"\ntitle = "{one.title}"\n'
        f'council_name = "{one.council_name}"\n'
        for name, one in side.settings.programme.items()
    )
    file.write_text(f'data = "data"\ndatabase = {url}\n{tables}')
    result = CliRunner().invoke(commands, ["--config", str(file), *words, "--programme", side.name])
    assert (result.exception is not None) == fails, result.output
    return result.stdout
