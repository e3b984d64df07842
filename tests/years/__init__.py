"""Random years on the real line: what people may do, and what must hold whatever they do."""
