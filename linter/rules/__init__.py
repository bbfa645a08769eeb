"""Rules: what they are, how they are read from YAML, and which of them are on."""
