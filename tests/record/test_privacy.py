"""The registry of personal data, against the schema; and what a copy of data says in words."""

import pytest
from sqlalchemy import Engine, select
from sqlmodel import SQLModel

from mailer.record.database import writing
from mailer.record.load import table
from mailer.record.privacy import TITLES, readable
from storage import privacy, trail
from storage.privacy import HELD, Subject
from tests.builders import NOW

WHO = Subject("ana", ("Ana Pop", "anapop"), ("ana@mail.example",))


def test_the_registry_names_every_table_of_the_schema() -> None:
    assert set(HELD) == set(SQLModel.metadata.tables)


@pytest.mark.parametrize("name", sorted(HELD))
def test_the_registry_names_every_column_of_a_table(name: str) -> None:
    held, columns = HELD[name], set(table(name).c.keys())
    assert {*held.kept, *held.blank, *held.scrubbed} == columns
    assert set(held.shown) <= columns
    assert not set(held.kept) & {*held.blank, *held.scrubbed}


@pytest.mark.parametrize("name", sorted(name for name, held in HELD.items() if held.whose))
def test_a_copy_has_a_heading_for_every_table_and_shows_no_secret(name: str) -> None:
    assert TITLES[name]
    assert not {"token_hash", "asks", "evidence", "facts", "reason", "details"} & set(
        HELD[name].shown
    )


def _event(text: str, number: int, person: str | None = None) -> dict[str, object]:
    return {
        "id": f"e{number}", "programme": "reps", "at": NOW, "kind": "note", "name": "n",
        "case_id": None, "person": person, "inbox": None, "text": text,
        "details": {"who": "Ana Pop"}, "news": False,
    }  # fmt: skip


def test_names_go_from_texts_of_others_and_parts_of_words_stay(engine: Engine) -> None:
    texts = ("ANA POP came", "Dana Popescu came", "write to ana@mail.example", "Ana alone")
    with writing(engine) as connection:
        lines = [_event(text, number) for number, text in enumerate(texts)]
        trail.append(connection, "reps", lines)
        privacy.erase(connection, "reps", WHO, NOW)
        event = table("event").c
        own = select(event.text, event.details).where(event.kind == "note")
        rows = connection.execute(own.order_by(event.seq)).all()
    assert [row.text for row in rows] == [
        "a former member came", "Dana Popescu came", "write to a former member", "Ana alone"
    ]  # fmt: skip
    assert [row.details for row in rows] == [{"who": "a former member"}] * 4


def test_another_programme_is_not_touched(engine: Engine) -> None:
    with writing(engine) as connection:
        trail.append(connection, "reps", [_event("Ana Pop", 1, "ana")])
        privacy.erase(connection, "other", WHO, NOW)
        assert connection.execute(select(table("event").c.text)).scalar() == "Ana Pop"
        assert privacy.copy(connection, "other", WHO)["event"] == []


def test_a_copy_in_words_shows_each_kind_with_its_lines() -> None:
    text = readable({"person": [{"name": "Ana Pop", "country": None}], "term": []})
    assert text.splitlines()[:4] == ["You", "===", "", "Name: Ana Pop"]
    assert "Your terms on the council" in text
    assert "nothing" in text
