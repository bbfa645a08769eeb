"""E-mail addresses and targets of links that differ by a slip, not by language."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses import analysis
from linter.article.model import CODE as CODE_BLOCK
from linter.article.model import Article, Block
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names.edit_distance import distance
from linter.topics.translations.alignment import Match
from linter.topics.translations.differences import are_strangers
from linter.topics.translations.pairs import Pair
from linter.topics.translations.passages import passages
from linter.topics.translations.version_check import Disagreement

_WEB = lazy(r"[a-z]{2,5}://(?:(?!&[lg]t)[!-;=?-Z_a-z~])+", re.ASCII)
_MAIL = lazy(r"(?<![\w.+/:-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.ASCII)
_END = ".,;:!?'\")"
_NUMBER = lazy(r"\d+")
_SLIP = 2
"""Letters by which two mail addresses may differ to be taken for one; others are those of other offices."""


class Target(NamedTuple):
    """An address as an article has it at a place of its source."""

    text: str
    span: Span


@analysis
def targets(article: Article) -> tuple[tuple[Target, ...], ...]:
    """The web and mail addresses in each passage of an article, in order."""
    return tuple(tuple(_in_block(article, each.block)) for each in passages(article))


def _in_block(article: Article, block: Block) -> Iterator[Target]:
    if block.kind == CODE_BLOCK:
        return
    start, end = block.text.whole
    end = _behind_link(article.source, end)
    source = article.source[start:end]
    if "://" not in source and "@" not in source:
        return
    for pattern in (_WEB, _MAIL):
        for found in pattern.finditer(source):
            text = found[0].rstrip(_END)
            yield Target(text, Span(start + found.start(), start + found.start() + len(text)))


def _behind_link(source: str, end: int) -> int:
    """Where the target of a link ends that the last word of a block is the text of."""
    if source[end : end + 2] != "](":
        return end
    close = source.find(")", end, end + 500)
    return end if close < 0 else close


@analysis
def everywhere(article: Article) -> frozenset[str]:
    """All addresses of an article."""
    return frozenset(
        found[0].rstrip(_END) for pattern in (_WEB, _MAIL) for found in pattern.finditer(article.source)
    )


def other_targets(pair: Pair) -> Iterator[tuple[Match, Disagreement]]:
    """The addresses that stand for others which differ in their numbers, or in a letter or two of a mail."""
    mine, theirs = targets(pair.first), targets(pair.other)
    for match in pair.sure:
        one, other = mine[match.mine], theirs[match.theirs]
        if not one or not other:
            continue
        said, otherwise = {each.text for each in one}, {each.text for each in other}
        left = [each for each in one if each.text not in everywhere(pair.other)]
        right = [each for each in other if each.text not in everywhere(pair.first)]
        if len({each.text for each in left}) != 1 or len({each.text for each in right}) != 1:
            continue
        if are_strangers(*pair.passages(match)):
            continue
        if said != otherwise and _is_slip(left[0].text, right[0].text):
            yield match, Disagreement(left[0].span, right[0].span, left[0].text, right[0].text)


def _is_slip(one: str, other: str) -> bool:
    """Whether only numbers differ, of which one version must be wrong, or few letters of a mail address."""
    if "://" in one or "://" in other:
        return _NUMBER.sub("0", one) == _NUMBER.sub("0", other)
    name, _, host = one.lower().partition("@")
    other_name, _, other_host = other.lower().partition("@")
    if host == other_host:
        return 0 < distance(name, other_name, _SLIP) <= _SLIP and len(name) > _SLIP
    return name == other_name and 0 < distance(host, other_host, 1) <= 1
