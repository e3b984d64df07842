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
