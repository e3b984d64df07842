"""What our letters call facts in Spanish, by what they call them in English.

Letters show these words, and corrections that come back name them (`mailer.rules.echo`).
"""


def _table(text: str) -> dict[str, str]:
    pairs = (line.partition(": ") for line in text.strip().splitlines())
    return {english: spanish for english, _, spanish in pairs}


LABELS = _table("""
Portal username: Usuario del portal
Course: Curso
Course finished on: Curso terminado el
Certificate: Certificado
Last day as a mentor: Último día en la mentoría
Recommended successor: Persona recomendada
Skills: Habilidades
Languages: Idiomas
Country: País
Mentee: Mentee
Mentor: Mentor
Answer: Respuesta
Meeting held on: Reunión celebrada el
Away from: Ausente desde
Away until: Ausente hasta
Rating: Nota
About: Sobre
Request: Solicitud
Substitute: Suplente
Last day: Último día
""")
"""The labels of `Field: value` lines."""

VALUES = _table("""
not given: no indicado
nobody named: nadie
""")
"""What stands behind a label where no fact does."""

LANGUAGES = _table("""
English: inglés
Spanish: español
Portuguese: portugués
French: francés
German: alemán
Italian: italiano
Indonesian: indonesio
Dutch: neerlandés
Polish: polaco
Russian: ruso
Turkish: turco
Arabic: árabe
Hindi: hindi
Chinese: chino
Japanese: japonés
Korean: coreano
Catalan: catalán
Galician: gallego
Basque: euskera
Ukrainian: ucraniano
Greek: griego
Czech: checo
Slovak: eslovaco
Hungarian: húngaro
Romanian: rumano
Bulgarian: búlgaro
Serbian: serbio
Croatian: croata
Bosnian: bosnio
Slovenian: esloveno
Albanian: albanés
Macedonian: macedonio
Georgian: georgiano
Armenian: armenio
Azerbaijani: azerí
Persian: persa
Hebrew: hebreo
Urdu: urdu
Bengali: bengalí
Nepali: nepalí
Thai: tailandés
Vietnamese: vietnamita
Malay: malayo
Javanese: javanés
Tagalog: tagalo
Swahili: suajili
Amharic: amárico
Zulu: zulú
Swedish: sueco
Norwegian: noruego
Danish: danés
Finnish: finlandés
Estonian: estonio
Latvian: letón
Lithuanian: lituano
Icelandic: islandés
Irish: irlandés
Welsh: galés
Quechua: quechua
Guarani: guaraní
Burmese: birmano
Kazakh: kazajo
Uzbek: uzbeko
Mongolian: mongol
Kurdish: kurdo
""")
"""Languages that people speak."""

COUNTRIES = _table("""
Afghanistan: Afganistán
Algeria: Argelia
Azerbaijan: Azerbaiyán
Bangladesh: Bangladés
Belarus: Bielorrusia
Belgium: Bélgica
Bosnia and Herzegovina: Bosnia y Herzegovina
Botswana: Botsuana
Brazil: Brasil
Cambodia: Camboya
Cameroon: Camerún
Canada: Canadá
Croatia: Croacia
Cyprus: Chipre
Czech Republic: República Checa
Czechia: Chequia
Denmark: Dinamarca
Dominican Republic: República Dominicana
Egypt: Egipto
Ethiopia: Etiopía
Finland: Finlandia
France: Francia
Gabon: Gabón
Germany: Alemania
Greece: Grecia
Haiti: Haití
Hungary: Hungría
Iceland: Islandia
Iran: Irán
Iraq: Irak
Ireland: Irlanda
Italy: Italia
Ivory Coast: Costa de Marfil
Japan: Japón
Jordan: Jordania
Kazakhstan: Kazajistán
Kenya: Kenia
Kyrgyzstan: Kirguistán
Latvia: Letonia
Lebanon: Líbano
Libya: Libia
Lithuania: Lituania
Luxembourg: Luxemburgo
Malawi: Malaui
Malaysia: Malasia
Mauritius: Mauricio
Mexico: México
Moldova: Moldavia
Morocco: Marruecos
Netherlands: Países Bajos
New Zealand: Nueva Zelanda
Niger: Níger
North Macedonia: Macedonia del Norte
Norway: Noruega
Oman: Omán
Pakistan: Pakistán
Palestine: Palestina
Panama: Panamá
Peru: Perú
Philippines: Filipinas
Poland: Polonia
Qatar: Catar
Romania: Rumania
Russia: Rusia
Rwanda: Ruanda
Saudi Arabia: Arabia Saudita
Sierra Leone: Sierra Leona
Singapore: Singapur
Slovakia: Eslovaquia
Slovenia: Eslovenia
South Africa: Sudáfrica
South Korea: Corea del Sur
Spain: España
Sudan: Sudán
Suriname: Surinam
Sweden: Suecia
Switzerland: Suiza
Syria: Siria
Taiwan: Taiwán
Tanzania: Tanzania
Thailand: Tailandia
Tunisia: Túnez
Turkey: Turquía
Ukraine: Ucrania
United Arab Emirates: Emiratos Árabes Unidos
United Kingdom: Reino Unido
United States: Estados Unidos
Uzbekistan: Uzbekistán
Zimbabwe: Zimbabue
""")
"""Countries whose names differ."""
