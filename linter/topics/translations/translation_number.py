"""A number or percentage that another language version gives another value."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Count
from linter.topics.translations.differences import Difference, differences
from linter.topics.translations.figures import NUMBER, PERCENT, YEAR
from linter.topics.translations.pairs import Pair, pairs
from linter.topics.translations.passages import passages
from linter.topics.translations.version_check import Disagreement, VersionCheck, disagreement


class TranslationNumber(VersionCheck):
    """Holds the numbers of language versions against each other, and counts what could be compared."""

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for pair in pairs(article):
            if article is (pair.other if pair.other.asked else pair.first):
                yield Count("language versions compared")
                yield Count("passages of language versions", len(passages(pair.first)))
                yield Count("passages aligned", sum(1 for _ in pair.sure))
                if not pair.aligned:
                    yield Count("language versions not compared: too many passages")
        yield from super().run(article)

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        for found in differences(pair):
            kinds = {found.mine.kind, found.theirs.kind}
            if kinds <= {NUMBER, PERCENT} or kinds == {NUMBER, YEAR}:
                yield other_figure(pair, found)


def other_figure(pair: Pair, found: Difference) -> Disagreement:
    """The places of two figures that differ, of which further versions may have one."""
    told = disagreement(pair, found.match, found.mine, found.theirs)
    return told._replace(passage=found.match.mine, values=(found.mine.values, found.theirs.values))
