"""A process beside others on one database: its signs of life, and its look after the dead."""

import hashlib
import threading
from collections.abc import Callable, Collection
from dataclasses import asdict
from datetime import datetime
from types import TracebackType
from typing import Any, Self

import structlog
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from mailer.errors import MailerError
from storage import workers
from storage.engine import writing

log = structlog.get_logger()

SIGN_SECONDS = 5.0


class Presence:
    """While a block lasts, this process signs, and frees what those hold that sign no more.

    Raises MailerError where a living worker has another key: each would refuse the answers to
    the other's letters.
    """

    def __init__(
        self,
        engine: Engine,
        owner: str,
        roles: Collection[str],
        key: bytes,
        clock: Callable[[], datetime],
    ) -> None:
        self._engine, self._owner, self._roles = engine, owner, tuple(roles)
        self._key = hashlib.sha256(b"worker" + key).hexdigest()[:8]
        self._clock = clock
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        with writing(self._engine) as connection:
            now = self._clock()
            for other in workers.workers(connection, now):
                if other.alive and other.key != self._key:
                    raise MailerError(
                        f"{other.owner} works on this database with another key; copy the file "
                        f"`key` of one data folder into the others, or end that process first"
                    )
            self._sign(connection, now)
        self._over.clear()
        self._thread = threading.Thread(target=self._run, name="presence", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()
        try:
            with writing(self._engine) as connection:
                workers.leave(connection, self._owner)
        except SQLAlchemyError as fault:
            log.warning("not_signed_off", error=type(fault).__name__)  # Its sign runs out.

    def _run(self) -> None:
        while not self._over.wait(SIGN_SECONDS):
            try:
                with writing(self._engine) as connection:
                    self._sign(connection, self._clock())
            except SQLAlchemyError as error:
                log.warning("sign_failed", error=type(error).__name__)

    def _sign(self, connection: Connection, now: datetime) -> None:
        workers.sign(connection, self._owner, self._roles, self._key, now)
        for owner in workers.bury(connection, now):
            log.warning("worker_died", worker=owner)


def present(connection: Connection, now: datetime) -> list[dict[str, Any]]:
    """Return the workers that have signed and did not sign off, for `mailer check`."""
    return [
        {name: value for name, value in asdict(worker).items() if name != "key"}
        for worker in workers.workers(connection, now)
    ]
