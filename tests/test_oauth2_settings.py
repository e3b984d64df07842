"""The settings of OAuth2: presets, what belongs together, and no secret in any fault."""

from pathlib import Path

import pytest

from mailer.errors import SettingsError
from mailer.installation import consents, imap_account, relay
from mailer.settings import Settings, load
from mailer.settings.exposed import exposed

CLIENT = 'provider = "microsoft"\nclient_id = "c"\n'
BOX = '[mailbox.council]\nhost = "h"\nuser = "c@x.example"\nauth = "oauth2"\n'
TABLE = "[mailbox.council.oauth2]\n"


def loaded(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "mailer.toml"
    file.write_text(text, encoding="utf-8")
    return load(file)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (BOX, "mailbox.council: auth is 'oauth2'; expected a table oauth2"),
        (BOX + 'password = "hush"\n' + TABLE + CLIENT, "auth is 'oauth2' and a password is set"),
        ('[mailbox.a]\nhost = "h"\nauth = "oauth2"\n[mailbox.a.oauth2]\n' + CLIENT, "user is ''"),
        ('[mailbox.a]\nhost = "h"\n[mailbox.a.oauth2]\n' + CLIENT, "auth is 'password' and there"),
        (BOX.replace('"oauth2"', '"token"'), "auth is 'token': expected 'password' or 'oauth2'"),
        (BOX + TABLE + 'provider = "yahoo"\nclient_id = "c"\n', "provider is 'yahoo': expected"),
        (BOX + TABLE + 'provider = "gmail"\n', "mailbox.council.oauth2.client_id is missing"),
        (BOX + TABLE + CLIENT + 'scope = "mail"\n', "scope is set; expected only with"),
        (BOX + TABLE + CLIENT + 'tenant = "a/b"\n', "tenant is 'a/b'"),
        (BOX + TABLE + CLIENT + 'tennant = "a"\n', "did you mean 'tenant'?"),
        (
            BOX + TABLE + 'provider = "gmail"\nclient_id = "c"\n',
            "provider is 'gmail'; expected client_secret or client_secret_file",
        ),
        (
            BOX + TABLE + 'provider = "custom"\nclient_id = "c"\ntenant = "a"\n',
            "tenant is 'a'; expected only with provider 'microsoft'",
        ),
        (
            BOX + TABLE + 'provider = "custom"\nclient_id = "c"\n',
            "provider is 'custom'; expected token_endpoint, and device_endpoint or",
        ),
        (
            BOX
            + TABLE
            + 'provider = "custom"\nclient_id = "c"\ntoken_endpoint = "http://x.example/t"\n',
            "token_endpoint is 'http://x.example/t': expected an https address",
        ),
        (
            BOX + TABLE + CLIENT + 'client_secret = "hush"\nclient_secret_file = "f"\n',
            "client_secret and client_secret_file are both set",
        ),
        (BOX + TABLE + CLIENT + 'client_secret = ["hush"]\n', "client_secret is (hidden)"),
        (
            '[delivery]\nkind = "smtp"\nhost = "h"\nuser = "c@x.example"\nauth = "oauth2"\n',
            "expected a table delivery.oauth2, or a mailbox with auth 'oauth2' and user",
        ),
        ('[mailbox.a]\nhost = "mx.example"\nsecurity = "none"\n', "security is 'none' and host is"),
        (
            '[delivery]\nkind = "smtp"\nhost = "mx.example"\nsecurity = "none"\n',
            "expected 'tls' or 'starttls'",
        ),
    ],
)
def test_a_fault_names_key_value_and_what_was_expected(
    tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        loaded(tmp_path, text)
    words = "\n".join(caught.value.faults)
    assert told in words
    assert "hush" not in words


def test_the_secret_comes_from_the_file_or_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = BOX + TABLE + CLIENT
    found = consents(loaded(tmp_path, text + 'client_secret_file = "s"\n'))["council"]
    with pytest.raises(SettingsError, match=r"client_secret_file is .*s.*: cannot be read"):
        found.client_secret()
    (tmp_path / "s").write_text("hush\n")
    assert found.client_secret() == "hush"
    monkeypatch.setenv("MAILER_MAILBOX__COUNCIL__OAUTH2__CLIENT_SECRET", "hush-hush")
    settings = loaded(tmp_path, text)
    assert consents(settings)["council"].client_secret() == "hush-hush"
    assert "hush" not in f"{settings!r} {settings} {imap_account(settings, 'council')!r}"


def test_letters_leave_by_the_consent_of_the_mailbox_with_the_same_user(tmp_path: Path) -> None:
    delivery = '[delivery]\nkind = "smtp"\nhost = "h"\nuser = "c@x.example"\nauth = "oauth2"\n'
    settings = loaded(tmp_path, BOX + TABLE + CLIENT + delivery)
    assert settings.consent_of_delivery == "council"
    assert list(consents(settings)) == ["council"]
    assert relay(settings).bearer is not None
    own = loaded(tmp_path, BOX + TABLE + CLIENT + delivery + "[delivery.oauth2]\n" + CLIENT)
    assert own.consent_of_delivery == "delivery"
    assert len({consent.file for consent in consents(own).values()}) == 1


def test_a_password_needs_no_consent(tmp_path: Path) -> None:
    settings = loaded(tmp_path, '[mailbox.a]\nhost = "h"\nuser = "u"\npassword = "p"\n')
    assert consents(settings) == {}
    assert imap_account(settings, "a").bearer is None


def test_only_files_with_secrets_count_as_exposed(tmp_path: Path) -> None:
    text = BOX + TABLE + CLIENT + 'client_secret_file = "s"\n'
    settings = loaded(tmp_path, text + '[delivery]\npassword_file = "p"\n')
    for name, mode in (("s", 0o604), ("p", 0o640)):
        (tmp_path / name).write_text("hush")
        (tmp_path / name).chmod(mode)
    (tmp_path / "mailer.toml").chmod(0o644)
    assert exposed(settings, tmp_path / "mailer.toml") == [tmp_path / "s"]
