"""Metadata that stands in the text: cut off the headline by the reader, or glued to a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from linter.analyses.chunks import Holding
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.languages import everywhere
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span

OPENING = 4
"""Blocks at the beginning of an article in which bylines and dates are looked for."""
_SMALL = r"a-z\u00e0-\u00f6\u00f8-\u00ff\u0430-\u044f"
_NAME = rf"[^\W\d_{_SMALL}][\w’'.-]+"
_GLUED = rf"[{_SMALL}0-9!?]"
"""Not a quotation mark: behind it stands who said so."""
_BEFORE = rf"(?<={_GLUED})"


class MetadataInText(Check):
    """Reports stray metadata that the reader found, and bylines and dates that lost their line break."""

    fields = frozenset({"text"})
    variants = frozenset({"byline", "date"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for stray in article.stray:
            span = Span(min(stray.key.start, stray.span.start), max(stray.key.end, stray.span.end))
            if article.format != "text" or not _fills_line(article.source, span):
                yield Alarm(span, {"text": article.excerpt(span)})
        glued = _first_words().among(article)
        for block in islice(article.scope("text"), OPENING if glued else 0):
            yield from _alarms(block, _byline(), "byline")
            yield from _alarms(block, _date(), "date")


def _fills_line(source: str, span: Span) -> bool:
    """Whether nothing else stands on the line: a header line, as plain text has them by custom."""
    return source[span.end : span.end + 1] in ("", "\r", "\n")


# Case counts: a capital after a small letter shows that a break was lost. The words are those of all
# languages, for the line is written by the program of the page.


@cache
def _first_words() -> Holding:
    """Finds the chunks in which a line of metadata may begin."""
    phrases = (*everywhere("residue.by"), *everywhere("residue.published"))
    words = {phrase.split(" ")[0] for phrase in phrases}
    initials, rests = "".join(sorted({word[0] for word in words})), any_of(word[1:] for word in words)
    return Holding(lazy(rf"[{re.escape(initials)}](?<={_GLUED}.)(?:{rests})").findall)


@cache
def _byline() -> re.Pattern[str]:
    return lazy(rf"{_BEFORE}(?:{any_of(everywhere('residue.by'))})[: ]{_NAME}(?: {_NAME}){{1,3}}")


@cache
def _date() -> re.Pattern[str]:
    published, on = any_of(everywhere("residue.published")), any_of(everywhere("residue.on"))
    return lazy(rf"{_BEFORE}(?:{published})(?:[: ]|,? (?:{on}) )\d[\d./:-]{{3,9}}\d(?!\w)")


def _alarms(block: Block, pattern: re.Pattern[str], variant: str) -> Iterator[Alarm]:
    for found in pattern.finditer(block.text.prose):
        yield Alarm(block.text.span(*found.span()), {"text": found[0]}, variant=variant)
