"""`mailer auth`: the consent by device code, its state, and its end."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mailer.cli import app
from mailer.errors import SettingsError
from mailer.installation import consents, token_file
from mailer.settings import load
from tests.servers.provider import SECRET, Fault, Provider, running_provider
from tests.servers.sink import Sink

SETTINGS = """
[programme.reps]
address = "council@example.org"
[mailbox.council]
host = "127.0.0.1"
port = 1
user = "council@example.org"
auth = "oauth2"
[mailbox.council.oauth2]
provider = "custom"
client_id = "client-1"
client_secret = "{secret}"
token_endpoint = "{url}/token"
device_endpoint = "{url}/device"
[delivery]
kind = "smtp"
host = "127.0.0.1"
port = {port}
security = "none"
user = "council@example.org"
auth = "oauth2"
"""
MAIL = (
    b"From: Ana Pop <ana@example.net>\r\nTo: council@example.org\r\nSubject: Hello\r\n"
    b"Message-ID: <1@example.net>\r\nDate: Mon, 4 Jan 2027 10:00:00 +0000\r\n\r\n"
    b"I would like to become a mentor.\r\n"
)
COMMANDS = (["check"], ["run", "--once"], ["auth", "--status"], ["outbox"], ["export"])


@pytest.fixture
def sink() -> Iterator[Sink]:
    with Sink(bearer=lambda _user, _token: False) as running:
        yield running


@pytest.fixture
def provider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sink: Sink) -> Iterator[Provider]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    with running_provider() as running:
        Path("mailer.toml").write_text(
            SETTINGS.format(url=running.url, secret=SECRET, port=sink.port)
        )
        yield running


def run(*words: str) -> Result:
    return CliRunner().invoke(app, [*words])


def status() -> dict[str, str]:
    [row] = json.loads(run("auth", "--status", "--json").stdout)
    return row


def test_a_consent_is_had_shown_and_forgotten(provider: Provider) -> None:
    assert status()["state"] == "missing"
    assert status()["detail"] == "run `mailer auth council`"
    provider.next(Fault.PENDING)
    done = run("auth")
    assert done.exit_code == 0
    assert "WDJB-MJHT" in done.stdout
    assert "the consent of council@example.org is stored" in done.stdout
    assert status()["state"] == "given"
    assert "given" in run("auth", "--status").stdout
    assert "forgotten" in run("auth", "council", "--forget").stdout
    assert status()["state"] == "missing"
    assert "nothing was stored" in run("auth", "council", "--forget").stdout


def test_every_command_tells_that_a_consent_has_ended_and_none_shows_a_token(
    provider: Provider, sink: Sink
) -> None:
    run("auth")
    secrets = [*provider.users, *provider.access, SECRET]
    expire()
    provider.revoke()
    Path("people.csv").write_text("name,email,role\nAna Pop,ana@example.net,rep\n")
    run("import", "people.csv", "--apply")
    Path("one.eml").write_bytes(MAIL)
    run("take", "one.eml")
    told = {" ".join(words): run(*words) for words in COMMANDS}
    for words in ("check", "run --once", "auth --status"):
        assert "invalid_grant" in told[words].output, words
        assert "mailer auth council" in told[words].output, words
    assert status()["state"] == "ended"
    printed = "".join(f"{result.output}{result.exception}" for result in told.values())
    assert not [secret for secret in secrets if secret in printed]
    assert sink.mails == []


def expire() -> None:
    """Let the stored access token be an old one."""
    chosen = load(None)
    file = token_file(chosen, consents(chosen)["council"])
    tokens = file.read()
    assert tokens is not None
    file.write(replace(tokens, expires=tokens.consented))


def test_check_tells_of_secrets_that_everybody_can_read(provider: Provider) -> None:
    file = Path("mailer.toml")
    file.chmod(0o644)
    assert "everybody can read mailer.toml" in run("check").output
    file.chmod(0o640)
    assert "everybody can read" not in run("check").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["auth", "other"], "MAILBOX is 'other'; expected one of: council"),
        (["auth", "--status", "--forget"], "expected one of them"),
        (["auth", "--json"], "--json is given without --status"),
    ],
)
def test_a_wrong_argument_is_told(provider: Provider, words: list[str], told: str) -> None:
    found = run(*words).exception
    assert isinstance(found, SettingsError)
    assert told in str(found)
