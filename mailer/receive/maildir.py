"""Taking mail from a Maildir and from files."""

import os
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from mailer.errors import MailerError
from storage import inbox
from storage.engine import writing

BATCH_COUNT = 100
BATCH_BYTES = 16 * 1024 * 1024


def take_maildir(engine: Engine, programme: str, path: Path, now: datetime) -> int:
    """Keep every mail in `new/`, then move it to `cur/` as seen; return how many.

    A crash between the two leaves the file in `new/`; its second copy then has an earlier twin
    with the same hash, and is not handled again.
    """
    new, cur = path / "new", path / "cur"
    if not new.is_dir():
        raise MailerError(f"{path} is no Maildir: it has no folder 'new'")
    cur.mkdir(exist_ok=True)
    names = sorted(entry.name for entry in os.scandir(new) if entry.is_file())
    taken = 0
    batch: list[tuple[str, bytes]] = []
    for name in [name for name in names if not name.startswith(".")]:
        batch.append((name, (new / name).read_bytes()))
        if len(batch) >= BATCH_COUNT or sum(len(data) for _, data in batch) >= BATCH_BYTES:
            taken += _take(engine, programme, path, now, batch)
            batch = []
    return taken + _take(engine, programme, path, now, batch)


def _take(
    engine: Engine, programme: str, path: Path, now: datetime, batch: list[tuple[str, bytes]]
) -> int:
    with writing(engine) as connection:
        inbox.store(connection, [_arrival(programme, "maildir", data, now) for _, data in batch])
    for name, _data in batch:
        (path / "new" / name).rename(path / "cur" / f"{name.partition(':')[0]}:2,S")
    return len(batch)


def take_file(engine: Engine, programme: str, path: Path, now: datetime) -> int:
    """Keep one mail from a file and return its inbox id. The file stays."""
    return take_files(engine, programme, path, now)[0]


def take_files(engine: Engine, programme: str, path: Path, now: datetime) -> list[int]:
    """Keep a mail from a file, or from every `.eml` file of a folder in order of name."""
    files = sorted(path.glob("*.eml")) if path.is_dir() else [path]
    if not files:
        raise MailerError(f"{path} holds no .eml file")
    ids: list[int] = []
    for start in range(0, len(files), BATCH_COUNT):
        arrivals = [_read(programme, file, now) for file in files[start : start + BATCH_COUNT]]
        with writing(engine) as connection:
            ids += inbox.store(connection, arrivals)
    return ids


def _read(programme: str, path: Path, now: datetime) -> inbox.Arrival:
    try:
        return _arrival(programme, "file", path.read_bytes(), now)
    except OSError as error:
        raise MailerError(f"cannot read {path}: {error.strerror}") from error


def _arrival(programme: str, source: str, data: bytes, now: datetime) -> inbox.Arrival:
    return inbox.Arrival(programme=programme, source=source, data=data, received=now)
