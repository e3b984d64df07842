# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Cues for the three main intents in six further languages, and the words that void them.

Only what is said plainly is read; everything else in these languages goes to a person. All texts
are in the plain form of `sentences.plain`: lower case and without accents.
"""

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Lexicon, Role, cue, pattern
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


PORTUGUESE = _lexicon(
    (
        cue(
            _RESIGN,
            r"\b(?P<v>(?:renuncio|me demito|apresento (?:a )?minha (?:renuncia|demissao)|(?:quero|queria|gostaria de|decidi|preciso|tenho que|vou|para) (?:apresentar (?:a )?minha (?:renuncia|demissao)|renunciar|me demitir)|minha renuncia)(?: (?:a|ao|de|do|da|como|meu|minha|o|papel|funcao|cargo|posto))* ?mentora?)\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\b(?P<v>(?:deixo|decidi deixar|quero deixar|gostaria de deixar|vou deixar|preciso deixar|tenho que deixar|estou deixando)(?: de ser| (?:o|a|meu|minha)? ?(?:papel|funcao|cargo|posto)(?: de| como)?| a| o)? ?mentor(?:a|ia)?)\b(?! d[oa] )",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\b(?P<v>nao (?:posso|consigo|quero|vou|poderei) mais (?:continuar|seguir|ser|atuar)?(?: sendo| como| a ser)?(?: ser)? ?mentora?)\b",
            _MENTOR,
            own=True,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>(?:gostaria de|quero|queria|desejo|adoraria|tenho (?:muito )?interesse em|estou interessad[oa] em|estou pront[oa] para|me interessa)(?: muito| tambem)? (?:ser|me tornar|tornar-me|virar|atuar como|me candidatar (?:a|como|para))(?: uma?)? mentora?)\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>(?:me candidato|me ofereco|quero me candidatar|minha candidatura)(?: (?:como|para|a|de|ser))* mentora?)\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _COURSE,
            r"\b(?P<v>(?:terminei|completei|conclui|finalizei|acabei|acabo de (?:terminar|concluir|completar)|fiz)) (?:com sucesso |ja |ontem |hoje |finalmente |agora )?(?:o |a |meu |todo o |toda a )?(?:curso|treinamento|formacao|capacitacao|training|coaching|treino)\b(?: (?:de|del|en|do|di|d'|da|sur|su|im|dal|le|la|no|na|el|sobre|online|mozilla|reps|au|para|mentores|mentoring|e|y|et)){0,5} ?(?:de |d')?(?:coaching|teachable)\b",
            _NAMED,
        ),
    ),
    "nao|nunca|jamais|nem|sem",
    "se|quando|talvez|caso|pensando|penso|pensei|considero|considerando|poderia|antes de|depois que|quase|ainda",
    "diz|disse|disseram|quer|contou|amig[oa]|colega|segundo|pergunt\\w+",
    "um dia|algum dia|no futuro|mais tarde|ano que vem|anos atras|ano passado",
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
GERMAN = _lexicon(
    (
        cue(
            _RESIGN,
            r"\b(?:hiermit |leider |daher )*(?P<v>(?:trete ich|ich trete|ich werde|ich mochte|ich muss|ich will) (?:hiermit |leider |zum \d+\. \w+ |von meine\w+ )*(?:als mentor(?:in)?|von meine\w+ (?:amt|rolle|aufgabe) als mentor(?:in)?)(?: [\w.]+){0,6} (?:zuruck(?:treten)?|aufhoren|ausscheiden|niederlegen))\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\bich (?P<v>(?:lege|gebe|mochte|will|werde|muss) (?:hiermit |leider )?(?:mein (?:amt|mandat)|meine (?:rolle|aufgabe|tatigkeit|funktion)) als mentor(?:in)?(?: [\w.]+){0,6} (?:nieder(?:legen)?|auf(?:geben)?|ab(?:geben)?|beenden))\b",
            _MENTOR,
        ),
        cue(
            _RESIGN,
            r"\bich (?P<v>(?:kann|will|mochte|werde) (?:leider )?(?:nicht (?:mehr|langer|weiter)|kein\w? )(?:langer |weiter )?(?:als )?mentor(?:in)?(?: mehr)? ?(?:sein|bleiben|weitermachen|arbeiten|tatig sein|zur verfugung stehen))\b",
            _MENTOR,
            own=True,
        ),
        cue(
            _APPLY,
            r"\bich (?P<v>(?:mochte|will|wurde|wunsche mir)(?: (?:auch|gerne?|sehr|jetzt|nun|mich|hiermit|selbst))* (?:als )?mentor(?:in)? (?:werden|sein|bewerben|mitmachen))\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _APPLY,
            r"\b(?P<v>(?:ich bewerbe mich|bewerbe ich mich|ich melde mich|meine bewerbung|ich interessiere mich|ich habe interesse)(?: (?:hiermit|als|um|fur|dafur|daran|die|das|amt|rolle|stelle|einer?|eines|des|der|auf))*,? (?:zu )?mentor(?:in|s)?)\b",
            _MENTOR,
            roles=_REPS,
        ),
        cue(
            _COURSE,
            r"\b(?P<v>(?:ich habe|habe ich|hab ich|ich hab)(?: (?:gestern|heute|nun|jetzt|endlich|erfolgreich|am [\d. \w]{2,12}|letzte woche|inzwischen))* (?:das|den|die|mein|meine|meinen) (?:[\w-]+ ){0,3}?(?:coaching|teachable)[\w-]*(?: (?!nicht\b|nie\b|noch\b|fast\b|halb|beinahe\b|zur\b)[\w.-]+){0,7}? (?:abgeschlossen|beendet|absolviert|fertig|bestanden|geschafft|gemacht))\b",
            _NAMED,
        ),
    ),
    "nicht|nie|niemals|kein\\w*|ohne|weder",
    "wenn|falls|ob|sobald|vielleicht|eventuell|uberleg\\w*|denke daran|konnte|wurde nur|bevor|nachdem ich|fast|beinahe|noch",
    "sagt|sagte|meint|will wissen|erzahlt\\w*|freund\\w*|kolleg\\w*|laut|fragt\\w*",
    "eines tages|irgendwann|in zukunft|spater|nachstes jahr|vor jahren|letztes jahr",
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
