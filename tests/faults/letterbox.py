"""The sink as a process that can be killed: what it took is in a file before it says so."""

import base64
import contextlib
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Self

from tests.servers.sink import Answer, Cut, Mail, Sink

ROOT = Path(__file__).resolve().parents[2]


class Letterbox:
    """Takes letters on one port, whatever is done to it, and keeps them in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "letters.jsonl"
        self._process: subprocess.Popen[str] | None = None
        self.port = 0
        self.empty()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()

    def start(self) -> None:
        """Start the process and wait until it listens."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.letterbox", str(self._file), str(self.port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # What it thinks of cut lines.
            text=True,
            cwd=ROOT,
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())

    def kill(self) -> None:
        """End it at once, with whatever it has in hand."""
        if self._process is not None:
            with self._process:
                self._process.kill()
            self._process = None

    def next(self, *answers: Answer) -> int:
        """Treat the next letters so; return how many of those told before were not used."""
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([asdict(each) for each in answers]) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def empty(self) -> None:
        self._file.write_bytes(b"")

    @property
    def mails(self) -> list[Mail]:
        return [mail for _, mail in self.since(0)[0]]

    def since(self, place: int) -> tuple[list[tuple[float, Mail]], int]:
        """Return what was written behind a place, each with when it came, and the next place.

        Times are those of `time.monotonic`, which is the same in all processes.
        """
        with self._file.open("rb") as opened:
            opened.seek(place)
            data = opened.read()
        data = data[: data.rfind(b"\n") + 1]
        rows = [json.loads(line) for line in data.splitlines()]
        found = [
            (x["at"], Mail(x["from"], tuple(x["to"]), base64.b64decode(x["data"]))) for x in rows
        ]
        return found, place + len(data)


class _Kept(list[Mail]):
    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def append(self, mail: Mail) -> None:
        data = base64.b64encode(mail.data).decode()
        row = {"at": time.monotonic(), "from": mail.sender, "to": mail.recipients, "data": data}
        os.write(self._file, (json.dumps(row) + "\n").encode())


def main() -> None:
    file, port = sys.argv[1:]
    with Sink(pipelining=True, port=int(port), mails=_Kept(Path(file))) as sink:
        print(sink.port, flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            for line in sys.stdin:
                left = len(sink._answers)
                sink._answers.clear()
                for row in json.loads(line):
                    sink.next(Answer(**{**row, "cut": Cut(row["cut"]) if row["cut"] else None}))
                print(left, flush=True)


if __name__ == "__main__":
    main()
