"""Dates in languages that are recognised but not read: a day or the end of a month, a weekday.

Such a mail goes to a person; what it says is shown to them with its dates all the same. All words
are folded, and stems stand for their cases: "1 lipca", "10 Ekim'de", "15-én márciusban".
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from mailer.understand.calendar_days import Found, Lean, day_of, month_end, year_for

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "styczn lut mar[cz] kwie[tc] maj czerw lip sierp wrze pazdziernik listopad grud",
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "cs": "led unor brez dub kvet cervn cervenc srp zari rij listopad prosin",
    "sk": "januar februar mare?c april maj jun jul august septemb oktob novemb decemb",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
    "decembrie",
    "hu": "januar februar marcius aprilis majus junius julius augusztus szeptember oktober "
    "november december",
    "fi": "tammiku helmiku maalisku huhtiku toukoku kesaku heinaku eloku syysku lokaku marrasku "
    "jouluku",
    "hr": "sijec veljac ozuj trav svib lip srp kolovoz ruj listopad studen? prosin",
    "ca": "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
}
"""How the months begin, in their order."""

_DAYS = {
    "nl": "eergisteren gisteren vandaag morgen",
    "pl": "przedwczoraj wczoraj dzis(?:iaj)? jutro",
    "tr": "evvelsi_gun dun bugun yarin",
    "sv": "i_forrgar i_gar/igar i_dag/idag i_morgon/imorgon",
    "da": "i_forgars i_gar i_dag i_morgen",
    "no": "i_forgars i_gar i_dag i_morgen",
    "cs": "predevcirem vcera dnes zitra",
    "sk": "predvcerom vcera dnes zajtra",
    "ro": "alaltaieri ieri (?:astazi/azi) maine",
    "hu": "tegnapelott tegnap ma holnap",
    "fi": "toissapaivana eilen tanaan huomenna",
    "hr": "prekjucer jucer danas sutra",
    "ca": "abans-d'ahir ahir avui dema",
}
"""The day before yesterday, yesterday, today and tomorrow."""

_WEEKDAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedzial(?:ek|ku) wtor(?:ek|ku) srod[aey] czwart(?:ek|ku) piat(?:ek|ku) sobot[aey] "
    "niedziel[aei]",
    "tr": "pazartesi sali carsamba persembe cuma cumartesi pazar",
    "sv": "mandags? tisdags? onsdags? torsdags? fredags? lordags? sondags?",
    "da": "mandag tirsdag onsdag torsdag fredag lordag sondag",
    "no": "mandag tirsdag onsdag torsdag fredag lordag sondag",
    "cs": "pondel(?:i|ka) uter[yk]u? stred[auy] ctvrt(?:ek|ku) pat(?:ek|ku) sobot[auy] nedel[ei]",
    "sk": "pondel(?:ok|ku) utor(?:ok|ku) stred[auy] stvrt(?:ok|ku) piat(?:ok|ku) sobot[auy] "
    "nedel[aue]",
    "ro": "luni marti miercuri joi vineri sambat[a] duminic[a]",
    "hu": "hetfo[a-z]* kedd[a-z]* szerda[a-z]* csutortok[a-z]* pentek[a-z]* szombat[a-z]* "
    "vasarnap[a-z]*",
    "fi": "maanantai[a-z]* tiistai[a-z]* keskiviikko[a-z]* torstai[a-z]* perjantai[a-z]* "
    "lauantai[a-z]* sunnuntai[a-z]*",
    "hr": "ponedjelj(?:ak|ka) utor(?:ak|ka) srijed[aeu] cetvrt(?:ak|ka) pet(?:ak|ka) subot[aeu] "
    "nedjelj[aeu]",
    "ca": "dilluns dimarts dimecres dijous divendres dissabte diumenge",
}

_ENDS = {
    "nl": "eind(?:e)?(?: van)? ~",
    "pl": "kon(?:iec|cem|cu|ca) ~",
    "tr": "~ sonu[a-z]*",
    "sv": "slutet av ~",
    "da": "(?:slutningen|udgangen) af ~",
    "no": "(?:slutten|utgangen) av ~",
    "cs": "kon(?:ec|cem|ce|ci) ~",
    "sk": "kon(?:iec|com|ca|ci) ~",
    "ro": "(?:sfarsitul|finele)(?: lunii| lui)? ~",
    "hu": "~ veg[a-z]*",
    "fi": "~ lop[a-z]*",
    "hr": "kraj(?:em|a|u)? ~",
    "ca": "(?:final|finals|fi) (?:de |d')~",
}
"""The end of a month, which stands at "~"."""

_MONTH_FIRST = ("hu", "fi")
_BEHIND = r"[.,]?(?: (?:de |roku |yil[i]? )?(?P<year>20\d\d))?"


@cache
def _shapes(language: str) -> tuple[re.Pattern[str], ...]:
    months = "|".join(f"(?P<m{n}>{stem})" for n, stem in enumerate(_MONTHS[language].split(), 1))
    month = rf"(?:{months})[a-z]*"
    number = r"(?<![\d:./])(?P<day>[0-3]?\d)(?![\d:/])"
    after = rf"{number}(?:-?(?:go|e|a|en|an)|\.)? ?(?:de |d')?{month}{_BEHIND}"
    before = rf"(?:(?P<year>20\d\d)\.? )?\b{month} {number}"
    days = (row.replace("/", "|").replace("_", " ?") for row in _DAYS[language].split())
    words = "|".join(f"(?P<d{n}>{word})" for n, word in enumerate(days))
    end = rf"\b{_ENDS[language].replace('~', month)}{_BEHIND}"
    long = (before, after, end) if language in _MONTH_FIRST else (after, end)
    week = "|".join(f"(?P<w{n}>{day})" for n, day in enumerate(_WEEKDAYS[language].split()))
    return (*map(re.compile, long), re.compile(rf"\b(?:{words}|{week})\b"))


def elsewhere(low: str, base: date, lean: Lean, language: str) -> Iterator[Found]:
    """Give the dates of a folded text in one of these languages; nothing for any other."""
    if language not in _MONTHS:
        return
    *long, words = _shapes(language)
    for shape in long:
        for hit in shape.finditer(low):
            groups = hit.groupdict()
            month = next(n for n in range(1, 13) if groups[f"m{n}"])
            number = int(groups["day"]) if "day" in groups else 0
            year = int(hit["year"]) if hit["year"] else year_for(month, number or 1, base, lean)
            found = day_of(year, month, number) if number else month_end(year, month)
            if found:
                yield Found(hit.start(), hit.end(), found, yearless=not hit["year"])
    for hit in words.finditer(low):
        word = str(hit.lastgroup)
        weekday, number = word.startswith("w"), int(word[1:])
        apart = _to_weekday(base, number, lean) if weekday else number - 2
        yield Found(hit.start(), hit.end(), base + timedelta(days=apart), weekday=weekday)


def _to_weekday(base: date, number: int, lean: Lean) -> int:
    """Return how many days it is to the next such weekday, or back to the last one."""
    ahead = (number - base.weekday()) % 7 or 7
    return ahead if lean is Lean.FUTURE else ahead - 7 or -7
