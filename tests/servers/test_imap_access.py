"""Who may poll: leases, certificates and logins, on a real Dovecot."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from mailer.errors import Unavailable
from mailer.receive import mailbox
from mailer.receive.account import LoginRefused, Security
from mailer.receive.check import check
from mailer.receive.imap import ImapPoller
from mailer.receive.lease import LeaseTaken
from storage.engine import reading
from tests.receive.builders import NOW, imap_account
from tests.servers.dovecot import Dovecot
from tests.servers.stripper import Stripper

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
GO_ON = threading.Event()


@pytest.fixture
def user(dovecot: Dovecot) -> str:
    return dovecot.new_user()


def test_a_second_process_refuses_to_poll_until_the_first_ends(
    engine: Engine, dovecot: Dovecot, user: str
) -> None:
    account = imap_account(dovecot, user)
    first = ImapPoller(engine, account, owner="one")
    second = ImapPoller(engine, account, owner="two")
    first.poll(NOW, GO_ON)
    with pytest.raises(LeaseTaken):
        second.poll(NOW, GO_ON)
    first.close()
    assert second.poll(NOW, GO_ON).reconciled
    second.close()


def test_the_lease_of_a_dead_process_runs_out(engine: Engine, dovecot: Dovecot, user: str) -> None:
    account = imap_account(dovecot, user)
    dead = ImapPoller(engine, account, owner="one")
    dead.poll(NOW, GO_ON)
    heir = ImapPoller(engine, account, owner="two")
    later = NOW + timedelta(minutes=6)
    assert heir.poll(later, GO_ON).reconciled
    with pytest.raises(LeaseTaken):
        dead.poll(later, GO_ON)
    heir.close()


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_an_unknown_authority_is_refused_and_check_says_what_to_do(
    engine: Engine, dovecot: Dovecot, user: str, security: Security
) -> None:
    port = dovecot.imaps if security is Security.TLS else dovecot.imap
    account = imap_account(dovecot, user, cafile=None, port=port, security=security)
    with pytest.raises(Unavailable, match="certificate is not trusted"):
        ImapPoller(engine, account).poll(NOW, GO_ON)
    [line] = check(account)
    assert "certificate is not trusted" in line.detail
    assert "with a private authority, set cafile" in line.fix


@pytest.mark.parametrize(
    "rewrite",
    [{b" STARTTLS": b""}, {b"* OK ": b"* PREAUTH "}],
    ids=["not offered", "logged in already"],
)
@pytest.mark.parametrize("by_token", [False, True], ids=["password", "token"])
def test_nothing_is_said_in_clear_where_somebody_takes_starttls_away(
    engine: Engine, dovecot: Dovecot, user: str, rewrite: dict[bytes, bytes], by_token: bool
) -> None:
    def bearer(_refused: str) -> str:
        return pytest.fail("a token is asked for before the connection is protected")

    with Stripper(dovecot.imap, rewrite) as way:
        account = imap_account(
            dovecot, user, port=way.port, security=Security.STARTTLS,
            bearer=bearer if by_token else None,
        )  # fmt: skip
        with pytest.raises(Unavailable, match="cannot reach"):
            ImapPoller(engine, account).poll(NOW, GO_ON)
    said = {line.split()[1].upper() for line in way.heard.splitlines()}
    assert b"CAPABILITY" in said, "the way leads to the server"
    assert said <= {b"CAPABILITY", b"STARTTLS", b"LOGOUT"}


def test_a_certificate_for_another_host_is_refused(
    engine: Engine, dovecot: Dovecot, user: str
) -> None:
    account = imap_account(dovecot, user, host="127.0.0.1")
    with pytest.raises(Unavailable, match="certificate is not trusted"):
        ImapPoller(engine, account).poll(NOW, GO_ON)


def test_a_refused_login_is_told_apart_and_does_not_show_the_password(
    engine: Engine, dovecot: Dovecot, user: str
) -> None:
    account = imap_account(dovecot, user, password="my-wrong-one")
    poller = ImapPoller(engine, account)
    with pytest.raises(LoginRefused) as told:
        poller.poll(NOW, GO_ON)
    with reading(engine) as connection:
        (status,) = mailbox.statuses(connection)
    assert "refuses the login" in status.error
    assert "my-wrong-one" not in f"{told.value} {account} {status}"
    assert poller.failures == 1
