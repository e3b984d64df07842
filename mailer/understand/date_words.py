# ruff: noqa: E501 - a row of words broken over lines is harder to read than a long one
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
    "id": "januari/jan februari/pebruari/feb maret/mar april/apr mei/mai juni/jun juli/jul "
    "agustus/agt/ags september/sept/sep oktober/okt november/nopember/nov desember/des",
}
"""Months in their order; the forms of one are separated by strokes."""

WEEKDAYS = {
    "en": "monday tuesday/tues wednesday/weds/wensday/wednsday thursday/thurs/thur friday saturday sunday",
    "es": "lunes martes miercoles jueves viernes sabado domingo",
    "pt": "segunda-feira/segunda_feira/segunda terca-feira/terca_feira/terca quarta-feira/quarta_feira/quarta quinta-feira/quinta_feira/quinta "
    "sexta-feira/sexta_feira/sesta-feira/sesta_feira/sexta sabado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag/montach/mondag dienstag/dienstach/diensttag mittwoch/mittwuch donnerstag/donnerstach freitag/freitach/freidag samstag/sonnabend/samstach/samschdag sonntag/sonntach/sunntag",
    "it": "lunedi martedi mercoledi/mercoldi giovedi venerdi sabato domenica",
    "id": "senin/senen selasa rabu kamis/khamis jumat/jum'at sabtu ahad/minggu",
}

COUNTS = {
    word: n
    for n, row in enumerate(
        (
            "first|1st|primer|primero|primeira|primeiro|premier|erste[nr]?|prim[ao]",
            "second|2nd|segundo|segunda|deuxieme|zweite[nr]?|second[ao]",
            "third|3rd|tercer|terceira|terceiro|troisieme|dritte[nr]?|terz[ao]",
            "fourth|4th|cuarto|quarta|quarto|quatrieme|vierte[nr]?|quart[ao]",
            "last|ultimo|ultima|dernier|letzte[nr]?|ultim[ao]",
        ),
        start=1,
    )
    for word in row.split("|")
}
"""Which weekday of a month is meant; the fifth is the last."""

SHORT_WEEKDAYS = {
    "en": "mon tue wed thu fri sat sun",
    "es": "lun mar mie jue vie sab dom",
    "pt": "seg ter qua qui sex sab dom",
    "fr": "lun mar mer jeu ven sam dim",
    "de": "mo - - - fr sa -",
    "it": "lun mar mer gio ven sab dom",
    "id": "sen sel rab kam jum sab -",
}
"""Short forms that are also other words: they need a word or a figure beside them."""

