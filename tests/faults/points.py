"""The moments between two steps of the service at which a test can have its process die.

They are set in a child of the nursery alone; the service itself knows nothing of them.
"""

import os
import signal
from collections.abc import Callable
from typing import Any

from mailer.deliver import outbox as courier
from mailer.deliver.smtp import SmtpTransport
from mailer.pipeline import Line
from mailer.receive import imap
from mailer.record.desk import Desk
from mailer.record.unit import Unit


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


def arm(point: str, nth: int) -> None:
    """Have this process die when it passes a point for the `nth` time."""
    owner, name, when = _points()[point]
    passed = 0

    def pass_by() -> None:
        nonlocal passed
        passed += 1
        if passed == nth:
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
