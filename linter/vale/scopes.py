"""The article cut into passages, the way linters of style see it.

A passage is the text of one element, with the names of the scopes it belongs to (``text``,
``heading``, ``h2``, ``list``, ``md`` …). Its prose keeps line breaks and blanks as they are
written, code is a row of asterisks, and markup leaves exactly one blank around what it held.
These are the conventions of Vale (vale.sh), which the patterns of published styles rely on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import chain

from linter.analyses import analysis
from linter.article.model import (
    CAPTION,
    CODE,
    HEADING,
    HEADLINE,
    LIST,
    PARAGRAPH,
    QUOTE,
    STANDFIRST,
    TABLE,
    Article,
    Block,
    Field,
)
from linter.article.read import read_article
from linter.matching import re
from linter.matching.prefilter import Wanted
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Piece, Span, Text
from linter.vale.alternation import Texts
from linter.vale.running_text import flowing
from linter.vale.sentences import segments

_SECTIONS = {
    PARAGRAPH: frozenset({"text"}),
    HEADING: frozenset({"text", "heading"}),
    QUOTE: frozenset({"text", "blockquote"}),
    LIST: frozenset({"text", "list"}),
    TABLE: frozenset({"text", "table", "cell"}),
    CAPTION: frozenset({"text", "attr", "alt"}),
}
_FIGURE = frozenset({"text", "figure", "caption"})
_DISGUISED = {
    "{{": "\u2e28{",
    "{%": "\u2e28%",
    "{#": "\u2e28#",
    "<%": "\u2e26%",
    " class=": " cl\uab30ss=",
    " markdown=": " m\uab30rkdown=",
}
"""What opens a template tag, and the attributes that hide text or turn it into Markdown, none of which
means anything to Vale; and what looks like them and means nothing to us either.
"""
_TELLING = lazy(r" class=[\"'][^\"'<>]*(?:footnote|reference|hidden|sr-only|screen-reader|d-none)| markdown=")
_INDENTED = lazy(r"(?: {4}|[ ]{0,3}\t)[ \t]*")
_SCALAR = lazy(r"[\"']?\s*[:=]\s*(?:[|>][-+\d]*\s*)?[\"']{0,3}")
"""What stands between a key and its value that is no list."""
_NUMBER = lazy(r"\d{1,9}[.)][ \t]+")
_ALT = lazy(r"!\[[^\]]{0,9}$|alt\s*=\s*[\"']?\s*$", re.IGNORECASE)
_TITLE = lazy(r"(?:title\s*=\s*[\"']?|\s[\"'(])$", re.IGNORECASE)
_UNMASKED = str.maketrans({"\u2e28": "{", "\u2e26": "<", "\uab30": "a"})
_NOT_TEXT = lazy(
    r"~|null|true|false|[-+]?(?:\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|\.(?:\d+|inf|nan)|0[xo][0-9a-f]+)"
    r"|\d{4}-\d\d?-\d\d?(?:(?:t|\s+)\d.*)?",
    re.IGNORECASE,
)
"""What YAML reads as something else than text, if it is not quoted."""


class Passage(NamedTuple):
    """A piece of the article and the names of its scopes."""

    scopes: frozenset[str]
    text: Text
    start: int = 0
    """Where in the text it begins."""
    end: int | None = None

    @property
    def prose(self) -> str:
        return self.text.prose[self.start : self.end]

    def span(self, start: int, end: int) -> Span:
        """The source span of ``prose[start:end]``."""
        return self.text.span(self.start + start, self.start + end)


Scope = Callable[[frozenset[str]], bool]
"""Tells of the scopes of a passage whether a rule looks at it."""


class Passages:
    """The passages of one family, ready for patterns."""

    def __init__(self, passages: tuple[Passage, ...], wanted: Wanted) -> None:
        """``wanted`` is what the rules of the family want of texts."""
        self.all = passages
        self.wanted = wanted
        self._within: dict[Scope, list[int]] = {}

    @cached_property
    def texts(self) -> Texts:
        """The prose of all passages."""
        return Texts([passage.prose for passage in self.all], self.wanted)

    @cached_property
    def by_scopes(self) -> dict[frozenset[str], list[int]]:
        """The numbers of the passages that share their scopes."""
        found: dict[frozenset[str], list[int]] = {}
        for number, passage in enumerate(self.all):
            found.setdefault(passage.scopes, []).append(number)
        return found

    def within(self, scope: Scope) -> list[int]:
        """The numbers of those that are in scope, in order."""
        if scope not in self._within:
            found = [numbers for scopes, numbers in self.by_scopes.items() if scope(scopes)]
            self._within[scope] = sorted(chain.from_iterable(found))
        return self._within[scope]


_BLOCKS, _PARAGRAPHS, _SENTENCES, _WHOLE = Wanted(), Wanted(), Wanted(), Wanted()


@analysis
def blocks(article: Article) -> Passages:
    """Every element of the article, front matter first, then in reading order."""
    suffix = _suffix(article)
    shown = (_of_block(block, article) for block in _shown(article))
    return Passages(
        tuple(
            Passage(_with(suffix, scopes), text)
            for scopes, text in chain(_metadata(article), shown)
            if text.prose.strip()
        ),
        _BLOCKS,
    )


def _suffix(article: Article) -> str:
    return os.path.splitext(article.path.replace("\\", "/"))[1][1:]


@lru_cache(maxsize=256)
def _with(name: str, scopes: frozenset[str]) -> frozenset[str]:
    """The scopes and one more; the same set for the same ones, whose passages are asked for together."""
    return scopes | {name}


@analysis
def paragraphs(article: Article) -> Passages:
    """The paragraphs alone."""
    plain = frozenset({"text", "paragraph"})
    return Passages(
        tuple(
            Passage(_with("paragraph", p.scopes), p.text)
            for p in blocks(article).all
            if len(p.scopes) == len(plain) and not p.scopes & {"frontmatter"}
        ),
        _PARAGRAPHS,
    )


@analysis
def sentences(article: Article) -> Passages:
    """The sentences of all elements that are prose."""
    found: list[Passage] = []
    for p in blocks(article).all:
        if p.scopes.isdisjoint(("frontmatter", "attr")):
            scopes = _with("sentence", p.scopes)
            found += [Passage(scopes, p.text, *span) for span in segments(p.text.prose)]
    return Passages(tuple(found), _SENTENCES)


@analysis
def whole_file(article: Article) -> Passages:
    """The file as it is, markup and all."""
    text = Text.verbatim(article.source, 0, len(article.source))
    return Passages((Passage(frozenset({"raw", _suffix(article)}), text),), _WHOLE)


def _as_plain_text(article: Article) -> Article:
    """The article read without knowledge of template languages, whose tags are prose to Vale."""
    source = article.source
    templates = any(opener in source for opener in ("{{", "{%", "{#", "<%"))
    if article.format != "markdown" or not (templates or _TELLING.search(source)):
        return article
    for opener, disguise in _DISGUISED.items():
        source = source.replace(opener, disguise)
    return read_article(source, article.path, article.format, article.aliases)


def _shown(article: Article) -> Iterator[Block]:
    from_metadata = {field.span.start for field in article.metadata if field.origin == "front-matter"}
    for block in _as_plain_text(article).blocks:
        titled = block.kind in (HEADLINE, STANDFIRST) and not block.level
        if block.kind == CODE or (titled and block.text.whole.start in from_metadata):
            continue
        if not (block.kind == CAPTION and _is_title(block, article)) and not _is_indented(block, article):
            yield block


def _before(block: Block, article: Article) -> str:
    start = block.text.whole.start
    return article.source[max(0, start - 20) : start]


def _is_indented(block: Block, article: Article) -> bool:
    """Whether a block is indented as code is; to other checks it may be prose all the same."""
    if block.kind != PARAGRAPH or article.format != "markdown":
        return False
    start = block.text.whole.start
    line = article.source.rfind("\n", 0, start) + 1
    before = article.source[article.source.rfind("\n", 0, max(0, line - 1)) + 1 : line]
    return not before.strip() and _INDENTED.fullmatch(article.source, line, start) is not None


def _is_title(block: Block, article: Article) -> bool:
    """Whether a caption is the title of a picture, which Vale does not read."""
    before = _before(block, article)
    return not _ALT.search(before) and _TITLE.search(before) is not None


_Shown = tuple[frozenset[str], Text]
"""A text and its scopes."""


def _of_block(block: Block, article: Article) -> _Shown:
    number = _number(block, article)
    text = block.text.cut(number, len(block.text)) if number else block.text
    text = flowing(text, article.source)
    if not text.prose.isascii() and any(disguise in text.prose for disguise in "\u2e28\u2e26\uab30"):
        text = Text(Piece(prose.translate(_UNMASKED), *place) for prose, *place in text.all_pieces())
    return _scopes(block, article, number > 0), text


def _scopes(block: Block, article: Article, numbered: bool) -> frozenset[str]:
    if block.level and block.kind in (HEADING, HEADLINE):
        return _with(f"h{block.level}", _SECTIONS[HEADING])
    if block.kind == CAPTION and not _ALT.search(_before(block, article)):
        return _FIGURE
    kind = LIST if numbered and block.kind == PARAGRAPH else block.kind
    return _SECTIONS.get(kind, _SECTIONS[PARAGRAPH])


def _number(block: Block, article: Article) -> int:
    """How long the number of a list item is, which other checks may need as part of its sentence."""
    number = _NUMBER.match(block.text.prose) if block.kind in (PARAGRAPH, LIST, QUOTE) else None
    if number is None or article.format != "markdown":
        return 0
    start, end = block.text.span(0, number.end())
    line = article.source[article.source.rfind("\n", 0, start) + 1 : start]
    in_line = line.replace("* ", "").strip(" \t>-+") != ""
    return 0 if in_line or article.source[start:end] != number[0] else number.end()


def _metadata(article: Article) -> Iterator[_Shown]:
    for field in article.metadata:
        if field.origin == "front-matter" and "." not in field.name and _is_text(field, article):
            span = field.span
            text = Text.verbatim(article.source, span.start, span.end)
            yield frozenset({"text", "frontmatter", field.name}), text


def _is_text(field: Field, article: Article) -> bool:
    between = article.source[field.key.end : field.span.start]
    if field.key != field.span and not _SCALAR.fullmatch(between):
        return False
    before = article.source[max(0, field.span.start - 1) : field.span.start]
    return before in ("'", '"') or not _NOT_TEXT.fullmatch(field.value)
