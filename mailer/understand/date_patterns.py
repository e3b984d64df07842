# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The shapes of dates in one language, compiled from its words and the English ones."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from mailer.understand import date_months
from mailer.understand import date_words as words

_END = {
    "en": "(?:the )?(?:very )?(?:end of|end|last day of|last of|close of)(?: the month of)?",
    "es": "(?:a |el |los )?(?:(?:fin(?:es|al|ales)?|termino) de(?:l mes de)?|ultimo(?: dia)? de)",
    "pt": "(?:a |o |no |ao )?(?:fi(?:m|ns|nal|nais) d[eo](?: mes de)?|ultimo dia d[eo])",
    "fr": "(?:a |la )?(?:(?:fin|terme|issue)(?: de| du mois de| du mois d'| d')?|dernier jour (?:de|d'|du mois de|du mois d'))",
    "de": "(?:ende|ablauf)(?: des monats)?|letzte[nrm]? tage?s? (?:im|des|vom|von)(?: monats?)?",
    "it": "(?:a |la |alla )?(?:fine(?: di| del mese di)?|ultimo giorno di)",
    "id": "akhir(?: bulan)?|hari terakhir(?: bulan| di bulan)?",
}
_END_THIS = {
    "en": "(?:the )?(?:end|last day|close) of (?:the|this) (?:current |present )?month(?! of )|month'?s?[ -]end|(?:end|last day) of month|\\beom\\b",
    "es": "(?:fin(?:al|ales|es)?|ultimo dia) (?:de|del) (?:este |presente )?mes(?: en curso)?(?! que viene| proximo| de )",
    "pt": "(?:fi(?:m|nal|ns|nais)|ultimo dia) (?:do|deste|de este)? ?(?:presente )?mes(?! que vem| seguinte| de )",
    "fr": "(?:fin|terme|issue|dernier jour) (?:du|de ce)(?: present)? mois(?! prochain| de | d')|fin de mois",
    "de": "(?:ende|ablauf) (?:des|dieses|des laufenden) monats(?! (?:jan|feb|marz|apr|mai|jun|jul|aug|sep|okt|nov|dez))|(?:zum |bis )?monatsende|ende monat",
    "it": "(?:fine|ultimo giorno) (?:del|di questo|del corrente)? ?mese(?! prossimo| di )",
    "id": "akhir bulan(?: ini)?(?! (?:depan|lalu|jan|feb|mar|apr|mei|jun|jul|ag|sep|okt|nov|des))",
}
_END_NEXT = {
    "en": "(?:end|last day|close) of (?:the )?(?:next|following|coming) month",
    "es": "(?:fin(?:al|ales|es)?|ultimo dia) (?:de|del) (?:proximo mes|mes que viene|mes proximo|mes siguiente)",
    "pt": "(?:fi(?:m|nal|ns|nais)|ultimo dia) d[oe] (?:proximo mes|mes que vem|mes seguinte)",
    "fr": "(?:fin|dernier jour) du mois prochain|fin du prochain mois",
    "de": "ende (?:des )?(?:nachsten|kommenden|folgenden) monats?",
    "it": "(?:fine|ultimo giorno) (?:del )?(?:prossimo mese|mese prossimo)",
    "id": "akhir bulan depan",
}
_END_LAST = {
    "en": "(?:end|last day) of (?:the )?(?:last|previous|past) month",
    "es": "fin(?:al|ales|es)? (?:de|del) mes pasado",
    "pt": "fi(?:m|nal|nais) do mes passado",
    "fr": "fin du mois (?:dernier|passe)",
    "de": "ende (?:des )?letzten monats?",
    "it": "fine (?:del mese scorso|(?:dello )?scorso mese)",
    "id": "akhir bulan (?:lalu|kemarin)",
}
_END_WEEK = (
    "(?:end|close) of (?:the|this|next) week|ende (?:der|dieser|nachster) woche|fin de (?:la |cette )semaine|"
    "(?:fin|final) de (?:esta |la )semana|fi(?:m|nal) da semana|fine (?:della )?settimana|akhir (?:minggu|pekan)"
)
_END_YEAR = {
    "en": "(?:end|close|last day) of (?:the|this) (?:current )?(?:calendar )?year|year'?s?[ -]end|end of year|\\beoy\\b",
    "es": "(?:fin|final|finales|fines) (?:de|del) (?:este )?ano(?! que viene| pasado)",
    "pt": "(?:fim|final|finais) (?:do|de|deste) (?:corrente |presente )?ano(?! que vem| passado)",
    "fr": "fin (?:de l'|d'|de cette )annee(?! prochaine| derniere)",
    "de": "(?:ende|ablauf) (?:des|dieses|des laufenden) jahres|jahresende|jahreswechsel|jahresschluss|jahresultimo|ende jahr",
    "it": "fine (?:dell'|di quest'|d')?anno(?! prossimo| scorso)",
    "id": "akhir (?:tahun|taun)(?: ini)?(?! depan| lalu| ajaran)",
}
_OF_MONTH = {
    "en": "(?: day)? of (?:(?P<open>the)|(?P<now>this|the current)|(?P<next>next|the next|the following|the coming)|(?P<last>last|the last|the previous)) month",
    "es": " (?:de|del) (?:(?P<open>mes)(?! (?:que|proximo|siguiente|pasado|en curso|de ))|(?P<now>este mes|presente mes|presente|mes en curso|corriente)|(?P<next>proximo mes|mes que viene|mes proximo|mes siguiente)|(?P<last>mes pasado|pasado mes))",
    "pt": " (?:(?P<open>do mes)(?! (?:que|seguinte|passado|de ))|(?P<now>deste mes|do corrente|do presente mes)|do (?P<next>proximo mes|mes que vem|mes seguinte)|do (?P<last>mes passado))",
    "fr": " (?:(?P<open>du mois)(?! (?:prochain|dernier|passe|de |d))|(?P<now>de ce mois|du present mois|courant)|du (?P<next>mois prochain|prochain mois)|du (?P<last>mois dernier|mois passe))",
    "de": "\\.? (?:(?P<open>des monats)|(?P<now>dieses monats|des laufenden monats|d\\. ?m\\.)|des (?P<next>nachsten monats|kommenden monats|folgemonats)|(?:des )?(?P<last>letzten monats|vormonats|vergangenen monats))",
    "it": " (?:(?P<open>del mese)(?! (?:scorso|prossimo|di ))|(?P<now>di questo mese|del corrente mese|corrente mese|c\\.m\\.)|del (?P<next>prossimo mese|mese prossimo)|(?P<last>del mese scorso|dello scorso mese))",
    "id": " bulan (?:(?P<now>ini)|(?P<next>depan)|(?P<last>lalu|kemarin))",
}
_FIRST = "first|1st|primero|primeiro|premier|1er|ersten|erste|primo|uno"
_BARE = {
    "en": r"(?:\b(?:on|by|since|until|till|from|the|of|before|after|to|be|is) (?:the )?|(?<=[nsire]day ))(?:day (?=\d))?(?P<d>\d{1,2})(?:(?:st|nd|rd|th)\b|(?<=day \d)\b|(?<=day \d\d)\b)(?! (?:time|year|month|week|day|anniversary|floor|century|place|module|edition|birthday|mentee|of \w+ (?:mentees?|mentors?)|lesson|rep|person|attempt|try))",
    "es": r"\b(?:(?:el |al |del |dia |hasta el |desde el |el dia |el pasado )(?P<d>\d{1,2})\b(?!\d|[,.]\d|%|[/:-]\d| ?(?:por|de (?:los|las|cada|ellos)|mentor|h\b|am\b|pm\b|anos|dias|semanas|meses|veces|personas)))",
    "pt": r"\b(?:dia|ate|ate o dia|ate dia|desde o dia) (?P<d>\d{1,2})o?\b(?!\d|[,.]\d|%|[/:-]\d| ?(?:por|h\b|horas|anos|dias|semanas|meses|vezes|pessoas|mentor))",
    "fr": r"\b(?:le |au |du |jusqu'au |des le )(?P<d>\d{1,2})(?:er)?\b(?!\d|[,.]\d|%|[/:-]\d| ?(?:h\b|heures|pour|ans|jours|semaines|mois|fois|personnes|mentor))",
    "de": r"\b(?:am|zum|vom|bis|ab|seit|der|den|dem|per|bis zum|ab dem) (?P<d>\d{1,2})\.(?!\d)(?! ?(?:mal|mentee|lektion|modul|stock|jahr|woche|monat|platz|tag|versuch|stunde|geburtstag|klasse|jahrhundert|auflage))",
    "it": r"\b(?:(?:il|al|dal|del|entro il|fino al|giorno) |l'|all'|dall'|dell')(?P<d>\d{1,2})\b(?!\d|[,.]\d|%|[/:-]\d| ?(?:per|anni|giorni|settimane|mesi|volte|persone|mentor|ore))",
    "id": r"\b(?:tanggal|tgl\.?|per tanggal|sampai tanggal) (?P<d>\d{1,2})\b(?!\d|[,.]\d|%|[/:-]\d)",
}
_EVERY = r"(?:every|each|cada|todos (?:os|los)|los|aos|jeden?|chaque|tous les|ogni|tiap|setiap|most|other|il (?=\w+ e il)) "
_SECOND = "segunda|terca|quarta|quinta|sexta"
"""Weekdays that also count ("segunda vez"): they need a word beside them."""


