"""The keys of DKIM signatures, from DNS: asked for before a mail is judged, and remembered.

A name without a key is known to have none; one that could not be asked for is left out, and its
mail waits. Every question is bounded in time, and so is a batch of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from mailer.parse.model import Message
from mailer.trust.fresh import arrived
from mailer.trust.model import Signed
from storage.inbox import ClaimedMail

log = structlog.get_logger()

SECONDS = 5.0
"""How long one question may take."""
BATCH = timedelta(seconds=20)
"""After so long the rest of a batch waits for the next one."""
PATIENCE = timedelta(days=5)
"""So long a mail waits for the key of its signature; then it is judged without."""
KEPT = timedelta(minutes=30)
KEPT_FAILURE = timedelta(seconds=30)
MOST = 10_000


class NotNow(Exception):
    """DNS gives no answer at the moment."""


Lookup = Callable[[str], bytes | None]
"""Return the TXT record of a name, None where there is none; raises NotNow."""


def lookup(name: str) -> bytes | None:
    """Ask the resolver of this machine. Several records of one name are none (RFC 6376 3.6.2.2)."""
    # Few set-ups verify by themselves, and the library takes long to load.
    import dns.exception  # noqa: PLC0415 - as said above
    import dns.name  # noqa: PLC0415 - as said above
    import dns.resolver  # noqa: PLC0415 - as said above

    try:
        where = dns.name.from_text(f"{name}.")
    except dns.exception.DNSException:
        return None  # It is no name.
    try:
        found = dns.resolver.resolve(where, "TXT", lifetime=SECONDS, search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return None
    except (dns.exception.DNSException, OSError) as error:
        raise NotNow(f"{name}: {type(error).__name__}") from error
    texts = [b"".join(record.strings) for record in found]
    return texts[0] if len(texts) == 1 else None


@dataclass(slots=True)
class Keys:
    """Keys by name, each asked for once in a while; an answer that did not come counts shortly."""

    clock: Callable[[], datetime]
    lookup: Lookup = lookup
    _known: dict[str, tuple[bytes | None, datetime]] = field(default_factory=dict)
    _failed: dict[str, datetime] = field(default_factory=dict)

    def fetch(self, names: Iterable[str]) -> Mapping[str, bytes | None]:
        """Return the records of these names; those that could not be asked for are left out."""
        begun = self.clock()
        found: dict[str, bytes | None] = {}
        for name in dict.fromkeys(names):
            now = self.clock()
            known = self._known.get(name)
            if known is not None and now < known[1]:
                found[name] = known[0]
            elif self._failed.get(name, now) <= now and now - begun < BATCH:
                self._ask(name, now, found)
        return found

    def _ask(self, name: str, now: datetime, found: dict[str, bytes | None]) -> None:
        for kept in (self._known, self._failed):
            if len(kept) >= MOST:
                kept.clear()
        try:
            found[name] = self.lookup(name)
        except NotNow as error:
            self._failed[name] = now + KEPT_FAILURE
            log.warning("key_not_fetched", reason=str(error))
        else:
            self._known[name] = (found[name], now + KEPT)


@dataclass(frozen=True, slots=True)
class Verifier:
    """Judges the signatures of mails: the keys of a whole batch are asked for first."""

    keys: Keys
    least_bits: int

    def __call__(
        self, mails: Sequence[tuple[ClaimedMail, Message]], now: datetime
    ) -> dict[int, Signed]:
        """Return by the mail's number what its signatures prove; mails without a sender aside."""
        from mailer.trust import dkim  # noqa: PLC0415 - slow to load, and few set-ups need it

        senders = {mail.id: m.sender.email for mail, m in mails if m.sender is not None}
        wanted = [
            name
            for mail, _ in mails
            if mail.id in senders
            for name in dkim.keys_of(mail.data, senders[mail.id])
        ]
        keys = self.keys.fetch(wanted)
        found: dict[int, Signed] = {}
        for mail, message in mails:
            if mail.id in senders:
                at, sender = arrived(message, mail.received), senders[mail.id]
                signed = dkim.verify(mail.data, sender, keys, at, self.least_bits)
                waits = signed.waits and now - mail.received < PATIENCE
                found[mail.id] = replace(signed, waits=waits)
        return found
