"""What a clear reading leaves over: people who are named and have no part in it.

A matter that is about people may only be acted on alone when everybody named has a part. Who is
left over may be the successor, the mentee or the mentor whom a field misses.
"""

from mailer.parse.model import Address
from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.understand.matter import Matter
from mailer.understand.names import names
from mailer.understand.people import who
from mailer.understand.sentences import fold

_ABOUT_PEOPLE = frozenset(
    {
        Intent.RESIGNATION,
        Intent.MENTEE_ACCEPTANCE,
        Intent.MEETING_REPORT,
        Intent.RENEWAL,
        Intent.FEEDBACK,
        Intent.MENTOR_CHANGE,
    }
)
_MOST_WORDS_OF_OTHER = 45
"""A longer mail that fits nothing may hold a matter that was not read."""


def unplaced(matter: Matter, intents: set[Intent], fields: Fields) -> tuple[str, ...]:
    """Return the doubts that what is left over raises."""
    left = []
    if intents == {Intent.OTHER} and len(matter.fresh.split()) > _MOST_WORDS_OF_OTHER:
        left.append("It is long, and nothing in it was read")
    # Who recommends a successor also names mentees and colleagues; they need no part.
    settled = Intent.RESIGNATION in intents and fields.recommended and len(intents) == 1
    if intents & _ABOUT_PEOPLE and not settled:
        left += [f"{named} is named, and it is not clear why" for named in _left(matter, fields)]
    return tuple(left)


def _left(matter: Matter, fields: Fields) -> list[Named]:
    """Return the full names in the text that stand in no field, the writer's own aside."""
    own = matter.speaker.name if matter.speaker else ""
    said = {
        fold(word)
        for named in _placed(fields)
        for part in (named.name or "", named.email or "", matter.roster.name(named.person))
        for word in part.replace("@", " ").split()
    }
    shown: tuple[Address, ...] = matter.message.recipients
    found = []
    for sentence in matter.text:
        for named in names(sentence.raw, matter.roster, shown, own, matter.language):
            words = [fold(word) for word in (named.name or "").split()]
            known = who(named, matter.roster).person is not None
            if (len(words) > 1 or known) and said.isdisjoint(words) and not _council(named, matter):
                found.append(named)
    return found


def _placed(fields: Fields) -> tuple[Named, ...]:
    one = (fields.person, fields.mentor, fields.about)
    return (*fields.recommended, *fields.mentee, *(named for named in one if named))


def _council(named: Named, matter: Matter) -> bool:
    """Members of the council are greeted, not meant."""
    person = matter.roster.person(who(named, matter.roster).person)
    return person is not None and person.on_council(matter.base)
