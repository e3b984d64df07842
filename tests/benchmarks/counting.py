"""An SMTP server in a process of its own that takes every letter, counts it and forgets it.

It shall cost the two sides as little of the machine as it can. NOOP answers with the count.
"""

import asyncio
import contextlib
import re
import smtplib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
END = b"\r\n.\r\n"


@dataclass(frozen=True, slots=True)
class Sink:
    """A running server on 127.0.0.1."""

    port: int

    def count(self) -> int:
        """Return how many letters it has taken so far."""
        with smtplib.SMTP("127.0.0.1", self.port, timeout=30) as client:
            return int(client.noop()[1])


@contextlib.contextmanager
def running_sink() -> Iterator[Sink]:
    """Start a server, hand it over, and end it afterwards."""
    command = [sys.executable, "-m", "tests.benchmarks.counting"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield Sink(int(process.stdout.readline()))
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


class _Server(asyncio.Protocol):
    taken = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.link, self.buffer, self.in_data = transport, bytearray(), False
        self.link.write(b"220 sink.bench.example ESMTP\r\n")

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while self._step():
            pass

    def _step(self) -> bool:
        """Take one command, or one letter, from the buffer if it is there whole."""
        mark = END if self.in_data else b"\r\n"
        end = self.buffer.find(mark)
        if end < 0:
            return False
        line = bytes(self.buffer[:end])
        del self.buffer[: end + len(mark)]
        if self.in_data:
            self.in_data = False
            _Server.taken += 1
            self.link.write(b"250 2.0.0 taken\r\n")
        else:
            self._answer(line)
        return True

    def _answer(self, line: bytes) -> None:
        word = line[:4].upper()
        if word == b"EHLO":
            self.link.write(
                b"250-sink.bench.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
                b"250-ENHANCEDSTATUSCODES\r\n250 SIZE 50000000\r\n"
            )
        elif word == b"DATA":
            self.in_data = True
            self.link.write(b"354 go on\r\n")
        elif word == b"NOOP":
            self.link.write(b"250 %d\r\n" % _Server.taken)
        elif word == b"QUIT":
            self.link.write(b"221 bye\r\n")
            self.link.close()
        elif re.match(rb"HELO|MAIL|RCPT|RSET", word):
            self.link.write(b"250 2.0.0 fine\r\n")
        else:
            self.link.write(b"502 5.5.1 unknown\r\n")


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(_Server, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve())
