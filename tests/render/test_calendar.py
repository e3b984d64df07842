"""The calendar file of a letter: one whole day, the same event whenever it is written again."""

import email
import email.policy
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from typing import Any

from icalendar import Calendar

from mailer.render.calendar import calendar_file
from mailer.render.letter import Head, compose
from mailer.render.templates import Rendered
from mailer.rules.effects import Appointment

NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
DAY = Appointment("abc", date(2028, 2, 29), "Review with Zoë, at last; really", "Line\nTwo")
HEAD = Head("Council", "council@reps.example", "Ana", "ana@mail.example", "council@reps.example",
            "<1@reps.example>", NOW)  # fmt: skip


def event(written: datetime = NOW) -> Any:
    calendar = Calendar.from_ical(calendar_file(DAY, "reps.example", written).data)
    [found] = calendar.walk("VEVENT")
    assert calendar["method"] == "PUBLISH"
    return found


def test_it_is_a_whole_day_with_its_title() -> None:
    found = event()
    assert found.decoded("dtstart") == date(2028, 2, 29)
    assert found.decoded("dtend") == date(2028, 3, 1)
    assert str(found["summary"]) == DAY.title
    assert "attendee" not in found


def test_a_later_file_takes_the_place_of_the_earlier_one() -> None:
    later = event(NOW + timedelta(days=30))
    assert str(later["uid"]) == str(event()["uid"]) == "abc@reps.example"
    assert later["sequence"] > event()["sequence"]


def test_it_comes_beside_the_words_of_the_letter() -> None:
    file = calendar_file(DAY, "x", NOW)
    data = compose(HEAD, Rendered("Hello", "Words", "<p>Words</p>"), [file])
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().strip() == "Words"
    [part] = list(message.iter_attachments())
    assert part.get_content_type() == "text/calendar"
    assert part.get_filename() == "day.ics"
    assert "BEGIN:VEVENT" in str(part.get_content())
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert not message.defects
