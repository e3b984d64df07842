"""The commands of `mailer`, by subject. `mailer.cli` puts them together."""
