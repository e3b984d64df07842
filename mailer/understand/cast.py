"""The people and the dates of a mail, each with the part that it plays in what is said.

"Ana would follow me, Ivo would not": whether a person is a successor, a mentee, a mentor, somebody
assessed or nobody in particular is told by a trained model from the words around the name and from
what the sentence says; likewise whether a date is the last day, the day of a meeting or neither.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from mailer.rules.intents import Intent
from mailer.understand.among import Mention, told
from mailer.understand.calendar_days import Lean
from mailer.understand.dates import dates
from mailer.understand.grams import Numbers
from mailer.understand.listed import alike, announced, with_neighbours
from mailer.understand.matter import Matter
from mailer.understand.people import who
from mailer.understand.played import Dated, Played, likeliest
from mailer.understand.sentences import Sentence, fold, words_of
from mailer.understand.spans import Token, in_place, tokens
from mailer.understand.standing import by_roster
from mailer.understand.tagged import day_chances, person_scores, tag
from mailer.understand.trained import CLASSES
from mailer.understand.whom import Somebody, close_to, people

_GONE = ("completed_on", "held_on")
"""The parts of dates that lie behind: one without a year is then the last of its kind."""


def keys_of(
    role: str, intents: Iterable[str], says: Iterable[str], place: int, count: int
) -> list[str]:
    """Return what holds for a whole sentence: who writes, and what mail and sentence say.

    `place` is that of the sentence among the `count` of the mail.
    """
    return [
        f"role={role}",
        f"pos={min(place, 2)}",
        f"last={place == count - 1}",
        *(f"i={one}" for one in sorted(intents)),
        *(f"si={one}" for one in sorted(says) or ("none",)),
    ]


def span_features(
    row: Sequence[Token], start: int, end: int, about: Sequence[str], before: Sequence[Token]
) -> Numbers | None:
    """Return the features of the letters `start:end` of a sentence, None where no word is there."""
    # A word may begin before what is meant: "d'aujourd'hui".
    inside = [n for n, one in enumerate(row) if one.start < end and start < one.end]
    if not inside:
        return None
    length = (f"len={min(len(row), 6)}",)
    return in_place(row, inside[0], inside[-1] + 1, (*about, *length), before)


def cast(matter: Matter, intents: Iterable[Intent]) -> tuple[Played, ...]:
    """Return everybody named in a mail, each once, with their part."""
    names = [intent.value for intent in intents]
    above = announced(matter)
    everybody, mentions, addresses = _named(matter, names, above)
    found: dict[str, list[Played]] = {}
    scores = matter.scores.sentences if matter.scores else np.zeros((0, len(CLASSES)), np.float32)
    parts = told(mentions, scores, matter.writes_as, names)
    for (one, place), chances in zip(everybody, parts, strict=True):
        part = likeliest(chances)
        played = Played(one, part, chances[part], place, chances)
        found.setdefault(_key(played, found, matter), []).append(played)
    taken = Intent.MENTEE_ACCEPTANCE.value in names
    each = [_one(every) for every in found.values()]
    each = [one.leaning(alike(above, one, each)) for one in each]
    each = [one.leaning(with_neighbours(matter, one, each)) for one in each]
    seen = by_roster(matter, each, taken=taken)
    return _addressed(seen, addresses)


def _named(
    matter: Matter, intents: Sequence[str], above: Mapping[int, int]
) -> tuple[list[tuple[Somebody, int]], list[Mention], list[str | None]]:
    """Return everybody named with the place of it, what the words around say, and bare addresses.

    `above` is the sentence that announces each entry of a list.
    """
    close = close_to(matter)
    tag([sentence.raw for sentence in matter.text], matter.language)
    everybody: list[tuple[Somebody, int]] = []
    mentions: list[Mention] = []
    addresses: list[str | None] = []
    for place, sentence in enumerate(matter.text):
        here = people(matter, sentence, close)
        named = [one for one in here if one.named.name]
        addresses += [one.named.email for one in here if not one.named.name]
        if not named:
            continue
        # An entry of a list is read behind the sentence that announces it.
        first = above.get(place, place)
        lead = f"{matter.text[first].raw} " if first < place else ""
        row, before = tokens(lead + sentence.raw), _before(matter, first, lambda s: s.raw)
        says = matter.says(place) | matter.says(first)
        about = keys_of(matter.writes_as, intents, says, first, len(matter.text))
        for number, one in enumerate(named):
            keys = [*about, f"n={len(named)}", f"ord={number}", f"mail={bool(one.named.email)}"]
            start, name = len(lead) + one.start, one.named.name or ""
            features = span_features(row, start, start + len(name), keys, before)
            if features is not None:
                everybody.append((one, place))
                scores = person_scores(features)
                mentions.append(Mention(scores, first, number, len(named), words_of(name)))
    return everybody, mentions, addresses


def _addressed(
    everybody: tuple[Played, ...], addresses: Sequence[str | None]
) -> tuple[Played, ...]:
    """Give an address that stands alone ("reach her at ...") to the only one who plays a part."""
    bare = [one for one in everybody if one.part != "other" and not one.somebody.named.email]
    if len(addresses) != 1 or len(bare) != 1:
        return everybody
    known = replace(bare[0].somebody.named, email=addresses[0])
    whole = replace(bare[0], somebody=replace(bare[0].somebody, named=known))
    return tuple(whole if one is bare[0] else one for one in everybody)


def _before(matter: Matter, place: int, form: Callable[[Sentence], str]) -> tuple[Token, ...]:
    return tokens(form(matter.text[place - 1])) if place else ()


def _key(one: Played, known: Iterable[str], matter: Matter) -> str:
    """Return one key for all names of a person: "Ana" after "Ana Souza" is she."""
    match = who(one.somebody.named, matter.roster).person
    own = match or fold(one.somebody.named.name or "")
    words = set(own.split())
    for key in known:
        if words <= set(key.split()) or set(key.split()) <= words:
            return key
    return own


def _one(every: Sequence[Played]) -> Played:
    """Return one person of several places: the surest part, under the fullest name."""
    telling = [one for one in every if one.part != "other"] or list(every)
    best = max(telling, key=lambda one: one.chance)
    fullest = max(every, key=lambda one: len(one.somebody.named.name or "")).somebody
    email = fullest.named.email or next(
        (e for one in every if (e := one.somebody.named.email)), None
    )
    return replace(best, somebody=replace(fullest, named=replace(fullest.named, email=email)))


def calendar(matter: Matter, intents: Iterable[Intent]) -> tuple[Dated, ...]:
    """Return every date of a mail with its part, in their order."""
    names = [intent.value for intent in intents]
    found = []
    for place, sentence in enumerate(matter.text):
        coming = dates(sentence.low, matter.base, Lean.FUTURE, matter.language)
        if not coming:
            continue
        gone = dates(sentence.low, matter.base, Lean.PAST, matter.language)
        row, before = tokens(sentence.low), _before(matter, place, lambda s: s.low)
        about = keys_of(matter.writes_as, names, matter.says(place), place, len(matter.text))
        for number, day in enumerate(coming):
            keys = [*about, f"n={len(coming)}", f"ord={number}"]
            features = span_features(row, day.start, day.end, keys, before)
            if features is not None:
                chances = day_chances(features)
                part = likeliest(chances)
                leant = gone if part in _GONE else coming
                meant = next((d for d in leant if d.start == day.start), day)
                found.append(Dated(meant, part, chances[part], place, chances))
    return tuple(found)
