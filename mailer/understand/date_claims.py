# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Which of the days of a mail belongs to what it tells.

A day belongs to the word beside it: "I finished on 3 May, the party is on 5 May". Of the words that
claim a day, those of the matter and those of something else, the nearest one has it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from mailer.understand.calendar_days import Found, Lean
from mailer.understand.date_patterns import patterns
from mailer.understand.dates import dates
from mailer.understand.matter import Matter

_FAR = 10_000
_BORDER = 25
"""Letters that a comma or a turn counts for, when the nearest word is looked for."""

_SAME = 12
"""Letters by which two words are equally near."""

_TURN = re.compile(
    r"[;:]|,| but | and | while | pero | y (?:el|la) | mas | mais | et (?:le|la|mon|ma) | aber | und | ma | tapi | dan "
)

FINISHED = {
    "en": r"finish\w*|complet\w*|pass(?:ed|ing)?|done|certificate|certified|diploma|graduat\w*|last (?:module|lesson|quiz|test|exam)|wrapped up|through with|got through|ended|issued|dated",
    "es": r"termin\w+|complet\w+|acab\w+|finali[sz]\w+|conclu\w+|culmin\w+|aprob\w+|certificad\w|diploma|hecho|supere|pase|listo|expedid\w|ultim[oa] (?:modulo|leccion|clase|examen)",
    "pt": r"termin\w+|complet\w+|acab\w+|finaliz\w+|conclu\w+|certificad\w|diploma|passei|aprovad\w|fiz|feito|fechei|encerr\w+|zerei|ultim[oa] (?:modulo|aula|licao|prova)",
    "fr": r"termin\w+|fini\w*|achev\w+|complet\w+|valid\w+|reussi\w*|boucl\w+|attestation|certificat|diplome|passe|obtenu\w*|dernier (?:module|cours|quiz)|delivre\w*",
    "de": r"abgeschlossen|abschlus\w*|abschloss|beend\w+|absolviert\w*|fertig|geschafft|bestanden|zertifikat|urkunde|durch\b|hinter mir|letzte (?:lektion|prufung)|ausgestellt",
    "it": r"finit\w|finisc\w+|termin\w+|complet\w+|conclus\w|superat\w|ottenut\w|attestato|certificato|diploma|passat\w|fatto|ultim[oa] (?:modulo|lezione)|rilasciat\w",
    "id": r"selesai\w*|menyelesaikan|diselesaikan|tamat\w*|lulus|rampung\w*|tuntas\w*|sertifikat|menamatkan|beres|kelar",
}
_SOMETHING_ELSE = {
    "en": r"birthday|wedding|party|start(?:ed|s|ing)?|began|enrol\w*|sign(?:ed)? up|register\w*|appl(?:y|ied)|joined|born|event|meetup|conference|holiday|flight|trip|other course|first[- ]aid|scrum|webinar|planned|married|exam at|newsletter|deadline|next (?:meeting|call|session)|wrote|writing|mail of|e?mail from|my (?:mail|letter|message)|festival|wished|asked|been a|years? ago|hackathon|sprint|release|summit|available|call me|reach me|talk(?: it through)?|moving|move to|new job|invited",
    "es": r"cumpleanos|boda|fiesta|empec\w+|empez\w+|comenc\w+|comienz\w+|inici\w+|inscrib\w+|nac\w+|evento|encuentro de|conferencia|vacaciones|vuelo|viaje|escrib\w+|correo del|mensaje del|carta del|festival|desde hace|soy mentora? desde|mentora? desde|proxim[oa] (?:reunion|cita|encuentro|evento|llamada|sesion)|mud\w+|nuevo trabajo|disponible|pedi\b",
    "pt": r"aniversario|casamento|festa|comec\w+|inici\w+|inscre\w+|nasc\w+|evento|conferencia|ferias|voo|viagem|escrev\w+|e-?mail de|mensagem de|festival|mentora? desde|proxim[oa] (?:reuniao|encontro|evento|chamada|sessao)|mud\w+|novo emprego|disponivel|pedi\b",
    "fr": r"anniversaire|mariage|fete|commenc\w+|debut\w*|inscri\w+|ne le|nee le|evenement|conference|vacances|vol\b|voyage|ecri\w+|courriel du|mail du|message du|lettre du|festival|mentore? depuis|prochaine? (?:reunion|rencontre|evenement|rendez-vous|seance)|demenag\w+|nouvel emploi|disponible|pli du",
    "de": r"geburtstag\w*|hochzeit\w*|feier\w*|begonnen|begann|angefangen|fing|gestartet|angemeldet|beworben|geboren|veranstaltung|konferenz|urlaub|flug|reise|schrieb\w*|geschrieben|mail vom|schreiben vom|brief vom|fest\b|mentorin? seit|nachste[snrm]? (?:treffen|termin)|umzug|umziehen|erreichbar",
    "it": r"compleanno|matrimonio|festa|cominciat\w|iniziat\w|inizi\w*|iscritt\w|nat[oa] il|evento|conferenza|vacanz\w+|volo|viaggio|scritt\w|mail del|lettera del|messaggio del|sagra|mentore da|prossim[oa] (?:riunione|incontro|evento|appuntamento|sessione)|trasfer\w+|nuovo lavoro|disponibile",
    "id": r"ulang tahun|pernikahan|nikah\w*|pesta|memulai|mendaftar|lahir|acara|konferensi|liburan|penerbangan|perjalanan|menulis|surat (?:kami |saya )?tanggal|email tanggal|festival|mentor sejak|pertemuan berikutnya|pindah\w*|kerja baru|bisa dihubungi",
}
ENDING = {
    "en": r"effective|with effect|last day|final day|resign\w*|step(?:ping|s)? (?:down|back|aside)|quit\w*|leav(?:e|ing)|stop\w*|end(?:s|ing)?\b|retir\w*|as of|as from|until|till|no longer|not continue|give up|giving up|immediate(?:ly)?|relinquish\w*|lay down|role|done|over|out\b|from|free|through|anymore|any more|bow(?:ing)? out",
    "es": r"efectos?|ultimo dia|renunci\w+|dimi\w+|dej\w+|termin\w+|hasta|a partir|no (?:seguire|podre|continu\w+|sere|figur\w+|seguir)|retir\w+|cese|ces\w+|ya no|a contar|baja|con fecha|desde",
    "pt": r"efeitos?|ultimo dia|renunci\w+|demi\w+|deix\w+|sai\w+|termin\w+|encerr\w+|ate\b|a partir|nao (?:vou|poss\w+|serei|continu\w+)|larg\w+|afast\w+|desligamento|ja nao|desde|entrego|fech\w+",
    "fr": r"effet|dernier jour|demission\w*|quitt\w+|arret\w+|cess\w+|mets? fin|fin (?:de|a) mon|jusqu|a partir|a compter|plus (?:etre|mentore?|disponible|pouvoir|continuer)|renonc\w+|lach\w+|abandonn\w+|retir\w+|des\b|raccroch\w+",
    "de": r"wirkung|letzter? tag|zurucktret\w*|trete|rucktritt|aufhor\w*|hore|nieder\w*|lege|beend\w+|gebe|abgeb\w*|aufgeb\w*|bis\b|ab\b|zum|per\b|schluss|nicht mehr|keine mentees|aussteig\w*|steige|endet|ausscheid\w*|scheide|feierabend|auf ende|mit ende",
    "it": r"effetto|ultimo giorno|dimission\w*|dimett\w+|lasci\w+|smett\w+|cess\w+|rinunci\w+|fino|a partire|dal\b|da\b|non (?:sono|saro|potro|posso|continu\w+|faccio|ci)|termin\w+|conclud\w+|ritir\w+|mollo|con la fine|a decorrere|niente piu|esco",
    "id": r"berlaku|efektif|hari terakhir|mengundurkan|mundur|berhenti\w*|melepas\w*|meletakkan|sampai|hingga|mulai|terhitung|per\b|pamit|pensiun|tidak lagi|bukan lagi|lepas|akhir|sejak",
}
_NOT_ENDING = {
    "en": r"certificate|certificad\w|zertifikat|attestat\w|sertifikat|told|tell|spoke|talked|informed|said|mentioned|hand(?:ing)? ?over|handover|stay (?:a rep|on call|reachable|available)|help until|reachable|available|answer (?:questions|mail)|thank|decided|thinking|thought|meet\w*|call|joined|became|become a mentor|have been|i was|been mentoring|since|my mentees? (?:has|have|finish\w*|start\w*)|finish(?:es|ed)? (?:her|his|their)|move\b|moving|baby|due on|wedding",
    "es": r"dije|dicho|hable|hablado|conte|contado|avis\w+|inform\w+|decid\w+|agradec\w+|reunion|llamada|entregar? (?:las|los) |traspas\w+|me inscribi|soy mentora? desde|empece|bebe|boda|mudanza",
    "pt": r"disse|falei|avis\w+|contei|inform\w+|decid\w+|agradec\w+|reuniao|chamada|repass\w+|passagem|comecei|bebe|casamento|mudanca",
    "fr": r"dit|parle|prevenu\w*|annonce|averti\w*|decid\w+|remerci\w+|reunion|rendez-vous|passation|transmett\w+|commence|bebe|mariage|demenag\w+",
    "de": r"gesagt|gesprochen|informiert|erzahlt|mitgeteilt|seit|entschi\w+|entschlossen|danke\w*|treffen|ubergabe|ubergebe|ubergeben|begonnen|angefangen|erreichbar|hochzeit|umzug",
    "it": r"detto|parlato|avvisat\w|informat\w|raccontat\w|decis\w+|ringrazi\w+|riunione|incontro|passaggio|consegn\w+|iniziato|cominciato|matrimonio|trasloco",
    "id": r"bicara|bilang|beri ?tahu|memberi tahu|cerita|memutuskan|berterima|rapat|pertemuan|serah terima|menyerahkan|memulai|bergabung|pernikahan|pindahan",
}
MET = {
    "en": r"met|meeting|met up|call(?:ed)?|session|talk(?:ed)?|spoke|spoken|chat(?:ted)?|conversation|hangout|took place|sat (?:down|together)|saw|catch-?up|check-?in|coffee|zoom|had|get together|got together|held",
    "es": r"reun\w+|encontr\w+|quedamos|quede|hablamos|hable|habl\w+|sesion|llamada|charla\w*|conversa\w+|vimos|vi\b|nos vimos|cafe|tuve|tuvimos|tuvo|videollamada|platic\w+|junt\w+|juntada",
    "pt": r"reuni\w+|encontr\w+|conversa\w*|falamos|falei|sessao|chamada|papo|vimos|nos vimos|cafe|tive|tivemos|ligacao|videochamada|bate-papo|colei|call",
    "fr": r"reuni\w*|rencontr\w+|vu\w?|vus|parle\w*|entretien|seance|appel\w*|discut\w+|echang\w+|visio\w*|rendez-vous|rdv|cafe|point|eu lieu|entrevue",
    "de": r"getroffen|traf\w*|treffen|gesprach\w*|gesprochen|sprach\w*|telefon\w+|sitzung|termin|coaching\w*|geredet|videocall|videoanruf|videogesprach|call|zusammen\w*|gesehen|stattgefunden|fand|kaffee|stunde",
    "it": r"incontr\w+|vist\w|visti|vista|riunion\w+|parlat\w|sentit\w|sessione|chiamat\w|chiacchier\w+|colloquio|videochiamata|caffe|call|appuntamento|trovat\w|svolt\w|ricevere",
    "id": r"bertemu|ketemu\w*|pertemuan|rapat|sesi|ngobrol\w*|bicara|berbincang|diskusi|telepon\w*|panggilan|zoom|jumpa|berjumpa|bincang|kumpul|ngopi|video call|call",
}
_NOT_MET = {
    "en": r"next|will|plan\w*|again|postpon\w*|cancel\w*|missed|propos\w+|agreed to|schedul\w+|goal\w*|deadline|until|would|shall|going to|due|upcoming|follow-?up",
    "es": r"proxim[oa]|volveremos|sera|plane\w+|aplaz\w+|cancel\w+|quedamos en|veremos|antes del|plazo|siguiente",
    "pt": r"proxim[oa]|sera|vamos|planej\w+|adi\w+|cancel\w+|marcamos|marcad\w|prazo|seguinte",
    "fr": r"prochain\w*|sera|prevu\w*|report\w+|annul\w+|reverrons|revoyons|avant le|suivant\w*",
    "de": r"nachste[snrm]?|werden|wird|geplant|verschoben|abgesagt|wieder|bis\b|folgetermin|wollen",
    "it": r"prossim[oa]|sara|previst\w|rimandat\w|annullat\w|rivedremo|risentiamo|entro|successiv\w",
    "id": r"berikutnya|selanjutnya|akan|rencana\w*|ditunda|batal|dijadwalkan|depan|nanti",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """The words that a day may belong to: those of the matter, and those of something else."""

    wanted: dict[str, str]
    others: tuple[dict[str, str], ...]
    lean: Lean


FINISHING = Claim(FINISHED, (_SOMETHING_ELSE,), Lean.PAST)
LEAVING = Claim(ENDING, (_NOT_ENDING, _SOMETHING_ELSE), Lean.FUTURE)
MEETING = Claim(MET, (_NOT_MET,), Lean.PAST)


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})(?!\w)")


