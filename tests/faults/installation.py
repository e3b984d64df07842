"""One installation of the service: IMAP in, SMTP out, a roster; its real command, its records."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from mailer.record import lists
from storage import inbox, outbox
from storage.engine import open_engine, reading, writing

COMMAND = Path(sys.executable).parent / "mailer"
PROGRAMME = "reps"
PROCESSED = "Processed"
COMMAND_SECONDS = 60.0


@dataclass
class Installation:
    """A folder with a mailer.toml. What JSON writes as a value, TOML reads as the same.

    Mails come from the mailbox `user` (none: from the built-in intake at `intake_port`). Letters
    go to `smtp_port` (none: to a Maildir). `programme` are further keys of its table.
    """

    folder: Path
    address: str
    authority: str
    database: str = ""
    user: str = ""
    imap_port: int = 0
    smtp_port: int = 0
    intake_port: int = 0
    password: str = "secret"
    poll_seconds: int = 60
    templates: Path | None = None
    programme: Mapping[str, Any] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    _engine: Engine | None = None

    @property
    def config(self) -> Path:
        return self.folder / "mailer.toml"

    @property
    def url(self) -> str:
        return self.database or f"sqlite:///{self.folder / 'data' / 'mailer.db'}"

    def write_settings(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        top: dict[str, Any] = {"data": "data", "database": self.database, "log": "json"}
        if self.templates is not None:
            top["templates"] = str(self.templates)
        tables: dict[str, Mapping[str, Any]] = {
            "programme.reps": {
                "address": self.address,
                "authserv_id": self.authority,
                "course": "Coaching Training",
                **self.programme,
            },
            "intake": {"enabled": bool(self.intake_port), "port": self.intake_port or 8025},
        }
        if self.user:
            tables["mailbox.council"] = {
                "programme": PROGRAMME,
                "host": "127.0.0.1",
                "port": self.imap_port,
                "security": "none",
                "user": self.user,
                "password": self.password,
                "processed": PROCESSED,
                "poll_seconds": self.poll_seconds,
            }
        if self.smtp_port:
            smtp = {"host": "127.0.0.1", "port": self.smtp_port, "security": "none"}
            tables["delivery"] = {"kind": "smtp", **smtp}
        tables |= self.tables
        parts = [_lines(top), *(f"[{name}]\n{_lines(rows)}" for name, rows in tables.items())]
        self.config.write_text("\n".join(parts), encoding="utf-8")

    def enrol(self, roster: str) -> None:
        """Import people by the real command."""
        path = self.folder / "roster.csv"
        path.write_text(roster, encoding="utf-8")
        self.run("import", str(path), "--apply")

    def command(self, *arguments: str) -> list[str]:
        return [str(COMMAND), "--config", str(self.config), *arguments]

    @contextmanager
    def running(self, *arguments: str) -> "Iterator[subprocess.Popen[str]]":
        """Start the real command, with its output kept; end it with the block if it still runs."""
        with subprocess.Popen(
            self.command(*arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"COLUMNS": "200"},
        ) as process:
            try:
                yield process
            finally:
                if process.poll() is None:
                    process.kill()

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run the real command, expect its exit code, and return what it printed."""
        with self.running(*arguments) as process:
            out, err = process.communicate(timeout=COMMAND_SECONDS)
        assert process.returncode == code, f"{arguments}: {process.returncode}\n{out}\n{err}"
        return out if code == 0 else out + err

    def json(self, *arguments: str) -> Any:
        """Run the real command with --json and return what it printed."""
        return json.loads(self.run(*arguments, "--json"))

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Return what a query finds in the database."""
        with reading(self._opened()) as connection:
            return [tuple(row) for row in connection.execute(text(statement))]

    def column(self, statement: str) -> list[Any]:
        return [row[0] for row in self.rows(statement)]

    def waiting(self) -> tuple[int, int]:
        """Return how many mails and how many letters have no end yet."""
        mails = "SELECT count(*) FROM inbox WHERE state = 'received'"
        letters = "SELECT count(*) FROM letter WHERE state IN ('queued', 'sending', 'unknown')"
        return self.column(mails)[0], self.column(letters)[0]

    def replay(self, number: int) -> None:
        """Have a parked mail handled again, as `mailer replay` does."""
        with writing(self._opened()) as connection:
            assert inbox.replay(connection, number)

    def resend(self, letter: str) -> None:
        """Have a letter sent again, as `mailer resend` does."""
        with writing(self._opened()) as connection:
            assert outbox.requeue(connection, letter)

    def records(self) -> dict[str, list[dict[str, Any]]]:
        """Return every record, without times and without the numbers that a database counts."""
        with reading(self._opened()) as connection:
            everything = lists.everything(connection, PROGRAMME)
        return timeless(everything)

    def close(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _opened(self) -> Engine:
        if self._engine is None:
            self._engine = open_engine(self.url)
        return self._engine


_COUNTED = {
    "inbox": {"id", "attempts", "uid", "uidvalidity", "envelope_to", "lease_until", "size"},
    "event": {"seq", "inbox", "place", "salt", "digest", "hash"},
    "question": {"number", "source"},
    "letter": {"attempts", "lease_until", "reply", "give_up"},  # One sent by hand has no end.
}
_MAILS = {"source", "sources", "raw"}  # Numbers of mails, and hashes with their trace headers.
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(\+\d\d:\d\d|Z)?")
_NUMBERED = re.compile(r"\b(mail|mail as|question) \d+")


def timeless(
    everything: Mapping[str, Sequence[Mapping[str, Any]]],
) -> dict[str, list[dict[str, Any]]]:
    """Return records without times and counted numbers, so that two runs can be compared."""
    return {
        name: sorted((_timeless(name, row) for row in rows if not _parked(row)), key=_order)
        for name, rows in everything.items()
    }


def _parked(row: Mapping[str, Any]) -> bool:
    """Say whether a row only tells that a mail was set aside for a while."""
    return row.get("kind") == "parked" or row.get("name") == "parked"


def _timeless(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    left_out = _COUNTED.get(table, set())
    return {key: _plain(value) for key, value in row.items() if key not in left_out}


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return "a time"
        case str():
            return _NUMBERED.sub(r"\1 N", _TIME.sub("a time", value))
        case dict():
            return {key: _plain(item) for key, item in value.items() if key not in _MAILS}
        case list() | tuple():
            return [_plain(item) for item in value]
    return value


def _order(row: Mapping[str, Any]) -> str:
    return json.dumps(row, sort_keys=True, default=str)


def differences(
    expected: Mapping[str, list[dict[str, Any]]], found: Mapping[str, list[dict[str, Any]]]
) -> list[str]:
    """Say in words what two sets of records do not share."""
    told = []
    for table, rows in expected.items():
        left, right = set(map(_order, rows)), set(map(_order, found[table]))
        told += [f"{table} is missing: {row[:400]}" for row in sorted(left - right)]
        told += [f"{table} has too much: {row[:400]}" for row in sorted(right - left)]
        if len(rows) != len(found[table]):
            told.append(f"{table}: {len(found[table])} rows, expected {len(rows)}")
    return told


def message_ids(mails: Iterable[bytes]) -> list[str]:
    """Return the Message-ID of each mail."""
    pattern = re.compile(rb"^Message-ID:\s*(<[^>]*>)", re.IGNORECASE | re.MULTILINE)
    return [found[1].decode() for mail in mails if (found := pattern.search(mail))]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _lines(values: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())
