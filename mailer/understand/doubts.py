# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Reasons why a person must read a mail although its intent is clear."""

import re
from collections.abc import Iterator, Mapping

from mailer.parse.closings import is_disclaimer
from mailer.rules.intents import Intent
from mailer.trust.model import Trust
from mailer.understand.clues import Clued
from mailer.understand.doubt_words import (
    AFRAID,
    ANY,
    ASKED,
    BEYOND,
    NOT_MINE,
    TAKEN_BACK,
    TONES,
    UNFINISHED,
    UNSURE,
)
from mailer.understand.field_words import erasing
from mailer.understand.found import Found, Role
from mailer.understand.matter import Matter
from mailer.understand.sentences import plain
from mailer.understand.unsettled import unsettled

FOR_A_PERSON = "It reads like a mail that a person should read first"
_ON_BEHALF = Clued(
    r"\b(?:on (?:his|her|their|[a-z]+(?:'s)?) behalf|on behalf of|asked me to (?:tell|let|inform|write|pass|send|say)|(?:is|was) asking me to (?:tell|write)|"
    r"wants me to (?:tell|let|inform|write)|in the name of|im namen|en nombre de|em nome de|au nom de|a nome di|atas nama|told me to (?:tell|write))\b"
)
_CONTRARY = (
    (
        {Intent.RESIGNATION, Intent.LEAVE_OF_ABSENCE},
        "Both a resignation and an absence for a time are told",
    ),
    (
        {Intent.RESIGNATION, Intent.MENTOR_APPLICATION},
        "Both a resignation and an application are told",
    ),
    ({Intent.RESIGNATION, Intent.TAKE_BACK}, "A resignation is both told and taken back"),
    ({Intent.RESIGNATION, Intent.MENTEE_ACCEPTANCE}, "The writer both resigns and takes a mentee"),
)
_TEMPORARY = Clued(
    r"\b(?:for (?:a (?:while|time|few)|some (?:time|weeks|months)|(?:two|three|four|six|\d+) (?:weeks|months))|temporar\w+|(?:will be|come|am) back\b|wieder dabei|bin ich (?:dann )?wieder|komme (?:dann )?wieder|vuelvo (?:en|a ser)|volto (?:em|a ser)|je reviens|torno (?:a|in)\b|akan kembali|(?<!bye )for now|pause|until i (?:am back|return))\b"
)
_STAYS = Clued(
    r"\bi (?:will |shall |would like to |want to |of course |still )*(?:stay|remain|continue|keep on|carry on|go on)(?: on)?(?: being)?(?: as)? (?:an? )?mentor\b"
    r"|\b(?:(?:resto|rimango|continuo)(?: a fare| come| il)* (?:mentore?|con voi|dove sono)|con voi resto|(?<!no )sigo (?:siendo |de |como )?(?:mentora?|con ustedes|con vosotros)|(?:continuo|fico)(?: a ser| sendo| como)* (?:mentora?|convosco|com voces)"
    r"|je (?:reste|continue) (?:comme |a etre )?(?:mentore?|avec vous)|(?:ich )?bleibe (?:\w+ )?(?:mentor(?:in)?|bei euch|euch)|saya tetap (?:jadi |menjadi |sebagai )?mentor)\b"
    r"(?!.{0,20}\b(?:until|till|bis|hasta|jusqu\w*|fino|sino|ate|sampai|hingga|nur)\b)"
)
_UP_TO = re.compile(
    r"\b(?:(?:hasta|until|till|bis|jusqu\w*|fino|ate|sampai|hingga) (?:\w+ ){0,3}?\d+|ultim[oa] (?:dia|mes|giorno|mese|semana)|last (?:day|month|week)|letzter (?:tag|monat)|dernier (?:jour|mois)|(?:hari|bulan) terakhir)\b"
)
"""Who stays up to a day leaves then."""

