import pytest

from mailer.understand.profile import skills
from mailer.understand.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "What I can bring: stage lighting, beekeeping and a bit of Perl.",
            "stage lighting|beekeeping|Perl",
        ),
        ("People call on me. Good at: map making, chairing", "map making|chairing"),
        ("Lo mío son los mapas y la radio escolar.", "mapas|radio escolar"),
        ("Sé de costura, de impresoras y hablo gallego.", "costura|impresoras"),
        ("Manjo de planilhas e cartografia.", "planilhas|cartografia"),
        ("Tenho jeito para crianças e para rádio.", "crianças|rádio"),
        (
            "Ce que je peux offrir : la reliure et l'écriture de tutoriels.",
            "reliure|écriture de tutoriels",
        ),
        ("Fertigkeiten: Kartografie, Löten", "Kartografie|Löten"),
        (
            "Beibringen kann ich Löten und Kassenprüfung, das will sonst niemand.",
            "Löten|Kassenprüfung",
        ),
        ("Teatro e cartografia sono il mio mestiere.", "Teatro|cartografia"),
        ("Sono brava a scrivere guide.", "scrivere guide"),
        ("Yang bisa saya bantu: menjahit, peta desa.", "menjahit|peta desa"),
        ("Vaardigheden: kaarten maken en solderen", "kaarten maken|solderen"),
        ("I know map making, soldering and patience.", "map making|soldering|patience"),
        ("Ich bringe Löten und Kartografie mit.", "Löten|Kartografie"),
        ("Kompetensi: peta desa, menjahit", "peta desa|menjahit"),
        ("Umiejętności: lutowanie, mapy", "lutowanie|mapy"),
        ("Beceriler: haritacılık, lehimleme", "haritacılık|lehimleme"),
    ],
)
def test_skills_are_read_behind_their_label(text, expected):
    assert "|".join(skills(sentences(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Basque and French. Map making, choir singing, first aid.",
            "Map making|choir singing|first aid",
        ),
        (
            "Cartografia, canto corale, teatro di strada. Tedesco e sloveno.",
            "Cartografia|canto corale|teatro di strada",
        ),
    ],
)
def test_a_bare_row_beside_one_of_languages_is_one_of_skills(text, expected):
    assert "|".join(skills(sentences(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Map making, choir singing, first aid.",
        "Basque and French. Monday, Tuesday, or in June at 9.",
        "Basque and French. Kofi, Ama Mensah, Kwame.",
        "I am able to guide others in Ewe and in French.",
        "No sé si puedo. Je sais que c'est tard. Sei que demora.",
        "So there are three of us, and we meet, talk and eat.",
    ],
)
def test_other_rows_are_no_skills(text):
    assert skills(sentences(text)) == ()


def test_the_next_line_of_a_form_is_no_skill():
    text = (
        "Skills: bookbinding, glassblowing and the repair of very old wooden clocks\nLanguages: Lao"
    )
    assert skills(sentences(text))[-1] == "repair of very old wooden clocks"
