"""Access tokens: kept, renewed, renewed once by many, and what is said when that fails."""

import os
import shutil
import signal
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from mailer.errors import MailerError, Unavailable
from mailer.oauth.cache import TokenFile
from mailer.oauth.model import ConsentNeeded, TokenRefused, Tokens
from tests.oauth.conftest import NOW, USER, Place
from tests.servers.provider import SECRET, Fault


def test_an_access_token_is_kept_until_shortly_before_its_end(place: Place) -> None:
    first = place.bearer()()
    place.clock.forward(minutes=57)
    assert place.bearer()() == first
    place.clock.forward(minutes=2)
    assert place.bearer()() != first
    assert len(place.provider.requests) == 2


def test_a_token_that_a_server_refused_is_replaced(place: Place) -> None:
    bearer = place.bearer()
    first = bearer()
    second = bearer(first)
    assert second != first
    assert bearer(first) == second, "whoever still holds the first gets the second"


def test_a_refresh_token_that_changes_with_each_use_is_followed(place: Place) -> None:
    place.provider.rotates = True
    for _hour in range(3):
        assert place.bearer()() in place.provider.access
        place.clock.forward(hours=1)
    used = [request["refresh_token"] for request in place.provider.requests]
    assert len(set(used)) == 3


def test_the_client_proves_itself_and_asks_for_the_same_scope(place: Place) -> None:
    place.bearer()()
    [asked] = place.provider.requests
    assert asked["grant_type"] == "refresh_token"
    assert asked["scope"] == "mail offline"
    assert asked["authorization"].startswith("Basic ")


def test_a_client_without_a_secret_names_itself_only(place: Place) -> None:
    place.consent = replace(place.consent, client_secret=str)
    place.bearer()()
    [asked] = place.provider.requests
    assert (asked["client_id"], asked["authorization"]) == ("client-1", "")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (Fault.DOWN, "answers 503"),
        (Fault.BUSY, "temporarily_unavailable"),
        (Fault.NO_JSON, "no JSON object"),
        (Fault.NO_TOKEN, "without an access token"),
        (Fault.ODD_TOKEN, "makes no sense|without an access token"),
        (Fault.SLOW, "no whole answer within 0.3 s|timed out"),
        (Fault.SILENT, "no whole answer within 0.3 s|timed out"),
    ],
)
def test_what_may_pass_is_tried_again_and_the_consent_is_kept(
    place: Place, fault: Fault, told: str
) -> None:
    place.consent = replace(place.consent, timeout=0.3)
    place.provider.next(fault)
    begun = time.monotonic()
    with pytest.raises(Unavailable, match=told) as caught:
        place.bearer()()
    assert time.monotonic() - begun < 3
    assert "access-in" not in "".join(traceback.format_exception(caught.value))
    assert place.bearer()() in place.provider.access


def test_a_provider_that_is_not_there_is_unavailable(place: Place) -> None:
    endpoints = replace(place.consent.provider, token_endpoint="http://127.0.0.1:1/token")
    place.consent = replace(place.consent, provider=endpoints)
    place.consented()
    with pytest.raises(Unavailable, match=r"127\.0\.0\.1:1 cannot be reached"):
        place.bearer()()


def test_the_end_of_a_consent_says_what_to_do_and_a_new_one_mends_it(place: Place) -> None:
    place.provider.revoke()
    with pytest.raises(ConsentNeeded, match="run `mailer auth council`") as caught:
        place.bearer()()
    assert "invalid_grant: Token has been revoked." in str(caught.value)
    assert place.stored.ended == NOW
    assert "invalid_grant" in place.stored.reason
    place.consented()
    assert place.bearer()() in place.provider.access


def test_an_ended_consent_is_tried_again_for_the_provider_may_have_erred(place: Place) -> None:
    place.provider.next(Fault.INVALID_GRANT)
    with pytest.raises(ConsentNeeded):
        place.bearer()()
    assert place.bearer()() in place.provider.access
    assert place.stored.ended is None


def test_without_a_consent_the_command_is_named(place: Place) -> None:
    place.file.forget()
    with pytest.raises(ConsentNeeded, match=f"nobody has consented for {USER}: run `mailer auth"):
        place.bearer()()


def test_a_refused_client_is_a_matter_of_the_settings(place: Place) -> None:
    place.provider.next(Fault.INVALID_CLIENT)
    with pytest.raises(TokenRefused, match="Check client_id and client_secret") as caught:
        place.bearer()()
    assert not isinstance(caught.value, ConsentNeeded)
    assert place.stored.ended is None


