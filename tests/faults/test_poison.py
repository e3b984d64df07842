"""A mail that ends or holds up the process is parked after three tries, it alone."""

import signal
import subprocess
import sys
from datetime import timedelta

import pytest

from tests.faults.mails import mail, mails
from tests.faults.nursery import Job, Nursery
from tests.faults.place import LEASES, Place, Places
from tests.faults.poison import MARK

PATIENCE = 0.5  # Seconds; the service has two minutes.
DIED = "3 times the service died, or was ended, while it had this mail in hand"
LOOPING = f"""\
import sys
from mailer import watchdog
watchdog.Watchdog.__init__.__defaults__ = ({PATIENCE},)
from tests.faults.poison import poison
poison("loop")
from mailer.cli import main
main()
"""


def poisoned(place: Place) -> None:
    """Put a deadly mail among others."""
    words = ("Mentoring", "I would like to become a mentor.", f"{MARK.decode()}: yes")
    written = list(mails(10))
    place.deliver([*written[:4], mail(30, *words), *written[4:]])


@pytest.mark.parametrize(
    ("kind", "code", "reason"),
    [
        ("killed", -signal.SIGKILL, DIED),
        ("loop", -signal.SIGALRM, DIED),
        ("memory", 0, "MemoryError"),
        ("recursion", 0, "RecursionError"),
    ],
)
def test_a_deadly_mail_is_parked_and_no_other(
    sqlite_places: Places, nursery: Nursery, kind: str, code: int, reason: str
) -> None:
    place = sqlite_places.new()
    poisoned(place)
    codes = []
    for _ in range(4):  # As a supervisor does; what the dead one had in hand is free by then.
        job = Job(str(place.here.config), place.now.isoformat(), poison=kind, patience=PATIENCE)
        nursery.start(job)
        codes.append(nursery.end(signal.SIGKILL, 30).code)
        place.now += LEASES

    assert codes == [code, code, code, 0]
    rows = place.here.rows("SELECT message_id, state, attempts, reason FROM inbox ORDER BY id")
    [parked] = [row for row in rows if row[1] != "done"]
    assert parked[:3] == ("<30@mail.example>", "parked", 3)
    assert reason in parked[3]
    assert len(rows) == 11
    assert place.here.column("SELECT count(*) FROM question WHERE kind = 'parked'") == [1]
    assert len(place.arrived) == place.here.column("SELECT count(*) FROM letter")[0] > 0


def test_mails_that_come_later_do_not_wait_for_a_deadly_one(
    sqlite_places: Places, nursery: Nursery
) -> None:
    place = sqlite_places.new()
    poisoned(place)
    job = Job(str(place.here.config), place.now.isoformat(), poison="killed")
    nursery.start(job)
    assert nursery.end(signal.SIGKILL, 30).killed

    place.deliver([mail(33, "Mentoring", "I would like to become a mentor.")])
    place.now += timedelta(minutes=6)  # The mailbox is free; what was in hand is not yet.
    job = Job(str(place.here.config), place.now.isoformat(), poison="killed")
    nursery.start(job)

    assert nursery.end(signal.SIGKILL, 30).code == 0
    assert place.here.column("SELECT message_id FROM inbox WHERE state = 'done'") == [
        "<33@mail.example>"
    ]


def test_the_command_ends_itself_where_a_mail_holds_it_up_and_says_where(
    sqlite_places: Places,
) -> None:
    place = sqlite_places.new()
    poisoned(place)
    command = [sys.executable, "-c", LOOPING, *place.here.command("run", "--once")[1:]]

    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == -signal.SIGALRM, done.stderr
    assert "in understand" in done.stderr
    assert "I would like" not in done.stderr
