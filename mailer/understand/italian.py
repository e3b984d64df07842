# ruff: noqa: E501 - a row of a table stands on one line
"""What Italian mails say, of the page and of the chat; texts are plain (see `sentences.plain`)."""

from mailer.rules.intents import Intent
from mailer.understand.romance import MEMBERS, MENTOR, REPS, Tongue, topics

_T = Tongue(
    {
        "mentor": r"mentor[ei]?|mentoring|mentorship|mentorato|tutor|tutoraggio|padrino|madrina",
        "office": r"ruolo|incarico|posto|compito|funzion[ei]|mansion[ei]|lavoro|qualita|veste|responsabilita|squadra|lista|attivita|gruppo|elenco|team|carica|percorso|esperienza|impegno|giro|parte|discorso|board|pool|roster",
        "of": r"(?:(?:a|al|da|dal|dalla|di|del|della|dei|come|mio|mia|miei|il|la|lo|gli|le|l'|essere|fare|facendo|fare da|un|una|vostr[oaie]|questo|questa|attiv[oa]|reps?|mozilla|in|nel|nella|con|coi|{office}|ufficiale|programma|qui|definitiv\w+|piu|il mio|ormai|anche) ?){0,8}",
        "pupils": r"mentees?|mentorat[oaie]|mentee|pupill[oaie]|apprendist[aei]|alliev[oaie]|figliocc[ioae]+|discepol[oaie]|protett[oaie]|ragazz[oaie]|giovani?|guaglion[aei]|guagliun[ei]|novellin[oi]|tre che seguo|picciott[oi]|virgulti",
        "new": r"nuov[oaie](?! (?:mentor|job|link|data|linee))|nuovi arrivati|neofit[aei]|novellin[oaie]|principianti?|novizi?[oaie]?|newbies?|matricol[ae]|ultim[ei] arrivat[ei]|chi (?:arriva|comincia|inizia|entra)(?: adesso| ora)?|giovani?|alle prime armi|chi e appena arrivato|rep nuov[ei]|newcomers?|juniores|leve",
        "guide": r"guidare|seguire|accompagnare|accompagni\w*|aiutare|sostenere|formare|affiancare|orientare|accogliere|ricevere|insegnare|tenere (?:sotto l'ala|compagnia)|tengano compagnia|stare appresso|stare accanto|dare una mano|prendere|avere|far crescere|onboarding|portare|fare da guida|tutorare|legare in cordata|curare|introdurre",
        "give": r"(?:datemi|dammi|mandatemi|mandate|assegnatemi|affidatemi|affidarmi|passatemi|mandatelo|mandatela|trovatemi|date|assegnate|vorrei|voglio|desidero|mandarmi|assegnarmi|darmi)",
        "wish": r"vorrei|voglio|volevo|desidero|desidererei|gradirei|amerei|spero|intendo|aspiro|chiedo|ambisco|mi (?:piacerebbe|piace|interessa|interesserebbe|attira|tenta|alletta|candido|propongo|offro|presento|rendo disponibile|metto a disposizione|iscrivo|offrirei|proporrei|intriga|entusiasma|farebbe piacere|onorerebbe|sento)|(?:sono|sarei|mi sento|resto) (?:\w+ )?(?:interessat[oa]|pront[oa]|dispost[oa]|disponibile|felice|liet[oa]|entusiasta|onorat[oa]|motivat[oa]|caric[oa]|tentat[oa]|convint[oa])|ho (?:\w+ )?(?:voglia|interesse|desiderio|intenzione|piacere)|(?:il )?(?:mio|mia) (?:interesse|desiderio|sogno|intenzione|voglia|aspirazione|disponibilita)|sarebbe (?:un|una) (?:onore|piacere|gioia)|posso|potrei|invio la mia candidatura|presento la mia candidatura|allego (?:la )?(?:mia )?candidatura|ecco la mia candidatura|ci sto|io mi offro",
        "stop": r"(?:lascio|lascero|smetto|smettero|mollo|abbandono|cesso|chiudo|termino|concludo|rinuncio|abdico|depongo|cedo|rimetto|passo la mano|mi (?:dimetto|dimettero|ritiro|ritirero|congedo|fermo|tiro (?:indietro|fuori)|licenzio|chiamo fuori)|esco|faccio un passo indietro|do le dimissioni|rassegno le (?:mie )?dimissioni|presento le (?:mie )?dimissioni|comunico le (?:mie )?dimissioni|le mie dimissioni|metto fine|droppo|basta)|(?:vorrei|voglio|devo|ho deciso di|ho scelto di|desidero|intendo|sono costrett[oa] a|preferisco|e ora di|e il momento di|chiedo di|tocca|debbo|mi tocca|decido di|per|scelgo di|mi vedo costrett[oa] a) (?:lasciare|smettere|mollare|abbandonare|cessare|chiudere|terminare|concludere|rinunciare|dimettermi|ritirarmi|congedarmi|fermarmi|uscire|dare le (?:mie )?dimissioni|rassegnare le (?:mie )?dimissioni|presentare le (?:mie )?dimissioni|fare un passo indietro|deporre|cedere)",
        "paper": r"certificat[oe]|attestato|diploma|foglio|carta|pdf|badge|screen|documento|prova",
        "show": r"alleg\w+|in attach|attaccat[oa]|qui sotto|qua sotto|qui unito|unit[oa]|ecco|eccov[io]|mando|invio|trasmetto|trovate|messo qui|ricevuto|ottenuto|foto|link|rimetto qui|preso|arrivato",
        "did": r"(?:ho|abbiamo) (?:\w+ )?(?:\w+ )?(?:finito|completato|terminato|concluso|superato|passato|chiuso|portato a termine|fatto tutt[oi]|ultimato|visto (?:ogni|tutt\w)|sostenuto|seguito tutto|fatto|conseguito)|di aver (?:finito|completato|terminato|concluso|superato|passato|chiuso|ultimato)|ho portato a termine|(?:carmela \w+ )?ha superato pure|sono riuscit[oa] a (?:finire|completare|terminare|superare|chiudere)",
        "done": r"finit[oa]|completat[oa]|terminat[oa]|conclus[oa]|superat[oa]|passat[oa]|chius[oa]|fatt[oaie]|done|al 100|100 ?%|archiviat[oa]|ultimat[oa]|in tasca|l'ho (?:finito|chiuso|completato|superato|terminato)|✔|✅",
        "named": r"coaching|teachable",
        "partly": r"meta|prim[oaie]|second[oa]|parte|quasi|modulo \w+|lezione|iscrizione|altr[oaie]|non|mai|ma|che|mezzo|tranne|il mentor",
        "course": r"corso(?! (?:di|in|d'|per) ?(?!coaching|mentor|formazione di coach|formazione per mentor)|.{0,12}finito il cafe)|formazione(?! (?:di|in) (?!coaching))|percorso|training|learning path|lezioni|modulo 1\d|ultimo modulo|moduli|quiz|course",
        "pass": r"avvis\w+|comunic\w+|inform\w+|dite|dire|pass(?:are|ate|i)\w*|inoltr\w+|gir(?:are|ate|a)\w*|trasmett\w+|diffond\w+|condivid\w+|mand(?:ate|are)|circol\w+|invi(?:ate|are)|ricord\w+|annunc\w+|far(?:e)? (?:sapere|circolare|girare)|faccia circolare|fate (?:sapere|circolare|girare)|pubblic\w+|segnal\w+|notific\w+|avvert\w+|sappiano|riferi\w+",
        "years": r"(?:altro|ancora|un altro|secondo|altri|per|ulteriore) (?:un )?(?:anno|anni|giro|dodici mesi|12 mesi|ciclo)|un anno (?:in piu|ancora)|altri (?:dodici|12) mesi|dodici mesi",
        "meet": r"(?<!non )(?:ci siamo|ci siam) (?:\w+ )?(?:vist[ei]|incontrat[ei]|trovat[ei]|sentit[ei]|parlat[ei]|riunit[ei]|sedut[ei])|(?:ho|abbiamo) (?:\w+ )?(?:incontrato|visto|ricevuto|ricevere|sentito|avuto|fatto|tenuto|svolto|parlato|discusso|sistemato|passato)|(?:meeting|incontro|call|sync|riunione|colloquio|chiacchierata|sessione) (?:\w+ ){0,6}?(?:fatt[oa]|avvenut[oa]|svolt[oa]|tenut[oa])|vist[oa] (?:\w+ )?(?:ieri|oggi|stamattina|sabato|domenica|lunedi|martedi|mercoledi|giovedi|venerdi)|sync con|si e (?:svolto|tenuto|tenuta)|ebbi|incontrai",
        "month": r"gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|autunno|primavera|inverno|estate",
        "grade": r"(?:gli|le) (?:do|darei|metto|metterei)(?: (?:un|una|come voto))* (?:\d\d?|cinque|quattro|nove|otto|dieci|sette|sei)|(?:\d\d?|cinque|quattro|tre|nove|otto|dieci|sette|sei)(?:[.,]\d)? (?:su|/) ?(?:5|10|cinque|dieci)|\d ?/ ?(?:5|10)(?!0)|\d stelle|voto:? \d|rating \d|rating:|(?:la mia|una|mia) valutazione (?:di|su)|feedback (?:su|per|di)|da (?:1|uno) a (?:10|dieci)",
        "putoff": r"dimenticate|scordate\w*|quando|appena (?:finisco|posso|avro|finito il)|dopo (?:aver|che)|finche|prima di|se (?:un giorno|mai|nessuno|dovessi|non|passo|finisco|e quando)|forse|magari(?! chiedete)|pensando di|pensavo|sognato|considerando|quasi|ancora (?:non|finito)|benche|potrei|qualcuno ha capito|pare che|si dice|entro natale|che lascio|che io me ne",
        "told": r"(?:mi |gli |le )?(?:dice|ha detto|hanno detto|ha raccontato|racconta|ha scritto|chiede|ha chiesto|hanno chiesto|ha confidato|annuncia)(?: che)?|vuole|(?:mio|mia|un|una|un'|suo|sua|il mio|la mia|il|la) ?(?:amic[oa]|collega|compagn[oa]|fratello|sorella|figli[oa]|cugin[oa]|fidanzat[oa]|vicin[oa]|cognat[oa]|capo|mentor[ei]?|moglie|marito|madre|padre|mamma|papa|zi[oa]|nonn[oa]|suocer[oa]|nipote|coinquilino|mentee|prof)|secondo|quello che dice|nel gruppo|scrivono|complimenti|edoardo mi",
    },
    "che se quando altro altra altri mio mia suo sua non ne mai senza ma vuole dice detto mentor mentore cambiare cambio",
)
_R = Intent.RESIGNATION
_FORGOOD = r"succed\w+|successor\w+|sostitu\w+|mio posto|posto mio|definitiv\w+|per sempre|per davvero|mai piu|(?:resto|rimango|restero) (?:\w+ )?(?:come|in|nel|rep|nella|semplice|volontari\w+)|altro mentor|{mentor}|{pupils}|{new}"
_LEAVE_ROLE = (
    *_T.says(
        _R,
        r"""
        0.95 | mentor tutor padrino | {stop} ?{of}(?:{mentor}|mentees?)(?! (?:di|mi|e l)\b)
        0.9 | mentor | (?:niente|bye|addio|stop|basta) (?:piu )?(?:con il |al |col |il )?{mentor}|fare (?:il|da|la) {mentor} (?:non|nn) (?:fa|e) (?:per|x) me
        0.9 | mentor | (?:il mio|la mia|mio|mia) (?:tempo|percorso|esperienza|avventura|stagione|cammino|ruolo|mandato|viaggio|attivita) (?:come|di|da|nel) {of}{mentor}(?: \w+){0,3} (?:finisce|termina|si (?:chiude|conclude)|e (?:finit[oa]|conclus[oa]))
        0.9 | mentor | (?:il mio )?ultimo (?:giorno|mese)(?: \w+)? (?:come|da) {of}{mentor}
        """,
        roles=(*MENTOR, *REPS[1:]),
    ),
    *_T.says(
        _R,
        r"""
        0.95 | mentor tutor | (?:non|nn) (?:(?:posso|voglio|riesco|potro|saro|sono|faro|faccio|intendo|me la sento|ce la faccio|continuo|continuero|desidero|piu|a|di|essere|fare|continuare|come|il|la|da|fare il|rimanere|restare|tenere anche) ?)+(?:{mentor}|i mentee)
        0.9 | mentor | (?:{mentor}) mai piu|mai piu {mentor}|(?:non|nn) e piu mentor[ei]?
        0.85 | non nn | (?:non|nn) (?:(?:posso|voglio|riesco|potro|intendo|ce la faccio|continuo|piu|a|di|continuare|anche|ho tempo per|me la sento) )*(?:{guide}|seguiro|guidero|accompagnero|tenere|aiutero|prendero|seguo|prendo) (?:piu )?(?:[\w']+ ){0,2}?(?:{pupils}|{new}|nessuno)
        0.85 | nessun non piu | (?:non|nn) (?:(?:mi|ne|datemi|mandatemi|assegnatemi|affidatemi|mandate|assegnate|affidate|passatemi) )+(?:piu )?(?:nessun\w*|altr[ie]|nuovi?|piu)
        0.7 | me conto ci | (?:non|nn) (?:contate|fate affidamento)(?: piu)? su (?:di )?me|fate conto (?:ke|che) (?:non|nn) ci sono|(?:non|nn) ci sono piu|non sono piu dei vostri
        """,
        roles=(*MENTOR, *REPS[1:]),
        own=True,
        beside=_FORGOOD,
    ),
    *_T.says(
        _R,
        r"""
        0.85 | toglie lev cancell tirate rimuov depenn elimin | (?:toglie?te|levate|cancellate|tirate|rimuovete|depennate|eliminate|potete (?:togliere|levare|cancellare|depennare))(?:mi| il mio nome| il nome mio| la mia scheda| fuori)? (?:da\w*|dal\w*|di|come)(?: (?:la|il|lista|elenco|pagina|dei|vostr[oa]|gruppo|sito))* ?(?:{mentor}|lista|elenco|pagina|giro|ruolo)
        0.75 | mentee ragazz giovan guaglion alliev tre due pupill | (?:affido|lascio|passo|cedo|consegno|trasferisco|affidate|passate|date|assegnate) (?:[\w']+ ){0,2}?(?:{pupils})(?: [\w']+){0,2}? (?:a|al|alla|ad)|(?:i miei|le mie|i|le|il mio|la mia|mi\w+)(?: \w+)? (?:{pupils}|tre|due)(?: [\w'ì]+){0,5}? (?:passano|vanno|meritano|merita|andranno|possono andare|potrebbe passare|li cedo|li affido|le affido|li lascio|li passo|passeranno|avranno bisogno)|(?:{pupils}) (?:miei|mie) (?:li|le) (?:affido|lascio|passo|cedo)|li cedo da subito|li affido a|qualcuno che risponda
        0.75 | qualcun altro altri nuovo | (?:trovate|cercate|trovategli|trovatele|trovate loro|affidate\w*|passo) (?:[\w']+ ){0,4}?(?:qualcun(?:o|') ?(?:altro)?|un altro|un'altra|un nuovo)|a qualcun altro|merita (?:di meglio|qualcuno)|non e fair verso di loro
        0.8 | succed success sostitu posto prende prendersela | (?:propongo|raccomando|suggerisco|consiglio|indico|nomino|come|al|per|vedrei|potrebbe|puo|magari chiedete a|forse|prende|ci sarebbe) (?:[\w'-]+ ){0,4}?(?:sostitu(?:to|ta|irmi|zione)|succed(?:ermi|ere)|successor[ei]|succeditrice|(?:il )?(?:mio posto|posto mio)|mia vece|prendersel[aoi]|prenderli|subentrare)|al posto mio|fatelo mentore|ha gia detto si
        0.7 | testimone mano corda spugna scarpini passo valle ritir chiud giro mollo basta fine tempo fermo indietro back ultimo esco stagione scendo finisce fermato mestier croce | pass(?:o|are) (?:il testimone|la mano|la corda|la palla|la fiaccola|il timone|la staffetta)|gett(?:o|are) la spugna|append(?:o|ere) (?:gli|le|i|il|la) \w+|(?:faccio|fare|faro) (?:un )?(?:passo indietro|passo di lato|step back)|scendo (?:a valle|dal)|(?:zia \w+ )?si ritira|mi ritiro|chiud(?:o|ere) (?:qui|questo compito|un capitolo|il capitolo|bottega)|esco dal giro|(?:io )?mollo|da domani basta|(?:e )?(?:giunt[oa]|arrivat[oa]) (?:il momento|l'ora|la fine)|tutto ha la sua stagione|(?:la mia|il mio tempo|la mia stagione)[^.]{0,40}(?:finisce|finita|passat[oa])|mi fermo (?:qui|qua)|mi sarei fermat[oa]|(?:ho )?fatto il mio tempo|(?:l'eta|zero bandwidth)|(?:tiro|tirare) i remi in barca|saluto e ringrazio|mi tiro (?:indietro|fuori)|lascio (?:per sempre|il timone|la mano|il campo|spazio)|capolinea|ammaino
        0.6 | resto rimango restero | (?:resto|rimango|restero|rimarro)(?: [\w',]+){0,3} (?:rep|come (?:rep|volontari\w+|membro)|in consiglio|nella community|nel programma|volontari[oa]|nel gruppo|al tavolo)
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
        0.95 | mentor tutor padrino | {wish} (?:(?!che |non |mio |mia |altro |altra |cambi|senza |contro |un mentor|una mentor|ricevere |trovare )[\w'-]+,? ){0,5}?(?:essere|diventare|fare|come|per|a|da|ruolo di|fra i|tra i|posto di|lista dei|elenco dei|gruppo dei|parte|discorso dei|entrare nei|iscrivermi ai|divenire|di|idea di)(?: (?:un|una|il|la|lo|i|le|buon|rep|da|mozilla|vostr[oi]|discorso dei|parte))* ?(?:{mentor})(?! (?:per me|nuov))
        0.9 | mentor | (?:segnatemi|iscrivetemi|consideratemi|mettetemi|contate su di me|inseritemi|annoveratemi|tenetemi presente|prendetemi|aggiungetemi|considerarmi)(?: pure)? (?:(?:come|tra|fra|nella|in|per|i|gli|lista|dei|vostri|futuri|un|una|anche|il|ruolo|di|elenco|pure|per il) )+(?:{mentor})|(?:{mentor}) ci sto,? segnatemi
        0.9 | domanda candid propongo offro | (?:faccio domanda|mi (?:candido|propongo|offro|presento|iscrivo|rendo disponibile|metto a disposizione)|(?:invio|presento|ecco|allego|trasmetto|avanzo) la mia candidatura) [^.;!?]{0,40}?(?:mentor\w*|{guide}|onboarding|tutor)
        0.85 | mentor | (?:posso|potrei|come (?:posso|faccio|si fa)|cosa (?:devo|serve|bisogna)(?: \w+)?|che (?:devo|bisogna) fare|quali (?:documenti|requisiti)(?: \w+)?|si puo)(?: \w+)? (?:per |a )?(?:diventare|fare il|fare la|essere|candidarmi come|candidarmi a) (?:un |una )?mentor[ei]?
        """,
        roles=REPS,
        question=True,
    ),
    *_T.says(
        _A,
        r"""
        0.8 | nuov novel princip newb giovan arriv cominc leve | (?:{wish}|se serve|eccomi|io mi offro|segnatemi|perche non lo faccio|contate su di me|volesse|cerchiate|mia esperienza|cercate)[^.;?!]{0,60}?(?:{guide}|mentor\w*|la mia esperienza|qualcosa)[^.;?!]{0,30}?(?:{new}|{pupils})|(?:se serve|cercate|cerchiate|serve)[^.;!?]{0,60}(?:{guide})[^.;!?]{0,30}(?:{new})
        0.8 | datemi dammi mandat assegn affida passat trova voglio vorrei darmi | {give}(?: (?:un|una|dei|delle|qualche|pure|dunque|uno|due|ora|anche|allora|su|a carmela|qualcuno))* ?(?:{new}|{pupils}|mentee|qualcuno da (?:seguire|guidare|accompagnare|aiutare))(?! (?:e|ha|lascia)\b)
        0.8 | seguire accompagn crescere guidare aiutare ala affidarmi cordata | (?:qualcuno|qualche giovane|qualche nuovo|una persona|un novellino|qualche giovane nuovo|un mentee|nuovi)(?: \w+)? (?:da|tutto) (?:seguire|accompagnare|far crescere|guidare|aiutare|tenere sotto l'ala|legare in cordata|formare|mio)
        0.7 | aiut accompagn guid appresso posso essere come | (?:posso|potrei|voglio|vorrei|perche non|pronta? a|dare una mano) (?:[\w']+ ){0,4}?(?:{guide}|dare indietro|una mano) (?:[\w']+ ){0,3}?(?:{new}|{pupils}|altr[ie])|dovresti farlo pure tu|(?:posso|voglio|potrei)(?: anche)?(?: io)? essere una come lei|voglio un mentee|lo voglio fare
        0.7 | restituire indietro | (?:restituire|dare indietro|ridare) ?(?:[\w']+ ){0,3}
        """,
        roles=REPS,
        question=True,
        beside=r"certificat\w*|attestato|diploma|mentor|lista|disponibil\w+|liber[oa]\b|pront[oa]\b|pazienza|eccomi|dove si firma|carico",
    ),
    *_T.says(
        _C,
        r"""
        0.95 | coaching teachable | (?:{did}) (?:(?!{partly})[\w'-]+,? ){0,7}?(?:{named})
        0.95 | coaching teachable | (?:{named})(?: (?:di|su|il|training|course|teachable|dice|e|:|modulo|tutto|finalmente))*[:,]? (?:{done}|completed|chiuso)|(?:finito|completato|terminato|chiuso) (?:il )?(?:{named})
        0.9 | coaching teachable | (?:{done}) (?:il |la |tutto il |mio )?(?:corso|formazione|percorso|training) (?:di |su |per )?(?:{named})
        0.75 | corso formazione percorso training lezion modul quiz course learning | (?:{did}) (?:(?!{partly})[\w'%/-]+,? ){0,4}?(?:{course})|(?:il )?corso (?:l'ho|lo ho|e) (?:finito|chiuso|completato|terminato|superato)
        0.75 | corso formazione percorso training lezion modul quiz course learning | (?:{course})(?: (?:e|del coaching training|1\d|tutto|finale|finalmente|gia|ormai|vostro|l'ho|lo ho|,))* (?:{done})|(?:{done})(?: la| il)? (?:{course})
        0.8 | ultim lezion test prova quattordic | (?:ho )?(?:superato|passato|chiuso|finito|visto|fatto|completato)(?: \w+)? (?:anche |pure )?(?:l'ultim[oa]|tutte le|ogni|il test|la quattordicesima)(?: \w+)?|ultim[oa] (?:modulo|lezione|prova)[^.!?]{0,30}(?:{done})|tutte le lezioni
        0.75 | / 100 moduli | (\d+) ?/ ?\1(?!\d)|100 ?% d\w+|(?:i|tutti i|le|tutte le) (?:12|dodici|14|quattordici|\d+) (?:moduli|lezioni)
        0.85 | certificat attestato diploma foglio carta pdf badge screen prova | (?:{show})(?: [\w'-]+,?){0,5}? ?(?:certificat[oe]|attestato|diploma|badge|la carta|la prova)(?! di (?:una|un))|(?:certificat[oe]|attestato|diploma|foglio|badge|screen|carta)(?: [\w'-]+){0,4}?,? \(?(?:allegat[oa]|in allegato|in attach|qui (?:sotto|unito)|qua (?:sotto|attaccato)|e (?:unito|con la foto|qui)|attaccato|messo qui|gia mandato|lo trovate|fa bella mostra|✔)|\(?in allegato
        """,
        beside=r"certificat\w*|attestato|diploma|foglio|allegat\w*|\bpdf\b|badge|coaching|teachable",
        question=True,
    ),
)
_PAIRS = (
    *_T.says(
        Intent.MENTOR_CHANGE,
        r"""
        0.9 | mentor tutor | (?:cambi(?:are|o|o di|armi)|altr[oa]|un'altra|nuov[oa]|divers[oa]|sostituire|switch)(?: \w+)? (?:di |il |la |mio |mia |il mio |la mia )*(?:mentor[ei]?|tutor)
        0.85 | mentor tutor guidarmi | (?:il mio|la mia|mio|mia|col mio|con il mio) (?:mentor[ei]?|tutor)(?: [\w',]+){0,9}? (?:(?:non|nn) (?:mi )?(?:risponde|scrive|si fa|legge|c'e|ha (?:mai|tempo)|ci|esiste)|sparit[oa]|scompars[oa]|mai|silenzio|inattiv[oa]|zero match|ghosting|fantasma|assente|irreperibile|latita|abita a)|la persona che dovrebbe guidarmi
        0.8 | altr qualcun switch | (?:assegnatemene|affidarmi ad|assegnarmi|possiamo fare|preferirei|potrei avere|potete darmi|mi (?:date|assegnate|trovate|affidate)|vorrei) (?:un |un')?(?:altr[ioa]|qualcuno (?:di|piu|che)|qualcun altro|switch)
        """,
        roles=REPS,
        question=True,
        own=True,
    ),
    *_T.says(
        Intent.MENTOR_REQUEST,
        r"""
        0.9 | mentor tutor | (?:ho bisogno di|cerco|vorrei|mi serve|m serve|desidero|chiedo|mi (?:assegnate|date|trovate|serve|servirebbe|occorre)|assegnatemi|datemi|trovatemi|potete (?:darmi|assegnarmi|trovarmi)|richiedo|l'assegnazione di|gradirei)(?: (?:avere|mi|venga|assegnato|che|di|a|per|favore|ricevere))*(?: un| una) (?:mentor[ei]?|tutor)(?! (?:nuov|divers))
        0.9 | mentor tutor | (?:non|nn) (?:ho|abbiamo|mi (?:e|hanno))(?: \w+){0,4} (?:mentor[ei]?|tutor)(?! (?:dei|delle|di)\b)|senza (?:un |una )?(?:mentor[ei]?|tutor)|(?:a me )?un mentor[ei]? (?:\w+ )?(?:ancora )?(?:nisciuno|nessuno)
        0.8 | segue nessuno qualcuno | nessuno (?:mi|che mi) (?:segue|guida|aiuta|accompagna|spiega|ha preso)|(?:mi (?:assegnate|date|trovate|affidate)|potete (?:trovare|darmi|assegnarmi|trovarmi)|ho bisogno di|cerco|vorrei) (?:qualcuno|uno)(?: (?:che mi|per me|per favore|al mio fianco))?|(?:dopo )?nessuno mi ha preso|chi mi segue|son[oa]? rimast[oa] (?:orfan\w+|sol[oa])|quella che mi seguiva
        """,
        roles=REPS,
        question=True,
        own=True,
    ),
    *_T.says(
        Intent.MENTEE_ACCEPTANCE,
        r"""
        0.9 | date lista prend tengo accol adott segui mandate affid carico accett ospit | (?:(?:la|lo|li|le|l') ?(?:prendo|prenderei|prendero|tengo|accolgo|adotto|seguo|seguirei|accetto|accompagno|posso (?:prendere|seguire|accogliere|tenere))(?: io| volentieri)?|prendo io|(?:mandate|affidate|date|assegnate|passate)(?:lo|la|mel[oa]|li)(?: su| a me| pure)?|(?:posso|potrei|vorrei|sono \w+ a|volentieri|accetto di|mi offro di|ben felice di) (?:prendere|accogliere|seguire|adottare|accompagnare|prendermi cura di|guidare)(?! un caff)|(?:mi )?(?:faccio|prendo) carico d\w+|prendo (?:io )?[a-z]+ [a-z]+ come mentee|come (?:mia|mio) mentee)
        0.85 | posto spazio fiato slot | (?:ho|mi resta|mi rimane|c'e|dispongo di|avrei)(?: \w+)? (?:un |uno |il |ancora )?(?:posto|spazio|fiato|slot|tempo)(?: \w+){0,2} (?:per|libero|anche)
        0.85 | mentor accett prend voglio offro | (?:accetto|prendo|voglio|mi offro|posso|potrei|vorrei|mi piacerebbe|disponibile a) (?:[\w'-]+ ){0,3}?(?:fare (?:da|il|la) mentor[ei]? (?:a|di)|(?:qualcuno|chiunque|uno|una|un altro|il prossimo|la prossima) (?:dalla|della|in|nella) lista)
        """,
        roles=MENTOR,
        question=True,
    ),
    *_T.says(
        Intent.RENEWAL,
        r"""
        0.9 | continu prosegu rinnov prorog prolung andare avanti restiamo estend andiamo insieme vogli ripart facciamo | (?:continu\w+|prosegu\w+|rinnov\w+|prorog\w+|prolung\w+|andare avanti|andiamo avanti|restiamo|estend\w+|vogliamo|voglio|ripart\w+|facciamo|si va|vorremmo|stare insieme)[^.;]{0,60}?(?:{years})
        0.85 | anno mesi | (?:un altro anno|ancora un anno|altri (?:dodici|12) mesi)(?: \w+)? (?:con|insieme|di mentor\w*)
        0.85 | relazione rapporto coppia percorso legame accordo impegno | (?:rinnov\w+|prorog\w+|prolung\w+|chiud\w+|conclud\w+|termin\w+|sciogli\w+) (?:[\w'-]+ ){0,3}?(?:la nostra|il nostro|nostr[oa]) (?:relazione|rapporto|coppia|percorso|legame|accordo|impegno|mentoring)
        0.8 | anno | (?:un anno e passato|passato un anno|dopo un anno|compiuto un anno|fatto un anno|e un anno che|il nostro anno|finito l'anno|scaduto l'anno) ?[^.]{0,80}
        0.8 | strada cammina separ rinnov | (?:ognun[oa]|ciascun[oa]) (?:per|sulla|va per) la (?:sua|propria) strada|(?:non|nn) (?:rinnoviamo|rinnovo|proseguiamo|continuiamo)|cammina da sola?
        """,
        roles=MEMBERS,
        own=True,
        question=True,
        free=True,
    ),
    *_T.says(
        Intent.MEETING_REPORT,
        r"""
        0.85 | incontr vist ricev sentit riuni sedut meeting sync call chiacchier abbiamo svolt tenut | (?:{meet})(?: [\w'-]+){0,5}? (?:con|col|mio|mia|la giovane|il giovane|io e)[^.]{0,60}|(?:con|col) [\w' ]{2,30}(?:{meet})
        0.85 | ora ore minuti caffe mezza progett piano | (?:{meet})[^.]{0,90}(?:\bora\b|un'ora|\bore\b|minuti|obiettivi|progetto|piano|report|bilancio)|(?:due|tre|un') ?ore? [^.]{0,40}(?:con|di) [^.]{0,60}(?:mentee|mentor\w*|obiettivi|progett\w+)|con \w+ oggi (?:due|tre|un'|una) ?or[ea]
        0.85 | incontro riunione sessione colloquio meeting sync | (?:ieri|oggi|stamattina|(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)(?: scorso| \d+)?|update:)(?: \w+){0,3} (?:l'|il |la |un |una |nostro |nostra )?(?:incontro|riunione|sessione|colloquio|meeting|sync|call)(?: \w+){0,3} (?:con|annuale|mensile|di mentoring)
        """,
        roles=MEMBERS,
        free=True,
        but=r"sara|avremo|vedremo|incontreremo|prossim[oa]|domani|annullat\w+|saltat[oa]|incontro \w+ per",
        question=True,
    ),
    *_T.says(
        Intent.FEEDBACK,
        r"""
        0.85 | su / do darei metto voto stelle valut feedback rating a | {grade}
        0.75 | mentor mentee alliev pupill | (?:mio|mia|miei) (?:{mentor}|mentee|alliev[oa]|pupill[oa])(?: \w+)?:? (?:e (?:un|una|stat[oa]|molto|davvero|super|sempre|brav\w+)|solid[oa]|brav\w+|puntuale)|e stat[oa] (?:il|la) (?:{mentor}|mentee) (?:miglior[ei]|piu)
        0.7 | puntual curios brav educat smart forza pregi difett imparare svegli promoss solid migliorare precis ottim | (?:e|molto|super|sempre) (?:\w+ ){0,2}(?:puntuale|curios[oa]|brav[oa]|educat[oa]|smart|svegli[oa]|precis[oa]|affidabile|paziente|disponibile|creativ[oa]|seri[oa]|attent[oa]|preparat[oa])|forza della natura|(?:deve|dovrebbe) (?:solo |ancora )?(?:imparare|migliorare|lavorare)|(?:unico|solo) (?:difetto|neo|appunto)|punti (?:di forza|deboli)|ho imparato (?:tanto|molto|tantissimo)|poche parole, molti fatti|super smart
        """,
        roles=MEMBERS,
        beside=r"mentor|mentee|alliev|pupill|rating",
        free=True,
        question=True,
    ),
)
_OTHERS = (
    *_T.says(
        Intent.LEAVE_OF_ABSENCE,
        r"""
        0.85 | assen via viagg vacanz ferie conge malattia riposo pausa operat ospedal clinica leave matern patern esami spediz fuori rete licenza offline | (?:saro|sono|vado|parto|staro|prendo|prendero|chiedo|faccio|faro|devo|mi prendo|avro|entro) (?:[\w']+ ){0,3}?(?:assente|via(?! d)|in viaggio|in vacanza|vacanza|in ferie|ferie|in congedo|congedo|in malattia|una pausa|in pausa|offline|in ospedale|in clinica|in maternita|in maternity leave|maternity leave|in paternita|sotto esami|fuori (?:citta|sede|paese)|all'estero|senza (?:rete|internet|connessione)|un periodo di (?:pausa|riposo))|mi (?:operano|ricoverano|assento|opero)|congedo (?:di )?(?:maternita|paternita|parentale|sabbatico)|niente rete|spedizione in
        0.8 | torno ritorno rientro riprendo risento | (?:dal|dall'|da|fino|tra)[^.]{0,80}(?:torno|al ritorno|rientro|riprendo|li risento|saro di ritorno)|(?:torno|rientro|riprendo|li risento|di ritorno|dopo continuo) (?:il \d+|(?:a|ad|in) (?:{month})|a (?:meta|fine|inizio)|verso|con lei|con lui)
        0.75 | fino dal al | (?:vado|parto|non (?:potro|saro|ci sono|riesco|posso|ci saro)|nn ci (?:sono|saro)|senza rete|niente (?:call|rete|mail))[^.]{0,80}(?:fino|dal \d+|dal|tra)[^.]{0,30}(?:al|a|\d)|dal \d+ al \d+[^.]{0,60}(?:nn|non|sono|saro|vado|niente|via)
        """,
        own=True,
        question=True,
    ),
    *_T.says(
        Intent.ANNOUNCEMENT,
        r"""
        0.9 | mentor | (?:{pass})[^.]{0,60}?(?<!\w)(?:a |ai |agli |alle |i |con |per |che )?(?:tutti |tutte |la totalita d\w+ |i |ai |dei |nostri |ciascuno dei |lista dei |gruppo dei |l'elenco dei )+(?:i |ai |dei |nostri )*mentor[ei]?
        0.9 | mentor | (?:avviso|comunicato|comunicazione|notizia|messaggio|promemoria|per|nota|circolare|attenzione|da girare)(?: \w+)? (?:a |ai |per )?(?:tutti |tutte |i |ai |dei |nostri )*mentor[ei]?(?: \w+)? ?:|chi gestisce la lista dei mentori
        """,
        roles=MEMBERS,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.DECISION,
        r"""
        0.9 | : bene approv respin rifiut accett ammess vot candidatura semaforo richiesta domanda rimand procedete | (?:^|[.:;,] ?)(?:per me,? |da parte mia,? )?(?:approvat[oa]|respint[oa]|rifiutat[oa]|accettat[oa]|ammess[oa]|approvo|respingo|rifiuto(?! di)|boccio|voto (?:a favore|contro|si|no)|accetto (?:la (?:candidatura|domanda|richiesta)))|il mio voto (?:e|va)|voto (?:a favore|contro|si|no)|parere (?:favorevole|contrario)|(?:la |l')?(?:candidatura|domanda|richiesta|pratica) (?:di |della |del )?[\w .]{2,40}?(?:approvat[oa]|respint[oa]|accettat[oa]|rifiutat[oa]|semaforo \w+|va rimandata)|(?:la|il) [\w ]{2,30} e (?:accettat[oa]|approvat[oa]|respint[oa]|ammess[oa]|bocciat[oa])|respinta la domanda|semaforo (?:verde|rosso)|procedete con la nomina|^[a-z]+: (?:si|no)(?=[.,])|^la signora \w+ va bene|(?:si|ok|no) (?:per|a) [\w ]{2,25},? (?:per me|da parte mia)
        """,
        roles=MEMBERS,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.STATUS_QUESTION,
        r"""
        0.9 | candidatura domanda richiesta iscrizione pratica certificato notizi | (?:a che punto|come (?:va|procede|sta)|che fine ha|cosa ne e|novita|notizie|avete (?:ricevuto|visto|letto|guardato|deciso|valutato|qualche)|sapere se|si sa|stato|e arrivat[oa]|quando|risposta|dove (?:sta|e)|ma|aspetto) ?(?:[\w'-]+ ){0,6}?(?:mia|mio|della mia|sulla mia) (?:[\w'-]+ ){0,2}?(?:candidatura|domanda|richiesta|iscrizione|pratica|certificato)|(?:mia|mio) (?:candidatura|domanda|richiesta|iscrizione|pratica)(?: [\w',]+){0,7}? (?:si sa|dove|a che punto|e arrivat[oa]|e stat[oa]|sta|novita|come|ancora|che fine)
        0.85 | candidatura domanda richiesta iscrizione mandato inviato | (?:ho |avevo )?(?:mandato|inviato|presentato|fatto|spedito)(?: [\w']+){0,2} (?:mia )?(?:candidatura|domanda|richiesta|iscrizione)[^?]{0,90}(?:senza (?:\w+ )?(?:risposta|notizie|riscontro)|(?:non|nn) (?:ho|mi|so)|nessun\w*|niente|ancora|sapere|aspetto)|sono (?:\w+ )?(?:mesi|settimane) che aspetto|(?:avete|ci sono|qualche) (?:qualche )?(?:notizi\w+|novita)
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.GENERAL_QUESTION,
        r"""
        0.85 | domanda sapere dubbio curiosita chiedere | (?:una|ho una|altra|un'altra|piccola) domanda(?! (?:per|di|da))|domanda (?:al volo|veloce|tecnica)|(?:ho un|un) dubbio|(?:vorrei|volevo|mi piacerebbe|desidero|gradirei|chiedo di) sapere (?:se (?:il|lo|la|un|una|i|c'e|e|esiste|si|posso|gli)|quant\w+|come (?:si|funziona)|cosa (?:succede|si)|qual\w*|dove|chi)(?! [^?.]{0,40}(?:mia candidatura|mia domanda|mia richiesta))
        0.85 | ? | (?:^|[^\w])(?:il (?:certificato|corso|mandato|coaching)|l'attestato|un[oa]? mentor[ei]?|i (?:mentor\w+|minori|reps?)|le nomine|quant[ei] (?:{pupils}|ore|mentor\w+|mesi|volte|persone)|c'e (?:un|una|qualche) (?:limite|modello|modulo|formato|guida|manuale|scadenza|minimo|massimo)|esiste|e obbligatori[oa]|bisogna (?:saper|aver|essere)|(?:devo|debbo) (?:restituire|comunicare|avvisare|segnalare|rendere)\w*|va fatto|scade) ?[^?]{0,140}\?
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.DATA_REQUEST,
        r"""
        0.9 | dati informazioni sapete avete archivi nome | (?:copia|export\w*|mand\w+|invi\w+|accesso|accedere|scaric\w+|estratto|trasmett\w+|ricevere|cancell\w+|elimin\w+|rimuov\w+|toglie\w+|levate|dimentic\w+|ottenere|consultare) (?:[\w'-]+,? ){0,7}?(?:(?:i )?miei dati|dei miei dati|dati (?:personali|miei|che)|informazioni (?:personali|che avete|su di me)|tutto (?:quello|cio) che (?:avete|sapete|conservate)|tutta la roba che avete|che avete su di me|il mio account|dai vostri (?:computer|archivi|sistemi))|(?:avete|sapete) su di me[^?.]{0,30}(?:cancell\w+|elimin\w+|mandar\w+)
        0.9 | gdpr dati archivi | gdpr|diritto (?:all'oblio|di accesso|alla cancellazione)|protezione dei dati|nei vostri archivi
        """,
        question=True,
        own=True,
        free=True,
    ),
    *_T.says(
        Intent.TAKE_BACK,
        r"""
        0.85 | diment ignor ritir annull caso cambi pentit | (?:dimenticate|ignorate|annullate|non fate caso a\w*|non tenete conto d\w+|scordate\w*) (?:(?:quello|cio|che|la|il|mia|mio|di|quanto|l'ultima|precedente|quella)\b ?)+(?:\w+)?|ritiro (?:le mie dimissioni|la mia (?:candidatura|domanda|richiesta)|quanto (?:detto|scritto)|quello che)|ho cambiato idea|ci ho ripensato e (?:resto|rimango)|mi sono pentit[oa]
        """,
        question=True,
        own=True,
    ),
)
_BROAD = (
    *_T.says(
        _R,
        r"""
        0.6 | altr qualcun nuov mani | {pupils}|i miei due|i miei tre|le mie due|i due|i tre && altr[ioae]|qualcun\w*|nuov[oa] mentor[ei]?|mani|chi && lasci\w+|affid\w+|cerc\w+|bisogno|merit\w+|pass\w+|trov\w+|prend\w+|assegn\w+|ced\w+|vad\w+|andr\w+ !! riunione|ci siamo|accett\w+|lista|prendo io|cambiare|altro anno
        0.6 | mentor tutor padrino accompagn guidare seguire | {mentor}|{guide}|mentees? && non .{0,20}piu|smett\w+|ultim[oa]|termin\w+|chiud\w+|addio|saluto|ritir\w+|fin(?:e|ita|ito)|dimission\w*|stanc[oa]|moll\w+|lasc\w+|basta|esaust[oa]|cedo && da[l]?|dall'\w+|fino|fine|in poi|sempre|definitiv\w+|mai|\d+|mese|anno|oggi !! non (?:lascio|mollo|mi dimetto)|riunione|altro anno|(?:mio|mia) mentor[ei]?
        """,
        roles=MENTOR,
    ),
    *_T.says(
        _A,
        r"""
        0.6 | nuov novel princip newb giovan arriv cominc leve ragazz | {new}|{pupils} && {guide}|accompagn\w+|guid\w+|segu\w+|affianc\w+|accogli\w+|per mano|una mano|aiut\w+|insegn\w+|mentor\w* && io|mi|me|voglio|vorrei|posso|potrei|conto su di me|eccomi|qui|dispost[oa]|piacerebbe|pront[oa]|offro|disponibile !! nessuno mi|(?:mio|mia) figli\w|non ho|(?:mio|mia) mentor[ei]? (?:non|mi)|sono nuov[oa]|appena arrivat[oa]|piu
        0.6 | mentor | mentor(?:e|i|ing|ship)? && {wish}|contate su di me|fare il passo|il salto|dall'altra parte|il mio turno|tocca a me|mi vedo|mi butto|segnatemi !! non|nn|mai|senza|altr[oa] mentor[ei]?|cambi\w+|(?:mio|mia) mentor[ei]?|bisogno|cerco|(?:un|una) mentor[ei]?(?= (?:per|che))|avere|risposta|sapere|assegn\w+|trovat\w+|lasciare|piu
        """,
        roles=REPS,
        question=True,
    ),
    *_T.says(
        _C,
        r"""
        0.7 | corso coaching teachable esame formazione moduli lezioni quiz | {course}|{named}|esame && {did}|{done} && alleg\w+|certif\w*|diploma|attestato|\d\d|ieri|oggi|finalmente|(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)|settimana scorsa|voto|stanotte !! {partly}|patente|scrum|udemy|inglese|universita|uni|cucito|cucina
        """,
    ),
    *_T.says(
        Intent.STATUS_QUESTION,
        r"""
        0.6 | candidatura domanda richiesta iscrizione modulo | (?:mia|la|una) (?:candidatura|domanda|richiesta|iscrizione)|mio modulo && mesi|settiman[ae]|giorni|da|aspett\w+|mandat\w+|inviat\w+|ancora|arrivat\w+|ricevut\w+ && risposta|notizi\w+|sap\w+|si sa|novita|niente|a che punto|pers[oa]|dove|riscontro|silenzio|ricevut[oa]|arrivat[oa] !! allegat[oa]|dati
        """,
        question=True,
    ),
    *_T.says(
        Intent.MENTEE_ACCEPTANCE,
        r"""
        0.6 | lista aspetta attesa orfan mentor nessuno | lista|aspetta|attesa|orfan[oaie]|senza mentor[ei]?|non ha nessuno|nessuno l[oa] vuole && io|me|mi|l[oa]|mio|mia && prend\w+|mandat\w+|affid\w+|accolg\w+|accompagn\w+|adott\w+|piacere|volentieri|seguo|seguir\w+ !! (?:i miei|le mie) (?:due|mentee)|altr[oa] mentor[ei]?|lascio|mio nome|togli\w+|cancell\w+|piu
        """,
        roles=MENTOR,
        question=True,
    ),
    *_T.says(
        Intent.DATA_REQUEST,
        r"""
        0.7 | dati informazioni scheda archiv conserv | dati|informazioni|scheda|archivi\w*|conserv\w+ && cancell\w+|elimin\w+|rimoz\w+|rimuov\w+|copia|invi\w+|mand\w+|ricevere|richiedo|chiedo|vorrei|voglio|export\w* && miei|mio|mia|mie|mi|me|personali !! certificat\w*|corso|mentor\w*|link|riunione
        """,
        question=True,
    ),
    *_T.says(
        Intent.DECISION,
        r"""
        0.7 | candidat domanda richiesta pratica caso | candidat\w+|domanda (?:di|della|del)|richiesta (?:di|della|del)|pratica|caso (?:di|della|del) && approvo|approvat[oa]|d'accordo|a favore|contro|via libera|respint\w+|rifiut\w+|il mio voto|voto|accett\w+|favorevole|ok|bocci\w+ !! (?:mia|la mia) (?:candidatura|domanda|richiesta)|vorrei|voglio|diventare
        """,
        roles=MEMBERS,
    ),
)


