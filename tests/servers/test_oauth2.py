"""Mailboxes and sending by OAuth2: a real Dovecot and a real SMTP server ask a local provider."""

import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from mailer.app import App, _backoff
from mailer.deliver.retry import Failure, Kind, Reply, Stage
from mailer.deliver.smtp import SmtpTransport
from mailer.deliver.submission import Security, SmtpRelay
from mailer.deliver.submission import check as check_relay
from mailer.errors import Unavailable
from mailer.installation import consents, token_file
from mailer.oauth.bearer import Bearer
from mailer.oauth.cache import TokenFile
from mailer.oauth.model import Consent, ConsentNeeded, Tokens
from mailer.receive import mailbox
from mailer.receive.account import ImapAccount, LoginRefused
from mailer.receive.check import check
from mailer.receive.imap import ImapPoller
from mailer.settings import Settings
from storage.engine import reading
from tests.receive.builders import NOW, imap_account, letters, stored_count
from tests.servers.dovecot import Dovecot, running_dovecot
from tests.servers.provider import Fault, Provider, running_provider
from tests.servers.sink import Answer, Sink
from tests.servers.test_deliver_smtp import Calls, letter

GO_ON = threading.Event()
KEY = b"k" * 32
MECHANISMS = """
auth_mechanisms = plain login xoauth2 oauthbearer
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {file}
}}
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running_provider() as running:
        yield running


@pytest.fixture(scope="module")
def server(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dovecot]:
    """A Dovecot that asks the provider about every token (RFC 7662)."""
    file = tmp_path_factory.mktemp("dovecot") / "oauth2.conf.ext"
    file.write_text(
        f"introspection_url = {provider.url}/introspect\nintrospection_mode = post\n"
        "force_introspection = yes\nusername_attribute = username\n"
        "active_attribute = active\nactive_value = true\ntimeout_msecs = 2000\n"
    )
    with running_dovecot(MECHANISMS.format(file=file)) as running:
        yield running


@pytest.fixture
def consent(server: Dovecot, provider: Provider) -> Iterator[Consent]:
    """A consent of a user whose mailbox is empty."""
    yield provider.consent(server.new_user())
    provider.revoke()


@pytest.fixture
def file(tmp_path: Path, consent: Consent, provider: Provider) -> TokenFile:
    found = TokenFile(tmp_path / "oauth2", consent, lambda: KEY)
    found.write(Tokens(provider.grant(consent.user), "", NOW, NOW))
    return found


@pytest.fixture
def bearer(consent: Consent, file: TokenFile) -> Bearer:
    return Bearer(consent, file, lambda: NOW)


@pytest.fixture
def account(server: Dovecot, consent: Consent, bearer: Bearer) -> ImapAccount:
    return imap_account(server, consent.user, name="council", password="", bearer=bearer)


sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@sqlite
def test_a_mailbox_is_polled_with_an_access_token(
    engine: Engine, server: Dovecot, consent: Consent, account: ImapAccount
) -> None:
    server.deliver(consent.user, letters(3))
    poller = ImapPoller(engine, account)
    assert poller.poll(NOW, GO_ON).new == 3
    poller.close()


@sqlite
def test_a_token_that_ends_in_mid_session_is_renewed_and_nothing_is_lost(
    engine: Engine, server: Dovecot, provider: Provider, consent: Consent, account: ImapAccount
) -> None:
    poller = ImapPoller(engine, account)
    poller.poll(NOW, GO_ON)
    server.deliver(consent.user, letters(2))
    provider.expire()
    server.doveadm("kick", consent.user)
    assert poller.poll(NOW, GO_ON).new == 2
    poller.close()
    assert stored_count(engine) == 2


@sqlite
def test_an_ended_consent_is_told_and_a_new_one_is_taken_up(
    engine: Engine, provider: Provider, consent: Consent, account: ImapAccount, file: TokenFile
) -> None:
    provider.revoke()
    poller = ImapPoller(engine, account)
    with pytest.raises(ConsentNeeded, match="run `mailer auth council`"):
        poller.poll(NOW, GO_ON)
    with reading(engine) as connection:
        [status] = mailbox.statuses(connection)
    assert "invalid_grant" in status.error
    [line] = check(account)
    assert (line.name, line.ok) == ("consent", False)
    assert line.fix == f"Run `mailer auth council`, and sign in as {consent.user}."
    file.write(Tokens(provider.grant(consent.user), "", NOW, NOW))
    assert poller.poll(NOW, GO_ON).reconciled
    poller.close()


@sqlite
def test_a_provider_that_is_down_is_only_waited_for(
    engine: Engine, provider: Provider, account: ImapAccount
) -> None:
    provider.next(Fault.DOWN)
    poller = ImapPoller(engine, account)
    with pytest.raises(Unavailable, match="answers 503"):
        poller.poll(NOW, GO_ON)
    provider.next(Fault.DOWN)
    [line] = check(account)
    assert (line.name, line.fix[:9]) == ("consent", "Try again")
    assert poller.poll(NOW, GO_ON).reconciled
    poller.close()


@sqlite
def test_the_consent_of_somebody_else_is_refused_with_the_servers_words(
    engine: Engine, provider: Provider, account: ImapAccount, file: TokenFile
) -> None:
    file.write(Tokens(provider.grant("somebody@example.org"), "", NOW, NOW))
    poller = ImapPoller(engine, account)
    with pytest.raises(
        LoginRefused, match=r"itself has consented \(`mailer auth council`\)"
    ) as told:
        poller.poll(NOW, GO_ON)
    assert "status" in str(told.value), "the JSON of the refusal is read"
    words = "".join(traceback.format_exception(told.value))
    assert not [token for token in provider.access if token in words]
    [line] = check(account)
    assert (line.name, line.ok) == ("login", False)
    assert "mailer auth council" in line.fix


def test_a_server_without_xoauth2_is_told(dovecot: Dovecot, bearer: Bearer) -> None:
    [line] = check(imap_account(dovecot, dovecot.new_user(), password="", bearer=bearer))
    assert "does not offer XOAUTH2" in line.detail


def test_check_logs_in_with_a_token(account: ImapAccount) -> None:
    assert all(line.ok for line in check(account))


# The service


@pytest.fixture
def app(server: Dovecot, provider: Provider, consent: Consent, tmp_path: Path) -> Iterator[App]:
    """Two mailboxes: one that needs a consent which nobody has given, and one with a password."""
    place = {"host": server.host, "port": server.imaps, "cafile": server.cafile}
    client = {
        "provider": "custom", "client_id": "client-1",
        "token_endpoint": f"{provider.url}/token", "device_endpoint": f"{provider.url}/device",
    }  # fmt: skip
    boxes = {
        "council": {**place, "user": consent.user, "auth": "oauth2", "oauth2": client},
        "second": {**place, "user": server.new_user(), "password": server.password},
    }
    running = App(Settings(data=tmp_path / "data", mailbox=boxes))
    yield running
    running.close()


def test_the_service_goes_on_with_other_mailboxes_and_takes_up_a_new_consent(
    app: App, server: Dovecot, provider: Provider
) -> None:
    for box in app.settings.mailbox.values():
        server.deliver(box.user, letters(1))
    done = app.receive()
    assert done.received == 1
    [problem] = done.problems
    assert "council: nobody has consented" in problem
    theirs = consents(app.settings)["council"]
    refresh = provider.grant(theirs.user)
    token_file(app.settings, theirs).write(Tokens(refresh, "", app.clock(), app.clock()))
    assert app.receive().problems == []


def test_a_consent_that_is_missing_is_looked_for_every_quarter_of_an_hour() -> None:
    waits = [_backoff(failures, ConsentNeeded("none")) for failures in (1, 9)]
    assert waits == [timedelta(minutes=15)] * 2


# Sending


@pytest.fixture
def sink(provider: Provider, consent: Consent) -> Iterator[Sink]:
    with Sink(bearer=lambda user, token: provider.access.get(token) == user) as running:
        yield running


@pytest.fixture
def relay(sink: Sink, consent: Consent, bearer: Bearer) -> SmtpRelay:
    return SmtpRelay(
        sink.host, sink.port, Security.NONE, user=consent.user, bearer=bearer, reply_timeout=5
    )


Send = Callable[[], Reply | Failure]


@pytest.fixture
def send(relay: SmtpRelay) -> Iterator[Send]:
    """Send a letter over one connection that is kept."""
    with closing(SmtpTransport(relay)) as transport:
        yield lambda: transport.send(letter(), "b@example.org", Calls())


def test_a_letter_leaves_with_an_access_token(sink: Sink, send: Send) -> None:
    assert send() == Reply(250, "2.0.0 queued as 1", Stage.END)
    assert len(sink.mails) == 1


def test_a_token_that_the_submission_server_refuses_is_renewed(
    sink: Sink, provider: Provider, bearer: Bearer, send: Send
) -> None:
    bearer()
    provider.expire()
    assert send() == Reply(250, "2.0.0 queued as 1", Stage.END)
    assert sink.connections == 1


def test_a_login_that_ends_in_mid_session_is_made_anew(
    sink: Sink, provider: Provider, send: Send
) -> None:
    send()
    provider.expire()
    sink.next(Answer(refuse_mail="530 5.7.57 Client not authenticated to send mail"))
    assert send() == Reply(250, "2.0.0 queued as 2", Stage.END)
    assert sink.connections == 2


def test_letters_wait_while_the_provider_is_down(
    provider: Provider, relay: SmtpRelay, send: Send
) -> None:
    provider.next(Fault.DOWN)
    failure = send()
    assert isinstance(failure, Failure)
    assert failure.kind is Kind.UNREACHABLE
    assert "answers 503" in failure.text
    provider.next(Fault.DOWN)
    assert check_relay(relay)[-1][3].startswith("Try again")
    assert send() == Reply(250, "2.0.0 queued as 1", Stage.END)


def test_an_ended_consent_keeps_letters_and_is_a_refused_login(
    sink: Sink, provider: Provider, relay: SmtpRelay, send: Send
) -> None:
    provider.revoke()
    reply = send()
    assert isinstance(reply, Reply)
    assert (reply.code, reply.stage) == (535, Stage.LOGIN)
    assert "run `mailer auth council`" in reply.text
    name, ok, detail, fix = check_relay(relay)[-1]
    assert (name, ok) == ("login", False)
    assert "The consent has ended" in detail
    assert "mailer auth" in fix
    assert sink.mails == []


def test_a_refusal_that_a_new_token_does_not_mend_is_final(
    sink: Sink, provider: Provider, consent: Consent, file: TokenFile, send: Send
) -> None:
    file.write(Tokens(provider.grant("somebody@example.org"), "", NOW, NOW - timedelta(days=1)))
    reply = send()
    assert isinstance(reply, Reply)
    assert (reply.code, reply.stage) == (535, Stage.LOGIN)
    assert "status 401" in reply.text
    assert not [token for token in provider.access if token in reply.text]


def test_a_submission_server_without_xoauth2_is_told(relay: SmtpRelay) -> None:
    with Sink(password="x") as other:
        lines = check_relay(
            SmtpRelay(other.host, other.port, Security.NONE, user="u", bearer=relay.bearer)
        )
    assert "does not offer XOAUTH2" in lines[-1][2]
