"""What the sentences of a mail say at their likeliest, seen by who writes."""

from dataclasses import replace

from mailer.rules.intents import Intent
from mailer.understand.clues import Clued
from mailer.understand.found import Role
from mailer.understand.matter import Matter
from mailer.understand.polite import silent
from mailer.understand.sentences import Sentence
from mailer.understand.situation import leanings
from mailer.understand.trained import Scores, scores
from mailer.understand.weigh import Likely, Weighed, weigh

SURE = 0.95
"""How likely all that a mail says must be, taken together, to be acted upon."""

SURE_OF_NOTHING = 0.97
"""How likely it must be that a mail asks for nothing, before nobody looks at it."""


_ENDS = Clued(
    r"\b(?:resign\w*|step(?:ping|ped)? down|quit\w*|renunci\w+|dimision|dimit\w*|dej(?:o|ar|e)"
    r"|deix(?:o|ar|ei)|demission\w*|arret\w*|rucktritt|trete|zurucktret\w*|hore|aufhor\w*"
    r"|niederleg\w*|dimission\w*|dimett\w*|lasci\w*|smett\w*|mundur|mengundurkan|berhenti)\b"
)
"""Words of giving something up, which an application hardly has."""


_BECOMES = Clued(
    r"\b(?:(?:become|becoming|be) (?:a )?mentor|apply|application|(?:ser|hacerme|virar) mentora?"
    r"|devenir mentore?|mentor(?:in)? werden|(?:diventare|fare) (?:il |la )?mentor\w*"
    r"|(?:men)?jadi mentor|candidat\w*|solicit\w*|bewerb\w*|melamar|lamaran)\b"
)
"""Words of becoming a mentor."""


def scores_of(text: tuple[Sentence, ...], role: str) -> Scores:
    """Return what the trained models think of some sentences of somebody in a role."""
    return scores([sentence.low for sentence in text], role)


def _known(matter: Matter, text: tuple[Sentence, ...], role: str) -> Scores:
    """Return the scores of some sentences; those of the whole mail are known already."""
    known = matter.scores if text is matter.text and role == matter.writes_as else None
    return known or scores_of(text, role)


def weighed(matter: Matter, text: tuple[Sentence, ...]) -> Weighed | None:
    """Weigh what some sentences say; None where there are none."""
    if not text:
        return None
    places = [n for n, sentence in enumerate(text) if not silent(matter, sentence)]
    places = places or list(range(len(text)))
    # A member of the council writes as one, or as the mentor or rep that they are as well.
    roles = dict.fromkeys((matter.writes_as, matter.role.value))
    alone = _without_mentor(matter)
    leant = leanings(matter)
    found = (_known(matter, text, role).only(places) for role in roles)
    best = max(
        (
            weigh(one, role, without_mentor=alone, leanings=leant)
            for one, role in zip(found, roles, strict=True)
        ),
        key=lambda one: one.sure,
    )
    if matter.role is Role.REP and _may_resign({one.intent for one in best.said}, text):
        # No rep resigns as a mentor; one who says so nevertheless has to be asked what is meant.
        best = _as(matter, text, places, "mentor", Intent.RESIGNATION) or best
    if matter.role is Role.MENTOR and _may_apply(best, text):
        # Nor does a mentor apply: the council is asked about one who does so nevertheless.
        best = _as(matter, text, places, "rep", Intent.MENTOR_APPLICATION) or best
    said, rest = (
        tuple(Likely(one.intent, one.chance, places[one.at], one.variant) for one in part)
        for part in (best.said, best.rest)
    )
    return replace(best, said=said, rest=rest)


def _as(
    matter: Matter, text: tuple[Sentence, ...], places: list[int], role: str, intent: Intent
) -> Weighed | None:
    """Weigh a mail as if somebody in another role wrote it; None unless it surely says `intent`."""
    found = weigh(_known(matter, text, role).only(places), role)
    says = any(one.intent is intent for one in found.said)
    return found if says and found.sure >= SURE else None


def _may_resign(said: set[Intent], text: tuple[Sentence, ...]) -> bool:
    """Tell whether a rep's mail may be a resignation, of which none was ever learnt in a rep."""
    return said == {Intent.OTHER} or (
        said == {Intent.MENTOR_APPLICATION} and any(_ENDS.search(one.low) for one in text)
    )


def _may_apply(best: Weighed, text: tuple[Sentence, ...]) -> bool:
    """Tell whether a mentor's mail may be an application, of which few were learnt in a mentor."""
    offers = any(one.intent is Intent.MENTEE_ACCEPTANCE for one in best.said)
    return (offers or best.sure < SURE) and any(_BECOMES.search(one.low) for one in text)


def _without_mentor(matter: Matter) -> bool:
    """Tell whether a rep has no mentor on the roster and speaks of none."""
    rep = matter.speaker if matter.role is Role.REP else None
    spoken_of = any("my mentor" in sentence.low for sentence in matter.text)
    return bool(rep and not matter.roster.mentor_of(rep.id) and not spoken_of)
