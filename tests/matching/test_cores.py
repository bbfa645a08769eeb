"""What follows the first repeats of a pattern, or blanks that it repeats, is in each of its matches."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.matching.cores import core

_ATOMS = st.sampled_from(
    [
        "a",
        "b",
        ",",
        "[ab]",
        "[^a]",
        "[^,]",
        "a?",
        "b{2,3}",
        "(?:a|bc)",
        "(?<=a)b",
        r"\b",
        "(?=b)",
        "^",
        "(?m:$)",
        " {2,}",
        "(?: {2}a)",
        "(?: {2}|b)",
        "(?:a {2})?",
        "(?! {2})",
    ]
)
_REPEATS = st.sampled_from(["[ab]+", "[^,]*", "(?:[^,]+,)+", "a{2,}", "b+?", "(?:a|b)*", "(a+b){1,}"])


@settings(max_examples=500, deadline=None)
@given(st.lists(_REPEATS, max_size=2), st.lists(_ATOMS, max_size=4), st.text("abc, \n", max_size=15))
def test_each_match_holds_the_core(repeats: list[str], atoms: list[str], text: str) -> None:
    pattern = "".join((*repeats, *atoms))
    for wrapped in (pattern, rf"\b(?:{pattern})\b"):
        for flags in (0, regex.IGNORECASE):
            if core(wrapped) and regex.search(wrapped, text, flags):
                assert regex.search(core(wrapped), text, flags)


@pytest.mark.parametrize(
    ("pattern", "text", "has_core"),
    [
        (r"\b(?:(?:[^,]+,){1,} \w?(?:and|or))\b", "one, two, or", True),
        (r"\b(?:(?:[^,]+,){1,} [a-z]+ (?:and|or))\b", "one, two, three or", True),
        (r"[a-z]+[.?!][A-Z]", "end.Beginning", True),
        (r"\b(?:[.?!] {2,}[A-Z])\b", "end.  Beginning", True),
        (r"[.?!] {1,}[A-Z]", "end. Beginning", False),
        (r"[.?!](?: {2})?[A-Z]", "end.Beginning", False),
        (r"[A-Z]{3,5}", "ABC", False),
        (r"ab+", "abb", False),
        (r".*", "", False),
        (r"[a-z]+\p{P}", "end.", False),
        (r"(.+)\1", "abab", False),
        (r"broken(", "", False),
    ],
)
def test_only_patterns_with_repeats_at_the_beginning_or_of_blanks_have_one(
    pattern: str, text: str, has_core: bool
) -> None:
    assert bool(core(pattern)) is has_core
    if has_core:
        assert regex.search(core(pattern), text)
