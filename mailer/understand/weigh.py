"""How likely each intent is, from what the trained reader thinks of the sentences of a mail.

A small network of one hidden layer, or rather the mean of a few (`weights/mails.npz`, written by
`make train`), weighs the strongest sentence and clause of every intent, what the words of the
whole mail speak for, and who writes. It was fitted on authors whom the models below it had not
seen, so that its figures may be taken as they stand: of the mails that it calls 90 % sure, about
nine in ten are right. It also tells how likely it is that a person should read the mail first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, prod

import numpy as np
import numpy.typing as npt

from mailer.rules.intents import Intent
from mailer.understand import network
from mailer.understand.trained import CLASSES, COLUMNS, INTENTS, Floats, Scores

ROLES = ("mentor", "rep", "council", "outsider")
_STEEP = 3.0
NOTHING = -2.0
"""The score of a sentence that is not there."""

_PLACE = {intent: place for place, intent in enumerate(INTENTS)}
_OTHER = _PLACE[Intent.OTHER]
_HALF = 0.5
_NEGATIVE = range(0, -len(CLASSES), -1)
_NONE: Mapping[Intent, float] = {}


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely an intent is (0 to 1), where it is said, and which answer or request it names."""

    intent: Intent
    chance: float
    at: int
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a mail says at its likeliest, the rest in order, and how sure the whole of it is.

    `person` is how likely it is that a person should read it first.
    """

    said: tuple[Likely, ...]
    rest: tuple[Likely, ...]
    sure: float
    person: float = 0.0


def evidence(scores: Scores, role: str) -> npt.NDArray[np.float64]:
    """Return what a mail's chances are told from, as one row of figures."""
    whole = scores.intents(scores.sentences)
    best, count = np.maximum.reduce(whole), len(whole)
    top = best >= best.max() - 1e-9
    rows = [*_of_text(scores, whole, best), top, best * top]
    said = np.count_nonzero(best > 0)
    alone = [float(said), log(count), 1 / count, *(role == one for one in ROLES)]
    return np.concatenate([*rows, alone, scores.mail], dtype=np.float64)


def _of_text(scores: Scores, whole: Floats, best: Floats) -> list[Floats]:
    """Return how strong each intent is, beside its rivals, in the sentences and in all pieces."""
    count, every = len(whole), whole
    if len(scores.clauses):
        every = np.concatenate([whole, scores.intents(scores.clauses)])
    anywhere = np.maximum.reduce(every)
    nothing = np.array(NOTHING, dtype=np.float32).repeat(len(best))
    own = nothing.copy()
    np.maximum.at(own, every.argmax(axis=1), np.maximum.reduce(every, axis=1))
    second = np.sort(whole, axis=0)[-2] if count > 1 else nothing
    # In one go: where each intent is strongest, the best of the sentences, and the best of all.
    ordered = np.sort(np.concatenate([whole[whole.argmax(axis=0)], [best, anywhere]]), axis=1)
    first, next_to_it = ordered[:, -1], ordered[:, -2]
    here = np.where(best >= first[:-2], next_to_it[:-2], first[:-2])
    beside = np.where(best >= first[-2], next_to_it[-2], first[-2])
    anywhere_beside = np.where(anywhere >= first[-1], next_to_it[-1], first[-1])
    soft = np.log1p(np.exp(_STEEP * every))
    low, high = np.minimum(best, 0), np.maximum(best, 0)
    return [
        *(best, second, beside, here, np.add.reduce(soft[:count]), high, low),
        *(anywhere, np.add.reduce(soft), anywhere_beside, own, np.maximum(anywhere, 0)),
    ]


def weigh(
    scores: Scores,
    role: str,
    *,
    without_mentor: bool = False,
    leanings: Mapping[Intent, float] = _NONE,
) -> Weighed:
    """Return what a mail says at its likeliest, and how sure that is.

    A rep whom the roster knows to be without a mentor cannot want another one, but wants one.
    `leanings` are added to the log-odds of intents: what else is known than the words.
    """
    *chance, person = network.chances("mails", evidence(scores, role)[None])[0].tolist()
    for intent, more in leanings.items():
        chance[_PLACE[intent]] = _leant(chance[_PLACE[intent]], more)
    if without_mentor:
        change, request = _PLACE[Intent.MENTOR_CHANGE], _PLACE[Intent.MENTOR_REQUEST]
        chance[request] = 1 - (1 - chance[request]) * (1 - chance[change])
        chance[change] = 0.0
    order = sorted(range(len(INTENTS)), key=lambda n: -chance[n])
    kept = {n for n in order if chance[n] > _HALF} or {order[0]}
    if len(kept) > 1:
        kept.discard(_OTHER)
    counted = [n for n in range(len(INTENTS)) if n != _OTHER or kept == {_OTHER}]
    sure = prod(chance[n] if n in kept else 1 - chance[n] for n in counted)
    where = _where(scores)
    every = [(n in kept, Likely(INTENTS[n], chance[n], *where[n])) for n in order]
    said, rest = (tuple(one for says, one in every if says is part) for part in (True, False))
    return Weighed(said, rest, sure, person)


def _leant(chance: float, more: float) -> float:
    """Return a chance whose log-odds are moved (Bayes' rule)."""
    odds = chance * exp(more)
    return odds / (odds + 1 - chance)


def _where(scores: Scores) -> list[tuple[int, str]]:
    """Find the first sentence that says each intent, else the strongest, and what it says of it."""
    whole = _strongest(scores.sentences)
    first = (scores.sentences > 0).argmax(axis=0).tolist()
    parts = _strongest(scores.clauses) if len(scores.clauses) else []
    found = []
    for columns in COLUMNS:
        value, row, column = max(whole[n] for n in columns)
        at = -row
        if value > 0:
            at = min(first[n] for n in columns if whole[n][0] > 0)
            found.append((at, CLASSES[-column][1]))
            continue
        if parts:
            stronger, row, variant = max(parts[n] for n in columns)
            if stronger > value:
                at, column = scores.of[-row], variant
        found.append((at, CLASSES[-column][1]))
    return found


def _strongest(rows: Floats) -> list[tuple[float, int, int]]:
    """Return for each class its highest score, the row of it and the class.

    Both places are negative: the greatest entry is then the first of those with equal scores.
    """
    highest, at = np.maximum.reduce(rows).tolist(), (-rows.argmax(axis=0)).tolist()
    return list(zip(highest, at, _NEGATIVE, strict=True))
