"""Runs a volunteer programme's council mailbox. The line of a mail is in `mailer.pipeline`."""