ITALIAN = _T.lexicon(
    (*_LEAVE_ROLE, *_PROGRESS, *_PAIRS, *_OTHERS),
    vague=_BROAD,
    negation="non|nn|mai|senza|nemmeno|neanche|neppure|tantomeno|invece di",
    someday=r"un giorno|in futuro|piu avanti|l'anno prossimo|anni fa|l'anno scorso|a giugno potrei|una volta",
)
"""The cues of Italian and the words that void them."""

ITALIAN_TOPICS = topics(
    {
        Intent.RESIGNATION: r"dimett\w*|dimission\w*|smett\w*|lasci(?:o|are)|addio|successor\w*|sostitut\w*|mollo",
        Intent.MENTOR_APPLICATION: r"(?:diventare|fare|essere|come) (?:il |la |una? )?mentor[ei]?|candid\w+",
        Intent.COURSE_COMPLETION: r"coaching|teachable|certificat\w*|attestat\w*|diplom\w*|corso|formazione|modul[oi]",
        Intent.MENTOR_CHANGE: r"(?:altr[oa]|nuov[oa]) mentor[ei]?|cambiare (?:di )?mentor\w*|(?:mio|mia) mentor[ei]? non\b.*",
        Intent.MENTOR_REQUEST: r"(?:ho bisogno di|cerco|senza) (?:una? )?mentor[ei]?",
        Intent.MENTEE_ACCEPTANCE: r"mentees?|lista aperta",
        Intent.RENEWAL: r"(?:un altro|ancora un|secondo) anno|prorog\w+|rinnov\w+|dodici mesi",
        Intent.MEETING_REPORT: r"incontr\w+|riunione|sessione|chiamata",
        Intent.LEAVE_OF_ABSENCE: r"ferie|vacanz[ae]|congedo|assen\w+|pausa|maternita",
        Intent.FEEDBACK: r"\d ?(?:/|su) ?(?:5|10)|voto|valutaz\w+|feedback",
        Intent.STATUS_QUESTION: r"stato della|notizie|risposta",
        Intent.DATA_REQUEST: r"miei dati|gdpr|dati personali",
    }
)
