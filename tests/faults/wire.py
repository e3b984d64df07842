"""A wire to a server on this machine that can be cut in the middle of a line.

with Wire(server.imap) as wire:
    ... connect to 127.0.0.1 and wire.port ...
    wire.cut_after(700)
"""

import contextlib
import socket
import struct
import threading
from typing import Self

HOST = "127.0.0.1"
_AT_ONCE = struct.pack("ii", 1, 0)  # Closing sends a reset, as where a machine went away.


class Wire:
    """Relays connections while the block lasts."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server((HOST, 0))
        self.port = int(self._listener.getsockname()[1])
        self.cuts = 0
        self._left = -1  # Bytes until the cut; -1: there is none to come.
        self._links: set[socket.socket] = set()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._cut()

    def cut_after(self, count: int) -> None:
        """Let so many more bytes through, then cut all connections. Once."""
        with self._lock:
            self._left = count

    def mend(self) -> None:
        """Take a cut back that has not come."""
        self.cut_after(-1)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                try:
                    server = socket.create_connection((HOST, self._target), timeout=5)
                except OSError:
                    client.close()
                    continue
                server.settimeout(None)
                for link in (client, server):
                    link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._links |= {client, server}
                for ends in ((client, server), (server, client)):
                    threading.Thread(target=self._relay, args=ends, daemon=True).start()

    def _relay(self, source: socket.socket, goal: socket.socket) -> None:
        try:
            self._pass_on(source, goal)
        except OSError:
            _abort(goal)  # A server that was killed resets its connections; the other end sees it.

    def _pass_on(self, source: socket.socket, goal: socket.socket) -> None:
        while data := source.recv(65536):
            with self._lock:
                last = 0 <= self._left < len(data)
                part = data[: self._left] if last else data
                self._left = max(-1, self._left - len(part)) if self._left >= 0 else -1
                if last:
                    self._left = -1
            goal.sendall(part)
            if last:
                self.cuts += 1
                self._cut()
                return
        goal.shutdown(socket.SHUT_WR)

    def _cut(self) -> None:
        for link in list(self._links):
            _abort(link)
        self._links.clear()


def _abort(link: socket.socket) -> None:
    """Reset a connection. Closing alone does not wake a thread that reads."""
    with contextlib.suppress(OSError):
        link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
    with contextlib.suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
    link.close()
