"""Translations: whether the language versions of an article say the same."""
