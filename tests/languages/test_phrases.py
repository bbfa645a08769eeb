"""Pieces of phrases: the cheap question before a pattern."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.languages import described, speech
from linter.languages.phrases import piece_of, pieces_of, without_longer

TEXT = st.text(alphabet="abc", max_size=6)


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=4), max_size=6), TEXT)
def test_a_text_with_any_piece_has_one_of_those_that_are_left(pieces: list[str], text: str) -> None:
    left = without_longer(pieces)
    assert any(piece in text for piece in pieces) == any(piece in text for piece in left)


@pytest.mark.parametrize("language", described())
def test_each_phrase_for_a_change_holds_one_of_its_pieces(language: str) -> None:
    change = speech(language).numbers.change
    for phrases in (change.from_, change.to, change.against, change.soon, change.instead, change.over):
        pieces = pieces_of(phrases)
        assert all(any(piece in piece_of(phrase) for piece in pieces) for phrase in phrases)
