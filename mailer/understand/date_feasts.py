# ruff: noqa: E501 - a row of names broken over lines is harder to read than a long one
"""Feasts whose day can be worked out: "at Michaelmas", "bis Pfingsten", "after Thanksgiving".

Feasts of moving calendars (Ramadan, Eid, the lunar new year) stay unread: a person looks there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from mailer.understand import date_words as words
from mailer.understand.calendar_days import (
    Found,
    Lean,
    advent,
    day_of,
    easter,
    fits,
    nth_weekday,
)

_FEASTS = {
    "en": """\
12-25 christmas(?: day)?|xmas(?: day)? ; 12-26 boxing day|st\\.? stephen's day ; 12-31 new year'?s? eve|nye|hogmanay
1-1 new year'?s day|new years day|the new year|new year'?s|new year|new years ; 1-6 epiphany|three kings'? day|little christmas|twelfth night
2-2 candlemas|groundhog day ; 2-6 waitangi(?: day)? ; 2-14 valentine'?s(?: day)? ; 1-26 australia day ; 3-1 st\\.? david'?s day ; 3-8 women'?s day
3-15 ides of march ; 3-17 (?:saint|st\\.?) patrick'?s(?: day)?|(?:saint|st\\.?) patrick|paddy'?s day ; 4-1 april fool'?s(?: day)? ; 4-21 kartini day
4-23 (?:saint|st\\.?) george'?s day ; 4-25 anzac day ; ?5-1 labour day ; 5-1 may day|workers' day|worker's day|workers day|beltane ; 6-1 madaraka day ; 6-12 democracy day
6-19 juneteenth ; ?6-21 summer solstice|longest day ; ?6-24 midsummer'?s?(?: day)? ; 7-1 canada day ; 9-24 heritage day ; 9-28 st\\.? wenceslas day
9-29 michaelmas ; 10-20 mashujaa day ; 10-28 ohi day|day of ohi ; 10-31 halloween|hallowe'en ; 11-1 all saints'?(?: day)? ; 11-2 all souls'?(?: day)?
11-3 culture day ; 11-5 guy fawkes(?: night)?|bonfire night ; 11-9 iqbal day ; 11-11 armistice day|remembrance day|veterans'? day|martinmas
11-22 feast of st\\.? cecilia ; 11-30 (?:saint|st\\.?) andrew'?s(?: day)? ; 12-6 (?:saint|st\\.?) nicholas'?s?(?: day)?
?12-21 winter solstice|shortest day ; e-47 shrove tuesday|pancake day|mardi gras ; e-46 ash wednesday ; e-7 palm sunday ; e-3 maundy thursday
e-2 good friday ; e+0 easter sunday|easter day|easter ; e+1 easter monday ; e+39 ascension(?: day)? ; e+49 whitsun|whit sunday|pentecost
e+50 whit monday ; e+60 corpus christi ; 3-25 lady day ; ?3-20 spring equinox|vernal equinox ; ?9-22 autumn equinox ; a+0 first sunday of advent|first sunday in advent ; n1-3-0 martin luther king day|mlk day
n2-3-0 presidents'? day|family day ; n3-5-6 clocks go forward ; ?n5-2-6 mother'?s day ; n5-5-0 memorial day ; n6-1-0 june bank holiday
n9-1-0 labor day ; n10-5-6 clocks go back ; n11-1-1 (?:melbourne )?cup day|melbourne cup ; n11-4-3 thanksgiving(?: day)?""",
    "de": """\
