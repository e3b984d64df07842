"""The service, doing the whole of its work on the same mails, as `mailer run --once` does."""

import json
import time
from pathlib import Path

from mailer import logs
from mailer.app import App, Done
from mailer.record.people_csv import plan
from mailer.settings import load
from tests.benchmarks.child import READERS_MB, peak_mb
from tests.benchmarks.corpus import AUTHORITY, COUNCIL
from tests.benchmarks.place import PROCESSED, Place

PROGRAMME = "reps"


def settings_text(place: Place, send: str = "always") -> str:
    """Return the mailer.toml of one run. What JSON writes as a string, TOML reads as the same."""
    values = {key: json.dumps(value) for key, value in {**_values(place), "send": send}.items()}
    return _SETTINGS.format(**values)


def prepare(place: Place) -> None:
    """Make the tables and import the roster; this is not measured."""
    _file(place).write_text(settings_text(place), encoding="utf-8")
    app = App(load(_file(place)))
    desk = app.lines[PROGRAMME].desk
    text = Path(place.roster).read_text(encoding="utf-8")
    wanted = plan(text, desk.roster, PROGRAMME)
    if wanted.faults:
        raise ValueError("; ".join(wanted.faults[:5]))
    with desk.unit(app.clock()) as unit:
        unit.put(wanted.records)
        unit.keep()
    with desk.unit(app.clock()):
        if len(desk.roster) != len(text.splitlines()) - 1:
            raise RuntimeError(f"only {len(desk.roster)} people were imported")
    app.close()


def drain(place: Place) -> dict[str, float]:
    """Work until the folder and the outbox are empty.

    Return the milliseconds a mail that each stage took, by the stage's name, and the memory of
    the processes that read beside it.
    """
    logs.set_up("json")
    app = _Timed(load(_file(place)))
    done = app.once()
    readers = sum(map(peak_mb, app.hearers.pids))
    app.close()
    if done.problems or done.failed:
        raise RuntimeError(f"{done.failed} letters failed; {'; '.join(done.problems)}")
    seconds = app.seconds | app.lines[PROGRAMME].times
    return {name: 1000 * value / done.handled for name, value in seconds.items()} | {
        READERS_MB: readers
    }


class _Timed(App):
    """The service, with a watch on the two rooms that stand outside the line."""

    @property
    def seconds(self) -> dict[str, float]:
        return self.__dict__.setdefault("_seconds", {"receive": 0.0, "deliver": 0.0})

    def receive(self) -> Done:
        begun = time.perf_counter()
        done = super().receive()
        self.seconds["receive"] += time.perf_counter() - begun
        return done

    def deliver(self) -> Done:
        begun = time.perf_counter()
        done = super().deliver()
        self.seconds["deliver"] += time.perf_counter() - begun
        return done


def _file(place: Place) -> Path:
    return Path(place.folder) / "mailer.toml"


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


# Nobody is left without an answer for having written too often: the bare loop has no such limit.
_SETTINGS = """\
data = {data}
database = {database}

[programme.reps]
address = {council}
authserv_id = {authority}
answers_per_hour = 100
send = {send}
answers_per_day = 100
answers_in_all = 1000000

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
