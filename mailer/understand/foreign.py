# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Cues for the three main intents in six further languages, and the words that void them.

Only what is said plainly is read; everything else in these languages goes to a person. All texts
are in the plain form of `sentences.plain`: lower case and without accents.
"""

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Lexicon, Role, cue, pattern
from mailer.understand.german import GERMAN
from mailer.understand.indonesian import INDONESIAN
from mailer.understand.french import FRENCH
from mailer.understand.portuguese import PORTUGUESE
from mailer.understand.spanish import SPANISH

_RESIGN, _APPLY, _COURSE = Intent.RESIGNATION, Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION
_MENTOR = "mentor"
_NAMED = "coaching teachable"
_REPS = (Role.REP, Role.STRANGER)


def _lexicon(
    cues: tuple[Cue, ...], negation: str, condition: str, hearsay: str, someday: str
) -> Lexicon:
    """Build a lexicon; a condition behind the hit counts as one before it does."""
    return Lexicon(
        cues=cues,
        border=pattern(r"[;:()]|, | - "),
        negation=pattern(rf"\b(?:{negation})\b"),
        condition=pattern(rf"\b(?:{condition})\b"),
        later=pattern(r"(?!)"),
        hearsay=pattern(rf"\b(?:{hearsay})\b"),
        someday=pattern(rf"\b(?:{someday})\b"),
    )


ITALIAN = _lexicon(
    (
        cue(
            _RESIGN,
            r"\b(?P<v>(?:mi dimetto|do le dimissioni|presento le (?:mie )?dimissioni|rassegno le (?:mie )?dimissioni|(?:vorrei|voglio|devo|ho deciso di|desidero|intendo) (?:dimettermi|dare le (?:mie )?dimissioni|rassegnare le (?:mie )?dimissioni)|le mie dimissioni)(?: (?:da|dal|come|di|mio|ruolo|il|incarico|mia))* ?mentor[ea]?)\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\b(?P<v>(?:smetto|lascio|ho deciso di (?:smettere|lasciare)|voglio (?:smettere|lasciare)|vorrei (?:smettere|lasciare)|devo (?:smettere|lasciare))(?: (?:di|fare|essere|il|la|mio|ruolo|l'incarico|da|come))* ?mentor[ea]?)\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\b(?P<v>non (?:posso|voglio|riesco|potro) piu (?:a )?(?:continuare |fare |essere )?(?:come |a fare |ad essere |il |la |da )*mentor[ea]?)\b",
            _MENTOR,
            own=True,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>(?:vorrei|voglio|desidero|mi piacerebbe|sono (?:molto )?interessat[oa] a|mi interessa|sono pront[oa] a)(?: (?:anche|molto|tanto|io))* (?:diventare|fare|essere|candidarmi (?:come|a))(?: (?:il|la|una?))? mentor[ea]?)\b(?! di )",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>(?:mi candido|la mia candidatura|mi propongo|mi offro)(?: (?:come|a|per|da|fare|diventare|il|la))* mentor[ea]?)\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _COURSE,
            r"\b(?P<v>ho (?:appena |finalmente |gia |ieri |oggi )?(?:finito|completato|terminato|concluso|superato)) (?:con successo |ieri )?(?:il |la |tutto il |l')?(?:corso|formazione|percorso|training|coaching)\b(?: (?:de|del|en|do|di|d'|da|sur|su|im|dal|le|la|no|na|el|sobre|online|mozilla|reps|au|para|mentores|mentoring|e|y|et)){0,5} ?(?:de |d')?(?:coaching|teachable)\b",
            _NAMED,
        ),
    ),
    "non|mai|ne|senza|nemmeno",
    "se|quando|forse|magari|caso|penso|pensando|pensato|considero|potrei|prima di|dopo che|quasi|ancora",
    "dice|detto|vuole|racconta|amic[oa]|collega|secondo|chiede|chiesto",
    "un giorno|in futuro|piu avanti|l'anno prossimo|anni fa|l'anno scorso",
)
FOREIGN = {
    "es": SPANISH,
    "pt": PORTUGUESE,
    "fr": FRENCH,
    "de": GERMAN,
    "it": ITALIAN,
    "id": INDONESIAN,
}
