"""A mail that ends or holds up the process is parked after three tries, it alone."""

import signal
import subprocess
import sys
from datetime import timedelta

from mailer.record import deadlines
from tests.faults.mails import mail, mails
from tests.faults.nursery import Job, Nursery
from tests.faults.place import LEASES, Place, Places
from tests.faults.poison import KINDS, MARK

PATIENCE = 1.0  # Seconds; the service has two minutes.
DIED = "3 times the service died, or was ended, while it had this mail in hand"
ENDS = {
    "killed": (-signal.SIGKILL, DIED),
    "loop": (-signal.SIGALRM, DIED),
    "memory": (0, "MemoryError"),
    "recursion": (0, "RecursionError"),
}
LOOPING = f"""\
from mailer import watchdog
watchdog.Watchdog.__init__.__defaults__ = ({PATIENCE},)
from tests.faults.poison import poison
poison()
from mailer.cli import main
main()
"""
WISH = ("Mentoring", "I would like to become a mentor.")


def deliver(place: Place, *kinds: str) -> None:
    """Bring ten mails, and after the fourth of them one of each deadly kind."""
    written = list(mails(10))
    deadly = [mail(30 + n, *WISH, f"{MARK}: {kind}") for n, kind in enumerate(kinds)]
    place.deliver([*written[:4], *deadly, *written[4:]])


def drain(place: Place, nursery: Nursery) -> int:
    """Start the service once and return its exit code."""
    now = place.now.isoformat()
    nursery.start(Job(str(place.here.config), now, poison=True, patience=PATIENCE))
    return nursery.end(signal.SIGKILL, 30).code


def test_deadly_mails_are_parked_and_no_others(sqlite_places: Places, nursery: Nursery) -> None:
    place = sqlite_places.new()
    deliver(place, *KINDS)

    codes = []
    while place.here.waiting() != (0, 0) or not codes:  # As a supervisor starts it again.
        codes.append(drain(place, nursery))
        place.now += LEASES  # What a dead process had in hand is free by then.
        assert len(codes) < 20

    rows = place.here.rows("SELECT message_id, state, attempts, reason FROM inbox ORDER BY id")
    parked = {row[0]: row for row in rows if row[1] == "parked"}
    assert {row[1] for row in rows} == {"done", "parked"}
    assert len(rows) == 10 + len(KINDS)
    for number, (kind, (code, reason)) in enumerate(ENDS.items()):
        _, _, attempts, told = parked.pop(f"<{30 + number}@mail.example>")
        assert attempts == 3, kind
        assert reason in told, kind
        assert code in codes, kind
    assert parked == {}
    assert set(codes) == {code for code, _ in ENDS.values()}
    questions = place.here.column("SELECT count(*) FROM question WHERE kind = 'parked'")
    assert questions == [len(KINDS)]
    assert len(place.arrived) == place.here.column("SELECT count(*) FROM letter")[0] > 0


def test_mails_that_come_later_wait_for_no_more_than_three_deaths(
    sqlite_places: Places, nursery: Nursery
) -> None:
    place = sqlite_places.new()
    deliver(place, "killed")
    assert drain(place, nursery) == -signal.SIGKILL

    place.deliver([mail(33, *WISH)])
    codes = []
    for _ in range(3):
        place.now += timedelta(minutes=1)  # What the dead had in hand is free by then.
        codes.append(drain(place, nursery))

    assert codes == [-signal.SIGKILL, -signal.SIGKILL, 0]
    left = place.here.rows("SELECT message_id, state FROM inbox WHERE state <> 'done'")
    assert left == [("<30@mail.example>", "parked")]


def test_a_deadly_deadline_is_set_aside_for_a_day_and_the_others_are_met(
    sqlite_places: Places, nursery: Nursery
) -> None:
    place = sqlite_places.new()
    assert drain(place, nursery) == 0
    place.now += timedelta(days=8)
    codes = []
    while not codes or codes[-1]:
        nursery.start(Job(str(place.here.config), place.now.isoformat(), deadline="terms"))
        codes.append(nursery.end(signal.SIGKILL, 30).code)
        place.now += LEASES
        assert len(codes) < 20

    assert codes == [-signal.SIGKILL] * deadlines.MOST_TRIES + [0]
    due = place.here.rows('SELECT procedure, tries FROM "case" WHERE tries > 0')
    assert due == [("handover", deadlines.TOGETHER)]
    told = place.here.column("SELECT title FROM question WHERE kind = 'parked'")
    assert told == ["A deadline could not be met"]
    assert place.here.column("SELECT count(*) FROM letter")[0] > 0


def test_the_command_ends_itself_where_a_mail_holds_it_up_and_says_where(
    sqlite_places: Places,
) -> None:
    place = sqlite_places.new()
    deliver(place, "loop")
    command = [sys.executable, "-c", LOOPING, *place.here.command("run", "--once")[1:]]

    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == -signal.SIGALRM, done.stderr
    assert "in _loop" in done.stderr
    assert "I would like" not in done.stderr