_LEAVES_ALL = Clued(
    r"\b(?:leav\w+|quit\w*|resign\w* from) (?:the )?(?:mozilla )?(?:reps?|programme|program)\b"
)
_SEVERAL = Clued(
    r"\b(?:(?:two|three|four|couple of|dos|tres|duas|deux|trois|zwei|drei|due|tre|dua|tiga) (?:\w+ )?(?:things?|matters|points|news|updates|requests|questions|topics|answers|"
    r"cosas|cosillas|coisas|coisinhas|choses|sachen|dinge|fragen|cose|cosette|hal|asuntos|temas|assuntos|sujets|punti|pontos|puntos|preguntas|perguntas|domande)"
    r"|the other thing|another thing|one more thing|on another note|p\.? ?s\b|secondly|and also|en segundo lugar|por otro lado|em segundo lugar|deuxiemement|zweitens|secondo punto|kedua)\b"
    r"|^\(?1[).]|\b1\) |\b(?:by the way|btw)"
)
_BOTH = Clued(
    r"^\W*(?:(?:yes|si|sim|oui|ja|iya|ya)\W+)?(?:(?:to|a|as|auf|zu) )?(?:both|ambas|ambos|las dos|les deux|beides?|entramb[ei]|tutt[ei] e due|dua-duanya|keduanya)\b"
)
"""An answer to two questions at once."""

_TO_ALL = Clued(
    r"\b(?:(?:all|every|our) (?:the |our |of the )?mentors|mentors' list|todos (?:los|os) mentores|todas (?:las|as) mentoras|tous les mentors|alle mentor\w+|tutti i (?:mentori|mentor)|(?:semua|seluruh|para) mentor)\b"
)
"""Words of a council member that may be for all mentors."""

_DECIDES = Clued(
    r"^\W*(?:\w+, )?(?:(?:it is |that is )?(?:a )?(?:yes|no|ok) (?:from|by) me|i (?:approve|decline|reject)|apruebo|rechazo|aprovo|recuso|j'approuve|je refuse|ich (?:genehmige|lehne)|approvo|respingo|saya (?:setuju\w*|menyetujui|menolak)|a .{1,40} le digo que (?:si|no)|declined?|approved?|rejected|granted|no objections?|in favou?r|accept(?:ed)?|(?:por mi|de mi) parte,? (?:si|no|aprob\w+)|aprobad[oa]|rechazad[oa]"
    r"|(?:por mim|da minha parte),? (?:sim|nao|aprov\w+)|aprovad[oa]|recusad[oa]|(?:pour moi|de mon cote),? (?:c'est )?(?:oui|non)|approuve\w*|refuse[es]*\b|von mir (?:aus )?(?:ein )?(?:ja|nein)|genehmigt|abgelehnt|angenommen"
    r"|(?:per me|da parte mia),? (?:e )?(?:si|no)|approvat[oa]|respint[oa]|(?:dari saya )?(?:setuju|disetujui|ditolak))\b"
)
"""A sentence that begins like the decision of a council member."""

_CONTRADICTS = Clued(
    r"\b(?:it|that|this) (?:is|was) (?:false|not true|not correct|incorrect|untrue|wrong|a mistake|nonsense|a joke|a misunderstanding)\b|\bjust (?:a joke|kidding)\b|\bjk\b"
)
_STAYS_ON = Clued(
    r"\b(?:not|never|no|nao|non|nicht|tidak|bukan|don't)\b (?:\w+ ){0,3}?(?:resign\w*|step\w*|quit\w*|stop\w*|leav\w+(?! (?:me|us|any|much|enough|no)\b)|giv\w+ up|renunci\w+|dimit\w*|dej\w+|deix\w+|larg\w+"
    r"|smett\w+|lasci\w+|dimett\w+|mundur|berhenti|melepas\w*|meletakkan)\b|\bn(?:e |')(?:arret|demission|quitt|lach|abandonn)\w*|\b(?:trete|hore|lege|gebe)\b.{0,40}\bnicht\b(?! mehr)"
)
"""A resignation that is denied."""

_IN_THE = re.compile(r"\bno\b")
"""A word that denies nothing in Portuguese."""

_APPLIES_NOT = Clued(
    r"\b(?:not|never|nao|non|nicht|kein\w*|tidak|belum|bukan|don't|no|without|sin|sem|sans|ohne|senza|tanpa)\b (?:\S+ ){0,6}?(?:appl\w+|request|asking|mentor\w*|solicit\w*|candidat\w*|bewerb\w*|melamar|lamaran)\b"
    r"|\bn(?:e |')\S+ pas\b.{0,40}\b(?:candidat\w*|mentor\w*|demande)"
)
"""An application that is denied, or put off."""

