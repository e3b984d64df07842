# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""German cues for all intents; see `clauses` for how they are written."""

from mailer.understand.clauses import NEVER, Clauses, words
from mailer.understand.cues import Lexicon
from mailer.understand.german_words import CLASSES

_GERMAN = Clauses(
    CLASSES,
    starts=words(
        "und aber doch denn also daher darum drum deshalb deswegen sondern jetzt weil dass da"
    ),
    after="{someday}",
)

_TABLE = r"""
resignation 0.95: mentor betreuung
    {i} && {role} && {leave}
    but {notleaving}
resignation 0.85: mentor
    (?:möchte|will|muss|werde|hab\w*|hör|trete|gebe?|lege)  && {role} && {leave}
    but {notleaving}|er|sie|wir|ihr
resignation 0.95: mentor amt
    {i}|meinen? && {leavenoun} && {role}|amt
    but {not}|{voidleaving}|sein\w*|kolleg\w*
resignation 0.9 wide: mentor
    entschlossen|entschieden|beschlossen|entschluss|entscheidung|schweren herzens|mitteilen|mitzuteilen|bescheid|sagen|bekannt|gekommen|zeit|schade|leid|bitte && {role} && {leave}
    but {notleaving}|{told}|{someday}|wenn|ihr
resignation 0.95 mentors: mentor betreu begleit
    {i} && {role}|{mentees} && (?:{nomore})~(?:{goon})|(?:mach|mache|bin|arbeite|stehe)~(?:{nomore})
    but {voidleaving}|erreich\w*
resignation 0.95 mentors: mentor
    {i} && {nomore} && als mentor(?:in)?|mentor(?:in)?|mentoring|mentoren\w+
    but {voidleaving}|meinen?|einen|zufrieden|erreich\w*|antwort\w*|ander\w*
resignation 0.9 mentors: mentees schutzling schuetzling reps betreu begleit jungs
    {i}|geb|gebe && {mentees} && geb[e]?~(?:ab|weiter|auf)|(?:ab|weiter|auf)(?:zu)?geben?|übergebe|übergeben
    but {not}|{voidleaving}|feedback|tipps?
resignation 0.85 mentors: schluss feierabend vorbei rum letzte raus ende
    {i}|für mich|für mi|bei mir && schluss|feierabend|rum|raus|vorbei|letzter? tag|ist ende|zu ende && {role}|{mentees}|ab sofort|(?:per|ab|auf|zum|seit|mit) (?:ende )?(?:\w+\.? ){0,2}
    but {voidleaving}|jahr|mentoringjahr|arbeit|kurs\w*|schulung\w*|treffen|gespräch
resignation 0.9 mentors question: mentor
    raus aus|raus ausm|bin raus|schluss|letzter tag|letzte tag|ende|austragen|streich\w*|streichung|entbind\w*|entlass\w*|abberuf\w*|widerruf\w*|entfern\w*|nehmt mich|nehmen sie mich && (?:als |der |dem |den |meiner )*(?:{role}) && {i}|meine?[rnms]?|streichung
    but {not}|{voidleaving}|jahr|mail\w*|gruppe|chat|pool auf
resignation 0.85 mentors: amt hut staffelstab ruder funktion aufgabe tatigkeit taetigkeit verantwortung
    {i} && (?:das|mein|meine|die|den|diese[sn]?) (?:{office}|verantwortung) && {leave}
    but {notleaving}
resignation 0.6 mentors: nachfolg platz stelle
    nachfolge\w*|nachfolger(?:in)? && mein\w*|für mich|als && schlage|empfehle|empfehlung|vorschlag\w*|vorschlagen|wäre|würde|soll|sollte
    but {voidleaving}
resignation 0.85 mentors: mentees reps neuen verantwortung schutzling weitere
    bitte|möchte|will|nehme && kein\w*~(?:{mentees}|{newcomers}|verantwortung|weiteren|reps) && mehr
    but {voidleaving}|momentan|derzeit|gerade|erstmal|zurzeit|mails?|fragen|bis
resignation 0.85 mentors wide: liste verzeichnis pflichten aufgaben
    bitte|bitten|möchte|ersuche|nehmt|streicht && mich|meinen? \w+|streichung && streich\w*|entbind\w*|entpflicht\w*|(?:von|aus) (?:der|dem) (?:liste|verzeichnis)
    but {not}|{voidleaving}|mail\w*
resignation 0.9 mentors: mentor
    nicht (?:mehr|länger)|nimmer && führ\w*|unter den|ab (?:mai|juni|juli|\w+) && mentor(?:in|en|innen)?
    but {unsure}|{told}|{elsewhere}|mein\w*|erreich\w*
resignation 0.85 mentors: raus ohne_mich von_bord
    (?:nehmt|nehmen sie|streicht) mich (?:bitte )?(?:raus|heraus|von der liste)|(?:ab|bitte)~ohne mich|(?:geh[e]?|gehe ich|geh ich) von bord
    but {not}|{told}|verteiler|mail\w*|chat|gruppe|council
resignation 0.6 mentors wide: hande stelle ausserstande geht bettel genug platz zepter segel brucke jemand kapitel verantwortung
    in (?:die|andere|jüngere) hände|an meine stelle|außerstande|es geht nicht mehr|schmeiß\w*~bettel|räume meinen platz|zepter|segel streichen|jemand(?:en)? ander\w+~(?:suchen|finden|übernehmen)|(?:suchen|sucht|finden)~jemand(?:en)? ander\w+|klappe~kapitel|kapitel~zu|übernimmt meine (?:mentees|reps)
    but {unsure}|{told}|urlaub|bis ich|ferien|wechseln|council|verein\w*
resignation 0.55 mentors: hore hor aufhor trete zuruck schluss steig
    ^(?:\w+[,!]? ){0,8}?(?:ich|i)\b|{i} && (?:{leaveapart}|aufhören|zurücktreten|zurückzutreten|aufzuhören|aussteigen)
    but {notleaving}|mail\w*|kurs\w*|meine?n? mentees?
mentor_application 0.95 reps question: mentor
    {i} && {wish} && {become}
    but {notapplying}
mentor_application 0.85 reps question: mentor
    (?:möchte|will|würd[e]?|hätte|hab|habe|bewerbe|melde|wär[e]?|bin)\b && {become}
    but {notapplying}|er|sie|ihr|wir
mentor_application 0.85 reps wide question: mentor
    {i}|mein\w* && lust|bock|interesse|bereit|entschlossen|entschieden|wunsch|traum|ehre|freude|vorstellen|freuen|zeit|traue|gern[e]?|hiermit|überlegung && mentor(?:in)? (?:zu )?(?:werden|sein)|{become}
    but hätte ich zeit|hätte ich nur|hätt ich|wäre ich|{notapplying}|mein\w* mentor(?:in)?
mentor_application 0.95 reps: bewerb
    meine? (?:formlose |schriftliche |offizielle )?bewerbung|bewerbungsschreiben && (?:als|zum|zur|um|für|auf) (?:\w+ ){0,3}mentor\w*
    but {not}|liegt|seit|stand|status|eingegangen|zurück\w*|wann|geworden|vor \w+ (?:wochen|monaten)
mentor_application 0.9 reps question: mentor
    nehmt|nehmen sie|tragt|tragen sie|schreibt|schreibet|setzt|setzen sie|zählt|merkt|macht|packt|aufnahme|listet|meldet && mich|mi && mentor\w*
    but {not}|{told}|raus|streich\w*|mentorin? ist|von der
mentor_application 0.85 reps: bereit
    {i} && bereit && (?:für|auf) (?:einen |eine |meine[n]? |die )?(?:\w+ )?mentees?
    but {notapplying}
mentor_application 0.85 reps question: neu jung nachwuchs anfanger anfaenger einsteig newbie mentee azubi kuken frischling reps leute
    {i} && möcht[e]?|will|würd[e]?|gern[e]?|bock|lust|bereit|tät|interesse && (?:{newcomers}|(?:neuen|andere[nr]?|jungen?|arabische[nr]?|anderen) (?:reps|leuten?|menschen|mitglieder\w*|freiwilligen)) && (?:zu )?(?:begleite[n]?|betreue[n]?|unterstützen|helfen|an die hand|zeigen|führen|coachen|fittiche|übernehmen|begleitung|mentorieren|nehmen|nemma|einarbeiten|einführen|da sein)
    but {not}|{unsure}|{told}|{others}|wenn ich|mein\w* mentor\w*|danke
mentor_application 0.85 reps: begleit
    {i}|mein && interesse|interessiere|bereitschaft|bereit|mithilfe && (?:begleitung|betreuung) (?:von |der |neuer )*(?:\w+ )?(?:neuen|neuer|mitglieder\w*|reps|neulinge\w*)
    but {notapplying}
mentor_application 0.85 reps question: gebt geben gib zuteil weis
    gebt|gebet|geben sie|gib|könnt|können sie|weist|teilt && mir|mich && (?:einen?|ein|selber|ruhig|bitte|meine ersten|son|so n|n)~(?:{newcomers}|mentees?|schützling)
    but {not}|mein\w* mentor\w*
mentor_application 0.9 reps question: mentor
    beantrag\w*|zu beantragen|ersuche|bitte um|bitten um|bitte höflich um && (?:aufnahme|verwendung|bestellung|ernennung|zulassung|eintragung)~mentor\w*
    but {not}|{told}|{others}|gebeten
mentor_application 0.85 reps question: azubi mentee neuling neue schutzling schuetzling kuken frischling anfanger jemanden
    will|möchte|hätte gern|nehme gern|würde gern && (?:so ?n?en|so ?n|einen?|auch einen|selber|selbst)~{novice}
    but {not}|{unsure}|{told}|{others}|mentor\w*|handy|laptop|job
mentor_application 0.6 reps question: wen jemanden dabei
    (?:dürft|könnt|könnts|dürfen|können)~mir~(?:wen|jemanden|einen)~(?:anvertrauen|zuteilen|geben|schicken)|^i(?:ch)? wär[e]? dabei$|(?:betreuung|begleitung) von (?:die |den )?neu\w*
    but {not}|{told}|mentor\w*|zuständig
mentor_application 0.6 reps question: weitergeb zuruckgeb zurueckgeb seite fuhr fuehr begleit weg
    {i} && selbst|selber|gern[e]?|dran|nun|jetzt && weitergeben|zurückgeben|zurückzugeben|seite (?:zu )?wechseln|~(?:einen|jemand\w*|andere|neue\w*)~(?:führen|begleiten|helfen|da sein)|den weg zeig\w*|dem weitergeben
    but {not}|{unsure}|{told}|{others}|mein\w* mentor\w* wechsel\w*|hand
mentor_application 0.6 reps question: mentor
    ich|i && mentor(?:in)? && werden|sein|bewerben|bewerb[e]?|interesse
    but {not}|{told}|{others}|{someday}|mein\w*|brauch\w*|such\w*|einen|wechsel\w*|nächstes jahr|irgendwann|{elsewhere}|{unsure}|wenn
course_completion 0.95: coaching teachable
    {course} && {done}
    but {notdone}
course_completion 0.9: coaching teachable
    {course} && {paper} && {enclosed}
    but {notdone}|hatte
course_completion 0.75: kurs lehrgang schulung training ausbildung lektion modul quiz prufung pruefung test kapitel learning online bildung
    {lessons} && {done}
    but {notdone}|der test|als lehrer
course_completion 0.6 wide: kurs modul lektion quiz
    (?:kurs|schulung|coaching\w*|module?|lektionen|quiz|test): ?{done}
    but {not}|{told}
course_completion 0.7: zertifikat scheinigung urkunde nachweis statigung staetigung beleg zeugnis cert diplom beweisfoto wisch blattle
    {paper} && {enclosed}
    but {notdone}|leumund\w*|führungszeugnis|arbeitszeugnis|anmelde\w*|buchungs\w*|krank\w*
mentor_request 0.9 reps question: mentor
    {nomentor} && ich|i|mir|bin|hab|habe|mich
    but {told}|{others}|will keinen|möchte keinen|brauche keinen|wie viele|reps
mentor_request 0.85 reps question: niemand kein zugeteilt zugewiesen
    {nomentor}
    but {told}|{others}|wie viele|reps|mentees?|ihn|für ihn|sie hat
mentor_request 0.9 reps question: mentor
    {i}|mir|wir && {askfor} && (?:einen?|ne|nen|n|jemanden als|um (?:eine |die )?(?:zuweisung|zuteilung)(?: eine[rs])?) (?:\w+ ){0,2}?mentors?(?:in)?|brauche? mentor(?:in)?|suche? mentor(?:in)?
    but {not}|gebeten|beantragt|angefragt|{told}|{others}|werden|sein|ander\w*|neu(?:e|en)|wechsel\w*|vor \w+ (?:wochen|monaten)|wann|bewerb\w*|als
mentor_request 0.6 reps: niemand koin allein
    (?:ich|i) && (?:hab|habe|han) (?:\w+ ){0,4}?(?:niemanden?|noch keinen|koin|keine[nr]?)$|steh\w* (?:\w+ ){0,3}?allein\w* da
    but {told}|zeit|lust|angst|kinder
mentor_request 0.8 reps question: hand zuteil matche weg begleit betreu
    (?:wer|könnt|kann|können|gibt es|gesucht|suche|wäre)\b && mich|mir|jemand(?:en)?|ich && (?:an die hand|zuteilen|matchen|den weg zeig\w*|unter (?:seine|ihre|die) fittiche|mich (?:\w+ )?(?:begleite[nt]|betreu(?:t|en)))
    but {not}|ander\w*|neulinge?n?|{newcomers}|dem ich|den ich
mentor_change 0.9 reps question: mentor begleit betreu jemand wem
    {another} && {askfor}|will|wäre|würde|lieber|wechsel\w*|könnte|könnt|tausch\w*|gern[e]?|geht|denkbar
    but {not}|{told}|{mentees}|er braucht|werden|übernehmen|neulinge?
mentor_change 0.9 reps question wide: mentor
    {i}|mir|man|könnte|möglich|wäre|kann && mentor(?:in)? && wechseln|zu wechseln|tauschen|austauschen|gewechselt|gegen \w+ ander\w+|wechsel
    but {not}|{told}|{others}
mentor_change 0.85 reps question wide: mentor betreu
    {mymentor} && {silent}
    but {told}|urlaub|krank
mentor_change 0.85 reps question wide: mentor
    {mymentor} && heu nicht|passt (?:\w+ )?nicht|passen (?:\w+ )?nicht|harmoni\w* nicht|chemie|nicht zusammen|wechseln|ersetz\w*|komme[n]? nicht klar
    but {told}
mentee_acceptance 0.85 mentors: nehm betreu begleit nimm zu_mir kapazitat platz frei
    {i}|bei mir && {take} && gern[e]?|kann|könnte|würd[e]?|möchte|will|bereit|nehm[e]?|übernehm[e]?|noch|platz|liste|also|biete
    but {not}|{unsure}|{told}|urlaub|teil|kontakt|rücksprache|abschied|hut|bezug|anlass|amt|hof|vorsitz|kosten|kurs|abgeben|{leavewhole}
mentee_acceptance 0.85 mentors question: liste mentee
    liste|warteliste|mentees?|neue[rn]? && nehm[e]? ich|ich nehm[e]?|darf zu mir|kann zu mir|bereit|zuteilen|zuweisen|aufnehmen|übernehmen
    but {not}|{told}|{leavewhole}|ab|übernimmt
mentee_acceptance 0.85 mentors: platz kapazit
    (?:ich|i|bei mir) && (?:hab|habe|ist|sind|wäre)~(?:platz|plätze|kapazität\w*)~(?:für|frei)
    but {not}|{unsure}|{told}|auto|tisch|wohnung|kurs
mentee_acceptance 0.85 mentors: zu_mir
    (?:kann|darf|soll|könnte|gern[e]?|ruhig) (?:\w+ )?zu mir
    but {told}|nach hause
renewal 0.9: verlanger verlaenger
    verlänger\w* && jahr\w*|wir|mentee|mentor|partnerschaft|betreuung\w*|begleitung|beide\w*|gern[e]?|pair|paar
    but {told}|frist|pass|visum|urlaub|vertrag|ob|mentoren|mietvertrag|handy\w*
renewal 0.85 wide: jahr monate
    (?:das|unser|mein|erstes?|ein|dem|nach (?:einem|unserem)) (?:\w+ )?(?:jahr|johr)|zwölf monate[n]?|12 monate[n]? && um|rum|vorbei|vorüber|herum|zu ende|abgelaufen|endet|mit|zusammen && weiter\w*|verlänger\w*|noch ein\w*|nochmal\w*|dran|beenden|dabei|lassen|hängen|reicht|genug|getrennte wege|wechseln|rund|langt\w*|bewenden|schluss
    but {told}|uni|studium|schule|firma|job|urlaub\w*|voll und ganz
renewal 0.9: weiter dran noch_ein nochmal zweites_jahr
    wir|(?:mit|und) [\w.]+|beide && noch ein(?:mal)? (?:\w+ )?jahr|(?:ein )?weiteres jahr|zweites jahr|nochmals? (?:zwölf|12|ein)|jahr dran && machen|weiter\w*|möchten|wollen|würden|hängen|gehen|arbeiten|anhängen|dranhängen|verlängern
    but {not}|{told}
renewal 0.7: machen weiter weitermach
    (?:ich und [\w.]+|[\w.]+ und ich|wir beide|wir) (?:\w+ ){0,2}?machen~\bweiter
    but {not}|{told}
meeting_report 0.9: getroffen traf treffen gesprach gespraech sitzung telefonat call zusammengesessen gsessa
    (?:hab\w*|ham|sind|war\w*) (?:\w+ ){0,6}?(?:getroffen|zusammengesessen|telefoniert|gesessen|gezoomt)|traf(?:en)?|getroffen|hatte[n]?|fand|stattgefunden|gehabt|bericht\w*|gsessa|war(?: \w+)? (?:gut|super|produktiv) && mich|uns|wir|ich|unser\w*|treffen|gespräch|sitzung|call|betreuungsgespräch\w*|coachinggespräch|statt && mit (?:meine[rmn] )?\w+|mentee\w*|mentor\w*|schützling|treffen|betreuungsgespräch\w*|coaching\w*|stunden?|minuten
    but hätte|sollen|fiel|fällt|{kin}|nicht|nie|kein\w*|{told}|morgen|nächste[nr]?|werde[n]?|wollten|planen|geplant|ausgefallen|abgesagt|verschoben|freunde[n]?|entscheidung|geschäftspartner\w*|kurs\w*|wenn|falls|soll
meeting_report 0.85 members: gesprochen besprochen telefoniert unterhalten
    (?:hab\w*|wir|ich) && mit (?:dem |der |meine[rmn] )?\w+|miteinander|uns && stunden?|minuten|lang|treffen|mentee|mentor(?:in)? && gesprochen|besprochen|telefoniert|unterhalten|gezoomt
    but hätte|{kin}|nicht|nie|kein\w*|{told}|morgen|nächste[nr]?|werde[n]?|wollten|planen|geplant
meeting_report 0.85 wide: treffen gesprach gespraech sitzung
    (?:betreuungs|mentoring|coaching)?-?(?:treffen|gespräch|sitzung|session) && mit (?:meine[rmn] )?\w+ && (?:am|vom) \d+|gestern|heute|vorgestern|letzten?|vergangenen?|dauer|\d+ (?:minuten|stunden?|min|std)|stunde\w*|dauerte|besprochen
    but nicht|kein\w*|{told}|morgen|nächste[nr]?|werde[n]?|geplant|ausgefallen|abgesagt|verschoben|findet|am kommenden|ist am|einladung|council\w*
meeting_report 0.85 members: stunde stund minuten
    (?:gestern|vorgestern|heute|am (?:sonntag|samstag|freitag|montag|dienstag|mittwoch|donnerstag)|samstag|sonntag|\d+\. \w+) && mit (?:dem |der |meine[rmn] )?\w+ && (?:stunden?|stund|std|minuten)
    but nicht|kein\w*|{told}|morgen|nächste[nr]?|werde[n]?|zug|bus|auto|chef\w*|fahrt|verspätung|treffe|kurs|lektion\w*
feedback 0.85: von / punkte sterne note
    (?:\d|zehn|neun|acht|sieben|sechs|fünf|vier|drei|zwei)(?:[.,]\d)? ?(?:von|/|aus) ?(?:5|10|zehn|fünf|fünfe)(?: punkten?| sternen?)?|\d sterne?|note \d|\d+ punkte
    but {lessons}|lektionen|fragen|richtig|quiz\w*|reps|mentoren|uhr|{told}
feedback 0.85: feedback ruckmeldung rueckmeldung einschatzung einschaetzung beurteilung bewertung bewert
    feedback|rückmeldung|einschätzung|beurteilung|bewertung|bewerte && (?:zu|zum|zur|über|für|von|meine[nms]?|meiner) (?:\w+ )?(?:mentor(?:in)?|mentee|schützling|[a-z]+)
    but {told}|formular|wie|wo|wann|bitte um|danke|vorlage|termin|frist|möchtet
feedback 0.7 wide: mentor mentee schutzling schuetzling betreu
    mein(?:e|en|em|er)? (?:\w+ )?(?:mentor(?:in)?|mentee|schützling|betreuer(?:in)?) && {praise}
    but wechsel\w*|ander\w* mentor\w*|{told}|hat mir (?:sehr |viel )?geholfen|werden|aufhören|aufgehört|tausch\w*|{silent}|lieber|zertifikat
feedback 0.6 members wide near: ist isch lernt erklart erklaert braucht war muss hat schafft arbeitet nimmt
    (?:er|sie|der (?:junge|kerl\w*)|[a-z]+) (?:ist|isch|war|lernt|erklärt|arbeitet|schafft|braucht|muss|nimmt|hat|kann) && {praise}
    but {i} (?:bin|habe|hab|war)|bin ich|{kin}|ich (?:bin|habe|hab|war)|{told}|sie haben|{lessons}|{paper}|programm|workshop|danke|handbuch|portal|wäre
leave_of_absence 0.6 mentors wide: aufenthalt nachtdienst betreuung dienst reise
    (?:vom|von|bis|ab)~\d+|bis (?:monatsende|\w+) && keine betreuung|aufenthalt|nachtdienste?|dienstreise|danach wieder
    but {told}|aufhören|zurücktret\w*|endgültig|nicht mehr
leave_of_absence 0.85 wide: erreichbar verfug verfueg offline abwesen urlaub auszeit paus elternzeit mutterschutz reise fall unerreich wk weg milit zivil reha kur_ bin_raus beurlaub sabbat freistell ofunka nicht_da
    {i} && {away} && {span}
    but {told}|mein\w* mentor\w*|hatte|war (?:ich )?(?:im|in)|nicht mehr als|für immer|endgültig|er ist|sie ist|muss (?:ich )?weg von|weg zeig\w*|kein\w* pause|den weg|am weg|unterwegs|endlich|wenn|ob|aufhören|zurücktret\w*
announcement 0.85 question always: mentor begleitpersonen betreuer rund
    {everymentor} && {passon}
    but {told}|{not}|wer|wie|muss ich|mein\w* mentor\w*
announcement 0.85 always: mentor
    (?:ankündigung|info|information|mitteilung|nachricht|neuigkeit|hinweis|durchsage|rundmail|rundschreiben|liebe) (?:\w+ ){0,2}?(?:an |für )?(?:alle |die |unsere )*(?:mentoren|mentorinnen|mentor:innen)
    but {told}
decision 0.8 always wide: nehmen_wir wir_nehmen einstimmig
    (?:nehmen wir|wir nehmen)~(?:auf|an)|nehmen wir, einstimmig|einstimmig (?:angenommen|abgelehnt|dafür|dagegen)
    but {told}|termin|zug|urlaub
decision 0.8 wide always: genehm angenomm ablehn abgelehn bewilligt aufgenomm zustimm zugestimmt daumen einverstanden dafur dafuer dagegen stimme ja_von nein_von ok lehne grunes raus drin frei bestatigt ja nein
    (?:antrag|anfrage|bewerbung|gesuch|fall|sache|aufnahme|zu|zur|zum|bei|frau|herrn?|[a-z]+ [a-z]+|[a-z]+)\b && {assent}
    but {told}|mein\w* (?:antrag|bewerbung|anfrage)|wurde ich|wann|ich wurde|kurs|zertifikat|bin ich|habe ich|ich habe|gestern habe|bitte|wenn
status_question 0.85 reps question wide: antwort entscheidung neuigkeit bescheid ruckmeldung rueckmeldung neues stand
    (?:gibt es|gibts|habt ihr|haben sie) (?:denn )?(?:schon|bereits|mittlerweile|inzwischen) (?:eine )?(?:antwort|entscheidung|neuigkeiten|bescheid|rückmeldung|etwas neues|was neues)|(?:wie|was) ist (?:\w+ ){0,3}?(?:der )?(?:aktuelle )?stand\b
    but {told}|mentee|spielstand|termin|kurs
status_question 0.85 reps question wide: beworben gebeten beantragt angemeldet geschrieben angefragt eingereicht bewerbung
    (?:beworben|gebeten|beantragt|angemeldet|geschrieben|angefragt|eingereicht|bewerbung|antrag) && wie weit|der stand|bescheid|noch nichts|keine antwort|nichts gehört|wie steht|tut sich|gediehen|was daraus
    but {told}|mentee|firma|stelle
status_question 0.8 reps question: liste vorgemerkt vergessen
    (?:steh[e]?|bin|bleib[e]?) (?:ich|i) (?:\w+ ){0,3}?(?:auf (?:der|eurer|ihrer) (?:warte)?liste|vorgemerkt)|habt ihr mich (?:\w+ )?vergessen
    but {told}|mentor(?:en)?liste
status_question 0.85 reps question: bewerb antrag anfrage zuteil zuweis anmeld mentor gesuch mail schreiben darum damit
    {status} && (?:mein\w*|unser\w*|der|die|das|dem|den|ich|mir|vor|vom) (?:\w+ ){0,4}?(?:{mycase}) && ist|wie|wann|habt|haben|gibt|steht|hat|wo|schon|warte|kein\w*|nichts|nie|noch|seit
    but könnte ich|suche|brauche|einen mentor|{told}|wie lange dauert|mentee|formular|stelle|firma|abgeschlossen|muss man|bekommt man|treffen
status_question 0.6 reps question wide: wochen monat januar februar marz maerz april mai juni juli august september oktober november dezember tagen schreiben gebeten beworben beantragt geschrieben angefragt eingereicht
    (?:vor|seit|am|im|anfang|ende|mitte|mit schreiben vom) (?:\w+ )?(?:\w+\.? )? && (?:wochen|monaten?|tagen|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|\d+\.\d+) && (?:beworben|gebeten|geschrieben|schrieb|beantragt|angefragt|angemeldet|geschickt|eingereicht|gemeldet|bot)
    but {told}|er|sie|abgeschlossen|gekündigt
data_request 0.85 question always: daten angaben dsgvo speicher unterlagen eintrag auskunft alles profil account konto info
    kopie|auskunft|schick\w*|zusend\w*|export\w*|zukommen|einsehen|sehen|bekommen|herausgabe|lösch\w*|entfern\w*|schredder\w*|vernicht\w*|auszug|übersicht|welche|was|tilg\w* && {data} && mir|mich|meine[rnms]?|mein|über mich|zu mir|von mir|zu meiner person|zur person
    but {told}|mentee|teilnehmer\w*|zertifikat|kurs|coaching|adresse geändert|neue adresse|ändern|aktualisier\w*|link|formular|anhang|sprachen
data_request 0.85 question always: losch loesch schredder
    lösch\w*|schredder\w* && alles|daten|\w*nummer|konto|account|eintrag|profil
    but {told}|nicht|mail|chat|foto\w*
general_question 0.85 question always: ?
    (?:darf|dürfen|muss|müssen|kann|können|gibt|gilt|wie|wo|was|wer|welche[rs]?|wann|wieso|warum|ist|sind|zählt|braucht|nehmt|bekommt|bekommen|werden|wird|ob|soll|sollen|reicht) && {programme} && (?:man|ein\w*|der|die|das|es|ihr|mentoren|mentees|reps|wir|eigentlich|überhaupt|wie viele|wie oft|wie lange|jede[rs]?|auch|rechtsgrundlage|nur)\b(?=[^\n]*\?)
    but ich (?:\w+ ){0,3}?(?:auf der|dran|dabei)|mich|mein\w*|mir|bewerbung|anfrage|{nomore}|{become}|(?:einen|eine|nen) mentor(?:in)?|ich (?:würd[e]?|will|möchte)|{another}|wie geht es|antwort|stand|ich noch|jemand|brauche ich|kann ich|was muss ich|was braucht ihr|ich werden|zuteil\w*|ich hier|schlimm
general_question 0.8 question wide always: frage mitteilung wissen erklar erklaer
    (?:ich )?(?:bitte um mitteilung|wüsste gern\w*|möchte (?:gern\w* )?wissen|würde gern\w* wissen|könnt ihr (?:mir )?(?:erklären|sagen)|können sie mir (?:erklären|sagen)) && wie|wo|was|wer|welche[rs]?|wann|ob|auf welcher
    but bewerbung|meine? (?:antrag|anfrage)|stand|{told}|mein mentor
"""

GERMAN = Lexicon(
    cues=_GERMAN.cues(_TABLE),
    border=NEVER,
    negation=_GERMAN.any_of("{before}"),
    condition=_GERMAN.any_of(
        "(?:wenn|falls|sofern)(?! möglich| es (?:ihnen|euch|dir) recht| ihr mich| sie mich| noch| mich)"
    ),
    later=_GERMAN.any_of("aber nur wenn|nur falls|es sei denn"),
    hearsay=NEVER,
    someday=_GERMAN.any_of("eines tages|irgendwann|in ferner zukunft|vor jahren"),
)