NUMBERS = {
    "en": "a/an/one two/couple three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "es": "un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiun veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta treinta_y_uno/treintaiuno",
    "pt": "um/uma dois/duas tres quatro cinco seis sete oito nove dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove vinte vinte_e_um vinte_e_dois vinte_e_tres vinte_e_quatro vinte_e_cinco vinte_e_seis vinte_e_sete vinte_e_oito vinte_e_nove trinta trinta_e_um",
    "fr": "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept/dix_sept dix-huit/dix_huit dix-neuf/dix_neuf vingt vingt_et_un/vingt-et-un vingt-deux/vingt_deux vingt-trois/vingt_trois vingt-quatre/vingt_quatre vingt-cinq/vingt_cinq vingt-six/vingt_six vingt-sept/vingt_sept vingt-huit/vingt_huit vingt-neuf/vingt_neuf trente trente_et_un/trente-et-un",
    "de": "ein/eine/einem/einer/einen zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig vierundzwanzig funfundzwanzig sechsundzwanzig siebenundzwanzig achtundzwanzig neunundzwanzig dreissig",
    "it": "un/una/uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitre ventiquattro venticinque ventisei ventisette ventotto ventinove trenta trentuno",
    "id": "satu/se dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas/dua_belas tiga_belas empat_belas lima_belas enam_belas tujuh_belas delapan_belas sembilan_belas dua_puluh dua_puluh_satu dua_puluh_dua dua_puluh_tiga dua_puluh_empat dua_puluh_lima dua_puluh_enam dua_puluh_tujuh dua_puluh_delapan dua_puluh_sembilan tiga_puluh tiga_puluh_satu",
}
"""Numbers from one on."""

ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first/twenty_first twenty-second/twenty_second twenty-third/twenty_third twenty-fourth/twenty_fourth twenty-fifth/twenty_fifth twenty-sixth/twenty_sixth twenty-seventh/twenty_seventh twenty-eighth/twenty_eighth twenty-ninth/twenty_ninth thirtieth thirty-first/thirty_first",
    "es": "primero/primer",
    "pt": "primeiro",
    "fr": "premier",
    "de": "ersten/erster/erste zweiten/zweiter/zweite dritten/dritter/dritte vierten/vierter/vierte funften/funfter/funfte sechsten/sechster/sechste siebten/siebter/siebte achten/achter/achte neunten/neunter/neunte zehnten/zehnter/zehnte elften/elfter/elfte zwolften/zwolfter/zwolfte dreizehnten/dreizehnter/dreizehnte vierzehnten/vierzehnter/vierzehnte funfzehnten/funfzehnter/funfzehnte sechzehnten/sechzehnter/sechzehnte siebzehnten/siebzehnter/siebzehnte achtzehnten/achtzehnter/achtzehnte neunzehnten/neunzehnter/neunzehnte zwanzigsten/zwanzigster/zwanzigste einundzwanzigsten/einundzwanzigster/einundzwanzigste zweiundzwanzigsten/zweiundzwanzigster/zweiundzwanzigste dreiundzwanzigsten/dreiundzwanzigster/dreiundzwanzigste vierundzwanzigsten/vierundzwanzigster/vierundzwanzigste funfundzwanzigsten/funfundzwanzigster/funfundzwanzigste sechsundzwanzigsten/sechsundzwanzigster/sechsundzwanzigste siebenundzwanzigsten/siebenundzwanzigster/siebenundzwanzigste achtundzwanzigsten/achtundzwanzigster/achtundzwanzigste neunundzwanzigsten/neunundzwanzigster/neunundzwanzigste dreissigsten/dreissigster/dreissigste einunddreissigsten/einunddreissigster/einunddreissigste",
    "it": "primo",
    "id": "pertama",
}
"""Days of the month in words where they are no plain numbers; in English and German all are."""

THOUSANDS = (
    "two thousand(?: and)?|dos mil|dois mil e|deux mille|zweitausend(?:und)?|duemila(?:e)?|dua ribu"
)

