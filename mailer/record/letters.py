"""A `Send` becomes a row of the outbox: rendered inside the transaction, bytes frozen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from mailer.record import convert
from mailer.record.book import Book
from mailer.record.outgoing import FREELY, Leave
from mailer.render.enclosures import enclose
from mailer.render.languages import Language
from mailer.render.letter import Enclosed, Head, compose
from mailer.render.samples import common
from mailer.rules.effects import Send
from mailer.rules.events import Source
from mailer.rules.facts import Policy
from mailer.rules.ids import derive
from mailer.rules.limits import REFUSALS
from mailer.rules.records import Pause, Person
from mailer.trust import token
from storage import pause as pauses

__all__ = [
    "Enclosed",
    "Recipient",
    "calendar",
    "halt",
    "recipient",
    "shared",
    "speaks",
    "write",
]

GIVE_UP = timedelta(days=3)
_TO_COUNCIL = ".council"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter goes to; `person` is None for a stranger, whose language is not known."""

    address: str
    name: str
    language: str = ""
    person: str | None = None
    addresses: tuple[str, ...] = ()


def recipient(send: Send, person: Person | None, suspended: Collection[str] = ()) -> Recipient:
    """Return whom a Send means: a person at the address on file, or a stranger who wrote.

    Where letters to that address come back, another one of the person's is tried (E26).
    """
    if person is not None:
        works = (address for address in person.addresses if address not in suspended)
        address = next(works, person.address)
        return Recipient(address, person.name, person.language, person.id, person.addresses)
    if send.address is None:
        raise ValueError(f"{send.template} names neither a known person nor an address")
    name = send.thread.name if send.thread else ""
    return Recipient(send.address, name, addresses=(send.address,))


def write(
    send: Send,
    to: Recipient,
    cause: str,
    book: Book,
    now: datetime,
    files: Sequence[Enclosed] = (),
    leave: Leave = FREELY,
) -> dict[str, Any]:
    """Return the row of a letter, rendered and composed.

    The id follows from the cause, the template and the recipient; token and Message-ID follow
    from the id. Raises TemplateError where the template lacks a value: what cannot be put into
    words cannot be recorded. `files` go with it. One that may not `leave` is kept, shown and
    never sent, with the reason.
    """
    policy = book.policy
    letter = derive("letter", cause, send.template, to.address)
    secret = token.make(book.key, letter) if send.asks else ""
    reply_to = token.reply_address(policy.address, secret) if secret else policy.address
    refusal = send.template in REFUSALS
    language = speaks(send, to, book)
    context = {**shared(send, to, policy, language, leave.last), **send.context}
    rendered = book.templates.render(send.template, context, reply_to)
    domain = policy.address.rpartition("@")[2]
    rendered, own_files = enclose(rendered, send.enclosed, domain)
    message_id = token.message_id(letter, policy.programme, policy.address, refusal=refusal)
    # A forwarder's mail is no thread of the person whom it is about.
    own = send.thread if send.thread and send.thread.address in to.addresses else None
    head = Head(
        from_name=policy.council_name,
        from_address=policy.address,
        to_name=to.name,
        to_address=to.address,
        reply_to=reply_to,
        message_id=message_id,
        date=now,
        in_reply_to=own.message_id if own else None,
        references=_chain(own),
        automatic="auto-replied" if send.thread else "auto-generated",
        loop_token=book.loop,
    )
    return {
        "id": letter,
        "programme": policy.programme,
        "cause": cause,
        "template": send.template,
        "person": to.person,
        "address": to.address,
        "case_id": send.asks.case if send.asks else None,
        "subject": rendered.subject,
        "message_id": message_id,
        "asks": convert.to_json(send.asks) if send.asks else None,
        "token_hash": token.hashed(secret) if secret else None,
        "token_expires": now + policy.token_lives if secret else None,
        "automatic": send.thread is not None,
        "reminder": send.reminder,
        "created": now,
        "state": "suppressed" if leave.reason else book.letters,
        "attempts": 0,
        "not_before": now,
        "give_up": now + GIVE_UP,
        "lease_until": None,
        "reply": leave.reason,
        "thread": leave.thread,
        "turn": leave.turn,
        "sent": None,
        "data": compose(head, rendered, (*own_files, *files, *calendar(send, book, language, now))),
    }


def speaks(send: Send, to: Recipient, book: Book) -> Language:
    """Return the language of a letter: its reader's, else the programme's, else English (E33).

    The council reads in one language: the members forward their letters to each other.
    """
    own = () if send.template.endswith(_TO_COUNCIL) else (to.language,)
    return book.templates.language(send.template, *own, book.policy.language)


def shared(
    send: Send, to: Recipient, policy: Policy, language: Language, last: str = ""
) -> dict[str, Any]:
    """Return the values that every letter to a reader may use."""
    return common(
        policy,
        name=to.name or to.address,
        language=language.code,
        why=_why(send, to, policy, language),
        last=language.said(last),
        unread=send.template in REFUSALS,
    )


def calendar(send: Send, book: Book, language: Language, now: datetime) -> tuple[Enclosed, ...]:
    """Return the file for the reader's calendar that comes with a letter, if one does (B18)."""
    if send.appointment is None or not book.templates.whole:
        return ()
    # Few letters have a day, and the library takes long to load.
    from mailer.render.calendar import calendar_file  # noqa: PLC0415 - as said above

    day = replace(send.appointment, title=language.said(send.appointment.title))
    return (calendar_file(day, book.policy.address.rpartition("@")[2], now),)


def halt(connection: Connection, programme: str, pause: Pause | None, now: datetime) -> None:
    """Let no letter leave the programme any more; with None, letters that waited leave again."""
    if pause is None:
        pauses.end(connection, programme, now + GIVE_UP)
        return
    line = pauses.PauseLine(programme, pause.since, pause.by, pause.reason)
    pauses.begin(connection, line)


def _chain(thread: Source | None) -> tuple[str, ...]:
    if thread is None or thread.message_id is None:
        return ()
    return (*thread.references, thread.message_id)


def _why(send: Send, to: Recipient, policy: Policy, language: Language) -> str:
    """Return why somebody gets this letter; it stands below every letter."""
    if send.thread is not None and send.thread.address in to.addresses:
        return language.wrote.format(address=policy.address)
    member = policy.words.get("member", "member")
    return language.belongs.format(member=member, title=policy.title)
