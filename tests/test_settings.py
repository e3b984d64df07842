"""Settings: the file, the environment, and every fault at once without a secret."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from mailer.errors import SettingsError
from mailer.settings import Settings, load, strange_variables


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "mailer.toml"
    file.write_text(text, encoding="utf-8")
    return file


def faults(tmp_path: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        load(written(tmp_path, text))
    return caught.value.faults


def test_without_file_and_environment_the_defaults_work() -> None:
    settings = load(None)
    assert settings.takes_mail
    assert settings.database_url == "sqlite:///mailer-data/mailer.db"
    assert list(settings.programme) == ["mentoring"]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        'dta = "x"\nlog = "loud"\n[programme.reps]\nzone = "Mars/Base"\naddress = "me"\n'
        'language = "Spanish"\n'
        "[mailbox.council]\nport = 99999\n[delivery]\nprot = 1\n",
    )
    told = "\n".join(found)
    assert len(found) == 8
    assert "dta: unknown key; did you mean 'data'?" in told
    assert "log is 'loud': expected 'plain' or 'json'" in told
    assert "programme.reps.zone is 'Mars/Base': expected a time zone's name" in told
    assert "programme.reps.language is 'Spanish': expected a code of two letters" in told
    assert "programme.reps.address is 'me': expected one address" in told
    assert "mailbox.council.host is missing" in told
    assert "mailbox.council.port is 99999" in told
    assert "delivery.prot: unknown key; did you mean 'port'?" in told
    assert all(str(tmp_path / "mailer.toml") in fault for fault in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[delivery]\nkind = "smtp"\n', "expected host"),
        ('[mailbox.a]\nhost = "h"\nprogramme = "other"\n', "mailbox.a.programme is 'other'"),
        (
            '[programme.a]\naddress = "c@x.example"\n[programme.b]\naddress = "C@x.example"\n',
            "two programmes have the same address",
        ),
        ('[delivery]\npassword = "a"\npassword_file = "b"\n', "expected one of them"),
        ('[programme.a]\nbounces = "verp"\n', "bounces is 'verp'"),
        ('[programme.a]\nplatforms = [{ sender = "x", dkim = "a.example" }]\n', "is 'x'"),
        ('[programme.a]\nplatforms = [{ sender = "x.example" }]\n', "dkim is missing"),
        ("readers = -1\n", "readers is -1: expected greater than or equal to 0"),
        ('readers = "many"\n', "readers is 'many': expected a valid integer"),
        ("a = [", "is not TOML"),
    ],
    ids=[
        "no host",
        "unknown programme",
        "same address",
        "two passwords",
        "bounces",
        "platform",
        "no signer",
        "fewer readers than none",
        "readers in words",
        "no TOML",
    ],
)
def test_what_does_not_fit_together_is_told(tmp_path: Path, text: str, told: str) -> None:
    assert told in "\n".join(faults(tmp_path, text))


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, '[programme.reps]\nzone = "UTC"\ntitle = "Guild"\n')
    monkeypatch.setenv("MAILER_PROGRAMME__REPS__ZONE", "Europe/Berlin")
    monkeypatch.setenv("MAILER_DELIVERY__PASSWORD", "geheim")
    settings = load(file)
    assert settings.programme["reps"].zone == "Europe/Berlin"
    assert settings.programme["reps"].title == "Guild"
    assert settings.delivery.secret() == "geheim"


def test_a_fault_in_a_variable_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILER_INTAKE__PORT", "many")
    with pytest.raises(SettingsError, match=r"MAILER_INTAKE__PORT: intake.port is 'many'"):
        load(None)


@pytest.mark.parametrize(
    ("key", "value"), [("socket_mode", "rw"), ("max_connections", 1), ("per_minute", -1)]
)
def test_a_limit_of_the_intake_that_is_none_is_named(key: str, value: object) -> None:
    with pytest.raises(ValidationError, match=key):
        Settings(intake={key: value})


def test_without_a_word_on_readers_there_is_one_less_than_cores_and_three_at_the_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = []
    for cores in (1, 2, 4, 64):
        monkeypatch.setattr("os.sched_getaffinity", lambda _, cores=cores: set(range(cores)))
        found.append(Settings().most_readers)
    assert found == [0, 1, 3, 3]
    assert Settings(readers=0).most_readers == 0


def test_a_variable_for_a_whole_table_must_be_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILER_DELIVERY", "{smtp")
    with pytest.raises(SettingsError, match="MAILER_DELIVERY: is not JSON"):
        load(None)


def test_variables_that_are_no_settings_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILER_DATABSE", "x")
    monkeypatch.setenv("MAILER_INTAKE__PORT", "1")
    assert strange_variables() == ["MAILER_DATABSE"]


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        'database = ["postgresql://u:geheim@h/x"]\n'
        '[delivery]\nport = "x"\npassword = ["geheim"]\n'
        '[mailbox.a]\nhost = "h"\npassword = "geheim"\npassword_file = "f"\n',
    )
    assert len(found) == 4
    assert "geheim" not in "\n".join(found)
    settings = load(written(tmp_path, '[delivery]\npassword = "geheim"\n'))
    assert "geheim" not in f"{settings!r} {settings}"


def test_a_password_file_is_read_anew_each_time(tmp_path: Path) -> None:
    delivery = load(written(tmp_path, '[delivery]\npassword_file = "secret"\n')).delivery
    with pytest.raises(SettingsError, match=r"password_file is .*secret.*: cannot be read"):
        delivery.secret()
    for word in ("first", "second"):
        (tmp_path / "secret").write_text(f"{word}\n")
        assert delivery.secret() == word


def test_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, 'templates = "own"\n[delivery]\nfolder = "out"\n')
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    settings = load(file)
    assert settings.data == tmp_path / "mailer-data"
    assert settings.templates == tmp_path / "own"
    assert settings.maildir == tmp_path / "out"


@pytest.mark.parametrize(
    ("intake", "mailboxes", "takes"),
    [(None, False, True), (None, True, False), (True, True, True), (False, False, False)],
)
def test_the_intake_is_on_where_no_mailbox_is_unless_set(
    intake: bool | None, mailboxes: bool, takes: bool
) -> None:
    boxes = {"a": {"host": "h"}} if mailboxes else {}
    assert Settings(intake={"enabled": intake}, mailbox=boxes).takes_mail is takes


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('verify = "spf"', "'header' or 'dkim'"),
        ("dkim_bits = 512", "greater than or equal to 1024"),
    ],
)
def test_how_senders_are_verified_is_checked(tmp_path: Path, line: str, expected: str) -> None:
    [fault] = faults(tmp_path, f"[programme.reps]\n{line}\n")
    assert f"programme.reps.{line.partition(' ')[0]}" in fault
    assert expected in fault


def test_a_credential_of_systemd_is_a_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '[mailbox.a]\nhost = "h"\npassword_file = "credential:imap"\n'
    box = load(written(tmp_path, text)).mailbox["a"]
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    with pytest.raises(
        SettingsError, match=r"CREDENTIALS_DIRECTORY is not set.*LoadCredential=imap"
    ):
        box.secret()

    (tmp_path / "credentials").mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "credentials"))
    with pytest.raises(SettingsError, match=r"'credential:imap': cannot be read"):
        box.secret()
    (tmp_path / "credentials" / "imap").write_text("geheim\n")
    assert box.secret() == "geheim"


@pytest.mark.parametrize("name", ["", "../imap", "a/b"])
def test_a_credential_is_a_plain_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f'[delivery]\npassword_file = "credential:{name}"\n'
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    with pytest.raises(SettingsError, match="a name without a slash"):
        load(written(tmp_path, text)).delivery.secret()
