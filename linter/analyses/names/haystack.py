"""What the article says apart from its headline, made ready to look names up in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from linter.analyses.names.normalise import fold, variants, without_digraphs
from linter.analyses.names.tokens import Token, tokens
from linter.article.model import Article, Block
from linter.text import Span


class Mention(NamedTuple):
    """A word of the text, in its block."""

    block: int
    token: Token


class Haystack:
    """The blocks a headline is held against; each index is built on first touch."""

    def __init__(self, blocks: tuple[Block, ...], language: str) -> None:
        self.blocks = blocks
        self.language = language

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
        return tuple(tuple(tokens(block.text.prose, self.language)) for block in self.blocks)

    @cached_property
    def index(self) -> dict[str, list[Mention]]:
        """Every folded form of every word, and where it stands."""
        found: dict[str, list[Mention]] = {}
        forms: dict[str, tuple[str, ...]] = {}
        for mention in self.mentions():
            word = mention.token.text
            if word not in forms:
                forms[word] = variants(word)
            for form in forms[word]:
                found.setdefault(form, []).append(mention)
        return found

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def undigraphed(self) -> dict[str, str]:
        """Folded forms without umlaut digraphs, to the form they come from."""
        return {without_digraphs(form): form for form in self.index}

    def mentions(self) -> Iterator[Mention]:
        for number, words in enumerate(self.tokens):
            for token in words:
                yield Mention(number, token)

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
