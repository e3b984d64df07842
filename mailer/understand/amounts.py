# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Answers that are one of a few: how a year goes on, what rating is given."""

import re
from collections.abc import Iterable

from mailer.understand.clues import Clued

_END = (
    r"\b(?:(?:not|no|never|don't|nicht|kein\w*|no|nao|ne|pas|non|tidak|tak|gak|nggak|without|ohne|sin|sem|senza) (?:\w+ ){0,4}(?:extend\w*|extension|renew\w*|continu\w*|go on|carry on|prolong\w*|another year|verlanger\w*|weiter\w*|fortsetz\w*|extender\w*|renov\w*|seguir\w*|seguimos|otro ano|mais um ano|estend\w*|poursuiv\w*|renouvel\w*|continuer\w*|prolonge\w*|rinnov\w*|prosegu\w*|prolung\w*|perpanjang\w*|memperpanjang|lanjut\w*|melanjutkan)"
    r"|(?:verlanger\w*|renouvel\w*|prolonge\w*|poursuiv\w*|continu\w*|rinnov\w*|setzen\b.{0,20}fort) (?:\w+ ){0,3}(?:nicht|pas|non|no)\b"
    r"|(?:end|close|finish|conclude|stop|wrap up|part ways|call it a day|go our own ways?|our separate ways|come to (?:an|its) end|finished here)\b(?! of)"
    r"|(?:termin\w+|finaliz\w+|cerr\w+|concluir|acabar|dejarlo|poner fin|cada un[oa] por su|separ\w+|encerr\w+|fechar|finalizar|pomos fim|cada um segue|mettre fin|mettons fin|arret\w+|en rester la|en restons la|clore|chacun (?:sa|son)|beend\w+|aufhor\w*|abschliess\w+|schluss|trennen|auslaufen|getrennte wege|langt's|chiud\w+|conclud\w+|finir\w*|terminiamo|ognun\w per|interromp\w+|mengakhiri|akhiri|diakhiri|berhenti|selesai sampai|cukup sampai|sudahi|menyudahi|berpisah))\b"
)
_EXTEND = (
    r"\b(?:extend\w*|renew\w*|continue|continuing|carry on|go on|going on|keep going|keep (?:on )?work\w+|another (?:year|twelve months|12 months|round)|one more (?:year|round)|second year|further year|year two|stay together|stick together|prolong\w*|"
    r"extend\w+|extens\w+|renov\w+|segui\w*|continu\w*|otr[oa] (?:ano|anito)|otros doce meses|un ano mas|prorrog\w+|mais um ano|outro ano|por mais|"
    r"prolonge\w*|renouvel\w*|reconduire|poursuiv\w*|une annee de plus|encore une annee|un an de plus|encore un an|refaire un an|nouvelle annee|"
    r"verlanger\w*|weitermach\w*|machen weiter|weiter\b|noch ein jahr|ein weiteres jahr|nochmals? (?:zwolf|ein)|fortsetz\w*|setzen|"
    r"rinnov\w*|prosegu\w*|prolung\w*|un altro anno|ancora un anno|avanti|restargli accanto|"
    r"perpanjang\w*|memperpanjang|diperpanjang|lanjut\w*|melanjutkan|dilanjutkan|setahun lagi|satu tahun lagi|nambah setahun)\b"
)
_CHANGE = (
    r"\b(?:change|another mentor|new mentor|different mentor|someone else|somebody else|switch|swap|"
    r"cambi\w+|otr[oa] mentora?|nuev[oa] mentora?|otra persona|mud(?:ar|anca|o|amos)|troc\w+|outr[oa] mentora?|nov[oa] mentora?|outra pessoa|"
    r"chang\w+|autre mentore?|nouveau mentor|nouvelle mentore|quelqu'un d'autre|autre parrain|"
    r"wechs\w+|andere[rn]?s? mentor\w*|neue[rn]? mentor\w*|jemand anders|jemand anderes|"
    r"altr[oa] mentore|nuov[oa] mentore|qualcun altro|"
    r"ganti mentor|mengganti|berganti|mentor (?:yang )?(?:baru|lain)|tukar)\b"
)
RENEWALS = (
    ("end", re.compile(_END)),
    ("extend", re.compile(_EXTEND)),
    ("change", re.compile(_CHANGE)),
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one un una um uma une eins einen satu uno",
            "two dos dois duas deux zwei due dua",
            "three tres trois drei tre tiga",
            "four cuatro quatro quatre vier quattro empat",
            "five cinco cinq funf cinque lima",
            "six seis sechs sei enam",
            "seven siete sete sept sieben sette tujuh",
            "eight ocho oito huit acht otto delapan",
            "nine nueve nove neuf neun sembilan",
            "ten diez dez dix zehn dieci sepuluh",
        ),
        start=1,
    )
    for word in words.split()
}
_WORD = "|".join(sorted((w for w, n in _NUMBERS.items() if n > 1), key=len, reverse=True))
"""Numbers in words; "one" is an article in most languages, so it rates nobody."""
_HALF = r"(?: and a half| y medi[oa]| e mei[oa]| et demie?| e mezz[oa]| setengah|einhalb| ?½)"
_FIGURE = rf"(?:\d{{1,2}}(?:[.,]\d)?|{_WORD}){_HALF}?"
_OUT_OF = rf"(?<![\d.,/])(?<!\bon )(?<!\bam )(?<!\bel )(?<!\bil )(?<!\bdia )\b(?P<n>{_FIGURE}) ?(?:/ ?(?:5|10)\b|(?:out )?of (?:5|10|five|ten)\b|(?:de|sobre|em|em um total de|sur|von|su|dari|op|na|uzerinden) (?:5|10|cinco|diez|dez|cinq|dix|funf|zehn|cinque|dieci|lima|sepuluh)\b|(?: out of)? ?stars?\b|points?\b|estrellas?\b|estrelas?\b|etoiles?\b|sterne?n?\b|stelle\b|bintang\b|punkte?n?\b(?! (?:auf|der liste)))(?!/)"
_GIVEN = (
    rf"\b(?:rating|rate (?:him|her|them|it|\w+)(?: (?:as )?an?)?|grade|mark|score|nota|note|voto|nilai(?:nya)?|skor|bewertung|schulnote|puntuacion|puntaje|calificacion|avaliacao|valutazione|punteggio)(?: is| of| would be| es| e| est| ist| final| saya| dari saya|:| de| di|,)*:? (?:an? |un |una |um |uma |eine? )?(?P<m>{_FIGURE})\b(?![/:.-]\d)"
    rf"|\b(?:give|gave|giving|rate) (?:him|her|them|it|\w+)(?: \w+)? (?:an? |solid a |a solid |a clear )*(?P<g>{_FIGURE})\b(?! (?:more|hours?|times?|weeks?|months?|years?|minutes?|mentees?|days?|chance|tasks?|books?|tips|points of))"
    rf"|\b(?:le|la|lo) (?:doy|daria|pongo|pondria) (?:un |una |de nota )+(?P<es>{_FIGURE})\b(?! (?:oportunidad|vez|mas|abrazo|plazo))"
    rf"|\b(?:dou|daria|dei)(?:-lhe)? (?:a ele |a ela |pra ele |pra ela |para ele |para ela |um |uma |nota )+(?P<pt>{_FIGURE})\b"
    rf"|\b(?:donne|donnerais|mets|mettrais|attribue) (?:\w+ )?(?:un |une |la note de |la note )+(?P<fr>{_FIGURE})\b"
    rf"|\b(?:gebe|gabe|geb|vergebe|bewerte)(?: \w+){{0,3}} (?:mit )?(?:eine? |mit )*(?P<de>\d{{1,2}}(?:[.,]\d)?|neun|acht|sieben|zehn|sechs|funf)\b(?! (?:monat|jahr|woche|tag|mal|stunde|mentee|beispiel))"
    rf"|\b(?:do|darei|metto|metterei|assegno) (?:un |una |il |voto )+(?P<it>{_FIGURE})\b"
    rf"|\b(?:kasih|beri|memberi|berikan)(?: \w+){{0,2}} (?:nilai |angka |skor )?(?P<id>\d{{1,2}}(?:[.,]\d)?|sembilan|delapan|tujuh|sepuluh)\b(?! (?:tips|orang|kali|hari|minggu|bulan|tugas|saran))"
)
_ON_A_SCALE = rf"(?:(?:1|one|uno?|um|eins|satu) (?:to|al?|bis|sampai|e|ate)|scale (?:to|of)|skala bis) (?:10|5|ten|diez|dez|dix|zehn|dieci|sepuluh|five|cinco)\b[^.;\d]{{0,25}}?\b(?P<scale>{_FIGURE})\b"
_RATING = Clued(f"{_OUT_OF}|{_ON_A_SCALE}|{_GIVEN}")
_TOP = 10


def rating(low: str) -> float | None:
    """Return the number that a plain text gives as an assessment, or None."""
    match = _RATING.search(low)
    if not match:
        return None
    given = next(found for found in match.groups() if found).replace(",", ".")
    word = re.sub(_HALF, "", given)
    number = float(_NUMBERS.get(word, word)) + (0.5 if word != given else 0.0)
    return number if number <= _TOP else None


def going_on(texts: Iterable[str]) -> tuple[str | None, bool]:
    """Return how a pair goes on by the first plain text that says so, and whether two ways are named.

    A denied extension is an end: "we do not extend".
    """
    for low in texts:
        rest, said = low, []
        for answer, pattern in RENEWALS:
            if pattern.search(rest):
                said.append(answer)
                rest = pattern.sub(" ", rest)
        if said:
            return said[0], len(said) > 1
    return None, False
