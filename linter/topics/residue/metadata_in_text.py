"""Metadata that stands in the text: cut off the headline by the reader, or glued to a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from linter.analyses.chunks import Holding
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count, Setup
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

OPENING = 4
"""Blocks at the beginning of an article in which bylines and dates are looked for."""
_NAME = r"[^\W\d_a-zà-öø-ÿа-я][\w’'.-]+"
_BEFORE = r"(?<=[a-zà-öø-ÿа-я0-9»”\"!?])"
_DATE = r"(?:[: ]|,? (?:le|on|am|el|il|em|op|den) )\d[\d./:-]{3,9}\d(?!\w)"


class MetadataInTextParams(NamedTuple):
    """The words are case-sensitive: a capital after a small letter shows that a break was lost."""

    by: tuple[str, ...] = ()
    """Words that begin a byline."""
    published: tuple[str, ...] = ()
    """Words that begin the line with the date of publication."""


class MetadataInText(Check):
    """Reports stray metadata that the reader found, and bylines and dates that lost their line break."""

    Params = MetadataInTextParams
    fields: ClassVar[frozenset[str]] = frozenset({"text"})
    variants: ClassVar[frozenset[str]] = frozenset({"byline", "date"})

    def __init__(self, params: MetadataInTextParams, setup: Setup) -> None:
        super().__init__(params, setup)
        first_words = "|".join(re.escape(each.split(" ")[0]) for each in (*params.by, *params.published))
        self._glued = Holding(lazy(rf"{_BEFORE}(?:{first_words or '(?!)'})").findall)
        self._byline = _glued(params.by, rf"[: ]{_NAME}(?: {_NAME}){{1,3}}")
        self._date = _glued(params.published, _DATE)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for stray in article.stray:
            span = Span(min(stray.key.start, stray.span.start), max(stray.key.end, stray.span.end))
            if article.format != "text" or not _fills_line(article.source, span):
                yield Alarm(span, {"text": article.excerpt(span)})
        glued = self._glued.among(article)
        for block in islice(article.scope("text"), OPENING if glued else 0):
            yield from _alarms(block, self._byline, "byline")
            yield from _alarms(block, self._date, "date")


def _fills_line(source: str, span: Span) -> bool:
    """Whether nothing else stands on the line: a header line, as plain text has them by custom."""
    return source[span.end : span.end + 1] in ("", "\r", "\n")


def _glued(words: tuple[str, ...], after: str) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, words)) or "(?!)"
    return lazy(rf"{_BEFORE}(?:{alternatives}){after}")


def _alarms(block: Block, pattern: re.Pattern[str], variant: str) -> Iterator[Alarm]:
    for found in pattern.finditer(block.text.prose):
        yield Alarm(block.text.span(*found.span()), {"text": found[0]}, variant=variant)