12-24 heiligen abend|heiliger abend|heiligabend|heilig abend|weihnachtsabend
12-25 weihnachten|(?:ersten |1\\. )?weihnachtstag|(?:ersten |1\\. )?weihnachtsfeiertag
12-26 (?:zweiten|2\\.) weihnachtstag|(?:zweiten|2\\.) weihnachtsfeiertag|stefanitag|stephanstag|stephanitag ; 12-31 silvester|sylvester|silvesterabend
1-1 neujahr|neujahrstag ; 1-6 heiligen drei konigstag|heilige drei konige|heiligen drei konigen|heiligen drei konige|drei konige|dreikonig|dreikonige|dreikonigstag|epiphanias
2-2 (?:maria )?lichtmess|liachtmess ; ~3-19 josefi ; 3-19 josefitag|josefstag ; ~4-23 georgi ; 4-23 georgitag ; 5-1 tag der arbeit|maifeiertag
~6-24 johanni ; 6-24 johannistag ; 6-29 peter und paul ; 8-1 bundesfeier|bundesfeiertag ; 8-15 maria himmelfahrt ; ~9-29 michaeli|michaelis ; 9-29 michaelistag
10-3 tag der deutschen einheit ; ?10-26 nationalfeiertag ; 10-31 reformationstag ; 11-1 allerheiligen ; 11-2 allerseelen ; ~11-11 martini
11-11 martinstag|martinitag|sankt martin ; ~11-15 leopoldi ; 11-15 leopolditag ; ~11-25 kathrein ; 11-25 kathreintag ; 12-4 barbaratag ; 12-5 krampustag
~12-6 nikolaus|nikolo ; 12-6 nikolaustag ; 12-8 maria empfangnis ; e-52 weiberfastnacht|weiberfasching|altweiber|schmutziger donnerstag ; e-48 rosenmontag
e-47 veilchendienstag|faschingsdienstag|fastnachtsdienstag ; ?e-47 fasching|karneval|fastnacht ; e-46 aschermittwoch ; e-35 reminiszere
e-7 palmsonntag ; e-3 grundonnerstag ; e-2 karfreitag|karfreitach ; e-1 karsamstag ; e+0 ostersonntag|ostern|oschtern ; e+1 ostermontag|oschtermontag
e+7 weissen sonntag|weissem sonntag|weisser sonntag ; e+39 (?:christi )?himmelfahrt|himmelfahrtstag|vatertag|auffahrt|auffahrtstag|auffahrtsdonnerstag
e+48 pfingstsamstag ; e+49 pfingsten|pfingstsonntag ; e+50 pfingstmontag ; e+56 trinitatis ; e+60 fronleichnam ; a-14 volkstrauertag
a-11 buss- und bettag ; a-7 totensonntag|ewigkeitssonntag ; a+0 (?:ersten|erster|1\\.) advent ; a+7 (?:zweiten|zweiter|2\\.) advent
a+14 (?:dritten|dritter|3\\.) advent ; a+21 (?:vierten|vierter|4\\.) advent ; n5-2-6 muttertag ; n10-1-6 erntedank|erntedankfest""",
    "it": """\
~12-25 natale ; ~12-26 santo stefano ; 12-31 san silvestro|l'ultimo dell'anno ; 1-1 capodanno|primo dell'anno ; 1-6 epifania|befana ; 2-2 candelora
~2-3 san biagio ; ~2-5 sant'agata ; 2-14 san valentino ; ~3-19 san giuseppe ; 4-25 festa della liberazione ; 5-1 festa dei lavoratori|festa del lavoro
6-2 festa della repubblica ; ~6-24 san giovanni ; ~6-29 santi pietro e paolo ; ~7-26 sant'anna ; ~8-11 santa chiara ; 8-15 ferragosto
~8-16 san rocco ; ~10-4 san francesco ; 11-1 ognissanti|tutti i santi|dopo i santi|per i santi ; 11-2 giorno dei morti|commemorazione dei defunti
~11-11 san martino ; ~11-22 santa cecilia ; ~11-25 santa caterina ; ~12-6 san nicolo|san nicola ; ~12-7 sant'ambrogio ; 12-8 immacolata
~12-13 santa lucia ; e-52 giovedi grasso|berlingaccio ; e-47 martedi grasso ; ?e-47 carnevale ; e-46 mercoledi delle ceneri|le ceneri
e-7 domenica delle palme|le palme ; e-3 giovedi santo ; e-2 venerdi santo ; e-1 sabato santo ; e+0 pasqua ; e+1 pasquetta|lunedi dell'angelo
e+39 ascensione ; e+49 pentecoste ; e+60 corpus domini""",
    "es": """\
