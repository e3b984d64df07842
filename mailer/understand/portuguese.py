# ruff: noqa: E501 - a row of a table stands on one line
"""What Portuguese mails say, in Brazil, Portugal and Africa; texts are plain (`sentences.plain`)."""

from mailer.rules.intents import Intent
from mailer.understand.romance import MEMBERS, MENTOR, REPS, Tongue, topics

_T = Tongue(
    {
        "mentor": r"mentor(?:a|es|as|ia|ias|ing|ar)?|tutor(?:a|ia|ias|es)?|padrinh[oa]|apadrinhamento|magisterio",
        "office": r"papel|papeis|cargo|posto|encargo|func(?:ao|oes)|tarefas?|trabalho|qualidade|condicao|responsabilidades?|equipe?|equipa|lista|rol|posicao|atividade|lugar|missao|turma|time|grupo|negocio|historia|board|pool|roster|quadro",
        "of": r"(?:(?:a|ao|as|aos|de|do|da|dos|das|d|como|meu|minha|minhas|o|os|que|ser|sendo|um|uma|seu|esse|essa|desse|dessa|deste|desta|este|esta|ativ[oa]|reps?|mozilla|em|no|na|com|{office}|oficial|formal|programa|aqui|definitiv\w+|ja|hoje|mais|atuar|as minhas|exercer) ){0,8}",
        "pupils": r"mentees?|mentorad[oa]s?|mentorand[oa]s?|pupil[oa]s?|aprendiz(?:es)?|afilhad[oa]s?|discipul[oa]s?|protegid[oa]s?|alun[oa]s?|guris?|gurias?|piazada|pia|menin[oa]s?|rapazes|rapaz|mocinh[oa]s?|mocada|molecada|moleques?|raparigas?|putos|miud[oa]s?|jovens|turminha|pessoal novo|bichinhos?|calour[oa]s?",
        "new": r"nov[oa]s?(?! mentora?)|novat[oa]s?|novic[oa]s?|noviç[oa]s?|principiantes?|iniciantes?|recem.?chegad[oa]s?|calour[oa]s?|(?:quem|os que|as que|aqueles que|dos que|que) (?:\w+ )?(?:cheg(?:a|am|ou)|comec(?:a|am|ou)|entr(?:a|am|ou)|esta(?:o)? (?:comecando|chegando|entrando|a comecar|a chegar)|ta comecando)|gente nova|novinh[oa]s?",
        "guide": r"gui(?:ar|o|e)|orient(?:ar|o|acao)|acompanh(?:ar|o)|apadrinhar|apoiar|acolher|receber|mentorar|dirigir|conduzir|ajudar|ensinar|formar|tomar conta|cuidar|segurar a mao|dar (?:uma|essa|a) (?:mao|forca)|pegar|puxar|tocar|ter|levar pela mao|pegam|tutorar|servir|aconselhar",
        "give": r"(?:me )?(?:deem|dao|deixem|deixa|mandem|manda|passem|passa|arrumem|arruma|arrumar|arranjem|arranjar|arranja|larguem|largar|confiem|atribuam|enviem|botem|bota|ponham|tragam|chama|podem me arrumar)(?:-me)?(?: me)?",
        "wish": r"gostaria|gostava|adoraria|adorava|quero|queria|querer?ia|desejo|desejaria|aspiro|peco|pretendo|espero|anseio|topo|me (?:interessa(?:ria)?|anima|ofereco|candidato|proponho|inscrevo|voluntario|coloco|disponho|interesso|disponibilizo|vejo)|(?:ofereco|candidato|proponho|inscrevo|coloco|ponho|disponibilizo|declaro|voluntario|apresento)-me|(?:estou|to|tou|sinto-me|me sinto|sigo|ando|estaria|fico|ficaria) (?:\w+ )?(?:a fim|afim|pront[oa]|dispost[oa]|interessad[oa]|preparad[oa]|disponivel|doid[oa]|louc[oa]|animad[oa]|motivad[oa]|na intencao|com vontade|feliz|encantad[oa]|a disposicao|a pensar em|pilhad[oa])|tenho (?:\w+ )?(?:vontade|interesse|desejo|vocacao|intencao|pretensao|gosto)|(?:meu|minha|o) (?:interesse|desejo|intencao|sonho|disposicao|vontade|pretensao)|seria (?:um|uma) (?:honra|prazer|alegria)|posso|podia|poderia|da pra|(?:apresento|envio|segue|mando|submeto|formalizo) (?:a )?minha (?:candidatura|inscricao)",
        "stop": r"(?:deixo|deixarei|renuncio|renunciarei|cesso|abandono|encerro|termino|largo|largarei|solto|entrego|abdico|saio|sairei|abro mao|desisto|despeco-me|demito-me|retiro-me|afasto-me|desligo-me|me (?:despeco|demito|retiro|afasto|desligo|aposento|desvinculo))|(?:to|tou|estou|vou) (?:saindo|largando|deixando|deixar|sair|largar|encerrando|encerrar|abandonar|renunciar|parar|parando|me desligar|me afastar|me despedir|entregar|entregando|a sair|a deixar|abrir mao|abrindo mao|desistir|pular fora|pulando fora)|(?:quero|queria|gostaria|desejo|devo|preciso|tenho que|tenho de|decidi|resolvi|obrigad[oa] a|hora|momento|pretendo|venho|prefiro|para|pra|forcad[oa] a|gostava|optei por|tomei a decisao|chegou a hora) (?:de |a |comunicar que |avisar que |informar que )*(?:deixar|renunciar|cessar|abandonar|largar|sair|parar|encerrar|entregar|me demitir|demitir-me|me desligar|me afastar|abdicar|desistir|abrir mao|pedir (?:o )?(?:desligamento|demissao)|por fim|colocar um ponto final|me despedir|despedir-me|afastar-me)|(?:apresento|entrego|comunico|formalizo|envio|venho apresentar|peco|solicito|venho|segue|aceitem|anuncio|informo)(?: (?:a|o|minha|meu|por este meio|formalmente)){0,3} (?:renuncia|demissao|desligamento|saida|afastamento|cessacao|desvinculacao)|(?:minha|a minha) (?:renuncia|demissao|saida)|deixei|acabou-se|acabou",
        "paper": r"certificado|diploma|comprovativo|comprovante|atestado|papel|pdf|print|documento comprovativo",
        "show": r"anex[oa]|segue|envio|mando|mandando|remeto|junto|aqui|ta|esta|vai|tenho|tirei|recebi|saiu|apareceu|ganhei|chegou|link|na mao|em anexo|enviando|seguem|peguei|consegui",
        "did": r"(?:termin|complet|finaliz|fech|pass|acab|zer|super|ultrapass|atravess|mat|gabarit|encerr|despach|tir|frequent)ei|conclui|venci|fiz|cumpri|assisti|vi|dei cabo (?:d\w+)|dei conta (?:d\w+)|dei fim|(?:acabo|acabei|terminei) de (?:terminar|completar|concluir|finalizar|acabar|fechar|fazer|passar)|(?:consegui|logrei|pude) (?:terminar|completar|concluir|finalizar|acabar|fechar|fazer|passar)|tenho (?:concluid[oa]|terminad[oa])|fui aprovad[oa]",
        "done": r"terminad[oa]s?|completad[oa]s?|completo|complet[oa]|acabad[oa]s?|finalizad[oa]s?|concluid[oa]s?|aprovad[oa]s?|feit[oa]s?|pront[oa]|zerad[oa]s?|fechad[oa]s?|no papo|ok|encerrad[oa]",
        "named": r"coaching|teachable",
        "partly": r"metade|meio|meia|primeir\w*|segund\w*|parte|algum\w*|modulo|aula|licao|unidade|quase|inscricao|cadastro|outr[oa]s?|nao|falta\w*|menos|introducao|mas|que",
        "course": r"curso(?! (?:dele|dela|de (?!coaching|mentor|voces|vcs)|d[oa] (?!coaching|teachable|programa|conselho)|no (?!teachable)|em ))|cursinho de mentor|formacao(?! (?:de|em|contin\w+) (?!coaching|mentor))|capacitacao|treinamento(?! (?:de|em) (?!coaching))|training|treino de coaching|modulos|aulas|licoes|aula toda|academia digital",
        "pass": r"avis\w+|comuni\w+|inform\w+|diz\w+|digam|diga|pass(?:ar|em|e)\w*|reencaminh\w+|encaminh\w+|transmit\w+|cont(?:em|ar)|difund\w+|partilh\w+|compartilh\w+|notifi\w+|mand(?:em|ar|e)|circul\w+|envi(?:em|ar)|lembr\w+|anunci\w+|saibam|publi\w+|repass\w+|divulg\w+|levem|levar|dar conhecimento|deem (?:conhecimento|um toque)|fac\w+ (?:chegar|saber)|espalh\w+|queiram",
        "years": r"(?:mais|outr[oa]|por mais|segund[oa]) (?:um|uma|doze|12)?(?: )?(?:ano|aninho|anos|temporada|meses|rodada|volta|ciclo|periodo|tempo)|mais (?:doze|12) meses|doze meses|12 meses|mais um(?! mentor| pouco)|outro tanto|por igual periodo",
        "meet": r"(?<!nao )(?:nos |a gente (?:se )?)(?:reunimos|encontramos|vimos|falamos|sentamos|encontrou|reuniu|viu|sentou|falou|conversou|juntou)|(?:reunimo|encontramo|vimo|falamo|sentamo|juntamo)-?nos|(?:tivemos|fizemos|realizamos|mantivemos|houve|tive|fiz|realizei|aconteceu|rolou|foi)(?: \w+){0,3} (?:1:1|one-on-one|reuniao|encontro|sessao|conversa|chamada|call|videochamada|papo|cafe|prosa)|conversamos|proseamos|proseamo|batemos (?:um )?papo|falamos|(?:me )?(?:encontrei|reuni|sentei)(?:-me)?|colei com|trocamos (?:uma )?ideia|trocando ideia|fui (?:\w+ ){0,3}ver|revimos|repassamos|estive com|estivemos",
        "month": r"janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|verao|outono|primavera|inverno",
        "grade": r"(?:dou|dava|daria|leva|merece)(?: (?:um|uma|nota|de|a|pra ela|pra ele|lhe)){0,3} (?:\d\d?|cinco|quatro|nove|oito|dez|sete|seis|vinte)|(?:\d\d?|cinco|quatro|tres|nove|oito|dez|sete|seis)(?:[.,]\d)? (?:de|sobre|em|/) ?(?:5|10|20|cinco|dez|vinte)|\d ?/ ?(?:5|10)|\d (?:estrel\w+|pontos)|nota \d+ (?:pr[ao]|para)|(?:minha|uma) avaliacao (?:d[oa]|sobre)|feedback (?:d[oa]|sobre|para)|minha opiniao sobre",
        "putoff": r"esquec(?:am|e)|quando|assim que|logo que|depois que|ate que|antes de|se (?:eu|um dia|algum dia|alguma vez|passar|terminar|acabar|ninguem|nao|nada|for verdade)|talvez|quem sabe|pensando em|pensei|sonhei|considerando|quase|ainda (?:nao|me falta)|embora|ia|ouvi dizer|dizem|por pouco|achando",
        "told": r"(?:me |lhes? )?(?:diz|disse|disseram|contou|conta|comentou|escreveu|pergunta|perguntou|pede|pediu|pediram|avisou|anunciou|falou)(?: que)?|quer|(?:meu|minha|uma?|seu|sua) (?:amig[oa]|colega|companheir[oa]|irma[o]?|filh[oa]|prim[oa]|namorad[oa]|vizinh[oa]|cunhad[oa]|chefe|mentora?|mentorand[oa]|mentorad[oa]|mulher|marido|espos[oa]|mae|pai|tio|tia|sogr[oa]|avo|net[oa]|brother|mano|ex|prenda|patroa)|segundo|o padre|nomead[oa]",
    },
    "que se quando outro outra outros meu minha seu sua nao nem nunca sem mas quer disse diz mentor troca trocar",
)
_R = Intent.RESIGNATION
_FORGOOD = r"suced|sucessor|substitu|meu lugar|definitiv|de vez|para sempre|pra sempre|nunca mais|(?:sigo|fico|continuo|permaneco|sou) (?:\w+ )?(?:como|de|no|so|representante|com) |outr[oa] mentor|{mentor}|{pupils}|{new}"
_LEAVE_ROLE = (
    *_T.says(
        _R,
        r"""
        0.95 | mentor tutor padrinh magist | {stop} {of}{mentor}
        0.9 | mentor | (?:esse|este|o|essa) (?:negocio|trem|lance|papel|historia|tarefa)? ?de (?:ser )?{mentor}(?: \w+){0,3} (?:acabou|acabou-se|chega|deu|encerrou|terminou)
        0.9 | mentor | (?:termina|acaba|encerra|finda|chega ao fim|terminou|encerra-se|acaba-se)(?: \w+){0,3} (?:o meu|a minha|meu|minha|esse|este|essa|esta) {of}{mentor}
        0.9 | mentor | (?:o meu|a minha|meu|minha) (?:tempo|ciclo|percurso|jornada|caminhada|etapa|historia|trabalho|missao)? ?(?:como|de|na) {of}{mentor}(?: \w+){0,3} (?:termina|acaba|encerra|chega ao fim|acabou|terminou|se encerra)
        0.9 | mentor | meu ultimo (?:dia|mes)(?: \w+)? (?:como|de|na) {of}{mentor}
        """,
        roles=(*MENTOR, *REPS[1:]),
    ),
    *_T.says(
        _R,
        r"""
        0.95 | mentor | (?:ja )?(?:nao|nunca mais|num|n) (?:(?:posso|consigo|quero|vou|poderei|pretendo|seguirei|sigo|continuo|continuarei|estarei|serei|sou|desejo|mais|dou conta|a|de|continuar|seguir|ser|sendo|como|com|atuar|ficar|exercer|me vejo|fazer|o|um|uma|isso) )+{mentor}
        0.95 | mentor | (?:sobre|quanto a) (?:ser )?{mentor}: (?:esquece|chega|acabou|nao)[^.]{0,40}
        0.9 | mentor | mentora? (?:nunca|nao) mais
        0.85 | nao num consigo posso | (?:ja )?(?:nao|num|n) (?:(?:posso|consigo|quero|vou|poderei|pretendo|tenho \w+ para|da para|da pra|mais|a|continuar|seguir) )+{guide} {gap}(?:{pupils}|{new}|ninguem)
        0.85 | nao ninguem | (?:nao|n) me (?:mandem|deem|passem|atribuam|entreguem|indiquem|botem|ponham|encaminhem|confiem)(?: mais)?(?: (?:ninguem|outr\w+|nenhum\w*|novos|gente|mentorad\w+|mentorand\w+|afilhad\w+))?|nao vale a pena esperar por mim
        0.7 | comigo | (?:ja )?nao (?:contem|conte|contes)(?: mais)? comigo|nao (?:podem|da pra) contar (?:mais )?comigo
        """,
        roles=(*MENTOR, *REPS[1:]),
        own=True,
        beside=_FORGOOD,
    ),
    *_T.says(
        _R,
        r"""
        0.85 | tir retir remov apag risq saia sair nome | (?:(?:tir|retir|remov|apagu|risqu|exclu)(?:em|ar|a|am|ir|er|e|uem)(?:-me| me| o meu nome| meu nome)|me (?:tir|retir|remov)(?:em|a|ar|am|er)|que (?:o )?meu nome saia) (?:d\w+|como)(?: (?:a|o|lista|pagina|de|os|as|sua|vossa|quadro|grupo|site|rol|essa|dessa))* ?(?:{mentor}|lista|pagina|funcao|isso|quadro|site|rol|relacao)
        0.75 | mentorad menin rapaz guri dois duas afilhad mentorand jovens pupil dois alun | (?:pass(?:em|a|ar|o|am)|entreg(?:o|uem|ues|ar|am)|deix(?:o|em)|confi(?:o|em)|encaminh(?:o|em)|repass(?:o|em)|transfir(?:o|am)|arranj(?:em|ar)|procurem|ced(?:o|am)|distribu\w+) (?:[\w'-]+ ){0,2}?(?:{pupils}|meus dois|minhas duas|meus|minhas)(?: |[.,;!])|(?:os|as|meus|minhas|dois|duas) (?:\w+ )?(?:{pupils})(?: \w+){0,4} (?:ficam?|fiquem|mudam|merecem?|passam?|precisam|vao)
        0.75 | entregues outra outras alguem nova novo | (?:procurem|arranjem|arrumem|achem|busquem|encontrem) (?:um|uma|outr[oa]|alguem) (?:nov[oa] |outr[oa] |)[^.]{0,30}(?:para|pra) (?:el[ea]s?|\w+)|(?:sejam entregues|passem|fiquem|ficam|mudam|vao|podem ficar|merece\w*) [^.]{0,40}(?:outra pessoa|maos|outro|outra|alguem|quem voces|quem indicarem|com quem)
        0.8 | suced sucessor substitu lugar puxe ocupar | (?:proponho|recomendo|sugiro|indico|nomeio|deixo|para|pra|como|minh[oa]|meu|de|bo[am]|quem) {gap}(?:substitu(?:t[oa]|ir-me|ir|icao)|me substituir|suceder|me suceder|sucessora?|(?:o )?meu lugar|ocupar (?:o )?(?:meu )?lugar|ficar no meu lugar)|quem quiser que puxe
        0.7 | pendurar pendur passo bast chuteira toalha deu chegou ciclo fim hora tempo acab lad saio tchau chega basta canga larg despeco encerr passou fecha | (?:pendurar|penduro|pendurei) (?:o|a|as|os) \w+|pass(?:o|ar) (?:o|a) (?:bastao|bola|testemunho|tocha|facho|vez)|(?:jogo|jogar|atiro|atirar|joguei) a toalha|(?:deu|ja deu) (?:pra|para) mim|chegou (?:a )?minha hora|(?:fim|final) de (?:ciclo|linha|etapa)|meu tempo (?:passou|acabou)|(?:o meu|o tempo)(?: \w+){0,4} passou|(?:pra|para) mim (?:acabou|acabou-se|chega|deu|fecha)|(?:essa|esta) tarefa (?:fecha|acaba|termina)\w*|largo o osso|tiro o meu time|eu entrego a \w+|saio de cima|despeco-me d\w+|me despeco d\w+|(?:um )?passo (?:atras|ao lado)|encerro (?:aqui|este|esse|o|um) (?:ciclo|capitulo)?|essa eu nao retomo|nao e pausa|e tchau|cheguei ao (?:fim|limite)|pego (?:o )?meu (?:bone|chapeu)|tchau de vez
        0.6 | sigo fico continuo permaneco resto programa | (?:sigo|fico|continuo|permaneco|seguirei|ficarei|continuarei|permanecerei)(?: \w+){0,2} (?:como|de|no|na|so|apenas|com|convosco|representante|mandando)(?: \w+)? ?(?:rep|representante|voluntari[oa]|programa|grupo|membro|plateia|comunidade|equipe)|no resto (?:tamo|estamos|continuo|fico|sigo)
        """,
        roles=MENTOR,
        beside=_FORGOOD,
    ),
)
_A, _C = Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION
_PROGRESS = (
    *_T.says(
        _A,
        r"""
        0.95 | mentor tutor padrinh | {wish} (?:(?!que |nao |meu |minha |outro |outra |troc|mudar|ter |sem |contra|um |uma )[\w'-]+,? ){0,5}(?:ser|seja|como|me tornar|tornar-me|virar|para|pra|a|papel de|lugar de|cargo de|lista de|lista dos|equipe de|equipa de|grupo de|de|funcao de|funcoes de|atuar como|ao lugar de)(?: (?:um|uma|o|a|os|as|bo[am]|rep|futur[oa]))* (?:{mentor})
        0.9 | mentor | (?:me (?:coloc|bot|inscrev|consider|cont|inclu|anot|pon|adicion|registr)\w*|(?:inscrevam|considerem|incluam|registem|contem|coloquem|botem|anotem|ponham)(?:-me| me| comigo)) (?:(?:para|pra|como|na|no|em|de|ser|a|o|lista|rol|dos|das|possiveis|futur[oa]s|uma?|programa|equipe|ai) )+(?:{mentor})
        0.9 | candidat inscri oferec voluntari | (?:(?:candidato|ofereco|inscrevo|proponho)-me|me (?:candidato|ofereco|inscrevo|proponho)|(?:apresento|envio|submeto|segue|formalizo|mando) (?:a )?minha (?:candidatura|inscricao)) {gap}(?:mentor\w*|{guide} {gap}(?:{new}|{pupils}))
        0.85 | mentor | (?:posso|podia|poderia|como (?:eu )?faco|como posso|o que (?:preciso|devo|tenho|e preciso)(?: \w+){0,2}|quais os requisitos|da)(?: \w+)? (?:para |pra |de )?(?:ser|me tornar|virar|tornar-me|me candidatar a|me inscrever como)(?: uma?)? mentora?
        """,
        roles=REPS,
        question=True,
    ),
    *_T.says(
        _A,
        r"""
        0.8 | nov inici princip chega comec entra calour menin rapariga | (?:{wish}|me bota|me coloca|ponho|sirvo para|me chama|deixa eu|podem largar|coloco-me|ponham o meu nome|venho por|pronta? (?:para|pra)|ofereco|experiencia podia servir) [^.;?!]{0,60}?(?:{guide}|os que pegam|dos que pegam|que pegam|mentor\w*|servir|lhes mostrar|mostrar) [^.;?!]{0,25}?(?:{new}|{pupils})
        0.8 | deem dao deix mand pass arrum arranj larg confi bot pon | {give}(?: (?:um|uma|uns|umas|pra mim|mim|a mim|dess[ae]s|algum|alguma|alguns|dois|duas|os|as|esses|essa|um dos|gente|ai|logo|ja))* (?:{new}|{pupils}|gente nova|menino novo)
        0.75 | perdid nov chegando molecad guri precisa | se (?:tiver|houver|precisar(?:em)?|faltar|quiser(?:em)?|aparecer) [^.;!?]{0,50}(?:nov|perdid|chegando|mentor|mao d|ajuda|alguem pra)[^.;!?]{0,60}(?:larga|manda|chama|colo|eu|topo|passa|conta|comigo|me )?
        0.7 | orienta guiar acompanh ajudar ensinar tomar receber puxar | (?:quero|posso|podia|gostaria|gostava|queria|adoraria|pronta? para|pront[oa] pra|na intencao|doid[oa] pra|hei|disposicao para|tempo de|vou|disponivel para|poder) (?:\w+ ){0,3}(?:{guide}) (?:\w+ ){0,3}(?:{new}|{pupils}|alguem|outr[oa]s|alguns|um ou dois|quem|os orientar)|quem hei de guiar|disposicao para os orientar|(?:a )?(?:minha )?(?:vossa )?consideracao o meu nome
        0.7 | retribuir devolver | (?:devolver|retribuir) {gap}(?:o que|um pouco|tudo o que|aquilo que)
        """,
        roles=REPS,
        question=True,
        beside=r"certificado|diploma|mentor|lista|curso|disponi|livres?\b|pront[oa]\b|paciencia|experiencia",
    ),
    *_T.says(
        _C,
        r"""
        0.95 | coaching teachable | (?:{did}) (?:(?!{partly})[\w'-]+,? ){0,7}?(?:{named})
        0.95 | coaching teachable | (?:{named})(?: (?:de|em|ja|esta|ta|no|teachable|:|todo))*[:,]? (?:ja )?(?:{done})
        0.9 | coaching teachable | (?:{done}) (?:o |a |meu |todo o |toda a )?(?:curso|formacao|treinamento) (?:de |em |do )?(?:{named})
        0.75 | curs modul aula lic formac capacit trein training acad | (?:{did}) (?:(?!{partly})[\w'%/-]+,? ){0,4}?(?:{course})|(?:o|meu|esse) curso (?:\w+ ){0,3}(?:{did}|dei cabo dele|terminei|acabei)
        0.75 | curs modul aula lic formac capacit trein | (?:{course})(?: (?:ja|esta|ta|estao|tudo|finalmente))* (?:{done})|acabaram-se as aulas?|acabou-se
        0.8 | modul aula lic prova teste video questionario | (?:fechei|vi|fiz|acabei|terminei|atravessei|completei|conclui|passei|respondi|frequentei|fui aprovad[oa]){gap} ?(?:[oa]|n[oa]|ate (?:a|o)) ?(?:ultim[oa]|derradeir[oa])(?: \w+)? ?(?:modulo|aula|licao|video|questionario|prova|teste)?|(?:frequentei|assisti) (?:as|a todas as|tudo) {gap}(?:licoes|aulas|ate)
        0.75 | / de 100 | (?:licoes|modulos|aulas|unidades):? (\d+) ?(?:/|de) ?\1|(\d\d?) de \2(?!\d)|(?:tod[oa]s (?:os|as)|os|as) (?:12|doze|14|catorze|\d+) (?:modulos|licoes|aulas|unidades)|100 ?%
        0.85 | certificado diploma comprov papel atest pdf retrato | (?:{show}) (?:[\w'-]+,? ){0,5}?(?:certificado|diploma|comprovativo|comprovante|papel no anexo|pdf)|(?:certificado|diploma|comprov\w+|documento que o atesta|papel|pdf)(?: [\w'-]+){0,3},? (?:anex[oa]|na mao|aqui|segue|ta|vai|em anexo|junto|ai|no anexo)
        0.7 | passei aprovad | (?:spoiler|enfim|finalmente|consegui)?[:,!]* ?(?:passei|fui aprovad[oa])(?=[.!:,]|$)
        """,
        beside=r"certificado|diploma|anex[oa]|\bpdf\b|comprov\w+|coaching|teachable",
        question=True,
    ),
)
_PAIRS = (
    *_T.says(
        Intent.MENTOR_CHANGE,
        r"""
        0.9 | mentor tutor | (?:troc(?:ar|a|o|arem)|mud(?:ar|anca)|outr[oa]|substitu\w+)(?: \w+)? (?:de |do |da |o |a |meu |o meu |a minha |minha )*(?:mentora?|tutora?)(?! (?:tambem|para))
        0.85 | mentor tutor | (?:meu|minha|o meu|a minha|tenho) (?:mentora?|tutora?)(?: [\w,.]+){0,8}? (?:nao (?:me )?(?:responde|aparece|escreve|fala|encontra|atende|le|da sinal|tem tempo|esta)|sumiu|desapareceu|virou lenda|nunca|jamais|nem (?:me )?(?:responde|um)|inativ[oa]|ausente|nao existe|evaporou|ha (?:meses|\w+ meses))
        0.8 | outr alguem | (?:pode|podia|podem|poderia|sera que pode|me|tem como|da pra|seja|dao|arranjar|arrumar)(?: \w+){0,3} (?:ser |indicad[oa] |arrumar |arranjar |dar |indicar |trocar por )*(?:outr[oa](?: pessoa| mentor\w*)?)|sumiu desde|(?:rogo|peco|solicito) que me seja indicado outro
        """,
        question=True,
        own=True,
    ),
    *_T.says(
        Intent.MENTOR_REQUEST,
        r"""
        0.9 | mentor tutor | (?:preciso|procuro|busco|solicito|quero|queria|gostaria|peco|necessito|me (?:arrumem|arranjem|deem|indiquem|arrumam|dao|falta)|arrumem|arranjem|deem|atribuam|atribuam-me|indiquem|podem (?:me )?(?:arranjar|arrumar|dar|indicar|atribuir)|poderiam me (?:dar|indicar|arrumar)|atribuicao de|designem)(?: (?:de|ter|que|me|por|favor|ja|a|contar|com|se|seja|um|uma))* (?:mentora?|tutora?)(?! (?:nov|difer|tambem para))
        0.9 | mentor tutor | (?:nao tenho|n tenho|sigo sem|estou sem|to sem|fiquei sem|continuo sem|ainda sem|sem)(?: \w+)? (?:mentora?|tutora?)|(?:nao|nem|ninguem) {gap}me (?:atribu\w+|indic\w+|deram) (?:um |uma |nenhum )?(?:mentora?|tutora?|ninguem)
        0.8 | ninguem alguem quem sem mana orf sozinh | ninguem (?:me|que me) (?:acompanhando|acompanha|guia|ajuda|orienta|leva|tutora|explica|ensina)|(?:fiquei|to|estou|ando) (?:sem ninguem|orf[ao]|sozinh[oa] (?:aqui|no))|(?:me )?(?:arranj\w+|arrum\w+|dar|deem|indiqu\w+|podem)(?: \w+){0,3} (?:alguem|outra mana|um vivente|uma mana)(?: \w+){0,3} (?:que|para|pra|disponivel)|(?:preciso|quero|queria) (?:de )?alguem (?:que me|para me|pra me|pra conversar comigo|para conversar comigo)|desde que [^.]{0,30}(?:parou|saiu|se aposentou) (?:eu )?(?:to|estou|fiquei) sem|tem algum vivente disponivel|podem me arranjar outra? (?:mana|mano)
        """,
        roles=REPS,
        question=True,
        own=True,
    ),
    *_T.says(
        Intent.MENTEE_ACCEPTANCE,
        r"""
        0.9 | lista fic mand cargo conta adot pront receb acolh nome pego quero aceit assum manda conduz tomo tomar | (?:(?:eu )?(?:fico|posso ficar|pego|quero ficar|adoto|aceito|assumo|acolho|recebo|cuido) (?:com (?:o|a|ele|ela|est[ea]|ess[ea])|ele|ela|d[oa] )(?: \w+)?|(?:tomo|tomar|assumo|recebo)(?: \w+)? (?:a meu cargo|sob (?:a )?minha)|(?:mand(?:em|a)|pass(?:em|a)|bot(?:e|em)|ponham)(?:-n?[oa]| ele| ela)? (?:pra mim|para mim|no meu nome|comigo)|(?:terei|tenho|com|seria) (?:\w+ )?(?:prazer|gosto|alegria|todo o gosto) (?:em |de )?(?:acolher|receber|acompanhar|tomar|orientar|guiar|ficar|adotar|aceitar)|pront[oa] a receb\w+|recebe-l[oa]|acolhe-l[oa]|acompanha-l[oa]|como meu (?:mentorando|mentorado|afilhado|pupilo|aprendiz)|pois eu quero|eu (?:quero|pego) (?:ele|ela)|(?:me )?de (?:ela|ele) aqui|eu posso tomar)
        0.85 | vaga espaco lugar | (?:tenho|sobrou|ha|me sobra|abriu|resta-me|resta) (?:\w+ )?(?:uma |um )?(?:vaga|espaco|lugar)(?: \w+){0,3} (?:para|pra|livre|em)
        0.85 | mentor aceit adot quero ofereco | (?:aceito|adoto|acolho|quero|me ofereco|ofereco-me|posso|poderia|gostaria|adoraria) {gap}(?:ser (?:o |a )?mentora? (?:de|d[oa])|mentorar|(?:alguem|um|uma|qualquer um|mais um|mais uma|quem) (?:da|que esta na|na) lista)
        """,
        roles=MENTOR,
        question=True,
    ),
    *_T.says(
        Intent.RENEWAL,
        r"""
        0.9 | seguir seguimos sigo continu renov prorrog prolong estend quer prosseguir desej combinad fech ficar topa | (?:seguir|seguimos|sigo|seguiremos|continu\w+|renov\w+|prorrog\w+|prolong\w+|estend\w+|repetir|bora|vamos|queremos|quero|desej\w+|prosseguir\w*|combinad[oa]|fechamos|topamos|ficar|aceitamos|ficou)[^.;]{0,60}?(?:{years})
        0.85 | mais | (?:mais (?:um ano|doze meses|12 meses)|outro ano) (?:com|junt[oa]s|de mentor\w*)
        0.85 | relacao mentoria dupla parceria vinculo compromisso acordo | (?:prorrog\w+|renov\w+|prolong\w+|estend\w+|encerr\w+|terminamos|terminar|finaliz\w+|dar por|damos por|concluir) {gap}(?:a nossa|nossa|o nosso|nosso|esta|essa) (?:relacao|mentoria|dupla|parceria|vinculo|compromisso|acordo|ciclo)
        0.8 | ano | (?:decorrid[oa]|complet\w+|fez|fizemos|faz|passado|passou|fim d\w+|chegou ao fim|acabou) {gap}(?:um|o nosso|o|nosso|1)(?: \w+)? ano [^.]{0,80}(?:segui\w+|sigo|outro|continu\w+|renov\w+|encerr\w+|separ\w+|cada|mais)
        0.8 | caminho separar largar renov | cada (?:um|uma|qual) (?:por|segue|para) (?:o )?seu (?:caminho|lado|rumo)|nao (?:vamos )?(?:renovar|renovamos|seguimos|continuamos)|separar-nos
        """,
        roles=MEMBERS,
        own=True,
        question=True,
        free=True,
    ),
    *_T.says(
        Intent.MEETING_REPORT,
        r"""
        0.85 | reun vimos viu encontr sent conversa sessao cafe chamada call papo prose falamos fui colei estive ideia | (?:{meet})(?: [\w-]+){0,4} (?:com|mais|e eu|meu|minha) [^.]{0,60}|(?:com|mais|e eu|eu e) [\w ]{0,30}(?:{meet})
        0.85 | hora minuto metas reun encontr conversa papo prose plano | (?:{meet})[^.]{0,90}(?:horas?|minutos|min|2h|1h|metas|objetivos|planos?|tarde)|(?:horas?|minutos) [^.]{0,40}(?:com|de) [^.]{0,60}(?:falamos|conversamos|metas|objetivos|mentor\w*)
        0.85 | encontro reuniao sessao conversa | (?:foi|ontem|hoje|(?:no |na )?(?:segunda|terca|quarta|quinta|sexta|sabado|domingo)|fiz|feit[oa]|realizad[oa]|relatorio d\w+|resumo d\w+|fizemos|tivemos)(?: \w+){0,3} (?:o|a|uma|um|noss[oa]|meu|minha) ?(?:\w+ )?(?:encontro|reuniao|sessao|conversa)(?: \w+){0,3} (?:com|anual|mensal|de mentoria)
        """,
        roles=MEMBERS,
        free=True,
        but=r"vamos|vou|sera|teremos|combinei|combinamos|marc(?:ei|amos)|proxim[oa]|amanha|cancel\w+|vai ser",
        question=True,
    ),
    *_T.says(
        Intent.FEEDBACK,
        r"""
        0.85 | de sobre / dou daria nota estrel avalia feedback pontos merece leva opiniao em | {grade}
        0.75 | mentor pupil aprend mentee mentorand mentorad | (?:(?:o|a|meu|minha|d[oa]) )?(?:{mentor}|mentee|mentorand[oa]|mentorad[oa]|pupil[oa]|afilhad[oa])(?: \w+)? (?:nao e so|e (?:um|uma|muito|tao|bem|super|ouro|excelente|otim[oa]|fantastic[oa]|gente)|foi (?:um|uma|muito|excelente)|tem sido)|(?:nao e so|e) mentora?, e
        0.7 | ouro pontual criativ falta unica melhor aprendi unico respons nunca guri defeito so | (?:e |guri de |menina de )ouro|(?:e|foi|sempre) (?:\w+ ){0,2}(?:pontual|criativ[oa]|constante|responsavel|educad[oa]|trabalhador\w*|dedicad[oa]|paciente|generos[oa]|organizad[oa]|brilhante|esforcad[oa]|atencios[oa])|so (?:lhe )?(?:falta|tem que|precisa|peca)|(?:a unica coisa|o unico defeito|pontos fortes|o unico porem|a melhorar|tem que melhorar|deve melhorar|aprendi (?:muito|demais|imenso))|nunca me deixou
        """,
        roles=MEMBERS,
        beside=r"mentor|mentee|mentorand|mentorad|pupil[oa]|aprendiz|afilhad",
        free=True,
        question=True,
    ),
)
_OTHERS = (
    *_T.says(
        Intent.LEAVE_OF_ABSENCE,
        r"""
        0.85 | afast ausen fora viaj ferias licenca baixa repous descans pausa oper intern sumo retiro estagio | (?:estarei|estou|vou estar|vou ficar|vou|fico|ficarei|saio|andarei|tiro|tirarei|preciso|peco|solicito|quero|farei|faco|entro|tomo|sumo|viajo|parto|vou de|vou entrar) (?:[\w']+ ){0,3}?(?:ausente|afastad[oa]|fora(?! d\w+ mentoria)|de viagem|em viagem|viajar|viajando|de ferias|ferias|de licenca|licenca|de baixa|em repouso|um descanso|uma pausa|pausa|desconectad[oa]|offline|sabatic[oa]|uns dias|umas semanas|sem (?:internet|wifi|sinal|rede)|off)|(?:vou ser|serei|fui) (?:operad|internad)[oa]|licenca (?:maternidade|paternidade|de|sabatica)|sumo de tudo|nao estarei (?:disponivel|por aqui)|sem sinal
        0.8 | volto volta regresso retomo retorno | (?:de|do|desde|ate|entre|a partir)[^.]{0,80}(?:volto|na volta|regresso|retomo|retorno|estarei de volta)|(?:volto|so volto|regresso|retomo|retorno|estarei de volta|de volta)(?: talvez)? (?:(?:a|no dia|dia|em) (?:\d+|{month})|so em|no dia|em (?:{month})|depois d\w+|funcoes)
        0.75 | ate desde partir ausencia | (?:vou|estarei|nao estarei|nao (?:vou|poderei|consigo) (?:estar|conseguir|responder|ler|ter)|sem (?:sinal|wifi|internet|rede)|nao (?:respondo|apareco)|la nao ha rede)[^.]{0,80}(?:ate|desde|a partir|entre|de \d+)|(?:ate|desde|de \d+)[^.]{0,60}(?:nao (?:estarei|estou|vou (?:estar|poder)|poderei|respondo)|estarei (?:fora|ausente|afastad[oa])|eu fico la)|desculpem a ausencia
        """,
        own=True,
        question=True,
    ),
    *_T.says(
        Intent.ANNOUNCEMENT,
        r"""
        0.9 | mentor | (?:{pass}) [^.]{0,90}?(?<!\w)(?:a |aos |as |pra |para |ao )?(?:tod[oa]s |toda |totalidade d\w+ |os |as |aos |noss[oa]s |cada um d\w+ |o grupo d\w+ |a lista d\w+ |a |[oa]s )+(?:os |as |noss[oa]s )?(?:mentor(?:es|as|ada)|mentorada)
        0.9 | mentor | (?:aviso|comunicado|noticia|mensagem|lembrete|para|pra|nota|circular|atencao|recado)(?: \w+)? (?:a |ao |aos |para |pra )?(?:tod[oa]s |os |as |noss[oa]s |grupo d\w+ )*mentor(?:es|as|s)(?: \w+)?:|queiram os mentores
        """,
        roles=MEMBERS,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.DECISION,
        r"""
        0.9 | thumbs pode approved aprov rejeit recus aceit indefer defer admit vot passa pedido | (?:^|[.:;,] ?)(?:por mim,? |da minha parte,? |em nome do conselho,? )?(?:aprovad[oa]|rejeitad[oa]|recusad[oa]|aceit[oa]|indeferid[oa]|deferid[oa]|aprovo|rejeito|recuso|indefiro|defiro|aceito (?:a (?:candidatura|inscricao)|o pedido)|voto (?:a favor|contra|sim|nao))|meu voto (?:e|vai|para)|voto (?:a favor|contra|sim|nao)|(?:tem|dou|leva) (?:o )?meu (?:voto|sim|ok|aval|nao)|(?:a )?(?:candidatura|inscricao|pedido) d\w+ [\w .]{2,40}(?:aprovad[oa]|rejeitad[oa]|aceit[oa]|recusad[oa]|indeferid[oa])|defiro o pedido|(?:thumbs up|pode subir|approved)|aprovad[oa] [oa] \w+|nao passa,|(?:pode|podem) aprovar|o d\w+ [\w ]{2,30}: (?:seja|sim|nao|aprovad\w|passa|pode)
        """,
        roles=MEMBERS,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.STATUS_QUESTION,
        r"""
        0.9 | pedido candidatura inscricao solicitacao processo certificado papelada nome | (?:como (?:vai|anda|esta|ta|ficou)|o que (?:aconteceu|houve|e feito|foi feito)(?: com| d\w+)?|qual o status|em que pe|em que ponto|estado d\w+|novidades? (?:d\w+|sobre)|noticias? (?:d\w+|sobre)|(?:ja )?(?:viram|receberam|chegou|leram|olharam|analisaram|decidiram|saiu|ha resposta|tem resposta|existe resposta)|sabem (?:algo|alguma)|sigo esperando|continuo (?:a espera|esperando|aguardando)|sem (?:resposta|noticias)|quando (?:sai|respondem)|onde (?:esta|anda)|e ai,?|cade) (?:[\w'-]+ ){0,5}?(?:d?[oa]s? |)(?:meu|minha|meus) (?:[\w'-]+ ){0,2}?(?:pedido|candidatura|inscricao|solicitacao|processo|certificado|papelada)|(?:meu|minha) (?:pedido|candidatura|inscricao|solicitacao|processo)(?: [\w-]+){0,4} (?:ja|saiu|foi|esta|ta|anda|chegou|ficou)
        0.85 | mandei enviei apresentei fiz pedi inscrev candidatei | (?:mandei|enviei|apresentei|fiz|pedi|entreguei|solicitei|me (?:inscrevi|candidatei)|candidatei-me|inscrevi-me)\b[^?]{0,90}(?:(?:sem|nem|nenhum\w*|ate agora) (?:\w+ )?(?:resposta|noticia\w*|novidade\w*|sinal\w*)|nao (?:me )?(?:responderam|soube|disseram|tive|recebi)|ninguem|nada|ainda|sigo|continuo|em que pe|ja (?:tem|ha|saiu)|cade)
        0.85 | resposta inscric pedido nome resultado | (?:ja )?(?:tem|ha|saiu|existe|sai) (?:\w+ )?(?:resposta|resultado|novidade)|(?:me|iam|disseram) (?:\w+ ){0,3}(?:arranjar|indicar|atribuir) (?:um )?mentor {gap}(?:ha|nunca|ate)
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.GENERAL_QUESTION,
        r"""
        0.85 | duvida pergunta saber esclarec | (?:tenho|fica|surgiu|outra|uma|me surge) (?:uma |outra |)?(?:duvida|pergunta|questao)(?! sobre (?:meu|minha|o meu|a minha))|(?:gostaria de|gostava de|queria|quero|preciso|necessito|desejava|desejo) saber (?:se (?:um|uma|o|a|os|ha|e|existe|posso|tem)|quant\w+|como (?:se|funciona)|o que (?:acontece|se)|qual|onde|quem)(?! [^?.]{0,40}(?:minha|meu))|agradecia que me esclarec\w+|me esclarec\w+ se
        0.85 | ? | (?:^|[^\w])(?:o (?:certificado|curso|mandato)|um[a]? (?:mentora?|pessoa|cabra)|os (?:mentor\w+|menores|reps?)|quant[oa]s (?:{pupils}|horas|mentor\w+|meses|vezes|pessoas|anos)|ha (?:algum|um|uma)(?:a)? (?:limite|modelo|formato|formulario|guia|manual|prazo|minimo|maximo)|existe|e obrigatori[oa]|(?:as|os) (?:atas|reunioes|regras|documentos) |tem (?:limite|prazo|idade)|precisa (?:ter|de)|(?:devo|tenho que|tenho de) (?:comunic|inform|avis|devol|report)\w+) [^?]{0,140}\?
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.DATA_REQUEST,
        r"""
        0.9 | dados informac guardad sobre tem | (?:copia|export\w*|mand\w+|envi\w+|pass\w+|solicito|acesso|aceder|acessar|baixar|extrato|remet\w+|entreg\w+|apag\w+|elimin\w+|exclu\w+|exclusao|delet\w+|remo[cv]\w+|esquec\w+|fornec\w+|disponibiliz\w+|receber|quero) (?:[\w'-]+,? ){0,7}?(?:(?:os )?meus dados|dados (?:pessoais|meus|que|q)|informacoes (?:pessoais|que|sobre mim)|tudo o? ?que (?:\w+ )?(?:tem|tenham|guardam|sabem|ha|conservam)|minhas informacoes|minha (?:ficha|conta)|meu (?:cadastro|registo|registro|historico))
        0.9 | lgpd rgpd dados | lgpd|rgpd|direito (?:ao|a|de) (?:esquecimento|acesso|apagamento)|protecao de dados
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.TAKE_BACK,
        r"""
        0.85 | esquec ignor retir anul descart caso mud desconsider | (?:esquecam|ignorem|anulem|descartem|cancelem|desconsiderem|nao facam caso|esquece) (?:d\w+ )?(?:o|a|aquela|aquele|aquilo|essa|esse|isso|meu|minha)(?: \w+){0,4} ?(?:que|de|renuncia|pedido|mail|email|mensagem|anterior|disse|historia|falei)|(?:retiro|retirar) (?:a minha (?:renuncia|demissao|candidatura)|o que (?:disse|escrevi)|meu pedido)|me arrependi|arrependi-me|mudei de (?:ideia|opiniao)|voltei atras
        """,
        question=True,
        own=True,
    ),
)
_BROAD = (
    *_T.says(
        _R,
        r"""
        0.6 | outr alguem nov maos quem | {pupils}|meus dois|minhas duas|os dois|as duas|meus tres && outr[oa]s?(?: \w+)?|alguem|nov[oa] mentora?|maos|quem && deix\w+|entreg\w+|procur\w+|precis\w+|merec\w+|pass\w+|fic\w+|arranj\w+|arrum\w+|ach\w+|encontr\w+|confi\w+|encaminh\w+ !! reuniao|aceito|lista|eu fico|troca de|a gente|outro ano
        0.6 | mentor tutor padrinh acompan guiar orient | {mentor}|{guide}|acompanh\w+ && ja nao|deixar|deixo|ultim[oa]|termin\w+|encerr\w+|adeus|desped\w+|despec\w+|retir\w+|acab\w+|renunci\w+|cans\w+|parar|largar|largando|saindo|nao dou conta|chega|passo a vez|exaust\w+ && desde|a partir|ate|fim d\w+|em diante|sempre|definitiv\w+|nunca|\d+|mes|ano|hoje|de vez !! nao (?:renuncio|deixo|saio|largo)|reuniao|mais um ano|(?:meu|minha) mentora?
        """,
        roles=MENTOR,
    ),
    *_T.says(
        _A,
        r"""
        0.6 | nov inici princip cheg comec entra calour | {new}|{pupils} && {guide}|acompanh\w+|gui\w+|orient\w+|apadrinh\w+|acolh\w+|receb\w+|pela mao|a mao|uma mao|forca|ensin\w+|mentor\w* && eu|me|mim|quero|posso|poderia|podia|cont\w+ comigo|aqui|dispost[oa]|gostaria|adoraria|queria|pront[oa]|comigo|ponho|ofereco !! ninguem me|(?:meu|minha) (?:filh|net)\w|nao tenho|meu mentora? (?:nao|nunca)|sou nov[oa] (?:aqui|no)|entrei (?:ha|faz)
        0.6 | mentor | mentor(?:a|es|as|ia)? && {wish}|comigo|dar o passo|outro lado|minha vez|me animo|me vejo|inscrev\w+|candidat\w+ !! nao|nunca|sem|outr[oa] mentora?|troc\w+|(?:meu|minha) mentora?|preciso|procuro|(?:um|uma) mentora?|ter|resposta|saber|pedido|deixar|algum mentora?
        """,
        roles=REPS,
        question=True,
    ),
    *_T.says(
        _C,
        r"""
        0.7 | curs coaching teachable prova capacit formac modulos aulas licoes trein | {course}|{named}|prova && {did}|{done} && anex\w+|certif\w*|diplom\w*|comprov\w+|\d\d|ontem|hoje|finalmente|(?:na|no) (?:segunda|terca|quarta|quinta|sexta|sabado|domingo)|semana passada|nota !! {partly}|ingles|eletricista|faculdade|carta de conducao|autoescola
        """,
    ),
    *_T.says(
        Intent.STATUS_QUESTION,
        r"""
        0.6 | pedido candidatura inscricao solicitacao papelada formulario nome | (?:meu|minha|o|a|uma) (?:pedido|candidatura|inscricao|solicitacao|formulario)|papelada|meu nome && meses|semanas?|dias|desde|ha|faz|esper\w+|mandei|enviei|ainda|chegou|receb\w+|viram|aguard\w+ && resposta|noticias?|sab\w+|novidade\w*|nada|como (?:vai|esta|anda)|ficou|onde|respond\w+|resultado|perdeu|chegou !! anex[oa]
        """,
        question=True,
    ),
    *_T.says(
        Intent.MENTEE_ACCEPTANCE,
        r"""
        0.6 | lista espera orf mentor ninguem | lista|espera|orf[ao]s?|sem mentora?|ninguem quis && eu|me|mim|comigo|[oa]|meu|minha && pego|fico|mand\w+|pass\w+|bot\w+|acolh\w+|acompanh\w+|adot\w+|prazer|gosto|feliz|cuid\w+|receb\w+ !! (?:meus|minhas) (?:dois|duas|mentorad\w+)|outr[oa] mentora?|deixo|meu nome|tir\w+|apag\w+
        """,
        roles=MENTOR,
        question=True,
    ),
    *_T.says(
        Intent.DATA_REQUEST,
        r"""
        0.7 | dados informac ficha regist cadastr guard | dados|informacoes|ficha|regist\w+|cadastro|guard\w+ && apag\w+|elimin\w+|exclu\w+|delet\w+|copia|envi\w+|mand\w+|pass\w+|solicito|pedir|quero|remov\w+ && meus?|minhas?|sobre mim|mim|me|pessoais !! certificado|curso|mentor\w*|link|reuniao
        """,
        question=True,
    ),
    *_T.says(
        Intent.DECISION,
        r"""
        0.7 | candidat pedido inscric processo caso | candidat\w+|pedido d\w+|inscricao|processo|caso d\w+ && aprovo|aprovad[oa]|de acordo|a favor|contra|em frente|rejeit\w+|recus\w+|aval|conforme|meu voto|voto|aceit[oe]\w*|indefer\w+|defer\w+|favoravel !! (?:meu|minha) (?:pedido|candidatura|inscricao)|quero ser
        """,
        roles=MEMBERS,
    ),
)


PORTUGUESE = _T.lexicon(
    (*_LEAVE_ROLE, *_PROGRESS, *_PAIRS, *_OTHERS),
    vague=_BROAD,
    negation="nao|nunca|jamais|nem|sem|num|tampouco|em vez de|longe de",
    someday=r"um dia|algum dia|no futuro|mais tarde|ano que vem|semestre que vem|anos atras|ha (?:muitos )?anos que|ano passado|outrora",
)
"""The cues of Portuguese and the words that void them."""

PORTUGUESE_TOPICS = topics(
    {
        Intent.RESIGNATION: r"renunci\w+|demiss\w+|demit\w+|deixar|deixo|largar|largo|despe[cd]\w+|sucessor\w*|substitut\w*",
        Intent.MENTOR_APPLICATION: r"(?:ser|seja|como|virar|tornar) (?:uma? )?mentora?|candidat\w+",
        Intent.COURSE_COMPLETION: r"coaching|teachable|certificad\w*|diplom\w*|curso|formacao|treinamento|modul\w*",
        Intent.MENTOR_CHANGE: r"(?:outr[oa]|nov[oa]) mentora?|(?:troc\w+|mud\w+) (?:de |d[oa] )?mentora?|(?:meu|minha) mentora? nao\b.*",
        Intent.MENTOR_REQUEST: r"(?:preciso de|procuro|sem|nao tenho) (?:uma? )?mentora?",
        Intent.MENTEE_ACCEPTANCE: r"mentees?|mentorad\w+|mentorand\w+|aprendiz\w*|lista aberta",
        Intent.RENEWAL: r"(?:outro|mais um|segundo) ano|prorrog\w+|prolong\w+|renov\w+|doze meses",
        Intent.MEETING_REPORT: r"reuniao|reunioes|encontro\w*|sessao|chamada",
        Intent.LEAVE_OF_ABSENCE: r"ferias|licenca|ausen\w+|descanso|pausa|maternidade|paternidade",
        Intent.FEEDBACK: r"\d ?(?:/|de) ?(?:5|10)|nota|avalia\w+|feedback",
        Intent.STATUS_QUESTION: r"estado d[oa] me\w+|noticias|novidades?|resposta",
        Intent.DATA_REQUEST: r"meus dados|rgpd|lgpd|dados pessoais",
    }
)
