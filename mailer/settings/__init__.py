"""Settings: from mailer.toml and the environment, checked as a whole, every fault at once.

Environment variables are named MAILER_ and the key, with two underscores between levels:
MAILER_DELIVERY__PASSWORD. They win over the file. Without file and variables the defaults work.
"""

import difflib
import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings import SettingsError as EnvironmentFault

from mailer.errors import SettingsError
from mailer.oauth.model import is_loopback
from mailer.settings import files
from mailer.settings.oauth2 import CREDENTIAL, OAuth2, checked, secret_of
from mailer.settings.programme import Programme, Step, Table, Words

__all__ = [
    "Delivery", "Intake", "Mailbox", "OAuth2", "Programme", "Settings", "Step", "Words", "load"
]  # fmt: skip

DEFAULT_FILE = Path("mailer.toml")
PREFIX = "MAILER_"
MEGABYTE = 1024 * 1024
MOST_READERS = 3
"""More gain little by themselves: the service's own part of the work is then the larger one."""

DELIVERY = "delivery"
"""What the consent of `[delivery.oauth2]` is called."""


class _Server(Table):
    host: str
    security: Literal["tls", "starttls", "none"] = "tls"
    cafile: Path | None = None
    auth: Literal["password", "oauth2"] = "password"
    user: str = ""
    password: SecretStr | None = None
    password_file: Path | None = None
    oauth2: OAuth2 | None = None

    @model_validator(mode="after")
    def _one_password(self) -> Any:
        if self.password is not None and self.password_file is not None:
            raise ValueError("password and password_file are both set; expected one of them")
        return self

    @model_validator(mode="after")
    def _way_in(self) -> Any:
        secret = self.password is not None or self.password_file is not None
        checked(self.auth, self.user, self.oauth2, password=secret)
        if self.security == "none" and self.host and not is_loopback(self.host):
            where = f"security is 'none' and host is {self.host!r}"
            raise ValueError(f"{where}; expected 'tls' or 'starttls': without only on this machine")
        return self

    def secret(self) -> str:
        """Return the password, read anew from its file at each call.

        Raises SettingsError where that file cannot be read.
        """
        return secret_of("password_file", self.password, self.password_file)


class Mailbox(_Server):
    """An IMAP folder that is polled for one programme."""

    programme: str = ""
    port: int = Field(993, ge=1, le=65535)
    inbox: str = "INBOX"
    processed: str = "Processed"
    poll_seconds: int = Field(60, ge=1)
    max_megabytes: int = Field(25, ge=1)

    @model_validator(mode="after")
    def _has_a_client(self) -> Any:
        if self.auth == "oauth2" and self.oauth2 is None:
            raise ValueError("auth is 'oauth2'; expected a table oauth2 with provider, client_id")
        return self


class Intake(Table):
    """The built-in server that takes mail by SMTP or LMTP; on by default where no mailbox is."""

    enabled: bool | None = None
    protocol: Literal["smtp", "lmtp"] = "smtp"
    host: str = "127.0.0.1"
    port: int = Field(8025, ge=1, le=65535)
    socket: Path | None = None
    socket_mode: str = Field("0600", pattern="0[0-7]{3}")
    max_megabytes: int = Field(25, ge=1)
    max_connections: int = Field(100, ge=2)
    per_minute: int = Field(300, ge=0)


class Delivery(_Server):
    """Where letters go: a local Maildir, or a submission server."""

    kind: Literal["maildir", "smtp"] = "maildir"
    host: str = ""
    port: int = Field(465, ge=1, le=65535)
    folder: Path | None = None
    per_minute: int = Field(0, ge=0)

    @model_validator(mode="after")
    def _host_for_smtp(self) -> Any:
        if self.kind == "smtp" and not self.host:
            raise ValueError("kind is 'smtp'; expected host, the submission server's name")
        return self


class Settings(BaseSettings):
    """Everything that an installation can set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True
    )

    data: Path = Path("mailer-data")
    database: str = ""
    templates: Path | None = None
    log: Literal["plain", "json"] = "plain"
    readers: int | None = Field(None, ge=0, le=64)
    programme: dict[str, Programme] = {"mentoring": Programme()}
    mailbox: dict[str, Mailbox] = {}
    intake: Intake = Intake()
    delivery: Delivery = Delivery()

    @model_validator(mode="after")
    def _programmes_are_known(self) -> Any:
        for name, mailbox in self.mailbox.items():
            if self.whose(name) not in self.programme:
                known = ", ".join(self.programme)
                raise ValueError(
                    f"mailbox.{name}.programme is {mailbox.programme!r}; expected one of: {known}"
                )
        addresses = [programme.address for programme in self.programme.values()]
        if len(set(addresses)) < len(addresses):
            raise ValueError("two programmes have the same address; expected one for each")
        return self

    @model_validator(mode="after")
    def _delivery_has_a_consent(self) -> Any:
        if self.delivery.auth == "oauth2" and not self.consent_of_delivery:
            user = self.delivery.user
            wanted = f"delivery.oauth2, or a mailbox with auth 'oauth2' and user {user!r}"
            raise ValueError(f"delivery.auth is 'oauth2'; expected a table {wanted}")
        if self.delivery.oauth2 is not None and DELIVERY in self.mailbox:
            raise ValueError("a mailbox is called 'delivery'; expected another name")
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic hands over all five
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic hands over all five
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic hands over all five
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings

    def whose(self, mailbox: str) -> str:
        """Return the programme whose mail comes to a mailbox: the only one needs no name."""
        return self.mailbox[mailbox].programme or (
            next(iter(self.programme)) if len(self.programme) == 1 else ""
        )

    @property
    def consent_of_delivery(self) -> str:
        """Return whose consent letters leave by: their own, a mailbox's of the user, or ""."""
        if self.delivery.auth != "oauth2":
            return ""
        if self.delivery.oauth2 is not None:
            return DELIVERY
        same = (
            name
            for name, box in self.mailbox.items()
            if box.oauth2 is not None and box.user == self.delivery.user
        )
        return next(same, "")

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{(self.data / 'mailer.db').as_posix()}"

    @property
    def maildir(self) -> Path:
        return self.delivery.folder or self.data / "letters"

    @property
    def most_readers(self) -> int:
        """Return how many further processes may read a backlog."""
        if self.readers is not None:
            return self.readers
        ours = hasattr(os, "sched_getaffinity")  # Not every system tells.
        cores = len(os.sched_getaffinity(0)) if ours else os.cpu_count() or 1
        return min(cores - 1, MOST_READERS)

    @property
    def takes_mail(self) -> bool:
        """Say whether the built-in intake runs."""
        enabled = self.intake.enabled
        return enabled if enabled is not None else not self.mailbox


