# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The words around facts: what stands before a last day, beside a successor, around a rating."""

import re

AFTER_EFFECT = re.compile(
    r"\b(?:effective|as of|as from|from|starting|on|by|until|till|end|last day|beginning|a partir|desde|desde el|hasta|"
    r"ate|des|a compter|jusqu|ab|zum|bis|dal|dall|fino|mulai|per|with effect)\b[^.]{0,24}$"
)
NOT_THE_END = re.compile(
    r"\b(?:since|seit|depuis|desde que|years? ago|joined|started|became|began|mail of|last year)\b[^.]{0,20}$"
)
END = re.compile(
    r"\b(?:effective|last day|as of|until|with effect|from (?:today|now|the)|end of|immediate|role ends|handover|hand over)\b"
)
FINISHED = re.compile(
    r"\b(?:finish\w*|complet\w*|pass\w*|done|certificate|diploma|last (?:module|lesson|quiz|test)|termin\w*|conclu\w*|"
    r"acab\w*|abgeschlossen|beendet|finito|selesai|menyelesaikan|fini|achev\w*|date|dated|since)\b"
)
RECOMMENDS = re.compile(
    r"\b(?:recommend\w*|suggest\w*|propos\w*|successors?|replac\w*|take(?:s|n)? over|taking over|in my place|my place|step in|"
    r"nominat\w*|instead of me|(?:good|better|great|excellent|fine|worthy) (?:\w+ )?(?:choice|candidate|mentor)|follow me|fill my|my shoes|after me|could do it|ask|"
    r"vorschl\w*|empfehl\w*|nachfolg\w*|recomiend\w*|recomend\w*|suger\w*|sucesor\w*|sucessor\w*|reemplaz\w*|substitu\w*|"
    r"recommand\w*|successeur|remplac\w*|consigl\w*|raccomand\w*|sostitu\w*|success\w*|propong\w*|proponho|merekomendasikan|"
    r"rekomendasi\w*|pengganti\w*|menggantikan|mengusulkan|usul\w*)\b"
)
SUCCESSOR = re.compile(
    r"\b(?:recommend\w*|suggest\w*|successors?|replacements?|take(?:s|n)? over|in my place|my shoes|recomiend\w*|recomend\w*|"
    r"sucesor\w*|sucessor\w*|recommand\w*|successeur|nachfolg\w*|empfehl\w*|vorschl\w*|consigl\w*|raccomand\w*|"
    r"rekomendasi\w*|merekomendasikan|pengganti\w*)\b"
)
NOT_RECOMMENDED = re.compile(
    r"\b(?:not|nobody|no one|cannot|nicht|no)\b[^.]{0,25}\b(?:recommend|suggest|propose|successor)"
)
MEET = re.compile(
    r"\b(?:met|meeting|call|session|talk|talked|spoke|chat|conversation|hangout|took place)\b"
)
AWAY_LAST = re.compile(
    r"\b(?:until|till|to|back|return\w*|through|hasta|ate|bis|zuruck|fino|sampai|jusqu\w*|back on|again on|and)\b"
)
RATING = re.compile(
    r"(?<![\d.])(?P<n>\d{1,2}(?:[.,]\d)?|ten|nine|eight|seven|six|five|four|three|two|one) ?(?:/ ?(?:5|10)\b|(?:out )?of (?:5|10|five|ten)\b|(?: out of)? ?stars?\b|points?\b)"
    r"|\b(?:rating|rate (?:him|her|\w+)|grade|mark|score)(?: is| of|:)? (?:a |with )?(?P<m>\d{1,2}(?:[.,]\d)?)\b"
)
WORD_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1
    )
}
ERASE = re.compile(r"\b(?:delet\w*|eras\w*|remov\w*|wipe|forg[eo]t\w*|destroy)\b")
EXTEND = re.compile(
    r"\b(?:extend|renew|continue|carry on|go on|keep going|another year|one more year|second year|prolong|stay together)\b"
)
CHANGE = re.compile(r"\b(?:change|another mentor|new mentor|different mentor|switch)\b")
FINISH = re.compile(r"\b(?:end|close|finish|conclude|stop)\b")
RENEWALS = (("extend", EXTEND), ("change", CHANGE), ("end", FINISH))
SCORE_TOP = 10


def rating(low: str) -> float | None:
    """Return the number that a text gives as an assessment, or None."""
    match = RATING.search(low)
    if not match:
        return None
    word = (match["n"] or match["m"]).replace(",", ".")
    number = float(WORD_NUMBERS.get(word, word))
    return number if number <= SCORE_TOP else None
