"""Which blocks are the items of a list, and what a list hides."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.topics.numbers.counts.lists import Listing, listings, unwritten

LISTS = [
    ("- a\n- b\n- c\n", [["a", "b", "c"]]),
    ("- a\n\n- b\n\n- c\n", [["a", "b", "c"]]),
    ("1. a\n2. b\n3. c\n", [["a", "b", "c"]]),
    ("* a\n  * b\n  * c\n* d\n", [["a", "d"]]),
    ("- a\n\n  more of a\n\n- b\n\n- c\n", [["a", "b", "c"]]),
    ("- a\n\n  more of a\n- b\n- c\n", [["a", "b", "c"]]),
    ("- a\n- b\n\nBetween.\n\n- c\n- d\n", [["a", "b"], ["c", "d"]]),
    ("- **a**\n- [b](http://example.org/b)\n- “c”\n", [["a", "b", "“c”"]]),
]


def read(text: str, path: str = "a.md") -> tuple[Listing, ...]:
    return listings(read_article(text, path))


@pytest.mark.parametrize("intro", ["", "There are some:\n\n"])
@pytest.mark.parametrize(("text", "lists"), LISTS)
def test_the_items_of_lists(intro: str, text: str, lists: list[list[str]]) -> None:
    found = read(intro + text)
    assert [[item.text.prose for item in each.items] for each in found] == lists
    assert [each.found for each in found] == [len(items) for items in lists]
    assert (found[0].intro is None) == (not intro)


def test_blank_lines_between_some_items_may_part_two_lists() -> None:
    assert read("- a\n- b\n\n- c\n- d\n") == ()
    assert read("- a\n\n- b\n- c\n") == ()


def test_how_far_a_list_goes() -> None:
    [first, second] = read("# A\n\nIntro.\n\n- a\n  - b\n- c\n\nBetween.\n\n- d\n- e\n")
    assert first.intro is not None
    assert first.intro.text.prose == "Intro."
    assert second.intro is not None
    assert second.intro.text.prose == "Between."
    assert (first.blocks, second.blocks) == (3, 2)
    assert second.end - first.end == 3


@pytest.mark.parametrize(
    ("text", "items", "found"),
    [
        ("Some:\n\n- a\n- `b`\n- c\n", 2, 3),
        ("Some:\n\n- `a`\n- b\n- `c`\n", 1, 3),
        ("Some:\n\n- a\n  - `b`\n- c\n", 2, 2),
        ("Some:\n\n- a\n- b\n- `c`\n\nBehind.\n", 2, 3),
    ],
)
def test_items_of_code_are_counted(text: str, items: int, found: int) -> None:
    [listing] = read(text)
    assert (len(listing.items), listing.found) == (items, found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Some:\n\n- `a`\n- `b`\n", 2),
        ("Some:\n\n- `a`\n  - `b`\n- `c`\n", 2),
        ("Some:\n\nNone.\n", 0),
        ("Some:\n\n- `a`\n\nBehind.\n\n- b\n", 1),
    ],
)
def test_a_list_of_nothing_but_code(text: str, count: int) -> None:
    article = read_article(text, "a.md")
    number, place = unwritten(article, 0)
    assert number == count
    assert place.start == text.index("Some:") + len("Some:")


@pytest.mark.parametrize(
    ("html", "lists"),
    [
        ("<p>Some:</p><ul><li>a</li><li>b</li></ul>", [["a", "b"]]),
        ("<p>Some:</p><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", [["a", "c"]]),
        ("<p>Some:</p><ul><li>a</li><li><img src='x.png'></li><li>c</li></ul>", []),
    ],
)
def test_the_items_of_html(html: str, lists: list[list[str]]) -> None:
    found = read(f"<html><body><h1>A</h1>{html}<p>Behind.</p></body></html>", "a.html")
    assert [[item.text.prose for item in each.items] for each in found] == lists
