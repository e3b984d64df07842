"""`mailer demo`: one story, played on the embedded default, through real SMTP."""
