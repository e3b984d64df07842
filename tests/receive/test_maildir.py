"""Taking mail from a Maildir and from files."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from mailer.errors import MailerError
from mailer.receive.maildir import take_file, take_files, take_maildir
from tests.receive.builders import NOW, PROGRAMME, expected_ids, letter, message_ids, stored

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_new_mails_are_kept_and_moved_to_cur_as_seen(engine: Engine, tmp_path: Path) -> None:
    box = tmp_path / "box"
    (box / "new").mkdir(parents=True)
    for number in range(1, 251):
        (box / "new" / f"{1000 + number}.x.host").write_bytes(letter(number))
    assert take_maildir(engine, PROGRAMME, box, NOW) == 250
    assert take_maildir(engine, PROGRAMME, box, NOW) == 0
    assert message_ids(engine) == expected_ids(250)
    assert list((box / "new").iterdir()) == []
    assert (box / "cur" / "1001.x.host:2,S").read_bytes() == letter(1)


def test_a_folder_that_is_no_maildir_is_an_error(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(MailerError, match="no Maildir"):
        take_maildir(engine, PROGRAMME, tmp_path, NOW)


def test_a_file_is_kept_and_stays(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(letter(1))
    assert take_file(engine, PROGRAMME, path, NOW) == 1
    assert path.exists()
    assert stored(engine)[0].source == "file"


def test_the_eml_files_of_a_folder_are_kept_in_order_of_name(
    engine: Engine, tmp_path: Path
) -> None:
    for number in (3, 1, 2):
        (tmp_path / f"{number}.eml").write_bytes(letter(number))
    (tmp_path / "notes.txt").write_text("no mail")
    ids = take_files(engine, PROGRAMME, tmp_path, NOW)
    assert [mail.id for mail in stored(engine)] == ids
    assert [mail.message_id for mail in stored(engine)] == expected_ids(3)


def test_a_missing_file_or_an_empty_folder_is_an_error(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(MailerError, match="cannot read"):
        take_file(engine, PROGRAMME, tmp_path / "nothing.eml", NOW)
    with pytest.raises(MailerError, match="holds no"):
        take_files(engine, PROGRAMME, tmp_path, NOW)
