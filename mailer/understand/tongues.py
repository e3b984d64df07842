# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Names of languages and countries, as the mails write them, by their English names."""

_LANGUAGES = """
English: ingles anglais englisch inglese inggris engels angielski ingilizce
Spanish: espanol castellano castelhano castigliano castillan espagnol spanisch spagnolo spanyol espanhol castilian spaans hiszpanski ispanyolca
Portuguese: portugues portugais portugiesisch portoghese portugis portugees portugalski portekizce
French: frances francais franzosisch francese prancis francophone frans francuski fransizca
German: aleman allemand deutsch tedesco jerman alemao duits niemiecki almanca
Italian: italiano italien italienisch +italia italiaans wloski italyanca
Indonesian: bahasa indonesio indonesien indonesisch indonesiano +indonesia indonezyjski endonezce
Dutch: neerlandes neerlandais niederlandisch olandese belanda holandes nederlands niderlandzki felemenkce
Polish: polaco polonais polnisch polacco +polandia polones polski lehce
Russian: ruso russe russisch russo +rusia rosyjski rusca
Turkish: turco turc turkisch +turki turecki turkce
Arabic: arabe arabisch arabo +arab arabski arapca
Hindi: hintce
Chinese: mandarin chino chinois chinesisch cinese mandarim chines tionghoa chinees chinski cince putonghua
Japanese: japones japonais japanisch giapponese +jepang japonski japonca
Korean: coreano coreen koreanisch +korea koreaans koreanski korece
Catalan: catala katalanisch catalano catalao katalan catalaans katalonski katalanca
Galician: gallego galego galicien galicisch galiziano +galisia galicyjski galicyaca
Basque: euskera vasco basco baskisch baskijski baskca euskara
Ukrainian: ucraniano ukrainisch ukrainien ucraino +ukraina oekraiens ukrainski ukraynaca
Greek: griego grec griechisch greco grego +yunani grieks grecki yunanca
Czech: checo tcheque tschechisch ceco tcheco +ceko tsjechisch czeski cekce cestina
Slovak: eslovaco slovaque slowakisch slovacco slowaaks slowacki slovakca slovencina
Hungarian: hungaro hongrois ungarisch ungherese +hungaria hongaars wegierski macarca magyar
Romanian: rumano roumain rumanisch rumeno romeno +rumania roemeens rumunski rumence
Bulgarian: bulgaro bulgare bulgarisch +bulgaria bulgaars bulgarski bulgarca
Serbian: serbio servio serbe serbisch serbo +serbia servisch serbski sirpca
Croatian: croata croate kroatisch croato +kroasia chorwacki hirvatca hrvatski
Bosnian: bosnio bosniaque bosnisch bosniaco +bosnia bosniacki bosnakca bosanski
Slovenian: slovene esloveno slowenisch sloveno +slovenia sloveens slowenski slovence slovenscina
Albanian: albanes albanais albanisch albanese +albania albanees albanski arnavutca shqip
Macedonian: macedonio macedonien mazedonisch macedone +makedonia macedonisch macedonski makedonca
Georgian: georgiano georgien georgisch +georgia gruzinski gurcuce
Armenian: armenio armenien armenisch armeno +armenia armeens ormianski ermenice
Azerbaijani: azerbaiyano azerbaijano azerbaidjanais aserbaidschanisch azerbaigiano azerbeidzjaans azerbejdzanski azerbaycan
Persian: farsi persa persan persisch persiano +persia perzisch perski farsca
Hebrew: hebreo hebraico hebreu hebraisch ebraico ibrani hebreeuws hebrajski ibranice
Urdu: ourdou urduca
Bengali: bangla bengalisch bengalese bengaals bengalski bengalce
Tamil: tamoul tamilski tamilce
Telugu: telugo telougou
Kannada: canares canarim
Malayalam: malaiala malajalam
Marathi: marati
Gujarati: guyarati guzerate goudjarati +gujarat gudzarati guceratca
Punjabi: punyabi panjabi pendjabi pendzabski pencapca
Sinhala: cingales cingalais singhalesisch singalese singalees syngaleski sinhali
Nepali: nepales nepalais nepalesisch nepalese nepalees nepalski nepalce
Thai: tailandes thailandisch thailandese tajski tayca
Vietnamese: vietnamita vietnamien vietnamesisch +vietnam vietnamees wietnamski vietnamca
Malay: melayu malaio malayo malais malaiisch malese malajski malayca
Javanese: +jawa javanes javanais javanisch giavanese javaans jawajski
Sundanese: +sunda sundanes soundanais sundanesisch soendanees sundajski
Tagalog: filipino filippino filipijns filipinski filipince tagalo tagalski tagalogca
Swahili: kiswahili suajili suaili suaheli suahili svahili
Yoruba: ioruba joruba yorubaca
Igbo: ibo
Hausa: hauca haoussa haussa
Amharic: amarico amharique amharisch amharik amhaars amharski amharca
Zulu: zoulou zoeloe zuluca isizulu
Xhosa: khosa zosa isixhosa
Afrikaans: afrikaanca
Wolof: uolofe volofca
Kikuyu: quicuio gikuyu kikuju
Luo: dholuo
Twi: tvi
Akan: +akan
Pidgin: naija
Swedish: sueco suedois schwedisch svedese +swedia zweeds szwedzki isvecce svenska
Norwegian: noruego norvegien norwegisch noruegues norvegese +norwegia noors norweski norvecce norsk bokmal nynorsk
Danish: danes danois danisch dinamarques danese dansk deens dunski
Finnish: finlandes finnois finnisch finlandese suomi finski fince
Estonian: estonio estoniano estonien estnisch estone +estonia estisch estonski estonca eesti
Latvian: leton letao letton lettisch lettone +latvia lotewski letonca latviesu
Lithuanian: lituano lituanien litauisch +lituania litouws litewski litvanca lietuviu
Icelandic: islandes islandais islandisch islandese +islandia ijslands islandzki izlandaca islenska
Irish: gaelic irlandes irlandais irisch irlandese +irlandia iers irlandzki irlandaca gaeilge
Welsh: gales gallois walisisch gallese walijski galce cymraeg
Quechua: quichua keczua kecuva runasimi
Guarani: avanee
Burmese: birmano birmanes birman birmanisch +burma birmaans birmanski
Khmer: jemer khmerski
Kazakh: kazajo cazaque kasachisch kazako kazachs kazachski kazakca
Uzbek: uzbeko uzbeque ouzbek usbekisch uzbeco oezbeeks uzbecki ozbekce
Mongolian: mongol mongolisch mongolo +mongolia mongools mongolski mogolca
Kurdish: kurdo curdo kurde kurdisch kurdi koerdisch kurdyjski kurtce kurmanci sorani
Esperanto:
Belarusian: bielorruso bielorrusso bielorusse belarussisch bielorusso +belarusia bialoruski belarusca
Maltese: maltes maltais maltesisch +malta maltees maltanski maltaca malti
Luxembourgish: luxemburgues luxembourgeois luxemburgisch lussemburghese +luksemburg luxemburgs luksemburski luksemburgca letzebuergesch
Frisian: westfriesisch fries zachodniofryzyjski frysk frison frisio frisone friesisch fryzyjski frizce
Breton: bretao bretonisch bretone bretonski bretonca brezhoneg
Occitan: occitano occitanico okzitanisch +ositania occitaans oksytanski oksitan
Corsican: corse korsisch +korsika corsicaans korsykanski korsikaca corsu
Sardinian: sardo sarde sardisch +sardinia sardijns sardynski sardunya sardu
Friulian: friulano frioulan friaulisch +friuli friulisch friulski furlan
Romansh: romanche ratoromanisch romancio retoromanski romansca rumantsch
Low German: niederdeutsch nedersaksisch dolnoniemiecki plattdeutsch plattdutsch plattduits
Scottish Gaelic: gaidhlig
Swiss German: schweizerdeutsch zwitserduits schwiizertuutsch schwyzerdutsch
Cantonese: cantones cantonais kantonesisch +kanton kantonees kantonski kantonca
Taiwanese: minnan minnanyu minnanski hokkien taiwanais taiwanesisch
Cebuano: cebuanski sebuano bisaya
Ilocano: iloko ilokano
Lao: laosiano laotisch laotiaans laotanski
Tibetan: tibetano tibetain tibetisch +tibet tibetaans tybetanski tibetce
Dzongkha: dzonga
Uyghur: uigur ouighour uigurisch uiguro oeigoers ujgurski uygurca
Kyrgyz: kirguis quirguiz kirghize kirgisisch kirghiso kirgiz kirgizisch kirgiski kirgizca
Turkmen: turcomano turcomeno turkmene turkmenisch turcomanno turkmeens turkmenski turkmence
Tajik: tayiko tadjique tadjik tadschikisch tagico tadzjieks tadzycki tacikce
Tatar: tartaro tatarisch tataro tataars tatarski tatarca
Bashkir: baskir bachkir baschkirisch baschiro basjkiers baszkirski baskirtca
Pashto: pastun pachto paschtu pasjtoe paszto pestuca
Sindhi:
Kashmiri: +cachemir +caxemira cachemiri kaschmiri +kashmir kasjmiri kaszmirski kesmir
Assamese: asames assames assamais assamesisch +assam assamees asamski assamca
Odia: oriya oria
Maithili:
Bhojpuri: bhoyapuri bhodjpouri bhodschpuri bhodzpuri
Konkani: concani
Divehi: maldivien dhivehi malediwski
Somali: somalo +somalia somalisch somalijski somalice soomaali
Oromo: oromoo
Tigrinya: tigrina tigrinia tigrigna tigrino
Kinyarwanda: quiniaruanda ikinyarwanda
Kirundi: rundi roundi ikirundi
Luganda:
Chichewa: nyanja nianja chewa njandza
Shona: xona sona chishona
Sesotho: sotho
Sepedi:
Setswana: tswana setsuana setsvana
Swati: suazi swazi sisvati siswati
Tsonga: xitsonga
Tshivenda:
North Ndebele: isindebele ndebele
Lingala:
Kikongo: +kongo kongolesisch
Tshiluba: ciluba
Bemba: wemba ichibemba
Malagasy: malgache malgaxe malgascio malagasi malagassisch malgaski malgasca
Fula: peul fulah fulani pulaar pular fulfulde peulh
Bambara: bamanakan bamana
Ewe:
Dyula: diula dioula
Mossi:
Susu: +susu soussou soesoe
Serer: serere
Cape Verdean Creole: kabuverdianu capverdien capoverdiano kriolu
Kanuri: canuri kanouri
Umbundu: mbundu
Kimbundu: quimbundo kimboundou
Kalenjin: kalendjin
Kamba: +kamba kikamba
Luyia: luhya luluhia
Gusii: ekegusii
Meru: +meru kimiru
Tumbuka: toemboeka
Aymara: aimara ajmara
Haitian Creole: kreyol
Balinese: balines balinais balinesisch +bali balinees balijski
Madurese: madures madurais maduresisch +madura madoerees madurski
Minangkabau: menangkabau minangkabu
Buginese: bugines bugi buginesisch bugis buginees bugijski
Acehnese: achenes achem +aceh accinese atjehs acece
Banjar: +banjar banjaresisch
Samoan: samoano samoanisch +samoa samoaans samoanski
Tongan: tongano tonganes tongien tongaisch tongaans
Fijian: fiyiano fijiano fidjien fidschi figiano +fiji fijisch fidzijski
Maori: maoryjski
Tahitian: tahitiano taitiano tahitien tahitisch +tahiti tahitiaans tahitanski
Hawaiian: hawaiano havaiano hawaien hawaiisch +hawaii hawaiaans hawajski
Tok Pisin: pisin
Yiddish: yidis iidiche jiddisch jidysz
Asturian: asturiano asturien asturisch +asturia asturyjski asturyasca asturianu
Aragonese: aragones aragonais aragonesisch +aragon aragonees aragonski aragonca
Chuvash: chuvasio tchuvache tchouvache tschuwaschisch ciuvascio tsjoevasjisch czuwaski cuvasca
Chechen: checheno tchetchene tschetschenisch ceceno tsjetsjeens czeczenski cecence
Ossetian: ossetic osetico osseto ossete ossetisch ossetico +ossetia osetyjski osetce
Sorbian: obersorbisch oppersorbisch gornoluzycki hornjoserbscina sorbe sorbisch sorabo
Kashubian: casubio kachoube kaschubisch +kashubia kasjoebisch kaszubski
Silesian: silesio silesiano silesien slesiano +silesia silezisch slaski silezyaca slonski
"""
"""A row is a language by its English name, and its names in English, Spanish, Portuguese, French,
German, Italian, Indonesian, Dutch, Polish, Turkish and itself, folded, one word each (after the
Unicode CLDR); one behind a + is that of a place, too ("bahasa Jepang").
"""
LANGUAGES: dict[str, str] = {}
AS_PLACES: set[str] = set()
"""Words that name a language only where it is plain that one is meant: places, and "akan" (will)."""
for _row in _LANGUAGES.strip().splitlines():
    _name, _, _words = _row.partition(":")
    for _word in (_name.lower(), *_words.split()):
        LANGUAGES[_word.removeprefix("+")] = _name
        if _word.startswith("+"):
            AS_PLACES.add(_word[1:])
        elif _word.endswith(("ski", "cki")):
            LANGUAGES[f"{_word[:-1]}u"] = _name  # Polish: "mówię po angielsku".
        elif _word.endswith("isch"):
            LANGUAGES[f"schul{_word}"] = _name  # German: "etwas Schulrussisch".