12-24 nochebuena ; 12-25 navidad ; 12-31 nochevieja|fin de ano ; 1-1 ano nuevo ; 1-6 dia de reyes|epifania ; ~1-6 reyes ; ~2-2 la candelaria
~3-19 san jose ; 4-23 sant jordi|dia del libro ; 5-1 dia del trabajo|dia del trabajador ; ~6-24 san juan ; ~6-29 san pedro ; 7-16 virgen del carmen
~7-25 santiago ; 8-15 virgen de agosto ; ~8-16 san roque ; 10-12 dia de la hispanidad|dia de la raza|dia del pilar ; 11-1 todos los santos
11-2 dia de los muertos|dia de muertos|dia de difuntos|dia de los difuntos|noche de difuntos ; ~11-11 san martin|san martino
12-8 inmaculada|purisima ; 12-12 virgen de guadalupe ; 12-28 santos inocentes ; ?e-47 carnaval|carnavales ; e-46 miercoles de ceniza
e-7 domingo de ramos ; ?e-7 semana santa ; e-3 jueves santo ; e-2 viernes santo ; e-1 sabado santo
e+0 domingo de pascua|domingo de resurreccion|pascua ; e+39 ascension ; e+49 pentecostes ; e+60 corpus christi""",
    "pt": """\
~12-25 natal ; 12-25 dia de natal ; 12-31 reveillon|ultimo dia do ano ; 1-1 ano novo ; ?1-1 virar do ano|virada do ano ; 1-6 dia de reis
4-21 tiradentes ; 5-1 dia do trabalhador|dia do trabalho ; ~6-13 santo antonio ; ~6-24 sao joao ; ~6-29 sao pedro ; 10-12 nossa senhora aparecida
11-1 todos os santos ; 11-2 finados ; ~11-11 sao martinho ; 12-8 imaculada conceicao ; ?e-47 carnaval ; e-46 quarta-feira de cinzas
e-7 domingo de ramos ; ?e-7 semana santa ; e-3 quinta-feira santa ; e-2 sexta-feira santa ; e+0 domingo de pascoa|pascoa ; e+49 pentecostes
e+60 corpus christi ; n10-2-6 cirio|cirio de nazare""",
    "fr": """\
?12-24 reveillon ; ~12-25 noel ; 12-31 la saint-sylvestre ; 1-1 nouvel an|jour de l'an|premier de l'an ; ?1-1 nouvelle annee
1-6 epiphanie|jour des rois ; 2-2 chandeleur ; 2-14 la saint-valentin ; ?5-1 fete du travail ; 6-24 la saint-jean|la saint-jean-baptiste
8-15 assomption ; 9-29 la saint-michel ; 11-1 la toussaint ; 11-2 jour des morts ; 11-11 l'armistice|la saint-martin ; 11-22 la sainte-cecile
11-25 la sainte-catherine ; 12-1 la saint-eloi ; 12-4 la sainte-barbe ; 12-6 la saint-nicolas ; e-47 mardi gras ; e-46 mercredi des cendres
e-7 dimanche des rameaux|les rameaux ; e-3 jeudi saint ; e-2 vendredi saint ; e+0 dimanche de paques|paques ; e+1 lundi de paques
e+39 l'ascension|jeudi de l'ascension ; e+49 pentecote|dimanche de pentecote ; e+50 lundi de pentecote ; e+60 fete-dieu ; n10-2-0 action de grace|action de graces""",
    "id": """\
12-25 natal|krismas ; 12-31 malam tahun baru ; 1-1 tahun baru ; 4-21 hari kartini ; 5-1 hari buruh ; 8-17 hari kemerdekaan|hari proklamasi
e-2 jumat agung ; e+0 paskah ; e+39 kenaikan isa almasih|kenaikan yesus ; e+49 pentakosta ; a+0 minggu adven pertama|adven pertama""",
}
"""A day and the names of its feast: "12-25" the day of every year, "e+39" days from Easter, "a-7"
days from the first Sunday of Advent, "n9-1-0" a weekday of a month (the fifth is the last). Before
it "?" says that the day is not certain, "~" that a saint's name is a feast only behind a lead."""

