# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Whom a mail means: successors, mentees, mentors, those assessed, and on whose behalf it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mailer.rules.fields import Named
from mailer.rules.records import Person
from mailer.understand.cues import Role
from mailer.understand.field_words import (
    ASKED_ME,
    GREETING,
    HE_OR_SHE,
    IN_MIND,
    MY_MENTEE,
    NOBODY_BETTER,
    NOT_THIS_ONE,
    ON_BEHALF,
    READY,
    WITH,
    spoken,
)
from mailer.understand.matter import Matter
from mailer.understand.names import placed
from mailer.understand.people import resolve, who
from mailer.understand.sentences import Sentence, fold, tidy

_BEFORE = 60
"""Letters before a name in which the words that say who it is are looked for."""

_LIST_ITEM = 70
"""Letters up to which a sentence may be one entry of a list of successors."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody named in a sentence: `before` and `after` are the folded words on both sides."""

    named: Named
    doubt: str
    before: str
    after: str

    @property
    def key(self) -> str:
        return self.named.person or str(self.named)


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
    for named, start in placed(raw, matter.roster, shown, own, matter.language):
        whole, doubt = resolve(named, matter.roster, close)
        if not whole.email and whole.person:
            whole = replace(whole, email=_shown_address(matter, whole.person))
        end = start + len(named.name or "")
        before = fold(tidy(raw[max(0, start - _BEFORE) : start]))
        after = fold(tidy(raw[end : end + _BEFORE]))
        if not NOT_THIS_ONE.search(before):
            found.append(Somebody(whole, doubt, before, after))
    return tuple(found)


def _shown_address(matter: Matter, person_id: str) -> str | None:
    """Return the address of somebody on the roster where text or headers show it."""
    person = matter.roster.person(person_id)
    shown = {one.email.lower() for one in matter.message.recipients}
    fresh = matter.fresh.lower()
    for address in person.addresses if person else ():
        if address.lower() in shown or address.lower() in fresh:
            return address.lower()
    return None


def recommended(matter: Matter) -> tuple[tuple[Named, ...], tuple[str, ...]]:
    """Return the successors that a resignation recommends, and doubts about them."""
    speaks, denies = (
        spoken("RECOMMENDS", matter.language),
        spoken("NOT_RECOMMENDED", matter.language),
    )
    successor = spoken("SUCCESSOR", matter.language)
    found: dict[str, Somebody] = {}
    wanted = False
    open_sentence = False
    last: tuple[Somebody, ...] = ()
    told = tuple(
        (s, people(matter, s))
        for s in matter.text
        if not (GREETING.match(s.low) and len(s.low) < _BEFORE)
    )
    for sentence, named in told:
        better = bool(NOBODY_BETTER.search(sentence.low))
        denied = bool(denies.search(sentence.low)) and not better
        says = bool(speaks.search(sentence.low) or (better and named)) and not denied
        ready = () if denied or sentence.asks else tuple(o for o in named if READY.match(o.after))
        meant = named if says or open_sentence else ready
        if says and not named and HE_OR_SHE.match(sentence.low):
            meant = last
        for one in _successors(matter, meant, sentence):
            found[one.key] = _fuller(found.get(one.key), one)
        strong = says and bool(successor.search(sentence.low) or IN_MIND.search(sentence.low))
        wanted = wanted or (strong and not sentence.asks)
        listed = open_sentence and bool(named) and len(sentence.low) < _LIST_ITEM
        open_sentence = (strong and (not named or sentence.raw.rstrip().endswith(":"))) or listed
        last = named if not denied else ()
        _with_address(found, named)
    doubts = [one.doubt for one in found.values() if one.doubt]
    if wanted and not found:
        doubts.append("A successor seems to be recommended, but no name was read")
    if not found and _others_named(matter, told):
        doubts.append("Somebody is named who may be meant as a successor")
    return tuple(one.named for one in found.values()), tuple(doubts)


def _fuller(one: Somebody | None, other: Somebody) -> Somebody:
    """Return somebody under the longer of two names, with the address that either shows."""
    if one is None:
        return other
    longer = max(one, other, key=lambda somebody: len(somebody.named.name or ""))
    email = one.named.email or other.named.email
    return replace(longer, named=replace(longer.named, email=email))


def _successors(
    matter: Matter, named: tuple[Somebody, ...], sentence: Sentence
) -> tuple[Somebody, ...]:
    """Leave out the mentees who are merely named, unless nobody else is."""
    mentees = (
        {p.id for p in matter.roster.mentees_of(matter.speaker.id)} if matter.speaker else set()
    )
    others = tuple(
        one
        for one in named
        if one.named.name
        and one.named.person not in mentees
        and not MY_MENTEE.search(one.before)
        and not _HANDED.search(one.before)
    )
    if others or not named:
        return others
    as_successor = spoken("SUCCESSOR", matter.language).search(sentence.low)
    own = tuple(one for one in named if one.named.name and one.named.person in mentees)
    return own if as_successor else _by_address(named, sentence)


