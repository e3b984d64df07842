# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The words around facts, in all languages at once: who is meant, and what is to become of data.

Patterns meet plain text (see `plain`).
"""

import re

from mailer.understand.clues import Clued

_ERASE = (
    r"delet\w*|no trace|nulle trace|aucune trace|ningun rastro|nenhum rastro|nessuna traccia|eras\w*|remov\w*|wipe|forg[eo]t\w*|destroy|borr\w+|elimin\w+|supr\w+|apag\w+|exclu\w+|remo[cv]\w+|"
    r"supprim\w+|effac\w+|suppression|losch\w+|vernicht\w+|entfern\w+|cancell\w+|rimuov\w+|rimozione|hapus\w*|apus\w*|menghapus|dihapus|penghapusan"
)
ERASE = Clued(rf"\b(?:{_ERASE})\b")
EXPORT = Clued(
    r"\b(?:copy|copies|export|download|overview|what (?:data|information)|which data|have stored|hold about|know about me|access|copia|exporta\w*|que datos|datos que tienen|que dados|dados que|copie|acces|quelles donnees|donnees que|kopie|auskunft|welche daten|gespeichert|esporta\w*|quali dati|dati che|salinan|data apa|unduh|ekspor)\b"
)
KEPT = Clued(
    rf"\b(?:not|no|nicht|pas|non|nao|tidak|jangan|without|sin|sem|ohne|sans|senza|tanpa)\b(?: \w+){{0,3}} (?:{_ERASE})\b"
)
ON_BEHALF = re.compile(
    r"\b(?:on behalf of|in the name of|writing for|en nombre de|de parte de|em nome de|da parte de|au nom de|de la part de|im namen von|im auftrag von|a nome di|per conto di|da parte di|atas nama|mewakili)"
    r"(?: (?:my |mi |meu |minha |mon |ma |meine[rmn]? |mein |mio |mia |the |la |el |o |a )?(?:friend|colleague|fellow rep|mentor|mentee|companero|companera|amig[oa]|colega|collegue|amie?|kollege[n]?|kollegin|freund(?:in)?|collega|amic[oa]|teman|rekan))?[ ,:]*$"
)
ASKED_ME = re.compile(
    r"^\W*(?:(?:who )?(?:has )?asked me to (?:tell|write|inform|let|pass|say|send|forward)|wants me to (?:tell|write|let)|lets you know|me pidio que (?:les|os)|me ha pedido que (?:les|os)|pediu(?:-me)? (?:para|que)|me pediu (?:para|que)|m'a (?:demande|charge|prie)e? de vous|hat mich gebeten|bat mich|lasst (?:euch|ihnen) (?:ausrichten|mitteilen)|mi ha chiesto di (?:scriver|dir|comunicar|avvisar)|meminta saya (?:untuk )?(?:menulis|menyampaikan|memberi)|minta saya (?:menulis|menyampaikan))"
)

BECAUSE = Clued(
    r"\b(?:because|since (?:he|she|they|our|we|my|i|the)|as (?:he|she|they|our|we|my|i)|due to|reasons?|(?:do|does|did|can) not|porque|ya que|debido|pois|devido|parce que?|puisque|car|weil|denn|perche|siccome|karena|sebab)\b"
)
"""What begins a reason, or says what is missing."""
FOLLOWS = Clued(
    r"\b(?:(?:takes?|taking|fill) (?:over )?(?:my|this) (?:place|role|seat)|replaces? me|(?:my|as a|as my) (?:successor|replacement)|in my (?:place|stead)|step into my"
    r"|(?:tom(?:e|a|ar)|ocup(?:e|a|ar)) mi (?:lugar|puesto)|(?:me )?reemplaz\w+|mi (?:relevo|sucesora?|reemplazo)|en mi lugar"
    r"|(?:no|o) meu lugar|me substitu\w+|minha sucessora|meu sucessor"
    r"|(?:prendre|prenne|reprendre|a) ma place|me remplac\w+|mon successeur|ma remplacante|mon remplacant"
    r"|mein(?:e|en)? nachfolg\w+|an meine(?:r)? stelle|meinen platz|mich ersetz\w+"
    r"|(?:al|il) mio posto|mi sostitui\w+|mia sostituta|mio sostituto"
    r"|pengganti (?:saya|ku)|menggantikan (?:saya|aku)|gantiin (?:saya|gue|aku))\b"
)
"""Words that somebody is to take the writer's place."""

NOBODY_FOLLOWS = Clued(
    r"\b(?:(?:nobody|no one|no-one|not anybody|not anyone) (?:else )?(?:to|i (?:can|could|would)) (?:suggest|recommend|propose|name|put forward)"
    r"|(?:no|not? (?:have )?an?y?) (?:successor|replacement) (?:to|in (?:mind|sight)|yet|for)|(?:have|know|see) no (?:successor|replacement)"
    r"|(?:no|ni) (?:tengo|hay) (?:a nadie|reemplazos?|sustitut[oa]s?|ningun reemplazo)"
    r"|nao (?:tenho|ha) (?:ninguem|substitut[oa]s?|nenhum substituto)"
    r"|n'ai (?:personne|pas de (?:remplacant|successeur))|aucun(?:e)? (?:remplacante?|successeur)"
    r"|(?:habe|weiss) (?:ich )?(?:niemanden|keine(?:n)? (?:nachfolger(?:in)?|ersatz))"
    r"|non (?:ho|c'e) (?:nessuno|un sostituto|sostitut[oi])"
    r"|(?:tidak|belum|nggak|tak) (?:ada|punya) (?:calon )?pengganti)\b"
    r"(?! (?:better|mas|mejor|mais|melhor|mieux|meilleur\w*|besser\w*|meglio|migliore|lebih))"
)
"""What says that a mentor who leaves names no successor."""
ANYBODY_FOLLOWS = Clued(
    r"\b(?:any(?:one|body| (?:other )?(?:rep|mentor))|whoever|whomever|(?:you|the council)(?: \w+)? (?:choose|pick|decide|find|appoint|look for)|up to (?:you|the council)|leave (?:it|that) to"
    r"|cualquiera|quien(?:quiera)? (?:ustedes |vosotros )?(?:quier\w+|decid\w+|prefier\w+|elij\w+)|qualquer (?:um|uma|pessoa|rep)|quem (?:voces )?(?:quiser\w*|decid\w+|escolh\w+|preferir\w*)"
    r"|n'importe (?:qui|lequel|laquelle)|qui vous (?:voulez|voudrez|choisirez)|(?:jede[rnms]?|jemand\w*) (?:\w+ )?(?:recht|willkommen)|(?:egal|gleich),? wer|wen (?:ihr|sie) (?:wollt|wollen|mog\w+)"
    r"|chiunque|chi (?:volete|preferite|vorrete)|siapa (?:saja|pun|aja)|siapapun)\b"
)
"""What says that it may be anybody: nobody in particular is named."""
STANDS_IN = Clued(
    r"\b(?:covers?|covering|stands? in|standing in|steps? in|fills? in|substitut\w+|replac(?:e|es|ing)|takes? over|looks? after|takes? care|instead of me|in my place|me (?:sustituye|reemplaza|cubre)|sustitu\w+|cubr\w+|substitui\w*|cobre|me remplace|remplac\w+|vertritt|vertreten|vertretung|springt ein|ubernimmt|sostitu\w+|menggantikan|pengganti\w*)\b"
)
"""What says that somebody does a person's work during a break."""
