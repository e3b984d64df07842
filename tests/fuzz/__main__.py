"""Fuzz one target for some seconds: `python -m tests.fuzz parse 60 build/fuzz`.

New inputs that reach new code are kept in the folder and used the next time; an input that
breaks a promise stops the run and is written there too, as `crash-...` or `timeout-...`.
"""

import sys
from pathlib import Path

import atheris

SECONDS_FOR_ONE = 5  # of an input; the promise is 2, but fuzzing measures and so slows down

# Only the code behind the door is watched: watching more costs seconds at the start.
_TOLD_APART = ["above", "attribution", "block", "lines", "quote", "signature"]
WATCHED = {
    "parse": ["mailer.parse"],
    "quotes": [f"mailer.parse.{name}" for name in _TOLD_APART],
    "forwards": ["mailer.parse.forward", "mailer.parse.block", "mailer.parse.lines"],
    "addresses": ["mailer.parse.addresses"],
    "headers": ["mailer.parse.words", "mailer.parse.charset"],
    "dates": ["mailer.parse.dates"],
    "html": ["mailer.parse.html", "mailer.parse.seen"],
    "results": ["mailer.trust.results"],
    "senders": ["mailer.parse.addresses", "mailer.parse.headers", "mailer.trust.judge"],
    "dkim": ["mailer.trust.dkim", "mailer.parse.headers"],
    "tokens": ["mailer.trust.token"],
    "commands": ["mailer.understand.commands"],
    "sentences": ["mailer.understand.sentences"],
    "values": ["mailer.render.commands", "mailer.understand.commands"],
}

with atheris.instrument_imports(include=WATCHED[sys.argv[1]]):
    from tests.fuzz.seeds import DICTIONARY, seeds
    from tests.fuzz.targets import TARGETS


def main(target: str, seconds: str, folder: str) -> None:
    """Run one target; does not return, the exit code says whether all was well."""
    kept = Path(folder) / target
    kept.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (kept / f"seed-{number:04}").write_bytes(seed)
    words = Path(folder) / "words"
    words.write_text("".join(f'"{word}"\n' for word in DICTIONARY), "utf-8")
    options = [
        f"-max_total_time={seconds}",
        f"-dict={words}",
        f"-timeout={SECONDS_FOR_ONE}",
        f"-artifact_prefix={folder}/{target}-",
        "-max_len=20000",
        "-rss_limit_mb=1500",
        "-print_final_stats=1",
        "-verbosity=0" if seconds == "1" else "-verbosity=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(kept)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:4])
