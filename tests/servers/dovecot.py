"""A private Dovecot in a temporary folder, on free loopback ports, for as long as a block lasts.

Usable in a test through the fixture `dovecot`, and anywhere else:

    with running_dovecot() as server:
        user = server.new_user()
        server.deliver(user, mails)

Every user exists, with the password `server.password`. It runs as root (mails then belong to
`nobody`) and as an ordinary user. Mails are brought in by LMTP or APPEND: file names made by
hand hit hash collisions in Dovecot.
"""

import contextlib
import grp
import os
import pwd
import re
import shutil
import signal
import smtplib
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path

import pytest
from imapclient import IMAPClient

INSTALL = "apt-get install -y dovecot-imapd dovecot-lmtpd"
START_SECONDS = 15.0

CONFIG = """
base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/dovecot.log
deliver_log_format =
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
default_client_limit = 200
default_process_limit = 60
auth_failure_delay = 0
disable_plaintext_auth = no
first_valid_uid = 1
mail_fsync = never
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
imap_idle_notify_interval = 2 mins
ssl = yes
ssl_cert = <{base}/server.pem
ssl_key = <{base}/server.key
ssl_min_protocol = TLSv1.2
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={base}/mail/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  service_count = 0
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {lmtp}
  }}
}}
"""


class DovecotMissingError(RuntimeError):
    """Dovecot is not installed; the text names the command that installs it."""


_TOGETHER = 500
"""Mails that one command brings into a folder."""


@dataclass
class Dovecot:
    """A running server. Ports are on 127.0.0.1; the certificate is for `localhost` alone."""

    base: Path
    imap: int
    imaps: int
    lmtp: int
    password: str = "secret"
    host: str = "localhost"
    _process: subprocess.Popen[bytes] | None = None
    _users: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def cafile(self) -> Path:
        """The certificate of the authority that signed the server's."""
        return self.base / "ca.pem"

    @property
    def log(self) -> str:
        """What the server wrote to its log."""
        path = self.base / "dovecot.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def new_user(self) -> str:
        """Return an address with an empty mailbox that nobody has used."""
        return f"box{next(self._users)}@example.org"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        for lock in self.base.glob("mail/*/Maildir/**/dovecot-uidlist.lock"):
            lock.unlink()  # Left by a killed server, it would hold up the next for two minutes.
        command = [_dovecot(), "-F", "-c", str(self.base / "dovecot.conf")]
        self._process = subprocess.Popen(command, start_new_session=True)
        for port in (self.imap, self.imaps, self.lmtp):
            self._wait_for(port)

    def stop(self) -> None:
        """Stop the server in order, and its children with it."""
        if self._process is None:
            return
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self.kill()

    def kill(self) -> None:
        """End the server and all its children at once, as a power cut would."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)
            self._process = None

    def freeze(self) -> None:
        """Let the server fall silent without closing a connection; `thaw` wakes it."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Wake a frozen server."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGCONT)

    def mail_files(self, user: str) -> list[Path]:
        """Return the files of the mails in the user's INBOX, oldest first."""
        home = self.base / "mail" / user / "Maildir"
        # A name is "seconds.MmicrosecondsPpid.host" and its numbers are not padded.
        return sorted(
            [*home.glob("new/*"), *home.glob("cur/*")],
            key=lambda path: [int(number) for number in re.findall(r"\d+", path.name)[:2]],
        )

    def restart(self) -> None:
        """Stop in order and start again on the same ports."""
        self.stop()
        self.start()

    def connect(self, user: str) -> IMAPClient:
        """Return a logged-in client, as a person's mail program would be."""
        context = ssl.create_default_context(cafile=str(self.cafile))
        client = IMAPClient(self.host, self.imaps, ssl_context=context, timeout=30)
        client.login(user, self.password)
        return client

    def deliver(self, user: str, mails: Iterable[bytes], sender: str = "ana@example.net") -> None:
        """Bring mails into the user's INBOX by LMTP over one connection."""
        with smtplib.LMTP("127.0.0.1", self.lmtp, timeout=60) as client:
            for data in mails:
                client.sendmail(sender, [user], data)

    def append(self, user: str, mails: Iterable[bytes], folder: str = "INBOX") -> None:
        """Bring mails into a folder by IMAP APPEND; the folder is made when missing."""
        rest = iter(mails)
        with self.connect(user) as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            while some := list(islice(rest, _TOGETHER)):
                if len(some) == 1:
                    client.append(folder, some[0])
                else:
                    client.multiappend(folder, some)

    def subjects(self, user: str, folder: str = "INBOX") -> list[str]:
        """Return the subjects of a folder's mails, sorted; [] for a missing folder."""
        with self.connect(user) as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search("ALL"), ["ENVELOPE"]) if client.search() else {}
            return sorted(item[b"ENVELOPE"].subject.decode() for item in found.values())

    def uidvalidity(self, user: str, folder: str = "INBOX") -> int:
        """Return the folder's UIDVALIDITY."""
        with self.connect(user) as client:
            return int(client.select_folder(folder, readonly=True)[b"UIDVALIDITY"])

    def change_uidvalidity(self, user: str, folder: str = "INBOX") -> int:
        """Give the folder a new UIDVALIDITY and its mails new UIDs; return the UIDVALIDITY.

        Connections to the folder should be closed before. A mail with a flag is kept.
        """
        value = self.uidvalidity(user, folder) + 1000
        home = self.base / "mail" / user / "Maildir"
        place = home if folder == "INBOX" else home / f".{folder.replace('/', '.')}"
        for path in {*place.glob("dovecot*"), *home.glob("dovecot.list*")}:
            path.unlink(missing_ok=True)
        self.doveadm("mailbox", "update", "-u", user, "--uid-validity", str(value), folder)
        return self.uidvalidity(user, folder)

    def doveadm(self, *arguments: str) -> str:
        """Run doveadm on this server and return what it prints."""
        program = shutil.which("doveadm", path=_path()) or "doveadm"
        command = [program, "-c", str(self.base / "dovecot.conf"), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout

    def _wait_for(self, port: int) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self._process is None or self._process.poll() is not None:
                break
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=5) as link:
                    link.settimeout(5)
                    if port == self.imaps or link.recv(1):
                        return
            except OSError:
                time.sleep(0.02)
        self.kill()
        raise RuntimeError(f"Dovecot did not start:\n{self.log}")


