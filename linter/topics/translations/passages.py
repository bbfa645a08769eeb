"""The passages of an article with what tells its translation: kind, length, addresses, code, numbers."""

from __future__ import annotations

from linter.analyses import analysis
from linter.article.model import CODE, HEADLINE, Article, Block
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.translations.digits import plain_digits

_NUMBER = lazy(r"\d+")
_NAME = lazy(r"(?<![A-Za-z])[A-Z][A-Za-z]{2,}")
_ADDRESS = lazy(r"(?:[a-z]+:)?//[^\s<>\"')\]]+")
_WIDE = lazy("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_WEIGHT = 2
"""A letter of a script that writes a syllable or a word in each counts as so many."""
_LONGEST = 4000
"""Of a longer block only the beginning tells where it belongs."""


class Passage(NamedTuple):
    """A block of an article, and what it shares with its translation."""

    block: Block
    kind: str
    length: int
    """Letters, those of wide scripts counted twice."""
    links: frozenset[str]
    codes: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    """Words in Latin letters with a capital: names among them stay as they are in most languages."""

    @property
    def prose(self) -> str:
        return self.block.text.prose


@analysis
def passages(article: Article) -> tuple[Passage, ...]:
    """The passages of an article in reading order, its headline first, also where only metadata has it."""
    blocks = [block for block in article.blocks if block.text and block.text.prose.strip()]
    title = article.headline
    if title and not any(block.text.overlaps(title.whole) for block in blocks[:2]):
        blocks.insert(0, Block(HEADLINE, title))
    return tuple(_passage(article, block) for block in blocks)


def _passage(article: Article, block: Block) -> Passage:
    prose = block.text.prose[:_LONGEST]
    source = article.excerpt(block.text.whole)[:_LONGEST]
    codes = (article.excerpt(block.text.span(mark.start, mark.end)) for mark in block.text.marked("code"))
    links = {mark.value for mark in block.text.marked("link") if mark.value}
    kind = f"{block.kind}{block.level}" if block.level else block.kind
    code = [" ".join(source.split())] if block.kind == CODE else codes
    return Passage(
        block,
        kind,
        len(prose.strip()) + (_WEIGHT - 1) * len(_WIDE.findall(prose)),
        frozenset(links.union(_ADDRESS.findall(source))),
        frozenset(code),
        frozenset(_NUMBER.findall(plain_digits(prose))),
        frozenset(_NAME.findall(prose)),
    )
