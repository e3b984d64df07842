# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Countries by their names in the other languages, folded, and the word before one's own country."""

import re

from mailer.understand.clues import Clued
from mailer.understand.tongues import COUNTRIES

_ABROAD = """
Germany: alemania alemanha allemagne germania jerman deutschland
Spain: espana espanha espagne spanien spagna spanyol
France: francia franca frankreich prancis perancis
Italy: italia italie italien
Portugal: portogallo portugal
Brazil: brasil bresil brasilien brasile
Mexico: mexico mexique mexiko messico meksiko
Peru: peru perou
Argentina: argentina argentine argentinien
Colombia: colombia colombie kolumbien kolombia
Chile: chile chili cile
Bolivia: bolivia bolivie bolivien
Ecuador: ecuador equador equateur
Venezuela: venezuela
Uruguay: uruguay uruguai
Paraguay: paraguay paraguai
Switzerland: suiza suica suisse schweiz svizzera swiss
Austria: osterreich autriche
Belgium: belgica belgique belgien belgio belgia
Netherlands: holanda paises-bajos niederlande pays-bas olanda belanda holland
Poland: polonia pologne polen polandia
Russia: rusia russie russland
Ukraine: ucrania ukraine ucraina ukraina
Romania: rumania romenia roumanie rumanien romania
Hungary: hungria hongrie ungarn ungheria hungaria
Greece: grecia grece griechenland yunani
Turkey: turquia turquie turkei turchia turki turkiye
Morocco: marruecos marrocos maroc marokko marocco maroko
Tunisia: tunez tunisie tunesien
Algeria: argelia algerie algerien
Egypt: egipto egito egypte agypten egitto mesir
Senegal: senegal
Cameroon: camerun camaroes cameroun kamerun
Kenya: kenia quenia
Ghana: gana
Nigeria: nigeria
Mozambique: mozambique mocambique mosambik mozambico mozambik
Angola: angola
Cape Verde: cabo-verde
South Africa: sudafrica sudafrika
India: inde indien india
China: chine cina tiongkok
Japan: japon japao giappone jepang
South Korea: corea coreia coree sudkorea
Indonesia: indonesie indonesien
Malaysia: malasia malaisie
Singapore: singapura singapur singapour
Philippines: filipinas filipina philippinen filippine
Vietnam: vietna
Thailand: tailandia thailande thailandia
United States: eeuu ee.uu etats-unis usa vereinigte-staaten amerika-serikat
United Kingdom: reino-unido royaume-uni grossbritannien regno-unito inggris england scotland wales
Ireland: irlanda irlande irland
Canada: kanada
Australia: australien australie
Cuba: kuba
Croatia: croacia croacia croatie kroatien croazia
Czechia: chequia tchequie tschechien cechia
Sweden: suecia suede schweden svezia swedia
Norway: noruega norvege norwegen norvegia
Denmark: dinamarca danemark danemark danimarca
Finland: finlandia finlande finnland
Lebanon: libano liban libanon
Ivory Coast: cote-d'ivoire costa-de-marfil costa-do-marfim
Guatemala: guatemala
Nicaragua: nicaragua
Dominican Republic: republica-dominicana
"""
NAMES = dict(COUNTRIES)
for _row in _ABROAD.strip().splitlines():
    _country, _, _words = _row.partition(": ")
    NAMES |= {word.replace("-", " "): _country for word in _words.split()}

NAMED = Clued(r"\b(?:" + "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)) + r")\b")
OWN_COUNTRY = re.compile(
    r"\b(?:(?:am|'m|are|come|comes|based|live|lives|living|born|working|reps?|mentor|here|member|volunteer|writing) (?:\w+ ){0,2}?(?:in|from|of)|"
    r"greetings from|country ?(?:is|:)|"
    r"(?:soy|vivo|vivimos|resido|rep|reside|estoy|somos|aqui|saludos|trabajo)(?: \w+){0,2}? (?:de|desde|en)|pais ?(?:es|:)|"
    r"(?:sou|moro|vivo|resido|rep|estou|somos|trabalho|aqui)(?: \w+){0,2}? (?:de|do|da|em|no|na|dos|nos)|"
    r"(?:suis|habite|vis|viens|rep|reside|travaille|sommes)(?: \w+){0,2}? (?:du|de|des|d'|en|au|aux|la)|pays ?(?:est|:)|"
    r"(?:komme|wohne|lebe|bin|rep|arbeite)(?: \w+){0,2}? (?:aus|in)|land ?(?:ist|:)|"
    r"(?:sono|vivo|abito|vengo|risiedo|rep|lavoro)(?: \w+){0,2}? (?:di|in|dal|dalla|del|della|dall'|da)|paese ?(?:e|:)|"
    r"(?:saya|tinggal|berasal|rep|domisili|aku|kami)(?: \w+){0,2}? (?:di|dari)|negara(?: saya)? ?(?:adalah|:)?)"
    r"(?: (?:\w+ ){0,2}\w+,(?: (?:in|en|au|aux|no|na|em|di))?)?"
    r" ?(?:the |la |el |le |los |las |der |den |l')?$"
)
