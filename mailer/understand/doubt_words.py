# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Words by language on which a person must read a mail although its intent is clear."""

from mailer.understand.clues import Clued


def by_language(words: dict[str, str]) -> dict[str, Clued]:
    """Return a pattern for each language: its own words and those that stand for every one."""
    shared = words.get("", "")
    return {
        language: Clued(rf"\b(?:{'|'.join(filter(None, (own, shared)))})\b")
        for language, own in words.items()
    }


ANY = ""
"""Stands for every language."""

ILLNESS = "Illness or grief is mentioned"

TONES: dict[str, dict[str, Clued]] = {
    "The writer is angry or threatens": by_language(
        {
            ANY: r"fuck\w*|bullshit|wtf|screenshots of",
            "en": r"angry|anger|furious|outrag\w+|disgust\w*|disgrace\w*|shame on|shameful|ashamed of you|liars?|lies|idiots?|fools?|"
            r"fed up|sick of|sick and tired|had enough|shit\w*|damn\w*(?! good| fine| well)|go to hell|incompetent|(?<!feel )(?<!look )stupid\w*|pathetic|"
            r"lawyers?|legal action|sue you|court|i will go public|journalists?|the press|you will regret|consequences|"
            r"ignored (?:me|my)|i am ignored|slap in the face|insult\w*|betray\w*|humiliat\w*|unacceptable|scandal\w*",
            "de": r"wutend|unverschamt\w*|frechheit|anwalt|skandal\w*",
            "es": r"enojad\w|harto|harta|indignad\w|verguenza|idiotas?|inaceptable|mentiros\w+|abogad\w",
            "pt": r"vergonha|absurdo|revoltad\w|idiotas?|inaceitavel|mentiros\w+|advogad\w",
            "fr": r"colere|honte|scandaleux|avocat|idiots?|inacceptable|menteurs?",
            "it": r"arrabbiat\w|vergogna|schifo|idiot\w|inaccettabile|bugiard\w|avvocat\w",
            "id": r"(?<!pernah )(?<!tidak )(?<!nggak )(?<!gak )(?<!ga )marah|kecewa sekali|memalukan|pengacara",
        }
    ),
    ILLNESS: by_language(
        {
            "en": r"ill(?! will)|illness|biops\w+|(?:in|my|under|start\w*|begin\w*) treatment|my treatment|sick|sickness|hospital\w*|surgery|operation|cancer|tumou?r|depress\w+|burn-?out|burned out|burnt out|diagnos\w+|"
            r"chemo\w*|mental health|health (?:problems?|reasons?|issues?)|my health|passed away|(?<!laptop )(?<!phone )(?<!computer )(?<!battery )died|funeral|mourning|accident|stroke",
            "de": r"krank\w*|biopsie|(?:in|meine[rn]?) behandlung|krankenhaus|klinikum|krebs|chemo\w*|bestrahlung|beerdigung|operation|operiert|depress\w+|burn-?out|befund|diagnose|gestorben|verstorben",
            "es": r"enferm\w+|biopsia|(?:mi|en|el) tratamiento|(?<!buena )(?<!mucha )(?<!plena )(?<!bien de )salud|hospital\w*|cancer|quimio\w*|radioterapia|cirugia|operan|depresion|falleci\w+|funeral|diagnostic\w+",
            "pt": r"doenca|biopsia|(?:meu|em|o) tratamento|doente|(?<!boa )(?<!muita )(?<!otima )(?<!plena )saude|hospital\w*|cancer|quimio\w*|radioterapia|cirurgia|depressao|faleceu|velorio|funeral|diagnostic\w+",
            "fr": r"malad\w+|biopsie|(?:le|mon|en|sous) traitement|hopital|hospitalis\w+|chimio\w*|radiotherapie|enterrement|(?<!bonne )(?<!excellente )(?<!parfaite )(?<!meilleure )sante|cancer|opere|medecins?|depression|decede\w*|burn-?out",
            "it": r"malatt\w+|biopsia|(?:le|mie) cure\b|terapia|ospedale|ricoverat\w|chemio\w*|radioterapia|funerale|(?<!buona )(?<!ottima )(?<!perfetta )salute|cancro|tumore|operano|intervento chirurgico|depressione|mort[oa]|lutto",
            "id": r"(?:alasan|masalah|kondisi|gangguan) kesehatan|sakit|biopsi|pengobatan|berobat|operasi|rumah sakit|kemo|kemoterapi|dirawat|kecelakaan|kanker|meninggal|depresi",
        }
    ),
    "A private complaint or harassment is mentioned": by_language(
        {
            "en": r"suicid\w*|self-harm\w*|(?:kill|hurt|harm)(?:ing)? (?:him|her|my|them)sel\w+|(?:end|take|taking|ending) (?:his|her|my|their) (?:own )?life|harass\w*|bully\w*|bullied|abus\w+|assault\w*|inappropriate\w*|uncomfortable|unwanted|stalk\w*|creepy|sexual\w*|racis\w+|"
            r"sexis\w+|discriminat\w+|unsafe|afraid of|scared of|confidential\w*|in confidence|(?<![a-z] )between (?:us|you and me)|(?:stays?|remains?|keep (?:this|it|that)|just|strictly|only|purely) between (?:us|you and me)|do not (?:tell|forward|pass (?:this|it) on)|keep this private|"
            r"code of conduct|complaint against",
            "de": r"suizid\w*|selbstmord\w*|das leben (?:zu )?nehmen|(?:sich|mich) umbringen|belastig\w+|(?<![a-z] )unter uns|(?:bleibt?|bleiben|ganz|nur|mal) unter uns|nicht (?:weiterleiten|weitergeben)|(?:sagt|erzahlt|schreibt) (?:es |das |ihr|ihm|ihnen|bitte )*(?:niemandem|nicht weiter)|weitersag\w*|vertraulich|diskriminier\w+",
            "es": r"suicid\w+|quitar(?:se|me) la vida|autolesi\w+|acoso|acosa\w*|(?<![a-z] )entre nosotros|(?:quede|queda|quedar|esto|solo|sea) entre nosotros|no (?:se )?(?:lo|la) (?:reenvi\w+|pasen)|no (?:se )?(?:le|lo|les) (?:dig|cuent|coment)(?:an|ais|as|en|eis)|sin que (?:ella|el|se) (?:se )?enter\w+|confidencial\w*|discrimin\w+",
            "pt": r"suicid\w+|tirar a (?:propria )?vida|(?:se|me) matar|acabar com a vida|assedio|assedi\w+|(?<![a-z] )entre nos|(?:fique|fica|ficar|so|isto|isso|aqui) entre nos|nao (?:repassem|encaminhem)|nao (?:lhe |(?:contem|digam|falem|comentem)\b)(?:contem|digam|falem)?|confidencial\w*|discrimin\w+",
            "fr": r"suicid\w+|mettre fin a (?:ses|mes) jours|en finir avec la vie|harcel\w+|(?<![a-z] )entre nous(?! deux)|(?:reste|rester|strictement|juste|ceci|cela) entre nous|ne (?:transmettez|transferez|faites pas suivre)|ne (?:lui|leur|le|la) (?:\w+ )?(?:dites|parlez|repetez|montrez)|ne (?:dites|parlez|repetez)|confidentiel\w*|discrimin\w+",
            "it": r"suicid\w+|toglier(?:si|mi) la vita|far(?:la)? finita|molest\w+|(?<![a-z] )tra (?:di )?noi|(?:resti|resta|rimanga|detto|solo) tra (?:di )?noi|non (?:inoltrate|girate)|non (?:ditegli|ditele|diteglielo|ditelo|fate sapere)|non (?:gli|le) dite|confidenziale|riservat\w+|discrimin\w+",
            "id": r"bunuh diri|mengakhiri hidup|pelecehan|jangan (?:diteruskan|disampaikan|diberi\w*|bilang|beri ?tahu|kasih tahu|sampaikan|cerita\w*)|rahasia|diskriminasi",
        }
    ),
}
"""Words of a tone by language: "court" is a threat in English, and in French somebody who runs."""

