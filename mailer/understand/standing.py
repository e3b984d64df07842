"""What the roster says of somebody who is named: how they stand to the writer.

"Lesedi should not fall into a hole; give her to Nomvula": words alone do not tell well which of the
two is to follow a mentor. The roster does: Lesedi is a mentee of the writer, and where somebody
else is named as well, it is the mentee who is handed over.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from mailer.rules.fields import Named
from mailer.rules.roster import Roster
from mailer.understand.listed import in_one_breath
from mailer.understand.matter import Matter
from mailer.understand.people import resolve
from mailer.understand.played import Played
from mailer.understand.sentences import fold

_FOLLOWS = 0.5
"""How likely it must be that somebody follows, for the mentees beside to be handed over."""


class Standing(StrEnum):
    """How somebody on the roster stands to the writer."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    COLLEAGUE = "colleague"
    """Another mentor."""
    REP = "rep"
    """A rep whose mentor is not the writer."""
    FREE = "free"
    """A rep without a mentor."""
    COUNCIL = "council"


_ODDS: Mapping[Standing, Mapping[str, float]] = {
    Standing.MENTEE: {"mentor": 0.02, "mentee": 5.0, "about": 2.0},
    Standing.MENTOR: {"mentee": 0.02, "mentor": 5.0, "about": 2.0},
    Standing.COLLEAGUE: {"mentee": 0.1},
    Standing.REP: {"mentor": 0.1},
    Standing.FREE: {"mentor": 0.1},
    Standing.COUNCIL: {"recommended": 0.05, "mentee": 0.02},
}
"""How much likelier a part becomes where somebody stands like that; 1 where nothing is said."""

_STRANGER, _CALLED_SHORTLY = {"recommended": 1.5}, {"recommended": 0.2}
"""The same for whom nobody knows: in full, and by the first name alone.

Of 64 such people in blind resignations 37 were to follow, of 94 first names two; the words alone
made that 27 and ten.
"""

_PASSED_ON = {"recommended": 0.02, "mentee": 0.02, "mentor": 0.1, "about": 0.1}
"""Who passed a mail on is addressed in it: of 23 none was to follow."""

_TAKEN: Mapping[Standing, float] = {Standing.MENTEE: 0.1, Standing.FREE: 3.0}
"""How much likelier it is that a mentor takes somebody who stands like that."""

_HANDED_OVER = {"recommended": 0.01}
"""What becomes of a mentee of the writer where somebody else is to follow."""


def standing(matter: Matter, named: Named) -> Standing | None:
    """Return how the one who is named stands to the writer; None for whom nobody knows."""
    roster, speaker = matter.roster, matter.speaker
    person = roster.person(named.person)
    if not person or not speaker or person.id == speaker.id:
        return None
    if person in roster.mentees_of(speaker.id):
        return Standing.MENTEE
    if person == roster.mentor_of(speaker.id):
        return Standing.MENTOR
    known = roster.mentor(person.id)
    if known and known.current:
        return Standing.COLLEAGUE
    if person.on_council(matter.base):
        return Standing.COUNCIL
    return Standing.REP if roster.mentor_of(person.id) else Standing.FREE


def partner_of(matter: Matter, named: Sequence[Named]) -> tuple[Named, ...]:
    """Return who of the named is the writer's mentor, or else the only mentee of theirs."""
    known = [standing(matter, one) for one in named]
    for stands in (Standing.MENTOR, Standing.MENTEE):
        if known.count(stands) == 1:
            return (named[known.index(stands)],)
    return ()


def by_roster(matter: Matter, everybody: Sequence[Played], *, taken: bool) -> tuple[Played, ...]:
    """Return everybody with the chances of their parts as words and roster together have them.

    `taken` says that the mail offers to take a mentee, who is then no mentee of the writer yet.
    """
    stand = [standing(matter, one.somebody.named) for one in everybody]
    found = []
    for one, stands in zip(everybody, stand, strict=True):
        odds = dict(_odds(matter, one.somebody.named, stands))
        if taken and stands:
            odds["mentee"] = _TAKEN.get(stands, odds.get("mentee", 1.0))
        found.append(one.leaning(odds))
    followers = [
        one
        for one, stands in zip(found, stand, strict=True)
        if stands is not Standing.MENTEE and one.chances.get("recommended", 0.0) > _FOLLOWS
    ]
    return tuple(
        one.leaning(_HANDED_OVER)
        if stands is Standing.MENTEE
        and followers
        and not any(in_one_breath(matter, one, other) for other in followers)
        else one
        for one, stands in zip(found, stand, strict=True)
    )


def _odds(matter: Matter, named: Named, stands: Standing | None) -> Mapping[str, float]:
    """Return how much likelier each part becomes by what is known of somebody."""
    if named.person and named.person == matter.verdict.witness:
        return _PASSED_ON
    if stands:
        return _ODDS[stands]
    if named.person:
        return {}
    return _STRANGER if named.email or " " in (named.name or "") else _CALLED_SHORTLY


def nobody_known(named: Iterable[Named], roster: Roster) -> list[str]:
    """Doubt who is no more than a first name that nobody on the roster bears."""
    return [
        f"Nobody on the roster is called “{one}”"
        for one in named
        if not one.person and not one.email and " " not in (one.name or "")
        if not resolve(one, roster)[1]  # Of several who bear it the doubt is another one.
    ]


def of_another(matter: Matter, username: str | None) -> bool:
    """Tell whether somebody else on the roster has a user name, and the writer has not."""
    if not username or not matter.speaker:
        return False
    having = _by_username(matter.roster).get(fold(username), frozenset())
    return bool(having) and matter.speaker.id not in having


@lru_cache(maxsize=4)
def _by_username(roster: Roster) -> Mapping[str, frozenset[str]]:
    """Return the people who have each user name, the case and accents of which do not count."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for one in roster:
        if one.username:
            found[fold(one.username)] |= {one.id}
    return found
