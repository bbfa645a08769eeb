"""Spellings: one name or word in two of them, of which one is a slip."""