UNITS = {
    "en": "(?P<day>days?)|(?P<week>weeks?)|(?P<fortnight>fortnights?)|(?P<night>nights?)|(?P<hour>hours?|hrs?)|(?P<month>months?)",
    "es": "(?P<day>dias?)|(?P<week>semanas?)|(?P<month>mes(?:es)?)",
    "pt": "(?P<day>dias?)|(?P<hour>horas?)|(?P<week>semanas?)|(?P<month>mes(?:es)?)",
    "fr": "(?P<day>jours?)|(?P<week>semaines?)|(?P<month>mois)",
    "de": "(?P<day>tage?n?)|(?P<week>wochen?)|(?P<month>monate?n?)",
    "it": "(?P<day>giorn[oi])|(?P<week>settiman[ae])|(?P<month>mes[ei])",
    "id": "(?P<day>hari)|(?P<week>minggu|pekan)|(?P<month>bulan)",
}
AGO = {
    "en": ("{n} {u} (?:ago|back)",),
    "es": ("hace(?: ya)? {n} {u}", "{n} {u} atras"),
    "pt": ("(?:ha|faz)(?: ja)? {n} {u}", "{n} {u} atras"),
    "fr": ("(?:il y a(?: deja)?|depuis) {n} {u}",),
    "de": ("vor {n} {u}",),
    "it": ("{n} {u} fa",),
    "id": ("{n} {u} (?:yang )?lalu",),
}
AHEAD = {
    "en": ("(?:in|after) {n} {u}(?:'s?)?(?: time)?", "{n} {u} from (?:now|today)"),
    "es": (
        "(?:en|a|dentro de) {n} {u}(?:,? (?:a partir |a contar )?(?:de|desde) (?:hoy|ahora))",
        "(?:en|dentro de) {n} {u}",
    ),
    "pt": ("(?:em|daqui a|dentro de) {n} {u}(?:,? a (?:partir|contar) de (?:hoje|agora))?",),
    "fr": (
        "(?:dans|ds|d'ici) {n} {u}(?:,? (?:a partir|a compter) (?:d'aujourd'hui|de maintenant))?",
    ),
    "de": ("in {n} {u}(?:,? (?:ab|von) (?:heute|jetzt)(?: an)?)?",),
    "it": ("(?:tra|fra|in|dopo) {n} {u}(?:,? (?:a partire )?da (?:oggi|adesso|ora))?",),
    "id": ("dalam {n} {u}", "{n} {u} (?:lagi|(?:dari|mulai|terhitung) (?:sekarang|hari ini))"),
}
"""Spans of time, and what says that they lie behind or ahead."""

LAST = {
    "en": "last|this past|past|previous",
    "es": "(?:el |este )?(?:pasado|ultimo)",
    "pt": "(?:n?[oa] )?(?:ultim[oa]|passad[oa])",
    "fr": "(?!)",
    "de": "(?:am |an |der |den )?(?:letzt|vergangen|vorig)\\w+",
    "it": "(?:lo )?scors[oa]",
    "id": "(?!)",
}
NEXT = {
    "en": "next|coming|the coming|this coming",
    "es": "(?:el |este )?(?:proximo)",
    "pt": "(?:n?[oa] )?(?:proxim[oa])",
    "fr": "(?!)",
    "de": "(?:am |der |den )?(?:nachst|kommend)\\w+",
    "it": "(?:il |la )?prossim[oa]",
    "id": "(?!)",
}
THIS = {
    "en": "this",
    "es": "este",
    "pt": "n?est[ea]",
    "fr": "ce",
    "de": "diese[nrm]?",
    "it": "quest[oa]|sta",
    "id": "(?!)",
}
AFTER_LAST = {
    "en": "last(?! week)",
    "es": "pasado|ultimo",
    "pt": "passad[oa]",
    "fr": "derniere?|passee?",
    "de": "(?!)",
    "it": "scors[oa]|passat[oa]",
    "id": "lalu|kemarin|kemaren|kmrn|yang lalu",
}
AFTER_NEXT = {
    "en": "coming",
    "es": "que viene|proximo",
    "pt": "que vem|proxim[oa]",
    "fr": "prochaine?|qui vient",
    "de": "(?!)",
    "it": "prossim[oa]",
    "id": "depan|besok|nanti",
}
OF_LAST_WEEK = {
    "en": "(?:of )?last week",
    "es": "de la (?:semana pasada|pasada semana)",
    "pt": "da semana passada",
    "fr": "de la semaine (?:derniere|passee)",
    "de": "(?:der )?(?:letzte[rn]?|vergangenen|vorigen?) woche",
    "it": "della (?:settimana scorsa|scorsa settimana)",
    "id": "minggu (?:yang )?(?:lalu|kemarin|kemaren|kmrn)",
}
OF_NEXT_WEEK = {
    "en": "(?:of )?next week",
    "es": "de la (?:proxima semana|semana que viene|semana proxima)",
    "pt": "da (?:proxima semana|semana que vem)",
    "fr": "de la semaine prochaine",
    "de": "(?:der )?(?:nachste[rn]?|kommende[rn]?) woche",
    "it": "della (?:prossima settimana|settimana prossima)",
    "id": "minggu depan",
}
"""What stands beside a weekday and says which week is meant."""

