"""Mail that no person wrote: the table of mail.md 2.2, in its order; the first match wins."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from mailer.parse.model import Message
from mailer.trust import token
from mailer.trust.model import Action, Kind

_MARKS = {
    "x-autoreply",
    "x-autorespond",
    "x-autoreply-from",
    "x-mail-autoreply",
    "x-fc-machinegenerated",
    "x-ms-exchange-inbox-rules-loop",
}
# Feedback-ID is left out although senders of bulk mail set it: Proton sets it on everybody's mail.
_BULK = {"list-id", "list-post", "list-unsubscribe", "list-help"}
_RELAYS = {"x-beenthere", "x-mailman-version", "x-original-from", "x-google-group-id"}
_RANKS = {"auto_reply", "bulk", "junk", "list"}
_QUIET = {"all", "dr", "autoreply", "oof"}
_ROBOT_NAMES = re.compile(
    r"(mailer-daemon|postmaster|post-master|no-?reply|do-?not-?reply|bounces?|abuse|root|daemon)"
    r"([+-].*)?",
)
_ANGLE = re.compile(r"<([^<>]*)>")
_ABSENT = re.compile(
    r"(auto:|automatic reply|auto(matic)?[- ]?(response|reply)|autosvar|automatisk svar|"
    r"automatisch antwoord|automatische antwort|abwesenheit|abwesend|out of (the )?office|"
    r"respuesta autom|réponse automatique|absence du bureau|risposta automatica|fuori sede|"
    r"fuori ufficio|resposta autom|fora do escrit|frånvaro|balasan otomatis|autoodpowied|"
    r"otomatik yan)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ours:
    """By what our own mail, and mail to our own bounce addresses, is recognised.

    `loop` is the X-Loop value of our letters. `lists` are List-Id values of the council's own
    list, which does not make a mail bulk (the note below the table). `known` says that the
    mail's Message-ID is that of a letter of ours; only who can look into the outbox knows.
    """

    address: str
    loop: str = ""
    lists: frozenset[str] = field(default_factory=frozenset)
    known: bool = False


def relayed(message: Message, ours: Ours) -> str:
    """Return the header which says that somebody else sent a person's mail on to us, or ""."""
    own = _by_own_list(message, ours)
    found = (
        name
        for name in message.headers
        if name.startswith("resent-") or (name in _RELAYS and not own)
    )
    return next(found, "")


Test = Callable[[Message, Ours], bool]


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: its number there, what it tells of the sender, and what follows.

    `answer` is False where nothing automatic may go back. `words` say in the verdict why.
    """

    number: int
    test: Test
    kind: Kind
    action: Action
    words: str = ""
    answer: bool = False


def classify(message: Message, ours: Ours) -> Step:
    """Return the first row that a mail matches; the last one matches every mail."""
    return next(step for step in TABLE if step.test(message, ours))


def _delivery_report(message: Message, _ours: Ours) -> bool:
    """A delivery report by its form; before our own address, for our server writes some."""
    report = message.report
    return report is not None and report.kind == "delivery" and not report.guessed


def _complaint(message: Message, _ours: Ours) -> bool:
    return message.report is not None and message.report.kind == "feedback"


def _receipt(message: Message, _ours: Ours) -> bool:
    return message.report is not None and message.report.kind == "receipt"


def _old_report(message: Message, _ours: Ours) -> bool:
    """X-Failed-Recipients, or a failure found in the words of a daemon's mail."""
    return message.report is not None and message.report.guessed


def _to_bounce_address(message: Message, ours: Ours) -> bool:
    """Vacation replies go to the envelope sender, so being sent there makes no bounce."""
    reached = (*message.received_by, *(address.email for address in message.recipients))
    return any(token.is_bounce_address(address, ours.address) for address in reached)


def _own_mark(message: Message, ours: Ours) -> bool:
    loop = message.headers.get("x-loop", "").strip().lower()
    return ours.known or (bool(ours.loop) and loop == ours.loop.lower())


def _own_address(message: Message, ours: Ours) -> bool:
    """From, Sender or the envelope is ours.

    The council's own list may send in the council's name, so there From alone tells.
    """
    named = [sender.email for sender in message.senders]
    if not _by_own_list(message, ours):
        named += [message.envelope_sender or "", *_ANGLE.findall(message.headers.get("sender", ""))]
        named.append(message.headers.get("sender", "").strip())
    return any(token.is_own(address, ours.address) for address in named)


def _null_sender(message: Message, _ours: Ours) -> bool:
    path = message.headers.get("return-path", "").replace(" ", "")
    return path == "<>" or message.envelope_sender in {"", "<>"}