def either(found: Iterable[str]) -> str:
    """Return a pattern of the words, the longest tried first."""
    return "|".join(sorted(map(re.escape, found), key=len, reverse=True)) or "(?!)"


def _both(table: Mapping[str, str], codes: tuple[str, ...]) -> str:
    return "|".join(f"(?:{table[code]})" for code in codes)


_TO = r" ?(?:-|/|to|until|till|bis(?: zum)?|and|al|a|au|y|e|et|und|s/?d|sampai(?: dengan)?|hingga|through|thru|ate|fino al?|jusqu'au|ao) ?(?:the |le |el |il |o |dia |tanggal )?"
_DAY = r"(?P<day>\d{1,2}|primo|primeiro|premier|primero)(?:st|nd|rd|th|er|ro|º|o|a|°|\.)?"
_YEAR = r"(?:,? ?(?:of |de |del |do |di )?(?P<year>20\d\d)(?!\d))?"
AT_AN_END = r"(?= ?(?:$|[,;:!?)-]|\.(?!\d))| (?:and|to|till?|until|back|for|then|at|so|if|as|because|al|a|au|ao|ate|e|et|y|und|bis|mit|hasta|sampai|smp|fino|jusqu'au|jusqu'a|con|com|avec|per|para|pour|com|da|bei|i|we|he|she|it|is|was|ist|war|bin|es|ich|no|non|je|yo|eu|ne|sono|mi|me|mich)\b)"
"""What follows a day that has no month: the end of a phrase or a small word, never a noun."""

