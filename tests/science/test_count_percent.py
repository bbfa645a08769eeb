"""Percentages of small groups."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, NoParams, Setup
from linter.topics.science.count_percent import CountPercent, is_possible
from linter.topics.science.figures import figure


@pytest.mark.parametrize(
    ("percent", "whole", "expected"),
    [
        ("42", 12, True),
        ("41", 12, True),
        ("37", 12, False),
        ("41.7", 12, True),
        ("41.6", 12, True),
        ("99", 101, True),
    ],
)
def test_what_whole_numbers_can_be(percent: str, whole: int, expected: bool) -> None:
    assert is_possible(figure(percent), whole) == expected


@pytest.mark.parametrize(
    ("text", "language", "variants"),
    [
        ("It was seen in 12/15 (81%).", "en", [""]),
        ("It was seen in 12/15 (80%) and 3/12 (27.3%).", "en", [""]),
        ("It was seen in 12 / 15, 81 %, of them.", "en", [""]),
        ("It was seen in 12/15 (up 81%).", "en", []),
        ("In 2019/2020 (5%) it grew.", "en", []),
        ("It is open 24/7 (5%).", "en", []),
        ("On 1/12/15 (5%) it grew.", "en", []),
        ("Of them 37% of the 12 women came.", "en", ["whole"]),
        ("Of them some 37% of the 12 women came.", "en", []),
        ("Of them 37% of the 1,200 women came.", "en", []),
        ("Danach waren 37 % der 12 Patienten gesund.", "de", ["whole"]),
        ("Après cela, 37 % des 12 patients étaient guéris.", "fr", ["whole"]),
    ],
)
def test_percentages(text: str, language: str, variants: list[str]) -> None:
    article = read_article(f"---\nlang: {language}\n---\n\n{text}\n", "a.md")
    found = [each for each in CountPercent(NoParams(), Setup()).run(article) if isinstance(each, Alarm)]
    assert [each.variant for each in found] == variants
