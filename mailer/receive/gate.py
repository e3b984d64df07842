"""How much the intake takes at once, and from whom: connections, bytes under way, mails a minute.

Whoever is turned away gets a passing refusal (4yz, RFC 5321 4.2.1): a mail server keeps the mail
and comes again, so nothing is lost. All calls come from the server's own event loop.
"""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field

MANY_SENDERS = 10_000
"""Addresses that are counted within one minute; with more of them the counting begins anew."""
MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one intake takes. Sizes in bytes, times in seconds.

    `per_peer` holds for one address; who comes by a UNIX socket has none and shares the whole.
    `under_way` is held in memory by all connections together. `per_minute` are the mails of one
    envelope sender; 0 means any number. `lifetime` ends a connection whatever it does.
    """

    connections: int = 100
    per_peer: int = 50
    under_way: int = 256 * 1024 * 1024
    per_minute: int = 300
    header: int = 256 * 1024
    lifetime: float = 3600.0


@dataclass(slots=True)
class Gate:
    """The counts of one intake. A guest is anything that can be told from other guests."""

    limits: Limits
    _guests: dict[Hashable, str] = field(default_factory=dict)
    _held: Counter[Hashable] = field(default_factory=Counter)
    _total: int = 0
    _senders: Counter[str] = field(default_factory=Counter)
    _since: float = float("-inf")

    def enter(self, guest: Hashable, peer: str) -> bool:
        """Let a connection in, or say that there are too many."""
        same = sum(other == peer for other in self._guests.values()) if peer else 0
        if len(self._guests) >= self.limits.connections or same >= self.limits.per_peer:
            return False
        self._guests[guest] = peer
        return True

    def leave(self, guest: Hashable) -> None:
        """Forget a connection that has ended, and what it held."""
        self._guests.pop(guest, None)
        self.let_go(guest)

    def hold(self, guest: Hashable, count: int) -> Hashable | None:
        """Count bytes that came in; return who holds the most when it is too much in all."""
        self._held[guest] += count
        self._total += count
        if self._total <= self.limits.under_way:
            return None
        return max(self._held, key=lambda one: self._held[one])

    def let_go(self, guest: Hashable) -> None:
        """Count the bytes of a connection as gone: its command or mail is dealt with."""
        self._total -= self._held.pop(guest, 0)

    def admits(self, sender: str, now: float) -> bool:
        """Count a mail of an envelope sender, or say that it is one too many of this minute."""
        if not self.limits.per_minute:
            return True
        if now - self._since >= MINUTE or len(self._senders) >= MANY_SENDERS:
            self._senders.clear()
            self._since = now
        self._senders[sender] += 1
        return self._senders[sender] <= self.limits.per_minute
