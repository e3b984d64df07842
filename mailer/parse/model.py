"""What a mail says, as frozen values. No string in here holds NUL, surrogates or controls."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox of a header; `email` is in lower case, `name` is decoded."""

    email: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part that is not the text: an attachment or an inline picture."""

    name: str
    content_type: str
    size: int
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a mail, told apart. Only `fresh` may ever decide anything (programme E1).

    `quoted` is what the writer repeats of earlier mails, `signature` what closes every mail of
    theirs. `answers` are (quoted line, text below it) pairs of an inline reply. `html_only` says
    that no text part was there, `hidden` that the HTML held text which a reader does not see.
    """

    fresh: str = ""
    quoted: str = ""
    signature: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    html_only: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a report of a mail system says (RFC 3464, 5965, 8098).

    `kind` is "delivery", "feedback" or "receipt". `action` and `status` are those of the first
    recipient that failed, or of the first one; `message_id` is that of the returned mail, and
    `sent_from` its envelope sender. A report that is `guessed` has not the form of
    one: it was found in a header or in the words of an old server.
    """

    kind: str
    recipient: str | None = None
    action: str = ""
    status: str = ""
    message_id: str | None = None
    guessed: bool = False
    sent_from: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One mail. `senders` are all addresses of all From headers: identity needs exactly one.

    `headers` holds the first value of every header, names in lower case, values unfolded and
    decoded. `received_by` are addresses that the mail came through (Delivered-To and the like,
    and the envelope's). `auth` are all Authentication-Results values from the top of the mail
    downwards, `auth_below` tells for each of them how many Received headers stand above it.
    `forwarded` is the original mail inside a forward; what the forwarder wrote is in this one's
    `body.fresh`. An address in it without email is a name alone. `defects` name everything that
    was wrong, in plain words; those that begin with `from:` forbid to believe the sender.
    """

    senders: tuple[Address, ...] = ()
    envelope_sender: str | None = None
    recipients: tuple[Address, ...] = ()
    received_by: tuple[str, ...] = ()
    reply_to: tuple[Address, ...] = ()
    subject: str = ""
    sent: datetime | None = None
    message_id: str | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "text/plain"
    body: Body = field(default_factory=Body)
    parts: tuple[Part, ...] = ()
    forwarded: "Message | None" = None
    report: Report | None = None
    auth: tuple[str, ...] = ()
    auth_below: tuple[int, ...] = ()
    encrypted: bool = False
    defects: tuple[str, ...] = ()

    @property
    def sender(self) -> Address | None:
        """The single From address, or None where there is none or more than one."""
        return self.senders[0] if len(self.senders) == 1 else None

    @property
    def original(self) -> "Message":
        """The innermost mail of a forward, however often it was passed on; else this mail."""
        inner = self
        while inner.forwarded is not None:
            inner = inner.forwarded
        return inner
