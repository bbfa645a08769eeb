"""The prefilter loses no match, and no pattern can hang the linter."""

from __future__ import annotations

import re
import sys

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.matching.folding import fold_case
from linter.matching.needles import derive, needles
from linter.matching.patterns import packaged_words, with_words
from linter.matching.prefilter import Haystack, Prefilter, Wanted


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("lorem ipsum", {"lorem ipsum"}),
        (r"\blorem\s+ipsum\b", {"ipsum"}),
        ("(?i:Lorem)|dolor sit", {"lorem", "dolor sit"}),
        ("colou?r", {"color", "colour"}),
        ("als (?:ein )?KI", {"als ki", "als ein ki"}),
        ("X{4,}", {"xxxx"}),
        ("(?:ab){2}", {"abab"}),
        ("[?!]{2}x", {"??x", "?!x", "!?x", "!!x"}),
        (r"\d+(?= euros)", {" euros"}),
        (r"(?<!a)TK(?!\w)", {"tk"}),
        ("(?:a|b|)c", {"c"}),
        ("abc|a", {"a"}),
        (r"\p{Lu}straße", {"strasse"}),
        ("(?>abc)+d", {"abcd"}),
        (r"\d+", set()),
        ("a*", set()),
        ("a|.*", set()),
        ("(unbalanced", set()),
        ("[[:alpha:]]x", set()),
        ("(?:foo){e<=1}", set()),
        (r"(?P<w>\w+) (?P=w)", {" "}),
    ],
)
def test_needles(pattern: str, expected: set[str]) -> None:
    assert derive(pattern)[0] == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"#[\w-]*(?:TODO|XXX+)", [{"#"}, {"todo", "xxx"}]),
        (r"(?:up|down)load \d+ (?:files?|folders?)", [{"download ", "upload "}, {" file", " folder"}]),
        (r"#+ x(?=.*end)", [{"# x"}, {"end"}]),
        ("ab|cd", [{"ab", "cd"}]),
        (r"\d+", [set()]),
    ],
)
def test_each_match_needs_one_of_each_set(pattern: str, expected: list[set[str]]) -> None:
    assert list(derive(pattern)) == expected


def test_fold_makes_equal_what_patterns_take_as_equal() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        others = {character.lower(), character.upper(), character.title(), character.swapcase()} - {character}
        for other in others:
            if len(other) == 1 and regex.fullmatch(regex.escape(character), other, regex.IGNORECASE):
                assert fold_case(character) == fold_case(other), (character, other)


_PIECES = st.recursive(
    st.sampled_from(["a", "İ", "ß", "ſ", "key ", "Σ", r"\d", ".", "[xyz]", r"\b", "^", "[^a]", "𝒳", r"\s"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda many: f"(?:{'|'.join(many)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "{0,2}", "+?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        inner.map(lambda one: f"(?={one})"),
        inner.map(lambda one: f"(?!{one})"),
        inner.map(lambda one: f"(?i:{one})"),
    ),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None)
@given(_PIECES, st.text(alphabet="aAiİıßſsSkey ΣςσKxyz1𝒳\n", max_size=12))
def test_each_match_holds_a_needle(pattern: str, text: str) -> None:
    found = [literals for literals in derive(pattern) if literals]
    for match in regex.finditer(pattern, text, regex.IGNORECASE):
        if match.end() > match.start():
            for literals in found:
                assert any(literal in fold_case(text) for literal in literals)


def _places(haystack: Haystack, *patterns: str) -> dict[int, set[int]]:
    prefilter = Prefilter(map(needles, patterns))
    anywhere = dict.fromkeys(prefilter.always, range(len(haystack.folded)))
    return {number: set(places) for number, places in (anywhere | haystack.places(prefilter)).items()}


@given(
    st.text(alphabet="abİß𝒳 ", max_size=40),
    st.text(alphabet="abİß𝒳 ", min_size=1, max_size=20),
    st.text(alphabet="abİß𝒳 ", max_size=40),
)
def test_the_haystack_loses_no_needle(before: str, needle: str, after: str) -> None:
    wanted = Wanted()
    haystack = Haystack([before, before + needle + after, after], wanted)
    assert _places(haystack, re.escape(needle))[0] >= {1}


def test_a_haystack_without_the_needle_says_no() -> None:
    wanted = Wanted()
    haystack = Haystack(["nothing to see here", "nor here"], wanted)
    assert _places(haystack, "TK", "lorem ipsum") == {}
    assert _places(haystack, "TK", "Nor") == {1: {1}}
    assert _places(haystack, r"\d+", "nothing") == {0: {0, 1}, 1: {0}}
    assert _places(haystack, "to|or") == {0: {0, 1}}
    assert _places(Haystack([], wanted), "to|or") == {}


def test_words() -> None:
    words = {"month": ("mai", "mars", "m[aä]rz")}
    assert with_words(r"\d \L<month>", words) == (r"\d (?:m[aä]rz|mars|mai)",)
    assert with_words(r"\L<month>", words) == words["month"]
    with pytest.raises(KeyError):
        with_words(r"\L<day>", words)
    with pytest.raises(KeyError):
        packaged_words("no-such-file", "list")
