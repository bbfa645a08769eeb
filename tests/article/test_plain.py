"""Plain text: headline, sub-headings, paragraphs with and without blank lines."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.text import FILLER
from tests.article.exact import assert_article_exact, outline

TEXT = "The council of the town has voted for the new budget on Monday evening."

CASES = [
    ("headline", f"Town has a budget\n\n{TEXT}", ["headline: Town has a budget", f"paragraph: {TEXT}"]),
    ("question", f"Who pays?\n\n{TEXT}", ["headline: Who pays?", f"paragraph: {TEXT}"]),
    ("no headline: a sentence", f"It rained.\n\n{TEXT}", ["paragraph: It rained.", f"paragraph: {TEXT}"]),
    ("no headline: a label", f"Budget:\n\n{TEXT}", ["paragraph: Budget:", f"paragraph: {TEXT}"]),
    ("no headline: goes on", f"and so on\n\n{TEXT}", ["paragraph: and so on", f"paragraph: {TEXT}"]),
    ("no headline: nothing after it", "Town has a budget", ["paragraph: Town has a budget"]),
    (
        "headline without a blank line",
        f"Town has a budget\n{TEXT}\n{TEXT}",
        ["headline: Town has a budget", f"paragraph: {TEXT}", f"paragraph: {TEXT}"],
    ),
    (
        "sub-heading",
        f"A budget\n\n{TEXT}\n\nWhat it says\n\n{TEXT}",
        ["headline: A budget", f"paragraph: {TEXT}", "heading: What it says", f"paragraph: {TEXT}"],
    ),
    (
        "short lines are no sub-headings",
        f"A budget\n\n{TEXT}\n\nOne\n\nTwo\n\nThree",
        ["headline: A budget", f"paragraph: {TEXT}", "paragraph: One", "paragraph: Two", "paragraph: Three"],
    ),
    (
        "wrapped",
        "A budget\n\nThe council of the town\nhas voted. It will build\na bridge, the mayor said.",
        [
            "headline: A budget",
            "paragraph: The council of the town has voted. It will build a bridge, the mayor said.",
        ],
    ),
    (
        "a paragraph a line",
        f"A budget\n\n{TEXT}\nShort one.\n{TEXT}",
        ["headline: A budget", f"paragraph: {TEXT}", "paragraph: Short one.", f"paragraph: {TEXT}"],
    ),
    (
        "list",
        f"A budget\n\n{TEXT}\n- a bridge\n- a road",
        ["headline: A budget", f"paragraph: {TEXT}", "list: a bridge", "list: a road"],
    ),
    (
        "numbers stay",
        f"A budget\n\n1. FC Nord wins, {TEXT}",
        ["headline: A budget", f"paragraph: 1. FC Nord wins, {TEXT}"],
    ),
    (
        "address",
        f"A budget\n\n{TEXT} See http://a.b/c.",
        ["headline: A budget", f"paragraph: {TEXT} See {FILLER * 12}."],
    ),
    (
        "no markup",
        f"A *budget* &amp; `more`\n\n{TEXT}",
        ["headline: A *budget* &amp; `more`", f"paragraph: {TEXT}"],
    ),
    (
        "CRLF and indentation",
        f"\ufeff  A budget  \r\n\r\n\t{TEXT}\r\n",
        ["headline: A budget", f"paragraph: {TEXT}"],
    ),
    (
        "front matter",
        f"---\ntitle: A budget\n---\n\nA line\n\n{TEXT}",
        ["headline: A budget", "paragraph: A line", f"paragraph: {TEXT}"],
    ),
    (
        "front matter without a title",
        f"---\nlang: en\n---\n\nA budget\n\n{TEXT}",
        ["headline: A budget", f"paragraph: {TEXT}"],
    ),
    ("empty", " \n\n", []),
]


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_blocks(source: str, expected: list[str]) -> None:
    article = read_article(source, "a.txt")
    assert_article_exact(article)
    assert outline(article) == expected
    assert (article.headline is not None) == any(line.startswith("headline") for line in expected)
