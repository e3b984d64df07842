"""The queue of received mail, on both kinds of database."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from storage import inbox
from storage.engine import reading, writing
from storage.inbox import Arrival, ClaimedMail, Result
from tests.receive.builders import NOW, PROGRAMME, letter, stored

LEASE = timedelta(minutes=5)


def arrival(number: int, **changes: Any) -> Arrival:
    values: dict[str, Any] = {
        "programme": PROGRAMME,
        "source": "imap",
        "data": letter(number),
        "received": NOW,
        "mailbox": "box",
        "uidvalidity": 1,
        "uid": number,
    }
    return Arrival(**{**values, **changes})


def fill(engine: Engine, count: int) -> list[int]:
    with writing(engine) as connection:
        return inbox.store(connection, [arrival(number) for number in range(1, count + 1)])


def claim(
    engine: Engine, limit: int = 100, *, minutes: float = 0, max_bytes: int = 10**9
) -> list[ClaimedMail]:
    now = NOW + timedelta(minutes=minutes)
    with writing(engine) as connection:
        return inbox.claim(connection, PROGRAMME, now, limit, LEASE, max_bytes=max_bytes)


def numbers(mails: list[ClaimedMail]) -> list[str]:
    return [(mail.message_id or "").strip("<").partition("@")[0] for mail in mails]


def test_mails_are_stored_in_order_and_a_known_uid_is_skipped(engine: Engine) -> None:
    assert len(fill(engine, 30)) == 30
    with writing(engine) as connection:
        new = inbox.store(connection, [arrival(30), arrival(31), arrival(30, mailbox="other")])
        assert inbox.known_uids(connection, "box", 1) == set(range(1, 32))
        assert inbox.known_uids(connection, "box", 2) == set()
        assert inbox.known_uids(connection, "box", 1, [31, 99]) == {31}
    assert len(new) == 2
    found = [mail.message_id for mail in stored(engine)]
    assert found == [f"<{number}@example.net>" for number in [*range(1, 32), 30]]


def test_mails_without_a_uid_are_never_skipped(engine: Engine) -> None:
    same = arrival(1, mailbox="", uidvalidity=None, uid=None, envelope_to=("a@b", "c@d"))
    with writing(engine) as connection:
        assert len(inbox.store(connection, [same, same])) == 2
    assert stored(engine)[0].envelope_to == ("a@b", "c@d")


def test_a_mail_that_is_too_large_waits_for_its_refusal_and_is_not_replayed(engine: Engine) -> None:
    with writing(engine) as connection:
        (number,) = inbox.store(connection, [arrival(1, too_large=True, size=10**9)])
        assert not inbox.replay(connection, number)
    mail = stored(engine)[0]
    assert (mail.state, mail.outcome, mail.size) == ("received", "too_large", 10**9)
    assert [mail.too_large for mail in claim(engine)] == [True]


def test_fresh_mails_are_claimed_by_the_batch_oldest_first_and_once(engine: Engine) -> None:
    fill(engine, 5)
    assert numbers(claim(engine, 3)) == ["1", "2", "3"]
    second = claim(engine, 3)
    assert numbers(second) == ["4", "5"]
    assert second[0].data == letter(4)
    assert second[0].attempts == 1
    assert claim(engine, 3) == []


def test_a_batch_is_bounded_by_bytes_but_never_empty(engine: Engine) -> None:
    fill(engine, 3)
    size = len(letter(1))
    assert numbers(claim(engine, max_bytes=2 * size)) == ["1", "2"]
    assert numbers(claim(engine, max_bytes=1)) == ["3"]


def test_mails_whose_lease_ran_out_come_back_each_alone(engine: Engine) -> None:
    fill(engine, 3)
    claim(engine, 2)
    assert numbers(claim(engine, minutes=6)) == ["1"]
    assert numbers(claim(engine, minutes=6)) == ["2"]
    assert numbers(claim(engine, minutes=6)) == ["3"]


def test_what_was_tried_three_times_is_parked_and_told_once(engine: Engine) -> None:
    fill(engine, 2)
    for round_ in range(3):
        claim(engine, 1, minutes=6 * round_)
    with writing(engine) as connection:
        assert inbox.park(connection, PROGRAMME, NOW + timedelta(minutes=13)) == []
        parked = inbox.park(connection, PROGRAMME, NOW + timedelta(minutes=18))
        assert inbox.park(connection, PROGRAMME, NOW + timedelta(minutes=18)) == []
    assert [(mail.state, mail.outcome) for mail in parked] == [("parked", "quarantined")]
    assert numbers(claim(engine, minutes=18)) == ["2"]


def test_a_parked_mail_keeps_the_reason_it_was_released_with(engine: Engine) -> None:
    fill(engine, 1)
    for _try in range(3):
        (mail,) = claim(engine)
        with writing(engine) as connection:
            inbox.release(connection, [mail.id], reason="the template lacks a word")
    with writing(engine) as connection:
        (parked,) = inbox.park(connection, PROGRAMME, NOW)
    assert parked.reason == "the template lacks a word"


def test_a_released_mail_can_wait_for_a_while(engine: Engine) -> None:
    fill(engine, 1)
    (mail,) = claim(engine)
    with writing(engine) as connection:
        inbox.release(connection, [mail.id], until=NOW + timedelta(minutes=2))
    assert claim(engine, minutes=1) == []
    assert len(claim(engine, minutes=3)) == 1


def test_mails_that_were_not_begun_get_their_attempt_back(engine: Engine) -> None:
    fill(engine, 2)
    for _try in range(5):
        mails = claim(engine)
        assert numbers(mails) == ["1", "2"]
        with writing(engine) as connection:
            inbox.release(connection, [mail.id for mail in mails], tried=False)


def test_results_are_written_and_leases_given_back(engine: Engine) -> None:
    fill(engine, 3)
    mails = claim(engine)
    with writing(engine) as connection:
        inbox.finish(
            connection,
            [
                Result(mails[0].id, "applied", NOW, "as asked", "p1", "c1", ("leave.ask", "x")),
                Result(mails[1].id, "duplicate", NOW),
            ],
        )
        assert inbox.waiting(connection, PROGRAMME) == 1
        done = inbox.listing(connection, PROGRAMME, 10, "done")
    assert [mail.outcome for mail in done] == ["duplicate", "applied"]
    first = done[1]
    assert (first.reason, first.person, first.case_id, first.intents, first.done) == (
        "as asked",
        "p1",
        "c1",
        ("leave.ask", "x"),
        NOW,
    )
    assert first.lease_until is None


def test_a_done_mail_is_handled_again_after_replay(engine: Engine) -> None:
    fill(engine, 1)
    (mail,) = claim(engine)
    with writing(engine) as connection:
        assert not inbox.replay(connection, mail.id)
        inbox.finish(connection, [Result(mail.id, "no_action", NOW)])
        assert inbox.replay(connection, mail.id)
        assert not inbox.replay(connection, 12345)
    (again,) = claim(engine)
    assert again.attempts == 1


def test_a_claim_that_another_took_over_is_no_longer_ours(engine: Engine) -> None:
    fill(engine, 2)
    mails = claim(engine)
    claim(engine, minutes=6)
    with reading(engine) as connection:
        assert inbox.still_claimed(connection, mails) == {mails[1].id}


def test_the_oldest_row_with_the_same_hash_is_the_twin(engine: Engine) -> None:
    with writing(engine) as connection:
        ids = inbox.store(
            connection,
            [
                arrival(1),
                arrival(2),
                arrival(1, uid=3, data=b"Received: by x\n" + letter(1).replace(b"\r", b"")),
                arrival(1, uid=4, programme="other"),
            ],
        )
        mails = [inbox.read(connection, number) for number in ids]
        pairs = [(mail[0].sha256, mail[0].id) for mail in mails if mail is not None]
        assert inbox.earlier_twin(connection, PROGRAMME, pairs[:3]) == {ids[2]: ids[0]}
        assert inbox.earlier_twin(connection, "other", pairs[3:]) == {}


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_two_workers_never_hold_the_same_mail(engine: Engine) -> None:
    # SQLite has one writer at a time in any case.
    fill(engine, 10)
    with writing(engine) as one, writing(engine) as two:
        first = inbox.claim(one, PROGRAMME, NOW, 4, LEASE)
        second = inbox.claim(two, PROGRAMME, NOW, 4, LEASE)
    assert numbers(first) == ["1", "2", "3", "4"]
    assert numbers(second) == ["5", "6", "7", "8"]


def test_a_mail_that_does_not_exist_is_read_as_none(engine: Engine) -> None:
    with reading(engine) as connection:
        assert inbox.read(connection, 1) is None
