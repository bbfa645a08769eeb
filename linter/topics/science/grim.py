"""Means that no whole numbers have.

The granularity test of Brown and Heathers (2017): the sum of n whole numbers is one, so their mean is a
multiple of 1/n.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.messages import message
from linter.topics.numbers.reading.formatting import shown as number
from linter.topics.science.figures import Figure, wholes
from linter.topics.science.samples import Sample, are_whole, samples

_DIGITS = 4
"""Of the means that are possible."""


def possible(mean: Figure, n: int) -> bool:
    """Whether n whole numbers can have a mean that rounds to this one."""
    return bool(wholes(mean.rounded, n))


class Grim(Check):
    """Reports means that no n whole numbers have.

    Only where the article says that answers are whole numbers (a scale from 1 to 7) and does not speak of
    values that are made of several answers, and where n is so small that not every mean is possible.
    """

    fields = frozenset({"mean", "n", "below", "above"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = samples(article)
        if not found or not are_whole(article):
            return
        for sample in found:
            if 1 < sample.n < 10**sample.mean.decimals:
                yield Count("means of whole numbers looked at")
                if not possible(sample.mean, sample.n):
                    yield _alarm(sample, language(article))


def _alarm(sample: Sample, code: str) -> Alarm:
    text = sample.block.text
    total = floor(sample.mean.value * sample.n)
    fields = {
        "mean": text.prose[sample.start : sample.end],
        "n": str(sample.n),
        "below": number(total / sample.n, code, _DIGITS),
        "above": number((total + 1) / sample.n, code, _DIGITS),
    }
    related = Related(text.span(sample.n_start, sample.n_end), message("the size of the sample"))
    return Alarm(text.span(sample.start, sample.end), fields, (related,))
