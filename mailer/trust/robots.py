"""Mail that no person wrote: recognised in the order of mail.md 2.2, the first match wins."""

import re
from collections.abc import Callable

from mailer.parse.model import Message
from mailer.trust.model import Kind

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


def kind(message: Message, own_address: str, own_loop: str, own_lists: frozenset[str]) -> Kind:
    """Return what sort of sender wrote a mail.

    `own_loop` is the X-Loop value of our own letters; `own_lists` are List-Id values of the
    council's own list, which does not make a mail bulk (mail.md 2.2, the note).
    """
    reported = _report(message)
    if reported is not None:
        return reported
    headers = message.headers
    if own_loop and headers.get("x-loop", "").strip().lower() == own_loop.lower():
        return Kind.OWN
    if _ours(message, own_address.lower(), own_lists):
        return Kind.OWN
    if any(test(message) for test in _AUTOMATIC):
        return Kind.AUTO
    return Kind.BULK if _bulk(message, own_lists) else _by_name(message)


def relayed(message: Message, own_lists: frozenset[str]) -> str:
    """Return the header which says that somebody else sent a person's mail on to us, or ""."""
    own = _by_own_list(message, own_lists)
    found = (
        name
        for name in message.headers
        if name.startswith("resent-") or (name in _RELAYS and not own)
    )
    return next(found, "")


def _report(message: Message) -> Kind | None:
    report = message.report
    if report is None:
        if message.headers.get("x-failed-recipients"):
            return Kind.BOUNCE
        return None
    return {"delivery": Kind.BOUNCE, "feedback": Kind.COMPLAINT}.get(report.kind, Kind.RECEIPT)


def _ours(message: Message, own: str, own_lists: frozenset[str]) -> bool:
    """Say whether it comes from our own address: From, Sender or the envelope (rule 7).

    The council's own list may send in the council's name, so there From alone tells.
    """
    named = [sender.email for sender in message.senders]
    if not _by_own_list(message, own_lists):
        named += [message.envelope_sender or "", *_ANGLE.findall(message.headers.get("sender", ""))]
        named.append(message.headers.get("sender", "").strip())
    return own in {_plain(address.lower()) for address in named}


def _plain(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _null_sender(message: Message) -> bool:
    path = message.headers.get("return-path", "").replace(" ", "")
    return path == "<>" or message.envelope_sender in {"", "<>"}


def _auto_submitted(message: Message) -> bool:
    first = message.headers.get("auto-submitted", "no").split(";")[0].split()
    return bool(first) and first[0].lower() != "no"


def _marked(message: Message) -> bool:
    headers = message.headers
    return (
        any(mark in headers for mark in _MARKS)
        or "autoresponder" in headers.get("x-post-messageclass", "").lower()
        or "auto-replied" in headers.get("content-identifier", "").lower()
    )


def _absent(message: Message) -> bool:
    """A vacation subject counts only in answer to a mail: people write such subjects too."""
    return bool(_ABSENT.match(message.subject)) and bool(message.in_reply_to or message.references)


def _calendar(message: Message) -> bool:
    """An invitation or an answer to one; a calendar file that a person attached is neither."""
    return message.content_type.startswith("text/calendar") or any(
        part.content_type == "text/calendar" and part.inline for part in message.parts
    )


_AUTOMATIC: tuple[Callable[[Message], bool], ...] = (
    _null_sender,
    _auto_submitted,
    _marked,
    _absent,
    _calendar,
)


def _by_own_list(message: Message, own_lists: frozenset[str]) -> bool:
    listed = message.headers.get("list-id", "").lower()
    return any(name in listed for name in own_lists)


def _bulk(message: Message, own_lists: frozenset[str]) -> bool:
    headers = message.headers
    if _by_own_list(message, own_lists):
        return False
    ranks = {headers.get(name, "").strip().lower() for name in ("precedence", "x-precedence")}
    campaign = any(name.startswith("x-campaign") for name in headers)
    return (
        not ranks.isdisjoint({"auto_reply", "bulk", "junk", "list"})
        or any(name in headers for name in _BULK)
        or campaign
    )


def _by_name(message: Message) -> Kind:
    locals_ = (sender.email.rpartition("@")[0] for sender in message.senders)
    robot = any(_ROBOT_NAMES.fullmatch(local) for local in locals_)
    return Kind.AUTO if robot else Kind.HUMAN
