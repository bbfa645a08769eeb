"""Standard deviations that answers of yes or no cannot have.

The test of Heathers and Brown (2019): of n values of 0 and 1 the mean alone gives the standard deviation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import sqrt

from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.languages import everywhere
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.numbers.reading.formatting import shown as number
from linter.topics.science.figures import wholes
from linter.topics.science.formulas import shown
from linter.topics.science.samples import Sample, samples


def deviations(mean: Interval, n: int) -> Iterator[Interval]:
    """The standard deviations that n values of 0 and 1 with such a mean can have.

    From that of a whole population to that of a sample: papers give either.
    """
    for ones in wholes(mean, n):
        product = max(ones * (n - ones), 0)
        yield Interval(sqrt(product) / n, sqrt(product / (n * (n - 1))))


class Debit(Check):
    """Reports standard deviations that do not go with the mean of n values of 0 and 1.

    Only where the article says that values are binary, and the mean lies between 0 and 1.
    """

    fields = frozenset({"mean", "sd", "n", "expected"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = [each for each in samples(article) if each.sd is not None and each.mean.value <= 1]
        if not found or not _is_binary(article):
            return
        for sample in found:
            if sample.sd is not None and sample.n > 1 and 0 < sample.mean.value < 1:
                yield Count("deviations of yes and no looked at")
                fitting = deviations(sample.mean.rounded, sample.n)
                if not any(sample.sd.rounded.overlaps(each) for each in fitting):
                    yield _alarm(sample, language(article))


def _is_binary(article: Article) -> bool:
    return any(_binary().search(block.plain) for block in shown(article))


@cache
def _binary() -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?:{any_of(everywhere('science.binary'))})", re.IGNORECASE)


def _alarm(sample: Sample, code: str) -> Alarm:
    text = sample.block.text
    mean, n = sample.mean.value, sample.n
    fields = {
        "mean": text.prose[sample.start : sample.end],
        "sd": text.prose[sample.sd_start : sample.sd_end],
        "n": str(n),
        "expected": number(sqrt(mean * (1 - mean) * n / (n - 1)), code),
    }
    return Alarm(text.span(sample.sd_start, sample.sd_end), fields)
