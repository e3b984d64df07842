"""The line that mail programs set above a quote: "On 12 March, Ana <ana@x.example> wrote:".

Every pattern looks at one line of at most 400 characters and has no nested quantifier.
"""

# ruff: noqa: E501 - an alternation of words broken at 100 columns is harder to check

import re

from mailer.parse.clean import UNSEEN

POSSIBLE = 1  # the grade of an attribution when a quote follows
CERTAIN = 2  # ... of one that needs no quote behind it
LINE = 300  # characters; a marker is never longer
SHORT = 70  # characters of "Ana Pop wrote:", likewise below
FEW = 7  # words
MOST = 14  # words of an attribution without an address

# "Wrote" in many languages, in lower case.
_VERBS = frozenset(
    """wrote writes written quoting schrieb schreibt geschrieben schrieben écrit ecrit écrivait
    escribió escribio escrito escribe escriure escribía escreveu escreve scritto scrisse scrive
    schreef geschreven schrijft napisał napisała napisana pisze napsal napsala píše napísal
    napísala skrev skriver skrifaði yazdı yazmış menulis написал написала пишет писал писала писали
    написав пише написа написао كتب كتبت كتبه نوشت írta kirjoitti scris έγραψε כתב כתבה viết 작성
    napisao napisala napisal pisal rakstīja rašė parašė kirjutas aliandika ameandika लिखा লিখেছেন
    sumulat shkroi jazdi yazib""".split()  # noqa: SIM905 - words are easier to read in one string
)
_VERB_PARTS = (
    "写道",
    "写到",
    "寫道",
    "のメール",
    "書きました",
    "작성",
    "쓴 글",
    "님이 씀",
    "เขียน",
    "लिखा",
    "كتابة ما يلي",
    "zitat von",
    "missatge de",
)
_WORD = re.compile(r"\w+")
LEAD = re.compile(
    r"[\s>*\u200e\u200f\u202b]*(?:on|am|den|le|el|em|il giorno|il|op|w dniu|dnia|dnia|dňa|dne|pada|pe|på|at|às|no dia|в|вт|ср|чт|пт|сб|вс|пн|у|на|في|"
    r"بتاريخ|در تاریخ|在|於|于|ngày|vào|tarih|mnamo|στις|în|kuupäev|v|ב|ב-\d+|בתאריך)\b",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}\s?[:.h時時]\s?\d\d(?!\d)|(?<!\d)\d{1,2}[-/.]\s?\d{1,2}[-/.]"
    r"|[٠-٩۰-۹]{4}"
)
CLOCK = re.compile(r"(?<![\d.:])\d{1,2}\s?(?:[:h時时시点]\s?\d\d|\.\d\d(?![\d.])(?!\s?[-/]))")
MAILBOX = re.compile(r"[^\s<>(),;:\"\[\]]{1,64}@[^\s<>(),;:\"\[\]]{1,255}")
# The end of an attribution that has no verb: the address in brackets and a colon (Gmail in
# Japanese and Russian, Mail.ru, Yandex), or "by" and the bare address (Tuta).
_ADDRESS_END = re.compile(r"<\s?[^<>\s]+@[^<>\s]+\s?>\s?[:：]$")
_BY_ADDRESS = re.compile(r"\d\s(?:by|von|par|por|da|de|van|od|от|від)\s[^\s<>@]+@[^\s<>@]+:$")
COLON_END = re.compile(r"[:：]\W{0,3}$|\S -{3,5}$|のメール[:：]?$|写道$|寫道$")
# Gmail until about 2013 in most languages; a quote must follow.
_YEAR_AND_ADDRESS = re.compile(r"\d{4}/\d{1,2}/\d{1,2}\s[^<>]{0,100}<\s?[^<>\s]+@[^<>\s]+>$")
_NAMED = re.compile(r"[^\d<>:?!]{1,60}<\s?[^<>\s]+@[^<>\s]+>\s?[^\d<>@:]{1,30}[:：]$")
_DASHED = re.compile(r"[-‐]{3,}\s*([^-\s].{0,300}?)\s*:?\s*[-‐]{3,}")
_LEADING_DASHES = re.compile(r"[-‐]{3,}\s*")
# Words of sentences; no program writes them here. In lower case: people are called Dan and Er.
_PROSE = re.compile(
    r"\b(?:I|we|he|she|they|and|because|that|which|what|my|me|us|this|ich|wir|er|sie|weil|dass|mir|uns|euch|und"
    r"|yo|me|que|porque|je|j['’]ai|nous|parce|qui|et|eu|ele|ela|mim|io|lui|lei|che|perché|saya|kami|dia|karena|yang|dan)\b"
)
SENTENCE_BREAK = re.compile(
    r"(?:[^\W\d_]{5,}\.|(?<![\d:])\b[^\W\d_]{1,4}\.(?=\s+(?:On|Am|Le|El|Em|Op|Pada|Il)\s)|[?!])\s+(?=[\"“„(]?[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω])|。"
)
_SAID = re.compile(
    r"(?<!\w)(?:said|says|replied|asked|sagte|fragte|dijo|disse|dit)\s*[:：]$", re.IGNORECASE
)
_ENDS_IN_VERB = re.compile(
    r"(?<!\w)(?:wrote|schrieb|geschrieben|a écrit|escribió|escreveu|ha scritto|schreef|napisał)$"
)
_EDGE = " \t\xa0\u202f*_"


