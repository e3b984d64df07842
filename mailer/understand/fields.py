"""The facts of a mail for the intents that it carries, with doubts where two things fit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.understand import facts, profile, speaking
from mailer.understand.amounts import going_on, rating
from mailer.understand.between import named_by_address
from mailer.understand.calendar_days import behind
from mailer.understand.cast import calendar, cast
from mailer.understand.day_meant import meant, odd_absence
from mailer.understand.field_words import (
    ANYBODY_FOLLOWS,
    ANYBODY_TAKEN,
    BECAUSE,
    EXPORT,
    FOLLOWS,
    GOES_ON_NOT,
    NOBODY_FOLLOWS,
    STANDS_IN,
    erasing,
)
from mailer.understand.found import Found
from mailer.understand.matter import Matter
from mailer.understand.picked import fuller, in_quote, pair_asked, people_picked, way_picked
from mailer.understand.played import Dated, Played
from mailer.understand.standing import Standing, nobody_known, of_another, partner_of, standing
from mailer.understand.whom import behalf, close_to, distinct

_OF_PAIR = frozenset({"about", "mentor", "mentee"})
"""The parts of the other one of a pair: who is assessed is no one else than who is met."""

_PLAIN = 0.7
"""How likely the part of a person must be for nobody to have to look at it."""

_THINKABLE = 0.3
"""From this chance on, somebody may play a part although another one is likelier."""

_HARDLY = 0.03
"""From this chance on, somebody may be a successor where no other is named."""

_POSSIBLY = 0.1
"""From this chance on, the likeliest successor is shown to the person who has to look."""

_REASON = 2_000
"""Characters of a reason that are kept."""
_TEXT = 20_000
"""Characters of news that are passed on."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of a mail and the reasons why a person should look at them."""

    fields: Fields
    doubts: tuple[str, ...] = ()


class _Collector:
    """Gathers the facts of one mail; lives no longer than one reading."""

    def __init__(self, matter: Matter, found: Iterable[Found]) -> None:
        self.matter = matter
        self.found = {one.intent: one for one in found}
        self.doubts: list[str] = []

    @cached_property
    def people(self) -> tuple[Played, ...]:
        """Everybody whom the mail names; many matters are about nobody and never ask."""
        return cast(self.matter, self.found)

    @cached_property
    def days(self) -> tuple[Dated, ...]:
        """Every date of the mail."""
        return calendar(self.matter, self.found)

    def playing(self, *parts: str) -> tuple[Played, ...]:
        """Return whoever plays one of the parts, and tell where that is not plain."""
        found = tuple(one for one in self.people if one.part in parts)
        for one in self.people:
            meant = max(one.chances.get(part, 0.0) for part in parts)
            close = _OF_PAIR.issuperset((*parts, one.part))
            plain = self._of_pair(one) if close else one.chance
            if plain < _PLAIN if one in found else meant > _THINKABLE and not close:
                self.doubts.append(f"It is not sure what part {one.somebody.named} plays")
            if one in found and one.somebody.doubt:
                self.doubts.append(one.somebody.doubt)
        return found

    def _of_pair(self, one: Played) -> float:
        """Return how likely somebody is the other one of the pair, whatever is said of them.

        A rep has one mentor only: whoever that is on the roster is meant.
        """
        if standing(self.matter, one.somebody.named) is Standing.MENTOR:
            return 1.0
        return sum(one.chances.get(part, 0.0) for part in _OF_PAIR)

    def of_pair(self) -> tuple[Named, ...]:
        return partner_of(self.matter, [one.somebody.named for one in self.people])

    def named(self, *parts: str) -> tuple[Named, ...]:
        """Return the names of whoever plays one of the parts."""
        return distinct(one.somebody.named for one in self.playing(*parts))

    def tell_strangers(self, named: Iterable[Named]) -> None:
        """Doubt somebody on the roster who is not the one whom it knows beside the writer."""
        known = {one.id for one in close_to(self.matter)}
        self.doubts += [
            f"“{one}” is not the one whom the roster knows beside the writer"
            for one in named
            if known and one.person and one.person not in known
        ]

    def day(self, part: str) -> date | None:
        """Return the day that plays a part; tell what speaks against it."""
        day, doubts = meant(self.matter, self.days, part)
        self.doubts += doubts
        return day


def writer(matter: Matter) -> Named | None:
    """Return the writer as a person: the roster's name for one we know, else the header's."""
    sender = matter.message.sender
    if matter.speaker:
        return Named(matter.speaker.name, sender.email if sender else None, matter.speaker.id)
    if not sender:
        return None
    return Named(sender.name or None, sender.email)


