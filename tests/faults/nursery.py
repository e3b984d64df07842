"""Children that do a drain at a chosen time, and are killed at a chosen moment.

The nursery is a process of its own that has loaded the service once; each child is a fork of it,
so that dozens of restarts take seconds. It reads one job a line and answers one line a job.

    with Nursery() as nursery:
        end = nursery.drain(installation.config, now, after=0.2)
        assert end.killed
"""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from mailer import logs
from mailer.app import App
from mailer.deliver import outbox as courier
from mailer.deliver.smtp import SmtpTransport
from mailer.pipeline import Line
from mailer.receive import imap
from mailer.receive.maildir import take_files
from mailer.record.desk import Desk
from mailer.record.unit import Unit
from mailer.settings import Delivery, Intake, Programme, Settings, load
from tests.faults import mails

LONGEST = 60.0


@dataclass(frozen=True, slots=True)
class Job:
    """`after` seconds the child is killed; or at the `nth` time that it passes `point`."""

    config: str
    now: str
    after: float = LONGEST
    point: str = ""
    nth: int = 1


@dataclass(frozen=True, slots=True)
class End:
    """How a child ended: `killed`, or with an exit code; and after how many seconds."""

    killed: bool
    code: int
    seconds: float


class Nursery:
    """The process that forks the children. What they print goes to stderr."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.faults.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
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
        job = Job(str(config), now.isoformat(), after, point, nth)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(job)) + "\n")
        self._process.stdin.flush()
        return End(**json.loads(self._process.stdout.readline()))


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _points() -> dict[str, tuple[Any, str, str]]:
    """Name the moments between two steps: the owner, its function, and before or after it."""
    return {
        "connected, before anything is fetched": (imap.ImapPoller, "_poll", "before"),
        "fetched, before it is stored": (imap.ImapPoller, "_store", "before"),
        "stored, before the commit": (imap.inbox, "store", "after"),
        "committed, before MOVE": (imap.folder, "move", "before"),
        "after MOVE": (imap.folder, "move", "after"),
        "after claim": (Desk, "claim", "after"),
        "read and understood": (Line, "understand", "after"),
        "records written, before the commit": (Unit, "flush", "after"),
        "records committed, before deliver": (Line, "_record", "after"),
        "letters claimed": (courier.Courier, "_claim", "after"),
        "letter marked, before the commit": (courier.outbox, "mark_sending", "after"),
        "letter marked, before its content": (SmtpTransport, "_content", "marked"),
        "content sent, before the final dot": (SmtpTransport, "_content", "content"),
        "final dot sent, before the answer": (SmtpTransport, "_content", "dot"),
        "answered, before it is recorded": (SmtpTransport, "send", "after"),
        "results of letters recorded": (courier.Courier, "_record", "after"),
        REFUSED: (Line, "refused", "before"),
        PARKED: (Unit, "park", "after"),
    }


REFUSED = "an address refused, before the council is told"
PARKED = "a mail set aside, before the council is told"
POINTS = tuple(point for point in _points() if point not in {REFUSED, PARKED})
"""The moments that every drain passes by."""


def _arm(job: Job) -> None:
    owner, name, when = _points()[job.point]
    passed = 0

    def pass_by() -> None:
        nonlocal passed
        passed += 1
        if passed == job.nth:
            kill()

    setattr(owner, name, _WRAPPERS[when](getattr(owner, name), pass_by))


Wrapped = Callable[..., Any]


def _before(inner: Wrapped, pass_by: Callable[[], None]) -> Wrapped:
    def outer(*arguments: Any, **more: Any) -> Any:
        pass_by()
        return inner(*arguments, **more)

    return outer


def _after(inner: Wrapped, pass_by: Callable[[], None]) -> Wrapped:
    def outer(*arguments: Any, **more: Any) -> Any:
        result = inner(*arguments, **more)
        pass_by()
        return result

    return outer


def _marked(inner: Wrapped, pass_by: Callable[[], None]) -> Wrapped:
    def outer(self: Any, connection: Any, data: bytes, before_data: Callable[[], None]) -> Any:
        return inner(self, connection, data, _after(before_data, pass_by))

    return outer


def _at_dot(*, sent: bool) -> Callable[[Wrapped, Callable[[], None]], Wrapped]:
    def wrap(inner: Wrapped, pass_by: Callable[[], None]) -> Wrapped:
        def outer(self: Any, connection: Any, data: bytes, before_data: Any) -> Any:
            send = type(connection).send

            def watched(what: bytes) -> None:
                if what == b".\r\n" and not sent:
                    pass_by()
                send(connection, what)
                if what == b".\r\n" and sent:
                    pass_by()

            connection.send = watched
            try:
                return inner(self, connection, data, before_data)
            finally:
                del connection.send

        return outer

    return wrap


_WRAPPERS = {
    "before": _before,
    "after": _after,
    "marked": _marked,
    "content": _at_dot(sent=False),
    "dot": _at_dot(sent=True),
}


def _work(job: Job) -> None:
    logs.set_up("json")
    if job.point:
        _arm(job)
    begun, start = time.monotonic(), datetime.fromisoformat(job.now)
    app = App(load(Path(job.config)), lambda: start + timedelta(seconds=time.monotonic() - begun))
    app.once()
    app.close()


def _attend(job: Job) -> End:
    """Fork a child, wait for its end or kill it; it is our own and not yet waited for."""
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.dup2(2, 1)
            _work(job)
            code = 0
        except BaseException:  # noqa: BLE001 - a fork must not go on as its parent
            traceback.print_exc()
        finally:
            os._exit(code)
    watch = os.pidfd_open(pid)
    if not select.select([watch], [], [], job.after)[0]:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    os.close(watch)
    code = os.waitstatus_to_exitcode(status)
    return End(code == -signal.SIGKILL, code, time.monotonic() - begun)


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
    with contextlib.suppress(KeyboardInterrupt):
        for line in sys.stdin:
            print(json.dumps(asdict(_attend(Job(**json.loads(line))))), flush=True)


if __name__ == "__main__":
    main()
