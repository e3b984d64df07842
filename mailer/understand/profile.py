# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What writers tell of themselves: their skills and their country."""

import re

from mailer.understand.clues import Clued
from mailer.understand.places import NAMED, NAMES, OWN_COUNTRY
from mailer.understand.sentences import Sentence, fold
from mailer.understand.speaking import is_language, languages

_LABELS = (
    r"(?:my |main |key |areas? of |mis |mi |minhas |as minhas |mes |meine |le mie |mie |moje |mijn )?"
    r"(?:skills?|strengths|expertise|stack|specs|experience(?= ?:)|compétence|ma spécialité|mis temas|áreas|aptidões|minha experiência|kompetensi|kebisaan|modal saya|bisa saya(?= ?:)|kompetenzen|themen(?= ?:)|materie|special(?:i)?ties|competences|my areas?|areas?(?= ?:)|"
    r"habilidades|fortalezas|competencias|competências|aptitudes|pontos fortes|compétences|atouts|points? forts?|domaines|stärken|fähigkeiten|fertigkeiten|kenntnisse|fachgebiete|schwerpunkte|"
    r"competenze|capacità|punti di forza|keahlian|keterampilan|kemampuan|kelebihan|bidang saya|vaardigheden|sterke (?:punten|kanten)|umiejętności|mocne strony|beceriler\w*|yetenekler\w*|uzmanlık alan\w*)"
    r"(?: (?:saya|are|is|est|é com|é|include|i (?:can )?offer|would be|i bring|to offer|for mentees|son|incluyen|são|incluem|sont|sind|liegen in|sono|adalah|meliputi|zijn|to|principales|principais|principales sont))*"
)
_WHAT_I_CAN = (
    r"what (?:i can(?: do| bring| offer| teach| share| help with)?|i (?:know|do best|do well|bring|offer)|i(?: am|['’]m) (?:good|strong|best) (?:at|in)|(?:people|others|they|folks) (?:come to|ask|call) me (?:for|about))(?: is| are|(?= ?:))|"
    r"where i(?: am|['’]m) (?:strong|good|useful|at home)(?: is| are|(?= ?:))|for the \w+ kind of thing(?= ?:)|"
    r"lo que (?:sé|puedo|mejor)(?: hago| hacer| ofrecer| aportar| enseñar)?(?: es| son|(?= ?:))|lo mío (?:es|son)|mi experiencia (?:es|está en)|"
    r"o que (?:sei|posso|mais sei)(?: fazer| oferecer| ensinar)?(?: é| são|(?= ?:))|"
    r"ce que je (?:peux|sais)(?: offrir| apporter| faire| proposer| enseigner)?(?: est|(?= ?:))|"
    r"(?:was ich (?:gut )?(?:kann|könnte|anbieten kann)(?= ?:)|(?:können tu|beibringen (?:könnte|kann)|anbieten (?:könnte|kann)|gut (?:bin|kann)|stark bin|helfen (?:könnte|kann)) ich)(?: am (?:ehesten|besten)| vor allem| gut| in| bei| mit)*|"
    r"(?:quello|ciò) che (?:so|posso)(?: fare| offrire| insegnare)?(?: è| sono|(?= ?:))|il mio forte (?:è|sono)|"
    r"yang (?:bisa|biasa|dapat) saya (?:bantu|kerjakan|ajarkan|lakukan|bagikan)(?: adalah)?|"
    r"(?:waar ik (?:goed|sterk) in ben|wat ik kan)(?: is| zijn|(?= ?:))|en iyi (?:bildi|yapt)[ğı]\w+ (?:işler?|şeyler?)"
)
_I_CAN = (
    r"i (?:can|could|would (?:like|love) to|am able to|want to) (?:help|support|mentor|coach|assist|teach|guide)(?: (?:people|others|reps|mentees|newcomers|them|new reps|new people|somebody|someone))? (?:with|in|on|about)|"
    r"i (?:can|could) (?:teach|show|share)|i(?: am|['’]m) (?:good|fit|decent|handy|great|strong|experienced|skilled|comfortable|best|useful) (?:at|with|in)|i (?:can |could |would )?(?:bring|offer)(?: experience (?:in|with))?|i know (?!that|how|what|you|it|this|the|him|her|my|i |nothing|there|we|they|a |if|who|where|when|why|from|about|he|she|of|some|your|our|all)|"
    r"i know my way (?:a?round)|i(?: have|['’]ve)? (?:run|organi[sz]ed?|taught|led)(?= (?!at |in |for |the |my |our |it |to )\w+ \w+)|experience (?:in|with)|good at|"
    r"(?:puedo ayudar|sé ayudar|posso ajudar|ajudo|je peux aider|posso aiutare|ich kann|saya bisa (?:membantu|bantu)|ik kan helpen|mogę pomóc)(?: \w+)? (?:con|en|com|em|à|avec|en|dans|in|mit|bei|con|dengan|soal|di bidang|met|przy|w|z)|"
    r"(?:tengo experiencia|tenho experiência|j['’]ai de l['’]expérience|erfahrung|ho esperienza|pengalaman|berpengalaman|doświadczenie)(?: saya)? (?:en|con|em|com|dans|avec|in|mit|di|dalam|di bidang|w|z)|"
    r"(?<!no )sé (?!que |si |cómo |bien |lo |nada )(?:algo |bastante )?(?:de )?|me (?:manejo|defiendo|desenvuelvo)(?: bien)? (?:con|en)|se me dan? bien|puedo (?:enseñar|aportar|ofrecer)|llevo \w+ años(?= \w+ndo)|(?:yo |y )(?=organizo )|"
    r"(?<!não )sei (?!que |se |como |lá |bem |disso)(?:um pouco )?(?:de )?|manjo(?: muito)? de|entendo de|tenho (?:mão|jeito) (?:para|pra|com)|posso (?:ensinar|oferecer)|(?:eu |e )(?=dou (?:oficinas|aulas) )|"
    r"(?<!ne )je sais (?!que |qu['’]|pas |si |bien |où |comment )|je m['’]y connais en|je suis (?:à l['’]aise|douée?|bonne?|forte?) (?:avec|en|pour|à)|je peux (?:enseigner|apporter|transmettre)|j['’]ai (?=formé |animé |organisé )|"
    r"(?:ich |und )?bringe (?!ich |euch |sie )|soy buen[oa] (?:en|con)|manejo (?:bien )?|percebo de|(?<!non )so di|ich kenne mich (?:\w+ )?(?:mit|in|bei)|ich bin (?:gut|stark|fit) (?:in|mit|bei)|"
    r"(?<!non )so (?=(?:fare|organizzare|usare|insegnare|scrivere|parlare|montare|gestire|spiegare|programmare|tradurre) )|me la cavo(?: bene)? (?:con|in)|sono (?:brav[oa]|forte|pratic[oa]|espert[oa]) (?:in|a|con|di|nel)|mi occupo di|posso (?:insegnare|offrire|portare)|(?:io |vi )?porto(?: in dote)?|"
    r"saya (?:biasa|bisa|suka) (?=(?:mengajar|membuat|bikin|mengelola|mengurus|menulis) )|ik ben (?:goed|sterk|handig) (?:in|met)|znam się na|potrafię"
)
_SKILLS = Clued(
    rf"\b(?:(?:{_LABELS}|{_WHAT_I_CAN})\s*[:-]?\s+|(?:{_I_CAN})(?: ?:? |(?<= )))(?P<list>[^.;!?\n]{{3,160}})",
)
_SKILLS_BEFORE = Clued(
    r"(?:^|[.;!?\n] ?)(?P<list>[^.;:!?\n]{3,80}?) (?:sono il mio (?:pane|forte|mestiere)|son lo mío|are my (?:areas?|things?|strengths|fields)|konu\w+ yardımcı olabilir\w+)",
)
_NOT_A_SKILL = re.compile(
    r"^(?:i|my|me|it|we|for|that|this|a|the|you|your|please|any|all|few|lot|mentor(?:s|ing)?|the council|everything|english|also|both|"
    r"who|which|but|no|not|das|dass|aber|wenn|nicht|kein\w*|ich|wie|que|qui|vivo|moro|aunque|of|to|pero|mas|mais|je|yo|eu|sin|sem|sans|che|ma|io|senza|yang|saya|aku|tanpa|die|maar|ale|ama)\b|"
    r"\b(?:years?|i am|i have|i speak|certificate|if|would)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r",|;|: | and | & |/| as well as | plus | or | y | e | et | und | sowie | dan | serta | o | ou | oder | atau | oraz | ve "
)
_DUTCH = re.compile(r"\b(?:vaardigheden|sterke|waar ik|wat ik|ik (?:ben|kan))\b")
_EN = re.compile(r" en ")
"""What joins skills in Dutch alone; it is "in" in Spanish and French."""
_NEXT_LABEL = re.compile(r"\s[^\W\d_]*[^\W\d_a-z][^\W\d_]* ?:.*$")
"""The next line of a form, joined to this one."""
_LED_BY = re.compile(
    r"^(?:with|in|at|on|my|some|a bit of|also|the|con|en|de|com|em|para|pra|à|avec|mit|di|dengan|in|la|el|le|las|los|les|l['’]|una certa pratica di)(?: |(?<=['’]))",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r" (?:until|because|so that|since|quando|wenn|weil|pero|aber|mais|mas|parce|porque|perché|karena|che|que|qui|mit$|aus$|ein$|einbringen|und spreche|et je|y hablo)\b.*$",
    re.IGNORECASE,
)
"""What is said of a skill behind its name."""
_NO_LIST = re.compile(r"(?:it|this|that|them|all)\b", re.IGNORECASE)
_SAYS = re.compile(
    r"[\d@:]|\b(?:i|you|we|he|she|they|it|is|are|was|am|have|has|will|would|can|do|thanks?|hi|hello|dear|regards|best|mentor\w*|council|certificate|portal|"
    r"yo|es|está|soy|estoy|tengo|gracias|hola|eu|é|está|sou|tenho|obrigad[oa]|je|suis|est|ai|merci|bonjour|ich|bin|ist|habe|danke|hallo|io|sono|è|ho|grazie|ciao|saya|aku|adalah|terima|halo|ik|ben|heb|jestem|mam|ben)\b",
    re.IGNORECASE,
)
"""What no bare row of skills holds: somebody, or a verb that says something."""
_SHORTEST_SKILL, _LONGEST_SKILL = 3, 60
_FEWEST, _MOST_WORDS = 3, 5
"""Pieces of a bare row of skills, and words of each."""


