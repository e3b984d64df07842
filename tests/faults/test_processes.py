"""Processes beside each other, stopped in order, and bounded in what they take."""

import json
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks import corpus
from tests.faults.installation import Installation
from tests.faults.mails import AUTHORITY, COUNCIL, mails
from tests.faults.place import Places
from tests.faults.test_world import wait_for
from tests.servers.dovecot import Dovecot

MEASURED = """\
import resource, sys
from mailer.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_sigterm_ends_a_drain_in_order(sqlite_places: Places) -> None:
    place = sqlite_places.new()
    here = place.here
    place.deliver(mails(240))
    with here.running("run") as service:
        wait_for(lambda: here.column("SELECT count(*) FROM inbox WHERE state = 'done'") != [0])
        service.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        _, err = service.communicate(timeout=30)
    assert (service.returncode, "Traceback" in err) == (0, False), err
    assert time.monotonic() - begun < 5
    assert here.waiting() != (0, 0), "it was done before it was stopped"
    for table in ("inbox", "letter"):
        assert here.column(f"SELECT id FROM {table} WHERE lease_until IS NOT NULL") == []
    assert here.column("SELECT name FROM lease") == []

    here.run("run", "--once")

    assert here.waiting() == (0, 0)
    assert here.column("SELECT count(*) FROM inbox") == [240]
    assert here.column("SELECT DISTINCT attempts FROM inbox") == [1]
    assert set(place.arrived.values()) == {1}


def test_two_runs_at_once_handle_each_mail_once(places: Places) -> None:
    place = places.new(user="")
    here = place.here
    folder = here.folder / "mails"
    folder.mkdir()
    for number, data in enumerate(mails(240)):
        (folder / f"{number:03}.eml").write_bytes(data)
    here.run("take", *(str(path) for path in sorted(folder.iterdir())))

    done = []
    with ExitStack() as stack:
        both = [stack.enter_context(here.running("run", "--once", "--json")) for _ in range(2)]
        for process in both:
            out, err = process.communicate(timeout=60)
            assert process.returncode == 0, err
            done.append(json.loads(out))

    assert here.waiting() == (0, 0)
    assert sum(each["handled"] for each in done) == 240
    assert here.column("SELECT DISTINCT attempts FROM inbox") == [1]
    verdicts = here.rows("SELECT inbox, count(*) FROM event WHERE kind = 'verdict' GROUP BY inbox")
    assert Counter(times for _, times in verdicts) == {1: 240}
    assert set(place.arrived.values()) == {1}
    assert sum(each["sent"] for each in done) == len(place.arrived)


def test_two_first_starts_at_once_share_one_key_and_one_schema(tmp_path: Path) -> None:
    here = Installation(tmp_path, COUNCIL, AUTHORITY)
    here.write_settings()

    with ExitStack() as stack:
        both = [stack.enter_context(here.running("run", "--once")) for _ in range(2)]
        told = [process.communicate(timeout=60)[1] for process in both]

    assert [process.returncode for process in both] == [0, 0], told
    assert len((tmp_path / "data" / "key").read_bytes()) == 32
    begun = here.column("SELECT case_id FROM event WHERE name = 'started'")
    assert begun
    assert len(begun) == len(set(begun))
    here.close()


def _peak(here: Installation, dovecot: Dovecot, count: int) -> int:
    """Return the peak memory (kB) of draining so many mails."""
    dovecot.deliver(here.user, corpus.mails(count, corpus.roster(60), seed=count))
    command = [sys.executable, "-c", MEASURED, *here.command("run", "--once", "--json")[1:]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    told, _, peak = done.stdout.rstrip().rpartition("\n")
    assert json.loads(told)["handled"] == count
    return int(peak)


def test_five_times_the_mails_take_no_more_memory(sqlite_places: Places) -> None:
    few, many = (sqlite_places.new() for _ in range(2))
    small = _peak(few.here, few.dovecot, 100)

    large = _peak(many.here, many.dovecot, 500)

    print(f"100 mails: {small / 1024:.0f} MB, 500 mails: {large / 1024:.0f} MB")
    assert large < 1.2 * small