_NO_REQUEST = Clued(
    r"\b(?:not (?:yet |feel )?(?:quite |really |yet )?ready|no (?:me siento|estoy) (?:\w+ )?list[oa]|nao (?:me sinto|estou) (?:\w+ )?pront[oa]|noch nicht (?:bereit|so weit)|pas (?:encore )?prete?|non (?:mi sento|sono) (?:\w+ )?pront[oa]|belum siap)\b|\b(?:not|no|nao|non|nicht|kein\w*|tidak|bukan|don't)\b (?:\S+ ){0,5}?(?:application|request|candidacy|solicitud|candidatura|pedido|bewerbung|candidature|lamaran|permohonan)\b"
)
"""Words of a whole sentence that the mail is no application."""

_SOMEBODY_ELSE = Clued(
    r"^(?:\w+ ){0,2}(?:my|our|mi|mio|mia|meu|minha|mon|ma|meine?|unser\w*) (?:\w+ )?(?:friend|colleague|brother|sister|wife|husband|son|daughter|cousin|neighbou?r|amig[oa]|colega|herman[oa]"
    r"|espos[oa]|marido|irmao?|ami\w?|collegue|frere|soeur|freund(?:in)?|kolleg(?:e|in)|bruder|schwester|frau|mann|fratello|sorella|amic[oa]|collega|marito|moglie)\b"
    r"|^(?:teman|kakak|adik|istri|suami|rekan|kolega|sahabat|saudara) (?:saya|ku|aku)\b"
)
"""A sentence whose subject is somebody else."""

_HEARSAY = Clued(
    r"\b(?!i |we |you )\w+ (?:has |have |had |just )?(?:told|tells|wrote(?: to)?|informed) (?:me|us)\b|\b(?:he|she|they|\w+) (?:says?|said) (?:that )?(?:he|she|they)\b|\bhave you heard\b|, (?:says|said) (?:he|she)\b|\b(?:he|she) (?:says|said)\W*$"
    r"|\bhat (?:mir|uns) (?:\w+ )?(?:gesagt|erzahlt|geschrieben|mitgeteilt)\b|\b(?:sagt|meint|erzahlt) (?:er|sie)\b|\bhat \w+ (?:gesagt|erzahlt)\b|\bhabt ihr (?:schon )?gehort\b"
    r"|\b(?:me|nos) (?:ha dicho|dijo|conto|comento|aviso|ha contado)\b|\bsegun (?:me )?(?:dijo|dice)\b|\b(?:me|nos) (?:disse|contou|falou|avisou)\b|\b(?:disse|contou)-(?:me|nos)\b|\bsegundo (?:me disse|ela|ele)\b"
    r"|\b(?:m'a|nous a|m'ont) (?:dit|annonce|ecrit|raconte|confie)\b|\b(?:me|mi|me l')\s?(?:l')?(?:ha|hanno) (?:detto|raccontato|scritto)\b|\bdice (?:lui|lei|che)\b|\b(?:katanya|kata (?:dia|beliau|\w+nya)|(?:dia|beliau) bilang|bilang (?:ke|sama) (?:saya|aku|gue))\b"
)
"""What says that the news came from somebody else."""

_ANOTHER_MENTOR = Clued(
    r"\b(?:(?:another|a new|a different|some other|other) mentor|(?:otr[oa]|nuev[oa]) mentora?|mentora? nuev[oa]|(?:outr[oa]|nov[oa]) mentora?|mentora? nov[oa]"
    r"|(?:un|une) (?:autre|nouvel\w*|nouveau) mentore?|ander\w+ mentor\w*|neue\w* mentor\w*|(?:un'?|una? )(?:altr[oa]|nuov[oa]) mentor\w?|mentor (?:lain|baru|yang lain))\b"
)
_THEIR_MENTEES = frozenset({Intent.RENEWAL, Intent.RESIGNATION, Intent.MENTEE_ACCEPTANCE})
"""Where a mentor speaks of another mentor for a mentee as part of the matter."""

