"""Reminders that one transaction wrote to one person become one letter (R32).

Each keeps its row in the outbox, for its case and for the report, in the state "merged": it does
not leave by itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from mailer.record import letters
from mailer.record.book import Book
from mailer.record.letters import Recipient
from mailer.render.languages import Language
from mailer.rules.effects import Send
from mailer.rules.records import Asks, Case
from mailer.rules.together import MOST, TEMPLATE, asks_all, may_share

MERGED = "merged"
"""The state of a letter whose words went out in another one; `reply` names that."""


def told_in(letter: str) -> str:
    """Return what stands with a matter that went out in a letter."""
    return f"in one letter with others: {letter}"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that was written, with the row of the outbox that it became."""

    send: Send
    to: Recipient
    row: dict[str, Any]


@dataclass(slots=True)
class Reminders:
    """The reminders of one transaction, by reader."""

    written: dict[str, list[Reminder]] = field(default_factory=lambda: defaultdict(list))

    def add(self, send: Send, to: Recipient, row: dict[str, Any]) -> None:
        """Note a reminder; other letters, and those to strangers, are none."""
        if send.reminder and to.person:
            self.written[to.person].append(Reminder(send, to, row))

    def keep(self, others: "Reminders") -> None:
        """Take over what was staged."""
        for person, found in others.written.items():
            self.written[person] += found

    def full(self, sends: Collection[Send]) -> bool:
        """Say whether these cannot stand in one letter with what their readers get already."""
        for person in {send.to for send in sends if send.to}:
            before = [one.send for one in self.written.get(person, ())]
            every = [*before, *(send for send in sends if send.to == person)]
            if before and (len(every) > MOST or not all(map(may_share, every))):
                return True
        return False

    def merge(
        self, cases: Mapping[str, Case[Any]], book: Book, now: datetime
    ) -> list[dict[str, Any]]:
        """Return the rows of the letters that hold several; the rows of their parts are changed."""
        rows = []
        for found in self.written.values():
            leaving = [
                one for one in found if one.row["state"] == book.letters and may_share(one.send)
            ]
            if len(leaving) > 1:
                rows.append(_together(leaving, cases, book, now))
        return rows


def _together(
    found: Sequence[Reminder], cases: Mapping[str, Case[Any]], book: Book, now: datetime
) -> dict[str, Any]:
    to = found[0].to
    speaks = letters.speaks(Send(TEMPLATE), to, book)
    shared = letters.shared(found[0].send, to, book.policy, speaks)
    sections, parts = [], []
    for number, one in enumerate(found, start=1):
        section = book.templates.section(one.send.template, {**shared, **one.send.context}, number)
        asks = one.send.asks
        sections.append({"title": section.title, "body": section.body, "asks": asks is not None})
        others = _others(asks, to, cases)
        parts.append(replace(asks or Asks(""), title=section.title, others=others))
    send = Send(TEMPLATE, to.person, None, {"sections": sections}, asks_all(parts), reminder=True)
    files = _files(found, book, speaks, now)
    row = letters.write(send, to, str(found[0].row["cause"]), book, now, files)
    row["place"] = found[0].row["place"]
    for number, one in enumerate(found):
        told = {"state": MERGED, "reply": told_in(row["id"]), "data": b"", "place": number}
        one.row.update(told, token_hash=None, token_expires=None)
    return row


def _files(
    found: Iterable[Reminder], book: Book, speaks: Language, now: datetime
) -> tuple[letters.Enclosed, ...]:
    files = (file for one in found for file in letters.calendar(one.send, book, speaks, now))
    return tuple(
        replace(file, name=file.name.replace(".", f"-{number}.", 1)) if number > 1 else file
        for number, file in enumerate(files, start=1)
    )


def _others(asks: Asks | None, to: Recipient, cases: Mapping[str, Case[Any]]) -> tuple[str, ...]:
    """Return whom the case of a matter is about beside the reader."""
    case = cases.get(asks.case) if asks and asks.case else None
    return tuple(sorted(set(case.parties.values()) - {to.person})) if case else ()
