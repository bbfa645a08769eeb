"""Words that are a letter or an accent away from others."""

from __future__ import annotations

from linter.topics.language.edit_variants import one_letter_off, with_other_accents, without_accents


def test_accents() -> None:
    assert without_accents("éditorial") == "editorial"
    assert set(with_other_accents("editorial", "ée")) == {"éditorial"}
    assert set(with_other_accents("sále", "aáe")) == {"sale"}


def test_one_letter() -> None:
    found = set(one_letter_off("abc", "bx", 3))
    assert {"ac", "abbc", "axc", "abcx"} <= found
    assert "abc" not in found
    assert "abcx" not in set(one_letter_off("abc", "bx", 2))
