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


def erasing(low: str) -> str:
    """Return the word by which a plain sentence asks to erase something, or ""."""
    found = ERASE.search(low)
    return found[0] if found and not KEPT.search(low) else ""


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
_OWN_REPS = (
    r"(?:my (?:\w+ )?(?:mentees?|reps?|people|group|pairs?)|mis (?:\w+ )?(?:mentees?|reps?|mentorizad[oa]s|aprendices|pupil[oa]s|chic[oa]s)"
    r"|(?:meus|minhas) (?:\w+ )?(?:mentees?|reps?|mentorad[oa]s|pupil[oa]s)|minha turma|mes (?:\w+ )?(?:mentees?|reps?|mentore\w*|filleul\w*|proteges)"
    r"|meine[nr]? (?:\w+ )?(?:mentees?|reps?|leuten?|schutzlinge)|(?:miei|mie) (?:\w+ )?(?:mentees?|reps?|mentorati|ragazz[ie]|alliev[ie])"
    r"|(?:mentees?|reps?|bimbingan|binaan) ?-?(?:saya|aku|gue|gw|ku))"
)
_TAKES_OVER = (
    r"(?:t(?:akes?|aking|aken|ook) (?:over|on|care of)|inherits?|looks? after|carr(?:y|ies) on with|handles?|(?:can|could|will|would) have|(?:go|pass(?:ed)?|handed?)(?: on| over)? to"
    r"|tom(?:a|e|ar|aria)|asum\w+|llevaria|hacerse? cargo|hace cargo|encarg\w+|assum\w+|fic(?:a|ar|aria) com|cuid(?:a|ar|aria)|trat(?:a|ar|aria|ava) d[oea]s?"
    r"|repren\w+|prendr(?:a|ait)|s'occup\w+|(?:uber)?n(?:immt|ehmen|ahme)|gehen an|weiterfuhr\w+|weiter betreu\w+|kummert? sich|prender\w*|si occup\w+|segu(?:e|ira|irebbe)"
    r"|andare da|ambil(?: alih)?|gantiin|lanjutkan|lanjutin|teruskan|pindah ke)"
)
FOLLOWS = Clued(
    r"\b(?:(?:takes?|taking|fill) (?:over )?(?:my|this) (?:place|role|seat)|replaces? me|(?:my|as a|as my) (?:successor|replacement)|in my (?:place|stead)|step into my"
    r"|(?:follows?|succeeds?) me\b|(?:continues?|carr(?:y|ies) on|steps? in) for me"
    r"|(?:as|como|comme|come|als|sebagai) (?:\w+ )?(?:successor|sucesora?|successeure?|successore|nachfolg\w+|sucessora?|remplacante?|reemplaz\w+|substitut\w+|sostitut\w+|ersatz|pengganti)"
    r"|pengganti(?:nya)? yang|(?:successor|replacement|nachfolg\w+|sucesora?|sucessora?|successeur|successore|pengganti) ?(?::|is\b|ist\b|es\b|e\b|est\b|adalah\b)"
    r"|(?:tom(?:e|a|ar)|ocup(?:e|a|ar)) mi (?:lugar|puesto)|(?:me )?reemplaz\w+|mi (?:relevo|sucesora?|reemplazo)|en mi lugar"
    r"|(?:no|o) meu lugar|me substitu\w+|minha sucessora|meu sucessor"
    r"|(?:prendre|prenne|reprendre|a) ma place|me remplac\w+|me succed\w+|mon successeur|ma remplacante|mon remplacant"
    r"|mein(?:e|en)? nachfolg\w+|an meine(?:r)? stelle|meinen platz|mich ersetz\w+|(?:fur mich|an meiner stelle) (?:weiter|einspring\w*)|folgt mir"
    r"|(?:al|il) mio posto|mi sostitui\w+|mi succed\w+|mia sostituta|mio sostituto"
    r"|pengganti (?:saya|ku)|menggantikan (?:saya|aku)|gantiin (?:saya|gue|aku)"
    rf"|{_TAKES_OVER}\b.{{0,30}}\b{_OWN_REPS}|{_OWN_REPS}\b.{{0,40}}\b{_TAKES_OVER})\b"
)
"""Words that somebody is to take the writer's place."""

