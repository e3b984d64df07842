"""Bytes to text, whatever their charset says (mail.md 4.2)."""

import re
from encodings.aliases import aliases
from functools import lru_cache

from charset_normalizer import from_bytes

_GUESS_FLOOR = 64  # bytes; below it a guess at the charset is worth nothing
_GUESS_BYTES = 4096
_BROKEN_SHARE = 50  # one broken character in so many is a damaged text, more a wrong charset
_NAME_CHARS = 60

# Only these of Python's codecs are used: others unpack archives, take quadratic time or are no
# charsets at all.
_CODECS = frozenset(
    """ascii utf_8 utf_7 utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be big5 big5hkscs
    euc_jp euc_jis_2004 euc_jisx0213 euc_kr gb2312 gbk gb18030 hz iso2022_jp iso2022_jp_1
    iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr johab koi8_r koi8_u koi8_t
    kz1048 mac_roman mac_cyrillic mac_latin2 mac_greek mac_turkish mac_iceland mac_romanian
    mac_croatian ptcp154 shift_jis shift_jis_2004 shift_jisx0213 tis_620 latin_1 hp_roman8
    iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10
    iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 cp037 cp437 cp500 cp720 cp737 cp775
    cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp932
    cp949 cp950 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257
    cp1258""".split()  # noqa: SIM905 - the names are easier to read in one string
)
# Wider codecs that hold all of the named one: what programs write is seldom the narrow one.
_WIDER = {
    "latin_1": "cp1252",
    "iso8859_9": "cp1254",
    "iso8859_11": "cp874",
    "tis_620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "iso2022_jp": "iso2022_jp_ext",
    "iso2022_jp_1": "iso2022_jp_ext",
    "iso2022_jp_2": "iso2022_jp_ext",
}
_ALIASES = {
    "iso2022_jp_ms": "iso2022_jp_ext",
    "iso_2022_jp_ms": "iso2022_jp_ext",
    "windows_31j": "cp932",
    "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext",
    "iso_2022_int_1": "iso2022_jp_ext",
    "utf8mb4": "utf_8",
    "utf_8mb4": "utf_8",
    "utf_8_sig": "utf_8",
    "utf": "utf_8",
    "cp65001": "utf_8",
    "unicode_1_1_utf_8": "utf_8",
    "unicode_1_1_utf_7": "utf_7",
    "unicode": "utf_16",
    "ucs_2": "utf_16",
    "iso_10646_ucs_2": "utf_16",
    "cp1200": "utf_16_le",
    "cp1201": "utf_16_be",
    "ansi": "cp1252",
    "latin_9": "iso8859_15",
    "latin9": "iso8859_15",
    "latin_0": "iso8859_15",
    "us": "ascii",
    "usascii": "ascii",
    "sjis": "shift_jis",
    "mac": "mac_roman",
    "macintosh": "mac_roman",
    "mac_ce": "mac_latin2",
    "mac_romania": "mac_romanian",
    "mac_japanese": "shift_jis",
    "mac_korean": "euc_kr",
    "mac_chinesesimp": "gb2312",
    "mac_chinesetrad": "big5",
    "koi8": "koi8_r",
    "koi8r": "koi8_r",
    "koi8u": "koi8_u",
    "koi8_ru": "koi8_u",
    "dos_862": "cp862",
    "gb_2312": "gb2312",
    "gb_2312_80": "gb2312",
    "cn_gb": "gb2312",
    "gbk2312": "gb2312",
    "big_5": "big5",
    "cn_big5": "big5",
    "ks_c_5601": "euc_kr",
    "iso8859_12": "iso8859_13",
    "ebcdic_cp_us": "cp037",
}
_WESTERN = frozenset(("ascii", "cp1252", "cp1254", "iso8859_15", ""))
_WIDE = frozenset(("utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"))
_NOT_PLAIN = frozenset(("utf_7", "hz", "cp037", "cp500", "cp1140"))
_PREFIX = re.compile(r"^(?:charset_)?(?:x_){0,3}(?:cs(?=[a-z]))?")
_NUMBERED = re.compile(r"(?:windows|win|cp|ibm|dos|oem)?_?(?:cp)?_?0{0,2}(\d{3,5})l?")
_ISO = re.compile(r"(?:iso_?)?8859_?(\d{1,2})(?!\d)")
_LATIN = re.compile(r"latin_?(\d{1,2})")
_ESCAPES = re.compile(rb"\x1b(?:\$[@B]|\([BJI]|\$\()")
_BOMS = (
    (b"\xff\xfe\0\0", "utf_32"),
    (b"\0\0\xfe\xff", "utf_32"),
    (b"\xff\xfe", "utf_16"),
    (b"\xfe\xff", "utf_16"),
    (b"\xef\xbb\xbf", "utf_8_sig"),
)


