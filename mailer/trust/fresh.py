"""Whether a mail is of these days: a signature has no age, so an old mail could come again.

mail.md 3.2: what is decided must carry a Date within 48 hours of its arrival.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from mailer.parse.dates import header_date
from mailer.parse.model import Message
from mailer.rules.records import Sent

NEAR = timedelta(hours=48)


def arrived(message: Message, received: datetime) -> datetime:
    """Return when a mail reached our own mail server, which may have kept it for us for days.

    That server wrote the topmost Received header; `received` is when the service got the mail.
    """
    stamp = header_date(message.headers.get("received", "").rpartition(";")[2])
    return received if stamp is None else min(stamp, received)


def dated(sent: Sent | None, message: Message, received: datetime) -> Sent | None:
    """Return the letter that a mail answers; it is stale where the mail's Date is far away."""
    if sent is None:
        return None
    far = message.sent is None or abs(message.sent - arrived(message, received)) > NEAR
    return replace(sent, stale=far)
