"""Vale's patterns, translated."""

from __future__ import annotations

import pytest
import regex

from linter.vale.syntax import python_pattern


def found(pattern: str, text: str) -> list[str]:
    return [match[0] for match in regex.finditer(python_pattern(pattern), text, regex.V0)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\w+", "naïve", ["na", "ve"]),
        (r"\bna", "xéna na", ["na"]),
        (r"[\w-]+", "well-known é", ["well-known"]),
        (r"\S+", "a\u00a0b c", ["a\u00a0b", "c"]),
        (r"[^\s]+", "a b", ["a", "b"]),
        (r"a(?i)b|c", "aB C c", ["aB", "C", "c"]),
        (r"(a(?i)b|c)d", "aBd Cd ad", ["aBd", "Cd"]),
        (r"(?i)ab(?-i)c", "ABc ABC", ["ABc"]),
        (r"end$", "end\nend", ["end"]),
        (r"(?m)end$", "end\nend", ["end", "end"]),
        (r"\x{2019}s", "it’s", ["’s"]),
        (r"(?<one>a)\k<one>", "aa ab", ["aa"]),
        (r"(?P<one>a)(?P=one)", "aa ab", ["aa"]),
        ("{image}", "an {image} here", ["{image}"]),
        ("a{2,3}", "a aa aaaa", ["aa", "aaa"]),
        ("a{,2}", "a{,2}", ["a{,2}"]),
        ("[[:digit:]x]+", "12x٣", ["12x"]),
        (r"[a&&b|~-]+", "a&|~-b", ["a&|~-b"]),
        (r"\h", "h\t", ["h"]),
        (r"a\_b", "a_b", ["a_b"]),
        ("(?#nothing)ab", "ab", ["ab"]),
        (r"\p{Lu}\p{Ll}", "Éa", ["Éa"]),
    ],
)
def test_matches_what_vale_matches(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize("pattern", ["(", "[a", "a)", "*"])
def test_a_broken_pattern_stays_broken(pattern: str) -> None:
    with pytest.raises(regex.error):
        regex.compile(python_pattern(pattern), regex.V0)


def test_lines_have_ends_where_the_rule_asks_for_them() -> None:
    pattern = python_pattern("^a$", multiline=True)
    assert len(regex.findall(pattern, "a\na")) == 2