LANGUAGES["bahasa indonesia"] = "Indonesian"
ALSO_NAMES = frozenset(("aymara", "breton", "frans", "furlan", "naija", "sardo", "shona", "vasco"))
"""Languages that are names of people as well."""

_COUNTRIES = (
    "Afghanistan|Albania|Algeria|Argentina|Armenia|Australia|Austria|Azerbaijan|Bangladesh|Belarus|Belgium|Benin|"
    "Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Bulgaria|Burkina Faso|Cambodia|Cameroon|Canada|Chile|China|"
    "Colombia|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark|Dominican Republic|Ecuador|Egypt|"
    "El Salvador|Estonia|Ethiopia|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Guatemala|Guinea|Haiti|"
    "Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|"
    "Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Liberia|Libya|Lithuania|Luxembourg|"
    "Madagascar|Malawi|Malaysia|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Mongolia|Montenegro|Morocco|Mozambique|"
    "Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Macedonia|Norway|Oman|Pakistan|"
    "Palestine|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Senegal|"
    "Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|Spain|Sri Lanka|Sudan|Suriname|"
    "Sweden|Switzerland|Syria|Taiwan|Tanzania|Thailand|Togo|Tunisia|Turkey|Uganda|Ukraine|United Arab Emirates|"
    "United Kingdom|United States|Uruguay|Uzbekistan|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe"
)
COUNTRIES = {name.lower(): name for name in _COUNTRIES.split("|")}
COUNTRIES |= {
    "espana": "Spain",
    "brasil": "Brazil",
    "alemania": "Germany",
    "deutschland": "Germany",
    "osterreich": "Austria",
    "schweiz": "Switzerland",
    "suisse": "Switzerland",
    "svizzera": "Switzerland",
    "italia": "Italy",
    "francia": "France",
    "maroc": "Morocco",
    "tunisie": "Tunisia",
    "cote d'ivoire": "Ivory Coast",
    "cameroun": "Cameroon",
    "belgique": "Belgium",
    "algerie": "Algeria",
    "uk": "United Kingdom",
    "usa": "United States",
    "mexique": "Mexico",
    "turkiye": "Turkey",
    "the netherlands": "Netherlands",
    "mocambique": "Mozambique",
    "perou": "Peru",
}
