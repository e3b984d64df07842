from mailer.rules.fields import Named
from mailer.understand.whom import close_to, distinct, people
from tests.corpus.measure import matter
from tests.understand.programme import read


def test_a_name_called_shortly_is_the_same_person():
    assert distinct((Named("Leonardo Prado"), Named("Leo"))) == (Named("Leonardo Prado"),)


def test_other_people_stay_apart():
    every = (Named("Leonardo Prado"), Named("Leonie"), Named("Le", "le@ring.example"))
    assert distinct(every) == every


def test_the_label_of_a_line_is_nobody():
    row = {
        "text": "- Session with: Ananya Krishnan\n- Topics: campus club handover",
        "role": "mentor",
        "intents": ["meeting_report"],
    }
    mail = matter(row)
    named = [one.named.name for sentence in mail.text for one in people(mail, sentence)]
    assert "Ananya Krishnan" in named
    assert "Topics" not in named


def test_a_portuguese_no_denies_nobody():
    text = "Tenho lugar para mais um e pensei no Ivo Brandão, que está na lista desde maio."
    mail = matter({"text": text, "role": "mentor", "intents": ["mentee_acceptance"]})
    assert [one.named.name for one in people(mail, mail.text[0])] == ["Ivo Brandão"]


def test_whoever_is_close_to_the_writer_is_known_without_a_capital():
    reading = read("ana", "hey hey, met up with luis on thursday for our coaching chat, went well")
    heard = (*reading.heard, *(reading.unclear.candidates if reading.unclear else ()))
    assert [one.person for one in heard[0].fields.mentee] == ["luis"]


def test_no_stranger_and_no_common_word_is_a_name_without_a_capital():
    text = "met up on thursday in march for our coaching chat, mariam will tell you more"
    mail = matter({"text": text, "role": "mentor", "intents": ["meeting_report"]})
    assert not [one for sentence in mail.text for one in people(mail, sentence, close_to(mail))]


def test_a_word_that_begins_a_yes_is_no_name():
    text = "Sure I'll take Thaleia Greco, if nobody else has."
    mail = matter({"text": text, "role": "mentor", "intents": ["mentee_acceptance"]})
    assert [one.named.name for one in people(mail, mail.text[0])] == ["Thaleia Greco"]
