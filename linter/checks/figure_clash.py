"""A number of the standfirst, a subhead or a caption that the text gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.analyses.quantities.clashes import clashes
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class FigureClash(Check):
    """Compares what short texts and the running text count by the same word.

    Left alone: numbers that the text has too, exactly or as a sum; hedged numbers; a text with
    several numbers for the same word, which tells of a change.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"here", "there", "difference"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for clash in clashes(article):
            here, there = clash.short, clash.text
            span = here.block.text.span(here.quantity.start, here.quantity.end)
            other = there.block.text.span(there.quantity.start, there.quantity.end)
            high, low = sorted((here.quantity, there.quantity), key=lambda each: -each.value)
            fields = {
                "here": f"{here.quantity.text} {here.noun}",
                "there": f"{there.quantity.text} {there.noun}",
                "difference": f"{high.value:.0f} \u2212 {low.value:.0f} = {high.value - low.value:.0f}",
            }
            yield Alarm(span, fields, (Related(other, "the text says"),))
