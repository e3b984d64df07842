"""A day of a letter as a file for the reader's calendar (RFC 5545), text/calendar."""

from datetime import datetime, timedelta

from icalendar import Calendar, Event

from mailer.render.letter import Enclosed
from mailer.rules.effects import Appointment

_NAME, _KIND = "day.ics", 'text/calendar; charset="utf-8"; method=PUBLISH'
_PRODUCT = "-//council-mailer//calendar//EN"


def calendar_file(appointment: Appointment, domain: str, written: datetime) -> Enclosed:
    """Return an all-day event; `written` is when the letter is, in aware UTC.

    It is published (RFC 5546, 1.4), not an invitation: nobody has to answer it. A later file with
    the same uid takes its place, because its sequence number is higher.
    """
    event = Event()
    event.add("uid", f"{appointment.uid}@{domain}")
    event.add("dtstamp", written)
    event.add("sequence", int(written.timestamp()) // 60)
    event.add("dtstart", appointment.day)
    event.add("dtend", appointment.day + timedelta(days=1))
    event.add("summary", appointment.title)
    if appointment.text:
        event.add("description", appointment.text)
    event.add("transp", "TRANSPARENT")  # The day stays free for other things.
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return Enclosed(_NAME, _KIND, bytes(calendar.to_ical()))
