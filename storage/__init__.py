"""The cellar: tables, engine, migrations and the two queues. It imports nothing of `mailer`."""