def skills(text: tuple[Sentence, ...]) -> tuple[str, ...]:
    """Return the skills that the writer lists, in the words of the mail."""
    whole = "\n".join(sentence.raw for sentence in text)
    low = whole.replace("İ", "I").lower()
    found: list[str] = []
    for pattern in (_SKILLS, _SKILLS_BEFORE):
        for match in pattern.finditer(low):
            row = _NEXT_LABEL.sub("", whole[slice(*match.span("list"))])
            if not _NO_LIST.match(row):
                found += _pieces(_EN.sub(", ", row) if _DUTCH.search(match[0]) else row)
    return tuple(dict.fromkeys(found or _bare_row(text)))[:10]


def _pieces(row: str) -> list[str]:
    """Return the skills of a row of them, without the words that lead in each."""
    pieces = [piece.strip(" .:-\"'()") for piece in _SPLIT.split(row)]
    named = [_ASIDE.sub("", _LED_BY.sub("", piece)) for piece in pieces]
    return [
        skill
        for skill in named
        if _SHORTEST_SKILL <= len(skill) <= _LONGEST_SKILL
        and not _NOT_A_SKILL.search(skill)
        and not is_language(fold(skill))
    ]


def _bare_row(text: tuple[Sentence, ...]) -> list[str]:
    """Return the skills of a sentence that only lists them, beside one that lists languages."""
    for place, sentence in enumerate(text):
        pieces = [piece.strip(" .()") for piece in _SPLIT.split(sentence.raw)]
        if len(pieces) < _FEWEST or _SAYS.search(sentence.raw):
            continue
        if any(not piece or len(piece.split()) > _MOST_WORDS for piece in pieces):
            continue
        names = sum(piece.istitle() for piece in pieces[1:]) > 1
        beside = (*text[max(0, place - 1) : place], *text[place + 1 : place + 2])
        if not names and not languages((sentence,)) and languages(beside):
            return _pieces(sentence.raw)
    return []


_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = frozenset(_LETTERS.findall(name)[0] for name in NAMES)
"""The first words of all countries: only there one is looked for."""


def country(text: tuple[Sentence, ...], known: str | None = None) -> str | None:
    """Return the one country that the writer names as theirs, in English.

    `known` is the one that the roster has of the writer: where it is named, it is theirs.
    """
    named, own = set(), set()
    for sentence in text:
        for word in _LETTERS.finditer(sentence.low) if NAMED.may_fit(sentence.low) else ():
            if word[0] in _FIRST_WORDS and (
                match := NAMED.pattern.match(sentence.low, word.start())
            ):
                named.add(NAMES[match[0]])
                if OWN_COUNTRY.search(sentence.low[: match.start()]):
                    own.add(NAMES[match[0]])
    if len(own) == 1:
        return own.pop()
    return known if not own and known in named else None