DAYS_APART = {
    "en": {
        -2: "night before last|before-yesterday|before yesterday|day before yesterday",
        -1: "last evening|last nite|yesternight|yesty|yday|yestarday|yesterdy|last night|yesterday",
        0: "this arvo|this aft|this very day|tonite|this morning|this afternoon|this evening|tonight|today",
        1: "tomorow|tommorow|tommorrow|tmrw|tmr|2moro|the morra|the morn|tomorrow",
        2: "day after tomorrow",
        7: "today week|week today|week from today",
        8: "tomorrow week|week tomorrow|week from tomorrow",
        14: "fortnight today",
    },
    "es": {
        -2: "anteanoche|antenoche|antes de ayer|anteayer|antier",
        -1: "ayer|anoche",
        0: "esta noche|esta misma noche|esta fecha|esta manana|esta tarde|hoy",
        1: "dia de manana|manana",
        2: "pasado manana",
    },
    "pt": {
        -3: "trasantonte|trasanteontem",
        -2: "antes de ontem|anteontem",
        -1: "onte|noite passada|ontem",
        0: "hj|esta noite|esta manha|hoje",
        1: "amanha",
        2: "depois de amanha",
    },
    "fr": {
        -3: "avant avant-hier",
        -2: "avant-hier|avant hier",
        -1: "hier",
        0: "ce midi|cette nuit|a matin|ce jour|tout a l'heure|tt a l'heure|tt a lheure|tout a lheure|aprem|aujourd'hui|ce matin|cet apres-midi|ce soir",
        1: "demain",
        2: "apres-demain",
        8: "demain en huit",
    },
    "de": {
        -3: "vorvorgestern",
        -2: "vorgestan|vorgeschtern|vorgestern",
        -1: "gestan|geschtern|jestern|letzte nacht|gestern",
        0: "heut|heit|heutigen tag|heutigen tage|heute morgen|heute",
        1: "morgen",
        2: "ubermorgen",
        7: "heute in einer woche|heute in acht tagen",
        8: "morgen in einer woche",
    },
    "it": {
        -2: "ieri l'altro|altroieri|altro ieri|avantieri",
        -1: "ier|ieri",
        0: "stanotte|data odierna|in mattinata|oggi|stamattina|stamane|stasera",
        1: "domattina|domani",
        2: "dopodomani",
    },
    "id": {
        -2: "kemarin lusa|kemarin dulu|lusa kemarin",
        -1: "kemareng|kamareng|tadi malem|td malam|malam tadi|tadi malam|semalam|kemarin|kemaren|kmrn",
        0: "subuh tadi|pagi tadi|siang tadi|sore tadi|td pagi|td siang|td sore|malam ini|hr ini|barusan|tadi|hari ini|tadi pagi|tadi siang|tadi sore|pagi ini|siang ini",
        1: "bsk|besok",
        2: "lusa",
    },
}
"""Days away from the day of writing, and the words for them."""

NO_DAY_AFTER = {
    "es": r"(?<!la )(?<!las )(?<!\bde )(?<!buena )(?<!cada )",
    "fr": r"(?<!\ba )",
    "de": r"(?<!guten )(?<!am )(?<!jeden )(?<!den )(?<!schonen )(?<!fruhen )",
    "id": r"(?<!minggu )(?<!pekan )(?<!bulan )(?<!bln )(?<!tahun )(?<!thn )",
}
"""What stands before "mañana" and "morgen" where they mean the morning, and before "kemarin" where
it is no yesterday: "bulan kemarin" is last month.
"""

NO_DAY = frozenset({"manana", "morgen", "ce jour", "kemarin", "kemaren", "kmrn"})
"""The words that these stand before."""

