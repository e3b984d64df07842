import pytest

from mailer.understand.language import language
from tests.understand.programme import read

WHOLE = [
    ("I would like to become a mentor, what is next?", "en"),
    ("Hola, me gustaría ser mentora en mi país.", "es"),
    ("Olá, eu gostaria de ser mentora no meu país.", "pt"),
    ("Bonjour, je voudrais devenir mentor dans mon pays.", "fr"),
    ("Hallo, ich möchte gerne Mentor werden.", "de"),
    ("Ciao, vorrei diventare mentore nel mio paese.", "it"),
    ("Halo, saya ingin menjadi mentor di kota saya.", "id"),
    ("Hallo, ik wil graag mentor worden voor de groep.", "nl"),
    ("Hoi, ik stop per 1 juni als mentor, het was een mooie tijd.", "nl"),
    ("Cześć, chcę zostać mentorem i pomagać, jestem w Polsce.", "pl"),
    ("Rezygnuje z funkcji mentora od pierwszego maja, dziekuje.", "pl"),
    ("Merhaba, mentor olmak istiyorum, teşekkürler.", "tr"),
    ("Koçluk eğitimini dün bitirdim, sertifikam ekte.", "tr"),
    ("Hej, jag vill gärna bli mentor och hjälpa nya medlemmar.", "sv"),
    ("Hej alla, jag slutar som mentor den sista juni.", "sv"),
    ("Hej, jeg vil gerne være mentor og har gjort kurset færdigt.", "da"),
    ("Hei, jeg vil gjerne bli mentor og har fullført kurset.", "no"),
    ("Hei, haluaisin ryhtyä mentoriksi ja suoritin kurssin eilen.", "fi"),
    ("Szia, szeretnék mentor lenni, és elvégeztem a tanfolyamot.", "hu"),
    ("Bună ziua, doresc să fiu mentor și am terminat cursul.", "ro"),
    ("Dobrý den, chtěl bych se stát mentorem, kurz jsem dokončil.", "cs"),
    ("Dobrý deň, chcela by som byť mentorka, ďakujem.", "sk"),
    ("Poštovani, želim postati mentor i završio sam tečaj.", "hr"),
    ("Xin chào, tôi muốn trở thành người hướng dẫn.", "vi"),
    ("Здравствуйте, я хочу стать наставником.", "ru"),
    ("Добрий день, я хочу стати наставником і вже закінчила курс.", "uk"),
    ("Καλησπέρα, θα ήθελα να γίνω μέντορας.", "el"),
    ("مرحبا، أريد أن أصبح مرشدا في البرنامج.", "ar"),
    ("سلام، می‌خواهم مربی شوم.", "fa"),
    ("नमस्ते, मैं मेंटर बनना चाहता हूँ।", "hi"),
    ("您好,我想成为导师。", "zh"),
    ("こんにちは、メンターになりたいです。", "ja"),
    ("안녕하세요, 멘토가 되고 싶습니다.", "ko"),
    ("שלום, אני רוצה להיות מנטור.", "he"),
]
SHORT = [
    ("mau daftar mentor kak", "id"),
    ("gue resign dari mentor ya", "id"),
    ("kursus udah kelar, sertifikat terlampir", "id"),
    ("sy blm dpt mentor bu", "id"),
    ("bin raus als mentor", "de"),
    ("kurs fertig, zertifikat hängt dran", "de"),
    ("Schluss ab Juni.", "de"),
    ("I quit.", "en"),
    ("Course done, certificate attached.", "en"),
    ("dejo de ser mentor", "es"),
    ("curso terminado, va adjunto", "es"),
    ("terminei o curso", "pt"),
    ("j'ai fini la formation", "fr"),
    ("Théo décalé, présenté jeudi, très réussi", "fr"),
    ("Há vários critérios, já é público", "pt"),
    ("ho finito il corso", "it"),
    ("cursus afgerond", "nl"),
    ("kursu bitirdim", "tr"),
    ("skończyłam kurs", "pl"),
]
MIXED = [
    ("Hola! I would like to become a mentor. Saludos, Marta", "en"),
    ("Hi team, aku mau resign jadi mentor ya, effective next month.", "id"),
    ("Dear Council, saya sudah menyelesaikan coaching training. Best regards", "id"),
    ("Hello everybody, ich trete als Mentor zurück. Thanks for everything!", "de"),
    ("Hi all, coaching course done, ich möchte jetzt gern Mentorin werden. Best", "de"),
    ("Hallo zusammen, I am stepping down as a mentor at the end of May. Liebe Grüße", "en"),
    ("Halo, I have finished the course and I would like to be a mentor. Terima kasih", "en"),
    ("Hello dear Council, je démissionne de mon rôle de mentor. Thanks", "fr"),
]


@pytest.mark.parametrize(("text", "code"), [*WHOLE, *SHORT, *MIXED])
def test_the_language_is_told_by_words_letters_and_endings(text, code):
    assert language(text) == code


def test_a_text_without_a_sign_takes_the_default():
    assert language("12345", "pt") == "pt"


@pytest.mark.parametrize("text", [text for text, code in WHOLE if code in ("nl", "tr", "sv", "uk")])
def test_a_language_that_is_not_read_goes_to_a_person_by_its_name(text):
    reading = read("luis", text)
    assert reading.unclear is not None
    assert not reading.heard
    assert reading.language == language(text)
