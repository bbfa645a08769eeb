"""Residue: what templates, chat assistants, scrapers and publishing systems left in a text."""
