# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What writers tell of themselves: skills, the languages they offer, their country."""

import re

from mailer.understand.sentences import Sentence, fold
from mailer.understand.tongues import COUNTRIES, LANGUAGES

_SKILLS = re.compile(
    r"(?:\b(?:my |main |key |areas? of )?(?:skills?|strengths|expertise|specialties|specialities|topics|competences)(?: (?:are|include|i (?:can )?offer|would be|i bring|to offer|for mentees))?\s*(?::|-|are|is|include)?\s+|"
    r"\bi (?:can|could|would (?:like|love) to|am able to|want to) (?:help|support|mentor|coach|assist|teach|guide)(?: (?:people|others|reps|mentees|newcomers|them|new reps|new people|somebody|someone))? (?:with|in|on|about) |"
    r"\bi am (?:good at|strong in|experienced in|skilled in) |\bi (?:bring|offer) (?:experience (?:in|with) )?|"
    r"\bexperience (?:in|with) |\bgood at )(?P<list>[^.;!?\n]{3,160})",
    re.IGNORECASE,
)
_NOT_A_SKILL = re.compile(
    r"^(?:i|my|me|it|we|that|this|a|the|you|your|please|any|all|few|lot|mentor(?:s|ing)?|the council|everything|english|also|both)\b|\b(?:years?|i am|i have|i speak|certificate|if|would)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:speak|languages?|fluent|native|mother tongue|english|mentor in|work in|bilingual|help in|hablo|idiomas?|falo|"
    r"parle|langues?|spreche|sprachen?|parlo|lingue|bahasa|in|en|em|auf|understand|mentees)\b"
)
_NOT_SPOKEN = re.compile(r"\b(?:not|no|never|nicht|kein|sin|nao|pas|non|tidak)\b[^,;.]{0,30}$")
_FROM = re.compile(
    r"\b(?:from|in|based in|living in|live in|reps? (?:in|from|of)|de|desde|em|do|da|no|en|au|aus|del|dal|dari|di|country:?|pais:?|"
    r"pays:?|land:?|paese:?|negara:?) (?:the |la |le )?$"
)
_COUNTRY = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, COUNTRIES), key=len, reverse=True)) + r")\b"
)
_SPLIT = re.compile(r",|;| and | & |/| as well as | plus | or ")
_LONGEST_SKILL = 60


def skills(text: str) -> tuple[str, ...]:
    """Return the skills that the writer lists, in the words of the mail."""
    found: list[str] = []
    for match in _SKILLS.finditer(text):
        for piece in _SPLIT.split(match["list"]):
            skill = re.sub(
                r"^(?:with|in|my|some|a bit of|also|the) ",
                "",
                piece.strip(" .:-\"'()"),
                flags=re.IGNORECASE,
            )
            if 2 < len(skill) <= _LONGEST_SKILL and not _NOT_A_SKILL.search(skill):  # noqa: PLR2004 - letters of the shortest skill
                found.append(skill)
    return tuple(dict.fromkeys(found))[:10]


def languages(text: tuple[Sentence, ...]) -> tuple[str, ...]:
    """Return the languages that the writer offers, by their English names."""
    found: list[str] = []
    for sentence in text:
        if not _SPEAKS.search(sentence.low):
            continue
        low = fold(sentence.low)
        for match in re.finditer(r"[a-z]+(?: indonesia\b)?", low):
            name = LANGUAGES.get(match[0]) or LANGUAGES.get(match[0].partition(" ")[0])
            if not name:
                continue
            written = re.search(rf"\b{re.escape(match[0].partition(' ')[0])}", fold(sentence.raw))
            if not written or _NOT_SPOKEN.search(low[: match.start()]):
                continue
            # "Italian community" and "German mentee" name people, not what the writer speaks.
            if re.match(
                r" (?:community|communities|reps?|mentees?|team|localization|mailing|l10n|group|mentors?)\b",
                low[match.end() :],
            ):
                continue
            found.append(name)
    return tuple(dict.fromkeys(found))


def country(text: tuple[Sentence, ...]) -> str | None:
    """Return the one country that the writer names as theirs, in English."""
    found = {
        COUNTRIES[match[0]]
        for sentence in text
        for match in _COUNTRY.finditer(sentence.low)
        if _FROM.search(sentence.low[: match.start()])
    }
    return found.pop() if len(found) == 1 else None
