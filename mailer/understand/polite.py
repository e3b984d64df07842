# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Lines that greet or close a mail: they stand in every mail and say nothing."""

import re

from mailer.understand.matter import Matter
from mailer.understand.sentences import Sentence, fold, words_of

_GREETS = re.compile(
    r"(?:good (?:morning|afternoon|evening|day)|hi|hello|hey|dear|greetings|hola|buen(?:o?s|as) (?:dias|tardes|noches)|estimad\w+|querid\w+|ola|oi|bom dia|boa (?:tarde|noite)|prezad\w+|car[oaie]s?|bonjour|bonsoir|salut|chere?s?|coucou|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte\w?|servus|moin|gruss gott|ciao|buongiorno|buonasera|gentil\w+|salve|halo|hai|selamat (?:pagi|siang|sore|malam)|yth|assalamu ?alaikum|salam)\b"
)
_ADDRESSED_IN_WORDS = """
all everyone everybody both there again and to the of my a today council team reps members friends
folks people mentors todos todas el los las al consejo equipo o os as ao aos conselho equipe
pessoal gente tous toutes le la les du conseil et e y zusammen alle an den die das rat ihr lieben
und tutti tutte il consiglio del squadra semua para dewan tim kak bapak ibu teman kepada se dan
madam sir sirs respected colleagues council's
"""
_ADDRESSED = frozenset(_ADDRESSED_IN_WORDS.split())
"""Words behind a greeting that name whoever is greeted."""

_MOST_WORDS = 7
_CLOSES = re.compile(
    r"(?:(?:with |mit |con |com |avec |dengan |um |un )?(?:(?:the |my |os |mes |un |um |i |les |meus )?(?:all |very |kind\w*|best|warm\w*|many|friendly|respectful|freundliche[nrm]?|viele|liebe|beste|herzliche|schone|melhores|cordial\w*|cordiali|distinti|sinceres|meilleures|muchos|muitos|banyak) )*"
    r"(?:best|regards|wishes|thanks?|thank you|thx|cheers|sincerely|faithfully|truly|yours|respectfully|warmly|take care|bye|love|hugs|saludos?|abrazos?|atentamente|cordialmente|gracias|un beso|abracos?|atenciosamente|att|cumprimentos|obrigad[oa]|beijos?|cordialement|salutations|amicalement|merci|bises|bien a (?:vous|toi)|gruss\w*|grusse\w*|mfg|lg|vg|danke\w*|herzlich\w*|saluti|saluto|grazie|abbracci\w*|a presto|cordialita|salam|terima kasih|makasih|hormat(?: saya| kami)?|wassalam\w*))"
    r"(?: (?:so|very|much|a lot|again|in advance|all|you|yours|and|to|regards|wishes|sincerely|truly|faithfully|de antemano|mucho|muchas|por todo|y|e|et|und|desde ja|beaucoup|d'avance|bien|schon|im voraus|vorab|mille|in anticipo|a tutti|banyak|sebelumnya|hormat|saya|gruss\w*)){0,4}[ ,!.:)]*"
)


def silent(matter: Matter, sentence: Sentence) -> bool:
    """Tell whether a line greets, closes or is the writer's name: it then says nothing."""
    if polite(sentence):
        return True
    own = matter.speaker.name if matter.speaker else ""
    sender = matter.message.sender
    names = words_of(f"{own} {sender.name if sender else ''}")
    return all(word in names for word in fold(sentence.raw).strip(" .,!-").split())


def polite(sentence: Sentence) -> bool:
    """Tell whether a line greets or closes, and says nothing else."""
    greeted = _GREETS.match(sentence.low)
    if not greeted or sentence.asks:
        return bool(_CLOSES.fullmatch(sentence.low))
    rest = sentence.raw[greeted.end() :].split()
    return len(rest) < _MOST_WORDS and all(map(_names, rest))


def _names(word: str) -> bool:
    """Tell whether a word behind a greeting names those who are greeted."""
    bare = word.strip(" ,.!:;()")
    return not bare or fold(bare) in _ADDRESSED or (bare[0].isupper() and bare != "I")
