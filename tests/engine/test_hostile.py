"""Texts that no one writes cost no more than texts, and lose no run."""

from __future__ import annotations

import pytest

from linter.engine.run import Linter
from tests.cost import LINEAR, TIMES_LINEAR, Work, assert_linear, dearer, growth

COUNTED, TIMED = 1_000, 2_000

PIECES = (
    "x|word |plain\n\n|A. |A B C |the the |and |a-|a,b;|said that |Ms. |Dr. J. R. R. Smith ",
    "12 |12 % |12:30 |1, 2, 3, |€3 million |one hundred |from 12 to 15 percent, |100 km (62 miles) ",
    "3 March 2024, |Monday |2024-03-04 |Anna Nowak |Anna Nowak, 41, said. |ABC (Association of Banks) ",
    '[|(|![|<!--|«|“a ” |"a" |\'a |\\|&amp;|<b>x</b> |<div>|<p>a|{{ a }} |{% a %}|$a$ |`a` |~~~\n|```\n',
    "*a |**a** |_a_ |> |- a b c\n|1. a\n|# A\n\n|--- |    code\n|[a](b) |[^1] |[^1]: a\n\n|[a]: b\n|[1] ",
    "\n|\r\n|\t|é|Ã©|\u200b|İ|ﬁ|a@b.c |http://a.b/c |@a #b |(see page 3) |(a (b ",
)
OTHERS = (
    "12.5 |9 |5 percent of 12 |12 of 15 |from 40 to 50 million, up 35 percent. |born in 1980 |in 1980 |20XX ",
    "Monday, 5 March 2024. |2 years ago |the 50th anniversary of 1974 |President Anna Nowak |the Anna ",
    "“It works,” he said. |« a » |„a“ |[a][b] |<!-- a -->\n\n|<a href=|> > > |- - - a\n|  - a\n|===\n|&lt; ",
    "русский |中文字|العربية |tanto |TK |lorem ipsum |As an AI language model |<<<<<<< HEAD\n|a/b/|Aa|No. 1 ",
)
TEXTS = [*(piece for pieces in (*PIECES, *OTHERS) for piece in pieces.split("|")), "| a | b |\n"]


def _name(number: int) -> str:
    return "Anna " + "ABDEFGHIKLMNOPRSTUVZ"[number % 20] + "abcdefghijklmnop"[number // 20 % 16] * 2 + "son"


MANY = {
    "names": lambda i: f"{_name(i)}, {i % 90}, said so. ",
    "numbers": lambda i: f"{i} people and {i * 7} euros, ",
    "dates": lambda i: f"on {i % 28 + 1} March {1500 + i % 600}, ",
    "births": lambda i: f"Born in {1900 + i % 100}, {_name(i)} died in {1950 + i % 70} aged {i % 90}. ",
    "paragraphs": lambda i: f"Paragraph number {i} says something of its own.\n\n",
    "quotations": lambda i: f"“We have said {i} times that all of this works well,” she said.\n\n",
    "headings": lambda i: f"## Part {i} of Anna Nowak\n\n",
    "links": lambda i: f"[a{i}](b{i}.md) [c{i}]\n\n[c{i}]: d\n\n",
    "footnotes": lambda i: f"a[^{i}]\n\n[^{i}]: b\n\n",
    "suppressions": lambda i: "<!-- factlint-disable-next-line placeholder-date: so -->\n\na\n\n",
    "tags": lambda i: "<div>" * 50 + "a" + "</div>" * 50 + "\n\n",
    "brackets": lambda i: "(" * 500 + "a" + ")" * 500 + " ",
    "quotes": lambda i: "> " * 500 + "a\n\n",
    "lists": lambda i: "  " * (i % 80) + "- a\n",
    "emphasis": lambda i: "*" * 500 + "a" + "*" * 500 + " ",
}
"""Things that all differ a little, or nest: a text of one of them by its number."""
SQUARE = {"births"}
"""Each person is asked about each year beside which somebody was born or died."""


def _much(kind: str, size: int) -> str:
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(MANY[kind](len(parts)))
        length += len(parts[-1])
    return "".join(parts)


@pytest.fixture(scope="module")
def linter() -> Linter:
    ready = Linter()
    ready.lint_source("# 3 March 2024\n\nOn Monday 3 March 2024 Anna Nowak paid 12 percent.\n", "a.md")
    return ready


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_much_of_one_thing(linter: Linter, text: str) -> None:
    assert_linear(
        lambda size: _lint(linter, "# A headline of 2024\n\n" + text * (size // len(text))), COUNTED, TIMED
    )


@pytest.mark.parametrize("kind", MANY)
def test_many_things_of_a_kind(linter: Linter, kind: str) -> None:
    def much(size: int) -> Work:
        return _lint(linter, "# A headline of 2024\n\n" + _much(kind, size))

    slack = 1.5 if kind in SQUARE else 1.0
    assert growth(much, COUNTED) <= LINEAR * slack
    assert kind in SQUARE or dearer(much, TIMED) <= TIMES_LINEAR


def test_many_fields(linter: Linter) -> None:
    def fields(size: int) -> Work:
        return _lint(linter, "---\n" + "".join(f"k{n}: v\n" for n in range(size // 9)) + "---\n")

    assert_linear(fields, COUNTED, TIMED)


def _lint(linter: Linter, source: str) -> Work:
    def lint() -> None:
        assert not linter.lint_source(source, "a.md").failures

    return lint
