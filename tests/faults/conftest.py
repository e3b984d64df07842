"""The real servers that tests ask for by name."""

from tests.servers.dovecot import dovecot

__all__ = ["dovecot"]
