# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Whether and when a pair met, and how they keep in touch, read from answers to our letters."""

import re
from dataclasses import replace

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.understand.answers_renewal import partner, with_other
from mailer.understand.corrections import corrected
from mailer.understand.dates import Lean, dates
from mailer.understand.matter import Matter
from mailer.understand.sentences import Sentence

SEVERAL_DAYS = "Several days are named"
UNCLEAR_DAY = "The day could be read in two ways"
DENIED = "It is not plain whether they met"

_MET = re.compile(
    r"\b(?:met|spoke|talked|had (?:a|our|the|an?) (?:\w+ )?(?:meeting|call|chat|talk|session)|meeting (?:was|took place)|took place|we have (?:met|spoken|talked)|held"
    r"|nos (?:reunimos|vimos|encontramos)|reunion (?:fue|tuvo)|hablamos|tuvimos"
    r"|nos reunimos|encontramo\w*|conversamos|falamos|reuniao (?:foi|aconteceu)"
    r"|nous (?:sommes|avons|nous sommes)|on s'est|reunion a eu lieu|rencontre\w*"
    r"|getroffen|gesprochen|trafen|treffen war|telefoniert"
    r"|ci siamo|incontrat\w+|parlat\w+|riunione e stata|sentiti"
    r"|bertemu|berbicara|ketemu|ngobrol|rapat sudah)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|shall|going to|plan\w*|scheduled?|next (?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tomorrow|upcoming|we meet|are meeting"
    r"|vamos a|nos reuniremos|nos veremos|manana|proxim\w+|previst\w+|planead\w+"
    r"|vamos nos|iremos|amanha|marcad\w+"
    r"|allons|verrons|rencontrerons|demain|prochain\w*|prevu\w*"
    r"|werden|treffen uns|morgen|nachste\w*|geplant"
    r"|ci vediamo|vedremo|incontreremo|domani|prossim\w+|programmat\w+"
    r"|akan|besok|minggu depan|bulan depan|rencana\w*)\b"
)
_NOT = re.compile(
    r"\b(?:not|no|never|nicht|kein\w*|nie|nao|ainda nao|pas|jamais|non|mai|belum|tidak|todavia no|aun no|noch nicht|ancora)\b"
)
_NOT_YET = re.compile(
    r"^(?:(?:sorry|unfortunately|lamentablemente|leider|desole|maaf)[,. ]*)?(?:not yet|no|not so far|no,? not yet|we have not(?: met)?(?: yet| so far)?|todavia no|aun no|ainda nao|pas encore|noch nicht|non ancora|belum)(?: sorry| unfortunately)?[.! ]*$"
)
_HEDGE = re.compile(
    r"\b(?:think|guess|maybe|perhaps|probably|not sure|about|around|or|creo|quizas?|talvez|acho|je crois|peut-etre|vielleicht|glaube|ungefahr|forse|credo|mungkin|sekitar)\b"
)
_WAY = re.compile(
    r"\b(?:e-?mails?|mails?|correos?|courriels?|telegram|matrix|element|signal|whatsapp|skype|zoom|jitsi|discord|slack|mumble|irc|google meet|meet|teams|big ?blue ?button"
    r"|phone|telephone|calls?|call|video\w*|chat|messages?|in person|hangouts?|face to face|text"
    r"|llamadas?|telefono|videollamadas?|en persona|mensajes|chamadas?|telefone|videochamadas?|pessoalmente|mensagens"
    r"|appels?|visio\w*|en personne|anruf\w*|telefon\w*|videoanruf\w*|personlich|nachrichten|chiamat\w+|videochiamat\w+|di persona|messaggi"
    r"|telepon|panggilan|tatap muka|pesan)\b"
)
_RHYTHM = re.compile(
    r"\b(?:weekly|bi-?weekly|fortnight\w*|monthly|quarterly|daily|twice|once (?:a|per|every)|every|each|per (?:week|month)|a (?:week|month)|when(?:ever)? needed|as needed|on demand"
    r"|cada|semanal\w*|mensual\w*|quincenal\w*|por (?:semana|mes)|a cada|mensal\w*|quinzenal\w*|toda\w* (?:semana|mes)"
    r"|chaque|toutes? les|tous les|par (?:semaine|mois)|hebdomadaire|mensuel\w*|jede\w*|alle|wochentlich|monatlich|pro (?:woche|monat)|einmal|zweimal"
    r"|ogni|settimanal\w*|mensil\w*|al mese|alla settimana|setiap|tiap|per minggu|per bulan|seminggu|sebulan|mingguan|bulanan)\b"
)
_LONGEST_LINE = 120


def meeting(
    matter: Matter, text: tuple[Sentence, ...], agreed: Intent | None, *, also_yes: bool
) -> tuple[Fields, tuple[str, ...]] | None:
    """Return the day of a meeting, or "no" and "planned" as the answer, and doubts.

    None where it says nothing of a meeting; with `also_yes` a yes without a day is left to who
    asked for a yes. A day to come is a planned one.
    """
    line = corrected(matter)
    if line is not None and line.held_on is not None:
        return _with_other(matter, Fields(held_on=line.held_on)), ()
    low = [sentence.low for sentence in text]
    to_come = any(_TO_COME.search(one) for one in low)
    found = [
        day
        for sentence in text
        for day in dates(
            sentence.raw, matter.base, Lean.FUTURE if to_come else Lean.PAST, matter.language
        )
    ]
    if not found:
        return _without_day(matter, text, agreed, also_yes=also_yes, to_come=to_come)
    doubts = [SEVERAL_DAYS] if len({one.day for one in found}) > 1 else []
    doubts += [UNCLEAR_DAY] if any(one.unclear for one in found) else []
    denied = any(_NOT.search(one) for one in low)
    hedged = any(_HEDGE.search(one) for one in low) or any(s.asks for s in text)
    doubts += [DENIED] if denied or hedged else []
    return _with_other(matter, Fields(held_on=found[0].day)), tuple(doubts)


def _without_day(
    matter: Matter,
    text: tuple[Sentence, ...],
    agreed: Intent | None,
    *,
    also_yes: bool,
    to_come: bool,
) -> tuple[Fields, tuple[str, ...]] | None:
    if any(sentence.asks for sentence in text):
        return None
    if _NOT_YET.match(text[0].low):
        return (_with_other(matter, Fields(answer="no")), ()) if not also_yes else None
    denied = any(_NOT.search(sentence.low) for sentence in text)
    if agreed is Intent.YES and also_yes:
        return None
    if agreed is Intent.YES or (any(_MET.search(s.low) for s in text) and not denied):
        return _with_other(matter, Fields(answer="planned" if to_come else None)), ()
    return None


def agreement(matter: Matter, text: tuple[Sentence, ...]) -> tuple[Fields, tuple[str, ...]] | None:
    """Return the sentence that names a way or a rhythm of keeping in touch; None for neither."""
    for sentence in text:
        way, rhythm = _WAY.search(sentence.low), _RHYTHM.search(sentence.low)
        if not way and not rhythm:
            continue
        unsure = sentence.asks or (_NOT.search(sentence.low) is not None)
        short = (way and rhythm) or len(sentence.low.split()) <= 6  # noqa: PLR2004 - a line, as we asked for
        if unsure or not short:
            return None
        return _with_other(matter, Fields(answer=sentence.raw.strip()[:_LONGEST_LINE])), ()
    return None


def _with_other(matter: Matter, fields: Fields) -> Fields:
    one = partner(matter)
    return fields if one is None else with_other(matter, replace(fields), one)
