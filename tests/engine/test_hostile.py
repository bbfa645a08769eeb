"""Texts that no one writes cost no more than texts, and lose no run."""

from __future__ import annotations

from time import process_time

import pytest

from linter.engine.run import Linter

SIZE = 30_000
LIMIT = 2.0
"""Seconds of processor time; what grows with the square of the length takes longer."""

PIECES = (
    "x|word |plain\n\n|A. |A B C |the the |and |a-|a,b;|said that |Ms. |Dr. J. R. R. Smith ",
    "12 |12 % |12:30 |1, 2, 3, |€3 million |one hundred |from 12 to 15 percent, |100 km (62 miles) ",
    "3 March 2024, |Monday |2024-03-04 |Anna Nowak |Anna Nowak, 41, said. |ABC (Association of Banks) ",
    '[|(|![|<!--|«|“a ” |"a" |\'a |\\|&amp;|<b>x</b> |<div>|<p>a|{{ a }} |{% a %}|$a$ |`a` |~~~\n|```\n',
    "*a |**a** |_a_ |> |- a b c\n|1. a\n|# A\n\n|--- |    code\n|[a](b) |[^1] |[^1]: a\n\n|[a]: b\n|[1] ",
    "\n|\r\n|\t|é|Ã©|\u200b|İ|ﬁ|a@b.c |http://a.b/c |@a #b |(see page 3) |(a (b ",
)
TEXTS = [*(piece for pieces in PIECES for piece in pieces.split("|")), "| a | b |\n"]


@pytest.fixture(scope="module")
def linter() -> Linter:
    ready = Linter()
    ready.lint_source("# 3 March 2024\n\nOn Monday 3 March 2024 Anna Nowak paid 12 percent.\n", "a.md")
    return ready


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_much_of_one_thing(linter: Linter, text: str) -> None:
    source = "# A headline of 2024\n\n" + text * (SIZE // len(text))
    begun = process_time()
    report = linter.lint_source(source, "a.md")
    assert process_time() - begun < LIMIT
    assert not report.failures
