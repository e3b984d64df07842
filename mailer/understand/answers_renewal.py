# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""How a pair goes on, read from an answer to the letter that asked: extend, change or end."""

import re
from dataclasses import replace

from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Person
from mailer.understand.amounts import RENEWALS, going_on
from mailer.understand.matter import Matter
from mailer.understand.sentences import Sentence, fold

OPEN = "The answer leaves open how the pair goes on"
TWO_WAYS = "Two ways to go on are named"
FOR_ANOTHER = "It may speak for somebody else"
NEGATED = "Something is denied, and it is not plain what"

_WORD = re.compile(
    r"^(?:(?:yes|si|sim|oui|ja|ya)[,:!. ]+)?(?P<word>extend|change|end|extender|extiendo|cambiar|cambio|terminar"
    r"|prolongar|mudar|mudanca|prolonger|changer|arreter|verlangern|wechseln|beenden|prolungare|cambiare"
    r"|finire|perpanjang|ganti|akhiri|selesai)(?: it| please| por favor| bitte| ya| s'il vous plait)?[.! ]*$"
)
_WAYS = {
    "extend": "extend extender extiendo prolongar prolonger verlangern prolungare perpanjang",
    "change": "change cambiar cambio mudar mudanca changer wechseln cambiare ganti",
    "end": "end terminar arreter beenden finire akhiri selesai",
}
_WAY_OF = {word: way for way, words in _WAYS.items() for word in words.split()}
_HEDGE = re.compile(
    r"\b(?:but|if|unless|provided|however|except|although|whether|wonder\w*|think about|thinking|consider\w*|talk first|discuss\w*"
    r"|let you know|maybe|perhaps|probably|might|could|not sure|unsure|undecided|later|depends|until|only|not yet|first"
    r"|pero|solo|quizas?|tal vez|depende|hasta|mas|talvez|ate|mais|peut-etre|jusqu\w*|seulement|aber|wenn|falls|vielleicht|bis|nur|ob"
    r"|ma|forse|dipende|fino|se|si|tapi|mungkin|kalau|jika|hanya|sampai)\b"
)
_YES_FIRST = re.compile(r"^(?:yes|si|sim|oui|ja|ya)\b[,.! ]*")
_MORE = re.compile(r"\b(?:mais um ano|ano mas|(?<=\s)mas\W*$)")
_NOT = re.compile(
    r"\b(?:not|no|never|nothing|nicht|kein\w*|nie|nao|nunca|pas|jamais|non|mai|tidak|bukan|jangan|without|sin|sem|sans|ohne|senza|tanpa)\b"
)
_ABOUT_ANOTHER = re.compile(
    r"\b(?:he|she|they|my mente\w+|my mentor|ella|el quiere|mi mentor\w*|ele|ela|il veut|elle veut|er|lui|lei|dia)"
    r" (?:\w+ ){0,2}(?:want\w*|would|like\w*|wish\w*|says?|said|asked|quiere|quer|veut|voudrait|mochte|will|vuole|mau|ingin)\b"
)
_MOST_WORDS = 25
"""Words of the deciding sentence, beyond which a person reads it."""
_REASON = 1_000


def renewal(
    matter: Matter, text: tuple[Sentence, ...], agreed: Intent | None
) -> tuple[Fields, tuple[str, ...]] | None:
    """Return the answer and the doubts about it; None where the mail says nothing of it.

    A bare no has no answer: it may mean a change or an end, so the writer is asked again.
    """
    fields = _with_partner(matter, Fields())
    bare = _WORD.match(_without_name(matter, text[0].low))
    if bare is not None and not any(s.asks or _hedged(s) or going_on([s.low])[0] for s in text[1:]):
        return replace(fields, answer=_WAY_OF[bare["word"]]), ()
    asking = any(sentence.asks for sentence in text)
    answer, two = going_on(sentence.low for sentence in text)
    if answer is None:
        if agreed is Intent.YES:
            return replace(fields, answer="extend"), _open(text, asking=asking)
        return (fields, ()) if agreed is Intent.NO and not asking else None
    every = {way for sentence in text if (way := going_on([sentence.low])[0])}
    doubts = (*_open(text, asking=asking), *((TWO_WAYS,) if two or len(every) > 1 else ()))
    doubts = (*doubts, *_denied(text, answer))
    if any(_ABOUT_ANOTHER.search(sentence.low) for sentence in text):
        doubts = (*doubts, FOR_ANOTHER)
    reason = " ".join(sentence.raw for sentence in text)[:_REASON]
    return replace(fields, answer=answer, reason=reason), tuple(dict.fromkeys(doubts))


def partners(matter: Matter) -> tuple[Person, ...]:
    """Return whoever is in a running relationship with the writer."""
    if matter.speaker is None:
        return ()
    own = matter.roster.mentor_of(matter.speaker.id)
    return (*matter.roster.mentees_of(matter.speaker.id), *((own,) if own else ()))


def partner(matter: Matter, text: str | None = None) -> Person | None:
    """Return the one of the writer's pairs whom the mail names, None for nobody or several.

    `text` is where to look instead of what the writer says now: the question that is quoted.
    """
    said = set(re.findall(r"[^\W\d_]+", fold(matter.fresh if text is None else text)))
    named = [one for one in partners(matter) if said & set(fold(one.name).split())]
    return named[0] if len(named) == 1 else None


def _with_partner(matter: Matter, fields: Fields) -> Fields:
    one = partner(matter)
    return fields if one is None else with_other(matter, fields, one)


def with_other(matter: Matter, fields: Fields, one: Person) -> Fields:
    """Put the other one of a pair: as the mentor where it is the writer's own, else as mentee."""
    named = Named(one.name, None, one.id)
    speaker = matter.speaker.id if matter.speaker else ""
    if matter.roster.mentor_of(speaker) == one:
        return replace(fields, mentor=named)
    return replace(fields, mentee=(named,))


def _without_name(matter: Matter, low: str) -> str:
    """Take "Chi Okafor: extend" apart: the word stands behind the name."""
    head, colon, rest = low.partition(":")
    if not colon:
        return low
    known = {word for one in partners(matter) for word in fold(one.name).split()}
    return rest.strip() if set(head.split()) <= known else low


def _hedged(sentence: Sentence) -> bool:
    """Say whether something hangs on it; "otro año más" and "sí," are no conditions."""
    low = _YES_FIRST.sub("", sentence.low)
    for _, way in RENEWALS:
        low = way.sub(" ", low)
    return _HEDGE.search(_MORE.sub(" ", low)) is not None


def _open(text: tuple[Sentence, ...], *, asking: bool) -> tuple[str, ...]:
    hedged = any(_hedged(sentence) for sentence in text)
    long = any(len(s.low.split()) > _MOST_WORDS for s in text if going_on([s.low])[0])
    return (OPEN,) if hedged or asking or long else ()


def _denied(text: tuple[Sentence, ...], answer: str) -> tuple[str, ...]:
    """Doubt a word that is denied; a denied extension is an end, and is read as one."""
    ends = next(pattern for way, pattern in RENEWALS if way == "end")
    for sentence in text:
        low = ends.sub(" ", sentence.low) if answer == "end" else sentence.low
        if _NOT.search(low) and going_on([sentence.low])[0]:
            return (NEGATED,)
    return ()
