"""What the trained reader sees of a sentence stays as it was when its weights were fitted.

The weights belong to exactly these numbers: another way to get them must give the same ones. A
deliberate change asks for `make train`, and for new sums here.
"""

from zlib import crc32

import numpy as np
import pytest

from mailer.rules.intents import Intent
from mailer.understand import tagged, trained
from mailer.understand.cast import keys_of, span_features
from mailer.understand.grams import Written, clauses
from mailer.understand.sentences import plain
from mailer.understand.spans import of_token, tokens
from mailer.understand.tagged import day_chances, name_starts, person_scores, shares
from mailer.understand.trained import CLASSES, INTENTS, Scores, scores
from mailer.understand.weigh import evidence, weigh

MAILS = {
    "en": (
        "mentor",
        "Dear council,",
        "I can't go on as a mentor; my job takes all my evenings, and the baby is due in May.",
        "So please let me go at the end of April (the 30th), but keep me on the mailing list!",
        "Could Tomas Brandt-Okafor (tomas.b@post.example) take over both of my mentees?",
        "Thanks :)",
    ),
    "de": (
        "rep",
        "Hallo zusammen,",
        "gestern habe ich den Coaching-Kurs abgeschlossen, das Zeugnis hängt an.",
        "Große Freude – und jetzt möchte ich gern Mentorin werden, aber erst ab dem 3. Juni.",
        "Ob Jörg Weiß oder Özlem Kaya mich einweisen?",
    ),
    "fr": (
        "council",
        "Bonjour à tous,",
        "J'ai rencontré Aïcha N'Diaye mardi : elle va bien, mais elle n'a plus le temps.",
        "Qu'est-ce qu'on fait donc, et qui l'accompagne d'ici l'été ?",
        "Œuvrons ensemble... à bientôt.",
    ),
    "es": (
        "mentor",
        "¡Hola!",
        "Acepto a Íñigo Peña y a Lucía como aprendices, pero no antes del 15 de marzo.",
        "¿Podrían decirme qué datos míos guardan?",
        "Mi usuario del portal es rosa_m.88; el certificado va adjunto.",
    ),
    "pt": (
        "outsider",
        "Olá, tudo bem?",
        "Não consigo continuar com a mentoria então peço a minha saída no dia 1º de julho.",
        "A Conceição D'Ávila e o João podem ficar com o meu grupo mas só se quiserem.",
    ),
    "it": (
        "rep",
        "Ciao,",
        "vorrei cambiare mentore: con Niccolò non ci troviamo più, e lui lo sa.",
        "Perché non chiedere a Sant'Agata Bianchi?",
        "L'incontro dell'8 è saltato quindi aspetto notizie.",
    ),
    "id": (
        "mentor",
        "Selamat pagi Dewan,",
        "saya akan cuti dari 2 sampai 20 Agustus, lalu saya kembali seperti biasa.",
        "Tolong perpanjang peran saya satu tahun lagi ya (kalau boleh), dan terima kasih.",
    ),
    "odd": (
        "outsider",
        "ok",
        "?!",
        "a",
        "привет совет, я хочу стать наставником и помогать новичкам",
        "日本語のメール 😀 a_b c__d",
        "word " * 230,
    ),
}
FEATURES = {
    "en": 1098354145,
    "de": 162192529,
    "fr": 4270579714,
    "es": 1922772783,
    "pt": 2379808492,
    "it": 1603302898,
    "id": 1484784000,
    "odd": 1216353622,
}
NAMES = {
    "en": 603444348,
    "de": 1954103363,
    "fr": 3295080457,
    "es": 2248169288,
    "pt": 3482388326,
    "it": 1371845257,
    "id": 239179966,
    "odd": 0,
}
SPANS = {
    "en": 1405144593,
    "de": 1463101884,
    "fr": 2136409877,
    "es": 360376770,
    "pt": 3551985714,
    "it": 2200079594,
    "id": 1197900221,
    "odd": 3024318359,
}
EVIDENCE = {"en": 14061.356693, "pt": 9518.608715, "odd": 13554.376643}


def _lows(key):
    return [plain(line) for line in MAILS[key][1:]]


def _pieces(lows):
    """Return the place and clause of everything that is scored of a mail."""
    parts = [(place, clause) for place, low in enumerate(lows) for clause in clauses(low)]
    return [(place, None) for place in range(len(lows))] + parts


def _sum(found):
    """Return one number for some arrays of features."""
    assert all((np.diff(one.astype(np.int64)) > 0).all() for one in found)
    return crc32(b"|".join(one.astype("<u4").tobytes() for one in found))


def _score(stored, found, kind="weights"):
    """Score one array of features by the definition: a sum over rows, scaled."""
    prefix = "" if kind == "weights" else f"{kind}_"
    summed = stored[kind][found].astype(np.int64).sum(axis=0) * stored[f"{prefix}scale"]
    return summed / len(found) ** 0.5 + stored[f"{prefix}bias"]


def _stored(name):
    with np.load(trained.__file__.replace("trained.py", f"weights/{name}.npz")) as found:
        return dict(found)


