"""Letters into a Maildir folder: for trying things out, and where another program sends on."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from mailer.deliver.retry import Failure, Kind, Reply
from storage.outbox import ClaimedLetter

_UNFIT = re.compile(r"[^0-9A-Za-z_-]")


class MaildirTransport:
    """Puts each letter into `path`/new under a name that follows from its id.

    Delivering a letter again finds its file (also in cur, where a reader moves it) and makes no
    second one.
    """

    looks = True

    def __init__(self, path: Path) -> None:
        self.path = path
        for folder in ("tmp", "new", "cur"):
            (path / folder).mkdir(mode=0o700, parents=True, exist_ok=True)

    def send(
        self, letter: ClaimedLetter, _sender: str, before_data: Callable[[], None]
    ) -> Reply | Failure:
        """Deliver one letter (see `mailer.deliver.transport.Transport.send`)."""
        name = f"letter-{_UNFIT.sub('_', letter.id)}.mailer"
        temporary, final = self.path / "tmp" / name, self.path / "new" / name
        try:
            if final.exists() or any((self.path / "cur").glob(f"{name}*")):
                return Reply(250, "2.0.0 was there already")
            _write(temporary, letter.data)
        except OSError as error:
            return Failure(Kind.UNREACHABLE, f"{self.path}: {error}")
        before_data()
        try:
            temporary.rename(final)
            _settle(final.parent)
        except OSError as error:
            return Failure(Kind.UNKNOWN, f"{self.path}: {error}")
        return Reply(250, f"2.0.0 {name}")

    def close(self) -> None:
        """Nothing is held open."""

    def hang_up(self) -> None:
        """Nobody is waited for."""


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
