"""The facts of a mail for the intents that it carries, with doubts where two things fit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.understand import facts, profile
from mailer.understand.absence import absence
from mailer.understand.amounts import going_on, rating
from mailer.understand.date_claims import FINISHING, LEAVING, MEETING, Claim, choose
from mailer.understand.field_words import ANYBODY, ERASE, EXPORT, GREETING, KEPT, spoken
from mailer.understand.intent import Found
from mailer.understand.matter import Matter
from mailer.understand.sentences import Sentence
from mailer.understand.whom import (
    Somebody,
    behalf,
    is_mentee,
    other_of_pair,
    pair_of,
    people,
    recommended,
)


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

    def own(self, intent: Intent) -> Sentence | None:
        """Return the sentence that carries an intent."""
        place = self.found[intent].at
        return self.matter.text[place] if 0 <= place < len(self.matter.text) else None

    def near(self, intent: Intent, words: str) -> list[Sentence]:
        """Give the sentence that carries the intent, then the others that speak of it."""
        own = self.own(intent)
        pattern = spoken(words, self.matter.language)
        rest = [
            s
            for s in self.matter.text
            if s is not own and pattern.search(s.low) and not GREETING.match(s.low)
        ]
        return [*([own] if own else []), *rest]

    def day(self, intent: Intent, claim: Claim) -> date | None:
        """Find the day that belongs to an intent; a doubtful one is told as a doubt."""
        chosen = choose(self.matter, self.found[intent].at, claim)
        self.doubts += chosen.doubts
        return chosen.day

    def use(self, found: Iterable[Somebody]) -> tuple[Named, ...]:
        """Return people as named, with the doubts about them told."""
        used = tuple(found)
        self.doubts += [one.doubt for one in used if one.doubt]
        return tuple(one.named for one in used)


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
    spoken_for = behalf(matter)
    person = spoken_for.named if spoken_for else writer(matter)
    if spoken_for:
        collector.doubts.append(f"It is written on behalf of “{spoken_for.named}”")
    fields = Fields(person=person, portal_username=facts.username(matter.fresh))
    for intent, add in _BY_INTENT.items():
        if intent in collector.found:
            fields = add(collector, fields)
    return Facts(fields, tuple(dict.fromkeys(collector.doubts)))


def _profile(c: _Collector, fields: Fields) -> Fields:
    return replace(
        fields,
        skills=fields.skills or profile.skills(c.matter.text),
        languages=fields.languages or profile.languages(c.matter.text),
        country=fields.country or profile.country(c.matter.text),
    )


def _request(c: _Collector, fields: Fields) -> Fields:
    return replace(_profile(c, fields), skills=())


def _completion(c: _Collector, fields: Fields) -> Fields:
    matter = c.matter
    return replace(
        fields,
        country=fields.country or profile.country(matter.text),
        course=facts.course(matter.fresh) or facts.course(matter.message.subject),
        completed_on=c.day(Intent.COURSE_COMPLETION, FINISHING),
        certificate=facts.certificate(matter.fresh, matter.message.parts),
    )


def _resignation(c: _Collector, fields: Fields) -> Fields:
    successors, doubts = recommended(c.matter)
    c.doubts += doubts
    effective = c.day(Intent.RESIGNATION, LEAVING)
    return replace(fields, effective_on=effective, recommended=successors)


def _acceptance(c: _Collector, fields: Fields) -> Fields:
    """Read who is taken: who stands in the sentence, else who is named beside "mentee"."""
    roster = c.matter.roster
    waiting = [p for p in roster if not roster.mentor(p.id) and not roster.mentor_of(p.id)]
    own_mentees = {p.id for p in pair_of(c.matter)[0]}
    place = c.found[Intent.MENTEE_ACCEPTANCE].at
    beside = [
        *c.matter.text[max(0, place - 1) : max(0, place)],
        *c.matter.text[place + 1 : place + 2],
    ]
    near = [*c.near(Intent.MENTEE_ACCEPTANCE, "MENTEE"), *beside]
    for sentence in near:
        if GREETING.match(sentence.low) and sentence is not c.own(Intent.MENTEE_ACCEPTANCE):
            continue
        found = people(c.matter, sentence, waiting)
        new = [one for one in found if one.named.person not in own_mentees] or list(found)
        new = [one for one in new if one.named.name or len(new) == 1]
        if new:
            return replace(fields, mentee=c.use(new))
    if not any(ANYBODY.search(sentence.low) for sentence in c.matter.text):
        c.doubts.append("It does not say who is taken as a mentee")
    return fields


def _pair(c: _Collector, fields: Fields, intent: Intent, words: str) -> Fields:
    """Put the other one of the pair: the mentee of a mentor, the mentor of a rep."""
    near = c.near(intent, words)
    rest = [s for s in c.matter.text if s not in near and not GREETING.match(s.low)]
    found, doubt = other_of_pair(c.matter, near)
    if not found:
        known = {p.id for p in pair_of(c.matter)[0]} | {getattr(pair_of(c.matter)[1], "id", None)}
        found = tuple(o for o in other_of_pair(c.matter, rest)[0] if o.named.person in known)
    if doubt:
        c.doubts.append(doubt)
    if not found:
        return fields
    if intent is not Intent.MENTOR_CHANGE and is_mentee(c.matter, found[0]):
        return replace(fields, mentee=fields.mentee or tuple(one.named for one in found))
    return replace(fields, mentor=fields.mentor or found[0].named)


def _change(c: _Collector, fields: Fields) -> Fields:
    return _pair(c, fields, Intent.MENTOR_CHANGE, "MENTOR")


def _renewal(c: _Collector, fields: Fields) -> Fields:
    near = c.near(Intent.RENEWAL, "PAIR")
    answer, two = going_on(sentence.low for sentence in near)
    if two:
        c.doubts.append("Two ways to go on after the year are named")
    if not answer:
        c.doubts.append("How the pair goes on after the year was not read")
    return replace(_pair(c, fields, Intent.RENEWAL, "PAIR"), answer=answer)


def _meeting(c: _Collector, fields: Fields) -> Fields:
    filled = _pair(c, fields, Intent.MEETING_REPORT, "PAIR")
    return replace(filled, held_on=c.day(Intent.MEETING_REPORT, MEETING))


def _feedback(c: _Collector, fields: Fields) -> Fields:
    found = next((r for s in c.matter.text if (r := rating(s.low)) is not None), None)
    near = c.near(Intent.FEEDBACK, "ASSESSED")
    somebody, doubt = other_of_pair(c.matter, near)
    if doubt:
        c.doubts.append(doubt)
    return replace(fields, rating=found, about=somebody[0].named if somebody else None)


def _question(c: _Collector, fields: Fields) -> Fields:
    """Name the third person of a question, and whom a council member decides on."""
    own = c.own(Intent.GENERAL_QUESTION)
    rest = [s for s in c.matter.text if s is not own] if c.matter.council else []
    for sentence in (*([own] if own else []), *rest):
        found = [one for one in people(c.matter, sentence) if one.named.name]
        if found and not GREETING.match(sentence.low):
            return replace(fields, about=c.use(found[:1])[0])
    return fields


def _leave(c: _Collector, fields: Fields) -> Fields:
    away, doubts = absence(c.matter, c.found[Intent.LEAVE_OF_ABSENCE].at)
    c.doubts += doubts
    return replace(fields, away_from=away[0], away_until=away[1])


def _data(c: _Collector, fields: Fields) -> Fields:
    own = c.own(Intent.DATA_REQUEST)
    lows = [own.low] if own else []
    lows += [s.low for s in c.matter.text if s is not own]
    for low in lows:
        erase = ERASE.search(low) and not KEPT.search(low)
        if erase and EXPORT.search(low):
            c.doubts.append("Both a copy and the deletion of data are asked for")
        if erase or EXPORT.search(low):
            return replace(fields, request="erase" if erase else "export")
    c.doubts.append("Whether a copy or the deletion of data is asked for was not read")
    return replace(fields, request="export")


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
    Intent.GENERAL_QUESTION: _question,
    Intent.DATA_REQUEST: _data,
}
