"""The room of trust: who speaks, how sure that is, and whether the mail may act. Pure."""
