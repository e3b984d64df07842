# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Cues for the three main intents in six further languages, and the words that void them.

Only what is said plainly is read; everything else in these languages goes to a person. All texts
are in the plain form of `sentences.plain`: lower case and without accents.
"""

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Lexicon, Role, cue, pattern
from mailer.understand.german import GERMAN
from mailer.understand.portuguese import PORTUGUESE
from mailer.understand.spanish import SPANISH

_RESIGN, _APPLY, _COURSE = Intent.RESIGNATION, Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION
_MENTOR = "mentor"
_NAMED = "coaching teachable"
_REPS = (Role.REP, Role.STRANGER)


def _lexicon(
    cues: tuple[Cue, ...], negation: str, condition: str, hearsay: str, someday: str
) -> Lexicon:
    """Build a lexicon; a condition behind the hit counts as one before it does."""
    return Lexicon(
        cues=cues,
        border=pattern(r"[;:()]|, | - "),
        negation=pattern(rf"\b(?:{negation})\b"),
        condition=pattern(rf"\b(?:{condition})\b"),
        later=pattern(r"(?!)"),
        hearsay=pattern(rf"\b(?:{hearsay})\b"),
        someday=pattern(rf"\b(?:{someday})\b"),
    )


FRENCH = _lexicon(
    (
        cue(
            _RESIGN,
            r"\bje (?:vous |souhaite |dois |veux |voudrais |tiens a |vais |suis au regret de )*(?P<v>(?:demissionner?|presenter? ma demission|presente ma demission|donne ma demission|donner ma demission|remets ma demission)(?: (?:de|du|d'|mon|ma|comme|en|tant|que|role|poste|fonctions?|le|mes))* ?(?:d')?mentor(?:e|at)?)\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\b(?:je|j'ai decide d'|j'ai decide de) ?(?:souhaite |dois |veux |voudrais |vais )*(?P<v>(?:j'arrete|arrete|arreter|cesse|cesser|quitte|quitter|renonce|renoncer|abandonne|abandonner)(?: (?:d'etre|de|d'|etre|a|mon|ma|comme|le|en|tant|que|role|poste|fonctions?|etre))* ?(?:d')?mentor(?:e|at)?)\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\bje (?P<v>ne (?:peux|veux|serai|pourrai|suis) plus (?:continuer |etre |assurer |assumer )?(?:comme |en tant que |d'etre |mon role de |le role de )?mentore?)\b",
            _MENTOR,
            own=True,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>(?:je (?:voudrais|souhaite|souhaiterais|veux|desire) (?:bien )?|j'aimerais (?:bien |beaucoup )?|j'ai envie de |je suis (?:pret|prete) a )(?:devenir|etre|postuler comme|servir de|me proposer comme|rejoindre les)(?: une?)? mentore?s?)\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>je (?:suis|serais) (?:tres |vraiment )?interessee? (?:par|a|pour|de)(?: (?:le|role|poste|de|l'idee|devenir|d'etre|du))* ?mentore?|je (?:me porte candidate?|pose ma candidature|postule)(?: (?:comme|pour|au|poste|role|de|devenir|etre|en|tant|que))* mentore?)\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _COURSE,
            r"\b(?:j'ai|je viens de|nous avons) (?:enfin |hier |deja |aujourd'hui |bien |maintenant )?(?P<v>(?:termine|fini|acheve|complete|reussi|suivi jusqu'au bout|terminer|finir|achever)) (?:avec succes |hier )?(?:la |le |ma |mon |toute la |tout le )?(?:formation|cours|training|parcours|coaching)\b(?: (?:de|del|en|do|di|d'|da|sur|su|im|dal|le|la|no|na|el|sobre|online|mozilla|reps|au|para|mentores|mentoring|e|y|et)){0,5} ?(?:de |d')?(?:coaching|teachable)\b",
            _NAMED,
        ),
    ),
    "ne|n'\\w*|pas|jamais|ni|sans",
    "si|quand|lorsque|peut-etre|au cas ou|envisage|pense|reflechis|pourrais|avant de|une fois que|presque|encore",
    "dit|disent|veut|voudrait|raconte|ami|amie|collegue|selon|demande",
    "un jour|a l'avenir|plus tard|l'annee prochaine|il y a des annees|l'an dernier|l'annee derniere",
)
ITALIAN = _lexicon(
    (
        cue(
            _RESIGN,
            r"\b(?P<v>(?:mi dimetto|do le dimissioni|presento le (?:mie )?dimissioni|rassegno le (?:mie )?dimissioni|(?:vorrei|voglio|devo|ho deciso di|desidero|intendo) (?:dimettermi|dare le (?:mie )?dimissioni|rassegnare le (?:mie )?dimissioni)|le mie dimissioni)(?: (?:da|dal|come|di|mio|ruolo|il|incarico|mia))* ?mentor[ea]?)\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\b(?P<v>(?:smetto|lascio|ho deciso di (?:smettere|lasciare)|voglio (?:smettere|lasciare)|vorrei (?:smettere|lasciare)|devo (?:smettere|lasciare))(?: (?:di|fare|essere|il|la|mio|ruolo|l'incarico|da|come))* ?mentor[ea]?)\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\b(?P<v>non (?:posso|voglio|riesco|potro) piu (?:a )?(?:continuare |fare |essere )?(?:come |a fare |ad essere |il |la |da )*mentor[ea]?)\b",
            _MENTOR,
            own=True,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>(?:vorrei|voglio|desidero|mi piacerebbe|sono (?:molto )?interessat[oa] a|mi interessa|sono pront[oa] a)(?: (?:anche|molto|tanto|io))* (?:diventare|fare|essere|candidarmi (?:come|a))(?: (?:il|la|una?))? mentor[ea]?)\b(?! di )",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>(?:mi candido|la mia candidatura|mi propongo|mi offro)(?: (?:come|a|per|da|fare|diventare|il|la))* mentor[ea]?)\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _COURSE,
            r"\b(?P<v>ho (?:appena |finalmente |gia |ieri |oggi )?(?:finito|completato|terminato|concluso|superato)) (?:con successo |ieri )?(?:il |la |tutto il |l')?(?:corso|formazione|percorso|training|coaching)\b(?: (?:de|del|en|do|di|d'|da|sur|su|im|dal|le|la|no|na|el|sobre|online|mozilla|reps|au|para|mentores|mentoring|e|y|et)){0,5} ?(?:de |d')?(?:coaching|teachable)\b",
            _NAMED,
        ),
    ),
    "non|mai|ne|senza|nemmeno",
    "se|quando|forse|magari|caso|penso|pensando|pensato|considero|potrei|prima di|dopo che|quasi|ancora",
    "dice|detto|vuole|racconta|amic[oa]|collega|secondo|chiede|chiesto",
    "un giorno|in futuro|piu avanti|l'anno prossimo|anni fa|l'anno scorso",
)
INDONESIAN = _lexicon(
    (
        cue(
            _RESIGN,
            r"\bsaya (?:(?:ingin|mau|akan|harus|hendak|dengan ini|memutuskan|telah|untuk|bermaksud|menyatakan|terpaksa|resmi) )*(?P<v>(?:mengundurkan diri|undur diri|mundur|berhenti|berhenti menjadi|berhenti jadi|melepas(?:kan)? (?:peran|tugas|jabatan|posisi)(?: saya)?)(?: (?:dari|sebagai|menjadi|jadi|peran|posisi|tugas|jabatan))* ?mentor)\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\bsaya (?P<v>(?:tidak (?:bisa|dapat|akan|sanggup|mampu) lagi|tidak lagi (?:bisa|dapat)?) ?(?:melanjutkan |menjadi |jadi )*(?:sebagai )?mentor)\b",
            _MENTOR,
            own=True,
        ),
        cue(
            _APPLY,
            r"\bsaya (?:(?:sangat|juga|sudah|lama) )*(?P<v>(?:ingin|mau|tertarik|berminat|siap|bersedia|berharap(?: bisa)?|hendak)(?: (?:sekali|untuk|juga|dapat|bisa))* (?:menjadi|jadi|mendaftar(?:kan diri)?(?: sebagai| menjadi)?|melamar(?: sebagai| menjadi)?|bergabung sebagai) (?:seorang )?mentor)\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>saya (?:mendaftar|melamar|mengajukan diri) (?:sebagai|menjadi|untuk menjadi) (?:seorang )?mentor)\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _COURSE,
            r"\bsaya (?:(?:sudah|telah|baru saja|baru|akhirnya|berhasil|kemarin|hari ini) )*(?P<v>(?:menyelesaikan|selesai(?: mengikuti)?|menamatkan|lulus|merampungkan)) (?:dari )?(?:seluruh |semua )?(?:pelatihan|kursus|training|kelas|modul|coaching)\b(?: (?:di|online|mozilla|reps|untuk|mentor)){0,4} ?(?:coaching|teachable)\b",
            _NAMED,
        ),
    ),
    "tidak|bukan|belum|jangan|tanpa",
    "jika|kalau|bila|apabila|ketika|mungkin|seandainya|sedang mempertimbangkan|mempertimbangkan|berpikir|sebelum|setelah|hampir",
    "katanya|bilang|berkata|teman|kolega|menurut|bertanya|kata",
    "suatu hari|suatu saat|nanti|di masa depan|tahun depan|tahun lalu|dulu",
)

FOREIGN = {
    "es": SPANISH,
    "pt": PORTUGUESE,
    "fr": FRENCH,
    "de": GERMAN,
    "it": ITALIAN,
    "id": INDONESIAN,
}
