import pytest

from mailer.understand.sentences import plain, sentences


def test_short_forms_are_written_out():
    assert plain("I’m sure I can't, won’t and don't") == "i am sure i can not, will not and do not"


def test_wrapped_lines_are_one_sentence():
    text = "I have decided to step down as a mentor at the end of\nthe month. Thank you."
    assert sentences(text)[0].low.endswith("at the end of the month.")


def test_list_entries_stand_for_themselves():
    assert len(sentences("Three things:\n- I move\n- I study\n- I rest")) == 4


def test_a_question_is_marked():
    assert [s.asks for s in sentences("I resign. Or do I?")] == [False, True]


def test_what_others_say_in_quotation_marks_is_not_said_now():
    assert "resign" not in sentences("He wrote “I resign as mentor” and left.")[0].low


def test_a_title_in_quotation_marks_is_kept():
    assert "coaching training" in sentences("I took the “Coaching Training”.")[0].low


def test_a_day_with_a_full_stop_does_not_end_a_sentence():
    assert len(sentences("Am 3. März bin ich fertig.")) == 1


WRAPPED = {
    "preposition": "I will stop at the end of\nJune.",
    "article": "She is now with the\nReps Council.",
    "comma": "I was a mentor for three years now,\nAna Souza takes over.",
    "lower-case": "I want to stop\nmentoring Bob.",
    "day-before-its-month": "I will leave on 30\nJune.",
    "german-day": "Ich höre auf zum\n30. Juni.",
    "spanish": "Dejo de ser mentora a finales de\nJunio.",
    "portuguese": "Quero sair no fim do mês de\nJunho.",
    "french": "Je quitte mon rôle à la fin de\nJuin.",
    "german": "Ich trete zurück zum Ende\nJuni.",
    "italian": "Lascio il ruolo alla fine di\nGiugno.",
    "indonesian": "Saya mundur pada akhir bulan\nJuni.",
    "long-line": "I would like to recommend as my successor\nmy friend Ana Souza.",
}


@pytest.mark.parametrize("text", WRAPPED.values(), ids=WRAPPED.keys())
def test_a_line_that_breaks_off_is_joined_to_the_next(text):
    assert [found.raw for found in sentences(text)] == [text.replace("\n", " ")]


APART = {
    "greeting": "Hi Ana,\nI resign.",
    "greeting-in-lower-case": "hallo liebe leute,\nich höre auf.",
    "greeting-of-the-council": "Dear members of the council,\nI resign.",
    "closing": "Thanks,\nAna Pop",
    "closing-in-lower-case": "best regards\nana pop",
    "closing-with-preposition": "Best wishes from Cluj\nAna Pop",
    "long-closing": "Thank you all for reading this far,\nAna Pop",
    "german-closing": "Mit freundlichen Grüßen\nAna Pop",
    "short-answer": "No\nAna Pop",
    "labels": "Last day: end of\nMentee: Bob Miller",
    "names": "Ana Souza\nBob Miller",
    "numbers": "My languages are the\n1. German",
    "dashes": "I speak\n- German",
    "names-with-commas": "Ana Souza,\nBob Miller",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_greetings_lists_and_signatures_stay_apart(text):
    assert len(sentences(text)) == 2
