"""Sources in another language that the article is a translation of: passage stands against passage."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.article.model import Article, Block
from linter.namedtuples import NamedTuple
from linter.topics.sources.material import Place, is_foreign
from linter.topics.translations.additions import additions
from linter.topics.translations.days import OtherDay, other_days
from linter.topics.translations.differences import Difference, differences
from linter.topics.translations.figures import YEAR
from linter.topics.translations.pairs import Pair, pair_of
from linter.topics.translations.passages import passages
from linter.topics.translations.spellings import OtherName, other_names


class Deviation(NamedTuple):
    """What the article says at ``block.text.prose[start:end]`` where its source says something else."""

    block: Block
    start: int
    end: int
    near: Place | None
    """What the source has there; nothing if the article says it beside what the source has."""

    @property
    def text(self) -> str:
        return self.block.text.prose[self.start : self.end]


@analysis
def translated(article: Article) -> Pair | None:
    """The article beside the source that it is a translation of, the first one of several."""
    found = (pair_of(source, article) for source in article.sources if is_foreign(source, article))
    return next((pair for pair in found if pair.matches), None)


def other_numbers(pair: Pair) -> Iterator[Deviation]:
    """Numbers, versions and codes that the source gives otherwise or not at all."""
    return _figures(pair, False)


def other_dates(pair: Pair) -> Iterator[Deviation]:
    """Dates and years that the source gives otherwise, and years that it does not give."""
    yield from (_deviation(pair, found) for found in other_days(pair))
    yield from _figures(pair, True)


def misspelled_names(pair: Pair) -> Iterator[Deviation]:
    """Names that the source spells otherwise."""
    return (_deviation(pair, found) for found in other_names(pair))


def _figures(pair: Pair, years: bool) -> Iterator[Deviation]:
    told = set()
    for found in differences(pair):
        if (found.theirs.kind == YEAR) == years:
            told.add((found.match.theirs, found.theirs.start))
            yield _deviation(pair, found)
    for passage, figure in additions(pair):
        if (figure.kind == YEAR) == years and (passage, figure.start) not in told:
            yield Deviation(passages(pair.other)[passage].block, figure.start, figure.end, None)


def _deviation(pair: Pair, found: Difference | OtherDay | OtherName) -> Deviation:
    """What the article has otherwise, beside what stands there in the source."""
    source, own = (passage.block for passage in pair.passages(found.match))
    start, end = found.mine.start, found.mine.end
    near = Place(pair.first.path, source.text.span(start, end), source.text.prose[start:end])
    return Deviation(own, found.theirs.start, found.theirs.end, near)
