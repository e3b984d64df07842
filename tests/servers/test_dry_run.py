"""B6 on a real mailbox: everything is decided, nothing leaves, and the folder is left as it is."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from mailer.app import App
from mailer.deliver import queue as outgoing
from mailer.record.database import reading, writing
from mailer.record.dry_run import done
from mailer.record.people_csv import plan
from mailer.rules.roster import Roster
from mailer.settings import Delivery, Mailbox, Programme, Settings
from tests.servers.dovecot import Dovecot
from tests.story import AUTHSERV, COUNCIL, PEOPLE, START

MAIL = (
    f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from=mail.example\r\n"
    f"From: Ana Pop <ana@mail.example>\r\nTo: {COUNCIL}\r\nSubject: Mentoring\r\n"
    "Message-ID: <1@mail.example>\r\nDate: Mon, 04 Jan 2027 09:00:00 +0000\r\n\r\n"
    "I would like to become a mentor.\r\n"
).encode()


class Trial:
    """An installation that polls a mailbox in which people work, too."""

    def __init__(self, folder: Path, database: str, dovecot: Dovecot) -> None:
        self.folder, self.database, self.dovecot = folder, database, dovecot
        self.user = dovecot.new_user()
        app = self.app("never")
        app.lines["reps"].enrol(plan(PEOPLE, Roster(), "reps").records, START)
        app.close()

    def app(self, send: Any) -> App:
        box = Mailbox(
            programme="reps", host=self.dovecot.host, port=self.dovecot.imaps, user=self.user,
            password=SecretStr(self.dovecot.password), cafile=self.dovecot.cafile,
        )  # fmt: skip
        own = Programme(address=COUNCIL, authserv_id=AUTHSERV, send=send)
        settings = Settings(
            data=self.folder / "data",
            database=self.database,
            programme={"reps": own},
            mailbox={"council": box},
            delivery=Delivery(kind="maildir", folder=self.folder / "letters"),
        )
        return App(settings, lambda: START)

    def run(self, send: str = "never") -> None:
        app = self.app(send)
        assert not app.once().problems
        app.close()

    def states(self, app: App) -> set[str]:
        with reading(app.engine) as connection:
            return {letter.state for letter in outgoing.listing(connection, "reps", 100)}

    def letters(self) -> list[Path]:
        return [path for path in (self.folder / "letters").rglob("*") if path.is_file()]


@pytest.fixture
def trial(tmp_path: Path, database_url: str, dovecot: Dovecot) -> Trial:
    made = Trial(tmp_path, database_url, dovecot)
    dovecot.deliver(made.user, [MAIL])
    return made


def flags(trial: Trial) -> list[tuple[bytes, ...]]:
    with trial.dovecot.connect(trial.user) as person:
        person.select_folder("INBOX", readonly=True)
        found = person.get_flags(person.search())
    return [tuple(flag for flag in marks if flag != b"\\Recent") for marks in found.values()]


def test_the_mail_is_read_and_stays_where_it_is_without_a_mark(trial: Trial) -> None:
    trial.run()
    trial.run()
    assert trial.dovecot.subjects(trial.user) == ["Mentoring"]
    assert flags(trial) == [()]
    with trial.dovecot.connect(trial.user) as person:
        assert not person.folder_exists("Processed")


def test_what_would_have_been_done_is_told_mail_by_mail(trial: Trial) -> None:
    trial.run()
    app = trial.app("never")
    with reading(app.engine) as connection:
        *mails, _rest = done(connection, "reps", START, START.replace(hour=23))
    app.close()
    [mail] = mails
    assert mail["from"] == "Ana Pop <ana@mail.example>"
    assert mail["outcome"]
    assert "ana@mail.example" in {letter["address"] for letter in mail["letters"]}
    assert {letter["state"] for letter in mail["letters"]} == {"withheld"}


def test_no_letter_leaves_while_it_runs_nor_when_it_ends(trial: Trial) -> None:
    trial.run()
    trial.run("always")
    app = trial.app("always")
    assert trial.states(app) == {"withheld"}
    app.close()
    assert trial.letters() == []
    assert trial.dovecot.subjects(trial.user, "Processed") == ["Mentoring"]


def test_a_withheld_letter_leaves_only_when_it_is_sent_by_hand(trial: Trial) -> None:
    trial.run()
    app = trial.app("always")
    with writing(app.engine) as connection:
        first = outgoing.listing(connection, "reps", 1)[0]
        assert outgoing.requeue(connection, first.id)
    app.close()
    trial.run()
    assert trial.letters() == []
    app = trial.app("always")
    with writing(app.engine) as connection:
        assert outgoing.requeue(connection, first.id)
    assert app.deliver().sent == 1
    app.close()
    assert len(trial.letters()) == 1
