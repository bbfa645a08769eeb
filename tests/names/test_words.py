"""Words that become tokens only when they are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.topics.names.tokens import Words, tokens

PROSE = st.text(alphabet="abÉß'’-. ,\n(2«L'́­ds_", max_size=40)


@given(PROSE, st.sampled_from(["en", "fr"]))
def test_a_token_stands_where_it_says(prose: str, language: str) -> None:
    words = Words(prose, language)
    assert [word.text for word in words] == words.texts
    assert all(prose[word.start : word.end] == word.text for word in words)
    assert tokens(prose, language) == list(words) == list(words[:])


@given(PROSE)
def test_gaps_and_words_make_the_prose(prose: str) -> None:
    words = Words(prose, "fr")
    before = 0
    for word in words:
        assert prose[before : word.start].endswith(word.gap)
        before = word.end


def test_elision_and_possessive() -> None:
    words = Words("C'est l'Iran, dit Anna’s", "fr")
    assert words.texts == ["est", "Iran", "dit", "Anna"]
    assert [word.initial for word in words] == [False, False, False, False]
    assert words[1].gap == " l'"


def test_places_from_the_end() -> None:
    words = Words("One two. Three", "en")
    assert words[-1].text == "Three"
    assert words[-1].initial
    assert [word.text for word in words[1:]] == ["two", "Three"]
    with pytest.raises(IndexError):
        words[3]
