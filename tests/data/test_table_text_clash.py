"""Sentences beside a table."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.languages import described, speech
from linter.topics.data.table_text_clash import TableTextClash
from tests.data.test_table_total import table

CHECK = TableTextClash(TableTextClash.Params(), Setup())
TABLE = table("Region, Firms, Staff", "North, 12, 340", "South, 7, 215", "West, 9, 127", "Total, 28, 682")


def alarms(text: str, lang: str = "en") -> list[tuple[str, str]]:
    article = read_article(f"---\nlang: {lang}\n---\n\n{TABLE}\n{text}\n", "a.md")
    found = (item for item in CHECK.run(article) if isinstance(item, Alarm))
    return [(article.excerpt(item.span), item.variant) for item in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The staff of the West is 172.", [("172", "")]),
        ("The staff of the West is 128.", [("128", "")]),
        ("The staff of the West is 127.", []),
        ("The staff of the West is 215.", []),
        ("The staff of the West was 95 in spring.", []),
        ("The staff of the West and of the South is 172.", []),
        ("The staff of the West is 172 of 682.", []),
        ("The western staff is 172.", []),
        ("The West has the smallest staff.", []),
        ("The West has the largest staff.", [("largest", "highest")]),
        ("The South has the smallest staff.", [("smallest", "lowest")]),
        ("The North has the largest staff.", []),
        ("The South has the second largest staff.", []),
        ("The South has one of the largest staff.", []),
        ("The South has the largest staff since the war.", []),
        ("The South has the largest staff per firm.", []),
        ("The South has the largest park.", []),
    ],
)
def test_sentences(text: str, found: list[tuple[str, str]]) -> None:
    assert alarms(text) == found


def test_what_stands_far_away_is_of_something_else() -> None:
    assert alarms("Nothing is said here of it.\n\n" * 80 + "The West has the largest staff.") == []


@pytest.mark.parametrize("lang", described())
def test_each_language_has_superlatives(lang: str) -> None:
    words = speech(lang).tables
    for kind in ("highest", "lowest"):
        for word in getattr(words, kind):
            said = f"South {word.replace('*', '')} Staff"
            assert [variant for _, variant in alarms(said, lang)] == [kind], word
            assert alarms(f"{said} {words.not_first[0].replace('*', '')}", lang) == [], word
