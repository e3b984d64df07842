"""The room of the rules: what a programme decides, as values.

Nothing here does I/O, reads a clock, draws a random number or logs. Time, people and policy
come in as arguments; what shall happen goes out as effects.
"""
