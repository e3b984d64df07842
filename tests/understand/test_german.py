# ruff: noqa: E501 - a mail broken over lines is harder to read than a long one
"""What German mails say: a sentence, who writes it, and the intents that it carries."""

import pytest

from mailer.rules.intents import Intent
from mailer.understand.label import stated
from tests.understand.programme import read

SAYS = [
    # Leaving the role.
    ("ana", "Hiermit trete ich mit sofortiger Wirkung als Mentorin zurück.", "resignation"),
    ("ana", "Leider muss ich zum Jahresende als Mentorin aufhören.", "resignation"),
    ("ana", "Ich lege mein Mentorenamt zum 1. Mai nieder.", "resignation"),
    ("ana", "Nach langem Nachdenken habe ich mich entschieden, meine Rolle als Mentorin abzugeben.", "resignation"),
    ("ana", "ich hoer ende mai auf als mentor, keine zeit mehr", "resignation"),
    ("ana", "Ab September kann ich nicht mehr als Mentorin zur Verfügung stehen.", "resignation"),
    ("ana", "Bitte streicht mich von der Liste der Mentoren, ich mache das nicht mehr.", "resignation"),
    ("ana", "Für mich ist als Mentorin Ende Juni Schluss.", "resignation"),
    ("ana", "Ich steige als Mentorin aus, der neue Job frisst mich auf.", "resignation"),
    ("ana", "Mit schwerem Herzen hänge ich mein Amt als Mentorin an den Nagel.", "resignation"),
    ("ana", "Ich möchte nicht länger Mentorin sein.", "resignation"),
    ("ana", "Zum Monatsende scheide ich aus dem Kreis der Mentoren aus.", "resignation"),
    ("ana", "Ich ziehe mich aus dem Mentoring zurück, es war eine schöne Zeit.", "resignation"),
    ("ana", "Ich gebe den Staffelstab als Mentorin weiter.", "resignation"),
    ("ana", "Hiermit kündige ich meine Tätigkeit als Mentorin zum 31. März.", "resignation"),
    ("ana", "Meine Entscheidung steht: Ich beende meine Arbeit als Mentorin.", "resignation"),
    # Wanting the role.
    ("mariam", "Ich würde gerne Mentorin werden.", "mentor_application"),
    ("mariam", "Hiermit bewerbe ich mich um die Stelle als Mentorin.", "mentor_application"),
    ("mariam", "Ich hätte große Lust, bei euch Mentorin zu werden!", "mentor_application"),
    ("mariam", "moecht gern als mentor mitmachen, was braucht ihr von mir", "mentor_application"),
    ("mariam", "Ich interessiere mich für die Rolle als Mentorin.", "mentor_application"),
    ("mariam", "Gerne stelle ich mich als Mentorin zur Verfügung.", "mentor_application"),
    ("mariam", "Zählt mich als Mentorin dazu, ich bin dabei.", "mentor_application"),
    ("mariam", "Ich könnte mir gut vorstellen, als Mentorin neue Reps zu begleiten.", "mentor_application"),
    ("mariam", "Kann ich bei euch auch Mentorin werden?", "mentor_application"),
    ("mariam", "Ich bin bereit, die Aufgabe einer Mentorin zu übernehmen.", "mentor_application"),
    ("mariam", "Falls ihr noch jemanden sucht: Ich wäre gern Mentorin.", "mentor_application"),
    # The course.
    ("mariam", "Ich habe das Coaching-Training auf Teachable gestern abgeschlossen.", "course_completion"),
    ("mariam", "Der Coaching-Kurs auf Teachable ist geschafft!", "course_completion"),
    ("mariam", "bin endlich durch mit dem coaching kurs, zertifikat kommt mit", "course_completion"),
    ("mariam", "Im Anhang findet ihr mein Zertifikat vom Coaching-Kurs.", "course_completion"),
    ("mariam", "Gestern habe ich die letzte Lektion auf Teachable absolviert und die Prüfung bestanden.", "course_completion"),
    ("mariam", "Ich schließe heute den Kurs auf Teachable ab: alle Module fertig, Urkunde anbei.", "course_completion"),
    ("mariam", "Coaching-Kurs erledigt, nun möchte ich Mentorin werden.", "course_completion mentor_application"),
    # Having or wanting a mentor.
    ("mariam", "Ich habe noch keinen Mentor. Könnt ihr mir einen zuteilen?", "mentor_request"),
    ("mariam", "Ich bin neu hier und suche eine Mentorin.", "mentor_request"),
    ("mariam", "Könnte ich bitte einen Mentor bekommen?", "mentor_request"),
    ("luis", "Ich möchte bitte einen anderen Mentor haben.", "mentor_change"),
    ("luis", "Meine Mentorin antwortet seit Wochen nicht mehr auf meine Mails.", "mentor_change"),
    ("luis", "Wäre es möglich, die Mentorin zu wechseln?", "mentor_change"),
    # The pair.
    ("ana", "Ich übernehme gern Mariam Gelo von der offenen Liste.", "mentee_acceptance"),
    ("ana", "Ich habe noch Platz für einen weiteren Mentee, ich nehme gern jemanden.", "mentee_acceptance"),
    ("ana", "Luis und ich möchten das Mentoring um ein Jahr verlängern.", "renewal"),
    ("luis", "Unser Jahr ist um, und wir machen noch ein Jahr weiter.", "renewal"),
    ("ana", "Gestern habe ich mich mit Luis getroffen, eine Stunde über seine Ziele gesprochen.", "meeting_report"),
    ("luis", "Unser Treffen mit Ana fand am 3. März statt und dauerte 40 Minuten.", "meeting_report"),
    ("luis", "Ich gebe meiner Mentorin 5 von 5 Punkten.", "feedback"),
    ("ana", "Mein Feedback zu Luis: sehr engagiert und zuverlässig.", "feedback"),
    ("ana", "Ich bin vom 1. bis 20. August im Urlaub und nicht erreichbar.", "leave_of_absence"),
    ("ana", "Ab Mai gehe ich in Elternzeit und bin bis September weg.", "leave_of_absence"),
    # The council and its papers.
    ("cora", "Bitte leitet das an alle Mentoren weiter: Das Handbuch ist neu.", "announcement"),
    ("cora", "Die Bewerbung von Mariam Gelo ist angenommen.", "decision"),
    ("luis", "Wie ist der Stand meiner Bewerbung?", "status_question"),
    ("mariam", "Habt ihr meinen Antrag schon erhalten?", "status_question"),
    ("luis", "Wie oft muss ein Mentor sich mit seinem Mentee treffen?", "general_question"),
    ("mariam", "Gibt es für den Kurs eine Frist?", "general_question"),
    ("luis", "Bitte schickt mir eine Kopie aller Daten, die ihr über mich gespeichert habt.", "data_request"),
    ("luis", "Ich bitte um Löschung meiner personenbezogenen Daten.", "data_request"),
]  # fmt: skip