_ORDINAL = re.compile(
    rf"(?:\b(?:back|coming|past|hols|off|away|leave) |^)(?P<d>\d{{1,2}})(?:st|nd|rd|th){AT_AN_END}"
)
_PART_OF_DAY = "evening|morning|night|afternoon|aprem|soir|matin|sera|malam|pagi|sore|siang|abend"
_END_KEYS = """
end last close eom month-end year-end fin fines final finales fim fins finais ultimo dernier ende letzte letzter letzten letztem terme issue termino
monatsende jahresende jahreswechsel quartalsende ablauf quarter-end jahresschluss quarter eoy fine akhir terakhir jahresultimo taun
"""
_ONCE_KEYS = """
immediate immediately effective now away once efecto efectos inmediato inmediatos inmediatamente inmediata
ya ahora momento efeito efeitos imediato imediatos imediatamente imediata ja agora immediat immediatement
maintenant present delai jour sofortiger sofort jetzt immediato immediatamente subito adesso ora segera
sekarang ini juga from notice nun weiteres vorerst jetze data fecha heutigem heutigen odierna
"""
_UNIT_KEYS = """
day days night nights hour hours hrs horas week weeks fortnight month months dia dias semana semanas mes meses jour jours semaine
semaines mois tag tage tagen woche wochen monat monate monaten giorno giorni settimana settimane mese
mesi hari minggu pekan bulan seminggu sebulan sehari sepekan
"""
_OF_MONTH_KEYS = (
    "month mes mois monats mese bulan corriente corrente courant vormonats folgemonats presente"
)


