"""The table oauth2 of a mailbox or of the delivery: a client that is registered at a provider."""

import os
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from mailer.errors import SettingsError
from mailer.oauth.model import CUSTOM, GMAIL, MICROSOFT, Provider, gmail, is_loopback, microsoft
from mailer.settings.programme import Table

ENDPOINTS = ("token_endpoint", "device_endpoint", "authorization_endpoint")


CREDENTIAL = "credential:"
"""What stands before the name of a credential that systemd hands over, in place of a file's."""
CREDENTIALS = "CREDENTIALS_DIRECTORY"


def secret_of(key: str, secret: SecretStr | None, file: Path | None) -> str:
    """Return a secret, read anew where it stands in a file; "" where there is none.

    "credential:NAME" is the credential of that name (systemd.exec(5), LoadCredential=): a file
    that systemd shows to the service alone. Raises SettingsError where it cannot be read.
    """
    if file is None:
        return secret.get_secret_value() if secret else ""
    try:
        return _place(key, file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        fault = f"{key} is {str(file)!r}: cannot be read: {why}; expected a text file"
        raise SettingsError([fault]) from error


def _place(key: str, file: Path) -> Path:
    if not str(file).startswith(CREDENTIAL):
        return file
    name, folder = str(file).removeprefix(CREDENTIAL), os.environ.get(CREDENTIALS)
    if not name or name != Path(name).name:
        fault = f"{key} is {str(file)!r}; expected {CREDENTIAL} and a name without a slash"
        raise SettingsError([fault])
    if not folder:
        who = f"{CREDENTIALS} is not set, as systemd does where the unit has LoadCredential={name}"
        raise SettingsError([f"{key} is {str(file)!r}, and {who}; expected a start by systemd"])
    return Path(folder) / name


class OAuth2(Table):
    """How tokens are had. `tenant` is Microsoft's; the endpoints and `scope` are for "custom"."""

    provider: Literal["gmail", "microsoft", "custom"]
    client_id: str = Field(min_length=1)
    client_secret: SecretStr | None = None
    client_secret_file: Path | None = None
    tenant: str = Field("organizations", pattern=r"^[\w.-]+$")
    token_endpoint: str = ""
    device_endpoint: str = ""
    authorization_endpoint: str = ""
    scope: str = ""
    cafile: Path | None = None

    @field_validator(*ENDPOINTS)
    @classmethod
    def _is_protected(cls, value: str) -> str:
        parts = urlsplit(value)
        safe = parts.scheme == "https" or (
            parts.scheme == "http" and is_loopback(parts.hostname or "")
        )
        if value and not (safe and parts.hostname):
            raise ValueError("expected an https address; http only on this machine")
        return value

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.client_secret is not None and self.client_secret_file is not None:
            both = "client_secret and client_secret_file are both set"
            raise ValueError(f"{both}; expected one of them")
        secret = self.client_secret is not None or self.client_secret_file is not None
        if self.provider == GMAIL and not secret:
            raise ValueError("provider is 'gmail'; expected client_secret or client_secret_file")
        own = [key for key in (*ENDPOINTS, "scope") if getattr(self, key)]
        if self.provider != CUSTOM and own:
            raise ValueError(f"{own[0]} is set; expected only with provider 'custom'")
        if self.provider != MICROSOFT and "tenant" in self.model_fields_set:
            raise ValueError(f"tenant is {self.tenant!r}; expected only with provider 'microsoft'")
        if self.provider == CUSTOM and not (
            self.token_endpoint and (self.device_endpoint or self.authorization_endpoint)
        ):
            wanted = "token_endpoint, and device_endpoint or authorization_endpoint"
            raise ValueError(f"provider is 'custom'; expected {wanted}")
        return self

    def secret(self) -> str:
        """Return the client's secret; "" for a client that has none, as Microsoft's public ones."""
        return secret_of("client_secret_file", self.client_secret, self.client_secret_file)

    def endpoints(self) -> Provider:
        """Return where consent and tokens are had."""
        if self.provider == MICROSOFT:
            return microsoft(self.tenant)
        if self.provider != CUSTOM:
            return gmail()
        return Provider(
            CUSTOM,
            self.token_endpoint,
            self.device_endpoint,
            self.authorization_endpoint,
            self.scope,
        )


def checked(auth: str, user: str, oauth2: Any, *, password: bool) -> None:
    """Raise ValueError where the keys by which one logs in contradict each other."""
    if auth == "password":
        if oauth2 is not None:
            raise ValueError("auth is 'password' and there is a table oauth2; expected 'oauth2'")
        return
    if password:
        raise ValueError("auth is 'oauth2' and a password is set; expected one of them")
    if not user:
        raise ValueError("auth is 'oauth2' and user is ''; expected the mailbox's address")
