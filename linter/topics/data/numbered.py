"""What of an article has a number: figures, tables, listings and sections, and where it speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from linter.analyses import analysis
from linter.analyses.digit_blocks import has_digits
from linter.analyses.language import language
from linter.article.model import CAPTION, CODE, HEADING, HEADLINE, QUOTE, Article, Block
from linter.languages import phrases_at, speech
from linter.languages.phrases import any_of, has_piece, pieces_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

KINDS = ("figure", "table", "listing", "section")
_ENGLISH = "en"
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,2})(?![\w%])(?!\.?[-\u2013/,:.]\d)"
_LINE_BEGINS = lazy(r"(?:[\W_]|<[^<>]*>)*")
_LEAD = 200
_MARKUP = " \t\n*_#|>[(\"'\u201c\u00ab\ufffc"
_PICTURE_ENDS = frozenset(")>}]")
_CAPTION_END = lazy(r"\s*(?:[.:|)\u2013\u2014\uff1a-]|$)")
_HEADING = lazy(r"\W{0,2}(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})(?:[.):]?\s|\.?$)")


class Mention(NamedTuple):
    """A number of a kind, in a caption or in the text."""

    block: Block
    start: int
    end: int
    kind: str
    number: str
    is_caption: bool
    is_elsewhere: bool = False
    """It is that of another work."""


@lru_cache(maxsize=16)
def _pattern(code: str, kind: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What numbers a thing of a kind, and pieces of which a text in small letters has one that does."""
    codes = dict.fromkeys((code or _ENGLISH, _ENGLISH))
    phrases = [phrase for each in codes for phrase in phrases_at(each, f"tables.{kind}")]
    before = "" if speech(code).dates.unspaced else r"(?<![\w.-])"
    pattern = lazy(rf"{before}(?:{any_of(phrases)})[ \u00a0\u202f]?{_NUMBER}", re.IGNORECASE)
    return pattern, pieces_of(tuple(phrases))


@lru_cache(maxsize=16)
def _elsewhere(code: str) -> re.Pattern[str]:
    codes = dict.fromkeys((code or _ENGLISH, _ENGLISH))
    phrases = [phrase for each in codes for phrase in phrases_at(each, "tables.elsewhere")]
    return lazy(rf"[)\]]?\s*(?:{any_of(phrases)})(?!\w)|\s*[(\[][^()\[\]]*\d{{4}}|\s?\[", re.IGNORECASE)


@analysis
def mentions(article: Article) -> tuple[Mention, ...]:
    """The numbered figures, tables and listings of an article, and where it speaks of them, in order."""
    code = language(article)
    return tuple(
        found
        for block in article.blocks
        if block.kind not in (CODE, QUOTE) and has_digits(block.text.prose)
        for kind in KINDS
        for found in _in_block(article, block, kind, code)
    )


def _in_block(article: Article, block: Block, kind: str, code: str) -> Iterator[Mention]:
    prose = block.text.prose
    pattern, pieces = _pattern(code, kind)
    for found in pattern.finditer(prose) if has_piece(prose, pieces) else ():
        closed = block.kind == CAPTION or _CAPTION_END.match(prose, found.end())
        begins = closed and _begins(article.source, block, found.start())
        is_caption = kind != "section" and bool(begins)
        elsewhere = _elsewhere(code).match(prose, found.end()) or _is_linked(block, found.end())
        yield Mention(block, *found.span(), kind, found["number"], is_caption, bool(elsewhere))


def _is_linked(block: Block, end: int) -> bool:
    """Whether a link leads from the number to another page."""
    links = block.text.marked("link")
    return any(mark.start < end <= mark.end and mark.value[:1] != "#" for mark in links)


def _begins(source: str, block: Block, at: int) -> bool:
    """Whether a place begins its block, or a line below a picture or a tag."""
    if not block.text.prose[:at].strip(_MARKUP):
        return True
    place = block.text.span(at, at).start
    start = max(source.rfind("\n", 0, place), place - _LEAD)
    return bool(_LINE_BEGINS.fullmatch(source, start + 1, place)) and source[:start][-1:] in _PICTURE_ENDS


@analysis
def numbered_headings(article: Article) -> tuple[tuple[Block, str], ...]:
    """The headings that begin with a number, each with it: ``3`` or ``3.1``."""
    return tuple(_numbered(block for block in article.blocks if block.kind in (HEADING, HEADLINE)))


def numbers_of_blocks(article: Article) -> frozenset[str]:
    """The numbers that blocks of any kind begin with, as paragraphs of contracts do."""
    return frozenset(number for _, number in _numbered(article.blocks))


def _numbered(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    found = ((block, _HEADING.match(block.text.prose)) for block in blocks)
    return ((block, match["number"]) for block, match in found if match is not None)