def _auto_submitted(message: Message, _ours: Ours) -> bool:
    first = message.headers.get("auto-submitted", "no").split(";")[0].split()
    return bool(first) and first[0].lower() != "no"


def _marked(message: Message, _ours: Ours) -> bool:
    headers = message.headers
    return (
        any(mark in headers for mark in _MARKS)
        or "autoresponder" in headers.get("x-post-messageclass", "").lower()
        or "auto-replied" in headers.get("content-identifier", "").lower()
    )


def _calendar(message: Message, _ours: Ours) -> bool:
    """An invitation or an answer to one; a calendar file that a person attached is neither."""
    return message.content_type.startswith("text/calendar") or any(
        part.content_type == "text/calendar" and part.inline for part in message.parts
    )


def _answers_refusal(message: Message, ours: Ours) -> bool:
    """A refusal of ours comes back: its Message-ID carries a mark (mail.md 2.2, rule 7)."""
    named = (*message.in_reply_to, *message.references)
    return any(token.is_refusal(message_id, ours.address) for message_id in named)


def _ranked(message: Message, ours: Ours) -> bool:
    headers = message.headers
    ranks = {headers.get(name, "").strip().lower() for name in ("precedence", "x-precedence")}
    return not _by_own_list(message, ours) and not ranks.isdisjoint(_RANKS)


def _listed(message: Message, ours: Ours) -> bool:
    headers = message.headers
    campaign = any(name.startswith("x-campaign") for name in headers)
    return not _by_own_list(message, ours) and (campaign or any(n in headers for n in _BULK))


def _by_own_list(message: Message, ours: Ours) -> bool:
    listed = message.headers.get("list-id", "").lower()
    return any(name in listed for name in ours.lists)


def _robot_name(message: Message, _ours: Ours) -> bool:
    locals_ = (sender.email.rpartition("@")[0] for sender in message.senders)
    return any(_ROBOT_NAMES.fullmatch(local) for local in locals_)


def _absent(message: Message, _ours: Ours) -> bool:
    """A vacation subject counts only in answer to a mail: people write such subjects too."""
    return bool(_ABSENT.match(message.subject)) and bool(message.in_reply_to or message.references)


def _wants_quiet(message: Message, _ours: Ours) -> bool:
    """It is a request of a mail program, and no sign of a machine."""
    wishes = message.headers.get("x-auto-response-suppress", "").lower()
    return not _QUIET.isdisjoint(re.split(r"[\s,;]+", wishes))


def _anything(_message: Message, _ours: Ours) -> bool:
    return True


_MACHINE = "written by a machine"
_OWN = "our own mail came back"
_LIST = "list or bulk mail"

TABLE: tuple[Step, ...] = (
    Step(1, _delivery_report, Kind.BOUNCE, Action.IGNORE, "a delivery report"),
    Step(2, _complaint, Kind.COMPLAINT, Action.IGNORE, "a complaint report"),
    Step(3, _receipt, Kind.RECEIPT, Action.IGNORE, "a read receipt"),
    Step(4, _old_report, Kind.BOUNCE, Action.IGNORE, "a delivery report"),
    Step(5, _to_bounce_address, Kind.AUTO, Action.IGNORE, "sent to the address of bounces"),
    Step(6, _own_mark, Kind.OWN, Action.IGNORE, _OWN),
    Step(7, _own_address, Kind.OWN, Action.IGNORE, _OWN),
    Step(8, _null_sender, Kind.AUTO, Action.IGNORE, _MACHINE),
    Step(9, _auto_submitted, Kind.AUTO, Action.IGNORE, _MACHINE),
    Step(10, _marked, Kind.AUTO, Action.IGNORE, _MACHINE),
    # The table has no row for these two; they stand where nothing else of a machine is left.
    Step(10, _calendar, Kind.AUTO, Action.IGNORE, "an invitation or an answer to one"),
    Step(10, _answers_refusal, Kind.AUTO, Action.IGNORE, "an answer to a refusal of ours"),
    Step(11, _ranked, Kind.BULK, Action.IGNORE, _LIST),
    Step(12, _listed, Kind.BULK, Action.IGNORE, _LIST),
    Step(13, _robot_name, Kind.AUTO, Action.IGNORE, _MACHINE),
    Step(14, _absent, Kind.ABSENT, Action.HOLD, "its subject is that of an out-of-office note"),
    Step(15, _wants_quiet, Kind.HUMAN, Action.ACCEPT, "asks for no automatic answer"),
    Step(16, _anything, Kind.HUMAN, Action.ACCEPT, answer=True),
)
"""mail.md 2.2, row by row. Row 14 goes to the council and is never answered; row 15 is handled
like any other mail, but for the answer."""
