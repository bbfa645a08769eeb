"""Sources in another language that the article is a translation of: passage stands against passage."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.article.model import Article, Block
from linter.namedtuples import NamedTuple
from linter.topics.sources.material import Place, is_foreign
from linter.topics.translations.additions import additions
from linter.topics.translations.days import other_days
from linter.topics.translations.differences import differences
from linter.topics.translations.figures import YEAR
from linter.topics.translations.pairs import Pair, pair_of
from linter.topics.translations.passages import Passage, passages
from linter.topics.translations.spellings import other_names


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
    for found in other_days(pair):
        mine, theirs = pair.passages(found.match)
        near = _place(pair, mine, found.mine.start, found.mine.end)
        yield Deviation(theirs.block, found.theirs.start, found.theirs.end, near)
    yield from _figures(pair, True)


def misspelled_names(pair: Pair) -> Iterator[Deviation]:
    """Names that the source spells otherwise."""
    for found in other_names(pair):
        mine, theirs = pair.passages(found.match)
        near = _place(pair, mine, found.mine.start, found.mine.end)
        yield Deviation(theirs.block, found.theirs.start, found.theirs.end, near)


def _figures(pair: Pair, years: bool) -> Iterator[Deviation]:
    told = set()
    for found in differences(pair):
        if (found.theirs.kind == YEAR) == years:
            mine, theirs = pair.passages(found.match)
            near = _place(pair, mine, found.mine.start, found.mine.end)
            told.add((found.match.theirs, found.theirs.start))
            yield Deviation(theirs.block, found.theirs.start, found.theirs.end, near)
    for passage, figure in additions(pair):
        if (figure.kind == YEAR) == years and (passage, figure.start) not in told:
            yield Deviation(passages(pair.other)[passage].block, figure.start, figure.end, None)


def _place(pair: Pair, passage: Passage, start: int, end: int) -> Place:
    text = passage.block.text
    return Place(pair.first.path, text.span(start, end), text.prose[start:end])
