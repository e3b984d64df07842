# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The answer to our letter that asked which of some readings was meant: a number, or words."""

import re
from dataclasses import replace

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Asks
from mailer.understand.answers import closes, greets, polarity, spoken, takes_back
from mailer.understand.doubts import doubts
from mailer.understand.fields import gather
from mailer.understand.found import CLEAR, Found
from mailer.understand.matter import Matter
from mailer.understand.model import Heard, Reading
from mailer.understand.sentences import plain

_LINES = 4
"""Lines of an answer in which its number is looked for."""
_THANKS = 2
"""Words beside "something else" that do not say what it is."""
_FEW, _MANY = 12, 30
"""Words of an answer up to which a word may name a reading; words beside a number from which
something else may be said there."""

_FIGURES = {
    **dict.fromkeys("one first uno una un primero primera um uma primeiro primeira premier premiere une eins erste erster erstes ersten prima primo satu pertama".split(), 1),  # noqa: SIM905 - words are easier to read in one string
    **dict.fromkeys("two second dos segundo segunda dois duas deux deuxieme seconde zwei zweite zweiter zweites zweiten due seconda secondo dua kedua".split(), 2),  # noqa: SIM905 - as above
    **dict.fromkeys("three third tres tercero tercera terceiro terceira trois troisieme drei dritte dritter drittes dritten tre terza terzo tiga ketiga".split(), 3),  # noqa: SIM905 - as above
    **dict.fromkeys("four fourth cuatro cuarto cuarta quatro quarto quarta quatre quatrieme vier vierte vierter viertes quattro empat keempat".split(), 4),  # noqa: SIM905 - as above
}  # fmt: skip
_BEGIN = (
    r"^[^\w#]*(?:(?:yes|si|sim|oui|ja|ya|ok|okay|hi|hello|hola|ola|bonjour|hallo|ciao|halo|thanks|thank you|sorry|gracias|obrigad[oa]|merci|danke|grazie|terima kasih)\b[,.! ]*)*"
    r"(?:(?:it is|its|it's|that is|that would be|this is|i meant?|i choose|i pick|i would say|i take|mine is|my answer is|my choice is|answer|choice|es|era|quise decir|elijo|seria|e|quis dizer|escolho|c'est|je voulais dire|je choisis|es ist|das ist|ich meinte|ich meine|ich wahle|volevo dire|scelgo|adalah|maksud saya|saya pilih|saya memilih|yang|for|with|go with|i go with)\b[ :]*)*"
    r"(?:(?:the|el|la|o|a|le|der|die|das|il|lo|l'|number|no\.?|nr\.?|n[o°º]\.?|num\.?|option|point|answer|reading|choice|numero|opcion|opcao|punto|ponto|nummer|punkt|moglichkeit|opzione|nomor|pilihan|opsi|nombre|chiffre)\b[ :.]*)*"
)
_NUMBER = (
    r"[#(]?(?P<{0}>\d{{1,2}}|" + "|".join(_FIGURES) + r")(?:st|nd|rd|th|er|re|e|eme|o|a|º|ª|°)?\b"
)
_AND = r"(?: ?(?:,|and|y|e|et|und|dan|&|\+) ?(?:the |number |also )*)"
_OR = re.compile(r"^\W*(?:or|o|ou|oder|atau|/)\b")
_CHOICE = re.compile(
    _BEGIN + _NUMBER.format("one") + f"(?:{_AND}{_NUMBER.format('two')}(?!\\w))?" + r"(?P<rest>.*)$"
)
_NOUN = re.compile(
    r"^(?: (?:one|option|point|reading|opcion|opcao|opzione|option|moglichkeit|pilihan)\b)?(?P<rest>.*)$"
)
_GOES_ON = re.compile(
    r"^(?:[)\]]|[.,;:!\-](?!\d) ?|$| ?[-:;(]| ?(?:please|thanks|thank|thx|por favor|gracias|obrigad|merci|s'il|danke|bitte|grazie|per favore|terima|ya\b|is (?:right|correct|it|what)|es (?:correct|la)|ist (?:richtig|korrekt)|, ))"
)
_NOT = re.compile(r"\b(?:not|no|nao|pas|nicht|kein\w*|non|bukan|tidak|never|nunca|jamais)\b[^,.;]*")
_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|if|unless|or|not sure|do not know|either|both|quizas?|talvez|tal vez|peut-etre|vielleicht|forse|mungkin|si|se|wenn|falls|jika|kalau|ou|oder|atau)\b"
)
_NONE = re.compile(
    r"\b(?:none(?: of (?:these|them|those|the \w+))?|neither(?: of (?:these|them|the two))?|something else|ningun[oa]?(?: de (?:ell[oa]s|est[oa]s))?|otra cosa|algo distinto|nenhum[a]?(?: d(?:eles|elas|estes|essas))?|outra coisa|aucun\w*(?: des deux)?|autre chose|etwas anderes|kein\w{1,2} (?:davon|von beiden)|nessun[oa](?: d(?:ei|elle) due)?|qualcos'altro|altro|hal lain|bukan keduanya)\b"
)
_ELSE = re.compile(
    r"^\W*(?:number |no\. ?|option )?(?:\d{1,2}|three|third|the third)\b|\b(?:please|thanks|thank you|sorry)\b"
)
_BOTH = re.compile(
    r"(?:both(?: of (?:them|these))?|both are true|the two|las dos|los dos|ambos|ambas|os dois|as duas|les deux|beide[s]?|entrambi|entrambe|tutti e due|keduanya|dua-duanya)\b[ ,.!]*(?:please|thanks|thank you|por favor|merci|danke|grazie|terima kasih)?[.! ]*"
)
_LED_BY_NO = re.compile(r"^(?:no|nao|non|nein|tidak|bukan)[,.!] ")

