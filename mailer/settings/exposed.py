"""Files with secrets that everybody on the machine can read."""

import stat
import tomllib
from pathlib import Path
from typing import Any

from mailer.settings import DEFAULT_FILE, Settings

SECRETS = {"password", "client_secret"}


def exposed(settings: Settings, file: Path | None) -> list[Path]:
    """Return which of the files with secrets are open to everybody; `file` is mailer.toml."""
    found = []
    for server in (*settings.mailbox.values(), settings.delivery):
        client = server.oauth2
        found += [server.password_file, client.client_secret_file if client else None]
    own = file or DEFAULT_FILE
    if own.exists() and _holds_secrets(tomllib.loads(own.read_text(encoding="utf-8"))):
        found.append(own)
    return [path for path in dict.fromkeys(found) if path is not None and _is_open(path)]


def _holds_secrets(values: dict[str, Any]) -> bool:
    return bool(SECRETS & values.keys()) or any(
        _holds_secrets(value) for value in values.values() if isinstance(value, dict)
    )


def _is_open(path: Path) -> bool:
    return path.exists() and bool(path.stat().st_mode & stat.S_IROTH)
