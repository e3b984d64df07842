"""A text cut into sentences, each in a plain form that patterns can rely on."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 20_000
"""Characters that are read of one mail; what lies behind them is for a person."""

LONGEST_SENTENCE = 1_000
"""Characters that are read of one sentence."""

MOST = 300
"""Sentences that are read of one mail."""

_PLAIN_PUNCTUATION = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u200b": "",
        "\ufeff": "",
    }
)
_LONG_FORMS = {
    "n't": " not",
    "i'm": "i am",
    "im": "i am",
    "let's": "let us",
    "'ve": " have",
    "'ll": " will",
    "'d": " would",
    "'re": " are",
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "won't": "will not",
    "mentour": "mentor",
    "ive": "i have",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "isnt": "is not",
    "havent": "have not",
    "wont": "will not",
    "wanna": "want to",
    "gonna": "going to",
    "gunna": "going to",
    "gotta": "have to",
    "pls": "please",
    "plz": "please",
    "ill": "i will",
}
_SHORT_FORM = re.compile(
    r"\b(?:can'?t|cannot|won't|i'm|let's|mentour|ive|(?:do|does|did|is|have|wo)nt|wanna|g[ou]nna|gotta|pl[sz])\b|"
    r"\bim\b(?= (?:\w+ing|out|down|done|ready|really|not|still|also)\b)|"
    r"\bill\b(?= (?:take|be|have|do|adopt|get|finish|mentor|send|stop|quit|resign)\b)|"
    r"n't\b|'(?:ve|ll|d|re)\b"
)
_SHORT_WORDS = frozenset(word for word in _LONG_FORMS if "'" not in word)
_SAID_BY_OTHERS = re.compile(r'"[^"\n]{0,400}"')
_FIRST_PERSON = re.compile(
    r"\b(?:i|my|me|yo|mi|eu|meu|je|ma|ich|mein\w*|io|mio|saya)\b", re.IGNORECASE
)
_LINE_START = re.compile(r"^\s*(?:[-*•·▪◦+]\s+|\(?\d{1,2}[.)]\s+)")
# What a sentence may end with, and the gap behind it; to begin with the mark makes it quick.
_END = re.compile(r"[.!?…](?:[\"')\]]*\s+(?=[\"'(\[]?[^\W_a-z])|(?<=[!?…])\s+)")
_NO_END = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|sr|sra|mag|dipl|ing|lic|barr|engr|dott|bpk"
    r"|e\.g|i\.e|z\.b|approx)|\b\d{1,2}|\b[A-Z])\.$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0487\u3099\u309a]+")
_SHORT_LINE = 48
# First words of greetings, and words of lines that close a mail; plain (see `fold`).
_GREETINGS = frozenset(
    """hi hello hey dear greetings good hola querido querida queridos queridas estimado estimada
    estimados estimadas buenos buenas buen ola oi caro cara caros cari care prezado prezada
    prezados bom boa bonjour bonsoir salut cher chere chers cheres madame monsieur hallo guten sehr
    liebe lieber liebes moin servus ciao salve gentile gentili egregio buongiorno buonasera halo
    hai selamat yth merhaba selam beste geachte hoi czesc dzien szanowni szanowny szanowna drogi
    droga ahoj hej hei kara kare kaere team council everyone all""".split()  # noqa: SIM905 - words are easier to read in one string
)
_CLOSINGS = frozenset(
    """regards greetings wishes cheers sincerely faithfully thanks thank thx yours best love saludo
    saludos abrazo abrazos gracias atentamente cordialmente abraco abracos obrigado obrigada
    atenciosamente cumprimentos beijos cordialement merci amities bises sinceres gruss grusse
    grussen gruesse gruessen danke vg lg mfg saluti grazie cordiali distinti abbraccio salam hormat
    kasih makasih groet groeten groetjes bedankt dank pozdrawiam pozdrowienia dzieki saygilarimla
    saygilarla tesekkurler sevgiler pozdravem dekuji halsningar mvh tack hilsen takk tak""".split()  # noqa: SIM905 - as above
)
_GREETING_BLANKS = 4  # between the words of a greeting, at most; likewise below
_CLOSING_BLANKS = 8
_NAME_BLANKS = 2
_LABEL = re.compile(r"[^\W\d_][^:.!?]{0,24}:(?:\s|$)")
# A line that ends in one of these was broken by a mail program, whatever comes next: articles,
# prepositions and conjunctions, plain (see `fold`).
_OPEN_WORDS = frozenset(
    """of in on at by to for from with until till since after before about as the a an my your his
    her our their its and or but because if when which am than into during
    through per i between around
    de del en al con por para desde hasta el la los las un una unos unas mi tu su y o pero que
    como sobre sin entre fin finales mes do da dos das em nos nas ao aos com pelo pela ate os
    as um uma meu minha seu sua e ou mas du des d' au aux avec pour par depuis jusqu'a jusqu'au
    jusqu'en le les une mon ma mes son sa ses et mais qui comme sur sans chez dans
    von vom im am an auf mit fur fuer bis zum zur seit nach vor der die das den dem ein eine einen
    einem einer mein meine meinen meiner meinem und oder aber dass weil wenn wie zu bei uber ueber
    um durch ohne ende mitte anfang di della dei delle dal dalla nel nella alla per tra fra fino
    il lo gli mio mia ma che su sul sulla ke dari pada untuk dengan sampai hingga sejak bulan
    tanggal yang dan atau tapi karena sebagai akhir awal
    van op aan met voor tot sinds na het een mijn en of maar dat als te bij over eind
    w z do od po przed lub ale ze jako za dla ve veya ile bir bu av till fran med ett och eller som
    att til fra og af""".split()  # noqa: SIM905 - as above
)
_MONTHS = frozenset(
    """jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic fev mai out dez avr aou jui
    gen mag giu lug set ott mei agu okt des mrt maa kwi lip sie wrz lis gru sty lut cze oca sub
    nis haz tem eyl eki kas ara""".split()  # noqa: SIM905 - as above
)
_DAY = re.compile(r"(?:^|\s)\d{1,2}(?:st|nd|rd|th|\.|er|º|°)?$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{1,2}\.\s+([^\W\d_]{3})")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `raw` as written, `low` plain (see `plain`), `asks` where it is a question."""

    raw: str
    low: str
    asks: bool = False