def _names(key):
    """Return the features of every capitalised word of a mail."""
    rows = [tokens(line) for line in MAILS[key][1:]]
    return [
        (line, row[place], of_token(row, place, (f"lang={key}",)))
        for line, row in zip(MAILS[key][1:], rows, strict=True)
        for place, one in enumerate(row)
        if one.capital
    ]


def _spans(key):
    """Return the features of the third to fifth word of every sentence of a mail."""
    rows = [tokens(line) for line in MAILS[key][1:]]
    says = (Intent.RESIGNATION.value, Intent.RENEWAL.value)
    found = []
    for place, row in enumerate(rows):
        about = keys_of(MAILS[key][0], says, says[:place], place, len(rows))
        start, end = row[min(2, len(row) - 1)].start, row[min(4, len(row) - 1)].end
        before = rows[place - 1] if place else ()
        found.append(span_features(row, start, end, [*about, "n=1", "ord=0"], before))
    return [one for one in found if one is not None]


@pytest.mark.parametrize("key", MAILS)
def test_a_sentence_and_its_clauses_have_the_features_that_were_learnt(key):
    written = Written(_lows(key), MAILS[key][0])
    found = [written.features(*piece) for piece in _pieces(_lows(key))]
    assert _sum(found) == FEATURES[key]


@pytest.mark.parametrize("key", MAILS)
def test_scores_are_the_sums_of_the_weights_of_the_features(key):
    lows, stored = _lows(key), _stored("sentences")
    written = Written(lows, MAILS[key][0])
    wanted = [_score(stored, written.features(*piece)) for piece in _pieces(lows)]
    got = scores(lows, MAILS[key][0])
    assert np.concatenate([got.sentences, got.clauses]) == pytest.approx(np.array(wanted), abs=1e-5)
    assert got.of == tuple(place for place, clause in _pieces(lows) if clause)


@pytest.mark.parametrize("key", MAILS)
def test_a_capitalised_word_has_the_features_that_were_learnt(key):
    assert _sum([features for _, _, features in _names(key)]) == NAMES[key]


@pytest.mark.parametrize("key", MAILS)
def test_a_word_is_part_of_a_name_where_its_features_say_so(key):
    stored = _stored("parts")
    for line, token, features in _names(key):
        named = _score(stored, features, "name")[0] > 0
        assert (token.start in name_starts(line, key)) == named


@pytest.mark.parametrize("key", MAILS)
def test_a_stretch_has_the_features_that_were_learnt(key):
    assert _sum(_spans(key)) == SPANS[key]


def test_the_parts_follow_the_features():
    stored = _stored("parts")
    for features in _spans("en"):
        score = _score(stored, features, "person")
        assert list(person_scores(features)) == pytest.approx(list(score), abs=1e-4)
        chance = 1 / (1 + np.exp(-score))
        got = shares(tagged.PEOPLE, person_scores(features))
        assert list(got) == list(tagged.PEOPLE)
        assert list(got.values()) == pytest.approx(list(chance / chance.sum()), abs=1e-5)

        chance = 1 / (1 + np.exp(-_score(stored, features, "day")))
        got = day_chances(features)
        assert list(got) == list(tagged.DAYS)
        assert list(got.values()) == pytest.approx(list(chance / chance.sum()), abs=1e-5)


def _invented(lows):
    """Return scores of a mail from a simple rule, in thirds so that some of them are equal."""
    pieces = _pieces(lows)
    shifts = [place * 5 + 3 * len(clause or "") for place, clause in pieces]
    rows = [[((n * 7 + shift) % 13 - 9) / 3 for n in range(len(CLASSES))] for shift in shifts]
    every, count = np.array(rows, np.float32), len(lows)
    mail = np.array([(n * 5 % 7 - 3) / 3 for n in range(len(INTENTS) + 1)], np.float32)
    of = tuple(place for place, clause in pieces if clause is not None)
    return Scores(every[:count], every[count:], of, (frozenset(),) * count, mail)


@pytest.mark.parametrize("key", ["en", "pt", "odd"])
def test_the_evidence_is_what_was_learnt(key):
    figures = evidence(_invented(_lows(key)), MAILS[key][0])
    assert figures.dtype == np.float64
    place = np.arange(1, figures.size + 1).reshape(figures.shape) % 97
    assert float((figures * place).sum()) == pytest.approx(EVIDENCE[key], rel=1e-6)


@pytest.mark.parametrize("key", MAILS)
def test_what_is_likely_is_found_in_the_first_sentence_that_says_it(key):
    given = scores(_lows(key), MAILS[key][0])
    weighed = weigh(given, MAILS[key][0])
    for one in (*weighed.said, *weighed.rest):
        saying = [n for n in range(len(given.sentences)) if one.intent.value in given.says(n)]
        assert one.at == saying[0] if saying else 0 <= one.at < len(given.sentences)


def test_a_sentence_says_what_scores_above_nothing():
    given = scores(_lows("en"), "mentor")
    for place, row in enumerate(given.sentences):
        assert given.says(place) == {CLASSES[n][0].value for n in range(len(CLASSES)) if row[n] > 0}


def test_no_sentence_gives_no_score():
    given = scores([], "rep")
    assert given.sentences.shape == given.clauses.shape == (0, len(CLASSES))
