# ruff: noqa: E501 - a row of a table stands on one line
"""What French mails say, in Europe, Africa and Quebec; texts are plain (see `sentences.plain`)."""

from mailer.rules.intents import Intent
from mailer.understand.romance import MEMBERS, MENTOR, REPS, Tongue, topics

_T = Tongue(
    {
        "je": r"je|j'|j|moi je|nous|on|jvais|jveux|chui|chu|jsuis|j'me|jme|c'est que je",
        "mentor": r"mentor(?:e|s|es|at|ats|ing|er|sh?ip)?|tuteur|tutrice|tutorat|parrainage|parrain|marraine|accompagnateur|accompagnatrice|coach(?! training)",
        "office": r"role|roles|poste|postes|fonctions?|charge|taches?|travail|qualite|responsabilites?|equipe|liste|activites?|place|mission|casquette|statut|mandat|etiquette|corps|fiche|rang|rangs|pool|aventure|tablier|engagement|board|roster",
        "of": r"(?:(?:a|au|aux|de|du|des|d'etre|detre|d'|en|tant que|que|qualite de|comme|mon|ma|mes|le|la|les|l'|etre|un|une|votre|vos|cette|ce|mon role|actif|active|reps?|mozilla|dans|pour|avec|{office}|officiel(?:le)?|programme|definitive?(?:ment)?|plus|ici|hui) ?){0,8}",
        "pupils": r"mentees?|mentore?[es]s|filleule?s?|protegee?s?|pupilles?|apprentis?|eleves?|petits? (?:jeunes?|gars|nouveaux)|petite?s?|jeunes?(?: gens)?|gamins?|lascars|ptits?|p'tits?|p'tite|juniors?|disciples?|poulains?|agents",
        "new": r"nouveaux?|nouvelles? (?:recrues?|tetes|benevoles|personnes)|nouve(?:lles|aux) (?:venus?|arrivants?|benevoles|membres)|arrivants?|debutante?s?|novices?|newbies?|newcomers?|recrues?|benevoles? (?:debutants|captifs)|ceux qui (?:arrivent|debutent|commencent)|petits nouveaux|juniors?|bleus|jeunes gens|qui (?:arrivent|debutent|galerent|rament|debarquent)|gens a guider|monde a coacher",
        "guide": r"guider|encadrer|accompagner|aider|soutenir|former|coacher|mentorer|parrainer|epauler|conseiller|accueillir|recevoir|orienter|suivre|onboarder|tendre la main|prendre sous mon aile|prendre|gerer|etre (?:leur|le|son) (?:grand frere|guide|vieux|parrain|coach)|m'occuper d\w+|chaperonner|transmettre|avoir",
        "give": r"(?:donne[zr]|confie[zr]|envoye[zr]|balance[zr]|file[zr]|passe[zr]|trouve[zr]|attribue[zr]|refile[zr]|mette[zr]|amene[zr])(?:-moi|-nous)?|(?:me|m'en) (?:confier|donner|attribuer|envoyer)|s'en faire confier|je peux prendre",
        "wish": r"(?:je|j'|j) ?(?:voudrais|veux|souhaite(?:rais)?|desire(?:rais)?|aimerais|adorerais|aurais (?:plaisir|envie)|ai (?:\w+ )?(?:envie|hate|le desir|l'intention|l'honneur)|me (?:porte|propose|verrais|sens|tiens|lance|presente|declare|mets|verrai)|suis (?:\w+ )?(?:interessee?|partante?|motivee?|prete?|disposee?|dispo\w*|candidate?|chaude?|ouverte?|open|tentee?|volontaire|emballee?)|serais (?:\w+ )?(?:interessee?|partante?|ravie?|prete?|heureu\w+|honoree?|disposee?|tentee?)|postule|candidate|sollicite|propose|offre|peux|pourrais|viens|reste a|compte|pose|depose|demande a|brigue|veux bien|tiens)|(?:mon|ma|l') ?(?:souhait|desir|envie|candidature|interet|ambition|reve|inscription|expression)|ce serait (?:un|une) (?:honneur|plaisir|joie)|ca m'(?:interesse\w*|interresse|irait|plairait|tente\w*|botte)|il me plairait de|candidater|next step pour moi|maintenant moi",
        "stop": r"(?:je|j'|j|on|ici que je|nous) ?(?:vous )?(?:quitte|arrete|cesse|abandonne|lache|laisse|stoppe|demissionne|renonce|rends|depose|raccroche|quitterai|arreterai|cesserai|lacherai|abandonnerai|demissionnerai|clos|termine|acheve|suspends definitivement|transmets|passe|mets (?:fin|un terme|un point final)|mettrai (?:fin|un terme)|prends conge|me (?:retire|retirerai|desengage|demets|desiste)|tire un trait sur|remets|donne|presente|souhaite mettre (?:fin|un terme)|vide)|(?:quitter|arreter|cesser|abandonner|lacher|laisser|stopper|demissionner|renoncer|rendre|deposer|raccrocher|mettre (?:fin|un terme)|me (?:retirer|desengager|demettre)|presenter ma demission|donner ma demission|remettre ma demission|prendre conge)|(?:ma|de ma) (?:demission|cessation|demission immediate)",
        "paper": r"certificat|certif|attestation|diplome|brevet|papier|preuve|pdf|badge|document",
        "show": r"ci-?jointe?s?|joint|jointe|jointes|joins|joindre|attache|en pj|piece jointe|en p\.?j|voici|voila|trouverez|envoie|transmets|est la|la dessous|en bas|sous ce pli|dans ma poche|recu|recupere|obtenu|decroche|pris|delivrer|est sorti|lien",
        "did": r"(?:ai|vient de|viens de|avons|g|a) ?(?:\w+ )?(?:termine|fini|acheve|complete|reussi|suivi|boucle|passe|valide|cloture|avale|gbra|mis a terre|terminer|finir|achever|completer|boucler|valider|cloturer|passer|reussir|plie|conclu|tout fait|fait|obtenu|decroche|pris)",
        "done": r"terminee?s?|finie?s?|achevee?s?|completee?s?|reussie?s?|bouclee?s?|passee?s?|valide\w*|cloturee?s?|pliee?|done|faite?s?|derriere moi|dans le sac|dans la poche|ok|c'est fait|100 ?%|en poche",
        "named": r"coaching|teachable",
        "partly": r"moitie|premiere?s?|deuxieme|seconde?|partie|presque|module|chapitre|lecon|inscription|autre|pas|jamais|demi|tiers|quart|mais|sauf|qui",
        "course": r"(?<!votre )(?:formation(?! (?:de|d'|en|au|aux|continue) ?(?!coaching|mentor|teachable|votre|chez))|cours(?! (?:de|d'|en) ?(?!coaching|mentor|votre))|training|parcours(?! (?:de|d'))|modules|lecons|chapitres|quiz|ecole en ligne|ecole electronique|examen)",
        "pass": r"transmet\w*|fa[iu]\w+ (?:passer|suivre|tourner|savoir|circuler|part)|dites|dire|diffus\w+|inform\w+|prevenez|prevenir|avert\w+|communiqu\w+|relay\w+|partag\w+|forward\w*|envoy\w+|port\w+ a (?:la )?connaissance|annonc\w+|rappel\w+|avis\w+|adress\w+|notifi\w+|repercut\w+|mett\w+ au courant|publi\w+|soient saisis|sachent",
        "years": r"(?:une?|deux|autre|encore|seconde|deuxieme|nouvelle|douze|12|la meme) (?:autre |nouvelle )?(?:annee|an|ans|annuite|saison|tour|cycle|mois)(?: de plus| supplementaire| encore)?|une annee (?:de plus|supplementaire)|un an de plus|douze mois|12 mois|encore un an|nouveau (?:tour|cycle|bail)",
        "meet": r"(?<!ne )(?:on s'est|nous nous sommes|on a|je me suis|s'est|nous sommes) (?!pas|jamais)(?:\w+ )?(?:vus?|vues?|rencontre\w*|reunis?|retrouve\w*|parle|cause|pris un cafe|fait (?:le|notre|un)|eu (?:notre|une|un)|bosse|discute|tenu)|(?:j'ai|nous avons|on a|avons) (?:\w+ )?(?:rencontre|vu|retrouve|eu|fait|tenu|organise|passe|discute|echange)(?: [\w']+){0,4}?|vu (?:la|le|ma|mon|avec)|a eu lieu|s'est (?:tenue?|deroulee?)|debrief du|compte rendu d\w+|point (?:de|avec)",
        "grade": r"(?:je (?:lui )?(?:donne|mets|mettrais|donnerais)|mettons|note:?|je lui colle)(?: (?:un|une|la note de|lui|bien))* (?:\d\d?|cinq|quatre|neuf|huit|dix|sept|six|trois|vingt)(?! ans)|(?:\d\d?|cinq|quatre|trois|neuf|huit|dix|sept|six|seize)(?:[.,]\d)? (?:sur|/) ?(?:5|10|20|cinq|dix|vingt)(?! au| a l)|\d ?/ ?(?:5|10)|\d etoiles|(?:mon|une) evaluation (?:de|sur)|feedback (?:sur|pour|de)|mon ressenti|mon avis sur|sur dix je donne",
        "putoff": r"oubliez|quand|lorsque|des que|une fois que|avant de|apres avoir|jusqu'a ce que|si (?:je|j'|un jour|personne|jamais|tu|rien|on ne)|s'il (?:ne|n')|peut-etre|envisage|je reflechis|reflechis|failli|presque|reve|encore (?:pas|rendu|au)|pas encore|toujours (?:pas|\d)|au cas ou|il parait|parait que|normalement|juste demarre|reste dans|sagement",
        "told": r"(?:me |m'a |lui |leur |nous a |il |elle |on |a )(?:dit|disait|disent|raconte|ecrit|demande que|pretend|conseille|annonce)(?: que)?|disait|dit que|(?:il|elle|ils|qui) (?:\w+ )?(?:veut|voudrait|souhaite|desire|va)|(?:mon|ma|un|une|son|sa) (?:ami|amie|collegue|copine?|frere|soeur|s[oœ]ur\w*|fils|fille|cousine?|voisine?|chef|mentore?|femme|mari|mere|pere|oncle|tante|belle-\w+|neveu|niece|pote|meuf|blonde|patron|boss|filleule?|mien cousin)|selon|d'apres|le petit \w+|le gros \w+|monsieur \w+",
    },
    "que si quand lorsque autre mon ma son sa ne pas jamais ni sans mais veut dit mentor changer changement qui",
)
_R = Intent.RESIGNATION
_FORGOOD = r"succed\w+|successeur|successrice|remplac\w+|releve|ma place|definitiv\w+|pour de bon|pour toujours|jamais plus|(?:reste|demeure|resterai|continue) (?:\w+ )?(?:rep|comme|en tant|simple|des votres|dans|a la|present|benevole|membre)|autre (?:mentor|accompagnateur)|{mentor}|{pupils}|{new}"
_LEAVE_ROLE = (
    *_T.says(
        _R,
        r"""
        0.95 | mentor parrain tuteur tutrice tutorat accompagn marraine | {stop} ?{of}{mentor}
        0.95 | mentor | ma demission (?:\w+ ){0,3}?{of}{mentor}
        0.9 | mentor parrain | (?:le |mon |ce )?(?:{mentor}) et moi,? (?:on|nous) (?:se|nous) (?:quitte|quittons|separ\w+)|(?:le|mon) (?:{mentor}),? (?:c'est|ce sera) (?:fini|termine|stop|ciao)
        0.9 | mentor | (?:mon|ma|cette) (?:role|temps|aventure|parcours|mission|engagement|mandat|periode|vie|carriere|fonctions?) (?:de|comme|en tant que|d') ?{of}{mentor}(?: \w+){0,3} (?:se termine|prend fin|s'acheve|s'arrete|est (?:fini|termine|acheve)\w*|touche a sa fin)
        0.9 | mentor | mon dernier (?:jour|mois)(?: \w+)? (?:comme|en tant que|de) {of}{mentor}
        0.85 | mentor | (?:mon |ma )(?:profil|fiche)(?: de)? (?:mentor|parrain)\w* peut (?:etre|aller)(?: \w+)?
        """,
        roles=(*MENTOR, *REPS[1:]),
    ),
    *_T.says(
        _R,
        r"""
        0.95 | mentor parrain tuteur | (?:ne |n'|j'|je |suis |serai )?(?:(?:peux|veux|souhaite|pourrai|serai|suis|compte|vais|saurais|ai|aurai|suis|serais|desire|continue\w*|continuerai|sens|fais|ferai|reprendrai) )(?:plus|pus)(?: [\w']+){0,5}? ?{mentor}
        0.9 | mentor | mentore? (?:c'est|jamais) (?:fini|plus|termine|ciao)|plus (?:jamais )?(?:etre )?mentore?
        0.85 | plus pus | (?:ne |n')?(?:peux|veux|souhaite|pourrai|saurais|vais|puis|prendrai|reprends|suivrai|accompagnerai|guiderai|prends) (?:plus|pus)(?: [\w']+){0,4}? ?(?:{guide}|{pupils}|{new}|asseoir avec|personne|joindre|d'autres)
        0.85 | personne plus aucun | (?:ne (?:plus |pas )?(?:me |m'))(?:confier|envoyer|attribuer|adresser|donner)(?: \w+)* ?(?:personne|aucun\w*|nouveaux?|plus)?|ne m'(?:envoyez|attribuez|adressez) plus|ne me (?:confiez|donnez) plus|(?:je |j')?(?:ne |n')?(?:reprends|prendrai|prends|reprendrai|reprend|en prendrai)(?: \w+){0,2} (?:personne|d'autres|pus)|aucun [\w ]{0,20}ne doit plus m'etre (?:adresse|confie)
        0.7 | moi | ne comptez plus sur moi(?! avant)|(?:ne )?faut plus compter sur moi
        """,
        roles=(*MENTOR, *REPS[1:]),
        own=True,
        beside=_FORGOOD,
    ),
    *_T.says(
        _R,
        r"""
        0.85 | retir enlev ray sort supprim desactiv vire | (?:retire[zr]|enleve[zr]|raye[zr]|sorte[zr]|sortir|sortez|supprime[zr]|ote[zr]|efface[zr]|desactive[zr]|vire[zr]|desinscri\w+)(?:-moi| mon nom| ma fiche| mon profil|-le| moi)(?: (?:de|du|des|d'|la|le|les|vos?|votre|l'|en tant que|comme))* ?(?:{mentor}|liste|pool|page|annuaire|ca|registre|role|groupe)
        0.75 | filleul mentee jeune petit proteg lascar eleve pupil deux trois | (?:donne[zr]|confie[zr]?|passe[zr]?|remet\w*|laisse[zr]?|cede[zr]?|transfere[zr]?|attribue[zr]?|refile[zr]?|place[zr]|que l'on confie\w*) (?:[\w'-]+ ){0,3}?(?:{pupils})(?: [\w']+){0,3}? (?:a|entre|aupres)|(?:mes|les|ces|mon)(?: \w+)? (?:{pupils})(?: [\w']+){0,5}? (?:ont besoin|auront besoin|besoin d'un|passeront|passent|meritent|iront|vont (?:avoir besoin|chez|aller)|seront (?:mieux|confies|repris))|(?:pour|de) mes (?:\w+ )?(?:{pupils}) (?:une main|quelqu'un|qqn)|qui veut mes \w+
        0.75 | qqn quelqu'un autre nouveau main | (?:trouve[zr]|cherche[zr]|designe[zr]|nomme[zr]|donne[zr])(?:-| )?(?:lui|leur|pour)? ?(?:[\w']+ ){0,4}?(?:qqn|quelqu'un|un autre|une autre|un nouveau|une nouvelle|une main)|besoin d'un (?:autre|nouveau) (?:accompagnateur|mentor|parrain|point de contact|guide)|vont avoir besoin d'un autre
        0.8 | succed success remplac releve place monter reprendre | (?:propose|recommande|suggere|verrais|designe|vous|pour|comme|est|indique|nomme|mon|d'accord|chaude?|partante?|prete?) (?:[\w'-]+ ){0,5}?(?:(?:me |m')?(?:succeder|remplacer)|remplacante?|successeur|successrice|prendre (?:la releve|ma place|ma suite|la suite)|reprendre(?! contact)|a ma place|monter)|ferait merveille|est (?:briefee?|d'accord|prevenue?|au courant|partante?)
        0.7 | tablier reveren flambeau main relais raccroch eponge descen termine lache ciao table bout fini place lampe gant rideau decroche depose fatigu pari cour | (?:rends|rendre) (?:mon|le) tablier|(?:tire|tirer) ma reverence|pass(?:e|er|erai) (?:le flambeau|la main|le relais|le temoin|mon tour)|je raccroche|raccrocher(?: les gants)?|(?:jette|jeter|rends|deposer) l'eponge|je descends (?:du|de)|(?:quitter|quitte) la (?:table|scene|barque)|(?:arrive|suis) au bout|c'est (?:ciao|fini|termine|la fin|decide|mon dernier|plus pour moi|pas pour moi)|je laisse (?:la|ma) place|rends la \w+|(?:le )?rideau|baisse le rideau|je (?:la|le) depose|je decroche|no comeback|(?:l'heure|le temps|le moment) (?:est venue?|de) (?:de )?(?:passer|partir|ceder|laisser)|je m'en vais|page se tourne|tourne la page|cede ma place|fin de (?:l'aventure|parcours|partie)|je (?:reviens|reviendrai) pas|je m'arrete la|je suis au bout du rouleau
        0.6 | reste demeure conserve resterai present | (?:je |j')?(?:reste|resterai|demeure|conserve|continue|serai)(?: [\w',]+){0,3} (?:rep|benevole|membre|des votres|dans gang|a la buvette|volontaire|present|simple|au premier rang|votre)|rep par contre
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
        0.95 | mentor parrain tuteur | {wish} (?:(?!que |pas |mon |autre |chang|d'un mentor|avoir |sans |contre |trouver )[\w'-]+,? ){0,6}?(?:devenir|etre|comme|en tant que|passer|role de|poste de|corps des|fonctions? de|liste des|qualite de|rejoindre les|rangs des|equipe des|aux fonctions de|pour|au poste de|m'engager comme|a titre de)(?: (?:une?|le|la|les|des|bon|rep|futur|de|d'))* ?(?:{mentor})
        0.9 | mentor | (?:inscri\w+|ajoute\w*|compte\w*|mette[zr]|note[zr]|prene[zr]|considere[zr]|enregistre[zr]|place[zr])(?:-moi)? (?:(?:moi|comme|parmi|dans|sur|pour|en|tant|que|la|les|liste|des|vos|futurs|avec|au|nombre|une?|etre|devenir|mon|nom) )+(?:{mentor})
        0.9 | candidat postul inscription mentor | (?:je (?:me porte candidate?|me propose|pose ma candidature|depose ma candidature|postule|candidate|presente ma candidature|soumets ma candidature)|(?:voici|ci-joint|reitere l'expression de) ma candidature|solliciter [\w ,]{0,30}(?:admission|inscription)) [^.;!?]{0,40}?(?:mentor\w*|{guide} (?:[\w'-]+ ){0,3}(?:{new}|{pupils}))
        0.85 | mentor | (?:puis-je|je peux|pourrais-je|comment (?:je (?:peux|fais)|faire|puis-je|on fait)|que (?:dois-je|faut-il)(?: \w+){0,2}|quelles sont les (?:etapes|conditions))(?: \w+){0,2} (?:pour )?(?:devenir|etre|postuler comme|passer)(?: une?)? mentore?
        """,
        roles=REPS,
        question=True,
    ),
    *_T.says(
        _A,
        r"""
        0.8 | nouve arriv debut novice newb newc recrue junior bleus jeun petit benevole | (?:{wish}|veux bien|bah me v'la|me v'la|je me suis dit que|je peux en|confiez-moi|trouvez-moi|besoin de moi|ma main|la mienne)[^.;?!]{0,60}?(?:{guide}|grand frere|public captif|gerer|mentor\w*|aile|onboarder)[^.;?!]{0,30}?(?:{new}|{pupils}|quelqu'un)|(?:{new})[^.;?!]{0,60}?(?:veux bien|je peux en (?:onboarder|prendre|guider|suivre|accompagner)|me v'la)
        0.8 | donne confie envoy balance file passe trouve attribu | {give}(?: (?:une?|deux|des|les|du|un ou deux|petit|mes|mon|quelques|moi|en|trois|bien|donc|vos|ces))* (?:{new}|{pupils}|petit jeune|monde)
        0.75 | prendre petit junior aile guider | (?:je (?:veux|peux|voudrais|pourrais|souhaite)|pour moi :|sollicite l'honneur d')(?: [\w',]+){0,3}? (?:prendre|gerer|guider|encadrer|accompagner|suivre|avoir)(?: [\w']+){0,4}? (?:{pupils}|{new}|quelqu'un(?: a guider)?|mes petits)
        0.7 | manque encadr nouveau nouve main | (?:il )?(?:manque|faut|cherche\w*|attend\w*|si vous (?:avez|cherchez)|si ya|s'il manque)[^.;!?]{0,60}(?:{new}|encadrer|tende la main|parrain\w*|mentor\w*)[^.;!?]{0,80}(?:moi|me v'la|je|j'|mienne)
        0.7 | rendre transmettre | (?:rendre|transmettre|redonner) (?:a mon tour|ce qu\w+|un peu de ce|ce que)
        """,
        roles=REPS,
        question=True,
        beside=r"certif\w*|attestation|diplome|mentor|liste|formation|dispo\w*|libres?\b|prete?\b|experience|pratique",
    ),
    *_T.says(
        _C,
        r"""
        0.95 | coaching teachable | (?:{did}) (?:(?!{partly})[\w'-]+,? ){0,7}?(?:d')?(?:{named})
        0.95 | coaching teachable | (?:{named})(?: (?:de|en|chez|training|course|teachable|est|:|c'est|bien|enfin|deja|hier))*[:,]? (?:{done})
        0.9 | coaching teachable | (?:{done}) (?:la |le |ma |toute la )?(?:formation|cours|training|parcours) (?:de |en |du )?(?:{named})
        0.75 | formation cours training parcours module lecon chapitre quiz examen ecole | (?:{did}) (?:(?!{partly})[\w'%/-]+,? ){0,4}?(?:{course})
        0.75 | formation cours training parcours module lecon chapitre quiz examen | (?:{course})(?: (?:est|c'est|sont|bien|tous|toutes|enfin|de votre \w+|en ligne|final|de votre ecole en ligne))* (?:{done})
        0.8 | dernier derniere module lecon examen | (?:dernier|derniere|cinq derniers)(?:s)? (?:module|lecon|chapitres?|examen|quiz|video)[^.!?]{0,30}(?:{done}|avale|donne|fini|boucle|valide|passe)|(?:avale|fini|boucle|termine|valide|passe) (?:le|la|les)(?: \w+)? ?dernier\w* (?:\w+)|tou(?:te|)s les (?:lecons|modules|chapitres)(?! (?:restent|sauf))
        0.75 | / 100 cent lecons modules | (\d+) ?/ ?\1(?!\d)|(\w+) lecons sur \2(?!\w)|(?:les|mes) (?:douze|12|quatorze|14|\d+) (?:lecons|modules|chapitres)|cent pour cent
        0.85 | certif attestation diplome brevet papier preuve pdf document | (?:certificat|certif|attestation|diplome|brevet|papier|preuve|ptit pdf|pdf|badge)(?: [\w'-]+){0,6}?,?:? ?(?:\(?ci-?joint\w*|attachee?|jointe?|en pj|en piece jointe|est la|la dessous|en bas|sous ce pli|dans ma poche|recupere|est sorti|la en bas)|(?:ci-?joint\w*|joins|joint|trouverez|voici|attache|envoie|transmets|delivrer)(?: [\w'-]+){0,5}? ?(?:certificat|certif|attestation|diplome|brevet|preuve)
        """,
        beside=r"certif\w*|attestation|diplome|brevet|papier|\bpdf\b|\bpj\b|coaching|teachable",
        question=True,
    ),
)
_PAIRS = (
    *_T.says(
        Intent.MENTOR_CHANGE,
        r"""
        0.9 | mentor parrain tuteur encadreur | (?:chang(?:er|ement)|autre|remplac\w+|nouvelle?)(?: \w+)? (?:de |mon |ma )*(?:mentore?|parrain|marraine|tuteur|tutrice|encadreur)(?! (?:au|dans))
        0.85 | mentor parrain tuteur encadreur | (?:mon|ma) (?:mentore?|parrain|marraine|tuteur|tutrice|encadreur)(?: [\w',]+){0,9}? (?:(?:ne )?(?:me )?(?:repond|donne|ecrit|lit) (?:pas|plus|jamais|rien)|laisse en vue?|disparu\w*|jamais|injoignable|inacti\w+|absente?|silencieu\w+|silence|fantome|n'a pas le temps|marche pas|aucune nouvelle|aux abonnes absents|ghost\w*|evapore|mort\w*)
        0.8 | quelqu'un qqn autre jumeler | (?:trouve[zr]-?moi|pourrais-je avoir|y'?aurait moyen d'avoir|cherche[zr]-moi|possible avec|je prefererais|jumeler avec|est-il possible d'avoir|me (?:trouver|mettre avec|confier a|jumeler)|moyen d'avoir|je voudrais)(?: \w+)? (?:quelqu'un (?:qui|d'autre|de plus)|qqn (?:de|d'autre)|une? autre(?! (?:question|chose|date))|un gars|une fille)|ca (?:ne )?(?:marche|colle|matche|passe) pas (?:entre|avec)
        """,
        roles=REPS,
        question=True,
        own=True,
    ),
    *_T.says(
        Intent.MENTOR_REQUEST,
        r"""
        0.9 | mentor parrain tuteur vieux | (?:besoin d'|cherche |voudrais |aimerais |souhaite |souhaiterais |demander |sollicite |trouve[zr]-moi |donne[zr]-moi |attribue[zr]-moi |assigne[zr]-moi |avoir |m'attribuer |me donner |me trouver |m'assigner |obtenir |pouvez-vous m'attribuer |attribution d'|il me faut |me faut |faut me donner )(?:(?:avoir|qu'on|m'attribue|me|l'attribution|d'|bien|de) ?)*(?:un |une )(?:mentore?|parrain|marraine|tuteur|tutrice|autre vieux|vieux)(?! (?:different|autre))
        0.9 | mentor parrain tuteur | (?:(?:pas|toujours pas|jamais) (?:encore |eu )?(?:de |d')|sans |aucun |sans aucun )(?:mentore?|parrain|marraine|tuteur|tutrice)
        0.8 | veiller personne quelqu'un seul qqn aussi | personne (?:ne )?(?:me|m') ?(?:guide|accompagne|aide|encadre|suit|explique|epaule|parraine)|(?:j'ai|qui a|jsuis|je suis)(?: \w+){0,6} personne (?:pour|au dessus|qui)|(?:besoin de|cherche|donnez-moi|trouvez-moi|voudrais|aimerais|attribuez-moi) (?:quelqu'un|qqn) (?:qui|pour) (?:me|m')|(?:laisse|reste|je suis|suis) (?:tout )?seule?(?: \w+){0,3} (?:comme ca|dans|depuis)|veiller sur moi|vous m'avez (?:zappe|oublie)|vs m'avez (?:zappe|oublie)|faut me (?:trouver|donner) (?:un|quelqu'un)|orphelin\w*
        """,
        roles=REPS,
        question=True,
        own=True,
    ),
    *_T.says(
        Intent.MENTEE_ACCEPTANCE,
        r"""
        0.9 | donne vienne embarq liste prend charge envoy confi accueill accept adopt aile parrain | je (?:le|la|les) (?:prends|prendrais|prendrai|veux|accueille\w*|adopte|parraine|suivrai|recupere)(?: \w+)?|je l'(?:adopte|accueille|accompagne|embarque)|qu'(?:il|elle) vienne chez moi|envoye[zr]-(?:le|la|les)-moi|confie[zr]-(?:le|la|les)-moi|donne[zr]-(?:le|la|les)-moi|(?:je (?:veux bien|peux|pourrais|souhaite|serais \w+ de|suis \w+ a)|volontiers|me propose de|d'accord pour|accepte de|avec plaisir,? je|disponible pour|j'accepte de)(?: \w+){0,2} (?:prendre en charge|prendre|accueillir|accompagner|adopter|parrainer|suivre|mentorer|encadrer|recevoir)(?! conge| la parole| un cafe| des vacances)|prendre (?:\w+ )?sous mon aile|(?:je )?(?:me charge|m'occupe|m'occuperai|me chargerai) (?:de|d')
        0.85 | creneau place | (?:j'ai|il me reste|me laisse|je dispose d'|il y a|me reste) ?(?:\w+ )?(?:un creneau|une place|de la place|une disponibilite|un slot)(?: \w+){0,3}
        0.85 | mentor accept adopt veux propose | (?:j'accepte|je veux bien|je me propose|je souhaite|je peux|j'aimerais|volontaire pour) (?:[\w'-]+ ){0,3}?(?:etre (?:le|la|son|sa) mentore?|mentorer|(?:quelqu'un|n'importe qui|un|une|deux|celui|celle|un jeune) (?:de|sur|qui est sur) (?:la|votre) liste)
        """,
        roles=MENTOR,
        question=True,
    ),
    *_T.says(
        Intent.RENEWAL,
        r"""
        0.9 | continu poursui renouv reconduir prolong repart rempil refai rembarq repren encore signe reste lache | (?:continu\w+|poursuivre|poursuivons|renouvel\w+|reconduir\w*|reconduis\w*|prolong\w+|repart\w*|rempil\w+|refaire|rembarqu\w+|repren\w+|on reste|resigne\w*|signe|c'est reparti|veut|souhait\w+|voulons)[^.;]{0,60}?(?:{years})
        0.85 | annee an mois | (?:encore|pour) (?:une annee|un an|douze mois|12 mois)(?: de plus| supplementaire)? (?:avec|ensemble|de mentorat)
        0.85 | relation mentorat duo binome lien accompagnement collaboration tandem | (?:prolong\w+|renouvel\w+|reconduir\w*|poursuiv\w+|mettre fin a|mettons fin a|termin\w+|clore|clotur\w+|arret\w+|dissou\w+) (?:[\w'-]+ ){0,3}?(?:notre|nos) (?:relation|mentorat|duo|binome|lien|accompagnement|collaboration|tandem|parrainage)
        0.8 | an annee | (?:cela fait|ca fait|voila|apres|au bout d'|fete|boucle|notre|l') ?(?:bientot )?(?:un an|une annee|annee) [^.]{0,80}(?:continu\w+|poursui\w+|renouvel\w+|arret\w+|separ\w+|repart\w+|chacun)
        0.8 | chemin chacun repart lache tour separ | chacune? (?:de son cote|son chemin|sa route|poursuit)|on (?:ne )?repart pas|(?:ne )?(?:renouvel\w+|continu\w+|repart\w+) pas|on se lache pas
        """,
        roles=MEMBERS,
        own=True,
        question=True,
        free=True,
    ),
    *_T.says(
        Intent.MEETING_REPORT,
        r"""
        0.85 | vu vus rencontr reuni parle cause tenu seance retrouv eu lieu debrief point discut entretien | (?:{meet})(?: [\w'-]+){0,4}? (?:avec|mon|ma|le jeune|la petite|le petit|moi) [^.]{0,60}|(?:avec|et moi|et moi avons)[\w' ]{0,30}(?:{meet}|tenu seance|fait le point)
        0.85 | heure minute objectifs 1h min seance projet | (?:{meet})[^.]{0,90}(?:heures?|minutes|min\b|1h|2h|objectifs|projets?|plan)|(?:seance|rencontre|reunion|entretien) (?:d'une heure|de \w+ heures?|annuelle|de mentorat)[^.]{0,60}
        0.85 | rencontre reunion seance entretien point | (?:hier|aujourd'hui|ce matin|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: \d+)?|debrief d\w+|compte rendu d\w+)(?: \w+){0,3} (?:la|notre|une|le|l'|ma) ?(?:rencontre|reunion|seance|entretien|point)(?: \w+){0,3} (?:avec|annuel\w*|mensuel\w*|de mentorat)
        """,
        roles=MEMBERS,
        free=True,
        but=r"allons|vais|sera|aurons|on va|prochaine?|demain|annul\w+|je cale|rendez-vous demain|se verra",
        question=True,
    ),
    *_T.says(
        Intent.FEEDBACK,
        r"""
        0.85 | sur / donne mets note etoile evalu feedback ressenti avis mettons | {grade}
        0.75 | mentor filleul mentee parrain proteg | (?:mon|ma|comme|le|la) (?:{mentor}|mentee|filleule?|protegee?)(?: \w+)?,? (?:c'est (?:du|un|une|quelqu'un)|est (?:un|une|tres|super|vraiment|toujours|quelqu'un|excellent\w*|formidable|genial\w*)|a toujours|ne m'a jamais)
        0.7 | ponctuel retard drole fiable bosse perfection aimab solid serieu pench juste machine toujours excus ecoute progres retard appris | (?:jamais en retard|super fiable|une machine|bosse bien|du solide|vole de ses propres ailes|(?:est|toujours) (?:\w+ ){0,2}(?:ponctuel\w*|fiable|serieu\w+|motivee?|creati\w+|patiente?|genereu\w+|organisee?|attenti\w+|brillante?|a l'ecoute|disponible|autonome)|(?:trop|un peu|juste un peu) (?:perfectionniste|tendre|timide|presse\w*|bavarde?)|(?:seul|petit) (?:bemol|defaut|reproche)|points? (?:forts?|faibles?)|j'ai (?:beaucoup|enormement) appris|y'a juste qu|il est toujours la|elle est toujours la|devrait|faudra soigner)
        """,
        roles=MEMBERS,
        beside=r"mentor|mentee|filleul|parrain|protege",
        free=True,
        question=True,
    ),
)
_OTHERS = (
    *_T.says(
        Intent.LEAVE_OF_ABSENCE,
        r"""
        0.85 | absen conge vacance arret maladie pause deconnect indispon voyage hospital oper sabbati matern patern | (?:je|j'|j|jserai|serai|suis|pars|prends)(?: ?(?:[\w']+ ){0,3}?)?(?:serai|suis|pars|prends|prendrai|pose|poserai|sollicite|demande|souhaite|m'absente\w*|dois|vais|me mets|mettrai|fais)(?: [\w']+){0,3}? ?(?:absente?|en conges?|conges?|en vacances|vacances|en arret|une pause|en pause|deconnectee?|indisponible|en voyage|hospitalisee?|operee?|en deplacement|sabbatique|conge (?:maternite|paternite|parental)|hors ligne|off|injoignable|a l'etranger|sans (?:reseau|internet|connexion))|je m'absente\w*|(?:on|ils) m'opere|conge (?:maternite|paternite|parental|de maternite|de paternite|sabbatique)|absente? (?:du|jusqu|pendant|de|a partir|tout)
        0.8 | reviens retour reprends reviendrai | (?:du|de|depuis|jusqu\w*|entre|a partir)[^.]{0,80}(?:reviens|de retour|je reprends|je reviendrai|je serai de retour|au retour)|(?:je reviens|de retour|je reprends|je reviendrai|je rentre) (?:le|en|au|dans|vers|debut|fin|mi)
        0.8 | avant comptez | ne comptez pas sur moi avant
        0.75 | jusqu du entre | (?:je (?:ne )?(?:pourrai|serai|peux|serai) (?:pas|plus)|je pars|pas de reseau|sans reseau|injoignable|indisponible|je disparais)[^.]{0,80}(?:jusqu\w*|du \d+|entre|pendant)|(?:jusqu\w*|du \d+)[^.]{0,60}(?:je (?:ne )?(?:serai|pourrai|suis|peux) (?:pas|plus)|indisponible|absente?)
        """,
        own=True,
        question=True,
    ),
    *_T.says(
        Intent.ANNOUNCEMENT,
        r"""
        0.9 | mentor | (?:{pass})[^.]{0,90}?(?<!\w)(?:a |aux |les |de |que )?(?:tous |toutes |l'ensemble |chacune? |nos |les |des |la liste |groupe )+(?:de |des |les |nos )*mentore?s
        0.9 | mentor | (?:avis|annonce|communique|message|rappel|pour|note|info|circulaire|attention)(?: \w+)? (?:a |aux |pour )?(?:tous |toutes |les |nos |des )*mentore?s(?: \w+)? ?:
        """,
        roles=MEMBERS,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.DECISION,
        r"""
        0.9 | approuv rejet refus accept accord admis vote go dossier embarque avis valide favorable | (?:^|[.:;,] ?)(?:pour ma part,? |de mon cote,? )?(?:approuvee?|rejetee?|refusee?|acceptee?|admise?|j'approuve|je (?:rejette|refuse|valide|vote (?:pour|contre|oui|non))|j'accepte (?:la candidature|le dossier))|mon vote (?:est|va)|(?:je )?vote (?:pour|contre|oui|non)|avis (?:favorable|defavorable)|(?:le )?conseil (?:marque|donne) son accord|(?:la |le )?(?:candidature|dossier|demande) (?:de |d'|du )?[\w .']{2,40}?(?:est|sont) (?:approuvee?|rejetee?|acceptee?|refusee?|validee?)|(?:no )?go pour|c'est (?:no go|oui|non) (?:pour|de mon)|pour [\w' ]{2,25}, (?:c'est (?:oui|non|bon|ok|no)|moi (?:chu|je suis)|on l'embarque)|(?:le dossier|celui) (?:a|de) [\w .]{2,25}, (?:on laisse|non|oui|c'est)|est (?:rejete|accepte)e?(?=[,.])
        """,
        roles=MEMBERS,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.STATUS_QUESTION,
        r"""
        0.9 | candidature demande dossier inscription mentor attestation | (?:ou en est|ou en sont|ou en etes|qu'en est-il|des (?:news|nouvelles)|avez-vous (?:recu|vu|lu|pu|regarde|statue|traite)|(?:une |la )?reponse|suite (?:donnee|reservee)|j'attends|toujours (?:pas|rien|en attente)|sans (?:reponse|nouvelles?|echo)|statut|etat|quid|quand|m'enquerir|histoire|rendue|vit encore|aux nouvelles|avancement|avance) (?:[\w'-]+ ){0,6}?(?:ma|mon|de ma|de mon|du mentor) ?(?:[\w'-]+ ){0,2}?(?:candidature|demande|dossier|inscription|attestation|mentor qu'on|certificat)?
        0.85 | candidature demande dossier inscription | (?:ma|mon) (?:candidature|demande|dossier|inscription)[^.]{0,50}(?:est-elle|est-il|vit|rendue|en est|avance|dort|recue?|traitee?|arrivee?|a ete|toujours)[^.]{0,30}\?|(?:envoye|depose|postule|transmis|soumis|fait ma demande)\b[^?]{0,90}(?:sans (?:\w+ )?(?:reponse|nouvelle\w*|echo|retour)|pas (?:de |eu |encore )(?:\w+ )?(?:reponse|nouvelle\w*|retour)|rien|toujours|personne)
        0.85 | demande mentor | j'ai demande un mentor (?:il y a|depuis|en|le)
        0.85 | mentor devait promis | (?:mentor\w*|parrain) (?:qu'on|que vous|qu'vous) (?:\w+ )?(?:devai\w+|avai\w+|deviez|aviez) (?:me |m')?(?:\w+)|on (?:devait|m'avait) [^?]{0,30}(?:trouver|attribuer|promis) un mentor
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.GENERAL_QUESTION,
        r"""
        0.85 | question savoir demande | (?:question|interrogation)(?: \w+)? ?:|(?:j'ai|j'aurais|une|autre|petite) (?:une |autre |petite )*question(?! (?:sur|concernant) (?:ma|mon))|(?:je (?:voudrais|souhaite(?:rais)?|veux|desire)|j'aimerais|il me plairait de|je cherche a|pourriez-vous m'indiquer|auriez-vous) (?:bien )?(?:savoir )?(?:si (?:un|une|le|la|les|il|on|je|c'est)|combien|comment (?:se|fonctionne|on)|ce qu\w+ (?:se passe|arrive)|quel\w*|ou|qui)(?! [^?.]{0,40}(?:ma candidature|ma demande))|me demande ce qui se passe
        0.85 | ? | (?:^|[^\w])(?:le (?:certificat|cours|mandat)|l'attestation|une? (?:mentore?|parrain)|les (?:mentor\w+|mineurs|reps?)|combien (?:de|d'\w+)|y a-t-il|existe-t-il|est-il obligatoire|est-ce (?:obligatoire|payant|possible d'avoir)|faut-il(?! (?:que je|faire))|est-ce que (?:je peux en|un|les|le|la)|dois-je (?:rendre|prevenir|informer|signaler)) [^?]{0,140}\?
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.DATA_REQUEST,
        r"""
        0.9 | donnees informations trace wipe sait savez | (?:copie|export\w*|envo\w+|communi\w+|acces|acceder|telecharg\w+|extrait|transmet\w+|recevoir|supprim\w+|suppression|effac\w+|effacement|oubl\w+|wipe|detrui\w+|retire\w+|obtenir|consulter) (?:[\w'-]+,? ){0,7}?(?:mes (?:donnees|infos|informations)|donnees (?:personnelles|a caractere personnel|me concernant)|informations (?:personnelles|que vous|me concernant)|tout ce que vous (?:avez|savez|conservez|detenez)|me concernant|a mon sujet|sur moi|mon compte)
        0.9 | rgpd donnees trace | rgpd|droit (?:a l'oubli|d'acces|a l'effacement)|protection des donnees|nulle trace de ma personne|mes donnees (?:personnelles|chez vous)
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.TAKE_BACK,
        r"""
        0.85 | oubli ignor retir annul compte avis demission | (?:oubliez|ignorez|annulez|ne tenez (?:pas|plus) compte d\w+) (?:(?:ce que|ma|mon|mes|le|la|de|cette|mon dernier)\b ?)+(?:\w+)?|je (?:retire|reviens sur|annule) (?:ma (?:demission|candidature|demande|decision)|ce que)|j'ai change d'avis|(?:je )?(?:ne )?demissionne pas
        """,
        question=True,
        own=True,
    ),
)
_BROAD = (
    *_T.says(
        _R,
        r"""
        0.6 | autre quelqu nouve mains qqn releve | {pupils}|mes deux|les deux|mes trois && autres?|quelqu'un|nouve\w+ mentore?|mains|qqn|releve && laiss\w+|confi\w+|cherch\w+|besoin|merit\w+|pass\w+|trouv\w+|repren\w+|attribu\w+|donn\w+|remet\w+|transfer\w+ !! reunion|on s'est|accept\w+|liste|je (?:le|la) prends|changer de|autre annee|avec mon
        0.6 | mentor parrain tuteur tutorat accompagn guider encadr | {mentor}|{guide}|accompagn\w+ && ne peux plus|plus|arret\w+|dernie\w+|termin\w+|clo[rs]\w*|adieu|au revoir|retir\w+|c'est fini|fini|demission\w*|fatigue\w*|lach\w+|quitt\w+|stop|rend\w*|laiss\w+|epuise\w*|passer la main && des|a partir|a compter|jusqu\w+|fin|desormais|toujours|definitiv\w+|jamais|\d+|mois|annee|aujourd'hui|pour de bon !! je (?:ne )?(?:demissionne|quitte|pars) pas|reunion|annee de plus|(?:mon|ma) mentore?
        """,
        roles=MENTOR,
    ),
    *_T.says(
        _A,
        r"""
        0.6 | nouve arriv debut novice newb recrue junior jeune petit benevole | {new}|{pupils} && {guide}|accompagn\w+|guid\w+|encadr\w+|parrain\w+|accueill\w+|epaul\w+|par la main|la main|un coup de main|aid\w+|transmet\w+|mentor\w* && je|j'\w+|moi|me|mon|ma|jsuis|jveux !! personne (?:ne )?m\w*|(?:mon|ma) (?:fil|ni)\w+|j'ai pas|mon mentore? (?:ne|n')|je suis nouve\w+|je viens d'arriver|plus
        0.6 | mentor | mentor(?:e|s|es|at)? && {wish}|comptez sur moi|franchir le pas|sauter le pas|l'autre cote|mon tour|me lance|me verrais|inscri\w+ !! ne|n'\w+|pas|jamais|sans|autre mentore?|chang\w+|(?:mon|ma) mentore?|besoin|cherche|avoir|reponse|nouvelles|attribu\w+|assign\w+|trouve\w*|quitter|plus
        """,
        roles=REPS,
        question=True,
    ),
    *_T.says(
        _C,
        r"""
        0.7 | cours coaching teachable examen formation modules lecons quiz | {course}|{named}|examen && {did}|{done} && joint\w*|certif\w*|diplome|attestation|\d\d|hier|aujourd'hui|enfin|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|semaine derniere|note|ce matin !! {partly}|permis|secouris\w+|anglais|google|fac|licence
        """,
    ),
    *_T.says(
        Intent.STATUS_QUESTION,
        r"""
        0.6 | candidature demande dossier inscription formulaire | (?:ma|mon|une|la) (?:candidature|demande|dossier|inscription|formulaire) && mois|semaines?|jours|depuis|attend\w*|envoye\w*|toujours|encore|recu\w*|arrive\w*|bien && reponse|nouvelles?|news|sav\w+|rien|ou en|avance\w*|perdu\w*|statut|suite|retour|silence|echo|recue?|vue? !! ci-joint\w*|donnees
        """,
        question=True,
    ),
    *_T.says(
        Intent.MENTEE_ACCEPTANCE,
        r"""
        0.6 | liste attend orphelin mentor personne | liste|attend\w*|orpheline?s?|sans mentore?|personne (?:ne )?(?:le|la|en) veut && je|j'\w+|moi|mon && prend\w*|envoy\w+|confi\w+|accueill\w+|accompagn\w+|adopt\w+|plaisir|volontiers|parrain\w+|recuper\w+|suivre !! mes (?:deux|filleul\w+)|autre mentore?|laisse|mon nom|retir\w+|enlev\w+|plus
        """,
        roles=MENTOR,
        question=True,
    ),
    *_T.says(
        Intent.DATA_REQUEST,
        r"""
        0.7 | donnees informations fiche registre conserv infos | donnees|informations|infos|fiche|registres?|conserv\w+ && supprim\w+|effac\w+|suppression|copie|envo\w+|transmet\w+|recevoir|demande|voudrais|retir\w+|export\w* && mes|mon|ma|me|moi|personnelles?|perso !! certificat|cours|formation|mentor\w*|lien|reunion
        """,
        question=True,
    ),
    *_T.says(
        Intent.DECISION,
        r"""
        0.7 | candidat dossier demande cas | candidat\w+|dossier|demande|cas de|le cas && j'approuve|approuvee?|d'accord|favorable|pour|contre|feu vert|rejet\w+|refus\w+|mon vote|je vote|accepte\w*|valid\w+|ok|oui !! (?:ma|mon) (?:candidature|demande|dossier)|je veux|j'aimerais|devenir|je voudrais|souhaite\w*|sollicit\w+
        """,
        roles=MEMBERS,
    ),
)


FRENCH = _T.lexicon(
    (*_LEAVE_ROLE, *_PROGRESS, *_PAIRS, *_OTHERS),
    vague=_BROAD,
    negation=r"ne|n'\w*|pas|jamais|ni|sans|aucun\w*|plutot que|loin de|nullement|guere",
    someday=r"un jour|a l'avenir|plus tard|l'annee prochaine|la semaine prochaine|il y a des annees|l'an dernier|l'annee derniere|jadis|dans le temps",
)
"""The cues of French and the words that void them."""

FRENCH_TOPICS = topics(
    {
        Intent.RESIGNATION: r"demission\w*|arrete\w*|j'arrete|quitt\w+|renonc\w+|adieu|successeur|tablier|reverence",
        Intent.MENTOR_APPLICATION: r"(?:devenir|etre|comme) (?:une? )?mentore?|candidat\w+|postul\w+",
        Intent.COURSE_COMPLETION: r"coaching|teachable|certificat\w*|attestation|diplome|formation|cours|modules?",
        Intent.MENTOR_CHANGE: r"(?:autre|nouve\w+) mentore?|changer (?:de )?mentor\w*|(?:mon|ma) mentore? (?:ne|n')\b.*",
        Intent.MENTOR_REQUEST: r"(?:j'ai besoin d'un\w*|je cherche|sans) (?:une? )?mentore?",
        Intent.MENTEE_ACCEPTANCE: r"mentees?|filleul\w*|liste ouverte",
        Intent.RENEWAL: r"(?:encore un|un autre|deuxieme|seconde|une autre) ann?e?e?|une annee de plus|prolong\w+|renouvel\w+|douze mois",
        Intent.MEETING_REPORT: r"reunion\w*|rendez-vous|s'est (?:vus?|parle)|seance|appel|rencontre\w*",
        Intent.LEAVE_OF_ABSENCE: r"conges?|vacances|absen\w*|pause|maternite|paternite",
        Intent.FEEDBACK: r"\d ?(?:/|sur) ?(?:5|10|20)|note|evalu\w+|feedback",
        Intent.STATUS_QUESTION: r"ou en est|nouvelles|reponse",
        Intent.DATA_REQUEST: r"mes donnees|rgpd|donnees personnelles",
    }
)
