# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Months that tell their last day: "April is my last month", "once May is over"."""

import re
from collections.abc import Iterable

_OVER = {
    "en": (
        r"(?:once|when|after|as soon as) {m} (?:is|has) (?:over|done|up|out|finished|through|behind (?:me|us)|ended)",
        r"(?:once|when|after|as soon as) {m} ends",
    ),
    "es": (
        r"(?:al|despues de) (?:acabar|terminar|finalizar|concluir) (?:el mes de )?{m}",
        r"(?:cuando|en cuanto|apenas|una vez que) (?:se )?(?:acab|termin|finali[cz]|conclu)\w+ (?:el mes de )?{m}",
        r"(?:acabado|terminado|pasado) {m}",
    ),
    "pt": (
        r"(?:ao|depois de) (?:terminar|acabar|findar) (?:o mes de )?{m}",
        r"(?:quando|assim que|logo que) (?:o mes de )?{m} (?:terminar|acabar|findar)",
        r"(?:quando|assim que|logo que) (?:terminar|acabar|findar) (?:o mes de )?{m}",
    ),
    "fr": (
        r"(?:quand |lorsqu(?:e |')|des qu(?:e |')|une fois (?:qu(?:e |'))?)(?:le mois d(?:e |'))?{m} (?:(?:sera|est) )?(?:fini|termine|passe|acheve)",
        r"une fois (?:fini|termine|passe) (?:le mois d(?:e |'))?{m}",
    ),
    "de": (
        r"(?:wenn|sobald|nachdem) (?:der )?{m} (?:vorbei|um|rum|zu ende|voruber|herum)",
        r"nach ablauf des (?:monats )?{m}s?",
    ),
    "it": (
        r"(?:quando|non appena|appena|una volta) (?:finisc|finit|finir|termin)\w+ (?:il mese di )?{m}",
        r"(?:finito|terminato|passato) {m}",
    ),
    "id": (
        r"(?:setelah|sesudah|begitu|kalau|bila) (?:bulan )?{m} (?:selesai|habis|berakhir|lewat|usai)",
    ),
}
"""When a month is over."""

_LAST = {
    "en": (
        r"{m} (?:is|will be|would be|shall be) my (?:very )?last(?: month| one|(?= ?(?:$|[.,;:!)])))",
        r"my last month (?:\w+ ){0,4}?(?:is|will be|would be) {m}",
    ),
    "es": (
        r"{m} (?:es|sera|seria|va a ser) mi ultimo mes",
        r"mi ultimo mes (?:\w+ ){0,4}?(?:es|sera|seria|va a ser) {m}",
    ),
    "pt": (
        r"{m} (?:e|sera|seria|vai ser) (?:o )?meu ultimo mes",
        r"(?:o )?meu ultimo mes (?:\w+ ){0,4}?(?:e|sera|seria|vai ser) {m}",
    ),
    "fr": (
        r"{m} (?:est|sera|serait) mon dernier mois",
        r"mon dernier mois (?:\w+ ){0,4}?(?:est|sera|serait|c'est) {m}",
    ),
    "de": (
        r"(?:der )?{m} (?:ist|wird|ware|soll) (?:\w+ )?mein letzter(?: monat|(?= ?(?:$|[.,;:!)])))",
        r"mein letzter monat (?:\w+ ){0,4}?(?:ist|wird|ware) (?:der )?{m}",
    ),
    "it": (
        r"{m} (?:e|sara|sarebbe) (?:il )?mio ultimo mese",
        r"(?:il )?mio ultimo mese (?:\w+ ){0,4}?(?:e|sara|sarebbe) {m}",
    ),
    "id": (
        r"(?:bulan )?{m} (?:ini )?(?:adalah |jadi |akan jadi |menjadi )?bulan terakhir(?:ku| saya| aku)",
        r"bulan terakhir(?:ku| saya| aku) (?:\w+ ){0,4}?(?:adalah |di |itu )?(?:bulan )?{m}",
    ),
}
"""Which month is the last one: the last of its days is meant, as in "the end of April"."""


def shapes(codes: Iterable[str], month: str) -> Iterable[re.Pattern[str]]:
    """Return the shapes of languages by their codes; `month` is the pattern of a month's name."""
    for code in codes:
        for shape in (*_OVER[code], *_LAST[code]):
            yield re.compile(rf"\b(?:{shape.replace('{m}', f'(?:bulan )?{month}')})\b")
