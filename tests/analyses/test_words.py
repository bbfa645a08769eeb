"""Words and tidied prose lead back to their places."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from linter.analyses.words import tidy, words


def test_words_keep_hyphens_and_apostrophes() -> None:
    prose = "Aujourd’hui, l'avant-match de 2024 a lieu."
    found = words(prose)
    assert [word.text for word in found] == ["Aujourd’hui", "l'avant-match", "de", "a", "lieu"]
    assert all(prose[word.start : word.end] == word.text for word in found)


def test_tidy_leads_back_over_soft_hyphens_and_loose_accents() -> None:
    prose = "Der Bun\u00addes\u00adtag und das Cafe\u0301\u200b heute"
    clean = tidy(prose)
    assert clean.prose == "Der Bundestag und das Café heute"
    start = clean.prose.index("Bundestag")
    assert prose[slice(*clean.original(start, start + 9))] == "Bun\u00addes\u00adtag"
    start = clean.prose.index("Café")
    assert prose[slice(*clean.original(start, start + 4))] == "Cafe\u0301"


def test_plain_prose_is_left_alone() -> None:
    assert tidy("naïveté").units is None


@given(st.text(alphabet="ae\u0301\u0308\u00ad\u200b b\ufeff", max_size=40))
def test_tidy_covers_the_prose_in_order(prose: str) -> None:
    clean = tidy(prose)
    assert clean.prose == unicodedata.normalize("NFC", clean.prose) or clean.units is not None
    if clean.units is not None:
        assert len(clean.units) == len(clean.prose)
        assert list(clean.units) == sorted(clean.units)


def test_places_go_both_ways() -> None:
    prose = "a\u00adb\u200bc e\u0301f"
    clean = tidy(prose)
    assert [clean.tidied(prose.index(letter)) for letter in "abcf"] == [
        clean.prose.index(letter) for letter in "abcf"
    ]