def _words(table: dict[str, str], language: str) -> str:
    own = table.get(language, "")
    return own if language == "en" or not own else f"{own}|{table['en']}"


def _nearest(low: str, pattern: re.Pattern[str], day: Found) -> int:
    """Return how far the nearest of the words is from a day, in letters; borders count more."""
    best = _FAR
    for match in pattern.finditer(low):
        if match.end() <= day.start:
            gap = low[match.end() : day.start]
        elif match.start() >= day.end:
            gap = f"{low[day.end : match.start()]}   "
        elif match.start() <= day.start and match.end() > day.end:
            continue
        else:
            return 0
        best = min(best, len(gap) + _BORDER * len(_TURN.findall(gap)))
    return best


@dataclass(frozen=True, slots=True)
class _Choice:
    """A day that may be meant: the lower `rank` and then `gap`, the likelier."""

    rank: int
    gap: int
    day: Found
    place: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """The day that belongs to a matter, and the doubts about it."""

    day: date | None = None
    doubts: tuple[str, ...] = ()


def _rank(place: int, at: int, near: int) -> int | None:
    """Rank a day by its sentence: the one that tells the matter, one that claims it, the next."""
    if place == at:
        return 0
    if near < _FAR:
        return 1
    return 2 if 0 <= place - at <= 1 else None


