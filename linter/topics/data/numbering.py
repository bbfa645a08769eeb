"""Numbers of headings, captions and items that leave one out, or have one twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.article.model import HEADING, HEADLINE, LIST, PARAGRAPH, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.data.numbered import Mention, mentions

_FEWEST = 3
"""Fewer numbers are no series."""
_TOLD = 10
"""Characters of a caption that says more than "continued"."""
_SLIPS = 2
"""In an article with more slips among its headings their levels were lost, as in laws."""
_HEADING = lazy(
    r"\W{0,2}(?P<word>[^\W\d_]{2,14}[ \u00a0])?(?P<parent>(?:\d{1,3}\.){0,3})(?P<number>\d{1,3})"
    r"\*?(?:[.):](?=\s|$)|(?P<open>\s+(?=[^\W\d]))|\s*(?=[\u2013\u2014:-]\s)|\.?$|\s\([^()]*\)$)"
)
_ITEM = lazy(r"^(?P<before>[ \t>]*)(?P<number>\d{1,3})(?P<mark>[.)])[ \t]+[^\w\n]*$")
_NUMBER = lazy(r"\d{1,3}[.)]")
_STEP = lazy(r"\W{0,3}(?P<word>[^\W\d_]{2,14})[ \u00a0](?P<number>\d{1,3})(?=(?:[:.]| ?[\u2013\u2014-])\s)")
_LINE = 40
"""So far before an item its number is looked for."""
_REST = lazy(r"\W{0,4}(?P<number>\d{1,3})[a-z]?[.):]")


class _Place(NamedTuple):
    """A number where it stands."""

    number: int
    span: Span
    text: str
    rest: str = ""
    """What stands behind the number of a caption."""


class Numbering(Check):
    """Follows numbered headings of one level, captions of one kind, items of one list and paragraphs.

    A series begins with 0 or 1, goes on by one and has one slip only; where more is out of order, the numbers
    mean something else. Variants: ``twice`` for a number that comes again.
    """

    fields = frozenset({"text", "before", "expected"})
    variants = frozenset({"twice"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        headings = list(_headings(article))
        lost = sum(_slip(series) is not None for series in headings) > _SLIPS
        others: set[int] | None = None
        for series in (*([] if lost else headings), *_captions(article), *_steps(article), *_items(article)):
            if len(series) >= _FEWEST:
                yield Count("numbered series")
            slip = _slip(series)
            if slip is None:
                continue
            before, after = slip
            others = _leading(article) if others is None else others
            left_out = before.number != after.number
            is_there = left_out and before.number + 1 in others
            if not is_there and not _stands_between(article.source, before, after):
                yield _alarm(before, after)


def _slip(series: Sequence[_Place]) -> tuple[_Place, _Place] | None:
    """The one place where a series leaves out a number or has one twice."""
    if len(series) < _FEWEST or series[0].number > 1:
        return None
    slips = [(one, other) for one, other in pairwise(series) if other.number != one.number + 1]
    if len(slips) != 1:
        return None
    before, after = slips[0]
    is_slip = after.number in (before.number, before.number + 2)
    goes_on = series[-1] is not after or after.number > before.number or _say_two_things(before, after)
    return slips[0] if is_slip and goes_on and before.number > 0 else None


def _say_two_things(one: _Place, other: _Place) -> bool:
    """Whether two captions are of two pictures: the last number may come again below its picture."""
    return min(len(one.rest), len(other.rest)) >= _TOLD and one.rest.casefold() != other.rest.casefold()


def _alarm(before: _Place, after: _Place) -> Alarm:
    fields = {"text": after.text, "before": str(before.number), "expected": str(before.number + 1)}
    related = Related(before.span, message("the number before"))
    return Alarm(after.span, fields, (related,), variant="twice" if before.number == after.number else "")


def _stands_between(source: str, before: _Place, after: _Place) -> bool:
    """Whether a line between the two begins as theirs do, with a number: an item that is code or a link."""
    start = source.rfind("\n", 0, before.span.start) + 1
    indent = source[start : before.span.start]
    between = source[before.span.end : after.span.start].split("\n")[1:-1]
    return not indent.strip(" \t>") and any(
        line.startswith(indent) and _NUMBER.match(line, len(indent)) for line in between
    )


def _leading(article: Article) -> set[int]:
    """The numbers with which blocks begin, whatever these are: a heading may be set as another level."""
    found = (_REST.match(block.text.prose) for block in article.blocks)
    headings = (_HEADING.match(block.text.prose) for block in article.blocks if block.kind != HEADING)
    return {int(match["number"]) for match in (*found, *headings) if match is not None and match["number"]}


def _headings(article: Article) -> Iterator[list[_Place]]:
    """Numbered headings of one level and one word, under the same heading above them."""
    open_: dict[int, tuple[str, list[_Place]]] = {}
    for block in article.blocks:
        if block.kind not in (HEADING, HEADLINE) or not block.level:
            continue
        found = _HEADING.match(block.text.prose)
        for level in [level for level in open_ if level > block.level]:
            yield open_.pop(level)[1]
        if found is None or (found["open"] and found["word"]):
            continue
        bracket = "(" in block.text.prose[: found.start("number")]
        key = f"{found['word'] or ''}{found['parent']}{bool(found['open'])}{bracket}"
        place = _Place(int(found["number"]), block.text.span(*found.span("number")), found[0].strip(" .:)"))
        known = open_.get(block.level)
        if known is None or known[0] != key or place.number < known[1][-1].number:
            if known is not None:
                yield known[1]
            open_[block.level] = (key, [place])
        else:
            known[1].append(place)
    yield from (places for _, places in open_.values())


def _captions(article: Article) -> Iterator[list[_Place]]:
    """Numbered captions of one kind."""
    series: dict[str, list[_Place]] = {}
    latest: dict[str, Mention] = {}
    for each in mentions(article):
        if each.is_caption and each.number.isdecimal():
            text = " ".join(each.block.text.prose[each.start : each.end].split())
            rest = " ".join(each.block.text.prose[each.end :].strip(" .:").split())
            place = _Place(int(each.number), each.block.text.span(each.start, each.end), text, rest)
            if each.kind not in latest or not _is_the_same(article, latest[each.kind], each):
                series.setdefault(each.kind, []).append(place)
            latest[each.kind] = each
    yield from series.values()


def _steps(article: Article) -> Iterator[list[_Place]]:
    """Paragraphs that begin with one word and a number, under one heading."""
    open_: dict[str, list[_Place]] = {}
    for block in article.blocks:
        if block.kind == HEADING:
            yield from open_.values()
            open_ = {}
        found = _STEP.match(block.text.prose) if block.kind == PARAGRAPH else None
        if found is not None:
            span = block.text.span(found.start("word"), found.end("number"))
            place = _Place(int(found["number"]), span, f"{found['word']} {found['number']}")
            open_.setdefault(found["word"], []).append(place)
    yield from open_.values()


def _is_the_same(article: Article, one: Mention, other: Mention) -> bool:
    """Whether two captions are of one picture: its description, its title, and what stands below it."""
    between = article.source[one.block.text.whole.end : other.block.text.whole.start]
    return one.number == other.number and (one.block.kind != other.block.kind or "\n" not in between)


def _items(article: Article) -> Iterator[list[_Place]]:
    """The numbers of list items as they are written; a generator counts anew, and the text may name them."""
    open_: dict[str, list[_Place]] = {}
    for block in article.blocks:
        found = _item(article.source, block) if block.kind == LIST else None
        if block.kind == HEADING:
            yield from open_.values()
            open_ = {}
        if found is None:
            continue
        match, at = found
        number, indent = int(match["number"]), match["before"]
        for deeper in [key for key in open_ if len(key) > len(indent)]:
            yield open_.pop(deeper)
        start = at + match.start("number")
        place = _Place(number, Span(start, start + len(match["number"])), match["number"] + match["mark"])
        if number <= 1 and indent in open_:
            yield open_.pop(indent)
        open_.setdefault(indent, []).append(place)
    yield from open_.values()


def _item(source: str, block: Block) -> tuple[re.Match[str], int] | None:
    start = block.text.whole.start
    line = max(source.rfind("\n", 0, start) + 1, start - _LINE)
    found = _ITEM.match(source[line:start])
    return (found, line) if found else None
