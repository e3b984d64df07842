"""What makes a person read a mail first although its intent is clear, in each language."""

import pytest

from mailer.parse.model import Address
from mailer.rules.intents import Intent
from mailer.rules.records import Person
from mailer.rules.roster import Roster
from mailer.understand.doubts import doubts
from mailer.understand.found import Found
from mailer.understand.hear import hear
from mailer.understand.model import Thread
from tests.corpus.measure import matter
from tests.understand.programme import NOW, POLICY, mail, read, verdict


@pytest.mark.parametrize(
    ("speaker", "text", "doubt"),
    [
        (
            "luis",
            "I have completed the coaching training. Only modules 7 and 8 are left and the quiz.",
            "The course may not be finished yet, or not by the writer",
        ),
        (
            "luis",
            "Ich habe die Coaching-Schulung abgeschlossen. Es fehlen nur noch zwei Module.",
            "The course may not be finished yet, or not by the writer",
        ),
        (
            "luis",
            "J'ai terminé la formation de coaching. Il me reste le dernier quiz.",
            "The course may not be finished yet, or not by the writer",
        ),
        (
            "luis",
            "Terminé el curso de coaching. Solo me faltan dos módulos.",
            "The course may not be finished yet, or not by the writer",
        ),
        (
            "luis",
            "Concluí a formação de coaching. Ainda não terminei a última aula.",
            "The course may not be finished yet, or not by the writer",
        ),
        (
            "luis",
            "Ho finito il corso di coaching. Mancano due lezioni.",
            "The course may not be finished yet, or not by the writer",
        ),
        (
            "luis",
            "Saya sudah menyelesaikan pelatihan coaching. Tinggal dua modul lagi.",
            "The course may not be finished yet, or not by the writer",
        ),
        (
            "luis",
            "Je voudrais un autre mentor, s'il vous plaît. Elle m'écrit la nuit et j'ai peur.",
            "A private complaint may be meant",
        ),
        (
            "luis",
            "Ich hätte gern einen anderen Mentor. Ich habe Angst vor ihr.",
            "A private complaint may be meant",
        ),
        (
            "mariam",
            "I would like to apply to become a mentor. I teach Linux. Also I have question.",
            "A question is announced, and none was read",
        ),
        (
            "luis",
            "I leave the Reps programme today. Please delete all my data.",
            "Personal data may have to be erased",
        ),
        (
            "luis",
            "Did you get a mail of mine? I did not send any. Please see who used my name.",
            "An earlier mail may not have been the writer's own",
        ),
        (
            "mariam",
            "Concluí o curso de coaching e quero ser mentora. Não me sinto pronta, desculpem.",
            "It may be denied that the writer applies",
        ),
        (
            "luis",
            "Nilai saya untuk mentor 4 dari 5. Bulan Mei beliau pinjam uang saya.",
            "Money or another matter of the council may be meant",
        ),
        (
            "cora",
            "Please send this to all mentors: the call is on 7 March. Wait, or was it the 8th?",
            "The news may not be settled yet",
        ),
        (
            "ana",
            "I am not able to carry on as a mentor from 1 April. She can take my place.",
            "Somebody is named who may be meant as a successor",
        ),
        (
            "ana",
            "Yesterday Luis and I had our coaching meeting. He could do with a new mentor.",
            "A mentee may need another mentor",
        ),
        (
            "ana",
            "Del 1 al 15 de abril estoy fuera. Otro mentor puede ayudar a Luis.",
            "A mentee may need another mentor",
        ),
    ],
)
def test_a_person_reads_first(speaker, text, doubt):
    assert doubt in read(speaker, text).doubts


@pytest.mark.parametrize(
    "text",
    [
        "Ne lui dites pas que j'ai écrit. Je voudrais un autre mentor.",
        "Quiero cambiar de mentora, por favor no le digan nada.",
        "Vorrei un altro mentore, ma non ditegli che ho scritto.",
    ],
)
def test_what_is_to_stay_private_is_for_a_person(text):
    assert "A private complaint or harassment is mentioned" in read("luis", text).doubts


def test_a_course_behind_one_is_not_doubted():
    text = "I completed the coaching training yesterday. All modules are done, the quiz as well."
    assert read("luis", text).doubts == ()


def test_the_user_name_of_a_namesake_is_doubted():
    namesakes = Roster(
        [
            Person("one", "Ali Khan", ("one@people.example",), username="makkhan"),
            Person("two", "Ali Khan", ("two@people.example",), username="alikhan"),
        ],
        [],
        [],
    )
    doubt = "The user name is that of somebody else on the roster"
    for name, doubted in (("alikhan", True), ("makkhan", False), ("somebody_else", False)):
        message = mail(
            f"I want to become a mentor.\nUsername: {name}", Address("one@people.example")
        )
        reading = hear(message, Thread(), namesakes, verdict("one"), POLICY, NOW)
        assert (doubt in reading.doubts) is doubted


