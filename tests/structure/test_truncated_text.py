"""Which ends cannot be the end of a text."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.topics.structure.truncated_text import TruncatedText, TruncatedTextParams

LEAD = "The council voted on Monday evening to keep the old pool of the town open for a year, "


def found(source: str, **params: int) -> list[str]:
    article = read_article(f"---\nlang: en\n---\n\n{source}\n", "a.md")
    outcomes = TruncatedText(TruncatedTextParams(**params), Setup()).run(article)
    return [article.excerpt(each.span) for each in outcomes if isinstance(each, Alarm)]


@pytest.mark.parametrize(
    ("end", "marked"),
    [
        ("and the mayor said after the vote that the", "the"),
        ("and the mayor said after the vote,", "vote,"),
        ("and the mayor got for the roof a,", "a,"),
        ("and the mayor went for 2,", "2,"),
        ("[…]", "[…]"),
        ("(...)", "(...)"),
        ("[+2841 chars]", "[+2841 chars]"),
    ],
)
def test_no_end(end: str, marked: str) -> None:
    assert [text.strip() for text in found(LEAD + end)] == [marked]


@pytest.mark.parametrize(
    "end",
    [
        "and the mayor said after the vote: “no”,",
        "and the mayor gave way",
        "and the mayor gave in -",
        "and the mayor said that it was for the-",
        "and the mayor said no more…",
        "and [+2841 chars] the mayor said no more",
    ],
)
def test_an_end(end: str) -> None:
    assert found(LEAD + end) == []


def test_a_short_last_paragraph_is_a_by_line() -> None:
    line = "The mayor said after the vote that the"
    assert found(line, min_letters=len(line)) == ["the"]
    assert found(line, min_letters=len(line) + 1) == []


def test_only_the_last_paragraph_counts() -> None:
    assert found(f"{LEAD}and the\n\nThe mayor gave in.") == []
    assert found(f"- {LEAD}and the") == []