def gather(matter: Matter, found: tuple[Found, ...]) -> Facts:
    """Return every fact of the mail that belongs to what it says, and no other."""
    collector = _Collector(matter, found)
    person = writer(matter)
    if spoken_for := behalf(matter):
        person = spoken_for.named
        collector.doubts.append(f"It is written on behalf of “{spoken_for.named}”")
    known = None if spoken_for or not matter.speaker else matter.speaker.username
    fields = Fields(person=person, portal_username=facts.username(matter.fresh, known))
    if of_another(matter, fields.portal_username):
        collector.doubts.append("The user name is that of somebody else on the roster")
    for intent, add in _BY_INTENT.items():
        if intent in collector.found:
            fields = add(collector, fields)
    return Facts(fields, tuple(dict.fromkeys(collector.doubts)))


def _profile(c: _Collector, fields: Fields) -> Fields:
    fields = _request(c, fields)
    return replace(fields, skills=fields.skills or profile.skills(c.matter.text))


def _request(c: _Collector, fields: Fields) -> Fields:
    return replace(
        fields,
        languages=fields.languages or speaking.languages(c.matter.text),
        country=fields.country or profile.country(c.matter.text, c.matter.home),
    )


def _completion(c: _Collector, fields: Fields) -> Fields:
    matter = c.matter
    return replace(
        fields,
        country=fields.country or profile.country(matter.text, matter.home),
        course=facts.course(matter.fresh) or facts.course(matter.message.subject),
        completed_on=c.day("completed_on"),
        certificate=facts.certificate(matter.fresh, matter.message.parts),
    )


def _resignation(c: _Collector, fields: Fields) -> Fields:
    successors = c.named("recommended")
    c.doubts += nobody_known(successors, c.matter.roster)
    nobody = any(NOBODY_FOLLOWS.search(sentence.low) for sentence in c.matter.text)
    if successors and nobody:
        c.doubts.append("It says that nobody is there to follow")
        successors = ()
    likely = sorted(c.people, key=lambda one: -one.chances.get("recommended", 0.0))[:1]
    lows = [s.low for s in c.matter.text if not ANYBODY_FOLLOWS.search(s.low)]
    told = not nobody and any(map(FOLLOWS.search, lows))
    meant = any(one.chances["recommended"] > _HARDLY for one in likely)
    if not successors and (told or meant):
        c.doubts.append("Somebody is named who may be meant as a successor")
        shown = [one for one in likely if one.chances["recommended"] > _POSSIBLY and not nobody]
        successors = distinct(one.somebody.named for one in shown)
    return replace(fields, effective_on=c.day("effective_on"), recommended=successors)


def _acceptance(c: _Collector, fields: Fields) -> Fields:
    """Read who is taken: nobody in particular where nobody is named."""
    mentees = (one for one in c.named("mentee") if not _of_council(c.matter, one))
    taken = people_picked(c.matter) or tuple(fuller(c.matter, one) for one in mentees)
    if not taken and (near := _may_be_taken(c)):
        c.doubts.append("It does not say plainly who is taken as a mentee")
        taken = near if len(near) == 1 else ()
    elif not taken:
        taken = free if len(free := in_quote(c.matter, Standing.FREE)) == 1 else ()
    if not taken and not any(ANYBODY_TAKEN.search(s.low) for s in c.matter.text):
        c.doubts.append("It does not say who is taken as a mentee")
    c.doubts += nobody_known(taken, c.matter.roster)
    return replace(fields, mentee=taken)


def _may_be_taken(c: _Collector) -> tuple[Named, ...]:
    """Return who may be meant where it is not said plainly: the reps who are named."""
    reps = (Standing.FREE, Standing.REP)
    return distinct(
        one.somebody.named
        for one in c.people
        if one.chances.get("mentee", 0.0) > _HARDLY
        or standing(c.matter, one.somebody.named) in reps
    )


def _of_council(matter: Matter, named: Named) -> bool:
    """Tell whether somebody sits on the council: such a one is addressed, not taken as a mentee."""
    person = matter.roster.person(named.person) if named.person else None
    return person is not None and person.on_council(matter.base)


def _pair(c: _Collector, fields: Fields) -> Fields:
    """Put the other one of the pair: the mentee of a mentor, the mentor of a rep."""
    mentee, mentor = c.named("mentee"), c.named("mentor")
    if not mentee and not mentor:
        about = c.named("about") or c.of_pair()
        mentee, mentor = (about, ()) if c.matter.writes_as == "mentor" else ((), about)
    if len(mentor) > 1:
        c.doubts.append("Several mentors are named")
    c.tell_strangers((*mentee, *mentor))
    return replace(
        fields,
        mentee=fields.mentee or mentee,
        mentor=fields.mentor or (mentor[0] if mentor else None),
    )


