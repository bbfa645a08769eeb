"""Alternations find what one regular expression of all alternatives finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.matching.budget import Clock, PatternTooSlow
from linter.matching.prefilter import Wanted
from linter.vale.alternation import Alternation, Texts

_PATTERN = st.sampled_from(
    [
        "ab",
        "abc",
        "a",
        "b c",
        "b+",
        "[ab]c",
        "a?b",
        "(?:ab|ba)c",
        "c$",
        "^a",
        "straße",
        "İ",
        "a.c",
        "aba",
    ]
)


@given(
    st.lists(_PATTERN, min_size=1, max_size=6, unique=True),
    st.lists(st.text("abc ABßİéſ_&\n", max_size=40), min_size=1, max_size=3),
    st.booleans(),
    st.booleans(),
)
def test_equals_one_regular_expression(
    patterns: list[str], texts: list[str], ignore_case: bool, word: bool
) -> None:
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    reference = re.compile(rf"\b(?:{whole})\b" if word else whole, re.IGNORECASE if ignore_case else 0)
    wanted = [(i, *m.span()) for i, text in enumerate(texts) for m in reference.finditer(text)]
    hits = Alternation(patterns, ignore_case, word).search(
        Texts(texts, Wanted()), range(len(texts)), Clock(5.0)
    )
    assert [(place, hit.start, hit.end) for place, hit in hits] == wanted


def test_a_slow_alternative_is_stopped() -> None:
    slow = Alternation([r"(a+)+$", "b"])
    with pytest.raises(PatternTooSlow):
        list(slow.search(Texts(["a" * 4000 + "b"], Wanted()), [0], Clock(0.05)))


def test_only_the_places_asked_for_are_searched() -> None:
    texts = Texts(["one alpha", "two alpha"], Wanted())
    assert [place for place, _ in Alternation(["alpha"]).search(texts, [1], Clock(1.0))] == [1]
