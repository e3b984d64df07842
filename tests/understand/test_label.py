import json

from mailer.parse.model import Address
from mailer.trust.model import Action, Kind, Trust, Verdict
from mailer.understand.hear import hear
from mailer.understand.label import label
from mailer.understand.model import Thread
from tests.understand.programme import NOW, POLICY, ROSTER, mail, verdict


def labelled(text, sender, judged):
    message = mail(text, sender)
    reading = hear(message, Thread(), ROSTER, judged, POLICY, NOW)
    found = label("1.eml", message, judged, reading, ROSTER)
    assert json.loads(json.dumps(found)) == found
    return found


ANA = Address("ana@people.example", "Ana Pop")


def test_a_clear_mail_is_auto_with_its_fields():
    found = labelled("I resign as a mentor on 1 June 2026.", ANA, verdict("ana"))
    assert found["automation"] == "auto"
    assert found["intents"] == ["resignation"]
    assert found["sender_role"] == "mentor"
    assert found["fields"] == {
        "person": {"name": "Ana Pop", "email": "ana@people.example"},
        "effective_on": "2026-06-01",
    }


def test_a_robots_mail_is_ignored_and_says_nothing():
    ignored = Verdict(Action.IGNORE, Kind.AUTO, Trust.CLAIMED, may_answer=False)
    found = labelled("I resign as a mentor.", ANA, ignored)
    assert (found["automation"], found["intents"], found["fields"]) == ("ignore", [], {})
    assert found["sender_role"] == "system"


def test_a_held_mail_is_for_review():
    held = Verdict(Action.HOLD, Kind.HUMAN, Trust.CLAIMED, "ana", may_answer=False)
    assert labelled("I resign as a mentor.", ANA, held)["automation"] == "review"


def test_a_doubt_is_for_review():
    luis = Address("luis@people.example", "Luis Vega")
    assert labelled("I resign as a mentor.", luis, verdict("luis"))["automation"] == "review"


def test_a_stranger_is_never_auto():
    stranger = Address("x@elsewhere.example", "X")
    found = labelled("How many mentees can a mentor have?", stranger, verdict(None))
    assert (found["automation"], found["sender_role"]) == ("review", "outsider")


def test_who_wrote_is_told_where_nothing_else_is_sure():
    luis = Address("luis@people.example", "Luis Vega")
    found = labelled("Maybe the lamp.", luis, verdict("luis"))
    assert (found["intents"], found["automation"]) == (["other"], "review")
    assert found["fields"] == {"person": {"name": "Luis Vega", "email": "luis@people.example"}}