PARTS = {
    "en": "(?P<early>(?:the )?(?:very )?(?:start|beginning|top|first days) of|early(?: in)?|(?:the )?first week of)|(?P<middle>mid|(?:the )?middle of)|(?P<second>(?:the )?second week of)|(?P<third>(?:the )?third week of)|(?P<late>late(?: in)?|(?:the )?last week of)",
    "es": "(?P<early>(?:a )?(?:principios?|comienzos?|inicios?) de|(?:la )?primera semana de)|(?P<middle>(?:a )?mediados de)|(?P<second>(?:la )?segunda semana de)|(?P<third>(?:la )?tercera semana de)|(?P<late>(?:la )?ultima semana de)",
    "pt": "(?P<early>(?:n?o )?(?:principios?|comecos?|inicio) de|(?:n?a )?primeira semana de)|(?P<middle>(?:em )?meados de)|(?P<second>(?:n?a )?segunda (?:semana|quinzena) de)|(?P<third>(?:n?a )?terceira semana de)|(?P<late>(?:n?a )?ultima semana de)",
    "fr": "(?P<early>debut(?: du mois)?(?: de| d')?|(?:la )?premiere semaine d[e'])|(?P<middle>(?:la )?mi|(?:le )?milieu d[eu'](?: mois d[e'])?)|(?P<second>(?:la )?(?:deuxieme|seconde) semaine d[e'])|(?P<third>(?:la )?troisieme semaine d[e'])|(?P<late>(?:la )?derniere semaine d[e'])",
    "de": "(?P<early>anfang|beginn|(?:der )?erste[nr]? woche (?:im|des))|(?P<middle>mitte)|(?P<second>(?:der )?zweite[nr]? woche im)|(?P<third>(?:der )?dritte[nr]? woche im)|(?P<late>(?:der )?letzte[nr]? woche im)",
    "it": "(?P<early>(?:da |a |all')?inizi[oi](?: di)?|(?:ai )?primi di|(?:la )?prima settimana di)|(?P<middle>(?:da |a |la )?meta'?(?: di)?)|(?P<second>(?:la )?seconda settimana di)|(?P<third>(?:la )?terza settimana di)|(?P<late>(?:l')?ultima settimana di)",
    "id": "(?P<early>awal(?: bulan)?|minggu pertama(?: bulan)?)|(?P<middle>pertengahan(?: bulan)?)|(?P<second>minggu kedua(?: bulan)?)|(?P<third>minggu ketiga(?: bulan)?)|(?P<late>minggu terakhir(?: bulan)?)",
}
"""Parts of a month; its end is a day."""

PART_KEYS = """
start beginning top days early week mid middle late principio principios comienzo comienzos inicio inicios semana mediados comeco comecos
meados quinzena debut semaine mi milieu anfang beginn woche mitte inizi inizio primi settimana meta awal minggu pertengahan
"""

MONTH_LEADS = {
    "en": "from|since|until|till?|in|by|before|after|starting|as of|throughout|during|come|(?:taking|take|the whole of|all of|all|skip|miss)",
    "es": "desde|hasta|en|a partir de|para|durante|antes de|despues de|todo|al cerrar|cuando acabe",
    "pt": "desde|ate|em|a partir de|agora em|durante|antes de|depois de|todo|vindo|passado",
    "fr": "depuis|jusqu'en|jusqu'a|en|des|a partir de|d'ici|avant|apres|courant|tout|le mois d[e']",
    "de": "ab|bis|im|seit|in|vor|nach|ab dem monat|pause bis|den ganzen",
    "it": "da|fino a|in|a partir da|entro|prima di|dopo|per tutto|tutto|torno a|con|dal mese di|a",
    "id": "mulai|sampai|sampe|hingga|sejak|dari|pada|dalam|sepanjang|bulan|setelah|sebelum",
}
"""What stands before a month that is meant as a time."""