@contextlib.contextmanager
def running_dovecot(extra: str = "") -> Iterator[Dovecot]:
    """Start a Dovecot, hand it over, and end it and its folder afterwards.

    `extra` are lines for the end of its configuration.
    """
    _dovecot()
    base = Path(tempfile.mkdtemp(prefix="dovecot-"))
    imap, imaps, lmtp = _free_ports(3)
    server = Dovecot(base, imap, imaps, lmtp)
    try:
        _prepare(server, extra)
        server.start()
        yield server
    finally:
        server.kill()  # An orderly stop takes Dovecot a second, and nothing is kept.
        shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """One server for the whole session; a test takes its own user from it."""
    try:
        with running_dovecot() as server:
            yield server
    except DovecotMissingError as error:
        pytest.fail(str(error))


def _path() -> str:
    return os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


def _dovecot() -> str:
    program = shutil.which("dovecot", path=_path())
    parts = (Path("/usr/lib/dovecot/imap"), Path("/usr/lib/dovecot/lmtp"))
    if program is None or not all(part.exists() for part in parts):
        raise DovecotMissingError(f"Dovecot is not installed. Install it with: {INSTALL}")
    return program


def _free_ports(wanted: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(wanted)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _prepare(server: Dovecot, extra: str) -> None:
    base = server.base
    base.chmod(0o755)  # Dovecot's unprivileged processes pass through.
    (base / "mail").mkdir()
    if os.geteuid() == 0:
        owner = pwd.getpwnam("nobody")
        os.chown(base / "mail", owner.pw_uid, owner.pw_gid)
        internal, internal_group, login = "dovecot", "dovecot", "dovenull"
    else:
        owner = pwd.getpwuid(os.geteuid())
        internal = login = owner.pw_name
        internal_group = grp.getgrgid(owner.pw_gid).gr_name
    _certificates(base)
    text = CONFIG.format(
        base=base,
        password=server.password,
        internal=internal,
        internal_group=internal_group,
        login=login,
        uid=owner.pw_uid,
        gid=owner.pw_gid,
        imap=server.imap,
        imaps=server.imaps,
        lmtp=server.lmtp,
    )
    (base / "dovecot.conf").write_text(f"{text}\n{extra}\n")


def _certificates(base: Path) -> None:
    (base / "server.ext").write_text(
        "subjectAltName=DNS:localhost\nbasicConstraints=critical,CA:FALSE\n"
        "authorityKeyIdentifier=keyid\nextendedKeyUsage=serverAuth\n"
    )
    key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
    authority = f"req -x509 {key} -keyout ca.key -out ca.pem -days 30 -subj /CN=ca"
    signing = "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30"
    for command in (
        f"{authority} -addext keyUsage=critical,keyCertSign,cRLSign",
        f"req {key} -keyout server.key -out server.csr -subj /CN=localhost",
        f"{signing} -extfile server.ext -out server.pem",
    ):
        subprocess.run(
            ["openssl", *command.split()], cwd=base, check=True, capture_output=True, timeout=30
        )
