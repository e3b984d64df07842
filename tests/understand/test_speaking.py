import pytest

from mailer.understand.sentences import sentences
from mailer.understand.speaking import languages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Langues : breton, malgache et un peu d'anglais", "Breton Malagasy English"),
        ("Hablo quechua y castellano.", "Quechua Spanish"),
        ("I would need somebody who speaks Tswana.", "Setswana"),
        ("Falo português e um pouco de crioulo; o inglês esqueci.", "Portuguese"),
        ("Ik spreek Fries en Nederlands.", "Frisian Dutch"),
        ("Bahasa: Indonesia, Melayu", "Indonesian Malay"),
        ("Ich rede Deutsch und Rätoromanisch.", "German Romansh"),
        ("Moro no Brasil e falo português.", "Portuguese"),
        ("Mówię po polsku i ukraińsku.", "Polish Ukrainian"),
        ("İspanyolca ve Kürtçe konuşuyorum.", "Spanish Kurdish"),
        ("Bahasa Indonesia, Jepang, dan sedikit Bali.", "Indonesian Japanese Balinese"),
    ],
)
def test_languages_are_known_by_their_names_in_ten_languages(text, expected):
    assert " ".join(languages(sentences(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Somali and Oromo, and enough Arabic for the market.", "Somali Oromo Arabic"),
        ("Kroatisch sowieso, Ungarisch geht, Deutsch muss.", "Croatian Hungarian German"),
        ("Gallego, castellano, y el catalán que recuerdo.", "Galician Spanish Catalan"),
        ("Français, wallon, néerlandais de caisse.", "French Dutch"),
        ("Ofereço lingala e francês.", "Lingala French"),
        ("Italiano o sloveno.", "Italian Slovenian"),
        ("Français, néerlandais ; l'allemand s'il le faut.", "French Dutch German"),
        ("Tschechisch und Slowakisch, dazu etwas Schulenglisch.", "Czech Slovak English"),
        ("I can give Khmer and Lao; Thai I have forgotten.", "Khmer Lao"),
        ("Estoy a gusto en vasco y en francés; el inglés no es lo mío.", "Basque French"),
    ],
)
def test_a_row_of_two_languages_needs_no_word_of_speaking(text, expected):
    assert " ".join(languages(sentences(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Dutch and the Danish communities met in spring.",
        "The Danish community is small.",
        "I translated the page for the Greek and Turkish chapters.",
        "Ho dato lezioni di tedesco, russo e greco.",
        "Besok saya akan ke Bali dan Madura.",
        "English, Thai and Lao versions are ready.",
        "I took the German course.",
        "I write in English so that my mentor can read it.",
        "My neighbour is Irish, my cat Norwegian.",
        "Saya tinggal di Bali, Indonesia.",
        "Ik spreek geen Duits.",
        "Je ne parle pas russe.",
        "A fines de abril hago una venta.",
    ],
)
def test_people_places_and_things_of_a_language_are_no_language_of_the_writer(text):
    assert languages(sentences(text)) == ()
