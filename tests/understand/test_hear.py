# ruff: noqa: E501 - a mail broken over lines is harder to read than a long one
from dataclasses import replace
from datetime import date

import pytest

from mailer.parse.model import Address, Message, Part
from mailer.rules.intents import Intent
from mailer.trust.model import Trust
from mailer.understand.hear import hear
from mailer.understand.model import Thread
from tests.understand.programme import NOW, POLICY, ROSTER, intents, mail, read, verdict


def test_a_resignation_with_day_and_successor_is_read_whole():
    reading = read(
        "ana",
        "Hi all,\n\nafter four years I'm stepping down as a mentor at the end of June. "
        "I recommend Mariam Gelo as my successor.\n\nBest,\nAna",
    )
    assert intents(reading) == [Intent.RESIGNATION]
    assert reading.doubts == ()
    heard = reading.heard[0]
    assert heard.procedure == "resignation"
    assert heard.fields.effective_on == date(2026, 6, 30)
    assert [one.person for one in heard.fields.recommended] == ["mariam"]


def test_an_application_with_a_finished_course_gives_both_with_their_facts():
    reading = read(
        "luis",
        "Yesterday I finished the coaching training on Teachable and I would like to become a mentor. "
        "My portal username is luisv. I speak Spanish and English. I live in Peru.",
        parts=(Part("certificate-luis.pdf", "application/pdf", 1000),),
    )
    assert set(intents(reading)) == {Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION}
    assert reading.doubts == ()
    fields = reading.heard[0].fields
    assert fields.portal_username == "luisv"
    assert fields.languages == ("Spanish", "English")
    assert fields.country == "Peru"
    assert fields.completed_on == date(2026, 3, 17)
    assert fields.certificate == "certificate-luis.pdf"
    assert fields.person is not None
    assert fields.person.person == "luis"


@pytest.mark.parametrize(
    ("speaker", "text", "doubt"),
    [
        ("luis", "I resign as a mentor.", "no mentor"),
        ("ana", "I quit as a mentor. You are liars and idiots.", "angry"),
        ("ana", "I resign as a mentor because of my cancer.", "Illness"),
        ("luis", "I want another mentor. He made sexual remarks.", "harassment"),
        ("luis", "Please erase all my personal data.", "erased"),
        ("ana", "I resign as a mentor. I will be away from 1 May until 30 June.", "Both"),
        ("ana", "I resign as a mentor on 1 May. Budi Santoso should be my successor.", "several people"),
        ("luis", "Could we make an exception and combine two mentors for me?", "council"),
        ("ana", "I resign as a mentor on 03/04/2026.", "two ways"),
        ("luis", "Please pass this on to all mentors: I sell cars.", "council members"),
    ],
    ids=["no-mentor", "anger", "illness", "harassment", "erase", "contradiction", "namesakes", "exception", "date", "announcement"],
)  # fmt: skip
def test_what_a_person_must_read_carries_a_doubt(speaker, text, doubt):
    reading = read(speaker, text)
    assert reading.unclear or any(doubt in one for one in reading.doubts), reading


def test_somebody_unknown_is_never_sure():
    message = mail("I resign as a mentor.", Address("ana@elsewhere.example", "Ana Pop"))
    reading = hear(message, Thread(), ROSTER, verdict(None), POLICY, NOW)
    assert reading.doubts


def test_words_without_proof_are_never_sure():
    message = mail("I resign as a mentor.", Address("ana@people.example", "Ana Pop"))
    reading = hear(message, Thread(), ROSTER, verdict("ana", Trust.CLAIMED), POLICY, NOW)
    assert reading.doubts


def test_on_behalf_of_somebody_their_own_word_is_needed():
    reading = read("luis", "Ana Pop asked me to tell you that she steps down as a mentor.")
    assert reading.unclear or reading.doubts


def test_in_a_forward_the_original_is_read_and_the_comment_is_not():
    original = mail("I resign as a mentor on 1 June.", Address("ana@people.example", "Ana Pop"))
    outer = mail(
        "I want to become a mentor, fine with me!",
        Address("cora@people.example"),
        forwarded=original,
    )
    reading = hear(outer, Thread(), ROSTER, verdict("ana", Trust.CLAIMED), POLICY, NOW)
    assert intents(reading) == [Intent.RESIGNATION]
    assert reading.heard[0].fields.person is not None
    assert reading.heard[0].fields.person.email == "ana@people.example"


def test_nested_forwards_are_opened_to_the_innermost():
    original = mail("I resign as a mentor.", Address("ana@people.example", "Ana Pop"))
    middle = mail("FYI", Address("luis@people.example"), forwarded=original)
    outer = mail("see below", Address("cora@people.example"), forwarded=middle)
    assert intents(hear(outer, Thread(), ROSTER, verdict("ana"), POLICY, NOW)) == [
        Intent.RESIGNATION
    ]


