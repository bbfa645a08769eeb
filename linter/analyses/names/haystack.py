"""What the article says apart from its headline, made ready to look names up in."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from linter.analyses.names.normalise import fold, variants, without_digraphs
from linter.analyses.names.tokens import Token, tokens
from linter.article.model import Article, Block
from linter.text import Span


class Mention(NamedTuple):
    """A word of the text, in its block."""

    block: int
    position: int
    """Which word of the block it is, from 0."""
    token: Token


class Haystack:
    """The blocks a headline is held against; each index is built on first touch."""

    def __init__(
        self, blocks: tuple[Block, ...], language: str, cuts: dict[int, tuple[Token, ...]] | None = None
    ) -> None:
        """``cuts`` keeps the words of blocks for other haystacks of the same article."""
        self.blocks = blocks
        self.language = language
        self._cuts = {} if cuts is None else cuts

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text.prose for block in self.blocks)

    @cached_property
    def words(self) -> int:
        """About how many words the text has."""
        return sum(block.text.prose.count(" ") + 1 for block in self.blocks)

    @cached_property
    def tokens(self) -> tuple[tuple[Token, ...], ...]:
        """The words of each block."""
        return tuple(self._cut(block) for block in self.blocks)

    def _cut(self, block: Block) -> tuple[Token, ...]:
        found = self._cuts.get(id(block.text))
        if found is None:
            found = self._cuts[id(block.text)] = tuple(tokens(block.text.prose, self.language))
        return found

    @cached_property
    def by_word(self) -> dict[str, list[Mention]]:
        """Every word as written, and where it stands."""
        found: dict[str, list[Mention]] = {}
        for number, words in enumerate(self.tokens):
            for position, token in enumerate(words):
                place = Mention(number, position, token)
                if token.text in found:
                    found[token.text].append(place)
                else:
                    found[token.text] = [place]
        return found

    @cached_property
    def index(self) -> dict[str, list[Mention]]:
        """Every folded form of every word, and where it stands."""
        found: dict[str, list[Mention]] = {}
        for word, places in self.by_word.items():
            for form in variants(word):
                found[form] = found[form] + places if form in found else places
        return found

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def undigraphed(self) -> frozenset[str]:
        """The folded forms without umlaut digraphs."""
        return frozenset(map(without_digraphs, self.index))

    def span(self, mention: Mention) -> Span:
        """Where the word stands in the source."""
        return self.blocks[mention.block].text.span(mention.token.start, mention.token.end)


def haystack_blocks(article: Article) -> tuple[Block, ...]:
    """Standfirst, body, captions and subheads: everything but the headline itself."""
    headline = article.headline.whole if article.headline else None
    return tuple(
        block
        for block in article.scope("standfirst", "body")
        if block.text and (headline is None or not block.text.whole.overlaps(headline))
    )
