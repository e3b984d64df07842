"""The room of the records: it alone knows both the rules' values and the database's rows."""
