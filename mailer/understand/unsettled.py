# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Words in the very sentence of a matter that it is not so, not yet, or only on a condition.

The trained reader learns most of this from contrasts; but a resignation that depends on a new job,
or an absence that was cancelled, must not be recorded because its sentence has all the other words.
"""

from collections.abc import Iterator

from mailer.rules.intents import Intent
from mailer.understand.clues import Clued
from mailer.understand.field_words import erasing
from mailer.understand.found import Found
from mailer.understand.matter import Matter

_CONDITION = Clued(
    r"\b(?:on (?:one|the|this) condition|provided (?:that )?|only if|unless|as long as|in case (?:i|he|she|they)|(?:if|should) (?:that|this|it) |(?:if|should) (?:i|he|she|my|our|nobody|no one|nothing|[a-z]+ (?:agrees|says|accepts|confirms|answers))\b"
    r"|unter (?:der|einer) bedingung|vorausgesetzt|nur wenn|ausser wenn|sofern (?:ich|er|sie|es)|sollte (?:ich|er|sie|es|mein\w*)\b|(?:nimmt|bekomm\w+|kriege|klappt|lehnt|gewinn\w+|besteh\w+) (?:ich|er|sie|es|das) [^,]{1,50}, |(?:falls|wenn) (?:ich|er|mein\w*|niemand|nichts|[a-z]+ (?:zusagt|zustimmt|will))\b"
    r"|con (?:la|una) condicion|a condicion|siempre que|siempre y cuando|solo si|si (?:me|mi|ella|nadie|nada|consigo|encuentro|apruebo)\b|a menos que|salvo que"
    r"|com (?:a|uma) condicao|desde que (?:ela|ele|o|a|eu|nao|me)\b|so se|se (?:eu|ela|ele|ninguem|conseguir|passar|arranjar|me)\b|a nao ser que"
    r"|a (?:la |une )?condition|pourvu qu\w*|seulement si|sauf si|a moins qu\w*|si (?:je|ma|mon|il|elle|personne|rien|[a-z]+ (?:est d'accord|accepte))\b"
    r"|a (?:una )?condizione|a patto|purche|solo se|a meno che|se (?:io|lei|lui|nessuno|ottengo|trovo|passo|mi (?:prendono|danno|assumono))\b"
    r"|asal(?:kan)?|dengan syarat|kecuali|(?:kalau|jika|bila|seandainya) (?:saya|aku|dia|beliau|anak|istri|suami|ibu|bapak|sampai|tidak ada|gak ada|[a-z]+ (?:setuju|mau))\b)"
)
_UNDECIDED = Clued(
    r"\b(?:(?:have|has) ?n(?:o|')t (?:yet )?decided|undecided|not sure (?:yet )?(?:if|whether)|(?:am|are|was|were) (?:still )?(?:thinking (?:about|of)|considering|wondering)|might|perhaps|maybe|depends on|toying with"
    r"|noch nicht (?:entschieden|sicher)|uberleg(?:e|en) (?:noch|mir|uns|ob|gerade)|vielleicht|eventuell|unentschlossen|hangt (?:noch )?(?:davon|von)|spiele mit dem gedanken"
    r"|(?:todavia|aun) no (?:he|hemos|se|lo)|quizas?|tal vez|a lo mejor|estoy (?:pensando|dudando|considerando)|me lo estoy pensando|depende de"
    r"|ainda nao (?:decid\w+|sei|sabemos)|talvez|quem sabe|estou (?:a )?(?:pensa\w*|considera\w*)|depende d[aoe]"
    r"|pas encore (?:decide|sur)|peut-etre|j'hesite|je (?:reflechis|songe|pense a)|(?:ca|cela) depend"
    r"|non (?:ho|abbiamo) ancora (?:deciso|scelto)|forse|sto (?:pensando|valutando)|indecis\w|dipende da"
    r"|belum (?:memutuskan|pasti|tahu|yakin)|mungkin|barangkali|masih (?:pikir\w*|mikir\w*|ragu|menimbang|berpikir)|tergantung)\b"
)
_CANCELLED = Clued(
    r"\b(?:cancell?ed|called off|fell through|put off|postponed|rescheduled|did ?n(?:o|')t (?:happen|take place)|fall(?:t|en) aus|ausgefallen|abgesagt|verschoben|geplatzt|cancelad[oa]s?|anulad[oa]s?|suspendid[oa]s?|aplazad[oa]s?|pospuest[oa]s?"
    r"|desmarcad[oa]s?|adiad[oa]s?|remarcad[oa]s?|sem efeito|nao rolou|annulee?s?|reportee?s?|tombee? a l'eau|decalee?s?|annullat[oaie]|rimandat[oaie]|rinviat[oaie]|saltat[oaie]|spostat[oaie]|batal|dibatalkan|ditunda|diundur)\b"
)
_PLANNED = Clued(
    r"\b(?:(?:will|are going to|going to) (?:\w+ ){0,2}?(?:be|have|meet|sit|speak|talk|take place|see)|is (?:planned|scheduled|set)|wird|werden|findet|(?:la|a|il|le|lo) (?:\w+ ){0,3}?sera\b|tendre(?:mos)?|vamos a|nos vemos|tenho (?:a |uma )?(?:reuniao|sessao)|teremos|vou ter|vamos ter"
    r"|aura lieu|aurons|nous verrons|avremo|si terra|ci vedremo|ci vediamo|akan|bakal)\b"
)
"""A meeting that is still to come, unless the sentence tells of one that was as well."""
_PAST = Clued(
    r"\b(?:met|had|held|spoke|talked|saw|sat|took place|was|were|did|hatte\w*|war|waren|haben|habe|traf\w*|fand|tuve|tuvimos|hubo|fue|(?:nos )?(?:reunimos|vimos|juntamos)|hablamos|hice|hicimos|tive|tivemos|foi|fizemos|falamos|encontrei|encontramos|conversamos|reunimos"
    r"|a eu lieu|avons|j'ai|s'est|etait|nous sommes|ho|abbiamo|c'e stat[oa]|e stat[oa]|si e tenut[oa]|sudah|telah|tadi|kemarin|bertemu|ketemu|ngobrol|lalu)\b"
)
_BEGUN = Clued(
    r"\b(?:start(?:ed|ing)|began|begun|sign(?:ed|ing) up|enrol+ed|registered|failed|flunked|gave up|dropped out|(?:an|durch)gefallen|angefangen|begonnen|angemeldet|eingeschrieben|abgebrochen|empece|empezado|comenzado|comence|inscribi|inscrite?|me apunte|matricul\w+"
    r"|suspendi|reprobe|abandon\w+|comecei|inscrevi|reprovei|chumbei|desisti|commence|rate|echoue|iniziato|cominciato|iscritt[oa]|non (?:ho )?(?:superato|passato)|bocciat[oa]|memulai|mendaftar|daftar|gagal|tidak lulus|gak lulus)\b"
)
_FINISHED = Clued(
    r"\b(?:finish\w*|complet\w*|done|pass(?:ed)?|through|over|abgeschlossen|fertig|geschafft|bestanden|beendet|durch|termin\w*|acab\w*|conclu\w*|aprob\w*|super(?:e|ado)|passei|fini\w*|acheve\w*|reussi\w*|valide\w*|superat\w*|selesai|lulus|tamat|rampung|kelar|beres)\b"
)
_HAD_COPY = Clued(
    r"\b(?:(?:(?:got|received|for) (?:the|my)|(?:got|received) a) (?:copy|export|file)|(?:copy|data|export) (?:\w+ ){0,3}?(?:arrived|came|received)|(?:kopie|daten) (?:\w+ ){0,4}(?:bekommen|erhalten|angekommen)|(?:recibi|llego|ha llegado) (?:\w+ ){0,2}(?:copia|datos)"
    r"|(?:recebi|chegou) (?:\w+ ){0,2}(?:copia|dados)|(?:copia|dados|datos) (?:\w+ ){0,3}(?:chegou|chegaram|llego|llegaron|e arrivata|arrivat[ae])|(?:recu|bien recu) (?:\w+ ){0,2}(?:copie|donnees)|(?:copie|donnees) (?:\w+ ){0,3}(?:arrivee?s?|recue?s?)"
    r"|ricevuto (?:\w+ ){0,2}(?:copia|dati)|(?:salinan|data) (?:\w+ ){0,3}(?:sudah|udah) (?:sampai|diterima|masuk))\b"
)
_GONE = Clued(
    r"\b(?:get rid of|(?:close|shut) my account|vanish|konto (?:\w+ ){0,3}(?:schliess\w*|auflos\w*)|cerrar? (?:\w+ )?cuenta|encerr\w+ (?:\w+ )?conta|fermer? (?:\w+ )?compte|chiud\w+ (?:\w+ )?account|tutup akun|desaparecer|disparaitre|sparire|menghilang)\b"
)

_OUT_ALREADY = Clued(
    r"\b(?:(?:already|has been|have been|was|were) (?:sent|announced|published)|went out|(?:ist|sind|wurde|wurden) (?:\w+ ){0,3}(?:raus|rausgegangen|verschickt|versandt)|ya (?:se )?(?:envi|mand|sali|avis)\w+|ja (?:foi|enviei|mandei|saiu|avis\w+)"
    r"|deja (?:ete )?(?:envoye|parti|annonce)\w*|gia (?:stat\w )?(?:inviat|mandat|uscit)\w*|(?:sudah|udah) (?:dikirim|diumumkan|diberitahu\w*|disampaikan)"
    r"|(?:do not|don't|please not) (?:send|tell|announce|pass)|nicht (?:verschicken|weitersagen|mitteilen)|no (?:envi|avis|mand|dig)(?:en|eis|an|ais)|nao (?:envi|avis|mand)em|n'(?:envoyez|annoncez|avertissez)|non (?:inviate|mandate|dite)|jangan (?:dikirim|kirim|diumumkan|sampai)"
    r"|(?:cancel|annul|batalkan|storniert)\w*)\b"
)
_OTHER_POST = Clued(
    r"\b(?:(?:at|from|in|as) (?:the|my|our) (?:bank|office|job|company|school|choir|club|shop|treasurer|secretary|coach)|as (?:treasurer|secretary|coordinator|coach)|im buro|in der (?:firma|schule|bank)|bei der (?:bank|firma)|im (?:chor|verein)"
    r"|en (?:el banco|la oficina|mi trabajo|la escuela|el coro)|no (?:banco|escritorio|meu emprego|coro)|na (?:empresa|escola|firma)|a la (?:banque|mairie|chorale)|au (?:bureau|travail)|in (?:banca|ufficio|azienda)|al lavoro|di (?:kantor|bank|sekolah))\b"
)
_MENTOR = "mentor"
_WILLED = {
    Intent.RESIGNATION,
    Intent.RENEWAL,
    Intent.MENTEE_ACCEPTANCE,
    Intent.MENTOR_APPLICATION,
    Intent.MENTOR_CHANGE,
}
_SETTLED = {
    Intent.RESIGNATION,
    Intent.RENEWAL,
    Intent.MENTEE_ACCEPTANCE,
    Intent.LEAVE_OF_ABSENCE,
}
_HELD = {Intent.LEAVE_OF_ABSENCE, Intent.MEETING_REPORT}


def unsettled(matter: Matter, said: tuple[Found, ...]) -> Iterator[str]:
    """Give what speaks in the sentence of a matter against taking it as settled."""
    for one in said:
        low = matter.text[one.at].low if one.at < len(matter.text) else ""
        if one.intent in _WILLED and _CONDITION.search(low):
            yield "It may depend on a condition"
        if one.intent in _SETTLED and _UNDECIDED.search(low):
            yield "It may not be decided yet"
        if one.intent in _HELD and _CANCELLED.search(low):
            yield "It may have been cancelled or put off"
        planned = one.intent is Intent.MEETING_REPORT and _PLANNED.search(low)
        if planned and not _PAST.search(low):
            yield "The meeting may only be planned"
        begun = one.intent is Intent.COURSE_COMPLETION and _BEGUN.search(low)
        if begun and not _FINISHED.search(low):
            yield "The course may only be begun, or failed"
        if one.intent is Intent.ANNOUNCEMENT and _OUT_ALREADY.search(low):
            yield "The news may be out already, or not to be told"
        if one.intent is Intent.RESIGNATION and _MENTOR not in low and _OTHER_POST.search(low):
            yield "Another post may be left"
        if one.intent is Intent.DATA_REQUEST and one.variant != "erase":
            yield from _of_data(matter, low)


def _of_data(matter: Matter, low: str) -> Iterator[str]:
    if _HAD_COPY.search(low):
        yield "The copy of the data may be there already"
    lows = [sentence.low for sentence in matter.text]
    if any(_GONE.search(each) or _erases(each) for each in lows):
        yield "Personal data may have to be erased"


def _erases(low: str) -> bool:
    """Tell whether a sentence asks to erase; "I forget where" does not."""
    word = erasing(low)
    return bool(word) and not word.startswith("forg")
