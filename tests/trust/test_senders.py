"""Bounces, vacation replies, lists and receipts of the main senders, by their shape.

One file for each in `robots/`, written by us; its name begins with the class that it must have.
"""

from pathlib import Path

import pytest

from mailer.parse.message import parse
from mailer.parse.model import Message
from mailer.rules.bounces import ill
from mailer.rules.events import Ill
from mailer.trust.model import Action
from mailer.trust.robots import Ours, classify
from mailer.trust.token import is_bounce_address
from tests.builders import COUNCIL

FOLDER = Path(__file__).parent / "robots"
FILES = sorted(path.stem for path in FOLDER.glob("*.eml"))
OURS = Ours(COUNCIL, "reps@reps.example", frozenset())
RETURNED = "<aaaaaaaaaaaaaaaa.reps@reps.example>"
SOFT = {
    "bounce-postfix-delayed": Ill.DELAYED,
    "bounce-success": Ill.DELAYED,
    "bounce-exchange-full": Ill.FULL,
    "bounce-gmail-policy": Ill.POLICY,
}


def read(name: str) -> Message:
    data = (FOLDER / f"{name}.eml").read_bytes().replace(b"\n", b"\r\n")
    return parse(data, envelope_recipients=(COUNCIL,))


@pytest.mark.parametrize("name", FILES)
def test_every_sender_is_told(name: str) -> None:
    step = classify(read(name), OURS)
    assert step.kind.value == name.partition("-")[0]
    assert (step.action is Action.ACCEPT) is name.startswith("human")


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("bounce")])
def test_every_bounce_tells_its_letter_its_address_and_its_kind(name: str) -> None:
    report = read(name).report
    assert report is not None
    assert (report.recipient, report.message_id) == ("ana@mail.example", RETURNED)
    assert ill(report.action, report.status) is SOFT.get(name, Ill.DEAD)


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("complaint")])
def test_every_complaint_tells_its_letter(name: str) -> None:
    report = read(name).report
    assert report is not None
    assert report.message_id == RETURNED
    assert is_bounce_address(report.sent_from, COUNCIL)


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("receipt")])
def test_every_receipt_tells_its_letter(name: str) -> None:
    report = read(name).report
    assert report is not None
    assert report.message_id == RETURNED
