# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Which language a text is written in: a light guess from its small words and its letters."""

import re
from collections import Counter
from functools import lru_cache

_WORDS = {
    "en": "the and is of to i you my am with for that have not this be would was are it in me we "
    "a m ve ll re my s t become becoming be resign quit who no so can would could should want ready by but they their his her "
    "any more what how when which there about please thank thanks hello as on will from can has yes dear hi been your if at or an",
    "es": "el la los las que y de en un una por con para mi yo soy no es me gracias hola como del "
    "se lo su este esta he ha pero muy estoy ser usted ustedes quiero desde hasta saludos al ya "
    "nadie alguien todos algo nada responde he ha dejar fin mes recomiendo les he decidido hemos somos eres puedo buenos dias mentora tengo",
    "pt": "o a os as que e de em um uma por com para meu minha eu sou nao me obrigado obrigada ola "
    "como do da se no na este esta mas muito estou ser voce voces quero desde ate abraco ao ja "
    "ao papel escrevo mes posso bom dia tenho dos das pelo pela",
    "fr": "le la les que et de en un une par avec pour mon ma je suis ne pas est merci bonjour "
    "comme du des se ce cette mais tres vous nous etre veux depuis jusqu au aux j ai cordialement "
    "qui sur c d l n m mes a",
    "de": "der die das und ist von zu ich sie mein meine bin mit fur dass habe nicht dies sein "
    "wurde war sind es in mich wir bitte danke hallo als auf werde aus kann hat ja liebe den dem "
    "ein eine im zum zur seit bis gruss grusse auch noch wie",
    "it": "il lo la i gli le che e di in un una per con mio mia io sono non mi grazie ciao come del "
    "della si questo questa ma molto essere voglio da fino al alla ho ha vi cari saluti anche piu "
    "nessuno qualcuno tutti niente mentore dimetto risponde vorrei nel dal sul",
    "id": "yang dan di ke dari untuk dengan saya kami anda tidak ini itu adalah akan sudah telah "
    "bisa juga atau pada karena terima kasih halo salam ingin menjadi mau belum sebagai ada jadi "
    "hari sampai oleh dapat mohon tolong",
    "nl": "de het een en van ik je niet is dat met voor mijn op te zijn ben aan heb wil graag dank "
    "bedankt groeten wij ook maar als naar worden hallo beste",
    "pl": "i w na z do nie sie jest ze to jak mam jestem dla ale za od przez moje prosze dziekuje "
    "czesc chce jako mentorem pozdrawiam witam",
    "tr": "ve bir bu icin ben ile de da olarak cok ama gibi daha degil merhaba tesekkurler olmak "
    "istiyorum var yok mi sayin iyi gunler kadar",
}
_LETTERS = {
    "pt": "ãõ",
    "es": "ñ¿¡",
    "de": "ßäü",
    "fr": "çœêè",
    "pl": "łąęśżźćń",
    "tr": "ğşı",
    "it": "ìòù",
}
_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0600-\u06ff]"), "ar"),
    (re.compile(r"[\u0900-\u097f]"), "hi"),
    (re.compile(r"[\u0980-\u09ff]"), "bn"),
    (re.compile(r"[\u0b80-\u0bff]"), "ta"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
    (re.compile(r"[\u10a0-\u10ff]"), "ka"),
    (re.compile(r"[іїєґ]"), "uk"),
    (re.compile(r"[\u0400-\u04ff]"), "ru"),
)
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _code, _words in _WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _code)
_TOKEN = re.compile(r"[^\W\d_]+")
_READ = 4000
_FAR = re.compile(r"[\u0370-\u1fff\u3000-\uffff]")
_FOLD = str.maketrans("áàâãäåéèêëíìîïóòôõöúùûüçñışğłąęśżźć", "aaaaaaeeeeiiiiooooouuuucnisglaeszzc")
_SCRIPT_SHARE = 0.3

READ_SURELY = ("en",)
"""Languages in which every intent is looked for."""


@lru_cache(maxsize=64)
def language(text: str, default: str = "en") -> str:
    """Return the ISO 639-1 code of the text's language, or `default` where nothing tells."""
    sample = text[:_READ].lower()
    script = _script(sample) if _FAR.search(sample) else None
    return script or _by_words(sample, default)


def _script(sample: str) -> str | None:
    letters = sum(c.isalpha() for c in sample) or 1
    for script, code in _SCRIPTS:
        if len(script.findall(sample)) / letters > _SCRIPT_SHARE:
            return code
    return None


def _by_words(sample: str, default: str) -> str:
    """Count small words; a word that many languages share says little, one of its own much."""
    score: Counter[str] = Counter()
    for word in _TOKEN.findall(sample.translate(_FOLD) if not sample.isascii() else sample):
        codes = _LANGUAGES_OF.get(word)
        if codes:
            for code in codes:
                score[code] += 6 // len(codes)
    if not sample.isascii():
        for code, signs in _LETTERS.items():
            score[code] += 3 * min(4, sum(sample.count(sign) for sign in signs))
    if not score:
        return default
    ranked = score.most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1] and default in dict(ranked):
        return default
    return ranked[0][0]