MONTH_SPANS = {
    "en": "(?:from|between) {m} (?:to|until|till|through|and|-)",
    "es": "(?:de|desde|entre) {m} (?:a|hasta|y)",
    "pt": "(?:de|desde|entre) {m} (?:a|ate|e)",
    "fr": "(?:de|d'|entre) ?{m} (?:a|et|jusqu'en)",
    "de": "(?:von |zwischen )?{m} (?:bis|und)",
    "it": "(?:da |tra |fra )?{m} ?(?:a|e|fino a|-)",
    "id": "(?:dari )?{m} (?:sampai|hingga|-)",
}
"""What joins two months to a span."""

PERIODS = {
    "en": "(?P<week_next>(?<!for the )(?<!for )(?:next|following|coming) week)|(?P<week_this>this week(?! end))|(?P<week_last>(?:(?<!my )(?<!our )(?<!your )(?<!his )(?<!her )(?<!their )(?<!the )(?<!very )last|the past) week)|(?P<month_next>(?<!for the )(?<!for )(?:next|following|coming) month)|(?P<month_this>this month)|(?P<month_last>(?<!my )(?<!our )(?<!your )(?<!his )(?<!her )(?<!their )(?<!the )(?<!very )last month)|(?P<weekend_last>last week-?end|over the week-?end)|(?P<weekend_this>this week-?end|the week-?end)",
    "es": "(?P<week_next>(?:proxima semana|semana (?:proxima|que (?:viene|entra))))|(?P<week_this>esta(?: misma)? semana)|(?P<week_last>(?:semana pasada|pasada semana))|(?P<month_next>(?:proximo mes|mes (?:proximo|que viene)))|(?P<month_this>este mes)|(?P<month_last>mes pasado)|(?P<weekend_last>fin de semana pasado)|(?P<weekend_this>este (?:fin de semana|finde))",
    "pt": "(?P<week_next>(?:proxima semana|semana (?:q|que) vem))|(?P<week_this>(?:n?esta semana))|(?P<week_last>semana passada)|(?P<month_next>(?:proximo mes|mes (?:q|que) vem))|(?P<month_this>n?este mes)|(?P<month_last>mes passado)|(?P<weekend_last>fim de semana passado)|(?P<weekend_this>n?este fim de semana)",
    "fr": "(?P<week_next>semaine prochaine)|(?P<week_this>cette semaine)|(?P<week_last>semaine (?:derniere|passee))|(?P<month_next>(?:mois prochain|prochain mois))|(?P<month_this>ce mois-ci)|(?P<month_last>mois dernier)|(?P<weekend_last>week-?end dernier|fin de semaine passee)|(?P<weekend_this>ce week-?end|en fin de semaine)",
    "de": "(?P<week_next>(?:nachste[rn]?|kommende[rn]?) woche)|(?P<week_this>diese[rn]? woche)|(?P<week_last>(?<!meine )(?<!unsere )(?<!seine )(?<!ihre )(?<!die )(?:letzte[rn]?|vorige|vergangene[rn]?) woche)|(?P<month_next>(?:nachste[ns]?|kommende[nr]?) monat)|(?P<month_this>diese[nm] monat)|(?P<month_last>(?:letzte[nm]|vorigen|vergangenen) monat)|(?P<weekend_last>(?:letztes|vergangenes) wochenende)|(?P<weekend_this>(?:dieses|am|ubers) wochenende)",
    "it": "(?P<week_next>(?:prossima settimana|settimana prossima))|(?P<week_this>questa settimana)|(?P<week_last>(?:settimana scorsa|scorsa settimana))|(?P<month_next>(?:prossimo mese|mese prossimo))|(?P<month_this>questo mese)|(?P<month_last>(?:mese scorso|scorso mese))|(?P<weekend_last>(?:scorso (?:weekend|fine settimana)|(?:weekend|fine settimana) scorso))|(?P<weekend_this>questo (?:weekend|fine settimana))",
    "id": "(?P<week_next>(?:minggu|pekan) (?:depan|muka))|(?P<week_this>(?:minggu|pekan) ini)|(?P<week_last>(?:minggu|pekan) (?:lalu|kemarin|kemaren|kmrn))|(?P<month_next>(?:bulan|bln) (?:depan|muka|dpn))|(?P<month_this>(?:bulan|bln) ini)|(?P<month_last>(?:bulan|bln) (?:lalu|kemarin|kemaren|kmrn))",
}
"""Weeks and months named from the day of writing: they are times, but no certain day."""

