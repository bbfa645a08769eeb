"""Names: those of the headline, those of the text, and whether they are the same.

The headline's candidates are runs of capitalised words. Each is looked up in the article's
own text, so no model is needed to match; lists of names, ordinary words and places tell what
kind of thing an unmatched candidate is.
"""

from __future__ import annotations

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import HEADLINE, TABLE, Article, Block
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names.haystack import Haystack, haystack_blocks
from linter.topics.names.headlines.candidates import Candidate, Headline, read_headline
from linter.topics.names.headlines.lookup_steps import find
from linter.topics.names.mentions import Mentions
from linter.topics.names.persons import Person, spoken_of
from linter.topics.names.tokens import Words


class Lookup(NamedTuple):
    """A candidate of the headline, and what the text has for each of its words."""

    candidate: Candidate
    name: str
    """As the headline writes it."""
    span: Span
    """In the source."""
    matches: tuple[str, ...]
    """For each word the step of the ladder that found it; empty for none."""

    @property
    def absent(self) -> bool:
        """Is no word of it in the text?"""
        return not any(self.matches)


@analysis
def haystack(article: Article) -> Haystack:
    """Everything the article says apart from its headline."""
    return Haystack(haystack_blocks(article), language(article), _cuts(article))


@analysis
def _cuts(article: Article) -> dict[int, Words]:
    """The words of each block, kept as they are cut."""
    return {}


@analysis
def headline(article: Article) -> Headline | None:
    """The headline and its name candidates; nothing without a headline."""
    if not article.headline:
        return None
    return read_headline(article.headline.prose, haystack(article))


@analysis
def lookups(article: Article) -> tuple[Lookup, ...]:
    """Each candidate of the headline that is more than an ordinary word, looked up in the text."""
    title, text = headline(article), haystack(article)
    if article.headline is None or title is None:
        return ()
    return tuple(
        Lookup(
            candidate,
            title.name(candidate),
            article.headline.span(candidate.start, candidate.end),
            tuple(find(word.text, text) for word in candidate.words),
        )
        for candidate in title.candidates
        if not candidate.weak
    )


@analysis
def persons(article: Article) -> tuple[Person, ...]:
    """The persons the text speaks of, the one named most often first."""
    return tuple(spoken_of(haystack(article)))


@analysis
def mentions(article: Article) -> Mentions:
    """The capitalised words of the whole article, headline included, and its full names."""
    blocks = tuple(block for block in article.scope("text") if block.text and block.kind != TABLE)
    if article.headline and not any(block.text.overlaps(article.headline.whole) for block in blocks):
        blocks = (Block(HEADLINE, article.headline), *blocks)
    return Mentions(Haystack(blocks, language(article), _cuts(article)))
