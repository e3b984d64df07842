"""Words for months, weekdays and times in the seven languages, all folded (no accents)."""

_MONTHS = (
    "january jan janvier janv januar januari jänner janner enero ene janeiro gennaio genn",
    "february feb fevrier fevr februar februari febrero fevereiro fev febbraio febb pebruari",
    "march mar mars marz maerz maret marzo marco",
    "april apr avril avr abril abr aprile",
    "may mai mei mayo maio maggio magg",
    "june jun juin juni junio junho giugno giu",
    "july jul juillet juil juli julio julho luglio lug",
    "august aug aout agosto ago agustus agt",
    "september sep sept septembre septiembre setembro settembre set",
    "october oct okt octobre oktober octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro nop",
    "december dec dez dic decembre dezember diciembre dezembro dicembre desember des",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words.split()}

_WEEKDAYS = (
    "monday mon lundi montag lunes segunda-feira segunda lunedi senin",
    "tuesday tue tues mardi dienstag martes terca-feira terca martedi selasa",
    "wednesday wed mercredi mittwoch miercoles quarta-feira quarta mercoledi rabu",
    "thursday thu thurs jeudi donnerstag jueves quinta-feira quinta giovedi kamis",
    "friday fri vendredi freitag viernes sexta-feira sexta venerdi jumat",
    "saturday sat samedi samstag sonnabend sabado sabato sabtu",
    "sunday sun dimanche sonntag domingo domenica minggu ahad",
)
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}

NUMBERS = {
    word: number
    for number, words in {
        1: "a an one un una une uma ein eine einem einer uno satu se",
        2: "two couple dos deux zwei duas dois due dua",
        3: "three tres trois drei tre tiga",
        4: "four cuatro quatre vier quatro quattro empat",
        5: "five cinco cinq funf cinque lima",
        6: "six seis sechs sei enam",
        7: "seven siete sept sieben sete sette tujuh",
        8: "eight ocho huit acht oito otto delapan",
        9: "nine nueve neuf neun nove sembilan",
        10: "ten diez dix zehn dez dieci sepuluh",
    }.items()
    for word in words.split()
}

DAY_WORDS = {
    # The longer phrase stands first, so that it is tried first.
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "day before yesterday": -2,
    "day after tomorrow": 2,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last night": -1,
    "yesterday": -1,
    "tomorrow": 1,
    "tonight": 0,
    "today": 0,
    "anteayer": -2,
    "antes de ayer": -2,
    "pasado manana": 2,
    "ayer": -1,
    "hoy": 0,
    "anteontem": -2,
    "depois de amanha": 2,
    "ontem": -1,
    "amanha": 1,
    "hoje": 0,
    "avant-hier": -2,
    "apres-demain": 2,
    "hier": -1,
    "demain": 1,
    "aujourd'hui": 0,
    "vorgestern": -2,
    "ubermorgen": 2,
    "gestern": -1,
    "heute": 0,
    "l'altro ieri": -2,
    "altro ieri": -2,
    "dopodomani": 2,
    "ieri": -1,
    "domani": 1,
    "oggi": 0,
    "kemarin lusa": -2,
    "kemarin dulu": -2,
    "lusa kemarin": -2,
    "kemarin": -1,
    "besok": 1,
    "lusa": 2,
    "hari ini": 0,
}
AMBIGUOUS_DAY_WORDS = {"hier": ("fr",)}
"""Day words that mean something else in another language, with those where they hold."""

AT_ONCE = (
    "immediately",
    "with immediate effect",
    "effective immediately",
    "right now",
    "right away",
    "as of now",
    "from now on",
    "effective now",
    "straight away",
    "at once",
    "de inmediato",
    "inmediatamente",
    "con efecto inmediato",
    "a partir de ya",
    "desde ya",
    "imediatamente",
    "de imediato",
    "com efeito imediato",
    "a partir de agora",
    "avec effet immediat",
    "immediatement",
    "des maintenant",
    "mit sofortiger wirkung",
    "ab sofort",
    "con effetto immediato",
    "da subito",
    "immediatamente",
    "segera",
    "mulai sekarang",
)