def _own(found: tuple[Found, ...], base: date, lean: Lean) -> list[Found]:
    if lean is Lean.PAST:
        return [day for day in found if day.day <= base]
    return [day for day in found if (day.day - base).days >= -60]  # noqa: PLR2004 - what lies further back is no coming end


def choose(
    matter: Matter, at: int, claim: Claim, skip: Callable[[str, Found], bool] | None = None
) -> Chosen:
    """Choose the day that belongs to the sentence at a place; `skip` names days to pass over."""
    language = matter.language
    wanted = _compiled(_words(claim.wanted, language))
    others = _compiled("|".join(_words(table, language) for table in claim.others))
    choices: list[_Choice] = []
    homeless = False
    for place, sentence in enumerate(matter.text):
        low = sentence.low
        found = dates(low, matter.base, claim.lean, language)
        for day in _own(found, matter.base, claim.lean) if found else ():
            if skip and skip(low, day):
                continue
            near, other = _nearest(low, wanted, day), _nearest(low, others, day)
            rank = _rank(place, at, near)
            if (other < near < _FAR) or (near == _FAR and other < _BORDER):
                continue
            if rank is None or (sentence.asks and place != at):
                homeless = True
                continue
            choices.append(_Choice(rank, near, day, place))
    if not choices and 0 <= at < len(matter.text) and _month_only(matter.text[at].low, language):
        return Chosen(None, ("Only a month is named, no day",))
    return _best(matter, choices, homeless=homeless)


