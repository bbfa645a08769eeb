"""What one part names, another has to have."""

from __future__ import annotations

import pytest

from linter.topics.names.crossref import CrossRef, CrossRefParams
from tests.names.builders import article, texts

TEXT = "The harbour raised its fees by 12 per cent. Anna Petrescu and the Müller yard agree."


@pytest.mark.parametrize(
    ("params", "headline", "missing"),
    [
        ({"from_": ("headline",), "extract": "names"}, "Petrescu meets Ljubljana Yards", ["Ljubljana Yards"]),
        ({"from_": ("headline",), "extract": "persons"}, "Anna Petrescu meets Paul Harlow", ["Paul Harlow"]),
        ({"from_": ("headline",), "extract": "numbers"}, "Fees up by 12% or 30%", ["30%"]),
        ({"from_": ("headline",), "extract": "words"}, "Harbours raised cranes", ["cranes"]),
        ({"from_": ("headline",), "extract": "words", "ignore": ("Cranes",)}, "Harbours raised cranes", []),
        ({"from_": ("headline",), "extract": "pattern", "pattern": "No (?P<hit>[A-Z]+)"}, "No ABC", ["ABC"]),
        ({"from_": ("headline",), "extract": "words", "compare": "exact"}, "harbours", ["harbours"]),
        ({"from_": ("headline",), "extract": "words", "min_words": 500}, "cranes", []),
    ],
)
def test_headline_against_body(params: dict[str, object], headline: str, missing: list[str]) -> None:
    assert texts(CrossRef, article("en", headline, TEXT), in_=("body",), **params) == missing


def test_metadata_against_text() -> None:
    found = article("en", "Fees", TEXT, description="Anna Petrescu is against volcanoes")
    assert texts(CrossRef, found, from_=("field:description",), extract="words", in_=("paragraph",)) == [
        "against",
        "volcanoes",
    ]


@pytest.mark.parametrize(
    ("params", "fault"),
    [
        (CrossRefParams(from_=("hedline",), extract="names"), "unknown scope 'hedline'"),
        (CrossRefParams(from_=("headline",), extract="pattern"), "pattern is missing"),
        (CrossRefParams(from_=("headline",), extract="pattern", pattern="("), "pattern "),
        (CrossRefParams(from_=("headline",), in_=("field:tags",), extract="names"), "unknown scope"),
    ],
)
def test_faults(params: CrossRefParams, fault: str) -> None:
    assert [found for found in CrossRef.faults(params) if found.startswith(fault)]
