"""Words for months, weekdays and times by language, all folded (no accents).

A mail is read with the words of its own language and the English ones: "set", "des" and "out" are
months in one language and small words in another.
"""

MONTHS = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
    "septiembre/setiembre/sept/sep/set octubre/oct noviembre/nov diciembre/dic",
    "pt": "janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago "
    "setembro/set outubro/out novembro/nov dezembro/dez",
    "fr": "janvier/janv fevrier/fevr/fev mars avril/avr mai juin juillet/juil aout "
    "septembre/sept octobre/oct novembre/nov decembre/dec",
    "de": "januar/janner/jan februar/feber/feb marz/maerz/mrz april/apr mai juni/jun juli/jul "
    "august/aug september/sept/sep oktober/okt november/nov dezember/dez",
    "it": "gennaio/genn/gen febbraio/febb/feb marzo/mar aprile/apr maggio/magg/mag giugno/giu "
    "luglio/lug agosto/ago settembre/sett/set ottobre/ott novembre/nov dicembre/dic",
    "id": "januari/jan februari/pebruari/feb maret/mar april/apr mei juni/jun juli/jul "
    "agustus/agt/ags september/sept/sep oktober/okt november/nopember/nov desember/des",
}
"""Months in their order; the forms of one are separated by strokes."""

WEEKDAYS = {
    "en": "monday tuesday/tues wednesday thursday/thurs friday saturday sunday",
    "es": "lunes martes miercoles jueves viernes sabado domingo",
    "pt": "segunda-feira/segunda terca-feira/terca quarta-feira/quarta quinta-feira/quinta "
    "sexta-feira/sexta sabado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "it": "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "id": "senin selasa rabu kamis jumat/jum'at sabtu ahad/minggu",
}

NUMBERS = {
    "en": "a/an/one two/couple three four five six seven eight nine ten eleven twelve",
    "es": "un/una dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "pt": "um/uma dois/duas tres quatro cinco seis sete oito nove dez onze doze",
    "fr": "un/une deux trois quatre cinq six sept huit neuf dix onze douze",
    "de": "ein/eine/einem/einer/einen zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
    "it": "un/una/uno due tre quattro cinque sei sette otto nove dieci undici dodici",
    "id": "satu/se dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas",
}

DAYS_APART = {
    "en": {
        "day before yesterday": -2,
        "day after tomorrow": 2,
        "last night": -1,
        "yesterday": -1,
        "tomorrow": 1,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "tonight": 0,
        "today": 0,
    },
    "es": {
        "antes de ayer": -2,
        "anteayer": -2,
        "antier": -2,
        "pasado manana": 2,
        "ayer": -1,
        "anoche": -1,
        "esta manana": 0,
        "esta tarde": 0,
        "hoy": 0,
        "manana": 1,
    },
    "pt": {
        "antes de ontem": -2,
        "anteontem": -2,
        "depois de amanha": 2,
        "noite passada": -1,
        "ontem": -1,
        "amanha": 1,
        "esta manha": 0,
        "hoje": 0,
    },
    "fr": {
        "avant-hier": -2,
        "avant hier": -2,
        "apres-demain": 2,
        "hier": -1,
        "demain": 1,
        "aujourd'hui": 0,
        "ce matin": 0,
        "cet apres-midi": 0,
        "ce soir": 0,
    },
    "de": {
        "vorgestern": -2,
        "ubermorgen": 2,
        "gestern": -1,
        "heute morgen": 0,
        "heute": 0,
        "morgen": 1,
    },
    "it": {
        "altro ieri": -2,
        "avantieri": -2,
        "dopodomani": 2,
        "ieri": -1,
        "domani": 1,
        "oggi": 0,
        "stamattina": 0,
        "stamane": 0,
        "stasera": 0,
    },
    "id": {
        "kemarin lusa": -2,
        "kemarin dulu": -2,
        "lusa kemarin": -2,
        "tadi malam": -1,
        "semalam": -1,
        "kemarin": -1,
        "kemaren": -1,
        "kmrn": -1,
        "besok": 1,
        "lusa": 2,
        "hari ini": 0,
        "tadi pagi": 0,
        "tadi siang": 0,
        "tadi sore": 0,
        "pagi ini": 0,
        "siang ini": 0,
    },
}
"""Days away from the day of writing."""

NO_DAY_AFTER = {
    "es": r"(?<!la )(?<!las )(?<!\bde )(?<!buena )(?<!cada )",
    "de": r"(?<!guten )(?<!am )(?<!jeden )(?<!den )(?<!schonen )(?<!fruhen )",
}
"""What stands before "mañana" and "morgen" where they mean the morning."""

AT_ONCE = {
    "en": "with immediate effect|(?:effective )?immediately|"
    "effective now|as of now|from now on|starting now|effective at once|straight away",
    "es": "con efectos? inmediatos?|de inmediato|inmediatamente|de forma inmediata|"
    "(?:a partir de|desde) (?:ya|ahora|este momento)(?! mismo les| (?:muchas )?gracias| agrade)",
    "pt": "com efeitos? imediatos?|de imediato|imediatamente|de forma imediata|"
    "(?:a partir de|desde) (?:ja|agora|este momento)(?!,? (?:muito |os meus )?(?:obrigad|agrade))",
    "fr": "a?(?:vec)? effet immediat|immediatement|des (?:maintenant|a present)|"
    "sans delai|a compter de ce jour|a partir de maintenant",
    "de": "mit sofortiger wirkung|(?:ab|per) sofort|sofort aufhoren|ab jetzt",
    "it": "con effetto immediato|immediatamente|(?:fin )?da subito|da (?:adesso|ora)(?: in poi)?",
    "id": "(?:berlaku|efektif) (?:segera|sekarang)|mulai (?:sekarang|detik ini|saat ini)|"
    "saat ini juga|sekarang juga",
}
"""What means the day of writing; "right now" and "soon" do not."""


def forms(row: str) -> dict[str, int]:
    """Return the words of a row with their place in it, counted from 1."""
    return {word: n for n, words in enumerate(row.split(), start=1) for word in words.split("/")}
