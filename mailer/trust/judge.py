"""Who speaks, how sure that is, and what the mail may do: all rules of trust in one place."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mailer.parse.model import Address, Message
from mailer.rules.records import Person, Sent
from mailer.rules.roster import Roster
from mailer.trust import results, robots
from mailer.trust.model import Action, Kind, Signed, Trust, Verdict


@dataclass(frozen=True, slots=True)
class Platform:
    """A course's own service: its notices come from `sender`, an address or a whole domain.

    They count only with a DKIM signature of the domain `dkim` that our own server verified.
    """

    sender: str
    dkim: str

    def wrote(self, sender: Address) -> bool:
        return self.sender.lower() in {sender.email, sender.email.rpartition("@")[2]}


@dataclass(frozen=True, slots=True)
class TrustPolicy:
    """What the room needs to know of the programme's settings.

    Without an `authserv_id`, and where DKIM is not verified by ourselves (`dkim`), nobody is
    authenticated, and so nobody can decide anything. `received_above` are the Received headers
    that our own servers may write above their result.
    """

    address: str
    authserv_id: str = ""
    loop: str = ""
    own_lists: frozenset[str] = field(default_factory=frozenset)
    received_above: int = results.DEEPEST
    dkim: bool = False
    platforms: tuple[Platform, ...] = ()


def judge(
    message: Message,
    roster: Roster,
    sent: Sent | None,
    policy: TrustPolicy,
    signed: Signed | None = None,
    *,
    known: bool = False,
) -> Verdict:
    """Return the verdict on one mail; `sent` is the letter of ours that it answers.

    `signed` is what its own DKIM signatures prove, where we look at them ourselves; the header of
    our server, where there is one, is heard as well, and its failure counts. `known` says that its
    Message-ID is that of a letter of ours.

    A robot's mail is ignored, but for a course platform's own notices; an out-of-office note is
    linked to whoever is away. A mail without one clean From, or with a From that our own server
    says is forged, is held: it changes nothing and is never answered. The speaker is whoever
    wrote it; in a forward that is the original writer, whose word is a claim, and the forwarder
    is the witness (E1).
    """
    step = robots.classify(
        message, robots.Ours(policy.address, policy.loop, policy.own_lists, known=known)
    )
    if step.kind in _BY_PLATFORM and (platform := _platform(message, policy)):
        return replace(platform, step=step.number)
    if step.action is Action.IGNORE:
        return Verdict(
            Action.IGNORE,
            step.kind,
            Trust.CLAIMED,
            _absent(message, roster, sent) if step.kind is Kind.AUTO else None,
            may_answer=False,
            reasons=(step.words,),
            step=step.number,
        )
    verdict = replace(_by_a_person(message, roster, sent, policy, signed), step=step.number)
    if step.action is Action.HOLD:
        reasons = (*verdict.reasons, step.words)
        return replace(_held(reasons), kind=step.kind, speaker=verdict.speaker, step=step.number)
    if not step.answer:
        words = (*verdict.reasons, step.words)
        return replace(verdict, may_answer=False, reasons=words)
    return verdict


_BY_PLATFORM = frozenset({Kind.AUTO, Kind.BULK, Kind.HUMAN})


def _platform(message: Message, policy: TrustPolicy) -> Verdict | None:
    """Return the verdict on a course platform's notice, None where it is not proven to be one."""
    sender = message.sender
    if sender is None or _unclean(message):
        return None
    known = [platform for platform in policy.platforms if platform.wrote(sender)]
    if not known:
        return None
    signers = results.signers(
        message.auth, policy.authserv_id, message.auth_below, policy.received_above
    )
    if not any(platform.dkim.lower() in signers for platform in known):
        return None
    reasons = ("a notice of the course platform, signed by it",)
    return Verdict(
        Action.ACCEPT, Kind.PLATFORM, Trust.AUTHENTICATED, may_answer=False, reasons=reasons
    )


def _absent(message: Message, roster: Roster, sent: Sent | None) -> str | None:
    """Return whose vacation reply it is: whoever got the letter, else whoever From names."""
    if sent is not None and sent.person is not None:
        return sent.person
    person = roster.at(message.sender.email) if message.sender else None
    return person.id if person else None


def _by_a_person(
    message: Message,
    roster: Roster,
    sent: Sent | None,
    policy: TrustPolicy,
    signed: Signed | None,
) -> Verdict:
    sender, doubts = message.sender, _unclean(message)
    if sender is None or doubts:
        return _held(doubts or ("the mail has no single sender",))
    found = results.read(
        message.auth,
        policy.authserv_id,
        sender.email.rpartition("@")[2],
        message.auth_below,
        policy.received_above,
    )
    signed = signed or Signed(why="no result in Authentication-Results")
    verdict = _judged(message, sender, found, signed, roster, sent, policy)
    ours = signed.domain and found.dmarc != "fail"
    used = f"dkim=pass header.d={signed.domain}" if ours else found.line
    return replace(verdict, used=used)