TAKEN_BACK = by_language(
    {
        "en": r"(?:take|taking) (?:it|this|that|all of (?:it|this)) (?:all )?back|withdraw (?:it|this|that|my)|scratch that|on second thoughts?|"
        r"(?:changed|changing) my mind|(?:disregard|forget|ignore) (?:it|this|that|all this|my (?:mail|request|application)|what i (?:wrote|said))|actually,? (?:no|do not)",
        "de": r"zieh\w* (?:\w+ ){0,6}zuruck|zuruckzieh\w*|nehm\w* (?:\w+ ){0,6}zuruck|vergesst (?:es|das|den|meine?)|uberleg\w* es mir (?:noch )?anders|anders uberlegt|oder (?:lieber )?doch nicht",
        "fr": r"je (?:la |le |les )?(?:retire|annule)|oubliez(?: (?:ca|tout|ma|ce))?|finalement,? non|change d'avis|tout compte fait,? non",
        "es": r"(?:lo|la) retiro|retiro (?:lo|mi|esta?)|olvid(?:en|ad|enlo|adlo)|mejor no|cambi(?:o|e|ado) de (?:idea|opinion)|pensandolo (?:bien|mejor)",
        "pt": r"(?:retiro|cancelo) (?:o|a|tudo|isto|isso|minha|meu)|esquec(?:am|a)|melhor nao|mud(?:o|ei) de ideia|pens(?:ando|ei) (?:bem|melhor)",
        "it": r"(?:lo|la) ritiro|ritiro (?:la|il|tutto|questa)|lasciate (?:perdere|stare)|come non detto|ripensandoci|cambi(?:o|ato) idea|anzi,? no",
        "id": r"saya (?:tarik|batalkan|cabut) (?:lagi|kembali|saja|permohonan|pengunduran)|lupakan|(?:tidak|nggak|gak|ga) jadi|berubah pikiran",
    }
)
"""Words that take back what the same mail said."""