_LEAD = (
    r"(?:(?:fino a|entro|dopo|da|a|per|col|giorno di|sera di|notte di|vigilia di|festa di|di|tra"
    r"|por|para|hasta|desde|dia de|noche de|visperas? de|tras|despues de|a partir de|antes de"
    r"|ate o|ate a|ate ao?|ate|d[oe]|no|ao|pelo|dps do|depois d[eo]|festa de|noite de|a partir do"
    r"|vespera de|antes do|ab|bis|zu|zum|nach|vor|seit|jusqu'a|avant|apres|depuis|entre|pour|des"
    r"|a la|a partir de|veille de|soir de|jour de) )"
)
_UNREAD = re.compile(
    r"\b(?:orthodox|greek|coptic|merry|happy|feliz(?:es)?|frohe[snr]?|buon[a]?|selamat|joyeu(?:x|se)|bonne|gut(?:en|es)|schone[ns]?|chinese|lunar|islamic|blessed) $"
)
_UNREAD_AFTER = re.compile(
    r" (?:imlek|islam|hijriah|saka|aymara|chino|chinois|cinese|party|tree|cards?|gifts?|island|brunch|resolutions?|presents?|eggs?|bunny|dinner|lunch|ortodoss[ao]|ortodoxa|orthodoxe)\b"
)
_OTHER = r"(?:epifania|capodanno|pasqua|pasquetta|silvester|neujahr|neuj)"
_BEFORE = re.compile(
    r"(?:(?P<eve>(?:the |\b)(?:eve of|night before|evening before|day before)(?: the)?|(?:la )?vigilia d[iel]+l?'?|(?:la )?vispera de(?: la)?|(?:na )?vespera d[eoa]|(?:la )?veille d[eu](?: la| l')?|vorabend (?:von|zu|vor)|(?:am |\b)tag vor)"
    r"|\b(?P<next>(?:the )?day after|(?:au |le )?lendemain d[eu](?: la| l')?|el dia despues de|(?:am |\b)tag nach|il giorno dopo)"
    r"|(?P<last>last|this past|letzte[nrs]?|vergangene[nrs]?|l'ultim[oa]|passad[oa])"
    r"|(?P<about>(?:just |shortly |right |kurz |bis |da |ate |subito |poco )*(?:after|before|over|during|nach|vor|uber|dopo|prima|apres|avant|despues|antes|depois|dps|setelah|sesudah|sehabis|sebelum|lepas|zwischen|between)(?: the| di| de| d[eo]| das?| la| le| il)?)) ?$"
)
_BEHIND = re.compile(
    r"(?P<eve> eve\b)|(?P<last> (?:pasad[ao]|passad[oa]|scors[oa]|dernier|derniere|lalu|kemarin)\b)"
    r"|,? (?:of |de |del |do |dell'anno |di )?(?P<year>20\d\d)(?!\d)|(?P<about> weekend\b| week\b| term\b)"
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_LAST_WORD = re.compile(r"[a-z]+(?:-feira)?,? $")
_SIDES = re.compile(
    r"(?:(?P<after>after|nach|dopo|apres|despues|depois|dps|setelah|sesudah|sehabis|lepas)"
    r"|before|vor|prima|avant|antes|sebelum)(?: the| di| de| d[eo]| das?| la| le| il)?"
)
_ROW = re.compile(r" ; |\n(?=.)")
_STROKE = re.compile(r"\|(?![^(]*\))")
_OPTIONAL = re.compile(r"\(\?:[^)]*\)\??")


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: its rule as it is written above, and its name."""

    rule: str
    name: re.Pattern[str]


@cache
def feasts(language: str) -> dict[str, list[Feast]]:
    """Return the feasts of a language and the English ones by the longest word of their name."""
    codes = [language, "en"] if language in _FEASTS and language != "en" else ["en"]
    rows = [row.strip().split(" ", 1) for code in codes for row in _ROW.split(_FEASTS[code])]
    known: dict[str, list[Feast]] = {}
    for rule, names in rows:
        lead = _LEAD if rule.startswith("~") else ""
        for name in _STROKE.split(names):
            key = max(_WORD.findall(_OPTIONAL.sub("", name)), key=len)
            shape = re.compile(rf"(?<![\w-]){lead}(?P<name>{name})(?!\w|-(?!{_OTHER}))")
            known.setdefault(key, []).append(Feast(rule, shape))
    return known


def _day(rule: str, year: int) -> date | None:
    """Return the day of a feast in a year."""
    if rule[0] == "e":
        return easter(year) + timedelta(days=int(rule[1:]))
    if rule[0] == "a":
        return advent(year) + timedelta(days=int(rule[1:]))
    if rule[0] == "n":
        month, nth, weekday = map(int, rule[1:].split("-"))
        return nth_weekday(year, month, nth, weekday)
    month, day = map(int, rule.split("-"))
    return day_of(year, month, day)


def _chosen(rule: str, base: date, lean: Lean, year: str | None) -> date | None:
    if year:
        return _day(rule, int(year))
    for one in (base.year, base.year - 1, base.year + 1):
        found = _day(rule, one)
        if found and fits(found, base, lean):
            return found
    return _day(rule, base.year)


@cache
def _keys(language: str) -> frozenset[str]:
    return frozenset(feasts(language))


def _named(text: str, tokens: frozenset[str], language: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Give the names of feasts, the longest first: "Easter Monday" before "Easter"."""
    known = feasts(language)
    if _keys(language).isdisjoint(tokens):
        return
    hits = [
        (feast.rule, hit)
        for key in tokens & known.keys()
        for feast in known[key]
        for hit in feast.name.finditer(text)
    ]
    hits.sort(key=lambda one: (one[1].start("name") - one[1].end(), one[1].start()))
    for rule, hit in hits:
        wished = _UNREAD.search(text, max(0, hit.start("name") - 12), hit.start("name"))
        if not wished and not _UNREAD_AFTER.match(text, hit.end()):
            yield rule, hit


def _weekday_beside(
    text: str, at: int, before: re.Match[str] | None, feast: date, language: str
) -> int:
    """Return how far off "the Tuesday after Easter" is from the feast, in days; 0 for no weekday."""
    word = _LAST_WORD.search(text, 0, at)
    sides = _SIDES.fullmatch(before["about"] or "") if before else None
    if not word or not sides:
        return 0
    known = words.forms(words.WEEKDAYS["en"]) | words.forms(words.WEEKDAYS.get(language, ""))
    if not (weekday := known.get(word[0].strip(" ,"))):
        return 0
    off = (weekday - 1 - feast.weekday()) % 7 or 7
    return off if sides["after"] else off - 7 or -7


def festive(
    text: str, tokens: frozenset[str], base: date, lean: Lean, language: str
) -> Iterator[Found]:
    """Give the feasts that a folded text names; "after Easter" is unclear."""
    for written, hit in _named(text, tokens, language):
        begin = hit.start("name")
        before = _BEFORE.search(text, max(0, begin - 40), begin)
        behind = _BEHIND.match(text, hit.end())
        sides = [one.groupdict() for one in (before, behind) if one]
        said = {name for one in sides for name, words in one.items() if words}
        year = behind["year"] if behind else None
        way = Lean.PAST if "last" in said else lean
        if found := _chosen(written.lstrip("?~"), base, way, year):
            start = before.start() if before else begin
            shift = ("next" in said) - ("eve" in said)
            beside = _weekday_beside(text, start, before, found, language) if "about" in said else 0
            yield Found(
                start,
                behind.end() if behind else hit.end(),
                found + timedelta(days=beside or shift),
                unclear=("about" in said and not beside) or written[0] == "?",
                yearless=not year and "last" not in said,
                movable=written.lstrip("?")[0] in "ean",
            )
