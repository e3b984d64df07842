"""What is read of a process from outside."""

import socket
import time
from pathlib import Path

from tests.soak.gauges import sockets

ME = Path("/proc/self")


def _seen(port: int) -> tuple[int, int]:
    ports, waiting = sockets(ME, list((ME / "fd").iterdir()))
    return ports[port], waiting


def test_connections_are_counted_by_their_port_and_those_that_nobody_closed_here() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            other, _ = server.accept()
            assert _seen(port) == (1, 0)
            other.close()
            ends = time.monotonic() + 5
            while _seen(port) != (1, 1):
                assert time.monotonic() < ends
        assert _seen(port) == (0, 0)
