"""An account's limits, and when a failed poll is tried again."""

from datetime import timedelta

import pytest

from mailer.errors import SettingsError
from mailer.receive.account import ImapAccount, Security, backoff


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (1, 5), (2, 10), (3, 20), (7, 320), (8, 640), (9, 900), (5000, 900)],
)
def test_the_wait_doubles_from_five_seconds_to_a_quarter_of_an_hour(
    failures: int, seconds: int
) -> None:
    assert backoff(failures, 0.0) == timedelta(seconds=seconds)


@pytest.mark.parametrize("failures", [1, 2, 9])
def test_jitter_shortens_by_a_quarter_at_most(failures: int) -> None:
    full, least = backoff(failures, 0.0), backoff(failures, 0.999)
    assert max(timedelta(seconds=5), full * 0.75) <= least <= full


def test_a_refused_login_is_retried_slowly() -> None:
    assert backoff(1, 0.5, refused=True) == timedelta(minutes=15)
    assert backoff(2, 0.5, refused=True) == timedelta(hours=1)


def test_no_protection_is_for_this_machine_alone() -> None:
    with pytest.raises(SettingsError, match="expected 'tls' or 'starttls'"):
        ImapAccount("a", "p", "mail.example.org", "u", "s", security=Security.NONE)
    assert ImapAccount("a", "p", "localhost", "u", "s", security=Security.NONE).port == 993


def test_inbox_and_processed_must_differ() -> None:
    with pytest.raises(SettingsError, match="two folders"):
        ImapAccount("a", "p", "localhost", "u", "s", processed="INBOX")


def test_the_password_is_not_shown() -> None:
    assert "hush" not in repr(ImapAccount("a", "p", "localhost", "u", "hush"))
