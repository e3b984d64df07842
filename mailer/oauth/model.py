"""What a consent is: whose mailbox, for which registered client, at which provider."""

import hashlib
import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailer.errors import MailerError, Unavailable

EARLY = timedelta(minutes=2)
"""So long before its end an access token is taken for expired: a login takes a while."""
TEXT_MOST = 200
GMAIL, MICROSOFT, CUSTOM = "gmail", "microsoft", "custom"


class TokenRefused(MailerError):
    """The provider gives no token, and trying again will not help; the text says what will."""


class ConsentNeeded(TokenRefused):
    """Nobody has consented yet, or the consent has ended: somebody has to run `mailer auth`."""


class ProviderAway(Unavailable):
    """The provider cannot be reached, or gives no sensible answer, now."""


@dataclass(frozen=True, slots=True)
class Provider:
    """The endpoints of an authorisation server (RFC 6749, section 3).

    With a `device_endpoint` consent is given by the device flow (RFC 8628), else by a code that
    the `authorization_endpoint` hands to a browser (RFC 6749 section 4.1, RFC 7636).
    """

    name: str
    token_endpoint: str
    device_endpoint: str = ""
    authorization_endpoint: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent. `client_secret` is read when needed; `timeout` is in seconds, for one answer.

    `name` is what `mailer auth` calls it. Two servers that the same user may enter by the same
    client share a consent: they have the same `file`.
    """

    name: str
    user: str
    client_id: str
    provider: Provider
    client_secret: Callable[[], str] = field(repr=False, default=str)
    cafile: str | None = None
    timeout: float = 30.0

    @property
    def file(self) -> str:
        """Return the name of the file that keeps the tokens."""
        parts = (self.provider.token_endpoint, self.client_id, self.user)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a consent gave. `ended` is when the provider said that it is no longer valid."""

    refresh: str = field(repr=False)
    access: str = field(repr=False)
    expires: datetime
    consented: datetime
    ended: datetime | None = None
    reason: str = ""

    def usable(self, now: datetime, refused: str) -> bool:
        """Tell whether a server may take the access token; it has not taken `refused`."""
        alive = self.ended is None and now < self.expires - EARLY
        return bool(self.access) and alive and self.access != refused


def gmail() -> Provider:
    """Return Google's endpoints. Its device flow does not give the scope of mailboxes."""
    return Provider(
        GMAIL,
        "https://oauth2.googleapis.com/token",
        authorization_endpoint="https://accounts.google.com/o/oauth2/v2/auth",
        scope="https://mail.google.com/",
    )


def microsoft(tenant: str) -> Provider:
    """Return Microsoft's endpoints for a tenant: its id, its domain, or "organizations"."""
    base = f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0"
    mail = "https://outlook.office.com"
    scope = f"{mail}/IMAP.AccessAsUser.All {mail}/SMTP.Send offline_access"
    return Provider(MICROSOFT, f"{base}/token", f"{base}/devicecode", scope=scope)


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def plain(text: object) -> str:
    """Return a provider's words on one line, and not too many of them."""
    words = "".join(sign if sign.isprintable() else " " for sign in str(text))
    return " ".join(words.split())[:TEXT_MOST]