_WORDS = {
    Intent.RESIGNATION: r"resign\w*|step(?:ping)? down|stop (?:being|as)|quit\w*|for good|for ever|renunci\w+|dimit\w+|dejo de ser|dejarlo|deixo de ser|demission\w*|quitter?|definitiv\w+|hore\b.*\bauf|aufhoren|rucktritt|zurucktret\w+|dimission\w*|lascio|lasciare|mundur|berhenti",
    Intent.LEAVE_OF_ABSENCE: r"break|pause|pausa|leave of absence|time off|for a (?:time|while)|temporar\w+|come back|descanso|temporal\w*|volver\w*|licenca|conge|auszeit|unterbrechung|ritorno|cuti|istirahat|jeda|sementara|kembali",
    Intent.MENTOR_APPLICATION: r"become a mentor|being a mentor|to be a mentor|appl(?:y|ication|ying)|ser mentor\w*|postul\w+|candidat\w+|devenir mentor\w*|mentor(?:in)? werden|bewerb\w*|diventare mentor\w*|menjadi mentor|mendaftar|daftar",
    Intent.COURSE_COMPLETION: r"course|finished|completed|training|certificate|curso|termine|terminei|cours|formation|kurs|abgeschlossen|corso|finito|kursus|pelatihan|menyelesaikan",
    Intent.MENTOR_REQUEST: r"(?:need|want|ask for|looking for|get|no) a? ?mentor|have no mentor|pido (?:un )?mentor|peco (?:um )?mentor|demande un mentor|um einen mentor|chiedo un mentor\w*|minta mentor",
    Intent.MENTOR_CHANGE: r"(?:another|new|different|other) (?:one|mentor)|change\w*|cambi\w+|troca\w*|changer|wechsel\w*|anderen mentor|ganti",
    Intent.MENTEE_ACCEPTANCE: r"(?:take|accept) \w* ?(?:mentee|her|him|them)|mentee|mentorado|mentore",
    Intent.RENEWAL: r"extend|extension|renew\w*|another year|prorrog\w+|renova\w*|prolong\w*|verlanger\w*|rinnov\w*|perpanjang\w*",
    Intent.MEETING_REPORT: r"meeting|met|reunion|reuniao|rencontre|treffen|incontro|pertemuan",
    Intent.FEEDBACK: r"feedback|opinion|opiniao|avis|ruckmeldung|parere|umpan balik",
    Intent.STATUS_QUESTION: r"status|how far|progress|en que va|em que pe|ou en est|wie weit|che punto|sampai di mana",
    Intent.GENERAL_QUESTION: r"(?:a|the|just|only a|have a) question|only asking|just asking|question|pregunta|pergunta|frage|domanda|pertanyaan|bertanya",
    Intent.DATA_REQUEST: r"data|copy|erase\w*|datos|dados|donnees|daten|dati",
    Intent.ANNOUNCEMENT: r"news|announce\w*|noticia|nouvelle|nachricht|notizia|kabar",
}  # fmt: skip
_NAMES = {intent: re.compile(rf"\b(?:{words})\b") for intent, words in _WORDS.items()}


