"""The table of answers: what each one means for a letter."""

from datetime import UTC, datetime, timedelta

import pytest

from mailer.deliver.retry import LADDER, Failure, Kind, Outcome, Reply, Stage, decide

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
END, RCPT, MAIL, LOGIN = Stage.END, Stage.RCPT, Stage.MAIL, Stage.LOGIN


def marks(outcome: Outcome) -> str:
    """Write an outcome as a word: its state and what else follows from it."""
    flags = [
        (outcome.stop_channel, "stop"),
        (outcome.alert, "alert"),
        (outcome.hurts_address, "hurts"),
        (not outcome.counted, "free"),
    ]
    return " ".join([outcome.state, *(word for flag, word in flags if flag)])


@pytest.mark.parametrize(
    ("code", "text", "stage", "expected"),
    [
        (250, "2.0.0 OK", END, "sent"),
        (250, "OK", END, "sent"),
        (421, "4.3.2 closing", MAIL, "queued stop free"),
        (421, "4.7.0 slow down", END, "queued stop free"),
        (554, "5.3.2 go away", Stage.GREETING, "queued stop free"),
        (450, "busy", RCPT, "queued"),
        (451, "4.7.1 greylisted", RCPT, "queued"),
        (452, "no room", END, "queued"),
        (550, "no such user", RCPT, "failed hurts"),
        (550, "5.1.1 no such user", RCPT, "failed hurts"),
        (551, "not local", RCPT, "failed hurts"),
        (553, "not allowed", RCPT, "failed hurts"),
        (550, "5.2.1 disabled", RCPT, "failed hurts"),
        (550, "5.0.0 undefined", RCPT, "failed hurts"),
        (550, "5.2.0 undefined", RCPT, "failed hurts"),
        (552, "5.2.2 full", RCPT, "failed"),
        (552, "too big", END, "failed alert"),
        (552, "5.3.4 too big", END, "failed alert"),
        (550, "5.2.3 too big", END, "failed alert"),
        (554, "no", END, "failed alert"),
        (550, "5.7.1 policy", END, "failed alert"),
        (550, "5.7.26 unauthenticated", END, "failed alert"),
        (550, "5.7.60 not your address", MAIL, "failed alert"),
        (553, "5.1.8 bad sender", MAIL, "failed alert"),
        (550, "no such sender", MAIL, "failed alert"),
        (530, "5.7.0 log in first", MAIL, "queued stop alert free"),
        (535, "5.7.8 wrong password", LOGIN, "queued stop alert free"),
        (534, "5.7.9 too weak", LOGIN, "queued stop alert free"),
        (454, "4.7.0 cannot check now", LOGIN, "queued stop alert free"),
        (500, "what?", RCPT, "failed alert"),
        (501, "5.5.4 argument", RCPT, "failed alert"),
        (503, "5.5.1 order", Stage.DATA, "failed alert"),
        (451, "5.1.1 no such user", RCPT, "failed hurts"),
        (550, "4.2.1 later", RCPT, "queued"),
        (550, "2.0.0 odd", RCPT, "failed hurts"),
        (354, "go on", END, "failed alert"),
    ],
)
def test_an_answer_has_one_meaning(code: int, text: str, stage: Stage, expected: str) -> None:
    outcome = decide(Reply(code, text, stage), attempts=0, now=NOW, jitter=0)
    assert marks(outcome) == expected
    assert outcome.reply_text == f"{code} {text}"
    assert (outcome.not_before is not None) == (outcome.state == "queued")


@pytest.mark.parametrize(
    ("kind", "expected", "wait"),
    [
        (Kind.UNREACHABLE, "queued stop free", timedelta(minutes=5)),
        (Kind.DROPPED, "queued", timedelta(minutes=5)),
        (Kind.UNKNOWN, "unknown", timedelta(minutes=30)),
    ],
)
def test_a_failure_without_an_answer(kind: Kind, expected: str, wait: timedelta) -> None:
    outcome = decide(Failure(kind, "words"), attempts=0, now=NOW, jitter=0)
    assert (marks(outcome), outcome.not_before) == (expected, NOW + wait)


@pytest.mark.parametrize("attempts", range(7))
def test_waiting_grows_to_a_day(attempts: int) -> None:
    outcome = decide(Reply(451, "later"), attempts, NOW, jitter=0)
    assert outcome.not_before == NOW + LADDER[min(attempts, 5)]


def test_a_full_mailbox_is_tried_more_slowly() -> None:
    outcome = decide(Reply(452, "4.2.2 full"), 0, NOW, jitter=0)
    assert outcome.not_before == NOW + timedelta(minutes=15)


@pytest.mark.parametrize(("jitter", "minutes"), [(-1.0, 4), (1.0, 6)])
def test_waiting_is_spread_by_a_fifth(jitter: float, minutes: int) -> None:
    outcome = decide(Reply(451, "later"), 0, NOW, jitter)
    assert outcome.not_before == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("attempts", "give_up", "expected"),
    [
        (6, None, "queued"),
        (7, None, "failed"),
        (0, NOW - timedelta(days=1), "queued"),
        (1, NOW + timedelta(minutes=10), "failed"),
        (1, NOW + timedelta(minutes=15), "queued"),
    ],
    ids=["seventh", "eighth", "first try after a stop", "too late", "just in time"],
)
def test_trying_comes_to_an_end(attempts: int, give_up: datetime | None, expected: str) -> None:
    outcome = decide(Reply(451, "later"), attempts, NOW, 0, give_up)
    assert outcome.state == expected
    if expected == "failed":
        assert outcome.reply_text == "given up: 451 later"


def test_doubt_after_the_end_is_failure_that_is_told() -> None:
    outcome = decide(Failure(Kind.UNKNOWN, "silence"), 1, NOW, 0, give_up=NOW)
    assert marks(outcome) == "failed alert"


def test_a_channel_that_is_shut_never_gives_a_letter_up() -> None:
    outcome = decide(Reply(421, "closing"), 20, NOW, 0, give_up=NOW - timedelta(days=9))
    assert marks(outcome) == "queued stop free"


def test_long_answers_are_cut() -> None:
    assert len(decide(Reply(550, "x" * 5000), 0, NOW, 0).reply_text) == 300
