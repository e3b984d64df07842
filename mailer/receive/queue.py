"""The inbox as its keeper looks at it: lists, one mail, running one again."""

from storage.inbox import MailSummary, listing, read, replay, waiting

__all__ = ["MailSummary", "listing", "read", "replay", "waiting"]