def test_no_secret_stands_in_an_error_or_in_what_is_printed(place: Place) -> None:
    secrets = (SECRET, place.stored.refresh)
    told = [repr(place.consent), repr(place.stored), repr(place.bearer())]
    for fault in Fault:
        place.consent = replace(place.consent, timeout=0.1)
        place.provider.next(fault)
        with pytest.raises(MailerError) as caught:
            place.bearer()()
        told += traceback.format_exception(caught.value)
    assert not [secret for secret in secrets if secret in "".join(told)]


# Two at once, and deaths


def test_two_that_renew_at_the_same_time_ask_once(place: Place) -> None:
    place.provider.rotates = True
    tokens: list[str] = []

    def ask() -> None:
        tokens.append(place.bearer()())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(tokens) == 8
    assert len(set(tokens)) == 1
    assert len(place.provider.requests) == 1


def forked(act: Callable[[], object], times: int = 1) -> list[int]:
    """Do something in so many processes at once; return how they ended."""
    children = []
    begin, gate = os.pipe()  # All are there before any begins, and while our threads are idle.
    for _each in range(times):
        child = os.fork()
        if child == 0:
            failed = True
            try:
                os.close(gate)
                os.read(begin, 1)
                act()
                failed = False
            finally:
                os._exit(failed)
        children.append(child)
    os.close(gate)
    os.close(begin)
    return [os.waitpid(child, 0)[1] for child in children]


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_processes_that_renew_at_the_same_time_ask_once(place: Place) -> None:
    place.provider.rotates = True
    assert forked(place.bearer(), times=4) == [0] * 4
    assert len(place.provider.requests) == 1
    assert place.stored.access in place.provider.access


def die_before_storing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_arguments: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def renew() -> None:
        monkeypatch.setattr(TokenFile, "write", die)
        place.bearer()()

    assert forked(renew) == [signal.SIGKILL]


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_that_dies_before_it_stores_holds_up_nobody(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    die_before_storing(place, monkeypatch)
    assert place.bearer()() in place.provider.access


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_refresh_token_that_was_lost_with_its_process_needs_a_new_consent(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.provider.rotates = True
    die_before_storing(place, monkeypatch)
    with pytest.raises(ConsentNeeded, match="run `mailer auth council`"):
        place.bearer()()


def test_whoever_holds_the_lock_for_too_long_makes_others_wait_no_longer(place: Place) -> None:
    with (
        place.file.locked(1),
        pytest.raises(Unavailable, match="another process renews"),
        place.file.locked(0.1),
    ):
        pytest.fail("two hold the lock")


# The file


def test_the_file_is_encrypted_and_for_its_owner_alone(place: Place) -> None:
    place.bearer()()
    for path in place.folder.iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        data = path.read_bytes()
        assert not [w for w in (b"refresh-", b"access-", USER.encode()) if w in data]
    assert place.folder.stat().st_mode & 0o777 == 0o700
    assert {path.suffix for path in place.folder.iterdir()} == {".tokens", ".lock"}


def test_what_root_renews_still_belongs_to_the_services_user(place: Place) -> None:
    owner = 65534 if os.geteuid() == 0 else os.geteuid()  # Others than root cannot give away.
    shutil.rmtree(place.folder)
    os.chown(place.folder.parent, owner, -1)
    place.consented()
    place.bearer()()
    assert {path.stat().st_uid for path in (place.folder, *place.folder.iterdir())} == {owner}


def test_another_key_opens_nothing(place: Place) -> None:
    stranger = TokenFile(place.folder, place.consent, lambda: b"x" * 32)
    with pytest.raises(ConsentNeeded, match="cannot be read with the key"):
        stranger.read()


@pytest.mark.parametrize("data", [b"", b"junk", b"\xff" * 300])
def test_a_damaged_file_needs_a_new_consent(place: Place, data: bytes) -> None:
    [path] = place.folder.glob("*.tokens")
    path.write_bytes(data)
    with pytest.raises(ConsentNeeded, match="run `mailer auth council`"):
        place.bearer()()


def test_a_write_that_fails_leaves_what_was_stored(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = place.stored

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            place.file.write(Tokens("other", "other", NOW + timedelta(hours=1), NOW))
    assert place.stored == before
    assert len(list(place.folder.glob("*.tokens*"))) == 1
