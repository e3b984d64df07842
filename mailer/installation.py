"""What the settings make before anything runs: the database, accounts, relays, key and clock."""

import os
import secrets
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from mailer.deliver import submission
from mailer.deliver.maildir import MaildirTransport
from mailer.deliver.smtp import SmtpTransport
from mailer.deliver.transport import Transport
from mailer.errors import SettingsError
from mailer.oauth.bearer import Bearer
from mailer.oauth.cache import TokenFile
from mailer.oauth.model import Consent
from mailer.receive import account as imap
from mailer.receive import smtp as intake
from mailer.receive.gate import Limits
from mailer.record import database
from mailer.settings import DELIVERY, MEGABYTE, Settings

KEY_BYTES = 32
RECOVERY = "recovery"
"""The lease that is held from the beginning of a recovery to its end (`mailer.recovery`)."""


def now() -> datetime:
    """Return the time: the one place where the service reads a clock."""
    return datetime.now(UTC)


def open_database(settings: Settings) -> Engine:
    """Return the database at this version's schema; raises Unavailable where it cannot be had."""
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return database.open_database(settings.database_url)


def imap_account(settings: Settings, name: str) -> imap.ImapAccount:
    """Return the mailbox of this name as the poller needs it."""
    box = settings.mailbox[name]
    return imap.ImapAccount(
        name=name,
        programme=settings.whose(name),
        host=box.host,
        port=box.port,
        user=box.user,
        password=box.secret,
        bearer=bearer(settings, name) if box.oauth2 else None,
        security=imap.Security(box.security),
        cafile=str(box.cafile) if box.cafile else None,
        inbox=box.inbox,
        processed=box.processed,
        untouched=settings.programme[settings.whose(name)].send == "never",
        max_size=box.max_megabytes * MEGABYTE,
    )


def relay(settings: Settings) -> submission.SmtpRelay:
    """Return the submission server that letters go to."""
    chosen = settings.delivery
    return submission.SmtpRelay(
        host=chosen.host,
        port=chosen.port,
        security=submission.Security(chosen.security),
        user=chosen.user or None,
        password=chosen.secret,
        bearer=bearer(settings, consent) if (consent := settings.consent_of_delivery) else None,
        cafile=str(chosen.cafile) if chosen.cafile else None,
    )


def transport(settings: Settings) -> Transport:
    """Return the way on which letters leave."""
    if settings.delivery.kind == "smtp":
        return SmtpTransport(relay(settings))
    return MaildirTransport(settings.maildir)


def consents(settings: Settings) -> dict[str, Consent]:
    """Return every consent that the settings need, by the name that `mailer auth` takes."""
    servers = {**settings.mailbox, DELIVERY: settings.delivery}
    return {
        name: Consent(
            name=name,
            user=server.user,
            client_id=server.oauth2.client_id,
            provider=server.oauth2.endpoints(),
            client_secret=server.oauth2.secret,
            cafile=str(server.oauth2.cafile) if server.oauth2.cafile else None,
        )
        for name, server in servers.items()
        if server.oauth2 is not None
    }


def token_file(settings: Settings, consent: Consent) -> TokenFile:
    """Return where the tokens of a consent are kept."""
    return TokenFile(settings.data / "oauth2", consent, lambda: key_of(settings.data / "key"))


def bearer(settings: Settings, name: str, clock: Callable[[], datetime] = now) -> Bearer:
    """Return what gives access tokens by the consent of this name."""
    consent = consents(settings)[name]
    return Bearer(consent, token_file(settings, consent), clock)


def key_of(path: Path) -> bytes:
    """Return the key of the reply tokens, made once and readable by the service's user alone."""
    if not path.exists():
        # Written aside and then named, so that of two that start at once both get the same key.
        handle, made = tempfile.mkstemp(dir=path.parent, prefix="key.")
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(handle)
        with suppress(FileExistsError):
            os.link(made, path)
        Path(made).unlink()
    data = path.read_bytes()
    if len(data) < KEY_BYTES:
        raise SettingsError([f"{path}: holds {len(data)} bytes; expected {KEY_BYTES}"])
    return data


def intake_server(
    settings: Settings,
    engine: Engine,
    clock: Callable[[], datetime],
    kept: Callable[[], object] = lambda: None,
) -> intake.Intake:
    """Return the server that takes mail by SMTP or LMTP; `kept` is called for each mail kept."""
    chosen = settings.intake
    config = intake.IntakeConfig(
        protocol=intake.Protocol(chosen.protocol),
        host=chosen.host,
        port=chosen.port,
        socket=chosen.socket,
        socket_mode=int(chosen.socket_mode, 8),
        max_size=chosen.max_megabytes * MEGABYTE,
        limits=Limits(
            connections=chosen.max_connections,
            per_peer=chosen.max_connections // 2,
            per_minute=chosen.per_minute,
        ),
    )
    routes = {programme.address: name for name, programme in settings.programme.items()}
    return intake.Intake(engine, config, routes, clock, kept)
