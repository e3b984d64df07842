# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The words around facts, by language: beside a successor, a mentee, an absence, an erasure.

Patterns meet plain text (see `plain`). A mail is read with those of its language and the English.
"""

import re
from functools import cache

RECOMMENDS = {
    "en": r"recommend\w*|suggest\w*|propos\w*|successors?|replac\w*|(?:take|takes|took|taken|taking) (?:it |them |him |her |this |that |things |\w+ (?:and \w+ )?)?(?:over|on)|in my (?:place|stead)|my place|step(?:s|ping)? (?:in|up)|nominat\w*|instead of me|(?:good|better|great|excellent|fine|worthy|perfect|ideal|natural|right|strong|capable) (?:\w+ )?(?:choice|candidate|mentor|person|fit|pick|one)|follow me|fill my|my shoes|after me|could do it|would do it|ask (?!me|you|us|for|the|about|whether|if|that)\w+|could (?:take|mentor|follow|carry|look after|inherit)|has my (?:vote|trust|blessing)|vouch\w*|happy to take|willing to take|ready to take|in good hands with|would be (?:great|good|perfect|wonderful|happy)|pass(?:ing)? (?:\w+ ){0,4}(?:on )?to|baton|torch|hand (?:\w+ ){1,4}(?:over )?to|in the hands of|leave (?:it|them|this) to|first choice|my vote",
    "es": r"recomiend\w*|recomend\w*|propon\w*|propuest\w|suger\w*|sugier\w*|sucesor\w*|reemplaz\w*|relev\w*|sustitu\w*|en mi lugar|mi puesto|mi lugar|tomar? el testigo|(?:puede|podria) (?:tomar|ocupar|encargarse|asumir|seguir|quedarse|hacerlo)|(?:buena|buen|excelente|gran|mejor) (?:candidat\w|mentora?|opcion|relevo)|mano en el fuego|encomiend\w+|(?:dejo|paso|dejaria) a|pienso en|las coja|los coja|se haga cargo|fijense en|que los agarre|pongan a|ponganl\w a|nomin\w+|confi\w+ en|seria (?:ideal|perfect\w|estupend\w|un[ao]? (?:buen|gran))|pregunt\w+ a|habl(?:en|ad) con",
    "pt": r"recomend\w*|indic\w+|propo\w*|sugir\w*|suger\w*|sucessor\w*|substitu\w*|no meu lugar|meu lugar|assum\w+|pode (?:assumir|ficar|tomar|pegar)|poderia (?:assumir|ficar|tomar)|(?:boa|bom|excelente|otim[ao]|melhor) (?:candidat\w|mentora?|opcao|nome|escolha)|tome conta|tipo a|nome[io]\w*|seria (?:ideal|perfeit\w|otim\w)|pergunt\w+ (?:a|ao)|fal(?:em|ar) com|passa\w* (?:o |a |os |as )",
    "fr": r"recommand\w*|propos\w*|sugger\w*|successeu\w*|successrice|remplac\w*|a ma place|ma place|(?:prendre|reprendre|prenne|reprenne|assurer)\w* (?:la |le |ma |mon )?(?:releve|suite|relais|place)|releve|reprendr\w*|(?:bonne?|excellente?|meilleure?|parfaite?) (?:candidat\w*|mentore?|choix|remplacante?)|ferait (?:merveille|l'affaire|bien)|serait (?:parfaite?|ideale?|un bon|une bonne|tres bien)|(?:pourrait|peut|voudrait) (?:prendre|reprendre|me|s'occuper|s'en|la|le|assurer)|demand\w+ a|confi\w+ (?:\w+ ){0,4}a",
    "de": r"empfehl\w*|empfiehlt|vorschl\w*|schlage|schlagen|vorgeschlagen|nachfolg\w*|an meine\w? stelle|meinen platz|ubernehm\w*|ubernimmt|vertret\w*|ersatz|ersetz\w*|nominier\w*|(?:gute[rn]?|bessere[rn]?|ideale[rn]?|geeignete[rn]?|passende[rn]?) (?:nachfolg\w+|kandidat\w*|mentor\w*|wahl|person)|konnte (?:es|das|sie|ihn|meine|meinen) |kann (?:es |gut )?machen|wurde (?:sie|ihn|es|das) (?:nehmen|machen)|ihn nehmen|sie nehmen|geeignet\w*|in die hande von|am liebsten an|soll (?:\w+ ){0,3}ubernehmen|bestens|fragt|ware (?:ideal|gut|perfekt|super)|(?:kann|konnte) meinen platz",
    "it": r"consigl\w+|raccomand\w*|propong\w*|propost\w*|propor\w*|suggeri\w*|segnal\w*|successor\w*|success\w*|sostitu\w*|al (?:mio )?posto mio|al mio posto|mio posto|affid\w+ (?:\w+ ){0,3}a|passano a|mettete|prend\w+ (?:il|in|lui|lei)|(?:potrebbe|puo|vorrebbe) (?:prend\w*|sostitu\w*|far\w*|seguir\w*|occupar\w*|subentr\w*)|chied\w+ a|parlate con|subentr\w*|(?:buon[ao]?|ottim[ao]|miglior\w?|brav[ao]) (?:candidat\w|mentore|scelta|persona)|chiedete a|passo la corda|vanno a|lo farebbe|la farebbe|sarebbe (?:perfett\w|ideal\w|adatt\w|brav\w)|candid\w+",
    "id": r"rekomendasi\w*|merekomendasikan|direkomendasikan|usul\w*|mengusulkan|diusulkan|saran\w*|menyarankan|pengganti\w*|menggantikan|gantikan|digantikan|penerus\w*|meneruskan|mengambil alih|(?:kasih|serahkan|diserahkan|dititipkan|alihkan|dialihkan) (?:saja )?(?:ke|sama|kepada)|cocok|layak|calon|sebagai ganti|mencalonkan|tanya(?:kan)? (?:ke |pada |saja )?(?:kak |mas |mbak |bu |pak )?",
}
SUCCESSOR = {
    "en": r"recommend\w*|suggest\w*|successors?|replacements?|(?:take|taking) over|in my place|my shoes|nominat\w*|in mind",
    "es": r"recomiend\w*|recomend\w*|sucesor\w*|en mi lugar|reemplazo|relevo|propongo",
    "pt": r"recomend\w*|sucessor\w*|no meu lugar|substitut\w|indico|proponho",
    "fr": r"recommand\w*|successeu\w*|a ma place|remplacante?|propose",
    "de": r"empfehl\w*|vorschl\w*|nachfolg\w*|an meiner stelle",
    "it": r"consigl\w+|raccomand\w*|successor\w*|al mio posto|sostitut\w|propongo",
    "id": r"rekomendasi\w*|merekomendasikan|pengganti\w*|mengusulkan|usul",
}
NOT_RECOMMENDED = {
    "en": r"(?:not|don't|nobody|no one|neither|hard to|without (?:a|any)?|no) (?:(?:really|yet|want|wish|to|know|whom?|be|able|anyone|anybody|have|can|could|would|i|a|any) ){0,5}(?:recommend\w*(?! \w+ (?:\w+ )?(?:highly )?enough)|suggest\w*|propose|successor|replacement|nominate|in mind)|nobody comes to mind|no one comes to mind|does not want to|said no|declined",
    "es": r"(?:no|nadie|ningun\w*|sin) (?:(?:puedo|quiero|podria|voy|sabria|se|tengo|hay|a|quien|nadie|que|conozco|ningun\w?|un\w?) ){0,5}(?:recomend\w+|recomiendo|propon\w+|sucesor\w*|propongo|suceder\w*)|no (?:tengo|se|conozco) (?:a )?(?:nadie|quien)",
    "pt": r"(?:nao|ninguem|nenhum\w*|sem) (?:(?:posso|quero|poderia|vou|sei|tenho|ha|a|quem|ninguem|que|para|conheco|nenhum\w?|um\w?) ){0,5}(?:recomend\w+|propo\w+|sucessor\w*|indic\w+|suger\w+)|nao (?:tenho|sei|conheco) (?:ninguem|quem)",
    "fr": r"(?:ne|n'|personne|aucune?|sans|pas) ?(?:(?:peux|veux|pourrais|vais|sais|ai|vois|connais|pas|de|a|qui|personne|que|vous|aucune?|encore) ){0,5}(?:recommand\w+|propos\w+|successeu\w*|sugger\w+|remplac\w+)|n'ai personne|personne a (?:proposer|recommander)|ne (?:connais|vois) personne",
    "de": r"(?:nicht|niemand\w*|keine\w?|ohne) (?:(?:zu|als|einen?|meine|mir|bekannt|noch|leider|gut|wirklich) ){0,3}(?:empfehl\w+|vorschl\w+|nachfolg\w+|ersatz)|nachfolg\w+ (?:\w+ ){0,3}(?:nicht|keine\w?)|(?:kann|konnte) (?:leider )?niemand\w*|weiss (?:leider )?niemand\w*",
    "it": r"(?:non|nessun\w*|senza) (?:(?:posso|voglio|potrei|saprei|so|ho|vedo|conosco|chi|nessun\w?|da|di|a|un\w?|ancora) ){0,5}(?:consigl\w+|propor\w+|raccomand\w+|successor\w*|suggeri\w*|proporre|indicare)|non (?:ho|conosco) nessuno|non saprei",
    "id": r"(?:tidak|belum|tak|bukan|tanpa) (?:(?:bisa|dapat|ingin|punya|ada|tahu|siapa|yang|untuk|memiliki|mau) ){0,4}(?:rekomendasi\w*|merekomendasikan|mengusulkan|pengganti\w*|calon|usul\w*|direkomendasikan)|tidak (?:punya|ada|tahu) (?:siapa|calon)",
}
NOT_THIS_ONE = re.compile(
    r"\b(?:not|instead of|rather than|except|but no|nor|no|nao|en vez de|en lugar de|em vez de|pas|plutot que|au lieu de|nicht|statt|anstatt|non|invece di|piuttosto che|bukan|daripada|kecuali)\s+(?:the |a |el |la |o |le |il |den |die |der )?$"
)
MENTEE = {
    "en": r"mentees?|mentoring|new mentor|needs? a mentor|find a mentor for|protegees?|learner",
    "es": r"mentoriz?ad[oa]s?|mentees?|pupil\w+|aprendi\w+|tutelad\w+",
    "pt": r"mentorad[oa]s?|mentorand[oa]s?|mentees?|pupil\w+",
    "fr": r"mentore?e?s?|filleul\w*|mentees?|protege\w*|mentorees?",
    "de": r"mentees?|schutzling\w*|schutzbefohlen\w+",
    "it": r"mentee|mentorat\w|allievi?|allieva|discepol\w|pupill\w",
    "id": r"mentee\w*|bimbingan\w*|anak didik|adik bimbing\w*",
}
MY_MENTEE = re.compile(
    r"\b(?:my|mis?|meus?|minhas?|mes|mon|ma|meinen?|meiner?|meinem|mie[io]|mio|mia)\s+(?:\w+\s+)?(?:mentees?|mentorad[oa]s?|mentorand[oa]s?|mentoriz?ad[oa]s?|filleule?s?|mentorees?|schutzlinge?n?|pupil\w+|alliev\w)\W+(?:\w+(?: \w+)?\W+(?:and|y|e|et|und|dan) )?$"
    r"|\bmentee(?:ku|-ku| saya)\W+(?:\w+ dan )?$"
)
HE_OR_SHE = re.compile(
    r"^(?:and |y |e |et |und |dan )?(?:s?he|they|his|her|both|either|ell[ao]s?|el |ela|ele|eles|elles?|ils? |sie|er |beide|lei|lui|loro|entramb\w|dia|beliau|mereka|keduanya)\b"
)
GREETING = re.compile(
    r"^(?:dear|hi|hello|hey|car[aoie]|carissim\w|chere?s?|liebe\w?|hola|ola|oi|querid\w+|estimad\w+|bonjour|bonsoir|salut|hallo|ciao|buongiorno|gentile|halo|hai|yth|kepada|prezad\w+|sehr geehrte\w?|good (?:morning|evening|day|afternoon)|bom dia|boa tarde|buenos dias)\b"
)
WITH = re.compile(
    r"\b(?:with|con|com|avec|mit|dengan|sama|bareng|bersama|and|met|saw|called|ketemu|bertemu|incontrato|vist[oa]|vu|getroffen|traf|rencontre|mentora?|mentore|mentorin|mentees?|filleule?|schutzling|mentorad[oa]|mentorand[oa]|mentoree|mentorku|menteeku|protegee?|pupila?|named|called|llamad[oa]|namens|nommee?|chiamat[oa]|bernama|si)"
    r"[,:(]? (?:is |es |e |est |ist |my |mi |meu |minha |mein\w* |mon |ma |il |la |o |a |le |der |die |den |dem |el |al |mio |mia |the |mentora? |mentore |mentorin |mentee |schutzling |filleule? |mentorad[oa] |young |joven |jeune |giovane |kak |pak |bu |mas |mbak |bang |sr |sra |mr |ms |mrs |m |mme |herrn? |frau |don |dona |dr )*$"
)
MENTOR = {
    "en": r"mentor|mentored by|her|him|he|she",
    "es": r"mentora?|tutora?",
    "pt": r"mentora?|orientadora?",
    "fr": r"mentore?|parrain|marraine",
    "de": r"mentorin?|mentor",
    "it": r"mentore|mentrice|mentor",
    "id": r"mentor\w*|pembimbing\w*|pendamping\w*",
}
PAIR = {
    "en": r"mentor|mentee|mentees|we|us|year|together|relationship|pair",
    "es": r"mentora?|mentorizad\w|mentee|ano|juntos|nosotros",
    "pt": r"mentora?|mentorad\w|mentee|ano|juntos",
    "fr": r"mentore?|filleule?|mentee|an|annee|ensemble",
    "de": r"mentorin?|mentee|schutzling|jahr|zusammen|wir",
    "it": r"mentore|mentee|anno|insieme",
    "id": r"mentor\w*|mentee\w*|tahun|setahun|kami|bersama",
}
ASSESSED = {
    "en": r"mentor|mentee|feedback|rat\w+|strength\w*|review",
    "es": r"mentora?|mentee|opinion|nota|puntu\w+|valor\w+",
    "pt": r"mentora?|mentee|mentorad\w|nota|avali\w+|opiniao|feedback",
    "fr": r"mentore?|mentee|filleule?|note|avis|retour",
    "de": r"mentorin?|mentee|schutzling|note|punkte|feedback|bewert\w+|ruckmeldung",
    "it": r"mentore|mentee|voto|giudizio|feedback|valutazione",
    "id": r"mentor\w*|mentee\w*|nilai|penilaian|kesan|masukan",
}
_ERASE = (
    r"delet\w*|no trace|nulle trace|aucune trace|ningun rastro|nenhum rastro|nessuna traccia|eras\w*|remov\w*|wipe|forg[eo]t\w*|destroy|borr\w+|elimin\w+|supr\w+|apag\w+|exclu\w+|remo[cv]\w+|"
    r"supprim\w+|effac\w+|suppression|losch\w+|vernicht\w+|entfern\w+|cancell\w+|rimuov\w+|rimozione|hapus\w*|apus\w*|menghapus|dihapus|penghapusan"
)
ERASE = re.compile(rf"\b(?:{_ERASE})\b")
EXPORT = re.compile(
    r"\b(?:copy|copies|export|download|overview|what (?:data|information)|which data|have stored|hold about|know about me|access|copia|exporta\w*|que datos|datos que tienen|que dados|dados que|copie|acces|quelles donnees|donnees que|kopie|auskunft|welche daten|gespeichert|esporta\w*|quali dati|dati che|salinan|data apa|unduh|ekspor)\b"
)
KEPT = re.compile(
    rf"\b(?:not|no|nicht|pas|non|nao|tidak|jangan|without|sin|sem|ohne|sans|senza|tanpa)\b(?: \w+){{0,3}} (?:{_ERASE})\b"
)
AWAY_END = re.compile(
    r"\b(?:until|till|til|through|back|return\w*|again|resume|hasta|vuelv\w|regres\w+|retom\w+|de vuelta|ate|volt\w+|retorn\w+|jusqu|retour|reviens|revient|reprends|reprendrai|bis|zuruck|wieder|fino|torn\w+|rientr\w+|riprend\w+|sampai|hingga|kembali|aktif lagi|balik)\b"
)
ON_BEHALF = re.compile(
    r"\b(?:on behalf of|in the name of|writing for|en nombre de|de parte de|em nome de|da parte de|au nom de|de la part de|im namen von|im auftrag von|a nome di|per conto di|da parte di|atas nama|mewakili)"
    r"(?: (?:my |mi |meu |minha |mon |ma |meine[rmn]? |mein |mio |mia |the |la |el |o |a )?(?:friend|colleague|fellow rep|mentor|mentee|companero|companera|amig[oa]|colega|collegue|amie?|kollege[n]?|kollegin|freund(?:in)?|collega|amic[oa]|teman|rekan))?[ ,:]*$"
)
ASKED_ME = re.compile(
    r"^\W*(?:(?:who )?(?:has )?asked me to (?:tell|write|inform|let|pass|say|send|forward)|wants me to (?:tell|write|let)|lets you know|me pidio que (?:les|os)|me ha pedido que (?:les|os)|pediu(?:-me)? (?:para|que)|me pediu (?:para|que)|m'a (?:demande|charge|prie)e? de vous|hat mich gebeten|bat mich|lasst (?:euch|ihnen) (?:ausrichten|mitteilen)|mi ha chiesto di (?:scriver|dir|comunicar|avvisar)|meminta saya (?:untuk )?(?:menulis|menyampaikan|memberi)|minta saya (?:menulis|menyampaikan))"
)
NOBODY_BETTER = re.compile(
    r"\b(?:better|mejor|melhor|mieux|meilleure?|besser\w*|miglior\w*|lebih (?:baik|cocok)|geeigneter)\b"
)
"""In "I know nobody better than Ana" Ana is recommended."""
READY = re.compile(
    r"(?:\s*[(<][^)>]*[)>])?,?\s+(?:(?:would|could|can|might|will) (?:\w+ )?(?:be|do|take|hold|carry|make|follow|step|mentor|continue|look|go|fill|run|handle|help)|'d (?:be|do|make)|is (?:ready|willing|happy|keen|fine with)|(?:has )?(?:agreed|said (?:yes|ok)|accepted)|"
    r"(?:puede|podria|quiere|esta (?:dispuest|list)\w|se anima|acepta|seria)\b|(?:pode|poderia|quer|esta (?:dispost|pront)\w|topa|aceita|seria)\b|"
    r"(?:peut|pourrait|veut bien|est (?:prete?|d'accord|partante?)|accepte|serait|ferait)\b|(?:kann|konnte|wurde|ware|ist bereit|ist einverstanden|ubernimmt|macht das)\b|"
    r"(?:puo|potrebbe|sarebbe|e (?:pront|dispost)\w|accetta|se la sente)\b|(?:bisa|bersedia|mau|siap|sanggup|dapat)\b)"
)
"""What follows the name of somebody who may take the place."""
ANYBODY = re.compile(
    r"\b(?:any\w*|whoever|whomever|some(?:one|body)|one more|another (?:one|mentee|rep)|two more|new (?:mentee|rep)s?|free (?:place|slot|capacity)|room|cualquier\w*|alguien|otr[oa] mas|uno mas|una mas|"
    r"qualquer|alguem|mais (?:um|uma|alguem)|n'importe|quelqu'un|un de plus|encore (?:un|une)|irgend\w*|jemand\w*|noch (?:einen|eine)|egal wen|chiunque|qualcun\w*|un altro|un'altra|siapa (?:saja|pun)|seseorang|satu (?:mentee )?lagi|(?:one|two|uno?|una|uma?|eine?n?|satu|dos|dois|deux|zwei|due|dua) (?:mentees?|more|from|of|de|von|da|dari|aus|personas?|personnes?|pessoas?|persone?|orang))\b"
)
"""What offers a place to nobody in particular."""
IN_MIND = re.compile(r"\b(?:in mind|en mente|em mente|en tete|im sinn|in mente|dalam pikiran)\b")


@cache
def _compiled(table: str, own: str) -> re.Pattern[str]:
    words = globals()[table]
    both = words["en"] if own == "en" else f"{words[own]}|{words['en']}"
    return re.compile(rf"\b(?:{both})(?!\w)")


def spoken(table: str, language: str) -> re.Pattern[str]:
    """Return the pattern of a table's name in a language, with the English words beside it."""
    return _compiled(table, language if language in RECOMMENDS else "en")