NOBODY_FOLLOWS = Clued(
    r"\b(?:(?:nobody|no one|no-one|not anybody|not anyone) (?:else )?(?:to|i (?:can|could|would)) (?:suggest|recommend|propose|name|put forward|offer|give)|(?:nobody|no one|no-one) in mind|nor any(?:body|one)(?: else)?|(?:do not|don't|did not|didn't) (?:yet )?know (?:yet )?who|could (?:not|n't) find (?:a successor|a replacement|anybody|anyone)|no names? (?:to|for|in)"
    r"|(?:no|not? (?:have )?an?y?) (?:successor|replacement) (?:to|in (?:mind|sight)|yet|for)|(?:have|know|see) no (?:successor|replacement)"
    r"|no (?:tengo candidat[oa]s?|se me ocurre (?:quien|nadie)|se (?:todavia |aun )?quien)|no (?:tengo|se|sabria) a quien (?:propon\w+|recom\w+|suger\w+)|(?:no|ni) (?:tengo|hay) (?:a nadie|nombres?|reemplazos?|sustitut[oa]s?|ningun reemplazo)"
    r"|nao (?:sei|pensei em|faco ideia de) quem|nao (?:tenho|sei|saberia) (?:a )?quem (?:propor|indicar|recomendar|sugerir)|nao (?:tenho|ha) (?:ninguem|nomes?|substitut[oa]s?|nenhum substituto)"
    r"|ne (?:sais|vois) pas qui|ne vois personne|n'ai (?:personne|pas de (?:remplacant|successeur))|aucun(?:e)? (?:remplacante?|successeur)"
    r"|weiss (?:ich )?(?:noch )?nicht,? wer|fallt mir niemand|mir fallt niemand|(?:habe|weiss) (?:ich )?(?:niemand(?:en)?|keine(?:n)? (?:nachfolger(?:in)?|ersatz))"
    r"|non (?:so|saprei) (?:ancora )?chi (?:possa |potrebbe |puo )?(?:prend\w+|sostitu\w+|propor\w+|suggeri\w+|consiglia\w+)|non (?:ho|c'e) (?:nessuno|nomi|un sostituto|sostitut[oi])"
    r"|(?:tidak|belum|nggak|gak|ga|tak) tahu siapa|(?:tidak|belum|nggak|gak|ga|tak) (?:ada|punya) (?:(?:calon )?pengganti|usulan|nama))\b"
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
ANYBODY_TAKEN = Clued(
    r"\b(?:any(?:body|one)?|some(?:body|one)|whoever|list|another|next|(?:an?|one|two|three|new|more) (?:more |new |further |young )?(?:mentees?|reps?|persons?|people|newcomers?|pairs?|beginners?)|room|space|places?|slots?|spots?|capacity|free"
    r"|jemand\w*|listen?|noch (?:ein|zwei)\w*|wen|neue[nrs]?|ein(?:en|e)? (?:\w+ )?(?:mentees?|reps?|neuling\w*)|platze?|kapazitat\w*|frei\w*|alguien|algun[oa]?s?|quien\w*|lista|otr[oa]s?|nuev[oa]s?|un[oa]? (?:\w+ )?(?:mentee|rep|person\w*)|huecos?|cupos?|sitio|plazas?|lugar"
    r"|alguem|algu(?:m|ns|ma)|quem|outr[oa]s?|nov[oa]s?|um(?:a)? (?:\w+ )?(?:mentee|rep|mentorad[oa]|pessoa)|vagas?|espaco|quelqu'un\w*|une? (?:\w+ )?(?:mentores?|mentoree?s?|rep|filleul\w*|personne)|liste|autres?|places?|nouve\w+"
    r"|qualcun\w*|altr[oaie]|nuov[oaie]|un[oa]? (?:\w+ )?(?:mentee|rep|person\w)|post[oi]|elenco|siapa\w*|seseorang|satu|dua|orang|daftar|tempat|slot|lowong|kosong|baru)\b"
)
"""What says that anybody is taken as a mentee: nobody in particular is named."""
STANDS_IN = Clued(
    r"\b(?:covers?|covering|stands? in|standing in|steps? in|fills? in|substitut\w+|replac(?:e|es|ing)|takes? over|looks? after|takes? care|instead of me|in my place|me (?:sustituye|reemplaza|cubre)|sustitu\w+|cubr\w+|substitui\w*|cobre|me remplace|remplac\w+|vertritt|vertreten|vertretung|springt ein|ubernimmt|sostitu\w+|menggantikan|pengganti\w*)\b"
)
"""What says that somebody does a person's work during a break."""
GOES_ON_NOT = Clued(
    r"\b(?:(?:not|no longer|never|do not|don't|won't|cannot|can't)(?: \w+){0,3} (?:continu\w+|carry(?:ing)? on|go(?:ing)? on|extend\w*|renew\w*|keep going|another year)"
    r"|(?:no|nao|non) (?:\w+ ){0,3}?(?:segu\w+|sig[oa]\w*|continu\w+|renov\w+|rinnov\w+|prolong\w+|prorrog\w+|prorog\w+|prolung\w+|prosegu\w+|andiamo avanti)"
    r"|n(?:e |')(?:\w+ ){0,2}?(?:continu\w+|prolong\w+|renouvel\w+|repart\w*|repren\w+|poursui\w+) (?:pas|plus)|n(?:e |')(?:pas|plus|\w+ (?:pas|plus)) (?:\w+ ){0,2}?(?:continu\w+|prolong\w+|renouvel\w+|repartir|reprendre|poursuivre)"
    r"|(?:nicht|kein\w*) (?:\w+ ){0,4}?(?:weiter\w*|verlanger\w*|fortsetz\w+|fortfuhr\w+|jahr dran\w*)|(?:verlanger\w+|machen (?:\w+ ){0,2}?nicht) (?:\w+ ){0,3}?(?:nicht|weiter)"
    r"|(?:no|not to|without|no need to) (?:extension|extend|renewal|renew)|(?:verlangerung\w*|fortsetzung) (?:\w+ ){0,5}?(?:ab(?:zu)?sehen|verzicht\w+)|(?:ohne|keine) (?:weitere )?(?:verlangerung|fortsetzung)"
    r"|(?:renunci\w+|sin) (?:a )?(?:(?:la|una) )?(?:prorrog\w+|renov\w+|prolong\w+)|(?:inutile de|sans) (?:nous )?(?:recondu\w+|prolong\w+|renouvel\w+)|senza (?:rinnov\w+|prolung\w+|prorog\w+)|sem (?:prorrog\w+|renov\w+)|tanpa perpanjangan"
    r"|(?:tidak|nggak|gak|ga|tak|enggak) (?:\w+ ){0,2}?(?:lanjut\w*|\w*perpanjang|melanjutkan|terus\w*))\b"
)
"""What says that a pair does not go on after the year."""