SAYS_NOT = [
    ("ana", "Ich trete nicht als Mentorin zurück.", "resignation"),
    ("ana", "Wenn es so weitergeht, höre ich als Mentorin auf.", "resignation"),
    ("ana", "Mein Kollege Karl hört als Mentor auf.", "resignation"),
    ("ana", "Ich habe meine Stelle als Kassenwartin im Verein gekündigt und habe mehr Zeit.", "resignation"),
    ("ana", "Ich überlege, als Mentorin aufzuhören, bin aber noch nicht sicher.", "resignation"),
    ("ana", "Karl sagt, dass ich als Mentorin aufhöre, das stimmt nicht.", "resignation"),
    ("ana", "Was passiert, wenn eine Mentorin aufhört?", "resignation"),
    ("ana", "Ich trete zum Sommer aus dem Vorstand unseres Vereins zurück.", "resignation"),
    ("ana", "Ich wäre fast als Mentorin zurückgetreten.", "resignation"),
    ("ana", "Ich lege für zwei Monate eine Pause als Mentorin ein.", "resignation"),
    ("ana", "Eines Tages werde ich als Mentorin aufhören.", "resignation"),
    ("mariam", "Ich möchte keine Mentorin werden.", "mentor_application"),
    ("mariam", "Meine Freundin möchte Mentorin werden.", "mentor_application"),
    ("mariam", "Sobald ich den Kurs fertig habe, möchte ich Mentorin werden.", "mentor_application"),
    ("mariam", "Ich möchte Mentorin werden, sobald ich mein Studium abgeschlossen habe.", "mentor_application"),
    ("mariam", "Irgendwann will ich vielleicht Mentorin werden.", "mentor_application"),
    ("mariam", "Karl fragt, ob ich Mentorin werden will.", "mentor_application"),
    ("mariam", "Ich möchte einen Mentor haben.", "mentor_application"),
    ("mariam", "Ich hätte gern Ana Pop als Mentorin.", "mentor_application"),
    ("mariam", "Ich habe den Coaching-Kurs noch nicht abgeschlossen.", "course_completion"),
    ("mariam", "Mein Mentor hat den Coaching-Kurs abgeschlossen.", "course_completion"),
    ("mariam", "Ich habe gestern den Erste-Hilfe-Kurs bestanden.", "course_completion"),
    ("mariam", "Den Coaching-Kurs habe ich fast geschafft.", "course_completion"),
    ("mariam", "Nächste Woche werde ich den Coaching-Kurs abschließen.", "course_completion"),
    ("mariam", "Wenn ich den Coaching-Kurs abgeschlossen habe, melde ich mich.", "course_completion"),
    ("luis", "Ich will keinen anderen Mentor, Ana ist super.", "mentor_change"),
    ("ana", "Ich nehme nächste Woche Urlaub.", "mentee_acceptance"),
    ("ana", "Ich kann leider niemanden von der Liste übernehmen.", "mentee_acceptance"),
    ("ana", "Morgen treffe ich mich mit Luis.", "meeting_report"),
    ("ana", "Unser Treffen mit Luis ist leider ausgefallen.", "meeting_report"),
    ("luis", "Bitte ändert meine Adresse in euren Daten.", "data_request"),
    ("luis", "Vielen Dank für die schöne Zeit im Kurs und mit den Mentoren!", "general_question"),
]  # fmt: skip


def said(speaker, text):
    return {heard.intent for heard in stated(read(speaker, text))} - {Intent.OTHER}


@pytest.mark.parametrize(("speaker", "text", "meant"), SAYS, ids=[row[1] for row in SAYS])
def test_a_german_sentence_carries_its_intents(speaker, text, meant):
    assert said(speaker, text) == {Intent(name) for name in meant.split()}


@pytest.mark.parametrize(("speaker", "text", "never"), SAYS_NOT, ids=[row[1] for row in SAYS_NOT])
def test_what_is_denied_put_off_or_told_of_others_is_not_heard(speaker, text, never):
    heard = {one.intent for one in read(speaker, text).heard}
    assert Intent(never) not in heard
