# ruff: noqa: E501 - a table of words broken over lines is harder to read than a long one
"""German word classes for the cues: see `clauses` for how they are written.

Also Swiss and Austrian German, spellings without umlauts, and how people write on a phone. Words
are in the plain form of `sentences.plain`; an "ö" here fits "o" and "oe" there, `_` is a blank.
"""

from mailer.understand.clauses import words

_APART = (
    ("tret[e]?|trat", "zurück|ab|aus"),
    ("hör[e]?", "auf"),
    ("leg[e]?", "nieder|ab|in (?:andere|jüngere|neue) hände"),
    ("geb[e]?|gib", "ab|auf|zurück|weiter"),
    ("steig[e]?|scheid[e]?", "aus"),
    ("zieh[e]?", "zurück|raus"),
    ("klink[e]?", "aus"),
    ("dank[e]?", "ab"),
    ("mach[e]?", "schluss|feierabend"),
    ("häng[e]?", "an den nagel"),
    ("werf[e]?|schmeiß[e]?", "hin"),
    ("stell[e]?", "zur verfügung|ein"),
    ("nehm[e]?", "den hut|meinen hut|abschied"),
)
"""Verbs of leaving that stand in two pieces."""

CLASSES = {
    "leaveapart": "|".join(f"(?:{verb})~(?:{piece})" for verb, piece in _APART),
    "i": words(r"ich i ick mich mir hiermit_erkläre_ich"),
    "role": words(
        r"mentor(?:in|en|innen|s|a)? mentor\w* mentoring\w* betreuungs(?:amt\w*|aufgaben?|tätigkeit)"
    ),
    "office": words(
        r"(?:ehren)?amt(?:es)? rolle aufgaben? funktion tätigkeit(?:en)? posten mandat dienst pflichten job ruder staffelstab hut"
    ),
    "mentees": words(
        r"mentees? schützlinge?n? neulinge?n? betreuung begleitung betreuen begleiten begleite mentorieren meine_(?:\w+_)?(?:reps|jungs|mädels|leute|küken)"
    ),
    "newcomers": words(
        r"neue[nrs]? neuling(?:e|en|s)? neueinsteiger\w* anfänger\w* jüngere[nr]? newbies? newcomer(?:n|s)? frischling(?:e|en)? azubi küken mentees? nachwuchs einsteiger(?:n|in|innen)?"
    ),
    "others": r"(?:kolleg\w+|freund(?:in)?|kumpel|bruder|schwester|mann|frau(?: \w+)?|herr \w+|tochter|sohn|chef(?:in)?|nachba?r(?:in)?|(?:mein\w*|der|die|ein|eine) (?:mentor(?:in)?|mentee)|mentee|er|sie|jemand|der|die|wer) (?:\w+ )?(?:möchte|will|wollte|hat|hatte|ist|tritt|hört|würde|wird|macht|soll|sollte|gibt|legt|kann|überlegt|bewirbt)",
    "not": words(
        r"nicht nich net nie niemals kein\w* koi weder ohne nix nichts niemand(?:en)? nee nein nope"
    ),
    "unsure": words(
        r"vielleicht evtl eventuell womöglich überleg(?:e|en|t|ung_wert)? nachdenke nachzudenken denke_(?:\w+_)?(?:nach|daran) gedanken? irgendwann eines_tages später nächstes_jahr demnächst könnte_ich_(?:mir|ja) spiele_mit angenommen beinahe fast hätte_ich_fast träum\w* geträumt scherz spaß_beiseite witz aprilscherz ironie"
    ),
    "someday": words(
        r"sobald falls_ich wenn_ich_(?!darf\b|kann\b|mich_nicht_irre|ehrlich)\w+ erst_wenn nachdem_ich bevor_ich wenn_(?:alles|mein\w*|die|der|das)_\w+ sofern_ich es_sei_denn außer_wenn noch_nicht nur_wenn vorausgesetzt"
    ),
    "told": words(
        r"sagt sagte meint meinte moint behauptet\w* fragt fragte glaubt glaubte dacht\w* denkt angeblich gerüchte? heißt_es hieß_es stand_da steht_da gelesen erzählt\w* stellt_euch_vor stell_dir_vor wunder\w* fragen ob warum weshalb"
    ),
    "elsewhere": words(
        r"council\w* rat(?:es)? verein\w* \w+verein\w* vorstand\w* vorsitz\w* kass\w+ firma arbeit_(?:bei|in)_\w+ stelle_(?:bei|in|als_(?!mentor))\w+ chef redaktion chor feuerwehr rauchen studium jav betriebsrat trainer gemeinderat elternbeirat schule uni klasse nachhilfe tutor\w* traktanden\w* newsletter verteiler"
    ),
    "awhile": words(
        r"vorübergehend\w* pause pausier\w* auszeit kurzfristig für_(?:ein_paar|einige|zwei|drei|vier|sechs|\d+)_(?:tage|wochen|monate) eine_zeit_lang eine_weile urlaub\w* elternzeit"
    ),
    "leavewhole": words(
        r"zurück(?:zu)?treten zurücktrete zurückgetreten auf(?:zu)?hören aufhöre aufgehört nieder(?:zu)?legen niederlege niedergelegt (?:ab|auf|weiter|zurück)(?:zu)?geben (?:ab|auf|weiter|zurück)gebe aus(?:zu)?scheiden ausscheide aus(?:zu)?steigen aussteige zurück(?:zu)?ziehen zurückziehe beende beenden kündige kündigen verlasse verlassen hin(?:zu)?(?:schmeißen|werfen) schluss_(?:zu_)?machen schluss_mache ab(?:zu)?treten abtrete ab(?:zu)?danken an_den_nagel_(?:zu_)?hängen quitte resigne aufhörn"
    ),
    "leave": r"{leaveapart}|{leavewhole}",
    "leavenoun": words(
        r"rücktritt kündigung ausscheiden austritt abschied amtsniederlegung niederlegung rückzug"
    ),
    "nomore": words(
        r"nicht_mehr nicht_länger nich_mehr net_mehr nimmer nemme nicht_länger kein\w*_\w+_mehr nicht_weiter nicht_(?:mehr_)?weiter\w* nich_weiter"
    ),
    "goon": words(
        r"sein bleiben weitermachen arbeiten tätig_sein zur_verfügung\w* fortführen fortsetzen weiterführen ausüben machen mach mache leisten stemmen schaffe betreuen begleiten schaffen dabei da dienen wirken bin weiter verfügbar"
    ),
    "keep": r"(?:will|möchte|werde|würde|denke)?[^,;\n]{0,30}?\b(?:nicht|nich|net|nie|niemals|nicht daran)(?! mehr| länger| weiter)",
    "notleaving": r"{keep}|{unsure}|{elsewhere}|{awhile}|{others}|wechsel\w*|tausch\w*",
    "voidleaving": r"{unsure}|{elsewhere}|{awhile}|{others}",
    "wish": words(
        r"möcht[e]? will wollen wollte würd[e]? wär[e]? hätte lust bock interesse interessier\w* bewerb\w* bewerbung meld[e]? melden anmelden biete anbieten bekunde bereit gern[e]? gerne freu\w* beantrag\w* bitte bewirb kandidier\w* traue zur_verfügung dabei überzeugt entschieden entschlossen kann darf könnte dürfte pls plz ernst wunsch reizt vorstellen eintragen mitmachen"
    ),
    "become": r"(?:rep-)?mentor(?:in)? (?:zu )?(?:werden|sein|machen|mitmachen|werd)|(?:werd|werde|wär|wäre|würde|sein|bin|werden) (?:\w+ ){0,2}?(?:auch )?(?:rep-)?mentor(?:in)?|als (?:\w+e )?(?:rep-)?mentor(?:in)?\b[^,;:()!?\n]*?(?:bewerb\w*|meld\w*|anmeld\w*|mit(?:zu)?machen|mithelf\w*|helfen|engagier\w*|zur verfügung|anbiet\w*|biete\w*|einbring\w*|auf(?:zu)?nehmen|aufgenommen|aufnahme|tätig|arbeiten|einsteig\w*|anfang\w*|dienen|wirken|registrier\w*|vor(?:zu)?merken|eintrag\w*|mitwirk\w*|begleit\w*|unterstütz\w*|aktiv|listen|start\w*|beitrag\w*)|(?:bewerb\w*|meld\w*|anmeld\w*|interesse|interessier\w*|zur verfügung|aufnahme|verwendung|kandidat\w*|bestellung|biete mich)~(?:mentor(?:in|en|innen|s)?|mentorenamt\w*|mentorier\w*|mentoring|mentorat|mentoren(?:rolle|stelle|aufgabe|amt|tätigkeit|team|pool|programm|job))|mentoren(?:amt|rolle|stelle|tätigkeit|job|team|pool) (?:\w+ ){0,2}(?:übernehmen|interessier\w*|bewerben|anzutreten|beitreten)|(?:rolle|aufgabe|amt|funktion|tätigkeit) (?:als|eines|einer|des|der) mentors?(?:in)? (?:\w+ ){0,2}(?:übernehmen|interessier\w*|bewerben|ausüben|auszuüben|zu übernehmen)",
    "notapplying": r"{not}|{unsure}|{others}|{told}|wenn ich|falls ich|sobald|noch zu früh|brauche|suche|wechsel\w*",
    "course": words(r"coaching[\w-]* teachable[\w-]* \w*coaching-\w+"),
    "lessons": words(
        r"(?:\w+-)?kurs(?:e|es|li)? kürsli lehrgang schulung\w* training ausbildung lektion(?:en|a)? modul(?:e|en)? quiz(?:ze)? prüfung abschlussprüfung abschlusstest test kapitel e-?learning online-?\w+ weiterbildung fortbildung"
    ),
    "done": words(
        r"abgeschlossen absolviert beendet bestanden fertig durch geschafft gschafft gemacht durchgezogen hinter_mir im_sack erledigt done abgehakt completed fertiggestellt durchgearbeitet weggehauen finished gepackt gemeistert vollendet zu_ende_(?:gebracht|gemacht) unter_dach_und_fach in_der_tasche schließe\b.*\bab 100_?%? hundert_prozent"
    ),
    "paper": words(
        r"zertifikat\w* \w*bescheinigung \w*urkunde nachweis \w*bestätigung beleg \w*zeugnis certificate cert diplom teilnahme\w* screenshot beweisfoto wisch blättle"
    ),
    "enclosed": words(
        r"anhang anbei bei beiliegend hängt angehängt beigefügt beilage beigelegt anlage attached da hier dabei häng[e]? hänge_ich schick\w* sende mitgeschickt dran drangehängt gesendet füge lade hochgeladen übersende erhalten bekommen hab_ich habe_ich"
    ),
    "othercourse": words(
        r"führerschein staplerschein sprachkurs\w* deutschkurs englischkurs erste-hilfe\w* excel\w* koch\w* yoga\w* tanzkurs schwimm\w* bootsschein kettens\w* uni studium bachelor\w* master\w* schule (?:fortbildung|weiterbildung|ausbildung)_(?:zur|zum|als|in)_\w+ fahrschule jagdschein volkshochschul\w* vhs töpferkurs tauch\w* angelschein nähkurs barista\w* first-?aid"
    ),
    "notdone": r"{not}|{othercourse}|{others}|halb|halbe|zur hälfte|fast|beinahe|nächste[nrs]?|bald|morgen|demnächst|werde|wird|will|möchte|muss noch|noch (?:zwei|drei|ein|eine|am|bei|dran|fertig)|angefangen|begonnen|erst|bis auf|hätte|hatte|wenn|falls|sobald|hat (?:er|sie|ihren?|seinen?)|sein(?:e|en)?|ihr(?:e|en)|schickt (?:sie|er)|(?:sie|er) schickt|wann|ob|müsste|könnte|sollte|von (?:meine[rm]|frau|herrn)|gehört|tochter|andere[nrs]?|danke für|vielen dank für|dank für",
    "askfor": words(
        r"such\w* brauch\w* bräucht\w* wünsch\w* hätte möcht\w* zuteil\w* zugeteilt zugewiesen zuweis\w* zuweisung zuteilung vermitteln vermittelt bekomm\w* krieg\w* bitte finden gebt finde geben haben matchen"
    ),
    "nomentor": r"(?:habe|hab|han|hat man mir|bekam|bekommen)~(?:kein(?:e|en)?|koin|niemand(?:en)?|nie einen|noch nie)\b(?: \w+){0,2}? ?(?:mentor\w*|begleitung|betreu\w+|ansprechpartner\w*|zugeteilt|zugewiesen|an meiner seite)|(?:kein(?:em|en|e)?|niemand(?:em)?) (?:\w+ ){0,2}?(?:zugeteilt|zugewiesen)|ohne (?:eine |einen )?(?:mentor(?:in)?|begleitung|betreu\w+)|(?:noch|immer noch|bisher) (?:kein(?:e|en)?|ohne) mentor(?:in)?",
    "another": r"(?:ander\w+|neu(?:e|en|er)|nen neuen) (?:\w+ )?(?:mentor(?:in)?|begleit\w+|betreu\w+)|mentor(?:in)?(?:en)?-?wechsel|(?:jemand|wem|wen) (?:anders|andere?[nms]?|anderes)",
    "mymentor": r"mein(?:e|en|em|er)? (?:\w+ )?(?:mentor(?:in)?|betreuer(?:in)?)",
    "silent": words(
        r"antwortet_\w*_?\w*_?(?:nicht|nich|nie|kaum|null) (?:nicht|nie|kaum|null|keine)_(?:mehr_)?(?:antwort\w*|reagiert|erreichbar|erreichen|gemeldet|geantwortet|zeit) meldet_sich_(?:\w+_){0,3}(?:nicht|nie|kaum|null|nich) reagiert_(?:\w+_){0,3}(?:nicht|nie|kaum) geghostet ghostet verschwunden abgetaucht untergetaucht inaktiv verschollen funkstille schweigt nichts_(?:mehr_)?(?:gehört|von) nie_zeit keine_zeit meldet_sich_null taucht_nicht weg_vom_fenster"
    ),
    "nameorone": r"{mentees}|jemanden|weitere[nrs]?|noch eine[n]?|ihn|sie|frau|herrn|den|die|zwei|liste|platz|kapazität\w*|neue[nr]?|einen|mentees?|rep|paar",
    "take": r"(?:über)?nehme?n?|nimm|betreuen?|begleiten?|auf(?:zu)?nehmen|nehm|kümmer[en]*|mentorieren|zu mir|unter meine fittiche|kapazität\w*|platz frei|plätze frei",
    "praise": words(
        r"geduld\w* zuverlässig\w* hilfsbereit\w* engagiert\w* freundlich\w* höflich\w* pünktlich\w* kompetent\w* sympathisch\w* lernt_(?:sehr_)?schnell toll\w* super\w* klasse spitze großartig\w* hervorragend\w* fleißig\w* ideen motiviert\w* unpünktlich\w* unzuverlässig\w* chaotisch\w* schüchtern\w* erklärt_\w+ verbesser\w* stärken? schwächen? prachtkerl zufrieden nett\w* guter_mensch bemüht selbstständig\w* ungeduldig\w* wertvoll\w* gewachsen aufmerksam\w* mut"
    ),
    "away": words(
        r"nicht_(?:\w+_){0,3}?(?:erreichbar|verfügbar|da|zur_verfügung|im_einsatz|online|aktiv) offline abwesend abwesenheit im_urlaub urlaub urlaubsbedingt auszeit pausier\w* pause elternzeit mutterschutz auf_reisen fall\w*~aus unerreichbar verreist kur wk weg militärdienst zivildienst reha beurlaub\w* sabbatical freistellung net_(?:\w+_)?ofunka bin_raus"
    ),
    "span": words(
        r"vom ab bis zwischen wochen? monate?n? seit zurück wieder_da wieder \d+\.\d+ danach sommer semester januar februar märz april mai juni juli august september oktober november dezember"
    ),
    "passon": words(
        r"weiterleiten weitergeben weiterzuleiten leitet gebt ausrichten informier\w* mitteilen bekannt\w* sagt sagen meld\w* verschick\w* schickt rundmail rundschreiben verteil\w* ankündig\w* ankündigung kundtun weitersagen wissen postfächer\w* hinweisen erinner\w* ausgeben"
    ),
    "everymentor": r"(?:an )?(?:alle\w*|die|den|sämtliche\w*|unsere\w*|eure\w*) (?:\w+ )?(?:mentor(?:en|innen|inn?en|:innen|\*innen)?|mentorinnen und mentoren|begleitpersonen|betreuer(?:n|innen)?)|mentoren(?:liste|verteiler|runde|postfächer\w*)|rund(?:mail|schreiben)",
    "assent": words(
        r"genehmigt angenommen abgelehnt bewilligt aufgenommen zugestimmt gutgeheißen stattgegeben freigegeben bestätigt daumen_hoch daumen_runter zustimmung einverstanden (?:bin|wäre|ich)_dafür (?:bin|wäre|ich)_dagegen ja_von_mir nein_von_mir meine_stimme grünes_licht ok_von_mir okay_von_mir passt_für_mich stimme_(?:\w+_){0,4}?zu stimme_(?:ich_)?(?:\w+_){0,4}?zu lehne_(?:\w+_){0,5}?ab geht_so_raus kann_rein ist_drin ist_aufgenommen nicht_aufnehmen nehmen_wir_auf"
    ),
    "mycase": words(
        r"bewerbung antrag anfrage zuteilung zuweisung anmeldung mentor\w* gesuch unterlagen mail schreiben nachricht zertifikat daran damit darum"
    ),
    "status": r"wie weit|wie steht\w*|(?:der |dem |den |aktueller? )?(?:stand|status)|sachstand\w*|neuigkeiten|schon (?:was|etwas|eine|irgend\w*|antwort)|bescheid|angekommen|eingegangen|erhalten|bekommen|antwort|gehört|geworden|wie lange|wann|warte|gediehen|bearbeitet|entschieden|wo bleibt|wo bleibt|tut sich|hängt",
    "data": words(
        r"daten \w+daten angaben dsgvo datenschutz\w* gespeichert\w* speichert unterlagen eintrag adresse profil account konto infos? informationen auskunft alles"
    ),
    "programme": words(
        r"mentor\w* mentees? reps? coaching\w* kurs\w* schulung\w* programm\w* portal zertifikat\w* teilnahme\w* council treffen feedback jahr teachable begleitung offene\w*_liste neulinge?n? bewerbung\w* mentoring mitglied\w* liste paare?"
    ),
    "before": r"(?:vor|im|am|anfang|seit|ja schon)~(?:geschrieben|schrieb|gesagt|gemeldet)|jemand hat|wenn ich|sobald|falls ich|erst wenn|nachdem ich|bevor ich|hätte ich|wäre ich|{told}|{unsure}|noch nicht|aprilscherz",
    "kin": words(
        r"frau mann familie chef(?:in)? arzt ärztin mutter vater eltern kolleg\w* freund\w* nachbar\w* tochter sohn bruder schwester"
    ),
    "novice": words(
        r"azubi mentees? neuling neue[nrms]? schützling küken frischling anfänger\w* jemanden_neuen"
    ),
    "near": r"mentees?|mentor(?:in)?|schützling|treffen|getroffen|betreu\w*|begleit\w*",
}