BEYOND = by_language(
    {
        ANY: r"euros?|dollars?|visa|gdpr|sponsor\w*",
        "en": r"pay|paid|pays|payment|money|fees?|salary|employer|insur\w+|tax(?:es)?|legal(?:ly)?|contract|underage|minors?|parents|years? old|exceptions?|"
        r"equivalent|(?:other|another|different) (?:course|training)|reimburs\w+|expenses|budget",
        "de": r"geld|bezahl\w*|honorar|arbeitgeber\w*|versicher\w+|steuer\w*|rechtlich|vertrag|minderjahrig\w*|eltern|jahre alt|ausnahme\w*|anerk\w+|gleichwertig\w*|"
        r"ander\w+ (?:kurs|schulung)|kosten|erstatt\w+",
        "fr": r"argent|pay(?:er|e|es|ee)|remuner\w+|salaire|employeur|assuranc\w+|impots?|legal\w*|contrat|mineure?s?|parents|exceptions?|equivalen\w+|autre formation|frais|rembours\w+",
        "es": r"dinero|pag(?:o|a|an|ar|os)|sueldo|salario|empleador|seguro medico|impuestos?|legal\w*|contrato|menor(?:es)? de edad|padres|excepci\w+|equival\w+|otro curso|gastos|reembols\w+",
        "pt": r"dinheiro|verba|pag(?:o|a|am|ar|amento)|salario|empregador|impostos?|legal\w*|contrato|menor(?:es)? de idade|pais dela|pais dele|excec\w+|exce[cp]\w+|equival\w+|outro curso|despesas|reembols\w+",
        "it": r"soldi|pag(?:a|are|ano|amento)|stipendio|datore|assicuraz\w+|tass[ae]|legal\w*|contratto|minorenn[ei]|genitori|eccezion\w+|equival\w+|altro corso|spese|rimbors\w+",
        "id": r"uang|reimburs\w*|bayar\w*|dibayar|gaji|majikan|asuransi|pajak|hukum|kontrak|di bawah umur|orang tua|pengecualian|setara|kursus lain|pelatihan lain|biaya",
    }
)
"""What the written procedure says nothing of, so that only the council can answer."""