def _month_only(low: str, language: str) -> bool:
    """Tell whether a sentence names a month as the time, without a day."""
    for match in patterns(language).month_alone.finditer(low):
        if _IN_A_MONTH.search(low[: match.start()]):
            return True
    return False


_IN_A_MONTH = re.compile(
    r"\b(?:from|in|until|till|by|as of|since|during|mid|early|late|beginning of|desde|a partir de|en|hasta|para|em|ate|depuis|des|jusqu'en|debut|mi|"
    r"ab|im|bis|anfang|mitte|da|dal|a|di|inizio|meta|fino a|mulai|bulan|pada|sampai|awal|pertengahan|mediados de|principios de|meados de)[ -]$"
)


def _best(matter: Matter, choices: list[_Choice], *, homeless: bool) -> Chosen:
    if not choices:
        doubt = "Days are named, but none surely belongs to what is told"
        return Chosen(None, (doubt,) if homeless else ())
    best = min(choices, key=lambda one: (one.rank, one.gap, one.place))
    words = matter.text[best.place].raw
    rivals = {
        one.day.day
        for one in choices
        if one.rank == best.rank and one.gap <= best.gap + _SAME and one.day.day != best.day.day
    }
    doubts = [f"Several days are named: “{words}”"] if rivals else []
    if best.day.unclear:
        doubts.append(f"The day in “{words}” could be read in two ways")
    return Chosen(None if best.day.swapped else best.day.day, tuple(doubts))
