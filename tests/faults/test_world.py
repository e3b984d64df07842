"""The world misbehaves: a locked database, a full disk, servers that refuse or are not there."""

import contextlib
import signal
import smtplib
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.installation import Installation
from tests.faults.mails import COUNCIL, mail, mails
from tests.faults.nursery import Nursery
from tests.faults.place import DOUBT, Places
from tests.servers.sink import Answer, Cut

LIMITED = """\
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
from mailer.cli import main
main()
"""


def wait_for(what: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not come to pass in time"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def send(port: int, data: bytes) -> int:
    """Give a mail to the intake and return the code of its answer."""
    with smtplib.SMTP("127.0.0.1", port, timeout=30) as client:
        try:
            client.sendmail("ana@mail.example", [COUNCIL], data)
        except smtplib.SMTPDataError as error:
            return int(error.smtp_code)
    return 250


def is_up(port: int) -> bool:
    with contextlib.suppress(OSError), smtplib.SMTP("127.0.0.1", port, timeout=5):
        return True
    return False


def test_a_locked_database_makes_senders_and_commands_come_again(sqlite_places: Places) -> None:
    port = free_port()
    here = sqlite_places.new(user="", intake_port=port).here
    with here.running("run") as service:
        wait_for(lambda: is_up(port))
        assert send(port, mail(0, "Mentoring", "I would like to become a mentor.")) == 250
        wait_for(lambda: here.waiting() == (0, 0))

        lock = sqlite3.connect(here.folder / "data" / "mailer.db", isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        with here.running("run", "--once") as once:
            refused = send(port, mail(3, "Mentoring", "I would like to become a mentor."))
            out, err = once.communicate(timeout=60)
        lock.execute("ROLLBACK")
        lock.close()
        assert refused == 451
        assert once.returncode == 75, out + err
        assert "database is locked" in err
        assert "Traceback" not in err

        assert send(port, mail(3, "Mentoring", "I would like to become a mentor.")) == 250
        wait_for(lambda: here.column("SELECT count(*) FROM inbox WHERE state = 'done'") == [2])
        wait_for(lambda: here.waiting() == (0, 0))
        service.send_signal(signal.SIGTERM)
        service.communicate(timeout=10)
    assert service.returncode == 0
    assert here.column("SELECT DISTINCT attempts FROM inbox") == [1]


def test_a_full_disk_loses_nothing(sqlite_places: Places) -> None:
    place = sqlite_places.new()
    here = place.here
    place.deliver(data + b"Padding. " * 2000 for data in mails(40))
    full = int((here.folder / "data" / "mailer.db").stat().st_size) + 200_000
    command = [sys.executable, "-c", LIMITED, str(full), *here.command("run", "--once")[1:]]

    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == 75, done.stdout + done.stderr
    assert "disk" in done.stderr
    assert "Traceback" not in done.stderr
    here.run("run", "--once")
    assert here.column("SELECT count(*) FROM inbox WHERE state = 'done'") == [40]
    assert place.dovecot.subjects(here.user) == []
    assert set(place.arrived.values()) == {1}


def test_whatever_the_mail_server_does_each_letter_comes_to_its_end(
    sqlite_places: Places, nursery: Nursery
) -> None:
    place = sqlite_places.new()
    place.deliver(mails(12))
    place.sink.next(
        Answer(refuse_rcpt="550 5.1.1 No such user"),
        Answer(refuse_content="451 4.7.1 Greylisted"),
        Answer(cut=Cut.IN_DATA),
        Answer(cut=Cut.AFTER_DOT),
        Answer(delay=0.3),
        Answer(refuse_mail="421 4.3.2 Shutting down"),
    )

    place.finish(nursery)

    states = dict(place.here.rows("SELECT state, count(*) FROM letter GROUP BY state"))
    assert states == {"failed": 1, "sent": sum(states.values()) - 1}
    assert len(place.arrived) == states["sent"]
    assert [times for times in place.arrived.values() if times > 1] == [2]
    assert place.doubles == 1
    assert place.here.column("SELECT count(*) FROM question WHERE kind = 'address'") == [1]


def test_a_mailbox_that_is_down_is_said_in_a_line(sqlite_places: Places) -> None:
    here: Installation = sqlite_places.new(imap_port=free_port()).here

    told = here.run("run", "--once", code=75)

    assert "Traceback" not in told
    assert "council" in told
    assert "refused" in told


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder of letters of the operator's own, one of which lacks a value."""
    letter = tmp_path / "letters" / "resignation" / "announced.mentor.md"
    letter.parent.mkdir(parents=True)
    letter.write_text("Subject: Thank you\n\nDear {{ nobody.knows }},\n")
    return letter


def test_a_mail_that_always_fails_is_set_aside_shown_and_run_again(
    sqlite_places: Places, nursery: Nursery, broken: Path
) -> None:
    place = sqlite_places.new(templates=broken.parents[1])
    here = place.here
    others = [mail(n, "Mentoring", "I would like to become a mentor.") for n in range(0, 297, 3)]
    place.deliver([*others[:50], mail(2, "Stepping down", "I resign as a mentor."), *others[50:]])

    place.drain(nursery)
    assert dict(here.rows("SELECT state, count(*) FROM inbox GROUP BY state")) == {
        "done": 99,
        "received": 1,
    }
    for _ in range(3):
        place.drain(nursery)
    [[number, outcome, attempts]] = here.rows(
        "SELECT id, outcome, attempts FROM inbox WHERE state = 'parked'"
    )
    assert (outcome, attempts) == ("quarantined", 3)
    assert here.rows("SELECT state, source FROM question WHERE kind = 'parked'") == [
        ("pending", number)
    ]

    broken.unlink()
    here.run("replay", str(number))
    place.now += DOUBT
    place.drain(nursery)
    assert here.rows(f"SELECT state, outcome FROM inbox WHERE id = {number}") == [
        ("done", "applied")
    ]
    assert here.column("SELECT state FROM letter WHERE template LIKE 'resignation/%'") == ["sent"]
