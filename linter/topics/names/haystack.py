"""What the article says apart from its headline, made ready to look names up in."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container
from functools import cached_property
from itertools import chain, filterfalse

from linter.analyses.languages import has_case
from linter.article.model import Article, Block
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names.normalise import fold_text, variants, without_digraphs
from linter.topics.names.tokens import Token, Words, is_capitalised

_MOST_ALIKE = 500
_MANY = 100
"""With more words than these asked about, the places of all are found at once."""


class Mention(NamedTuple):
    """A word of the text, in its block."""

    block: int
    position: int
    """Which word of the block it is, from 0."""
    token: Token


class Haystack:
    """The blocks a headline is held against; each index is built on first touch."""

    def __init__(self, blocks: tuple[Block, ...], code: str, cuts: dict[int, Words] | None = None) -> None:
        """``cuts`` keeps the words of blocks for other haystacks of the same article."""
        self.blocks = blocks
        self.language = code
        self._cuts = {} if cuts is None else cuts
        self._places: dict[str, list[tuple[int, int]]] = {}

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text.prose for block in self.blocks)

    @cached_property
    def cased(self) -> bool:
        """Whether its script has capitals; a name cannot be told from other words where it has none."""
        return has_case(self.text)

    @cached_property
    def words(self) -> int:
        """About how many words the text has."""
        return sum(block.text.prose.count(" ") + 1 for block in self.blocks)

    @cached_property
    def tokens(self) -> tuple[Words, ...]:
        """The words of each block."""
        return tuple(self._cut(block) for block in self.blocks)

    def _cut(self, block: Block) -> Words:
        found = self._cuts.get(id(block.text))
        if found is None:
            found = self._cuts[id(block.text)] = Words(block.text.prose, self.language)
        return found

    @cached_property
    def running(self) -> list[str]:
        """All words in order, those of all blocks."""
        return list(chain.from_iterable(words.texts for words in self.tokens))

    @cached_property
    def times(self) -> Counter[str]:
        """How often each word is written so, in the order of first mention."""
        return Counter(self.running)

    @cached_property
    def large(self) -> Counter[str]:
        """The same of the words that are not all small letters, a quarter of all."""
        return Counter(filterfalse(str.islower, self.running))

    @cached_property
    def capitalised(self) -> Counter[str]:
        """The words with a capital that are not all capitals, each with how often it is written so."""
        large = self.large
        return Counter({word: large[word] for word in filter(is_capitalised, large)})

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that begin with a small letter, folded."""
        small = (word for word in set(self.running) if word[0].islower())
        return frozenset(fold_text("\n".join(small)).split("\n"))

    @cached_property
    def by_initial(self) -> dict[str, list[str]]:
        """The words as written by their first letters."""
        found: dict[str, list[str]] = {}
        for word in self.times:
            found.setdefault(word[0], []).append(word)
        return found

    @cached_property
    def forms(self) -> dict[str, tuple[str, ...]]:
        """Every folded form of every word, and how the words of that form are written."""
        found: dict[str, tuple[str, ...]] = {}
        for word, whole in zip(self.times, fold_text("\n".join(self.times)).split("\n"), strict=False):
            for form in (whole,) if whole.isalpha() else variants(word):
                found[form] = (*found[form], word) if form in found else (word,)
        return found

    def places(self, word: str, blocks: Container[int] | None = None) -> list[Mention]:
        """Where a word stands, written just so; in some blocks only, where these are given."""
        return [
            Mention(number, position, self.tokens[number][position])
            for number, position in self.at(word)
            if blocks is None or number in blocks
        ]

    def at(self, word: str) -> list[tuple[int, int]]:
        """The blocks of a word, and which word of the block it is."""
        if len(self._places) > _MANY:
            return self._everywhere.get(word, [])
        if word not in self._places:
            self._places[word] = [
                (number, position)
                for number, block in enumerate(self.blocks)
                if word in block.text.prose
                for position, text in enumerate(self.tokens[number].texts)
                if text == word
            ]
        return self._places[word]

    @cached_property
    def _everywhere(self) -> dict[str, list[tuple[int, int]]]:
        """The places of all words: for texts that are asked about many of them."""
        places: dict[str, list[tuple[int, int]]] = {}
        for number, words in enumerate(self.tokens):
            for position, text in enumerate(words.texts):
                places.setdefault(text, []).append((number, position))
        return places

    def mentions(self, form: str) -> list[Mention]:
        """Where the words of a folded form stand; those written alike come together."""
        return [place for word in self.forms.get(form, ()) for place in self.places(word)]

    @cached_property
    def _sorted_forms(self) -> list[str]:
        return sorted(self.forms)

    def beginning(self, start: str) -> list[str]:
        """The forms that begin so, or the first of them; words with so many neighbours are no names."""
        first = bisect_left(self._sorted_forms, start)
        behind = bisect_left(self._sorted_forms, start + "\U0010ffff", first)
        return self._sorted_forms[first : min(behind, first + _MOST_ALIKE)]

    @cached_property
    def joined_forms(self) -> str:
        """All forms, to be searched in one go."""
        return "\n".join(self.forms)

    @cached_property
    def folded(self) -> str:
        return fold_text(self.text)

    @cached_property
    def undigraphed(self) -> frozenset[str]:
        """The folded forms without umlaut digraphs."""
        return frozenset(map(without_digraphs, self.forms))

    def span(self, mention: Mention) -> Span:
        """Where the word stands in the source."""
        return self.blocks[mention.block].text.span(mention.token.start, mention.token.end)


def haystack_blocks(article: Article) -> tuple[Block, ...]:
    """Standfirst, body, captions and subheads: everything but the headline itself."""
    headline = article.headline.whole if article.headline else None
    return tuple(
        block
        for block in article.scope("standfirst", "body")
        if block.text and (headline is None or not block.text.overlaps(headline))
    )