_APPLYING = {Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION}
_OF_SOMEBODY = {Intent.MENTOR_CHANGE, Intent.FEEDBACK, Intent.OTHER}
_QUESTIONS = {Intent.GENERAL_QUESTION, Intent.STATUS_QUESTION, Intent.MENTOR_REQUEST}
_MAIN = (Intent.RESIGNATION, Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION)
_TOLD_OF_SELF = {*_MAIN, Intent.LEAVE_OF_ABSENCE, Intent.MENTEE_ACCEPTANCE}
_NEEDS_PROOF = frozenset(Intent) - {Intent.GENERAL_QUESTION, Intent.OTHER}


def on_behalf(matter: Matter) -> bool:
    """Tell whether the writer says that somebody else asked them to write this."""
    return any(_ON_BEHALF.search(sentence.low) for sentence in matter.text)


def doubts(matter: Matter, said: tuple[Found, ...]) -> tuple[str, ...]:
    """Return the reasons, in words for the council, why a person must read this mail first."""
    return tuple(
        dict.fromkeys((*_of_tone(matter), *_of_sense(matter, said), *_of_role(matter, said)))
    )


def _told(matter: Matter, words: Mapping[str, Clued]) -> bool:
    """Tell whether a sentence has one of the words of its language, or of every language."""
    pattern = words.get(matter.language, words.get(ANY))
    if pattern is None:
        return False
    return any(pattern.search(sentence.low) for sentence in matter.text)


def _asks_to_erase(matter: Matter) -> bool:
    return any(erasing(sentence.low) for sentence in matter.text)


def _of_tone(matter: Matter) -> Iterator[str]:
    low = plain(matter.everything)
    for sentence in matter.text:
        if is_disclaimer(sentence.raw):
            low = low.replace(sentence.low, " ")
    for words, patterns in TONES.items():
        pattern = patterns.get(matter.language, patterns.get(ANY))
        if pattern and pattern.search(low):
            yield words


def _of_sense(matter: Matter, said: tuple[Found, ...]) -> Iterator[str]:
    intents = {one.intent for one in said}
    yield from (words for pair, words in _CONTRARY if pair <= intents)
    yield from _of_completeness(matter, intents)
    if Intent.RESIGNATION in intents:
        yield from _of_resignation(matter, said)
    if Intent.COURSE_COMPLETION in intents and _told(matter, UNFINISHED):
        yield "The course may not be finished yet, or not by the writer"
    yield from _of_subject(matter, said)
    yield from unsettled(matter, said)
    yield from _of_words(matter, intents)
    if on_behalf(matter):
        yield "Somebody else is said to want it: their own word is needed"


def _of_words(matter: Matter, intents: set[Intent]) -> Iterator[str]:
    """Give what single words make one doubt of what was read."""
    if intents & {Intent.GENERAL_QUESTION, Intent.STATUS_QUESTION} and _told(matter, BEYOND):
        yield "It asks for something that the procedure may not answer"
    if intents & {Intent.FEEDBACK, Intent.MENTOR_CHANGE} and _told(matter, BEYOND):
        yield "Money or another matter of the council may be meant"
    if Intent.ANNOUNCEMENT in intents and _told(matter, UNSURE):
        yield "The news may not be settled yet"
    if not intents & {Intent.RESIGNATION, *_APPLYING} and _told(matter, NOT_MINE):
        yield "An earlier mail may not have been the writer's own"
    if intents & _OF_SOMEBODY and _told(matter, AFRAID):
        yield "A private complaint may be meant"
    if intents and intents <= {Intent.OTHER, Intent.DEPARTURE} and _asks_to_erase(matter):
        yield "Personal data may have to be erased"