def load(path: Path | None) -> Settings:
    """Return the settings from a file (or ./mailer.toml, where it exists) and the environment.

    Paths in the file are relative to its folder. Raises SettingsError with every fault.
    """
    chosen = path or (DEFAULT_FILE if DEFAULT_FILE.exists() else None)
    values: dict[str, Any] = {}
    if chosen is not None:
        values = _read(chosen)
    try:
        found = Settings(**values)
    except ValidationError as error:
        raise SettingsError(_faults(error, str(chosen) if chosen else "settings")) from error
    except EnvironmentFault as error:
        # A variable that holds a whole table must be JSON.
        table = str(error).split('"')[1:2] or ["?"]
        name = f"{PREFIX}{table[0].upper()}"
        fault = f"{name}: is not JSON; expected one value a variable, as {name}__KEY"
        raise SettingsError([fault]) from error
    _no_file_by_variable(found, values)
    return found


def _no_file_by_variable(found: Settings, values: dict[str, Any]) -> None:
    """A programme's file is read before the variables are, so a variable cannot name one."""
    tables = values.get("programme", {})
    faults = [
        f"programme.{name}.file is {str(one.file)!r}: stands in a variable; expected in mailer.toml"
        for name, one in found.programme.items()
        if one.file is not None and tables.get(name, {}).get("file") != one.file
    ]
    if faults:
        raise SettingsError(faults)


def strange_variables() -> list[str]:
    """Return the names of environment variables that look like settings and are none."""
    known = {name.upper() for name in Settings.model_fields}
    names = (name for name in os.environ if name.startswith(PREFIX))
    return sorted(n for n in names if n.removeprefix(PREFIX).partition("__")[0] not in known)


def _read(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError([f"{path}: is not TOML: {error}"]) from error
    base = path.resolve().parent
    values.setdefault("data", "mailer-data")
    values = _based(values, base)
    if isinstance(values.get("programme"), dict):
        values["programme"] = files.expanded(values["programme"])
    return values


def _based(values: dict[str, Any], base: Path) -> dict[str, Any]:
    """Make the paths of a file relative to the file, not to where the program was started."""
    paths = {
        "data", "templates", "cafile", "password_file", "client_secret_file", "folder", "socket",
        "file", "site",
    }  # fmt: skip
    based: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, dict):
            based[key] = _based(value, base)
        elif key in paths and isinstance(value, str) and not value.startswith(CREDENTIAL):
            based[key] = base / value
        else:
            based[key] = value
    return based


def _faults(error: ValidationError, file: str) -> list[str]:
    """Return one line for each fault: where, key, value (never a secret), what was expected."""
    lines = []
    for fault in error.errors():
        key = ".".join(str(part) for part in fault["loc"])
        where = _variable(fault["loc"]) or file
        message = fault["msg"].removeprefix("Value error, ").replace("Input should be", "expected")
        if fault["type"] == "extra_forbidden":
            lines.append(f"{where}: {key}: unknown key{_meant(key)}")
        elif fault["type"] == "missing":
            lines.append(f"{where}: {key} is missing; expected a value")
        elif not key or isinstance(fault["input"], dict):
            lines.append(f"{where}: {key}: {message}" if key else f"{where}: {message}")
        else:
            shown = "(hidden)" if _secret(key) else repr(fault["input"])
            lines.append(f"{where}: {key} is {shown}: {message}")
    return lines


def _secret(key: str) -> bool:
    """A database's URL may hold a password, too."""
    return key.endswith(("password", "client_secret")) or key == "database"


def _variable(place: tuple[int | str, ...]) -> str:
    """Return the environment variable that sets this key, or "" where it stands in the file."""
    name = PREFIX + "__".join(str(part) for part in place).upper()
    return name if place and name in os.environ else ""


def _meant(key: str) -> str:
    known = {
        name
        for model in (Settings, Programme, Mailbox, Intake, Delivery, OAuth2, Step, Words)
        for name in model.model_fields
    }
    near = difflib.get_close_matches(key.rpartition(".")[2], sorted(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
