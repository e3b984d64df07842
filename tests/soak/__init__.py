"""A day of mail and faults at 24 times the speed: what must stay flat, and the outcome."""