def _of_subject(matter: Matter, said: tuple[Found, ...]) -> Iterator[str]:
    """Look again at what would hurt most: a resignation denied, and what another one does."""
    for one in said:
        words = matter.text[one.at].low if one.at < len(matter.text) else ""
        if matter.language == "pt":
            words = _IN_THE.sub("em", words)
        if one.intent is Intent.RESIGNATION and _STAYS_ON.search(words):
            yield "It may be denied that the writer resigns"
        if one.intent is Intent.MENTOR_APPLICATION and (
            _APPLIES_NOT.search(words) or any(_NO_REQUEST.search(s.low) for s in matter.text)
        ):
            yield "It may be denied that the writer applies"
        if one.intent in _MAIN and _SOMEBODY_ELSE.search(words):
            yield "It may be said of somebody else"
        elif one.intent in _TOLD_OF_SELF and _HEARSAY.search(words):
            yield "It may be what somebody else told the writer"


def _of_completeness(matter: Matter, intents: set[Intent]) -> Iterator[str]:
    """Give what speaks for a second matter that was not read."""
    several = any(_SEVERAL.search(s.low) or _BOTH.search(s.low) for s in matter.text)
    if len(intents) == 1 and (several or _SEVERAL.search(plain(matter.own_subject))):
        yield "Several matters are announced, and one was read"
    if not intents & _QUESTIONS and _told(matter, ASKED):
        yield "A question is announced, and none was read"
    unasked = not matter.thread.sent and Intent.TAKE_BACK not in intents
    if unasked and _told(matter, TAKEN_BACK):
        yield "What is said may be taken back in the same mail"
    if matter.language == "en" and any(_CONTRADICTS.search(s.low) for s in matter.text):
        yield "The writer contradicts something that was said"


def _of_resignation(matter: Matter, said: tuple[Found, ...]) -> Iterator[str]:
    own = {one.at for one in said if one.intent is Intent.RESIGNATION}
    telling = (n in own or Intent.RESIGNATION in matter.says(n) for n in range(len(matter.text)))
    words = " ".join(s.low for s, tells in zip(matter.text, telling, strict=True) if tells)
    if _TEMPORARY.search(words):
        yield "It sounds like a pause rather than an end"
    if any(_STAYS.search(s.low) and not _UP_TO.search(s.low) for s in matter.text):
        yield "It also says that the writer stays a mentor"
    if _LEAVES_ALL.search(words):
        yield "The writer may leave the whole programme"


def _of_role(matter: Matter, said: tuple[Found, ...]) -> Iterator[str]:
    intents = {one.intent for one in said}
    if not matter.speaker:
        if intents & _NEEDS_PROOF:
            yield "Nobody on the roster writes from this address"
        return
    if (
        matter.verdict.trust < Trust.AUTHENTICATED
        and matter.verdict.verified
        and intents & _NEEDS_PROOF
        and not matter.forwarded
    ):
        yield "It is not proven who wrote this"
    if Intent.RESIGNATION in intents and matter.role is not Role.MENTOR:
        yield "The writer is no mentor on the roster"
    if Intent.MENTOR_APPLICATION in intents and matter.role is Role.MENTOR:
        yield "The writer is already a mentor"
    has_mentor = matter.roster.mentor_of(matter.speaker.id) is not None
    if Intent.MENTOR_REQUEST in intents and has_mentor:
        yield "The writer has a mentor on the roster"
    if Intent.MENTOR_CHANGE in intents and not has_mentor:
        yield "The roster knows no mentor of the writer"
    if (
        matter.role is Role.MENTOR
        and not intents & _THEIR_MENTEES
        and any(_ANOTHER_MENTOR.search(sentence.low) for sentence in matter.text)
    ):
        yield "A mentee may need another mentor"
    yield from _of_council(matter, intents)


def _of_council(matter: Matter, intents: set[Intent]) -> Iterator[str]:
    """Give what is odd in a mail of a council member, or would be for one alone."""
    if Intent.ANNOUNCEMENT in intents and not matter.council:
        yield "Only council members announce news"
    if not matter.council:
        return
    begun = any(_DECIDES.search(sentence.low) for sentence in matter.text)
    if not matter.own_subject and intents == {Intent.OTHER}:
        yield "A council member answers: it may be a decision"
    elif begun and intents and Intent.DECISION not in intents:
        yield "It may be a decision as well"
    news = any(_TO_ALL.search(sentence.low) for sentence in matter.text)
    if news and Intent.ANNOUNCEMENT not in intents:
        yield "It may be news for all mentors"
