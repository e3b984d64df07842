"""The facts of a mail for the intents that it carries, with doubts where two things fit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Person
from mailer.understand import facts
from mailer.understand.dates import Found as Day
from mailer.understand.dates import Lean, dates
from mailer.understand.field_words import (
    AFTER_EFFECT,
    AWAY_LAST,
    END,
    ERASE,
    FINISHED,
    MEET,
    NOT_RECOMMENDED,
    NOT_THE_END,
    RECOMMENDS,
    RENEWALS,
    SUCCESSOR,
    rating,
)
from mailer.understand.intent import Found
from mailer.understand.matter import Matter
from mailer.understand.names import names
from mailer.understand.people import resolve, who
from mailer.understand.sentences import Sentence, fold, plain, tidy


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

    def near(self, intent: Intent, words: re.Pattern[str]) -> list[Sentence]:
        """Give the sentence that carries the intent, then the others that speak of it."""
        place = self.found[intent].at
        text = self.matter.text
        own = [text[place]] if 0 <= place < len(text) else []
        return own + [s for s in text if words.search(s.low) and s not in own]

    def day(self, intent: Intent, words: re.Pattern[str], lean: Lean) -> date | None:
        """Find the day that belongs to an intent; a doubtful one is told as a doubt."""
        for sentence in self.near(intent, words):
            choice = self._choose(
                dates(sentence.raw, self.matter.base, lean, self.matter.language), sentence, lean
            )
            if choice:
                if choice.unclear:
                    self.doubts.append(f"The day in “{sentence.raw}” could be read in two ways")
                return choice.day
        if any(
            dates(s.raw, self.matter.base, lean, self.matter.language) for s in self.matter.text
        ):
            self.doubts.append("Days are named, but none surely belongs to what is told")
        return None

    def _choose(self, found: tuple[Day, ...], sentence: Sentence, lean: Lean) -> Day | None:
        days = list(found)
        if lean is Lean.PAST:
            days = [d for d in days if d.day <= self.matter.base]
            return days[-1] if days else None
        low = fold(tidy(sentence.raw))
        days = [d for d in days if not NOT_THE_END.search(low[: d.start])]
        marked = [
            d
            for d in days
            if AFTER_EFFECT.search(low[: d.start]) or AFTER_EFFECT.search(low[: d.start + 4])
        ]
        usable = marked or days
        if len({d.day for d in usable}) > 1:
            self.doubts.append(f"Several days are named: “{sentence.raw}”")
        return usable[0] if usable else None

    def people(self, sentence: Sentence, among: Iterable[Person] = ()) -> tuple[Named, ...]:
        """Give the people named in a sentence, told by the roster where it knows just one."""
        matter = self.matter
        own = (
            matter.speaker.name
            if matter.speaker
            else (matter.message.sender.name if matter.message.sender else "")
        )
        shown = (*matter.message.recipients, *matter.message.reply_to)
        result = []
        for named in names(sentence.raw, matter.roster, shown, own):
            whole, doubt = resolve(named, matter.roster, among)
            if doubt:
                self.doubts.append(doubt)
            result.append(whole)
        return tuple(result)


def writer(matter: Matter) -> Named | None:
    """Return the writer as a person: the roster's name for one we know, else the header's."""
    sender = matter.message.sender
    if matter.speaker:
        return Named(matter.speaker.name, sender.email if sender else None, matter.speaker.id)
    if not sender:
        return None
    return Named(sender.name or None, sender.email)


def gather(matter: Matter, found: tuple[Found, ...]) -> Facts:
    """Return every fact of the mail that belongs to what it says."""
    collector = _Collector(matter, found)
    fields = Fields(person=writer(matter), portal_username=facts.username(matter.fresh))
    for intent, add in _BY_INTENT.items():
        if intent in collector.found:
            fields = add(collector, fields)
    return Facts(fields, tuple(dict.fromkeys(collector.doubts)))


def _profile(c: _Collector, fields: Fields) -> Fields:
    return replace(
        fields,
        skills=fields.skills or facts.skills(c.matter.fresh),
        languages=fields.languages or facts.languages(c.matter.text),
        country=fields.country or facts.country(c.matter.text),
    )


def _request(c: _Collector, fields: Fields) -> Fields:
    return replace(_profile(c, fields), skills=())


def _completion(c: _Collector, fields: Fields) -> Fields:
    return replace(
        fields,
        country=fields.country or facts.country(c.matter.text),
        course=facts.course(c.matter.fresh) or facts.course(c.matter.message.subject),
        completed_on=c.day(Intent.COURSE_COMPLETION, FINISHED, Lean.PAST),
        certificate=facts.certificate(c.matter.fresh, c.matter.message.parts),
    )


def _resignation(c: _Collector, fields: Fields) -> Fields:
    recommended: dict[str, Named] = {}
    open_sentence = False
    for sentence in c.matter.text:
        speaks = RECOMMENDS.search(sentence.low) and not NOT_RECOMMENDED.search(sentence.low)
        if not speaks and not open_sentence:
            continue
        people = c.people(sentence)
        for named in people:
            recommended.setdefault(named.person or str(named), named)
        # "I have somebody in mind." may be followed by the name.
        open_sentence = bool(speaks and not people and SUCCESSOR.search(sentence.low))
    if not recommended and any(
        SUCCESSOR.search(s.low) and not NOT_RECOMMENDED.search(s.low) for s in c.matter.text
    ):
        c.doubts.append("A successor seems to be recommended, but no name was read")
    if not recommended and _others_named(c):
        c.doubts.append("Somebody is named who may be meant as a successor")
    return replace(
        fields,
        effective_on=c.day(Intent.RESIGNATION, END, Lean.FUTURE),
        recommended=tuple(recommended.values()),
    )


def _others_named(c: _Collector) -> bool:
    """Tell whether somebody stands in a resignation who is no mentee or mentor of the writer."""
    speaker = c.matter.speaker
    roster = c.matter.roster
    near = {p.id for p in roster.mentees_of(speaker.id)} if speaker else set()
    council = {p.id for p in roster.council(c.matter.base)}
    for sentence in c.matter.text[1:]:
        if re.match(
            r"^(?:dear|hi|hello|cara|caro|chere?|liebe\w?|hola|ola|querid\w)\b", sentence.low
        ):
            continue
        own = speaker.name if speaker else ""
        for named in names(sentence.raw, roster, (), own):
            whole, _ = resolve(named, roster)
            match = who(named, roster)
            mentioned = near if re.search(r"\bmentees?\b|\bnew mentor\b", sentence.low) else set()
            if (
                whole.person or match.others or match.near
            ) and whole.person not in mentioned | council:
                return True
    return False


def _acceptance(c: _Collector, fields: Fields) -> Fields:
    roster = c.matter.roster
    waiting = [p for p in roster if not roster.mentor(p.id) and not roster.mentor_of(p.id)]
    for sentence in c.near(Intent.MENTEE_ACCEPTANCE, re.compile(r"\bmentee\b")):
        if found := c.people(sentence, waiting):
            return replace(fields, mentee=found)
    return fields


def _pair(c: _Collector, fields: Fields, intent: Intent, words: re.Pattern[str]) -> Fields:
    """Put the other one of the pair: the mentee of a mentor, the mentor of a rep."""
    matter = c.matter
    speaker = matter.speaker
    mentees = matter.roster.mentees_of(speaker.id) if speaker else ()
    mentor = matter.roster.mentor_of(speaker.id) if speaker else None
    near = (*mentees, *((mentor,) if mentor else ()))
    for sentence in c.near(intent, words):
        found = c.people(sentence, near)
        if not found:
            continue
        if mentor and (found[0].person == mentor.id or not mentees):
            return replace(fields, mentor=fields.mentor or found[0])
        if mentees or matter.roster.mentor(speaker.id if speaker else None):
            return replace(fields, mentee=fields.mentee or found)
        return replace(fields, mentor=fields.mentor or found[0])
    return _known_pair(c, fields, mentees, mentor)


def _known_pair(
    c: _Collector, fields: Fields, mentees: tuple[Person, ...], mentor: Person | None
) -> Fields:
    """Find the other one of a known pair anywhere in the mail."""
    near = {p.id for p in (*mentees, *((mentor,) if mentor else ()))}
    for sentence in c.matter.text:
        for named in c.people(sentence, (*mentees, *((mentor,) if mentor else ()))):
            if named.person in near and mentor and named.person == mentor.id:
                return replace(fields, mentor=fields.mentor or named)
            if named.person in near:
                return replace(fields, mentee=fields.mentee or (named,))
    return fields


def _change(c: _Collector, fields: Fields) -> Fields:
    return _pair(c, fields, Intent.MENTOR_CHANGE, re.compile(r"\bmentor\b"))


def _renewal(c: _Collector, fields: Fields) -> Fields:
    low = plain(c.found[Intent.RENEWAL].words)
    said = [word for word, pattern in RENEWALS if pattern.search(low)]
    if len(said) > 1:
        c.doubts.append("Two ways to go on after the year are named")
    answer = said[0] if said else None
    filled = _pair(c, fields, Intent.RENEWAL, re.compile(r"\b(?:mentor|mentee|we|year)\b"))
    return replace(filled, answer=answer)


def _meeting(c: _Collector, fields: Fields) -> Fields:
    filled = _pair(c, fields, Intent.MEETING_REPORT, MEET)
    return replace(filled, held_on=c.day(Intent.MEETING_REPORT, MEET, Lean.PAST))


def _feedback(c: _Collector, fields: Fields) -> Fields:
    found = next((r for s in c.matter.text if (r := rating(s.low)) is not None), None)
    return replace(_about(c, fields, Intent.FEEDBACK), rating=found)


def _about(c: _Collector, fields: Fields, intent: Intent) -> Fields:
    speaker = c.matter.speaker
    mentor = c.matter.roster.mentor_of(speaker.id) if speaker else None
    near = (
        *(c.matter.roster.mentees_of(speaker.id) if speaker else ()),
        *((mentor,) if mentor else ()),
    )
    for sentence in c.near(
        intent, re.compile(r"\b(?:mentor|mentee|feedback|rat\w+|strength\w*)\b")
    ):
        if found := c.people(sentence, near):
            return replace(fields, about=found[0])
    return fields


def _question(c: _Collector, fields: Fields) -> Fields:
    place = c.found[Intent.GENERAL_QUESTION].at
    if 0 <= place < len(c.matter.text) and (people := c.people(c.matter.text[place])):
        return replace(fields, about=people[0])
    return fields


def _leave(c: _Collector, fields: Fields) -> Fields:
    """Read an absence: the first day, and the last date that is given for it."""
    for sentence in c.near(Intent.LEAVE_OF_ABSENCE, AWAY_LAST):
        found = dates(sentence.raw, c.matter.base, Lean.FUTURE, c.matter.language)
        if not found:
            continue
        if any(day.unclear for day in found):
            c.doubts.append(f"The day in “{sentence.raw}” could be read in two ways")
        if len(found) > 1:
            return replace(fields, away_from=found[0].day, away_until=found[-1].day)
        before = sentence.low[: found[0].start]
        if AWAY_LAST.search(before[-20:]):
            return replace(fields, away_until=found[0].day)
        fields = replace(fields, away_from=fields.away_from or found[0].day)
    if not fields.away_until:
        c.doubts.append("The end of the absence is not named")
    return fields


def _data(c: _Collector, fields: Fields) -> Fields:
    low = c.matter.text[c.found[Intent.DATA_REQUEST].at].low if c.matter.text else ""
    return replace(fields, request="erase" if ERASE.search(low) else "export")


_BY_INTENT = {
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
