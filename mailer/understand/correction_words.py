# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The words in which people correct what we recorded, in the languages that we read.

All patterns are for folded text (see `mailer.understand.sentences.fold`).
"""

import re

DATES = frozenset({"completed_on", "effective_on", "held_on", "away_from", "away_until"})
PEOPLE = frozenset({"recommended", "mentee", "mentor", "about"})
WORDS = frozenset({"portal_username", "country"})
"""Fields by the kind of their values."""

LED_BY_NO = re.compile(
    r"^\W*(?:no|nope|não|nao|non|nein|tidak|bukan|actually|sorry|oops|ops|perd[oó]n|desculpe?m?|d[eé]sol[eé]e?|entschuldigung|scusate?|maaf)\b(?:[,.;:!]+| -+| but| pero| mas| mais| aber| ma| tapi)+\s*",
    re.IGNORECASE,
)
WRONG = re.compile(
    r"\b(?:change|changed|replace|better|make it|lo correcto|mejor|cambi(?:ar|en|e|a)|melhor|corrigindo|o certo|troquem?|trocar|la bonne|plutot|remplacer|changer|richtig (?:ist|ware|lautet)|besser|lieber|andern|meglio|giusto|corretto|cambiate|lebih baik|ganti|ubah|yang benar|"
    r"wrong\w*|incorrect\w*|not (?:right|correct|quite right)|mistakes?|mistaken|typos?|errors?|correct(?:ion|ed)?|corrected|i meant?|i mean|should (?:be|read|say)|must be|actually|instead|misread|misspel\w+|mixed up|"
    r"equivocad\w+|incorrect\w+|errore?s?|correccion|quise decir|queria decir|en realidad|deberia (?:ser|decir)|debe ser|no es correct\w|esta mal|"
    r"errad\w+|engano|erros?|correcao|quis dizer|na verdade|deveria ser|deve ser|nao esta cert\w|incorret\w+|"
    r"faux|fausse|erreurs?|incorrecte?|je voulais dire|en fait|devrait etre|c'est plutot|pas correcte?|se trompe|"
    r"falsch\w*|stimmt (?:so )?nicht|fehler|ich mein(?:t)?e|korrektur|eigentlich|sollte|muss(?:te)?|nicht richtig|verschrieben|"
    r"sbagliat\w+|errat\w+|volevo dire|intendevo|in realta|dovrebbe essere|deve essere|non e corrett\w|"
    r"salah|keliru|maksud saya|sebenarnya|koreksi|seharusnya|harusnya)\b"
)

_LAST_DAY = r"last (?:working )?day|final day|(?:ultimo|ultima) (?:dia|giorno)|dernier jour|letzte\w? (?:arbeits)?tag|hari terakhir(?:ku| saya)?"
_FINISHED = r"finished|completed|finish(?:ing)?|completion|termin\w+|acabe|acabei|conclu\w+|fini|acheve|abgeschlossen|absolviert|finito|completato|selesai|menyelesaikan"
_MEETING = r"met|meeting|reunion|reuniao|rencontre|treffen|incontro|pertemuan"
_DATE = r"dates?|day|fechas?|data|dia|jour|tag|datum|giorno|tanggal(?:nya)?"
_PERSON = r"name|person|nombre|nome|nom|name\w?|nama(?:nya)?"
KINDS = {
    DATES: re.compile(rf"\b(?:{_LAST_DAY}|{_DATE})\b"),
    PEOPLE: re.compile(rf"\b(?:{_PERSON})\b"),
    WORDS: re.compile(r"\b(?:portal|user ?names?|usuario|utilisateur|benutzername|nutzername|utente|pengguna|akun|account|country|live|come|pais|pays|land|paese|negara|vivo|moro|habite|wohne|lebe|tinggal)\b"),
}  # fmt: skip
"""How a field of a kind is called whichever it is."""
OWN_LABELS = {
    "effective_on": re.compile(rf"\b(?:{_LAST_DAY})\b"),
    "completed_on": re.compile(rf"\b(?:{_FINISHED})\b"),
    "held_on": re.compile(rf"\b(?:{_MEETING})\b"),
    "away_from": re.compile(r"\b(?:from|since|begin\w*|start\w*|first day|desde|a partir de|depuis|ab|von|dal|mulai|dari)\b"),
    "away_until": re.compile(r"\b(?:until|till|back|return\w*|end\w*|hasta|vuelv\w+|ate|volto|jusqu\w*|retour|bis|zuruck|fino|torno|sampai|kembali)\b"),
    "recommended": re.compile(r"\b(?:success?or\w*|replac\w+|recom\w+|suces\w+|sucess\w+|successeure?|successrice|nachfolg\w+|empf\w+|consigl\w+|raccomand\w+|pengganti\w*|rekomendasi)\b"),
    "mentee": re.compile(r"\b(?:mentees?|mentorad[oa]|mentoree?)\b"),
    "mentor": re.compile(r"\b(?:mentors?|mentora|mentorin|mentore)\b"),
    "portal_username": re.compile(r"\b(?:portal|user ?name)\b"),
    "country": re.compile(r"\bcountry\b"),
    "about": re.compile(r"\b(?:about|sobre|uber|su|tentang)\b"),
}  # fmt: skip
"""How each field is called."""

_NOT = r"(?:not|no|nao|pas|nicht|non(?: pas)?|bukan|instead of|rather than|en lugar de|en vez de|em vez de|em lugar de|au lieu de|plutot que|statt|anstatt|an stelle von|invece (?:di|del)|al posto di|alih-alih)"
_IS = r"(?:it is|it's|its|that is|that's|es|e|c'est|(?:es |das )?ist|sondern|adalah|itu)"
_BUT = rf"(?:but(?: rather)?|sino(?: que)?|mas(?: sim)?|e sim|mais(?: plutot)?|sondern|ma(?: bensi)?|bensi|tapi|tetapi|melainkan|but {_IS}|mas {_IS}|mais {_IS}|ma {_IS}|{_IS})"
_SHOULD = r"(?:should (?:be|read|say)|must be|has to be|debe(?:ria)? (?:ser|decir)|deve(?:ria)? ser|doit etre|devrait etre|sollte|muss|dovrebbe essere|deve essere|seharusnya|harusnya)"
CONTRASTS = (
    # "not Y but X", "it's not Y, it's X", "nicht am Y, sondern am X", "ce n'est pas Y mais X"
    re.compile(
        rf"(?:^|\b)(?:not|no|nao|non|n'est pas|pas|nicht|bukan)\b(?: (?:the|es|e|est|sono))? (?P<y>[^,;]{{2,60}}?)(?:, ?| ){_BUT} (?P<x>[^;]{{1,80}})$"
    ),
    # "X, not Y"
    re.compile(
        rf"(?P<x>.{{1,100}}?)[,(]? ?(?:\b(?:and|y|e|et|und|dan) )?\b{_NOT}\b (?P<y>[^;]{{1,80}})$"
    ),
    # "change Y to X", "replace Y with X"
    re.compile(
        r"\b(?:change|replace|correct|cambi(?:ar|en|e|a)|reempla\w+|troquem?|trocar|substitu\w+|changer|remplacer|andern|ersetzen|cambiate|sostitui\w+|ganti|ubah)\b (?P<y>[^;]{2,60}?) (?:to|with|by|into|por|para|par|en|durch|mit|zu|auf|con|in|dengan|menjadi|ke) (?P<x>[^;]{1,80})$"
    ),
    # "Y should be X"
    re.compile(rf"^(?P<y>.{{2,80}}?) {_SHOULD} (?P<x>[^;]{{1,80}})$"),
)
"""Two values of which one is struck out; the first pattern that fits counts."""

JOINED = re.compile(
    r";|\s[-–]\s|,? \b(?:and|y|e|et|und|dan)\b (?=(?:it|the|my|not|his|her|also|es|la|el|mi|le|il|lo|o|a|meu|minha|mon|ma|c'est|ce|der|die|das|mein\w*|nicht|no|non|não|bukan|nama|tanggal|hari|successor|sucesor|sucessor)\b)",
    re.IGNORECASE,
)
"""Where one correction ends and the next one begins."""

SPELLED = re.compile(
    r",? \(?(?:spelled |spelt |written |se escribe |escrito |geschrieben |ecrit |scritto )?(?:with|con|com|avec|mit|dengan)(?: (?:an?|una?|um|uma|ein(?:em|er)?|la|el|le|o|huruf))? (?:letter |double )?[\"']?[a-z]{1,2}[\"']?(?:(?:,| and|,? not| y| e| et| und| dan| no| nao| pas| nicht| non| bukan)+ (?:with |con |com |avec |mit |dengan )?(?:an? |una? |um |ein(?:em)? |la |le )?[\"']?[a-z]{1,2}[\"']?)?\)?$"
)
"""What is said of a spelling: "with z", "con zeta" aside."""

NUMBER = re.compile(r"(?<![\w./-])(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|°|\.)?(?![\w/-]|\.\d)")
"""A day of the month that stands alone."""

MONTH = re.compile(
    r"\b(?:jan(?:uary|uar|vier)?|januari|enero|janeiro|gennaio|feb(?:ruary|ruar|ruari|rero|braio)?|fevereiro|fevrier|mar(?:ch|zo|co|s)|maret|marz|apr(?:il|ile)?|abril|avril|mayo?|maio|mai|maggio|mei|june?|juni|junio|junho|juin|giugno|july?|juli|julio|julho|juillet|luglio|aug(?:ust)?|agosto|aout|agustus|sep(?:t(?:ember|iembre|embre)?)?|setembro|settembre|o[ck]t(?:ober|ubre|obre)?|oktober|outubro|ottobre|nov(?:ember|iembre|embro|embre)?|de[cz](?:ember|embro|embre)?|dic(?:iembre|embre)?|desember)\b"
)

DENIED = re.compile(rf"\b{_NOT}\b")
"""What denies a value: a day that is denied is not the right one."""

SURNAME = re.compile(
    r"\b(?:surname|last name|family name|second name|apellidos?|sobrenome|apelido|nom de famille|nachname|familienname|cognome|nama belakang|nama keluarga)\b"
)
IT_IS = re.compile(rf"^{_IS} ")

PLEASANT = re.compile(
    r"^(?:(?:many |so |very |the |all )?(?:thanks?|thank you|thx|sorry|apologies|my mistake|my bad|excuse|please correct (?:it|this|that)|could you (?:please )?correct|everything else|all else|the rest|otherwise|best|cheers|hi|hello|"
    r"gracias|perdon|disculp\w+|lo demas|todo lo demas|el resto|saludos|por favor|obrigad\w|desculp\w+|o resto|de resto|abracos?|merci|pardon|desole\w*|le reste|tout le reste|cordialement|danke|vielen dank|entschuldig\w+|der rest|alles andere|sonst|viele|liebe|bitte|"
    r"grazie|scus\w+|il resto|tutto il resto|saluti|terima kasih|maaf|mohon maaf|selebihnya|sisanya|salam)\b)[^?]{0,80}$"
)
"""A sentence beside a correction that says nothing of its own."""

_STOP_WORDS = """
a an the it is its it's that this was will be would i i'm am my mine me you your we our he she they his her of on in at to for from as by and or but
no not yes so then just only please thanks thank sorry hi hello dear oops with mentor mentors correct right really now again also too n'est ed ware richtig falsch
resign resigning stop stopping leave leaving end ends ending finish quit step down stay until last day date name successor recommend recommended
should must has have had been one
el la los las lo un una de del en es era sera fue soy mi mis yo como y o pero si con por para que se su al dia mentora dejo termino acaba ser esta
os as um uma do da dos das no na em e eu meu minha foi sou como mas sim com por para que se dia mentor paro saio termina ao seu sua
le les un une des du d' l' en au aux est c'est c ce n n' etait sera je j' suis mon ma mes et ou mais oui avec pour par que qui jour comme mentore arrete quitte
der die das den dem ein eine einen einem ist war wird sein ich bin mein meine meinen und oder aber ja mit fur von vom zum zur am im als es tag hore auf ende mentorin bitte doch sondern
il lo gli i un uno una di del della dei in nel e era sara sono mio mia io ma si con per che al dal giorno come smetto lascio finisce mentre
ya yang di ke dari pada untuk dan atau tapi adalah ini itu saya aku akan bukan dengan sebagai tanggal hari nya dia mundur berhenti sampai
nama namanya nome nombre nom namen surname nachname apellido apellidos sobrenome cognome family called named heisst heiss llama chama appelle chiama
change replace small sino que bensi tetapi melainkan rather vez lugar posto stelle alih
monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
"""
STOPS = frozenset(_STOP_WORDS.split())
"""Words that carry nothing of their own in a correction."""
