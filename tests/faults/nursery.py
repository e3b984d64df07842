"""Children that do a drain at a chosen time, and are killed at a chosen moment.

The nursery is a process of its own that has loaded the service once; each child is a fork of it,
so that dozens of restarts take seconds. It reads one job a line and answers one line a job.

    with Nursery() as nursery:
        end = nursery.drain(installation.config, now, after=0.2)
        assert end.killed

A child can also serve, as `mailer run` does, until it is ended:

        nursery.start(Job(str(installation.config), clock=str(file), serve=True))
        end = nursery.end(signal.SIGKILL, after=0.2)
"""

import contextlib
import json
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from mailer import logs
from mailer.app import App
from mailer.errors import MailerError
from mailer.receive.maildir import take_files
from mailer.record.database import unavailable
from mailer.settings import Delivery, Intake, Programme, Settings, load
from mailer.watchdog import Watchdog
from tests.faults import mails
from tests.faults.clock import Clock
from tests.faults.points import arm
from tests.faults.poison import poison, poison_deadline

LONGEST = 60.0
STOP_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Job:
    """What a child does: pass until nothing is due, or `serve`.

    Its time begins at `now`, or is that of the file `clock`. It dies when it passes `point` for
    the `nth` time, or ends by its watchdog when a mail takes more than `patience` seconds. With
    `largest`, no file can grow beyond so many bytes. With `poison`, mails can do what they say;
    with `deadline`, it dies at the deadline of that name.
    """

    config: str
    now: str = ""
    clock: str = ""
    serve: bool = False
    point: str = ""
    nth: int = 1
    largest: int = 0
    poison: bool = False
    deadline: str = ""
    patience: float = 0


@dataclass(frozen=True, slots=True)
class End:
    """How a child ended: `killed`, or with an exit code; and after how many seconds.

    `by_itself`: it needed no signal for that.
    """

    killed: bool
    code: int
    seconds: float
    by_itself: bool


class Nursery:
    """The process that forks the children. What they print goes to stderr, or into `log`."""

    def __init__(self, log: Path | None = None) -> None:
        self._log = log

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            stderr = stack.enter_context(self._log.open("ab")) if self._log else None
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "tests.faults.nursery"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                cwd=Path(__file__).resolve().parents[2],
            )
        return self

    def __exit__(self, *_error: object) -> None:
        with self._process:
            assert self._process.stdin is not None
            self._process.stdin.close()

    def drain(
        self,
        config: Path,
        now: datetime,
        after: float = LONGEST,
        *,
        point: str = "",
        nth: int = 1,
    ) -> End:
        """Do one `once` of the service as if it were `now`; return how the child ended."""
        self.start(Job(str(config), now.isoformat(), point=point, nth=nth))
        return self.end(signal.SIGKILL, after)

    def start(self, job: Job) -> None:
        """Start a child; there is one at a time."""
        self._ask(asdict(job))

    def end(self, signal_number: int, after: float = 0) -> End:
        """Wait so many seconds for the child's own end, then send it a signal and wait again."""
        return End(**self._ask({"signal": int(signal_number), "after": after}))

    def _ask(self, what: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


def _work(job: Job) -> None:
    logs.set_up("json")
    if job.largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (job.largest, job.largest))
    if job.poison:
        poison()
    if job.deadline:
        poison_deadline(job.deadline)
    if job.point:
        arm(job.point, job.nth)
    if job.clock:
        app = App(load(Path(job.config)), Clock(Path(job.clock)).now)
    else:
        begun, start = time.monotonic(), datetime.fromisoformat(job.now)
        passed = lambda: timedelta(seconds=time.monotonic() - begun)  # noqa: E731 - it is one line
        app = App(load(Path(job.config)), lambda: start + passed())
    if job.patience:
        for line in app.lines.values():
            line.watch = Watchdog(job.patience)
    if job.serve:
        signal.signal(signal.SIGTERM, lambda *_: app.stopping.set())
        app.run()
    else:
        app.once()
    app.close()


def _exit_code(error: BaseException) -> int:
    """Return the exit code that the command would have."""
    told = unavailable(error) if isinstance(error, Exception) else None
    known = told or (error if isinstance(error, MailerError) else None)
    return known.exit_code if known else 1


@dataclass(frozen=True, slots=True)
class Child:
    """A fork that does a job; our own and not yet waited for."""

    pid: int
    begun: float

    @classmethod
    def of(cls, job: Job) -> "Child":
        begun = time.monotonic()
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                os.dup2(2, 1)
                _work(job)
                code = 0
            except BaseException as error:  # noqa: BLE001 - a fork must not go on as its parent
                traceback.print_exc()
                code = _exit_code(error)
            finally:
                os._exit(code)
        return cls(pid, begun)

    def end(self, number: int, after: float) -> End:
        """Wait for its end, send it the signal, and kill it if that is not enough."""
        watch, by_itself = os.pidfd_open(self.pid), True
        for sent, seconds in ((number, after), (signal.SIGKILL, STOP_SECONDS)):
            if select.select([watch], [], [], seconds)[0]:
                break
            os.kill(self.pid, sent)
            by_itself = False
        _, status = os.waitpid(self.pid, 0)
        os.close(watch)
        code = os.waitstatus_to_exitcode(status)
        return End(code == -signal.SIGKILL, code, time.monotonic() - self.begun, by_itself)


def _warm_up() -> None:
    """Do a small drain, so that whatever is loaded late is loaded before the first child."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programme = Programme(address=mails.COUNCIL, authserv_id=mails.AUTHORITY)
        app = App(
            Settings(
                data=folder,
                programme={"reps": programme},
                intake=Intake(enabled=False),
                delivery=Delivery(kind="maildir"),
            )
        )
        for number, data in enumerate(mails.mails(12)):
            path = folder / f"{number}.eml"
            path.write_bytes(data)
            take_files(app.engine, "reps", path, app.clock())
        app.once()
        app.close()


def main() -> None:
    _warm_up()
    child: Child | None = None
    with contextlib.suppress(KeyboardInterrupt):
        for line in sys.stdin:
            asked = json.loads(line)
            if "config" in asked:
                assert child is None, "there is a child already"
                child = Child.of(Job(**asked))
                told: object = {"pid": child.pid}
            else:
                assert child is not None, "there is no child"
                told, child = asdict(child.end(asked["signal"], asked["after"])), None
            print(json.dumps(told), flush=True)
    if child is not None:
        child.end(signal.SIGKILL, 0)


if __name__ == "__main__":
    main()
