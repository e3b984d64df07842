# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Facts that stand in words of their own: user name, course, certificate."""

import re

from mailer.parse.model import Part
from mailer.understand.sentences import tidy

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
