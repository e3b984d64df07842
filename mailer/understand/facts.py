# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Facts that stand in words of their own: user name, skills, languages, country, certificate."""

import re

from mailer.parse.model import Part
from mailer.understand.sentences import Sentence, fold, tidy
from mailer.understand.tongues import COUNTRIES, LANGUAGES

_USERNAME = re.compile(
    r"(?:portal (?:user ?name|profile|account|id|handle|name|user)|user ?name(?: on the (?:community )?portal)?|"
    r"(?:community )?portal ?user ?name|nombre de usuario|usuario(?: (?:en el|del) portal)?|"
    r"usu[áa]rio(?: no portal)?|nome de usu[áa]rio|nom d'utilisateur|pseudo(?: sur le portail)?|identifiant|"
    r"benutzername|nutzername|nome utente|nama pengguna|username portal|on the (?:community )?portal (?:i am|i'm|my name is)|"
    r"(?:en|no|sur|im|sul|di) (?:el |le )?porta(?:l|il|le) (?:soy|sou|je suis|bin ich|sono|saya))"
    r"(?:\s+(?:on|in|at|for) the (?:community )?portal)?\s*(?:is|es|é|est|ist|è|adalah|:|=|-)?\s*[\"'(@]*"
    r"(?P<name>[A-Za-z0-9][\w.-]{1,38}[A-Za-z0-9_])",
    re.IGNORECASE,
)
_ON_THE_PORTAL = re.compile(
    r"(?:\bI am|\bI'm|\bas|\bknown as|\bfind me as|:)\s+[\"'@]?(?P<name>[A-Za-z0-9][\w.-]{1,38}[A-Za-z0-9_])[\"']?,? "
    r"(?:on|in) the (?:community |mozilla |reps )*portal",
    re.IGNORECASE,
)
_MAY_NAME_USER = re.compile(
    r"porta[li]|user|usu[aá]r|benutzer|nutzer|utente|pengguna|utilisateur|pseudo|identifiant",
    re.IGNORECASE,
)
_NO_NAME_IN_WORDS = """
is on the in and my at for has was the-portal es el la no not yet portal page link has been
group profile same as usual above below account i active mentor
"""
_NO_NAME = frozenset(_NO_NAME_IN_WORDS.split())
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
_LINK = re.compile(r"https?://[^\s<>\")\]]+", re.IGNORECASE)
_CERTIFICATE = re.compile(
    r"cert|diplom|zertifikat|attest|sertifikat|completion|coaching|teachable|urkunde|badge",
    re.IGNORECASE,
)
_OTHER_COURSE = re.compile(
    r"first[ _-]?aid|scrum|invoice|cv|resume|lebenslauf|photo|logo", re.IGNORECASE
)
_COURSE = re.compile(
    r"\b((?:(?:mozilla|reps?|mentor(?:s|ing)?|online|rep)(?:'s?)? )*coaching[ -](?:skills )?(?:training|course|class|programme|program|workshop|module)s?\b"
    r"|(?:curso|formaci[oó]n|capacitaci[oó]n|treinamento|forma[cç][aã]o|formation|cours|corso|kursus|pelatihan|formazione) (?:de |di |in |em |en |sul |su )?(?:coaching|teachable)\b(?: (?:training|course))?"
    r"|coaching[ -]?(?:kurs|schulung|ausbildung|training|lehrgang|fortbildung)\b|(?:training|course) on teachable|teachable (?:training|course|class|kurs)|coaching\b(?= on teachable))",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",|;| and | & |/| as well as | plus | or ")
_LONGEST_SKILL = 60


def username(text: str) -> str | None:
    """Return the user name on the portal as written, or None."""
    if not _MAY_NAME_USER.search(text):
        return None
    for pattern in (_USERNAME, _ON_THE_PORTAL):
        for match in pattern.finditer(text):
            name = match["name"].rstrip(".-")
            if name.lower() not in _NO_NAME:
                return name
    return None


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


def course(text: str) -> str | None:
    """Return the coaching training as the mail calls it."""
    match = _COURSE.search(tidy(text))
    if match:
        return match[0].strip()
    return "Teachable" if "teachable" in text.lower() else None


def certificate(text: str, parts: tuple[Part, ...]) -> str | None:
    """Return the file name, or the link, of the certificate of the coaching training."""
    named = [part.name for part in parts if part.name and not _OTHER_COURSE.search(part.name)]
    likely = [name for name in named if _CERTIFICATE.search(name)]
    pictures = [name for name in named if re.search(r"\.(?:pdf|png|jpe?g)$", name, re.IGNORECASE)]
    if likely or (
        len(pictures) == 1
        and re.search(
            r"certificat|zertifikat|sertifikat|diplom|screenshot|attestat", text, re.IGNORECASE
        )
    ):
        return (likely or pictures)[0]
    for match in _LINK.finditer(text):
        around = text[max(0, match.start() - 120) : match.end()]
        if _CERTIFICATE.search(around) and not re.search(r"unsubscribe", match[0], re.IGNORECASE):
            return match[0].rstrip(".,;)")
    return None