def may_end(row: str) -> bool:
    """Say whether an attribution could end with a line; quick, since it is asked of each."""
    tail = row[-40:].rstrip()
    if ":" in tail[-4:] or "：" in tail[-4:] or tail[-1:] in ("-", "ル", "道"):
        return COLON_END.search(tail) is not None
    return False


def attribution(text: str) -> int:
    """Tell how sure a text is an attribution: 0 no, `POSSIBLE` or `CERTAIN`."""
    if len(text) > LINE + 100:
        return 0
    text = text.translate(UNSEEN).strip(_EDGE)
    dashed = _DASHED.fullmatch(text)
    if dashed:
        return _dashed(dashed.group(1))
    dashes = _LEADING_DASHES.match(text)
    if dashes:
        text = text[dashes.end() :]
    if not text or COLON_END.search(text) is None:
        return POSSIBLE if _YEAR_AND_ADDRESS.fullmatch(text) or _has_no_colon(text) else 0
    text = text.rstrip("* \u202f")
    if SENTENCE_BREAK.search(text):
        return 0
    grade = _with_address(text) if MAILBOX.search(text) else _without_address(text)
    return CERTAIN if dashes and grade and MAILBOX.search(text) else grade


def has_verb(text: str) -> bool:
    """Say whether a text holds "wrote" in one of the languages of mail programs."""
    low = text.lower()
    return not _VERBS.isdisjoint(_WORD.findall(low)) or any(part in low for part in _VERB_PARTS)


def _has_no_colon(text: str) -> bool:
    whole = LEAD.match(text) and CLOCK.search(text) and MAILBOX.search(text)
    return whole is not None and _ENDS_IN_VERB.search(text) is not None


def _dashed(inner: str) -> int:
    """Grade "---- On ..., Ana wrote ----" (Zoho) and "-----Ana/Guild wrote: -----" (Notes)."""
    if not has_verb(inner):
        return 0
    if MAILBOX.search(inner) or "/" in inner or CLOCK.search(inner):
        return CERTAIN
    named = inner[0].isupper() and inner.count(" ") < FEW - 1 and not _PROSE.search(inner)
    return CERTAIN if named and _ENDS_IN_VERB.search(inner) else 0


def _with_address(text: str) -> int:
    dated = DATE.search(text) is not None
    verb = has_verb(text) or _SAID.search(text) is not None
    sure = CLOCK.search(text) is not None or not _PROSE.search(text)
    end = _ADDRESS_END.search(text) is not None
    if dated and verb:
        return CERTAIN if sure else 0
    if dated and end:
        begins = LEAD.match(text) or text[0].isdigit() or CLOCK.search(text)
        return CERTAIN if begins and not _PROSE.search(text) else POSSIBLE
    if verb:
        if _PROSE.search(text):
            return 0
        return CERTAIN if _NAMED.fullmatch(text) else POSSIBLE
    if dated and _BY_ADDRESS.search(text) and CLOCK.search(text):
        return CERTAIN
    return POSSIBLE if end or (dated and text[-2:] in ("]:", "):")) else 0


def _without_address(text: str) -> int:
    if not has_verb(text):
        return POSSIBLE if "***@***" in text else 0
    words = text.count(" ") + 1
    if _PROSE.search(text) or words > MOST:
        return 0
    if DATE.search(text):
        whole = CLOCK.search(text) and (text[0].isdigit() or not text[0].islower())
        return CERTAIN if whole else POSSIBLE
    return POSSIBLE if words <= FEW and len(text) <= SHORT else 0
