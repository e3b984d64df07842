"""The tokens of one consent on disk: encrypted, readable by the service's user alone.

The key follows from the installation's key, so a stolen copy of the file alone opens no mailbox.
"""

import fcntl
import json
import os
import tempfile
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mailer.oauth.model import Consent, ConsentNeeded, ProviderAway, Tokens

PURPOSE = b"mailer: tokens of OAuth2"
LOCK_STEP = 0.05
_TIMES = ("expires", "consented", "ended")


class TokenFile:
    """Where the tokens of one consent lie. `key` returns the installation's key."""

    def __init__(self, folder: Path, consent: Consent, key: Callable[[], bytes]) -> None:
        self._path = folder / f"{consent.file}.tokens"
        self._consent = consent
        self._key = key

    def read(self) -> Tokens | None:
        """Return the tokens, or None where nobody has consented.

        Raises ConsentNeeded where the file cannot be read with this installation's key.
        """
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return None
        try:
            return _tokens(json.loads(self._cipher().decrypt(data)))
        except (InvalidToken, ValueError, TypeError, KeyError) as error:
            name = self._consent.name
            why = "the stored consent cannot be read with the key of this data folder"
            raise ConsentNeeded(f"{name}: {why}: run `mailer auth {name}`") from error

    def write(self, tokens: Tokens) -> None:
        """Replace what is stored in one step, so that a crash leaves the old or the new."""
        values = {key: _plain(value) for key, value in asdict(tokens).items()}
        data = self._cipher().encrypt(json.dumps(values).encode())
        self._folder()
        handle, made = tempfile.mkstemp(dir=self._path.parent, prefix=f"{self._path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:  # mkstemp makes it with mode 0600.
                _hand_over(handle, self._path.parent)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(made).replace(self._path)
        except BaseException:
            Path(made).unlink(missing_ok=True)
            raise
        _sync(self._path.parent)

    def end(self, now: datetime, reason: str) -> None:
        """Note that the provider no longer takes the consent; it is kept for `--status`."""
        if tokens := self.read():
            self.write(replace(tokens, access="", ended=now, reason=reason))

    def forget(self) -> bool:
        """Remove the tokens; tell whether there were any."""
        there = self._path.exists()
        self._path.unlink(missing_ok=True)
        return there

    @contextmanager
    def locked(self, timeout: float) -> Iterator[None]:
        """Keep every other process and thread from renewing these tokens meanwhile.

        The system lifts the lock of a process that dies. Raises ProviderAway after `timeout`
        seconds of waiting.
        """
        self._folder()
        handle = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _hand_over(handle, self._path.parent)
            end = time.monotonic() + timeout
            while not _took(handle):
                if time.monotonic() > end:
                    raise ProviderAway(f"{self._consent.name}: another process renews the token")
                threading.Event().wait(LOCK_STEP)
            yield
        finally:
            os.close(handle)

    def _folder(self) -> None:
        folder = self._path.parent
        if not folder.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(folder, os.O_RDONLY)
            try:
                _hand_over(handle, folder.parent)
            finally:
                os.close(handle)

    def _cipher(self) -> Fernet:
        derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
        return Fernet(urlsafe_b64encode(derive.derive(self._key())))


def _took(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _hand_over(handle: int, folder: Path) -> None:
    """Give what root made to the folder's owner: the service must read it after a `check`."""
    if os.geteuid() == 0:
        owner = folder.stat()
        os.fchown(handle, owner.st_uid, owner.st_gid)


def _sync(folder: Path) -> None:
    """Let the new name outlive a power cut, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _tokens(values: dict[str, Any]) -> Tokens:
    times = {key: datetime.fromisoformat(values[key]) for key in _TIMES if values[key]}
    return Tokens(**{**values, **times})
