"""Keeping the folder of the public pages as the records are: each file at once, only if changed."""

import os
import tempfile
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from mailer.record import load
from mailer.render.site import site
from mailer.render.templates import Templates
from mailer.rules import directory
from mailer.rules.facts import Policy
from mailer.rules.placing import ASSIGNMENT

READABLE, FOLDER = 0o644, 0o755
"""A web server under another name must be able to read the pages."""


def pages(
    connection: Connection, templates: Templates, policy: Policy, now: datetime, *, names: bool
) -> dict[str, bytes]:
    """Return the files of the public pages as the records are now."""
    roster, day = load.roster(connection, policy.programme), policy.day(now)
    cases = load.open_cases_of(connection, policy.programme, {ASSIGNMENT})
    return site(
        templates,
        policy,
        directory.mentors(roster, day),
        directory.openings(cases, roster, policy, day),
        names=names,
    )


def write(files: dict[str, bytes], folder: Path) -> list[str]:
    """Write the files that differ, and return their names; nobody ever reads half of one."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        folder.chmod(FOLDER)
    changed = [name for name, data in files.items() if _held(folder / name) != data]
    for name in changed:
        handle, made = tempfile.mkstemp(dir=folder, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(files[name])
            file.flush()
            os.fsync(handle)
        Path(made).chmod(READABLE)
        Path(made).replace(folder / name)
    return changed


def _held(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