class Letters(dict[int, str]):
    """A table for `str.translate`: letters and some marks stay, all else becomes a blank.

    `figures` says whether decimal figures stay as well. To cut a text into words so takes a third
    of the time that a pattern takes.
    """

    def __init__(self, marks: str = "", *, figures: bool = True) -> None:
        super().__init__({ord(mark): mark for mark in marks})
        self._figures = figures

    def __missing__(self, code: int) -> str:
        one = chr(code)
        stays = one.isalnum() and (self._figures or not one.isdecimal())
        self[code] = kept = one if stays else " "
        return kept


_LETTERS = Letters()


def fold(text: str) -> str:
    """Return the text in lower case without accents, for comparing."""
    text = text.lower()
    if text.isascii():
        return text
    split = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return split.replace("ß", "ss").replace("ı", "i").replace("ł", "l").replace("ø", "o")


@lru_cache(maxsize=64)
def words_of(names: str) -> frozenset[str]:
    """Return the folded words of a name or several, by which it is known again."""
    return frozenset(fold(names).split())


def tidy(text: str) -> str:
    """Return the text with plain quotation marks, dashes and blanks, letters untouched."""
    return text if text.isascii() else text.translate(_PLAIN_PUNCTUATION)


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Return folded text with written-out short forms ("can't" -> "can not"), blanks single."""
    low = fold(tidy(text))
    if "'" in low or not _SHORT_WORDS.isdisjoint(low.translate(_LETTERS).split()):
        low = _SHORT_FORM.sub(lambda found: _LONG_FORMS[found[0]], low)
    return " ".join(low.split())


def _without_speech(text: str) -> str:
    """Empty quotation marks in which somebody says "I": the writer does not say it now."""
    if '"' not in text:
        return text
    return _SAID_BY_OTHERS.sub(
        lambda found: '""' if _FIRST_PERSON.search(found[0]) else found[0], text
    )


def _paragraphs(text: str) -> list[str]:
    """Join wrapped lines; a list entry, a greeting and what closes a mail stand for themselves."""
    found: list[str] = []
    last = ""
    for line in text.splitlines():
        stripped = line.strip()
        if last and stripped and _goes_on(last, stripped):
            found[-1] = f"{found[-1]} {stripped}"
        elif stripped:
            found.append(_LINE_START.sub("", stripped, count=1) or stripped)
        last = stripped
    return found


def _goes_on(last: str, line: str) -> bool:
    """Say whether a line is the rest of the one above it."""
    if _LINE_START.match(line):
        day = _NUMBERED.match(line)
        return day is not None and fold(day[1]) in _MONTHS and _is_open(last)
    if len(last) >= _SHORT_LINE:
        return True
    if last.count(" ") <= _CLOSING_BLANKS and _stands_alone(last, line):
        return False
    if line[0].islower():
        return True
    if last[-1] == "," or not line[0].isalnum() or _LABEL.match(line):
        return last[-1] == "," and last.count(" ") > _GREETING_BLANKS
    return _is_open(last) or (_DAY.search(last) is not None and fold(line[:3]) in _MONTHS)


def _stands_alone(last: str, line: str) -> bool:
    """Say whether a short line is a greeting, or closes the mail and a name comes next."""
    words = fold(last).replace(",", " ").replace("!", " ").split()
    if not words or not (words[0] in _GREETINGS or not _CLOSINGS.isdisjoint(words)):
        return False
    if last[-1] == "," and len(words) <= _GREETING_BLANKS + 1:
        return True
    return line.count(" ") <= _NAME_BLANKS and line[-1].isalnum() and not _is_open(last)


def _is_open(line: str) -> bool:
    """Say whether a line breaks off where neither a sentence nor an entry ends."""
    return " " in line and fold(line.rpartition(" ")[2]) in _OPEN_WORDS


def _cut(paragraph: str) -> list[str]:
    """Cut a paragraph after full stops that end a sentence, not an abbreviation or a day."""
    pieces: list[str] = []
    for piece in _between_gaps(paragraph):
        if pieces and _NO_END.search(pieces[-1][-8:]):
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return pieces


def _between_gaps(paragraph: str) -> Iterator[str]:
    start = 0
    for gap in _END.finditer(paragraph):
        yield paragraph[start : gap.start() + 1]
        start = gap.end()
    yield paragraph[start:]


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, at most `MOST` of its first `LONGEST` characters."""
    body = _without_speech(tidy(text[:LONGEST]))
    found: list[Sentence] = []
    for paragraph in _paragraphs(body):
        for piece in _cut(paragraph):
            raw = piece[:LONGEST_SENTENCE]
            low = plain(raw).replace('"', "")
            if low:
                found.append(Sentence(raw, low, low.rstrip("\"') ").endswith("?")))
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)


_OLD_SUBJECT = re.compile(
    r"\s*(?:re|aw|sv|fwd?|wg|rv|res|tr|i|r|enc|antw|odp|ynt|vs)\s*:", re.IGNORECASE
)


def own_subject(subject: str) -> str:
    """Return the subject that the writer chose; "" for that of an answer, which is an old one."""
    return "" if _OLD_SUBJECT.match(subject) else subject
