"""B18: letters with a day bring a calendar file, and what calendars answer decides nothing."""

from pathlib import Path

import pytest

from tests.story import BO, CHI, COUNCIL, PEOPLE, Story

REPLY = "\r\n".join(
    (
        "From: Bo Lind <bo@post.example>",
        f"To: {COUNCIL}",
        "Subject: {subject}",
        "Message-ID: <answer@post.example>",
        "Date: Mon, 11 Jan 2027 10:00:00 +0000",
        "Authentication-Results: mx.reps.example; dmarc=pass header.from=post.example",
        "MIME-Version: 1.0",
        "{type}",
        "",
        "BEGIN:VCALENDAR",
        "METHOD:REPLY",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        "UID:a",
        "DTSTART;VALUE=DATE:20270210",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@post.example",
        "SUMMARY:extend",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
)


@pytest.mark.parametrize(
    "kind", ["Content-Type: text/calendar; method=REPLY", "Content-Type: text/calendar"]
)
def test_an_answer_of_a_calendar_is_noise(kind: str, tmp_path: Path, database_url: str) -> None:
    story = Story(tmp_path, database_url, PEOPLE.replace("2026-12-01,", "2026-02-10,"))
    story.wait(days=7)
    letters = {x.to: x for x in story.letters() if x.about("how do you go on")}
    files = [str(file.get_content()) for file in letters[BO].message.iter_attachments()]
    assert any("DTSTART;VALUE=DATE:20270210" in file for file in files)
    assert set(letters) == {BO, CHI}

    text = REPLY.replace("{subject}", "Accepted: Review of the year").replace("{type}", kind)
    answered = text.replace(f"To: {COUNCIL}", f"To: {letters[BO].reply_to}")
    number = story.take(answered.encode())

    assert story.outcome(number) == "ignored_auto"
    assert story.cases()["commitment"] == "asked"
    assert story.questions() == []
    story.close()
