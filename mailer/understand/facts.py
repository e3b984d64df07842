# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Facts that stand in words of their own: user name, course, certificate."""

import re

from mailer.parse.model import Part
from mailer.understand.sentences import fold, plain, tidy

_ON = r"(?:on|in|at|for|en|el|del|no|do|na|sur|du|sul|nel|del|im|auf dem|am|di|pada)"
_THE_PORTAL = rf"(?:\s+{_ON} (?:the |el |le |la |il |dem )?(?:community |mozilla |reps )?porta(?:l|il|le)\w*)?"
_USERNAME = re.compile(
    r"(?:portal(?=\s*[:=]\s*@?[A-Za-z0-9][\w.-]+[ \t]*(?:\n|$))|portal[ -](?:user ?name|profile|account|id|handle|name|user|nick\w*)|user ?name|user id|(?:login|nick(?:name)?|handle)(?=\s*(?:is|:|=))|"
    r"nombre de usuario|usuario|nome de usu[áa]rio|usu[áa]rio|nome de utilizador|utilizador|"
    r"nom d[’']utilisateur|pseudo(?:nyme)?|identifiant|benutzername|nutzername|portal-?name|"
    r"nome utente|username|nama pengguna|akun portal|nama portal|on the (?:community )?portal (?:i am|i'm|my name is)|"
    r"(?:en|no|sur|im|sul|di|nel) (?:el |le )?porta(?:l|il|le) (?:soy|me llamo|sou|je suis|je m'appelle|bin ich|heisse ich|heiße ich|sono|saya))"
    + _THE_PORTAL
    + r"(?:\s+(?:saya|portal|portale|portail))?\s*(?:is|es|é|e'|est|ist|è|lautet|adalah|yaitu|:|=|-)?\s*[\"'(@«“„]*"
    r"(?P<name>[A-Za-z0-9][\w.-]{1,38}[A-Za-z0-9_])",
    re.IGNORECASE,
)
_ON_THE_PORTAL = re.compile(
    r"(?:\bI am|\bI'm|\bas|\bknown as|\bfind me as|:)\s+[\"'@]?(?P<name>[A-Za-z0-9][\w.-]{1,38}[A-Za-z0-9_])[\"']?,? "
    r"(?:on|in) the (?:community |mozilla |reps )*portal",
    re.IGNORECASE,
)
_OF_A_USER = """
portal portai user login nick handle utiliz usuar usuár benutzer nutzer utente pengguna utilisateur
pseudo identifiant
""".split()  # noqa: SIM905 - words are easier to read in one string
"""Pieces of words without one of which a text names no user: plain pieces are found quickly."""
_NO_NAME_IN_WORDS = """
is on the in and my at for has was the-portal es el la no not yet portal page link has been
en el del no do na sur le du sul nel il im auf dem di pada saya ist est que qui pour para per mein mon mio
und et und con com mit and but or so please bitte por favor already schon deja ya ja noch nicht pas non tidak belum
group profile same as usual above below account i active mentor
"""
_NO_NAME = frozenset(_NO_NAME_IN_WORDS.split())
_LINK = re.compile(r"https?://[^\s<>\")\]]+", re.IGNORECASE)
_CERTIFICATE = re.compile(
    r"cert|diplom|urkunde|attest|bescheinigung|zertifikat|sertifika|nachweis|getuigschrift|bewijs|oorkonde|certyfikat|zaswiadcz|swiadectw|belge(?:si)?(?![a-z])|"
    r"证书|證書|修了証|completion|coaching|teachable|badge"
)
_PICTURE = re.compile(r"\.(?:pdf|png|jpe?g|heic|webp)$", re.IGNORECASE)
_SHOWN = re.compile(
    r"certificat|certificado|zertifikat|sertifikat|diplom|screenshot|attestat|proof|attach|picture|photo|adjunt|captura|foto|imagen|prueba|"
    r"anexo|imagem|comprovante|ci-joint|pi[eè]ce jointe|capture|preuve|anhang|anbei|bild|nachweis|urkunde|allegat|allego|unit[oa]|schermata|"
    r"lampir|bukti|gambar|badge|bijlage|bijgevoegd|getuigschrift|bewijs|za[lł][aą]cz|za[sś]wiadcz|certyfikat|\bek(?:te|i|tedir)\b|sertifika",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:sent me (?:her|his|their)|showed me (?:her|his|their)|hat mir (?:ihr\w*|sein\w*)|m'a (?:envoye|montre) son|mi ha (?:mandato|inviato|mostrato) il suo|me (?:mando|envio|enseno) su|me (?:mandou|enviou|mostrou) o)"
    r" (?:\w+ ){0,2}(?:certifica\w+|diplom\w*|zertifikat|urkunde|attesta\w+)"
)
"""Words by which a certificate in a mail is that of somebody else."""
_NO_CERTIFICATE = re.compile(r"unsubscribe|/courses?/?$|/(?:login|signin|sign_in)", re.IGNORECASE)
_OTHER_COURSE = re.compile(
    r"first[ _-]?aid|scrum|invoice|\bcv\b|cv[_.-]|resume|lebenslauf|profile|portrait|avatar|logo|signature|^image\d+\.(?:png|gif|jpe?g)$|\.(?:ics|asc|vcf|p7s)$",
    re.IGNORECASE,
)
_COURSE = re.compile(
    r"\b((?:(?:mozilla|reps?|mentor(?:s|ing)?|online|rep)(?:'s?)? )*coaching[ -](?:skills )?(?:training|course|class|programme|program|workshop|module)s?\b"
    r"|(?:curso|formaci[oó]n|capacitaci[oó]n|treinamento|forma[cç][aã]o|formation|cours|corso|kursus|pelatihan|formazione) (?:de |di |in |em |en |sul |su )?(?:coaching|teachable)\b(?: (?:training|course))?"
    r"|coaching[ -]?(?:kurs|schulung|ausbildung|training|lehrgang|fortbildung)\b|(?:training|course) on teachable|teachable (?:training|course|class|kurs)|coaching\b(?= on teachable))",
    re.IGNORECASE,
)


def username(text: str, known: str | None = None) -> str | None:
    """Return the user name on the portal as written, or None.

    `known` is the one that the roster has of the writer: as a word of the text it needs no other.
    """
    low = text.casefold()
    if known and known.casefold() in low:
        own = re.search(rf"(?<![\w@.-]){re.escape(known)}(?![\w@-])", text, re.IGNORECASE)
        if own:
            return own[0]
    if not any(piece in low for piece in _OF_A_USER):
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
    if _OF_ANOTHER.search(plain(text)):
        return None
    named = [part.name for part in parts if part.name and not _OTHER_COURSE.search(part.name)]
    likely = [name for name in named if _CERTIFICATE.search(fold(name))]
    pictures = [name for name in named if _PICTURE.search(name)]
    if likely or (len(pictures) == 1 and _SHOWN.search(text)):
        return (likely or pictures)[0]
    for match in _LINK.finditer(text):
        around = text[max(0, match.start() - 120) : match.end()]
        if _CERTIFICATE.search(fold(around)) and not _NO_CERTIFICATE.search(match[0]):
            return match[0].rstrip(".,;)")
    return None
