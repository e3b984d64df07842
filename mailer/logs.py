"""Structured logs: what happened, never bodies of mails, never whole addresses."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_ADDRESS = re.compile(r"([\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]*@([\w.-]+)")


def set_up(style: str) -> None:
    """Log to stderr, as lines for people ("plain") or as JSON for machines ("json")."""
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            without_addresses,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_Libraries()], level=logging.WARNING, force=True)


class _Libraries(logging.Handler):
    """What libraries log, in our form; of an error only its kind, for its words may hold mail."""

    def emit(self, record: logging.LogRecord) -> None:
        log = structlog.get_logger()
        kind = record.exc_info[0] if record.exc_info else None
        told = {"error": kind.__name__} if kind else {}
        log.log(record.levelno, str(record.msg)[:200], library=record.name, **told)


def without_addresses(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Shorten every address in an event to its first letter and its domain."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = _ADDRESS.sub(r"\1...@\2", value)
    return event
