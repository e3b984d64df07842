# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Names of languages and countries, as the mails write them, by their English names."""

_LANGUAGES = {
    "English": "ingles anglais englisch inglese inggris",
    "Spanish": "espanol castellano espagnol spanisch spagnolo spanyol espanhol castilian",
    "Portuguese": "portugues portugais portugiesisch portoghese portugis",
    "French": "frances francais franzosisch francese prancis francophone",
    "German": "aleman allemand deutsch tedesco jerman alemao",
    "Italian": "italiano italien italienisch italia",
    "Indonesian": "bahasa indonesio indonesien indonesisch indonesiano bahasa-indonesia",
    "Dutch": "neerlandes neerlandais niederlandisch olandese belanda holandes",
    "Polish": "polaco polonais polnisch polacco polandia",
    "Russian": "ruso russe russisch russo rusia",
    "Turkish": "turco turc turkisch turki",
    "Arabic": "arabe arabisch arabo arab",
    "Hindi": "",
    "Chinese": "mandarin chino chinois chinesisch cinese mandarim",
    "Japanese": "japones japonais japanisch giapponese jepang",
    "Korean": "coreano coreen koreanisch korea",
    "Catalan": "catala katalanisch catalano",
    "Galician": "gallego galego",
    "Basque": "euskera",
    "Ukrainian": "ucraniano ukrainisch",
    "Greek": "griego grec griechisch greco",
    "Czech": "checo tcheque tschechisch ceco",
    "Slovak": "",
    "Hungarian": "",
    "Romanian": "rumano roumain rumanisch rumeno",
    "Bulgarian": "",
    "Serbian": "",
    "Croatian": "",
    "Bosnian": "",
    "Slovenian": "slovene",
    "Albanian": "",
    "Macedonian": "",
    "Georgian": "",
    "Armenian": "",
    "Azerbaijani": "",
    "Persian": "farsi persa",
    "Hebrew": "",
    "Urdu": "",
    "Bengali": "bangla",
    "Tamil": "",
    "Telugu": "",
    "Kannada": "",
    "Malayalam": "",
    "Marathi": "",
    "Gujarati": "",
    "Punjabi": "",
    "Sinhala": "",
    "Nepali": "",
    "Thai": "",
    "Vietnamese": "",
    "Malay": "melayu malaio",
    "Javanese": "jawa",
    "Sundanese": "sunda",
    "Tagalog": "filipino",
    "Swahili": "kiswahili",
    "Yoruba": "",
    "Igbo": "",
    "Hausa": "",
    "Amharic": "",
    "Zulu": "",
    "Xhosa": "",
    "Afrikaans": "",
    "Wolof": "",
    "Kikuyu": "",
    "Luo": "",
    "Twi": "",
    "Akan": "",
    "Pidgin": "",
    "Swedish": "sueco suedois schwedisch svedese",
    "Norwegian": "noruego norvegien norwegisch",
    "Danish": "danes danois danisch",
    "Finnish": "",
    "Estonian": "",
    "Latvian": "",
    "Lithuanian": "",
    "Icelandic": "",
    "Irish": "gaelic",
    "Welsh": "",
    "Quechua": "",
    "Guarani": "",
    "Burmese": "",
    "Khmer": "",
    "Kazakh": "",
    "Uzbek": "",
    "Mongolian": "",
    "Kurdish": "",
    "Esperanto": "",
}
LANGUAGES = {
    word: name for name, words in _LANGUAGES.items() for word in (name.lower(), *words.split())
}
LANGUAGES |= {"bahasa indonesia": "Indonesian"}

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