UNFINISHED = by_language(
    {
        "en": r"not (?:yet )?(?:finished|done|completed?|passed|through|started|there)|lessons? (?:are |is )?(?:left|to go|still|missing|remain\w*)|still (?:have|need|missing|must|to do|\w+ lessons?)|"
        r"not (?:\w+ )?(?:enrolled|begun)|almost|nearly|halfway|half of|first half|missing only|only the (?:last|final)|all but|start(?:ing)? the (?:course|coaching)|begin(?:ning)? the (?:course|coaching)|"
        r"(?:at|only|on) [1-9]\d? ?(?:%|percent)|then the (?:coaching|course)|module (?:two|three|four)|clicked through|i will (?:finish|complete|pass)|(?:my|our|his|her) (?:\w+ )?(?:mentee|mentor|friend|colleague|wife|husband|brother|sister|son|daughter|neighbou?r|roommate|boss|cousin|mate|subordinate|student)s? (?:has |have |just |also |already )*(?:finished|completed|passed|done|did|cleared)|(?:modules?|lessons?|units?|quiz|exam|test|assignments?|video) (?:\w+ ){0,4}(?:are|is|still) (?:\w+ )?(?:left|remain\w*|missing|to go|pending|to come)|left to (?:do|finish)",
        "de": r"noch (?:nicht|zwei|drei|ein(?:e|en)?|\d+|offen|ubrig)\b.{0,40}?\b(?:modul\w*|lektion\w*|prufung|test|quiz|fertig|lernziel\w*)|fehl(?:t|en) (?:mir )?(?:nur )?noch|(?:modul\w*|lektion\w*|prufung|quiz|test) (?:\w+ ){0,4}(?:fehlt|fehlen|offen|aus|ubrig)|fast fertig|beinahe|halb fertig|sobald ich (?:\w+ ){0,4}(?:fertig|durch|bestanden)",
        "fr": r"il (?:me |ne me |ne )?(?:manque|reste)\b.{0,60}|reste (?:encore |plus que )?(?:le|la|les|deux|trois|un|une|\d+) (?:modules?|lecons?|examen|quiz|test)|pas encore (?:fini|termine|passe|fait|recu)|presque (?:fini|termine)|a moitie|des que j'aurai|quand j'aurai",
        "es": r"(?:me |solo |solo me )?(?:falta|faltan|quedan) (?:\w+ ){0,4}(?:modulos?|lecciones|leccion|examen|prueba|quiz|test|clases?)|(?:todavia|aun) no (?:\w+ ){0,2}(?:termin|acab|complet|aprob)\w+|casi (?:termin|acab|complet)\w+|a medias|cuando (?:termine|acabe|apruebe)",
        "pt": r"(?:so )?(?:falta|faltam|restam) (?:\w+ ){0,4}(?:modulos?|licoes|licao|exame|prova|quiz|teste|aulas?)|ainda nao (?:\w+ ){0,2}(?:termin|acab|conclu|pass)\w+|quase (?:termin|acab|conclu)\w+|pela metade|quando (?:terminar|acabar|concluir|passar)",
        "it": r"(?:mi )?(?:manca|mancano|restano) (?:\w+ ){0,4}(?:moduli|modulo|lezioni|lezione|esame|prova|quiz|test)|non (?:ho )?ancora (?:\w+ ){0,2}(?:finit|terminat|complet|superat|dat)\w+|quasi (?:finit|terminat|complet)\w+|a meta|quando (?:finiro|avro)",
        "id": r"(?:tinggal|kurang|masih ada|sisa) (?:\w+ ){0,4}(?:modul\w*|pelajaran|ujian|kuis|tes)|belum (?:\w+ ){0,2}(?:selesai|lulus|tamat|beres|kelar)|hampir (?:selesai|lulus|tamat)|setengah jalan|kalau (?:sudah )?(?:selesai|lulus)",
    }
)
"""Words that a course may not be finished, or by somebody else."""

AFRAID = by_language(
    {
        "en": r"afraid|scared|frightened|fear|threaten\w*|insult\w*|at night|my (?:body|photos|looks|clothes)",
        "de": r"angst|furchte|bedroh\w*|beleidig\w*|bedrang\w*|anzuglich\w*|aufdringlich\w*|nachts|unwohl",
        "fr": r"peur|crains|menac\w*|insult\w*|deplace\w*|la nuit|mal a l'aise|mes photos",
        "es": r"miedo|temo|amenaz\w*|insult\w*|inapropiad\w*|incomod\w*|de noche|mis fotos",
        "pt": r"medo|receio|ameac\w*|insult\w*|inapropriad\w*|desconfort\w*|de noite|minhas fotos",
        "it": r"paura|temo|minacci\w*|insult\w*|inappropriat\w*|a disagio|di notte|mie foto",
        "id": r"takut|ancam\w*|mengancam|menghina|tidak pantas|tidak nyaman|risih|malam malam|foto saya",
    }
)
"""What somebody may write of a mentor or a mentee that only a person may handle."""