def _change(c: _Collector, fields: Fields) -> Fields:
    mentor = c.named("mentor") or c.named("about") or c.of_pair()
    c.tell_strangers(mentor)
    reasons = [sentence.raw.strip() for sentence in c.matter.text if BECAUSE.search(sentence.low)]
    return replace(
        fields,
        mentor=fields.mentor or (mentor[0] if mentor else None),
        reason=" ".join(reasons)[:_REASON] or None,
    )


def _renewal(c: _Collector, fields: Fields) -> Fields:
    picked = way_picked(c.matter)
    plain = [way for s in c.matter.text if (way := going_on([s.low])[0])]
    answer: str | None = picked or c.found[Intent.RENEWAL].variant or next(iter(plain), None)
    # An end is told by what is not wanted as well: "no extension, no change".
    several = len(c.matter.variants(Intent.RENEWAL)) > 1 or (len({*plain}) > 1 and answer != "end")
    if several and not picked:
        c.doubts.append("Two ways to go on after the year are named")
    elif not picked and (
        c.matter.between_answers(Intent.RENEWAL)
        or (answer == "extend" and any(GOES_ON_NOT.search(s.low) for s in c.matter.text))
    ):
        c.doubts.append("How the pair goes on after the year is not sure")
    if not answer:
        c.doubts.append("How the pair goes on after the year was not read")
    return replace(pair_asked(c.matter, _pair(c, fields)), answer=answer)


def _meeting(c: _Collector, fields: Fields) -> Fields:
    return replace(named_by_address(c.matter, _pair(c, fields)), held_on=c.day("held_on"))


def _feedback(c: _Collector, fields: Fields) -> Fields:
    found = next((r for s in c.matter.text if (r := rating(s.low)) is not None), None)
    about = c.named("about") or c.named("mentee", "mentor")
    return replace(fields, rating=found, about=about[0] if about else None)


def _question(c: _Collector, fields: Fields) -> Fields:
    """Name the third person of a question, and whom a council member decides on."""
    about = c.named("about")
    return replace(fields, about=fields.about or (about[0] if about else None))


def _decided(c: _Collector, fields: Fields) -> Fields:
    """Put whom a council member decides on: named where it is decided, or alone in the quote."""
    at = c.found[Intent.DECISION].at
    named = [one for one in c.people if not _of_council(c.matter, one.somebody.named)]
    near = [one for one in named if one.at == at] or named
    people = [one.somebody.named for one in near]
    people = people or [*in_quote(c.matter, Standing.FREE, Standing.REP)]
    if len(people) != 1:
        c.doubts.append("It does not say plainly who is decided on")
    return replace(fields, person=people[0] if len(people) == 1 else None)


def _leave(c: _Collector, fields: Fields) -> Fields:
    """Read both ends of an absence; an end without month or year comes after its beginning."""
    start, end = c.day("away_from"), c.day("away_until")
    if start and end and end < start:
        told = (one.day for one in c.days if one.part == "away_until" and one.day.day == end)
        end = next((behind(start, one) for one in told), end)
    c.doubts += odd_absence(start, end, c.matter.base)
    covered = [n for n, sentence in enumerate(c.matter.text) if STANDS_IN.search(sentence.low)]
    standing_in = tuple(one.somebody.named for one in c.people if one.at in covered)
    return replace(fields, away_from=start, away_until=end, recommended=standing_in)


def _announcement(c: _Collector, fields: Fields) -> Fields:
    """Keep the whole text: it goes on in the council's own words."""
    return replace(fields, text=c.matter.fresh.strip()[:_TEXT] or None)


def _data(c: _Collector, fields: Fields) -> Fields:
    request = _requested(c)
    if request == "erase":
        c.doubts.append("Personal data is to be erased")
    return replace(fields, request=request)


def _requested(c: _Collector) -> str:
    if variant := c.found[Intent.DATA_REQUEST].variant:
        return variant
    for low in (s.low for s in c.matter.text):
        erase = erasing(low)
        if erase or EXPORT.search(low):
            return "erase" if erase else "export"
    c.doubts.append("Whether a copy or the deletion of data is asked for was not read")
    return "export"


_BY_INTENT: dict[Intent, Callable[[_Collector, Fields], Fields]] = {
    Intent.MENTOR_APPLICATION: _profile,
    Intent.COURSE_COMPLETION: _completion,
    Intent.RESIGNATION: _resignation,
    Intent.MENTOR_REQUEST: _request,
    Intent.MENTOR_CHANGE: _change,
    Intent.MENTEE_ACCEPTANCE: _acceptance,
    Intent.RENEWAL: _renewal,
    Intent.MEETING_REPORT: _meeting,
    Intent.FEEDBACK: _feedback,
    Intent.LEAVE_OF_ABSENCE: _leave,
    Intent.ANNOUNCEMENT: _announcement,
    Intent.GENERAL_QUESTION: _question,
    Intent.DATA_REQUEST: _data,
    Intent.DECISION: _decided,
}
