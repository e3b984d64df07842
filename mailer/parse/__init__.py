"""The room of parsing: bytes become a `Message`. It is pure and never raises on a bad mail."""