def read_choice(matter: Matter, asks: Asks) -> Reading | None:
    """Read an answer to a letter with numbered readings; None where it must be read as any mail.

    The last number stands for "something else". Facts that the answer states come with it.
    """
    lines = _lines(matter)
    found = _numbers(lines)
    if found is None and takes_back(spoken(matter)):
        return _reading(matter, asks, Intent.TAKE_BACK, ())
    if found is None:
        found = _in_words(" ".join(lines), asks) or _yes_or_no(matter, asks)
    if found is None or (found == (len(asks.intents),) and _says_what(lines)):
        return None
    return _reading(matter, asks, Intent.CHOICE, found)


def _lines(matter: Matter) -> list[str]:
    """Return the first lines that carry the answer; a list number is part of it here."""
    kept: list[str] = []
    for line in map(plain, matter.fresh.splitlines()):
        if closes(line) or len(kept) == _LINES:
            break
        if line and not greets(line):
            kept.append(line)
    return kept


def _numbers(lines: list[str]) -> tuple[int, ...] | None:
    """Return the numbers that a line begins with; None where none does, or two are left open."""
    found: list[int] = []
    for line in lines:
        match = _CHOICE.match(line)
        rest = _NOUN.match(match["rest"]) if match else None
        if match is None or rest is None:
            continue
        if _OR.match(rest["rest"]):
            return None
        if not _GOES_ON.match(rest["rest"]):
            continue
        found += [_figure(word) for word in (match["one"], match["two"]) if word]
    return tuple(dict.fromkeys(found)) or None


def _says_what(lines: list[str]) -> bool:
    """Say whether "something else" is followed by what it is: that is read as any mail."""
    rest = _ELSE.sub(" ", _NONE.sub(" ", " ".join(lines)))
    return len(re.findall(r"[^\W\d]{2,}", rest)) > _THANKS


def _figure(word: str) -> int:
    return int(word) if word.isdigit() else _FIGURES[word]


def _in_words(text: str, asks: Asks) -> tuple[int, ...] | None:
    """Return the one reading that a short answer names: "the break, not for good"."""
    offered = len(asks.intents) - 1
    if _NONE.search(text) and "?" not in text:
        return (offered + 1,)
    if offered == 2 and _BOTH.fullmatch(text):  # noqa: PLR2004 - both are two
        return (1, 2)
    said = _NOT.sub(" ", _LED_BY_NO.sub("", text))
    if len(text.split()) > _FEW or "?" in text or _HEDGE.search(said):
        return None
    named = [
        number
        for number, intent in enumerate(asks.intents, start=1)
        if (words := _NAMES.get(intent)) and words.search(said)
    ]
    return (named[0],) if len(named) == 1 else None


def _yes_or_no(matter: Matter, asks: Asks) -> tuple[int, ...] | None:
    """Take yes or no for an answer where one reading was offered beside "something else"."""
    if len(asks.intents) != 2 or len(matter.fresh.split()) > _FEW:  # noqa: PLR2004 - the reading and "something else"
        return None
    text = spoken(matter)
    intent, hedged = polarity(text) if text else (None, False)
    if intent is None or hedged:
        return None
    return (1,) if intent is Intent.YES else (2,)


def _states_facts(matter: Matter, fields: Fields) -> bool:
    """Say whether an answer tells more than which reading is meant: a date, somebody's name."""
    named = fields.recommended or fields.mentee or fields.mentor
    return bool(named) or len(re.findall(r"\d{1,4}", matter.fresh)) > 1


def _reading(matter: Matter, asks: Asks, intent: Intent, chosen: tuple[int, ...]) -> Reading:
    meant = [asks.intents[number - 1] for number in chosen if 0 < number < len(asks.intents)]
    words = [word for word in matter.fresh.split() if len(word) > 1]
    fields, reasons = Fields(), list(doubts(matter, ()))
    if meant and len(words) > len(chosen) + 1:
        collected = gather(matter, tuple(Found(one, CLEAR, matter.fresh, 0) for one in meant))
        fields = collected.fields
        # "The break, please" names no end of the break, and need not.
        reasons += collected.doubts if _states_facts(matter, fields) else ()
    if intent is Intent.CHOICE and (len(words) > _MANY or any(s.asks for s in matter.text)):
        reasons.append("Something else is said beside the number")
    heard = Heard(
        intent, asks.procedure, asks.case, replace(fields, choice=chosen), matter.fresh[:500]
    )
    return Reading((heard,), None, tuple(dict.fromkeys(reasons)), matter.language)
