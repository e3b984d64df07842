import pytest

from mailer.understand.polite import polite
from mailer.understand.sentences import sentences


@pytest.mark.parametrize(
    "line",
    [
        "Dear Council,",
        "Hi all!",
        "Hola a todos:",
        "Guten Tag zusammen,",
        "Liebe Helen,",
        "Halo semua,",
        "Best,",
        "Kind regards",
        "Thank you very much!",
        "Mit freundlichen Grüßen",
        "Um abraço",
        "Cordialement,",
        "Grazie mille!",
        "Terima kasih banyak.",
    ],
)
def test_greetings_and_closings_say_nothing(line):
    assert all(map(polite, sentences(line)))


@pytest.mark.parametrize(
    "line",
    [
        "Hi I quit",
        "hello i resign",
        "Dear Council, I resign",
        "Thank you for accepting my resignation.",
        "Cheers, I'm out",
        "Hi, are you there?",
        "Ciao, mi dimetto",
        "Danke, ich höre auf",
        "Obrigado, mas saio",
    ],
)
def test_what_says_something_beside_is_heard(line):
    assert not all(map(polite, sentences(line)))
