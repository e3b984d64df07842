"""The room of understanding: what a mail wants, or that this is not clear. Pure."""
