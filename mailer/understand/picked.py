# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What an answer picks of the things that the quoted question names: "The first, please".

The words that decide are the writer's own; the quote only tells what they stand for.
"""

import re
from dataclasses import replace

from mailer.rules.fields import Fields, Named
from mailer.understand.amounts import RENEWALS
from mailer.understand.answers_renewal import partner, partners, with_other
from mailer.understand.matter import Matter
from mailer.understand.sentences import Sentence, fold, plain, sentences
from mailer.understand.standing import Standing, standing
from mailer.understand.whom import people

_PLACES = (
    "first 1st primero primera primeiro primeira premier premiere erste ersten erstes primo prima pertama eerste pierwsza pierwszy birinci birincisi 1",
    "second 2nd segundo segunda deuxieme seconde zweite zweiten zweites secondo seconda kedua tweede druga drugi ikinci ikincisi 2",
    "third 3rd tercero tercera terceiro terceira troisieme dritte dritten drittes terzo terza ketiga derde trzecia trzeci ucuncu ucuncusu 3",
)
_PLACE = {word: place for place, words in enumerate(_PLACES) for word in words.split()}
_IN_WORDS = frozenset(word for word in _PLACE if not word[0].isdigit())
_POLITE = r"(?:yes|please|then|gladly|so|thanks|thank you|no|not|por favor|si|sim|favor|gracias|obrigad[oa]|nao|oui|non|s'il vous plait|merci|ja|gern|gerne|bitte|danke|nein|nicht|grazie|per favore|ya|tidak|mohon|graag|alstublieft|nee|tak|prosze|nie|lutfen|evet|hayir)"
_ONE = re.compile(
    rf"(?:(?:{_POLITE}|just|only|solo|so|nur|seulement|soltanto|hanya|alleen|tylko|sadece|number|option|nummer|numero|nomor|opcion|opcao|opzione|opsi|the|la|el|le|o|a|il|die|den|das|der|de|yang|i take|i choose|elijo|escolho|je prends|je choisis|ich nehme|scelgo|saya pilih|ik neem) )*"
    rf"(?P<place>{'|'.join(_PLACE)})(?: (?:one|option|opcion|opcao|opzione|von beiden|of the two|{_POLITE}))*"
)
_CLAUSES = re.compile(
    r"[,;:.!?()-]+|\b(?:and|but|y|pero|e|mas|et|mais|und|aber|ma|dan|tapi|en|maar)\b"
)
_DENIED = re.compile(r"\b(?:no|not|nao|non|nicht|nein|tidak|nee|nie|hayir)\b")
_ITEM = re.compile(r"^[>\s]*\(?(\d)[.)]\s+(\S.*)$", re.MULTILINE)
_PERSON = re.compile(
    r"^(?P<name>[^\W\d_a-z][\w'’-]+(?: (?:(?:van|von|de|da|dos|di|del|der|la|el|bin|al) )*[^\W\d_a-z][\w'’-]+){1,3})\s*(?:[<(]\s*(?P<email>[\w.+-]+@[\w.-]+\w)|[(,:;-]|$)"
)
_WITH = re.compile(r"\b(?:with|con|com|avec|mit|dengan|met|z|ile) $")
_FEWEST = 2
"""Things that a question must offer for one of them to be picked."""
_MOST_WORDS = 20
"""Words of a sentence that picks; a longer one tells something else."""


def picks(sentence: Sentence) -> bool:
    """Tell whether a sentence picks one of several things by its place."""
    return bool(_in_sentence(sentence))


def way_picked(matter: Matter) -> str | None:
    """Return how a pair goes on where the answer picks a way that the question names."""
    places = _places(matter)
    if len(places) != 1:
        return None
    ways = _ways_offered(matter.message.body.quoted)
    return ways[places[0]] if places[0] < len(ways) else None


def people_picked(matter: Matter) -> tuple[Named, ...]:
    """Return whom the answer picks of a numbered list of people."""
    listed = [_PERSON.match(text) for _, text in _items(matter.message.body.quoted)]
    found = [Named(one["name"], one["email"]) for one in listed if one]
    if len(found) < _FEWEST or len(found) != len(listed):
        return ()
    return tuple(found[place] for place in _places(matter) if place < len(found))


def in_quote(matter: Matter, *stands: Standing) -> tuple[Named, ...]:
    """Return whom the quoted text names of those on the roster who stand like that, each once."""
    named = {
        somebody.named.person: somebody.named
        for sentence in _sentences_of(matter.message.body.quoted)
        for somebody in people(matter, sentence)
        if standing(matter, somebody.named) in stands
    }
    return tuple(named.values())


def fuller(matter: Matter, named: Named) -> Named:
    """Return a person called by the first name alone as the quote names them, where one fits."""
    if named.email or not named.name or " " in named.name:
        return named
    pattern = (
        rf"\b{re.escape(named.name)} [^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?"
        r"(?:\s*[<(]\s*([\w.+-]+@[\w.-]+\w))?"
    )
    found = {
        match[0].split("(")[0].split("<")[0].strip(): match[1]
        for match in re.finditer(pattern, matter.message.body.quoted)
    }
    if len(found) != 1 and len({name for name, email in found.items() if email}) != 1:
        return named
    name = next((name for name, email in found.items() if email), next(iter(found)))
    known = matter.roster.person(named.person) if named.person else None
    return (
        named
        if known and fold(known.name) != fold(name)
        else replace(named, name=name, email=found[name])
    )


def pair_asked(matter: Matter, fields: Fields) -> Fields:
    """Put the other one of the pair whom the quoted question names, where the answer names none."""
    quoted = matter.message.body.quoted
    if fields.mentee or fields.mentor or not quoted:
        return fields
    if one := partner(matter, quoted):
        return with_other(matter, fields, one)
    named = {
        somebody.named
        for sentence in _sentences_of(quoted)
        for somebody in people(matter, sentence)
        if _WITH.search(somebody.before)
    }
    if len(named) != 1 or partners(matter):
        return fields
    if matter.writes_as == "mentor":
        return replace(fields, mentee=tuple(named))
    return replace(fields, mentor=named.pop())


def _places(matter: Matter) -> tuple[int, ...]:
    """Return the places that the answer picks, counted from nought; none where it denies one."""
    if not matter.message.body.quoted:
        return ()
    taken: list[int] = []
    for sentence in matter.text:
        taken += _in_sentence(sentence)
    return tuple(dict.fromkeys(taken))


def _in_sentence(sentence: Sentence) -> list[int]:
    """Return the places that a sentence picks; none where one is named in other words as well."""
    picked: list[int] = []
    if len(sentence.low.split()) > _MOST_WORDS:
        return picked
    for clause in _CLAUSES.split(sentence.low):
        one = _ONE.fullmatch(clause.strip())
        if one is None and not _IN_WORDS.isdisjoint(clause.split()):
            return []
        if one and not _DENIED.search(one[0]):
            picked.append(_PLACE[one["place"]])
    return picked


def _items(quoted: str) -> list[tuple[int, str]]:
    """Return the lines of a list that is numbered from one, in order."""
    found = [(int(number), text.strip()) for number, text in _ITEM.findall(quoted)]
    return found if [number for number, _ in found] == list(range(1, len(found) + 1)) else []


def _ways_offered(quoted: str) -> list[str]:
    """Return the ways to go on that a question names, in its order; none but for two of them."""
    numbered = [_way(plain(text)) for _, text in _items(quoted)]
    if len(numbered) >= _FEWEST:
        return [way for way in numbered if way] if all(numbered) else []
    for question in _sentences_of(quoted):
        placed = {way: one.start() for way, p in RENEWALS if (one := p.search(question.low))}
        if question.asks and len(placed) >= _FEWEST:
            return sorted(placed, key=placed.__getitem__)
    return []


def _sentences_of(quoted: str) -> tuple[Sentence, ...]:
    return sentences(re.sub(r"^> ?", "", quoted, flags=re.MULTILINE))


def _way(low: str) -> str | None:
    """Return the way that an option names; another mentor for another year is a change."""
    named = [way for way, pattern in RENEWALS if pattern.search(low)]
    return "change" if "change" in named else named[0] if named else None
