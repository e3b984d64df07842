"""The service, doing the whole of its work on the same mails."""

import json
from pathlib import Path

from tests.benchmarks.corpus import AUTHORITY, COUNCIL
from tests.benchmarks.place import PROCESSED, Place


class NotWiredError(RuntimeError):
    """The service cannot be run from here yet."""


def settings_text(place: Place) -> str:
    """Return the mailer.toml of one run. What JSON writes as a string, TOML reads as the same."""
    values = {key: json.dumps(value) for key, value in _values(place).items()}
    return _SETTINGS.format(**values)


def prepare(place: Place) -> None:
    """Make the tables and import the roster; this is not measured."""
    path = Path(place.folder) / "mailer.toml"
    path.write_text(settings_text(place), encoding="utf-8")
    raise NotWiredError("mailer.app is not wired to the benchmark yet")


def drain(place: Place) -> dict[str, float]:
    """Work until the folder and the outbox are empty.

    Return the milliseconds a mail that each stage took, by the stage's name.
    """
    raise NotWiredError("mailer.app is not wired to the benchmark yet")


def _values(place: Place) -> dict[str, str | int]:
    return {
        "data": place.folder,
        "database": place.database,
        "council": COUNCIL,
        "authority": AUTHORITY,
        "host": place.host,
        "imap_port": place.imap_port,
        "user": place.user,
        "password": place.password,
        "processed": PROCESSED,
        "smtp_port": place.smtp_port,
    }


_SETTINGS = """\
data = {data}
database = {database}

[programme.reps]
address = {council}
authserv_id = {authority}

[mailbox.council]
programme = "reps"
host = {host}
port = {imap_port}
security = "none"
user = {user}
password = {password}
processed = {processed}

[delivery]
kind = "smtp"
host = {host}
port = {smtp_port}
security = "none"
"""
