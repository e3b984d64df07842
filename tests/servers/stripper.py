"""Somebody on the way to a server who rewrites what it says, and keeps what the client says.

with Stripper(server.imap, {b" STARTTLS": b""}) as way:
    ... connect to 127.0.0.1 and way.port ...
    assert b"LOGIN" not in way.heard
"""

import contextlib
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

HOST = "127.0.0.1"


@dataclass
class Stripper:
    """Relays one connection after another to a port of this machine while the block lasts."""

    target: int
    rewrite: Mapping[bytes, bytes]
    heard: bytes = b""
    _listener: socket.socket = field(default_factory=socket.socket)
    _threads: list[threading.Thread] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def __enter__(self) -> Self:
        self._listener.bind((HOST, 0))
        self._listener.listen()
        self._begin(self._accept)
        return self

    def __exit__(self, *_error: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(10)

    def _begin(self, act: object, *arguments: object) -> None:
        thread = threading.Thread(target=act, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _address = self._listener.accept()
                server = socket.create_connection((HOST, self.target), timeout=10)
                self._begin(self._relay, client, server, False)
                self._begin(self._relay, server, client, True)

    def _relay(self, source: socket.socket, goal: socket.socket, changed: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if changed:
                    for old, new in self.rewrite.items():
                        data = data.replace(old, new)
                else:
                    self.heard += data
                goal.sendall(data)
        for link in (source, goal):
            with contextlib.suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        source.close()
