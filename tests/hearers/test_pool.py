"""Mails heard by other processes: what they say is the same, and nobody waits for the processes."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from mailer.hearers.child import Task
from mailer.hearers.pool import FEW, LARGE, Hearers
from mailer.understand.hear import hear
from mailer.understand.model import Reading, Thread
from storage import inbox
from storage.engine import writing
from storage.inbox import Arrival
from tests.benchmarks.cpu import spent
from tests.faults.mails import ROSTER as ROSTER_CSV
from tests.faults.mails import mail as mail_of
from tests.faults.mails import mails
from tests.story import Story
from tests.understand.programme import NOW, POLICY, ROSTER, mail, verdict

BAD = """\
import os, re, signal
from mailer.hearers import child
from tests.understand.programme import read
hear = child.hear
def hear_or_fail(message, *rest):
    match message.subject:
        case "hang":
            re.match("(a+)+$", "a" * 60 + "b")
        case "raise":
            raise ValueError
        case "print":
            print("words of a mail")
    return hear(message, *rest)
child.hear = hear_or_fail
child.PATIENCE = 1
read("ana", "What is loaded with the first mail takes no part of a second of patience.")
child.main()
"""
PARENT = """\
import time
from mailer import logs
from mailer.hearers.pool import Hearers, LARGE
logs.set_up("json")
hearers = Hearers(2)
hearers.expect(LARGE)
print(*hearers.pids, flush=True)
time.sleep(20)
"""
ROBOT = mail_of(1, "I am away", "I resign as a mentor.", "Auto-Submitted: auto-replied")
LONG = mail_of(2, "Mentoring", "I resign as a mentor.\r\n" + "> All the best\r\n" * 7_000)
TEXTS = (
    "I resign as a mentor on 30 June. I recommend Mariam Gelo as my successor.",
    "I finished the coaching training yesterday, and would like to become a mentor.",
    "Is there still room for a table at the fair?",
    "I met Luis on 3 March, and I am away in July.",
)


def batch(last: str = "", size: int = 40) -> dict[int, Task]:
    """Return mails that wait; the last one has this subject."""
    made = {}
    for number in range(size):
        subject = last if number == size - 1 else f"Mail {number}"
        message = mail(TEXTS[number % len(TEXTS)], subject=subject)
        made[100 + number] = (message, Thread(), verdict("ana"), NOW)
    return made


def alone(task: Task) -> Reading:
    message, thread, judged, at = task
    return hear(message, thread, ROSTER, judged, POLICY, at)


def wait_for(what: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


def lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def started(hearers: Hearers) -> Hearers:
    """Return them with every child ready."""
    hearers.expect(LARGE)
    wait_until_done(hearers)
    return hearers


def wait_until_done(hearers: Hearers) -> None:
    """Wait until every child has said all that there is to say."""
    for child in hearers._children.values():
        while child.owes:
            assert child._link.poll(20)
            hearers._heard |= dict(child.answers())


def heard(
    hearers: Hearers,
    tasks: dict[int, Task],
    meanwhile: Callable[[Hearers], object] = lambda _: None,
) -> dict[int, Reading | None]:
    """Take a whole batch; what happens `meanwhile` does once its children have their shares."""
    hearers.begin(tasks, ROSTER, POLICY)
    found = {}
    for number, each in enumerate(tasks):
        found[each] = hearers.take(each)
        if number == hearers._most - 1:
            meanwhile(hearers)
    return found


def first(hearers: Hearers) -> subprocess.Popen[bytes]:
    return hearers._children[0].process


@pytest.fixture(scope="module")
def both() -> Iterator[Hearers]:
    with closing(Hearers(2)) as hearers:
        yield hearers


@pytest.fixture
def two(both: Hearers) -> Hearers:
    """Two children that hear rightly, and have nothing to do."""
    return started(both)


@pytest.fixture
def bad() -> Iterator[Hearers]:
    """One child that does what subjects say."""
    with closing(started(Hearers(1, (sys.executable, "-c", BAD)))) as hearers:
        yield hearers


def test_two_processes_hear_what_one_hears(two: Hearers) -> None:
    tasks = batch()

    found = heard(two, tasks, wait_until_done)

    assert {each: reading or alone(tasks[each]) for each, reading in found.items()} == {
        each: alone(task) for each, task in tasks.items()
    }
    assert [each for each, reading in found.items() if not reading] == [100, 101]


def test_a_changed_roster_is_sent_anew(two: Hearers) -> None:
    heard(two, batch(), wait_until_done)
    tasks = batch()
    person = next(iter(ROSTER))
    changed = ROSTER.put(type(person)(person.id, person.name, person.addresses, language="es"))

    two.begin(tasks, changed, POLICY)
    two.take(100)
    wait_until_done(two)

    message, thread, judged, at = tasks[138]
    assert two.take(138) == hear(message, thread, changed, judged, POLICY, at)


def test_what_a_child_still_says_of_a_batch_that_was_broken_off_counts_for_no_other(
    two: Hearers,
) -> None:
    old = batch()
    two.begin(old, ROSTER, POLICY)
    for each in list(old)[:4]:
        two.take(each)
    tasks = {each: (mail(TEXTS[2]), *old[each][1:]) for each in old}
    for child in two._children.values():
        assert child._link.poll(20)  # They have heard the last mails of the old batch by now.

    found = heard(two, tasks)
    wait_until_done(two)

    assert {reading for reading in found.values() if reading} <= {alone(tasks[100])}


def test_few_mails_are_heard_by_the_service(two: Hearers) -> None:
    assert set(heard(two, batch(size=FEW - 1), wait_until_done).values()) == {None}


def test_children_start_with_a_large_batch_alone() -> None:
    with closing(Hearers(1)) as hearers:
        hearers.expect(LARGE - 1)
        assert hearers.pids == []
        assert heard(hearers, batch()) == dict.fromkeys(batch())


def test_a_child_holds_nothing_but_its_link_and_stays_when_others_are_told_to_end(
    two: Hearers,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.set_inheritable(True)
        for pid in two.pids:
            links = [str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir()]
            assert sorted(link.partition(":")[0] for link in links) == [
                *["/dev/null"] * 3,
                "socket",
            ]
            os.kill(pid, signal.SIGTERM)
            os.kill(pid, signal.SIGINT)
    found = heard(two, batch(), wait_until_done)
    assert sum(reading is not None for reading in found.values()) == 38
    assert len(two.pids) == 2


def test_a_mail_that_raises_is_left_to_the_service(bad: Hearers) -> None:
    found = heard(bad, batch("raise"), wait_until_done)
    assert found[139] is None
    assert found[138] is not None


def test_nothing_printed_gets_among_the_answers(
    bad: Hearers, capfd: pytest.CaptureFixture[str]
) -> None:
    found = heard(bad, batch("print"), wait_until_done)
    assert found[139] is not None
    assert capfd.readouterr().err == ""


def test_a_mail_that_hangs_holds_up_nobody_and_ends_the_child(bad: Hearers) -> None:
    child = first(bad)
    before = spent([child.pid])

    found = heard(
        bad, batch("hang"), lambda _: wait_for(lambda: spent([child.pid]) > before + 0.05)
    )

    assert set(found.values()) == {None}
    assert child.poll() is None  # Nobody waited until it ended.
    assert child.wait(10) == -signal.SIGALRM
    assert set(heard(bad, batch()).values()) == {None}
    assert bad.pids == []


def test_a_killed_child_leaves_its_share_to_the_service_and_the_next_comes_after_a_rest() -> None:
    with closing(started(Hearers(1))) as hearers:
        child = first(hearers)

        found = heard(hearers, batch(), lambda _: (child.kill(), child.wait(10)))

        tasks = batch()
        assert all(reading in (None, alone(tasks[each])) for each, reading in found.items())
        assert hearers.pids == []
        hearers.expect(LARGE)
        assert hearers.pids == []
        hearers.rest()
        hearers.expect(LARGE)
        assert len(hearers.pids) == 1


def test_what_cannot_be_sent_is_no_fault_of_the_mail() -> None:
    with closing(started(Hearers(1))) as hearers:
        tasks = batch()
        odd = replace(tasks[139][0], headers={"x-odd": lambda: "cannot be pickled"})
        assert set(heard(hearers, tasks | {139: (odd, *tasks[139][1:])}).values()) == {None}
        assert hearers.pids == []


def test_children_that_cannot_be_started_are_done_without() -> None:
    with closing(Hearers(1, ("/nowhere/python",))) as hearers:
        hearers.expect(LARGE)
        assert hearers.pids == []
        assert set(heard(hearers, batch()).values()) == {None}


def test_children_end_when_nobody_needed_them_between_two_rests() -> None:
    with closing(started(Hearers(1))) as hearers:
        child = first(hearers)
        heard(hearers, batch())
        hearers.rest()
        assert hearers.pids == [child.pid]
        hearers.rest()
        assert hearers.pids == []
        assert child.poll() is not None


def test_children_end_when_the_service_dies() -> None:
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as parent:
        assert parent.stdout
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        parent.kill()
    assert len(pids) == 2
    wait_for(lambda: not any(lives(pid) for pid in pids))


class Patient(Hearers):
    """Wait for the children wherever they have something to say."""

    def take(self, mail: int) -> Reading | None:
        found = super().take(mail)
        wait_until_done(self)
        return found


def test_a_batch_is_understood_as_without_children(tmp_path: Path) -> None:
    # The children would begin with the last ones.
    written = [*mails(2 * FEW), ROBOT, ROBOT, LONG, LONG]
    with closing(Story(tmp_path, people=ROSTER_CSV)) as story, closing(Patient(2)) as hearers:
        with writing(story.app.engine) as connection:
            inbox.store(connection, [Arrival("reps", "file", x, story.now) for x in written])
        claimed = story.line.desk.claim(story.now, 100)
        expected = story.line.understand(claimed, story.now)

        story.line.hearers = started(hearers)
        found = story.line.understand(claimed, story.now)

    assert found == expected
    assert len(found[0]) == len(written)
    assert {len(share) for share in hearers._shares} == {0}
    assert not hearers._numbers.keys() & {each.id for each in claimed[-4:]}


def test_a_backlog_starts_children_and_they_end_with_the_service(tmp_path: Path) -> None:
    with closing(Story(tmp_path, people=ROSTER_CSV)) as story:
        story.app.hearers._most = 1
        with writing(story.app.engine) as connection:
            inbox.store(connection, [Arrival("reps", "file", x, story.now) for x in mails(LARGE)])
        assert story.app.work().handled == LARGE
        [pid] = story.app.hearers.pids
    assert not lives(pid)


def test_children_rest_when_five_minutes_brought_no_backlog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beats: list[tuple[int, object]] = []
    monkeypatch.setattr("mailer.app.beat", lambda jobs, *_: beats.extend(jobs))
    with closing(Story(tmp_path)) as story:
        story.app.run()
        assert (300, story.app.hearers.rest) in beats