def codec_of(charset: str) -> str:
    """Return the Python codec for a charset as a mail names it; empty when none is known."""
    return _looked_up(charset[:_NAME_CHARS])


@lru_cache(maxsize=256)
def _looked_up(charset: str) -> str:
    name = re.split(r"[;,*:/]", charset, maxsplit=1)[0].strip(" \"'\t()<>").lower()
    name = re.sub(r"[^a-z0-9]+", "_", name).strip("_")
    for form in (name, _PREFIX.sub("", name)):
        codec = _ALIASES.get(form) or aliases.get(form) or form
        codec = _ALIASES.get(codec, codec)
        if codec in _CODECS:
            return _WIDER.get(codec, codec)
        number = _NUMBERED.fullmatch(form)
        codec = f"cp{number.group(1)}" if number else ""
        codec = _ALIASES.get(codec, codec)
        if codec in _CODECS:
            return codec
        iso = _ISO.match(form) or _LATIN.match(form)
        codec = f"iso8859_{iso.group(1)}" if iso else ""
        codec = "latin_1" if codec == "iso8859_1" else _ALIASES.get(codec, codec)
        if codec in _CODECS:
            return _WIDER.get(codec, codec)
        if form.startswith("iso2022_jp"):
            return "iso2022_jp_ext"
    return ""


def decode_words(data: bytes, charset: str) -> str:
    """Decode the bytes of a header's word or a file name; what cannot be read is replaced."""
    return decode_bytes(data, charset)[0]


def decode_bytes(data: bytes, charset: str) -> tuple[str, str]:
    """Return text and the codec that gave it; a codec with `?` was a guess."""
    name = codec_of(charset)
    if data.isascii() and b"\x1b" not in data and b"\0" not in data and name not in _NOT_PLAIN:
        return data.decode("ascii"), name or "ascii"
    for mark, codec in _BOMS:
        if data.startswith(mark):
            text = _strict(data, codec)
            if text is not None:
                return text, "utf_8" if codec == "utf_8_sig" else codec
    for codec in _tries(data, name):
        text = _strict(data, codec)
        if text is not None:
            return text, codec
    return _guessed(data, name)


def _tries(data: bytes, name: str) -> tuple[str, ...]:
    """Return the codecs to try, in order; the first that reads every byte wins."""
    if name in _WIDE or (not name and b"\0" in data):
        wide = _wide(data, name)
        return (wide,) if wide and name else (("utf_8", wide) if wide else ("utf_8",))
    if name in _WESTERN:
        # Bytes that happen to be good UTF-8 and not ASCII are practically never Latin.
        tries = ("utf_8", name) if name not in ("", "ascii") else ("utf_8",)
        return (*_escaped(data), *tries)
    if name == "iso2022_jp_ext":
        return (name, "iso2022_jp_2004", "iso2022_jp_2", "utf_8", "cp932")
    if name == "utf_8" and data.isascii():
        return (*_escaped(data), name)
    return (name,)


def _escaped(data: bytes) -> tuple[str, ...]:
    """Return the codec of a text that switches its character sets by escapes (ISO 2022)."""
    if b"\x1b$)C" in data[:_GUESS_BYTES]:
        return ("iso2022_kr",)
    return ("iso2022_jp_ext",) if _ESCAPES.search(data[:_GUESS_BYTES]) else ()


def _wide(data: bytes, name: str) -> str:
    """Return which form of UTF-16 or UTF-32 data without a mark is; empty when it is none."""
    piece = data[:_GUESS_BYTES]
    even, odd = piece[::2].count(0), piece[1::2].count(0)
    if even == odd == 0:
        # Western text in UTF-16 is half zeros; Chinese has at least its line ends so.
        return name if _strict(data, "utf_8") is None else "utf_8"
    if name.startswith("utf_32") or (not name and min(even, odd) * 3 > len(piece) / 2):
        return "utf_32_be" if piece[0] == 0 else "utf_32_le"
    if name or max(even, odd) * 10 > len(piece):
        return "utf_16_be" if even > odd else "utf_16_le"
    return ""


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        return None


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    text = _strict(data, "utf_8")
    if text is not None:
        return text, "utf_8?"
    if name:
        # The declared charset with a few broken bytes is likelier than another one.
        loose = data.decode("utf_8" if name in _WESTERN else name, "replace")
        broken = loose.count("\ufffd")
        cut_off = broken == 1 and loose.endswith("\ufffd")
        # Not one character of several bytes: it never was UTF-8.
        latin = name == "utf_8" and len(data) == len(loose) and not cut_off
        if broken * _BROKEN_SHARE <= len(loose) and not latin:
            return loose, f"{name}?"
    if len(data) >= _GUESS_FLOOR:
        best = from_bytes(data[:_GUESS_BYTES]).best()
        if best is not None and best.encoding in _CODECS:
            return data.decode(best.encoding, "replace"), f"{best.encoding}?"
    return data.decode("cp1252", "replace"), "cp1252?"
