# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Whom a mail means: successors, mentees, mentors, those assessed, and on whose behalf it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mailer.rules.fields import Named
from mailer.rules.records import Person
from mailer.understand.field_words import ASKED_ME, ON_BEHALF
from mailer.understand.matter import Matter
from mailer.understand.name_words import NO_NAMES
from mailer.understand.names import placed
from mailer.understand.people import resolve, spellings
from mailer.understand.sentences import Sentence, fold, tidy

_BEFORE = 60
"""Letters before a name in which the words that say who it is are looked for."""

_SHORTEST = 3
"""Letters of a name that can be short for another."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody named in a sentence: `before` and `after` are the folded words on both sides.

    `start` is where the name stands in the sentence as written.
    """

    named: Named
    doubt: str
    before: str
    after: str
    start: int = 0


def people(
    matter: Matter, sentence: Sentence, among: Iterable[Person] = ()
) -> tuple[Somebody, ...]:
    """Return the people named in a sentence, told by the roster where it knows just one."""
    sender = matter.message.sender
    own = matter.speaker.name if matter.speaker else (sender.name if sender else "")
    shown = (*matter.message.recipients, *matter.message.reply_to)
    raw = sentence.raw
    found = []
    close = tuple(among)
    everybody = placed(raw, matter.roster, shown, own, matter.language)
    for named, start in everybody or _without_capitals(raw, close):
        whole, doubt = resolve(named, matter.roster, close)
        if not whole.email and whole.person:
            whole = replace(whole, email=_shown_address(matter, whole.person))
        end = start + len(named.name or "")
        if _is_label(raw, start, end, whole):
            continue
        before = fold(tidy(raw[max(0, start - _BEFORE) : start]))
        after = fold(tidy(raw[end : end + _BEFORE]))
        found.append(Somebody(whole, doubt, before, after, start))
    return tuple(found)


def _without_capitals(raw: str, close: Iterable[Person]) -> Iterator[tuple[Named, int]]:
    """Return whoever close to the writer is called by the first name, written without a capital."""
    first = {form[0] for one in close for form in spellings(one.name)} - NO_NAMES
    for word in _WORD.finditer(raw) if first else ():
        if word[0].islower() and len(word[0]) >= _SHORTEST and fold(word[0]) in first:
            yield Named(word[0].title()), word.start()


def _is_label(raw: str, start: int, end: int, named: Named) -> bool:
    """Tell whether a single word that nobody on the roster bears is a label: "Topics: the plan"."""
    known = named.person or named.email or " " in (named.name or "")
    return not known and not start and raw[end : end + 1] in {":", "\uff1a"}


def distinct(named: Iterable[Named]) -> tuple[Named, ...]:
    """Return people once each; "Leo" beside "Leonardo Prado" is the same one, called shortly."""
    every = tuple(named)
    whole = [fold(one.name) for one in every if one.name and " " in one.name]
    return tuple(one for one in every if not _short_for(one, whole))


def _short_for(one: Named, whole: Iterable[str]) -> bool:
    short = fold(one.name or "")
    if one.person or one.email or " " in short or len(short) < _SHORTEST:
        return False
    return any(name.startswith(short) for name in whole)


def _shown_address(matter: Matter, person_id: str) -> str | None:
    """Return the address of somebody on the roster where text or headers show it."""
    person = matter.roster.person(person_id)
    shown = {one.email.lower() for one in matter.message.recipients}
    fresh = matter.fresh.lower()
    for address in person.addresses if person else ():
        if address.lower() in shown or address.lower() in fresh:
            return address.lower()
    return None


def close_to(matter: Matter) -> tuple[Person, ...]:
    """Return the mentees and the mentor whom the roster knows of the writer."""
    if not matter.speaker:
        return ()
    roster = matter.roster
    mentor = roster.mentor_of(matter.speaker.id)
    return (*roster.mentees_of(matter.speaker.id), *((mentor,) if mentor else ()))


def behalf(matter: Matter) -> Somebody | None:
    """Return the person on whose behalf a mail is written, where it says so."""
    for sentence in matter.text[:4]:
        if not (_MAY_SPEAK_FOR.search(sentence.low)):
            continue
        for one in people(matter, sentence):
            if one.named.name and (ON_BEHALF.search(one.before) or ASKED_ME.match(one.after)):
                return one
    return None


_MAY_SPEAK_FOR = re.compile(
    r"behalf|in the name|writing for|asked me|wants me|lets you|nombre|parte d|em nome|au nom|de la part|im namen|im auftrag|"
    r"a nome|conto di|atas nama|mewakili|me pid|me ha ped|pediu|m'a |gebeten|bat mich|lasst|mi ha chiesto|minta saya"
)
