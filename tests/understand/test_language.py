import pytest

from mailer.understand.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I would like to become a mentor, what is next?", "en"),
        ("Hola, me gustaría ser mentora en mi país.", "es"),
        ("Olá, eu gostaria de ser mentora no meu país.", "pt"),
        ("Bonjour, je voudrais devenir mentor dans mon pays.", "fr"),
        ("Hallo, ich möchte gerne Mentor werden.", "de"),
        ("Ciao, vorrei diventare mentore nel mio paese.", "it"),
        ("Halo, saya ingin menjadi mentor di kota saya.", "id"),
        ("Hallo, ik wil graag mentor worden voor de groep.", "nl"),
        ("Cześć, chcę zostać mentorem i pomagać, jestem w Polsce.", "pl"),
        ("Merhaba, mentor olmak istiyorum, teşekkürler.", "tr"),
        ("Здравствуйте, я хочу стать наставником.", "ru"),
        ("こんにちは、メンターになりたいです。", "ja"),
    ],
)
def test_the_language_is_told_by_small_words_and_letters(text, code):
    assert language(text) == code


def test_a_text_without_a_sign_takes_the_default():
    assert language("12345", "pt") == "pt"