@pytest.mark.parametrize(
    ("text", "ill"),
    [
        ("J'espère que vous êtes en bonne santé. J'arrête d'être mentor le 30 juin.", False),
        ("J'arrête d'être mentor le 30 juin, pour raisons de santé.", True),
        ("Espero que gocen de buena salud. Dejo de ser mentor el 30 de junio.", False),
        ("Dejo de ser mentor el 30 de junio por motivos de salud.", True),
        ("Espero que estejam com boa saúde. Deixo de ser mentor a 30 de junho.", False),
        ("Deixo de ser mentor a 30 de junho por problemas de saúde.", True),
        ("Spero che siate in buona salute. Lascio il ruolo di mentore il 30 giugno.", False),
        ("Lascio il ruolo di mentore il 30 giugno per motivi di salute.", True),
        ("Dejo de ser mentor el 30 de junio, la salud no me acompaña.", True),
        ("J'arrête d'être mentor le 30 juin, la santé ne suit plus.", True),
        ("Deixo de ser mentor a 30 de junho, a saúde não ajuda.", True),
        ("Lascio il ruolo di mentore il 30 giugno, la salute non mi assiste.", True),
        ("I stop as a mentor on 30 June. No ill will, and sorry: my laptop died.", False),
        ("I stop as a mentor on 30 June. My father died.", True),
    ],
)
def test_a_wish_of_good_health_tells_of_no_illness(text, ill):
    assert ("Illness or grief is mentioned" in read("ana", text).doubts) is ill


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        (
            "Dal primo dicembre lascio il ruolo di mentore in azienda. Con voi resto dove sono.",
            True,
        ),
        (
            "Ma démission prend effet le 30 juin. Je reste mentore.",
            True,
        ),
        ("Ich bleibe Mentor bis Ende Oktober, dann trete ich zurück.", False),
        ("Resto mentore fino al 31 agosto, poi lascio il ruolo di mentore.", False),
    ],
)
def test_who_stays_for_good_may_not_resign(text, stays):
    doubts = read("ana", text).doubts
    assert ("It also says that the writer stays a mentor" in doubts) is stays


@pytest.mark.parametrize(
    ("below", "private"),
    [
        ("Le informazioni contenute in questo messaggio sono riservate.", False),
        ("This e-mail is confidential and meant for its reader only.", False),
        ("Please keep this confidential.", True),
        ("Please keep this message confidential.", True),
    ],
)
def test_what_an_office_puts_below_a_letter_tells_no_secret(below, private):
    doubts = read("ana", f"I resign as a mentor on 30 June.\n\n{below}").doubts
    assert ("A private complaint or harassment is mentioned" in doubts) is private


def test_a_threat_that_somebody_else_spoke_is_heard():
    text = 'I resign as a mentor on 30 June. He wrote "I will sue you" to me.'
    assert "The writer is angry or threatens" in read("ana", text).doubts


def test_a_mentor_who_applies_is_one_already():
    applied = matter({"text": "I apply as a mentor.", "role": "mentor"})
    found = Found(Intent.MENTOR_APPLICATION, 1.0, applied.text[0].raw, 0)
    assert "The writer is already a mentor" in doubts(applied, (found,))


@pytest.mark.parametrize(
    "text",
    [
        "I finished the coaching course on 1 March, our dog was ill and kept me awake.",
        "Ich arbeite im Krankenhaus, und am 1. März habe ich das Coaching-Training abgeschlossen.",
        "Lavoro in ospedale, e il 1° marzo ho finito il corso di coaching.",
    ],
)
def test_illness_in_passing_is_no_reason_to_wait(text):
    assert read("luis", text).doubts == ()


def test_illness_that_may_be_the_reason_is():
    text = "I stop as a mentor on 30 June, I am in hospital every week."
    assert "Illness or grief is mentioned" in read("ana", text).doubts


def test_a_decision_beside_news_is_not_lost():
    news = "Please send it to all mentors: the call moves to Thursdays, 17:00 UTC."
    for decided in ("Declined: Karthik is no Rep.", "Yes from me.", "Von mir ein Ja."):
        doubts = read("cora", f"{decided} {news}").doubts
        assert {"It may be a decision as well", "The decision carries no token of a digest"} & set(
            doubts
        )
    assert "It may be a decision as well" not in read("cora", news).doubts