def test_relative_days_in_a_forward_count_from_the_original():
    original = mail("I finished the coaching training yesterday.", Address("luis@people.example"))
    original = replace(original, sent=NOW.replace(month=2, day=10))
    outer = mail("FYI", Address("cora@people.example"), forwarded=original)
    reading = hear(outer, Thread(), ROSTER, verdict("luis"), POLICY, NOW)
    assert reading.heard[0].fields.completed_on == date(2026, 2, 9)


def test_what_is_attached_to_a_forward_belongs_to_the_original():
    text = "I finished the coaching training yesterday."
    original = mail(text, Address("luis@people.example"))
    certificate = Part("certificate.pdf", "application/pdf", 9_000)
    outer = mail("FYI", Address("cora@people.example"), forwarded=original, parts=(certificate,))
    reading = hear(outer, Thread(), ROSTER, verdict("luis"), POLICY, NOW)
    assert reading.heard[0].fields.certificate == "certificate.pdf"


def test_quoted_text_and_signatures_say_nothing_now():
    reading = read("luis", "Thank you very much!", quoted="> I resign as a mentor.")
    assert Intent.RESIGNATION not in intents(reading)


def test_an_encrypted_mail_is_unclear():
    message = replace(mail("-----BEGIN PGP MESSAGE-----"), encrypted=True)
    reading = hear(message, Thread(), ROSTER, verdict("luis"), POLICY, NOW)
    assert reading.unclear
    assert reading.heard == ()


def test_an_empty_mail_is_unclear():
    assert hear(Message(), Thread(), ROSTER, verdict(None), POLICY, NOW).unclear


def test_a_subject_alone_is_read_unless_it_is_an_answers():
    assert intents(read("ana", "", subject="I resign as a mentor")) == [Intent.RESIGNATION]
    assert read("ana", "", subject="Re: I resign as a mentor").unclear


def test_a_language_that_is_not_read_goes_to_a_person():
    reading = read("luis", "Cześć, chcę zostać mentorem i jestem gotowy na rozmowę.")
    assert reading.language == "pl"
    assert reading.unclear


def test_the_same_mail_gives_the_same_reading():
    text = "I resign as a mentor at the end of May."
    assert read("ana", text) == read("ana", text)


def test_a_long_hidden_matter_is_not_called_a_thank_you():
    reading = read(
        "luis",
        "Thank you for the nice evening! By the way, all the lessons and the last quiz of the course are behind me.",
    )
    assert reading.unclear or reading.doubts or Intent.COURSE_COMPLETION in intents(reading)


def test_words_of_anger_count_in_their_own_language():
    french = "Je souhaite devenir mentor. Mon ami court partout pour nous aider."
    assert "The writer is angry or threatens" not in read("mariam", french).doubts
    english = "I want to become a mentor. I will see you in court if you say no."
    assert "The writer is angry or threatens" in read("mariam", english).doubts


def test_a_request_that_is_denied_anywhere_in_the_mail_is_doubted():
    text = (
        "I finished the coaching training and I want to be a mentor. "
        "No, please do not take this as a request."
    )
    assert "It may be denied that the writer applies" in read("mariam", text).doubts


@pytest.mark.parametrize(
    "back",
    ["No, scratch that.", "On second thoughts, I withdraw it.", "Or rather: forget it."],
)
def test_what_is_taken_back_in_the_same_mail_is_doubted(back):
    text = f"I finished the coaching training and I want to be a mentor. {back}"
    assert "What is said may be taken back in the same mail" in read("mariam", text).doubts


def test_who_takes_back_an_earlier_mail_is_not_doubted_for_it():
    doubts = read("ana", "Please ignore my resignation, I stay.").doubts
    assert "What is said may be taken back in the same mail" not in doubts


def test_a_question_beyond_the_written_procedure_is_for_the_council():
    beyond = "It asks for something that the procedure may not answer"
    assert beyond in read("mariam", "Is a mentor allowed to take money for it?").doubts
    assert beyond in read("mariam", "Può una minorenne diventare mentor?").doubts
    assert beyond not in read("mariam", "How long does a mentorship run?").doubts


def test_an_answer_of_a_council_member_without_a_matter_may_be_a_decision():
    text = "Good morning to everybody and thanks for the nice photographs."
    assert "It may be" not in " ".join(read("cora", text).doubts)
    answer = read("cora", text, subject="Re: waiting")
    assert "A council member answers: it may be a decision" in answer.doubts


@pytest.mark.parametrize(
    "text",
    [
        "To both, yes. I want to become a mentor.",
        "Dos cosillas: quiero ser mentora. Gracias.",
        "Ich möchte Mentorin werden. Zwei Sachen noch, danke.",
    ],
)
def test_several_matters_of_which_one_was_read_are_doubted(text):
    assert "Several matters are announced, and one was read" in read("mariam", text).doubts


def test_words_of_a_council_member_for_all_mentors_may_be_news():
    text = "I am away from 14 to 24 March. Our mentors know it."
    assert "It may be news for all mentors" in read("cora", text).doubts
    assert "It may be news for all mentors" not in read("ana", text).doubts
