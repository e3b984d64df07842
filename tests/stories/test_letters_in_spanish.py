"""E33: each person gets letters in their own language, and may answer in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story import ANA, BO, CHI, EVA, FINN, PEOPLE, Story

HEAD, *_ROWS = PEOPLE.strip().split("\n")
_SPEAKS = {"Ana Pop": "es", "Finn Council": "es"}
BILINGUAL = "\n".join(
    [f"{HEAD},language", *(f"{row},{_SPEAKS.get(row.partition(',')[0], '')}" for row in _ROWS)]
)
LEAVES = (
    "Dear Council,\n\nI resign as a mentor. My last day will be 31 January 2027. As my successor I "
    "recommend Ana Pop.\n\nBest regards,\nBo"
)
TERMINADO = (
    "Hola:\n\nHe terminado el curso Coaching Training el 2 de enero de 2027. Adjunto el "
    "certificado.\n\nSaludos,\nAna"
)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """The six people, of whom Ana, and Finn on the council, read Spanish."""
    told = Story(tmp_path, people=BILINGUAL)
    yield told
    told.close()


def test_somebody_becomes_a_mentor_in_spanish_while_others_read_english(story: Story) -> None:
    story.write(BO, LEAVES, subject="Stepping down as a mentor")
    confirm = story.letter_to(BO)
    assert "Please confirm: you resign as a mentor" in confirm.subject
    assert '<html lang="en">' in confirm.html
    story.reply(confirm, "Yes, I confirm.")
    story.reply(story.digest_for(EVA), "approve 1")
    letters = story.letters()
    assert (BO, "Thank you for your time as a mentor") in {(x.to, x.subject) for x in letters}
    [invited] = [x for x in letters if x.to == ANA]
    assert invited.subject == "Bo Lind te recomienda como mentor"
    assert "Significa acompañar a una o más personas durante un año" in invited.words
    assert 'Sí, me interesa: responde con "sí"' in invited.words
    assert '<html lang="es">' in invited.html

    story.reply(invited, "Sí")
    noted = story.letter_to(ANA)
    assert noted.subject == "Tu interés por ser mentor"
    assert "porque escribiste a council@reps.example." in noted.words

    story.write(ANA, TERMINADO, subject="Curso terminado", attachment="certificado.pdf")
    finished = story.letter_to(ANA)
    assert finished.subject == "Terminaste el curso: ahora decide el consejo"
    assert "Curso terminado el: 2027-01-02" in finished.words
    story.reply(finished, "Curso terminado el: 3 de enero de 2027")
    corrected = story.letter_to(ANA)
    assert corrected.subject == "Corregido: tu candidatura como mentor"
    assert "Curso terminado el: 2027-01-03" in corrected.words

    digest = story.digest_for(FINN)
    assert "Accept Ana Pop as a mentor?" in digest.words
    assert '<html lang="en">' in digest.html
    [number] = [q["number"] for q in story.questions() if "Accept" in q["title"]]
    story.reply(digest, f"approve {number}")
    welcome = {x.subject: x for x in story.letters() if x.to == ANA}
    assert set(welcome) == {
        "Te damos la bienvenida: el consejo te acepta como mentor",
        "Tu incorporación como mentor: los pasos",
    }
    story.reply(welcome["Tu incorporación como mentor: los pasos"], "hecho 1 y 5")
    done = story.letter_to(ANA).words
    assert "1: Complete your profile on the Community Portal, hecho" in done
    assert "lo hace: administración" in done


def test_what_spanish_letters_tell_people_to_write_is_answered(story: Story) -> None:
    for command, subject in (
        ("estado", "Cómo van tus asuntos"),
        ("ayuda", "Qué puedes escribir a Reps Council"),
        ("mentores", "Los mentores de Mozilla Reps (1)"),
        ("quién busca mentor", "Quién busca mentor (0)"),
        ("plantilla", "La guía para la reunión de mentoría"),
    ):
        story.write(ANA, command, subject="Hola")
        assert story.letter_to(ANA).subject == subject
    story.write(CHI, "estado", subject="Hola")
    assert story.letter_to(CHI).subject == "How your matters stand"


def test_who_names_no_language_reads_the_programmes(tmp_path: Path) -> None:
    told = Story(tmp_path, people=PEOPLE, language="es")
    told.write(ANA, "I would like to become a mentor.", subject="Mentoring")
    assert told.letter_to(ANA).subject == "Tu interés por ser mentor"
    told.close()