PERIOD_KEYS = "week month weekend week-end semana mes finde semaine mois woche monat wochenende settimana mese minggu pekan bulan bln"

QUARTER_END = (
    r"(?:end|close) of (?:the |this )?(?:current )?(?:fiscal |financial )?quarter|quarter[- ]end|quartalsende|ende (?:des |dieses )?(?:laufenden |aktuellen )?quartals|"
    r"fin (?:du|de ce) trimestre(?: en cours)?|fin(?:al)? (?:de|del) (?:este )?(?:presente )?trimestre(?: en curso)?|fi(?:m|nal) d[eo](?:ste)? (?:corrente )?trimestre|fine (?:del |di questo )?trimestre(?: in corso)?|akhir (?:kuartal|triwulan)(?: (?:ini|berjalan))?|"
    r"(?:end of|ende|fin|fim do|fine|akhir) q(?P<quarter>[1-4])"
)

AT_ONCE = {
    "en": "with immediate effect|(?:effective )?immediately|"
    "effective now|from now(?! on)(?= ?(?:$|[,.;]| i\\b| until| till))|for now(?= ?(?:$|[,.;]))|until further notice|at once(?= ?(?:$|[.!]))|as of now(?! (?:i|there|we|she|he) (?:do not |don't )?(?:have|know|has|is|are|see)\\b)|from now on|starting now|effective at once|straight away",
    "es": "con efectos? inmediatos?|para inmediato|de inmediato|inmediatamente|de forma inmediata|"
    "(?:a partir de|desde) (?:ya|ahora|este momento|la fecha|el dia de la fecha)(?! mismo les| (?:muchas )?gracias| agrade)",
    "pt": "com efeitos? imediatos?|de imediato|imediatamente|de forma imediata|"
    "(?:(?:a partir de|desde) (?:ja|agora|este momento|esta data)|a partir desta data)(?!,? (?:muito |os meus )?(?:obrigad|agrade))",
    "fr": "a?(?:vec)? effet immediat|immediatement|des (?:maintenant|a present)|"
    "sans delai|a compter de ce jour|a partir de maintenant",
    "de": "mit sofortiger wirkung|(?:ab|per) sofort|mit (?:heutigem datum|datum von heute|dem heutigen (?:tage?|datum))|zum heutigen (?:tage?|datum)|sofort(?= ?(?:$|[.!,]))|von nun an|bis auf weiteres|vorerst|sofort aufhoren|ab jetze|ab jetzt",
    "it": "con effetto immediato|(?:decorrenza|effetto):? immediat[oa]|(?:con )?decorrenza odierna|in data odierna|dalla data odierna|(?:effettivo|effetto): subito|^subito(?=[.!]?$)|immediatamente|(?:fin )?da subito|da (?:adesso|ora)(?: in poi)?",
    "id": "(?:berlaku|efektif) (?:segera|sekarang)|mulai (?:sekarang|detik ini|saat ini)|"
    "saat ini juga|sekarang juga",
}
"""What means the day of writing; "right now" and "soon" do not."""


def forms(row: str) -> dict[str, int]:
    """Return the words of a row with their place in it, counted from 1."""
    return {
        word.replace("_", " "): n
        for n, words in enumerate(row.split(), start=1)
        for word in words.split("/")
    }