def _judged(
    message: Message,
    sender: Address,
    found: results.Results,
    signed: Signed,
    roster: Roster,
    sent: Sent | None,
    policy: TrustPolicy,
) -> Verdict:
    writer = roster.at(sender.email)
    if found.dmarc == "fail" or (found.dmarc == "pass" and not found.aligned):
        return _forged(sender, writer, found)
    trust = _trust(found.aligned or bool(signed.domain), writer, sent)
    reasons = (_proof(trust, found, policy, signed),)
    ours = robots.Ours(policy.address, policy.loop, policy.own_lists)
    if trust > Trust.CLAIMED and (by := robots.relayed(message, ours)):
        # The proof is of when it was written, not of who sends it here now (3.3, rule 10).
        trust, reasons = Trust.CLAIMED, (f"passed on by others ({by}): what it says is a claim",)
    if message.encrypted:
        return _held((*reasons, "the mail is encrypted and cannot be read here"), writer)
    if message.forwarded is not None:
        return _witnessed(message.forwarded, roster, writer, trust, reasons)
    looked = bool(policy.authserv_id) or policy.dkim
    return replace(_spoken(sender, writer, trust, reasons), verified=looked)


def _spoken(
    sender: Address, writer: Person | None, trust: Trust, reasons: tuple[str, ...]
) -> Verdict:
    """A stranger is answered only where the address is proven: a forged one belongs to another."""
    if writer is not None:
        return Verdict(Action.ACCEPT, Kind.HUMAN, trust, speaker=writer.id, reasons=reasons)
    unknown = (*reasons, f"{sender.email} is not on the roster")
    proven = trust >= Trust.AUTHENTICATED
    return Verdict(Action.ACCEPT, Kind.HUMAN, trust, may_answer=proven, reasons=unknown)


def _trust(aligned: bool, writer: Person | None, sent: Sent | None) -> Trust:
    """PROVEN needs both: an authenticated From and the token that was sent to that person."""
    if not aligned:
        return Trust.CLAIMED
    token = sent is not None and sent.by_token and not (sent.expired or sent.stale)
    if token and writer is not None and sent is not None and sent.person == writer.id:
        return Trust.PROVEN
    return Trust.AUTHENTICATED


def _unclean(message: Message) -> tuple[str, ...]:
    """Return what is wrong with From; identity needs exactly one clean address (3.3, rule 1)."""
    wrong = [defect for defect in message.defects if defect.startswith("from:")]
    if len(message.senders) > 1:
        wrong.append("from: more than one sender")
    return tuple(wrong)


def _held(reasons: Iterable[str], writer: Person | None = None) -> Verdict:
    speaker = writer.id if writer else None
    return Verdict(
        Action.HOLD, Kind.HUMAN, Trust.CLAIMED, speaker, may_answer=False, reasons=tuple(reasons)
    )


def _forged(sender: Address, writer: Person | None, found: results.Results) -> Verdict:
    domain = sender.email.rpartition("@")[2]
    whose = "" if found.dmarc == "fail" else "another domain than "
    reason = f"dmarc={found.dmarc} for {whose}{domain}: the sender may be forged"
    return replace(_held((reason,), writer), used=found.line)


def _witnessed(
    original: Message,
    roster: Roster,
    forwarder: Person | None,
    trust: Trust,
    reasons: tuple[str, ...],
) -> Verdict:
    """The innermost original speaks; a stranger's forward is held, anybody could write one."""
    sender = original.original.sender
    author = roster.at(sender.email) if sender else None
    if forwarder is None:
        return _held((*reasons, "forwarded by somebody who is not on the roster"))
    told = f"forwarded by {forwarder.name}"
    return Verdict(
        Action.ACCEPT,
        Kind.HUMAN,
        Trust.CLAIMED if trust < Trust.AUTHENTICATED or author != forwarder else trust,
        speaker=author.id if author else None,
        witness=forwarder.id,
        reasons=(*reasons, told),
    )


def _proof(trust: Trust, found: results.Results, policy: TrustPolicy, signed: Signed) -> str:
    match trust:
        case Trust.PROVEN:
            return "authenticated, and in answer to that person's own letter"
        case Trust.AUTHENTICATED:
            by = f"a DKIM signature of {signed.domain}" if signed.domain else "our mail server"
            return f"authenticated by {by}"
    if policy.dkim:
        return f"not authenticated: {signed.why}"
    if not policy.authserv_id:
        return "not authenticated: no authserv_id is set"
    return f"not authenticated: {found.dmarc or 'no result'} in Authentication-Results"
