# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The languages that writers offer or ask for.

Patterns meet plain text (see `plain`).
"""

import re

from mailer.understand.clues import Clued
from mailer.understand.places import NAMES, OWN_COUNTRY
from mailer.understand.sentences import Sentence
from mailer.understand.tongues import AS_PLACES, LANGUAGES

_WORD = re.compile(r"[a-z]+")
_SPEAKS = Clued(
    r"\b(?:speak\w*|spoken|languages?|fluent\w*|native|mother tongue|english|mentor in|work in|bilingual|help in|understand\w*|"
    r"habl(?:o|a|ar|e|en|amos)|idiomas?|lenguas?|nativ[oa]|fal(?:o|a|ar|e|em|amos)|linguas?|fluente|parle|pratique|maitrise|parlons|parlant|parler|langues?|maternelle|couramment|courant|"
    r"spreche?|spricht|sprechen|\w*sprachen?|rede[nt]?|schnacke|versteh\w+|muttersprach\w*|fliessend|parl[oai]|parlare|conoscenza|lingue|madrelingua|bahasa|berbahasa|fasih|bicara|omong|"
    r"spreek|spreken|talen|moedertaal|mowi[ec]|jezyki?|konusu\w+|diller\w*|(?:bil|calisabil)i(?:yo)?rum?|"
    r"mentor\w* (?:in|en|em|auf|dalam))\b"
)
_IN = re.compile(r"\b(?:in|en|em|auf|dalam|po) $")
_NOT_SPOKEN = re.compile(
    r"(?:\b(?:(?<!zur )not|no(?! (?:brasil|peru|chile|rio|norte|sul|japao|canada|quenia|portal))|never|nicht|kein|sin|nao|pas|non|tidak|geen|niet|nie)\b[^,;.]{0,30}|\b(?:sorry for|excuse|pardon|perdon\w*|disculp\w*|desculp\w*|entschuldig\w*|scus\w*|maaf)[^,;.]{0,20}|"
    r"\b(?:poor|bad|broken|translated (?:from|into)|(?:i am writing|i write) (?:this )?in) )$"
)
_UNSPOKEN = re.compile(
    r"^ (?:is not\b|(?:i have |i |habe ich |heb ik |j'ai |l'ho |lo he )?(?:forgot\w*|vergess\w*|vergeten|oublie|olvid\w+|dimenticat\w+|esqueci\w*)|no (?:es lo mio|lo hablo|se me da)|nao (?:e o meu|falo|e comigo)|"
    r"n'est pas|pas (?:du tout|encore)|(?:ist|kann ich|spreche ich|geht|leider) (?:leider )?(?:nicht|kaum)|(?:kann|spreche) ich (?:leider )?nicht|nicht\b|niet\b|non (?:e|lo)\b|(?:saya )?(?:tidak|belum|nggak|gak)\b|bilmi\w+|konusam\w+|(?:i )?do not\b|not (?:at all|so|really|yet)\b)"
)
"""What denies a language behind its name."""
_PEOPLE_OF = re.compile(
    r" (?:community|communities|reps?|mentees?|teams?|localization|mailing|l10n|groups?|mentors?|company|embassy|schools?|versions?|translations?|keyboard|friends?|colleagues?|"
    r"courses?|class(?:es)?|lessons?|teachers?|exams?|people|speakers?|pages?|texts?|side|chapter|wikipedia|mail(?:s|ing)?|newsletter|food|coffee|press|bakery|weather)\b"
)
_SOME = re.compile(
    r"(?:une? (?!peu)|um |eine? |hablo|falo|parl[eo]|spreche|speak|spreek|mowie|berbahasa)\b"
)
_IN_ROW = re.compile(
    r"\b(?:bahasa|berbahasa|fasih|bicara|omong)\b(?:.*(?:,| dan| &))?(?: (?:bahasa|kerja|saya|sedikit|juga))*:? $"
)
"""What stands before a place that names a language."""
_JOINED = re.compile(r" ?(?:,|and|&|,? and|or) ?")
_BETWEEN = re.compile(
    r"[,;:.()/&+!?\"-]+|\b(?:and|y|e|et|und|en|ve|dan|or|o|ou|oder|of|plus|sowie|as well as|aber|mais|ma|mas|pero|but|i (?=(?:po )?[a-z]+[sc]k[iu]\b))\b"
)
"""What stands between the languages of a list; "en" and "of" join them in Dutch."""
_BESIDE = frozenset(
    """in auf em dalam po also some a bit little small un poco algo de um pouco peu une ein wenig bisschen etwas
    dazu zur not natuerlich pizzico di da più piu sedikit een beetje wat troche biraz course the l d el il le la lo bahasa fluent
    fluently good basic native enough con com avec mit with auch tambien tambem aussi anche juga ook tez both
    conversational rusty school of""".split()  # noqa: SIM905 - words are easier to read in one string
)
"""Words that may stand before a language in a list."""
_OFFERS = re.compile(
    r"(?:^|\b(?:offer|give|do|have|know|use|manage|handle|provide|in|ofre[zc]\w*|ofereco|tengo|tenho|trago|puedo|atiendo|manejo|domino|porto(?: in dote)?|offro|conosco|"
    r"propose|maitrise|biete|kann|beherrsche|znam|bied|only|just|solo|so|nur|seulement|apenas) )$"
)
"""What may stand in front of the first language of a list."""
_MOST_BEHIND = 6
"""Words behind a language of a list ("Slovenian so so, if need be")."""
_FEWEST = 2
"""Languages that make a list where nothing is said of speaking."""


def languages(text: tuple[Sentence, ...]) -> tuple[str, ...]:
    """Return the languages that the writer offers, by their English names.

    Any that a sentence about speaking names, and those of a bare list of at least two.
    """
    found: list[str] = []
    for sentence in text:
        low = sentence.low
        named = [match for match in _WORD.finditer(low) if match[0] in LANGUAGES]
        if not named:
            continue
        if _SPEAKS.search(low) or any(_IN.search(low[: match.start()]) for match in named):
            found += _named(low, named)
        else:
            found += _listed(low)
    return tuple(dict.fromkeys(found))


def is_language(low: str) -> bool:
    """Tell whether a plain text says no more than that a language is spoken ("in Twi")."""
    words = [word for word in _WORD.findall(low) if word not in _BESIDE]
    one = bool(words) and LANGUAGES.keys() >= set(words)
    return one or (_SOME.match(low) is not None and not LANGUAGES.keys().isdisjoint(words))


def _named(low: str, named: list[re.Match[str]]) -> list[str]:
    """Return the languages of a sentence about speaking; whose people are meant is none."""
    found: list[str] = []
    foreign, behind = False, len(low)
    for match in reversed(named):
        joined = _JOINED.fullmatch(low[match.end() : behind])
        foreign = _PEOPLE_OF.match(low, match.end()) is not None or (foreign and joined is not None)
        behind = match.start()
        if not foreign and _spoken(low, match):
            found.insert(0, LANGUAGES[match[0]])
    return found


def _spoken(low: str, match: re.Match[str]) -> bool:
    """Tell whether a name in a sentence about speaking is that of a language one speaks."""
    before, after = low[: match.start()], low[match.end() :]
    if match[0] == "bahasa":
        return False
    if match[0] in AS_PLACES and not _IN_ROW.search(before):
        return False
    if match[0] in NAMES and OWN_COUNTRY.search(before):
        return False
    return not (_NOT_SPOKEN.search(before) or _UNSPOKEN.match(after))


def _listed(low: str) -> list[str]:
    """Return the languages that stand in a row of at least two."""
    rows: list[list[str]] = [[]]
    for piece in _BETWEEN.split(low):
        words = _WORD.findall(piece)
        if not words or (_BESIDE.issuperset(words) and LANGUAGES.keys().isdisjoint(words)):
            continue
        kind, name = _piece(piece.strip(), first=not rows[-1])
        if kind == "other" and len(words) > 1:  # One word may be a language that is not known.
            rows.append([])
        elif kind == "language":
            rows[-1].append(name)
        elif kind == "foreign":
            return []
    return [name for row in rows if len(row) >= _FEWEST for name in row]


def _piece(piece: str, *, first: bool) -> tuple[str, str]:
    """Return what a piece of a row is: a "language" with its name, one "denied", or "other".

    It is "foreign" where it speaks of people or things by a language: no such row is a writer's.
    """
    match = next((m for m in _WORD.finditer(piece) if m[0] in LANGUAGES), None)
    if match is None or match[0] in AS_PLACES:
        return "other", ""
    before, after = piece[: match.start()], piece[match.end() :]
    if _NOT_SPOKEN.search(before) or _UNSPOKEN.match(after):
        return "denied", ""
    led = _BESIDE.issuperset(_WORD.findall(before)) or (first and _OFFERS.search(before))
    if not led or _PEOPLE_OF.match(after) or len(after.split()) > _MOST_BEHIND:
        return "foreign", ""
    return "language", LANGUAGES[match[0]]