def _by_address(named: tuple[Somebody, ...], sentence: Sentence) -> tuple[Somebody, ...]:
    """Name somebody without a capital after their address: "maya would be great, maya.k@…"."""
    found = []
    for one in named:
        first = re.split(r"[^a-z]", one.named.email or "", maxsplit=1)[0]
        if (
            not one.named.name
            and len(first) > 1
            and re.search(rf"\b{first}\b(?![.@])", sentence.low)
        ):
            found.append(replace(one, named=replace(one.named, name=first.capitalize())))
    return tuple(found)


_HANDED = re.compile(
    r"\b(?:suchen sie fur|find (?:a |another |new )?(?:\w+ )?for|look after|take care of|busquen (?:a alguien )?para|trouver? (?:quelqu'un )?pour|"
    r"cercate (?:\w+ )?per|take (?:over|on)|taking (?:over|on)?|take|give me|let me (?:have|see|take care of)|ubernehme ich|nehme ich|nehm ich|tomo a|fico com|prends|prendo|ambil|carikan (?:\w+ )?untuk|hand over|handing over|passing|mentoring)\s+(?:\w+\s+(?:and|y|e|et|und|dan)\s+)?$"
)


def _with_address(found: dict[str, Somebody], named: tuple[Somebody, ...]) -> None:
    """Give the address of a following sentence ("reach her at …") to the only one without."""
    addresses = [one.named.email for one in named if not one.named.name and one.named.email]
    bare = [key for key, one in found.items() if not one.named.email]
    if len(addresses) == 1 and len(found) == 1 and bare:
        one = found[bare[0]]
        found[bare[0]] = replace(one, named=replace(one.named, email=addresses[0]))


def _others_named(matter: Matter, told: tuple[tuple[Sentence, tuple[Somebody, ...]], ...]) -> bool:
    """Tell whether somebody stands in a resignation who is no mentee or mentor of the writer."""
    if not any(named for _, named in told):
        return False
    mentees, mentor = pair_of(matter)
    council = matter.roster.council(matter.base)
    apart = {p.id for p in (*mentees, *council, *((mentor,) if mentor else ()))}
    mentee = spoken("MENTEE", matter.language)
    return any(
        _may_be_meant(matter, one) and one.named.person not in apart
        for sentence, named in told
        if not GREETING.match(sentence.low) and not mentee.search(sentence.low)
        for one in named
    )


def _may_be_meant(matter: Matter, one: Somebody) -> bool:
    """Tell whether a name is that of a person: on the roster, of two words, or with an address."""
    if MY_MENTEE.search(one.before):
        return False
    match = who(one.named, matter.roster)
    known = one.named.person or match.others or match.near
    return bool(known or " " in (one.named.name or "") or one.named.email)


def pair_of(matter: Matter) -> tuple[tuple[Person, ...], Person | None]:
    """Return the mentees and the mentor whom the roster knows of the writer."""
    if not matter.speaker:
        return (), None
    roster = matter.roster
    return roster.mentees_of(matter.speaker.id), roster.mentor_of(matter.speaker.id)


def other_of_pair(
    matter: Matter, sentences: Iterable[Sentence]
) -> tuple[tuple[Somebody, ...], str]:
    """Return the other one of a pair, as a mail names them, and a doubt ("" for none).

    Whom the roster knows beside the writer is meant first, then who stands behind "with" or "my
    mentor", then the only one named. `sentences` are looked at in their order.
    """
    mentees, mentor = pair_of(matter)
    close = (*mentees, *((mentor,) if mentor else ()))
    known = {person.id for person in close}
    seen = [people(matter, sentence, close) for sentence in sentences]
    for named in seen:
        if fits := tuple(one for one in named if one.named.person in known):
            return fits, ""
    for named in seen:
        if behind := tuple(one for one in named if WITH.search(one.before)):
            return behind[:1], _stranger(behind[0], known)
        if len(named) == 1 and named[0].named.name:
            return named, _stranger(named[0], known)
    return (), ""


def _stranger(one: Somebody, known: set[str]) -> str:
    """Doubt somebody on the roster who is not the one whom the roster knows beside the writer."""
    if one.doubt:
        return one.doubt
    if known and one.named.person:
        return f"“{one.named}” is not the one whom the roster knows beside the writer"
    return ""


_MENTEE_BEFORE = re.compile(
    r"(?:mentees?|mentorad\w+|mentorand\w+|filleule?|schutzling|mentoree|menteeku|mentee saya)\W+(?:\w+\W+)?$"
)
_MENTOR_BEFORE = re.compile(r"(?:mentora?|mentore|mentorin|mentorku|mentor saya)\W+(?:\w+\W+)?$")


def is_mentee(matter: Matter, one: Somebody) -> bool:
    """Tell whether the other one of a pair is the writer's mentee, else they are the mentor."""
    mentees, mentor = pair_of(matter)
    if one.named.person and mentor and one.named.person == mentor.id:
        return False
    if one.named.person in {p.id for p in mentees} or _MENTEE_BEFORE.search(one.before):
        return True
    if _MENTOR_BEFORE.search(one.before):
        return False
    return matter.role is Role.MENTOR


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
