"""The score of a match in a headline that the text gives otherwise: "win 3–2", "won 3–1"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm
from linter.finding import Related
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.dates import dates
from linter.topics.names import haystack

_SCORE = lazy(
    r"(?<![\w:.,/$€£#\u2013\u2014-])(?<!\d: )(\d{1,3})([:\u2013-])(\d{1,3})(?![\w:/%°\u2013\u2014-]|[.,]\d)"
)
"""Behind a number and a colon stand verses of a chapter: "Isaiah 60: 1-6"."""
_CLOCK = lazy(r"\d{1,2}:[0-5]\d")
"""What may be a time of day, or a length."""


def scores_apart(article: Article) -> Iterator[Alarm]:
    """The score of the headline where the text has one other, from which one of its figures differs."""
    assert article.headline is not None
    told = list(_scores(article.headline.prose))
    if len(told) != 1:
        return
    own = told[0]
    stated = [(block, score) for block in haystack(article).blocks for score in _scores(block.text.prose)]
    pairs = {frozenset((score[1], score[3])) for _, score in stated}
    if len({(score[1], score[3]) for _, score in stated}) != 1 or frozenset((own[1], own[3])) in pairs:
        return
    block, score = stated[0]
    span = article.headline.span(*own.span())
    if any(mention.span.overlaps(span) for mention in dates(article)):
        return
    if (own[1] == score[1]) != (own[3] == score[3]):
        related = Related(block.text.span(*score.span()), "the text says")
        fields = {"number": own[0], "other": score[0]}
        yield Alarm(span, fields, (related,), variant="other")


def _scores(prose: str) -> Iterator[re.Match[str]]:
    return (found for found in _SCORE.finditer(prose) if not _CLOCK.fullmatch(found[0]))
