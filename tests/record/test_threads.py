"""Which letter of ours a mail answers: by its tokens first, then by its references."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert

from mailer.record import load
from mailer.record.book import Book
from mailer.record.desk import Desk
from mailer.record.threads import Clue, Found
from mailer.render.templates import Templates
from mailer.rules.effects import Decision, Send
from mailer.rules.engine import Ran
from mailer.rules.intents import Intent
from mailer.rules.procedures import PROCEDURES
from mailer.rules.records import Asks, Case, Sent
from mailer.trust import token
from storage.engine import reading, writing
from storage.inbox import Arrival, store
from tests.builders import NOW, PEOPLE, POLICY, said

BOOK = Book(POLICY, Templates(), b"key", "reps@reps.example")
ASKS = Asks("application", "case1", (Intent.YES, Intent.NO), ((3, 1),))


@pytest.fixture
def desk(engine: Engine) -> Desk:
    """Two letters were sent: one to Ana that asks, one to Bo that does not."""
    found = Desk(engine, BOOK)
    with found.unit(NOW) as unit:
        unit.put(PEOPLE)
        for who, asks in (("ana", ASKS), ("bo", None)):
            send = Send("contact/passed_on.sender", to=who, context={"matter": "x"}, asks=asks)
            before = Case("none", "contact", "", PROCEDURES["contact"].data(), NOW)
            event = said(Intent.OTHER, id=f"to {who}")
            unit.apply(event, Ran("contact", before, Decision(None, (send,))))
        unit.keep()
    return found


def letters(engine: Engine) -> dict[str, Any]:
    with reading(engine) as connection:
        rows = connection.execute(load.table("letter").select()).mappings()
        return {row["person"]: row for row in rows}


def found_by(desk: Desk, *clues: Clue, after: timedelta = timedelta()) -> list[Found]:
    return desk.look_up(clues, NOW + after)


def test_a_token_proves_its_letter(engine: Engine, desk: Desk) -> None:
    row = letters(engine)["ana"]
    [found] = found_by(desk, Clue((row["token_hash"],)))
    assert found == Found(
        Sent(
            row["id"],
            "ana",
            row["template"],
            row["subject"],
            NOW,
            ASKS,
            "case1",
            by_token=True,
            address="ana@mail.example",
        ),
        "case1",
    )


def test_the_token_in_the_letters_address_is_the_one_that_is_found(
    engine: Engine, desk: Desk
) -> None:
    row = letters(engine)["ana"]
    address = token.reply_address(POLICY.address, token.make(BOOK.key, row["id"]))
    assert f"Reply-To: {address}".encode() in row["data"]
    assert token.found_in([address], POLICY.address) == (row["token_hash"],)


def test_references_link_and_prove_nothing(engine: Engine, desk: Desk) -> None:
    row = letters(engine)["ana"]
    [found] = found_by(desk, Clue((), ("<unknown@x>", row["message_id"])))
    assert found.sent is not None
    assert found.sent.asks == ASKS
    assert not found.sent.by_token


def test_the_token_goes_before_the_references(engine: Engine, desk: Desk) -> None:
    rows = letters(engine)
    [found] = found_by(desk, Clue((rows["ana"]["token_hash"],), (rows["bo"]["message_id"],)))
    assert found.sent is not None
    assert found.sent.person == "ana"


def test_the_nearest_reference_counts(engine: Engine, desk: Desk) -> None:
    rows = letters(engine)
    ids = (rows["bo"]["message_id"], rows["ana"]["message_id"])
    [found] = found_by(desk, Clue((), ids))
    assert found.sent is not None
    assert found.sent.person == "bo"


def test_a_token_expires_and_says_so(engine: Engine, desk: Desk) -> None:
    clue = Clue((letters(engine)["ana"]["token_hash"],))
    [fresh] = found_by(desk, clue, after=POLICY.token_lives)
    [old] = found_by(desk, clue, after=POLICY.token_lives + timedelta(seconds=1))
    assert (fresh.sent and fresh.sent.expired, old.sent and old.sent.expired) == (False, True)


def test_a_letter_that_asked_nothing_never_expires(engine: Engine, desk: Desk) -> None:
    clue = Clue((), (letters(engine)["bo"]["message_id"],))
    [found] = found_by(desk, clue, after=timedelta(days=999))
    assert found.sent is not None
    assert not found.sent.expired


def test_many_mails_are_looked_up_in_their_order(engine: Engine, desk: Desk) -> None:
    rows = letters(engine)
    clues = [Clue(), Clue((rows["ana"]["token_hash"],)), Clue(("unknown",)),
             Clue((), (rows["bo"]["message_id"],))]  # fmt: skip
    people = [found.sent.person if found.sent else None for found in found_by(desk, *clues)]
    assert people == [None, "ana", None, "bo"]
    assert found_by(desk) == []


def test_a_mail_of_the_same_thread_leads_to_its_case(engine: Engine, desk: Desk) -> None:
    with writing(engine) as connection:
        [number] = store(
            connection, [Arrival("reps", "t", b"Message-ID: <first@x>\r\n\r\nHello", NOW)]
        )
        inbox = load.table("inbox")
        connection.execute(inbox.update().where(inbox.c.id == number).values(case_id="case9"))
    [found] = found_by(desk, Clue((), ("<first@x>",)))
    assert found == Found(None, "case9")


def test_letters_of_another_programme_are_not_found(engine: Engine, desk: Desk) -> None:
    row = dict(letters(engine)["ana"])
    theirs = {**row, "id": "other", "programme": "other", "message_id": "<o@x>", "token_hash": "h"}
    with writing(engine) as connection:
        connection.execute(insert(load.table("letter")), [theirs])
    assert found_by(desk, Clue(("h",), ("<o@x>",))) == [Found()]
