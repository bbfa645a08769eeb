"""Quotation marks of all styles; what is an apostrophe or an inch stays one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.analyses.quotes import find_quotes


def quoted(prose: str) -> list[str]:
    return [prose[quote.start : quote.end] for quote in find_quotes(prose) if quote.closed]


@pytest.mark.parametrize(
    ("prose", "inside"),
    [
        ("Il a dit « oui » puis « non ».", [" oui ", " non "]),
        ("Er sagte »ja« und ›nein‹.", ["ja", "nein"]),
        ("Er sagte „ja“ und ‚nein‘.", ["ja", "nein"]),
        ("Powiedział „tak” i poszedł.", ["tak"]),
        ("Hon sa ”ja” och ”nej”.", ["ja", "nej"]),
        ("Hon sa »ja» och gick.", ["ja"]),
        ("He said “yes” and ‘no’.", ["yes", "no"]),
        ("She said \"yes\" and 'no'.", ["yes", "no"]),
        ("She said ``yes'' twice.", ["yes"]),
        ("Ha detto «sì, “forse” no».", ["sì, “forse” no", "forse"]),
        ("He said “I heard ‘no’ twice”.", ["I heard ‘no’ twice", "no"]),
        ("« Il a dit "
         "\u201coui\u201d »", [" Il a dit “oui” ", "oui"]),
        ("市長は「はい」と言った", ["はい"]),
    ],
)  # fmt: skip
def test_styles(prose: str, inside: list[str]) -> None:
    assert quoted(prose) == inside


@pytest.mark.parametrize(
    "prose",
    [
        "l'homme qu'on aime d'aujourd'hui",
        "l’homme qu’on aime d’aujourd’hui",
        "the boys' dog isn't the girls' cat",
        "rock 'n' roll of the '90s, 'til '99",
        "’t Is koud in ’s-Hertogenbosch",
        "a 27\" screen",
        "6'2 tall",
    ],
)  # fmt: skip
def test_no_quotes(prose: str) -> None:
    assert find_quotes(prose) == ()


def test_apostrophe_inside_single_quotes() -> None:
    assert quoted("He said ‘I don’t know’ again.") == ["I don’t know"]


def test_depth_and_outer_range() -> None:
    prose = "x “a ‘b’ c” y"
    outer, inner = find_quotes(prose)
    assert (outer.depth, inner.depth) == (0, 1)
    assert prose[outer.outer_start : outer.outer_end] == "“a ‘b’ c”"


def test_unclosed_reaches_the_end() -> None:
    (quote,) = find_quotes("He said: “I will stay.")
    assert not quote.closed
    assert quote.end == len("He said: “I will stay.")


@given(st.text(alphabet="ab '\"’‘“”„«»‹›\n`.", max_size=60))
def test_ranges_are_sound(prose: str) -> None:
    for quote in find_quotes(prose):
        assert 0 <= quote.outer_start < quote.start <= quote.end <= quote.outer_end <= len(prose)
