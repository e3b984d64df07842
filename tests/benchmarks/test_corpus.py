"""The mails of the benchmark are what they claim to be."""

import csv
import email
import io
import statistics
from email import policy

from tests.benchmarks.corpus import COUNCIL, mails, roster, roster_csv


def test_same_seed_gives_same_mails() -> None:
    members = roster(40)
    assert list(mails(40, members)) == list(mails(40, roster(40)))


def test_mails_have_a_natural_size() -> None:
    sizes = [len(data) for data in mails(300, roster(300))]
    assert 5_000 < statistics.mean(sizes) < 9_000
    assert min(sizes) > 2_000


def test_mails_are_sound() -> None:
    for data in mails(60, roster(60)):
        message = email.message_from_bytes(data, policy=policy.default)
        assert not message.defects
        assert all(not part.defects for part in message.walk())
        assert COUNCIL in message["To"]
        assert "dmarc=pass" in message["Authentication-Results"]
        body = message.get_body(("plain",))
        assert body is not None
        assert len(body.get_content()) > 100


def test_mails_differ() -> None:
    found = list(mails(200, roster(200)))
    assert len({data.partition(b"\r\n\r\n")[2] for data in found}) == len(found)


def test_roster_names_everybody_once() -> None:
    rows = list(csv.DictReader(io.StringIO(roster_csv(roster(50)))))
    assert len({row["email"] for row in rows}) == len(rows) == 56
    mentors = {row["email"] for row in rows if row["role"] == "mentor"}
    assert {row["mentor_email"] for row in rows} - {""} <= mentors