ASKED = by_language(
    {
        "en": r"(?:i have|i had|there is|also) (?:have )?(?:\w+ ){0,2}questions?|(?:another|one (?:more|last)?|a (?:quick|small|last)) question",
        "de": r"(?:noch|habe|hatte|auch) (?:\w+ ){0,2}fragen?\b",
        "fr": r"(?:j'ai|j'aurais|autre|petite|derniere) (?:\w+ ){0,2}questions?",
        "es": r"(?:tengo|otra|una|ultima) (?:\w+ )?(?:pregunta|duda|consulta)",
        "pt": r"(?:tenho|outra|uma|ultima) (?:\w+ )?(?:pergunta|duvida)",
        "it": r"(?:ho|avrei|altra|un'altra|una|ultima) (?:\w+ )?domanda",
        "id": r"(?:ada|satu|mau|ingin) (?:\w+ )?(?:pertanyaan|tanya|bertanya)",
    }
)
"""Words that announce a question."""

NOT_MINE = by_language(
    {
        "en": r"i (?:did not|never|have not|had not) (?:send|sent|write|wrote|written|apply|applied|ask|asked|resign|resigned|sign|signed)|(?:used|using|uses) my (?:name|account|address|mail)|hacked|password|not from me",
        "de": r"(?:habe|hab) (?:ich )?(?:\w+ ){0,3}(?:nie|nicht|keine?) (?:\w+ ){0,3}(?:geschickt|geschrieben|beworben|gekundigt)|in meinem namen|gehackt|passwort|nicht von mir",
        "fr": r"je n'ai (?:jamais|rien|pas) (?:envoye|ecrit|postule|demissionne|demande)|(?:a|ont) (?:utilise|ecrit (?:a|en)) mon nom|usurp\w+|pirat\w+|mot de passe|pas de moi",
        "es": r"(?:yo )?(?:no|nunca) (?:\w+ )?(?:mande|envie|escribi|postule|renuncie|pedi)\b|mi nombre|hacke\w+|contrasena|no (?:fue|es) mio",
        "pt": r"(?:eu )?(?:nao|nunca) (?:\w+ )?(?:mandei|enviei|escrevi|me candidatei|renunciei|pedi)\b|(?:usou|usaram|em) meu nome|hacke\w+|senha|nao fui eu",
        "it": r"non ho (?:mai )?(?:mandato|inviato|scritto|chiesto|dato le)|(?:usato|a) (?:il )?mio nome|hacker\w*|password|non sono stat[oa] io",
        "id": r"(?:saya|aku) (?:tidak|belum|gak|nggak|tak) (?:pernah )?(?:mengirim|kirim|menulis|melamar|mengajukan|mundur)|memakai nama saya|pakai nama saya|diretas|kata sandi",
    }
)
"""Words that an earlier mail was not the writer's own."""

UNSURE = by_language(
    {
        "en": r"wait|not sure|one of us is wrong|to be confirmed|tbc|do not send|not final|draft",
        "de": r"moment|nicht sicher|noch unklar|noch nicht (?:fest|sicher|schicken)|entwurf|irrt sich",
        "fr": r"attendez|pas sure?|a confirmer|pas encore (?:sur|fixe)|brouillon|se trompe",
        "es": r"esperen|esperad|no estoy segur[oa]|por confirmar|a confirmar|borrador|se equivoca",
        "pt": r"esperem|nao tenho certeza|a confirmar|ainda nao (?:mandem|enviem)|rascunho|se enganou",
        "it": r"aspettate|non sono sicur[oa]|da confermare|bozza|si sbaglia",
        "id": r"tunggu|belum pasti|belum yakin|perlu dikonfirmasi|konsep",
    }
)
"""Words by which news contradict themselves, or are not to be sent yet."""