@dataclass(frozen=True, slots=True)
class Keys:
    """Words without one of which a text holds no date of a kind."""

    weekdays: frozenset[str]
    words: frozenset[str]
    ends: frozenset[str]
    units: frozenset[str]
    of_month: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    periods: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The shapes of dates of one language, and what its words mean.

    `keys` tell which shapes are worth a look.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    short: frozenset[str]
    numbers: dict[str, int]
    apart: dict[str, int]
    keys: Keys
    days: dict[str, int]
    worded: re.Pattern[str]
    worded_bare: re.Pattern[str]
    worded_year: re.Pattern[str]
    long: re.Pattern[str]
    month_first: re.Pattern[str]
    counted_weekday: re.Pattern[str]
    weekday: re.Pattern[str]
    word: re.Pattern[str]
    distances: tuple[tuple[re.Pattern[str], int], ...]
    ends: tuple[tuple[re.Pattern[str], str], ...]
    months_over: tuple[re.Pattern[str], ...]
    of_month: tuple[re.Pattern[str], ...]
    bare: tuple[re.Pattern[str], ...]
    month_alone: re.Pattern[str]
    parts: re.Pattern[str]
    periods: re.Pattern[str]
    month_led: re.Pattern[str]
    month_span: re.Pattern[str]


def _shapes(months: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = f"(?P<month>{months})"
    long = re.compile(
        rf"(?<![\d./:_])(?:(?P<from>\d{{1,2}})(?:st|nd|rd|th|er|o|°|\.)?(?:{_TO}| (?P<or>or|o|ou|oder|atau) ))?"
        rf"{_DAY}\)? ?-?(?:day )?(?:of (?:the month of )?|von |ae |de |di |le |do mes de |del mes de |bulan )?{month}\b\.?{_YEAR}"
    )
    first = re.compile(
        rf"\b{month}\b\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%])(?! ?(?:am|pm|o'clock|mentees?|reps|people)\b)"
        rf"(?:{_TO}(?P<to>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?(?:{months})\b)(?![:%]))?{_YEAR}"
    )
    return long, first


def _worded(months: str, days: str) -> re.Pattern[str]:
    """Return the shape of "the first of May" and "ventotto febbraio", its day in words."""
    day = rf"(?P<day>{days})"
    # "Trente et un" is one number, not a span.
    tens = r"(?:vinte|trinta|vingt|trente|treinta|dua puluh) (?:e|et|y) "
    link = r"(?: day)? (?:of|ae) (?:the month of )?|(?: dias)? (?:de|do mes de|del mes de|di|bulan) | (?!(?:may|mar|march|set|out|des|sep)\b)"
    to = r" ?(?:-|to|until|till|bis(?: zum)?|and|al|a|au|y|e|et|und|sampai(?: dengan)?|hingga|ate|fino al?|jusqu'au|ao) (?:the |le |el |il |o |dia |tanggal )?"
    return re.compile(
        rf"(?<![\w-])(?:(?!{tens})(?P<from>{days}){to})?{day}(?:{link})(?P<month>{months})\b{_YEAR}"
    )


def _worded_bare(days: str) -> re.Pattern[str]:
    """Return the shape of "by the fifteenth" and "ab dem ersten": a day in words and no month."""
    lead = (
        r"(?:by|on|until|till?|from|to|before|after|since) the|(?:ab|bis|seit|mit)(?: zu)? dem|bis zum|zum|am|vom|"
        r"(?:desde|hasta|para) el|a partir del|le|au|jusqu'au|il|dal|fino al|entro il|sera del|dia|tanggal|tgl"
    )
    return re.compile(rf"\b(?:{lead}) (?P<d>{days})(?! per cento){AT_AN_END}")


def _distances(codes: tuple[str, ...]) -> Iterable[tuple[re.Pattern[str], int]]:
    for table, sign in ((words.AGO, -1), (words.AHEAD, 1)):
        for code in codes:
            count = rf"(?P<n>\d{{1,3}}|{either(words.forms(words.NUMBERS[code]))})"
            measure = f"{count}{' ?' if code == 'id' else ' (?:of )?'}(?:{words.UNITS[code]})"
            for template in table[code]:
                shape = template.replace("{n} {u}", measure)
                yield re.compile(rf"(?<![\w'])(?:{shape})\b"), sign


def _counted_weekday(weekdays: str, months: str) -> re.Pattern[str]:
    """Return the shape of "the first Monday of May" and "le dernier vendredi de juin"."""
    count = "|".join(words.COUNTS)
    return re.compile(
        rf"\b(?P<count>{count}) (?P<weekday>{weekdays}),? (?:of|in|de|do|da|di|del|d'|im|of the month of|pada|bulan)? ?(?:bulan )?(?P<month>{months})\b{_YEAR}"
    )


def _weekday(weekdays: str, codes: tuple[str, ...]) -> re.Pattern[str]:
    of_last, of_next = _both(words.OF_LAST_WEEK, codes), _both(words.OF_NEXT_WEEK, codes)
    lead = (
        rf"(?:(?P<every>{_EVERY})|(?:(?P<last_week>{of_last})|(?P<next_week>{of_next})),? (?:on |hari )?"
        rf"|(?P<last>{_both(words.LAST, codes)}) |(?P<next>{_both(words.NEXT, codes)}) |(?P<this>{_both(words.THIS, codes)}) )?"
    )
    tail = (
        rf"(?P<part>abend|morgen|mittag|vormittag|nachmittag|nacht|s)?\b(?: (?:{_PART_OF_DAY}))?"
        rf"(?: (?:(?P<of_last_week>{of_last})|(?P<of_next_week>{of_next})|(?P<gone>{_both(words.AFTER_LAST, codes)})|(?P<coming>{_both(words.AFTER_NEXT, codes)}))\b)?"
    )
    far = (
        r"(?P<far> week\b(?! ?end)| in einer woche| in acht tagen| en huit\b)?"
        r"(?P<ago>s ago\b)?"
    )
    before = r"(?P<before>(?:a )?week (?:on|from) |two (?=\w+s ago))?(?P<two>(?:two weeks|a fortnight) (?:on|from) (?:this )?)?"
    return re.compile(rf"(?<![\w'-]){before}{lead}(?P<weekday>{weekdays}){far}{tail}")


def _months(own: str) -> dict[str, int]:
    """Return the months of a language, the English ones, and the long names of all others."""
    every = {w: n for row in words.MONTHS.values() for w, n in words.forms(row).items()}
    long = {w: n for w, n in every.items() if len(w) > 5}  # noqa: PLR2004 - a shorter word may mean something else in another language
    return long | words.forms(words.MONTHS["en"]) | words.forms(words.MONTHS[own])


def _ends(codes: tuple[str, ...], months: str) -> Iterable[tuple[re.Pattern[str], str]]:
    for table, kind in (
        (_END_NEXT, "next"),
        (_END_LAST, "last"),
        (_END_THIS, "this"),
        (_END_YEAR, "year"),
    ):
        yield re.compile(rf"\b(?:{_both(table, codes)})\b"), kind
    yield re.compile(rf"\b(?:{words.QUARTER_END})\b"), "quarter"
    yield re.compile(rf"\b(?:{_END_WEEK})\b"), "week"
    yield re.compile(rf"\b(?:{_both(_END, codes)}) ?(?P<month>{months})\b{_YEAR}"), "month"


def _vague(own: str, months: str) -> Iterable[re.Pattern[str]]:
    """Return the shapes of parts of months, of weeks and months, and of months alone."""
    month = rf"(?P<month>{months})\b{_YEAR}"
    yield re.compile(rf"\b(?:{words.PARTS[own]})[ -]?(?:the month of )?{month}")
    yield re.compile(rf"\b(?:{words.PERIODS[own]})\b")
    lead = words.MONTH_LEADS[own]
    yield re.compile(
        rf"\b(?:{lead}) ?(?:the month of |il mese di |(?:l')?mese di |bulan )?{month}(?!'s)"
    )
    span = words.MONTH_SPANS[own].replace("{m}", f"(?P<first>{months})")
    yield re.compile(rf"\b{span} ?{month}")


@cache
def patterns(language: str) -> Patterns:
    """Return the shapes of a language; of one that is not read, the English ones."""
    own = language if language in words.MONTHS else "en"
    codes = (own,) if own == "en" else (own, "en")
    months = _months(own)
    weekdays: dict[str, int] = {}
    numbers: dict[str, int] = {}
    apart: dict[str, int] = {}
    short = {w: n for w, n in words.forms(words.SHORT_WEEKDAYS[own]).items() if w != "-"}
    weekdays |= short
    for code in reversed(codes):
        weekdays |= words.forms(words.WEEKDAYS[code])
        numbers |= words.forms(words.NUMBERS[code])
        apart |= {w: n for n, row in words.DAYS_APART[code].items() for w in row.split("|")}
    phrases = "|".join(
        (words.NO_DAY_AFTER.get(own, "") if w in words.NO_DAY else "") + re.escape(w)
        for w in sorted(apart, key=len, reverse=True)
    )
    known = either(months)
    days = {w: n for code in codes for w, n in words.forms(words.ORDINALS[code]).items()}
    if own not in ("en", "de"):
        days |= words.forms(words.NUMBERS[own])
    parts = {max(re.findall(r"[a-z]+(?:-[a-z]+)?", phrase), key=len) for phrase in apart}
    keys = Keys(
        frozenset({*weekdays, *(f"{w}s" for w in weekdays), *(w.split()[0] for w in weekdays)}),
        frozenset({*parts, *_ONCE_KEYS.split()}),
        frozenset(_END_KEYS.split()),
        frozenset(_UNIT_KEYS.split()),
        frozenset(_OF_MONTH_KEYS.split()),
        frozenset(months),
        frozenset(re.split(r"[ -]", word)[0] for word in days)
        | {word for word in days if "-" in word},
        frozenset(words.PERIOD_KEYS.split()),
        frozenset(words.PART_KEYS.split()),
    )
    return Patterns(
        months,
        weekdays,
        frozenset(short),
        numbers,
        apart,
        keys,
        days,
        _worded(known, either(days)),
        _worded_bare(either(days)),
        re.compile(
            rf",? (?:of |de |del |do |di )?(?:{words.THOUSANDS})[ -]?(?P<n>{either(numbers)})(?!\w)"
        ),
        *_shapes(known),
        _counted_weekday(either(weekdays), known),
        _weekday(either(weekdays), codes),
        re.compile(rf"\b(?:(?P<word>{phrases})|(?P<once>{_both(words.AT_ONCE, codes)}))(?!\w)"),
        tuple(_distances(codes)),
        tuple(_ends(codes, known)),
        tuple(date_months.shapes(codes, rf"(?P<month>{known})\b{_YEAR}")),
        tuple(
            re.compile(
                rf"\b(?P<d>\d{{1,2}}|{_FIRST}|{either(days)})(?:st|nd|rd|th|o|º)?{_OF_MONTH[code]}(?!\w)"
            )
            for code in codes
        ),
        (*(re.compile(_BARE[code]) for code in codes), _ORDINAL),
        re.compile(rf"\b(?P<month>{known})\b"),
        *_vague(own, known),
    )
