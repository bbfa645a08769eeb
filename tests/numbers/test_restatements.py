"""Which quantities are said a second time in another unit."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.topics.numbers.conversions.restatements import restatements


def pairs(text: str, lang: str = "en") -> list[tuple[str, str]]:
    article = read_article(f"---\nlang: {lang}\n---\n\n{text}\n", "a.md")
    return [(found.first.text, found.second.text) for found in restatements(article)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is 10 miles (16 km) long.", [("10 miles", "16 km")]),
        ("It is 10 miles, or 16 km, long.", [("10 miles", "16 km")]),
        ("It is 10 miles / 16 km long.", [("10 miles", "16 km")]),
        ("It weighs 5 kg (11 lb, 180 oz).", [("5 kg", "11 lb"), ("5 kg", "180 oz"), ("11 lb", "180 oz")]),
        ("It costs 5,000 dollars (4,600 euros).", [("5,000 dollars", "4,600 euros")]),
        ("It costs 5,000 dollars, or 4,600 euros.", [("5,000 dollars", "4,600 euros")]),
    ],
)
def test_said_again(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It has 12 rooms (14).",
        "It has 12 (14) of them.",
        "It is 5 km (8 km) long.",
        "It is 5 km (3 euros) away.",
        "It is up 5 % (8 %).",
        "It costs 5 euros (8 euros).",
        "It costs 50 dollars or 30 euros.",
        "It is 10 miles (16 km from here) away.",
        "It is 10 miles and 16 km.",
        "A mix of 5 g per 2 miles (3 km) is new.",
        "It weighs 7 pounds, 4 ounces (3 kg).",
        "It is 10 miles " + "and so on " * 10 + "(16 km) long.",
    ],
)
def test_not_said_again(text: str) -> None:
    assert pairs(text) == []


def test_each_length_of_a_product() -> None:
    assert pairs("A sheet of 10 × 15 cm (4 × 6 in).") == [("10", "4"), ("15 cm", "6 in")]
    assert pairs("A box of 10 × 15 × 20 cm (4 × 6 in).") == []
    assert pairs("A sheet of 10 × 15 cm (4 × 6 cm).") == []
