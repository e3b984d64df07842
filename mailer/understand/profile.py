# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What writers tell of themselves: their skills and their country."""

import re

from mailer.understand.places import NAMED, NAMES, OWN_COUNTRY
from mailer.understand.sentences import Sentence

_SKILLS = re.compile(
    r"(?:\b(?:my |main |key |areas? of )?(?:skills?|strengths|expertise|specialties|specialities|competences)(?: (?:are|include|i (?:can )?offer|would be|i bring|to offer|for mentees))?\s*(?::|-|are|is|include)?\s+|"
    r"\bi (?:can|could|would (?:like|love) to|am able to|want to) (?:help|support|mentor|coach|assist|teach|guide)(?: (?:people|others|reps|mentees|newcomers|them|new reps|new people|somebody|someone))? (?:with|in|on|about) |"
    r"\bi(?: am|'m) (?:good (?:at|with)|strong in|experienced in|skilled in) |\bi (?:bring|offer) (?:experience (?:in|with) )?|"
    r"\bexperience (?:in|with) |\bgood at |"
    r"\b(?:mis |mi |minhas |as minhas |mes |meine |le mie |mie )?(?:habilidades|fortalezas|competencias|competências|aptitudes|pontos fortes|compétences|atouts|points forts|stärken|fähigkeiten|kenntnisse|fachgebiete|competenze|capacità|punti di forza|keahlian|keterampilan|kemampuan|kelebihan)(?: saya)?(?: (?:son|incluyen|são|incluem|sont|sind|liegen in|sono|adalah|meliputi|principales|principais|principales sont))*\s*(?::|-)?\s+|"
    r"\b(?:puedo ayudar|sé ayudar|posso ajudar|je peux aider|posso aiutare|ich kann|saya bisa (?:membantu|bantu))(?: \w+)? (?:con|en|com|em|à|avec|en|dans|in|mit|bei|con|dengan|soal|di bidang) |"
    r"\b(?:tengo experiencia|tenho experiência|j'ai de l'expérience|erfahrung|ho esperienza|pengalaman|berpengalaman)(?: saya)? (?:en|con|em|com|dans|avec|in|mit|di|dalam|di bidang) )(?P<list>[^.;!?\n]{3,160})",
    re.IGNORECASE,
)
_NOT_A_SKILL = re.compile(
    r"^(?:i|my|me|it|we|that|this|a|the|you|your|please|any|all|few|lot|mentor(?:s|ing)?|the council|everything|english|also|both)\b|\b(?:years?|i am|i have|i speak|certificate|if|would)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r",|;| and | & |/| as well as | plus | or | y | e | et | und | sowie | dan | serta | o | ou | oder | atau "
)
_NO_LIST = re.compile(r"(?:it|this|that|them|all)\b", re.IGNORECASE)
_LONGEST_SKILL = 60


def skills(text: tuple[Sentence, ...]) -> tuple[str, ...]:
    """Return the skills that the writer lists, in the words of the mail."""
    found: list[str] = []
    for match in _SKILLS.finditer("\n".join(sentence.raw for sentence in text)):
        if _NO_LIST.match(match["list"]):
            continue
        for piece in _SPLIT.split(match["list"]):
            skill = re.sub(
                r"^(?:with|in|my|some|a bit of|also|the|con|en|com|em|avec|mit|di|dengan|la|el|le|las|los|les|l') ",
                "",
                piece.strip(" .:-\"'()"),
                flags=re.IGNORECASE,
            )
            if 2 < len(skill) <= _LONGEST_SKILL and not _NOT_A_SKILL.search(skill):  # noqa: PLR2004 - letters of the shortest skill
                found.append(skill)
    return tuple(dict.fromkeys(found))[:10]


_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = frozenset(_LETTERS.findall(name)[0] for name in NAMES)
"""The first words of all countries: only there one is looked for."""


def country(text: tuple[Sentence, ...], known: str | None = None) -> str | None:
    """Return the one country that the writer names as theirs, in English.

    `known` is the one that the roster has of the writer: where it is named, it is theirs.
    """
    named, own = set(), set()
    for sentence in text:
        for word in _LETTERS.finditer(sentence.low):
            if word[0] in _FIRST_WORDS and (match := NAMED.match(sentence.low, word.start())):
                named.add(NAMES[match[0]])
                if OWN_COUNTRY.search(sentence.low[: match.start()]):
                    own.add(NAMES[match[0]])
    if len(own) == 1:
        return own.pop()
    return known if not own and known in named else None
