"""A reference to a figure, a table, a section, a note or a place that is not there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from linter.article import templates
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.namedtuples import NamedTuple
from linter.topics.data.anchors import Anchors
from linter.topics.data.cross_references import missing_labels
from linter.topics.data.numbered import Mention, mentions, numbered_headings, numbers_of_blocks

ANCHOR, NUMBER = "anchor", "number"
_FEWEST = 2
"""So many captions with numbers make a series; so many links that lead somewhere, a page with places."""
_MOST_LOST = 200
"""So many are compared with all headings; an article that lost more was cut out of another page."""
_BEYOND = 3
"""A number so much higher than the last one is of another work."""
_NOT_A_NAME = ("/", "!", "=", ":~:", "{", "$")
"""In fragments that a program reads, or that a template still has to fill in."""
_FEWEST_HEADINGS = 3


class MissingReferenceParams(NamedTuple):
    given: tuple[str, ...] = ()
    """Names of places that the page around an article has: ``top``, ``comments``."""
    generated: tuple[str, ...] = ()
    """Beginnings of names that generators make: ``fn``, ``cite``."""


class MissingReference(Check):
    """Looks for what references lead to.

    Variants: ``footnote``, ``label`` (LaTeX, Quarto, bookdown), ``anchor`` (links inside the page) and
    ``number`` ("see Table 3", where there are two).
    """

    Params = MissingReferenceParams
    fields = frozenset({"name", "text"})
    variants = frozenset({"footnote", "label", ANCHOR, NUMBER})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for missing in missing_labels(article):
            suggestion = missing.meant or None
            fields = {"name": missing.name, "text": article.excerpt(missing.span)}
            yield Alarm(missing.span, fields, suggestion=suggestion, variant=missing.kind)
        yield from self._anchors(article)
        if article.format != "latex":
            yield from _numbers(article)
            yield from _sections(article)

    def _anchors(self, article: Article) -> Iterator[Alarm | Count]:
        if article.format not in ("markdown", "html"):
            return
        links = [
            (block, mark)
            for block in article.blocks
            for mark in block.text.marked("link")
            if mark.value[:1] == "#" and len(mark.value) > 1
        ]
        if not links or templates.has_templates(article.source) or article.path.endswith(".mdx"):
            return
        anchors = Anchors(article)
        named = [(block, mark, mark.value[1:]) for block, mark in links if self._is_name(mark.value[1:])]
        lost = [each for each in named if not anchors.has(each[2])]
        if named:
            yield Count("links inside the page", len(named))
        few = len(named) - len(lost) < max(_FEWEST, len(lost))
        for block, mark, name in lost[:_MOST_LOST]:
            if (name.isascii() and anchors.is_foreign) or (few and not anchors.is_slip(name)):
                continue
            span = block.text.span(mark.start, mark.end)
            yield Alarm(span, {"name": name, "text": article.excerpt(span)}, variant=ANCHOR)

    def _is_name(self, name: str) -> bool:
        known = name.lower() in self.params.given or name.lower().startswith(self.params.generated)
        return not known and not any(sign in name for sign in _NOT_A_NAME)


def _numbers(article: Article) -> Iterator[Alarm | Count]:
    """Figures and tables that the text speaks of, where all captions from 1 on are there but this one."""
    captions: defaultdict[str, set[int]] = defaultdict(set)
    spoken: list[Mention] = []
    for each in mentions(article):
        if not each.number.isdecimal():
            continue
        if each.is_caption:
            captions[each.kind].add(int(each.number))
        elif each.kind != "section" and not each.is_elsewhere:
            spoken.append(each)
    for each in spoken:
        there = captions[each.kind]
        if len(there) >= _FEWEST and there == set(range(1, max(there) + 1)):
            yield Count("figures and tables that are spoken of")
            if max(there) < int(each.number) <= max(there) + _BEYOND:
                yield _alarm(each)
    lost = (each for each in spoken if _is_of_the_only_table(article, each, captions[each.kind], spoken))
    yield from map(_alarm, lost)


def _is_of_the_only_table(article: Article, each: Mention, there: set[int], spoken: list[Mention]) -> bool:
    """Whether the text speaks of Table 2 only, and its one table is Table 1."""
    numbers = {other.number for other in spoken if other.kind == each.kind}
    return each.kind == "table" and there == {1} and numbers == {"2"} and len(article.tables) == 1


def _sections(article: Article) -> Iterator[Alarm | Count]:
    """Sections that the text speaks of, where headings of the same depth have numbers."""
    numbers = {number for _, number in numbered_headings(article)}
    depths = Counter(number.count(".") for number in numbers)
    chapters = {number.partition(".")[0] for number in numbers}
    highest = max(map(int, chapters), default=0)
    spoken = [each for each in mentions(article) if each.kind == "section" and not each.is_elsewhere]
    lost = [
        each
        for each in spoken
        if depths[each.number.count(".")] >= _FEWEST_HEADINGS
        and each.number not in numbers
        and (each.number.partition(".")[0] in chapters or each.number == str(highest + 1))
    ]
    right = sum(each.number in numbers for each in spoken)
    if spoken:
        yield Count("sections that are spoken of", len(spoken))
    if lost and right >= max(_FEWEST, len(lost) + 1):
        there = numbers_of_blocks(article)
        yield from (_alarm(each) for each in lost if each.number not in there)


def _alarm(each: Mention) -> Alarm:
    text = " ".join(each.block.text.prose[each.start : each.end].split())
    span = each.block.text.span(each.start, each.end)
    return Alarm(span, {"name": each.number, "text": text}, variant=NUMBER)
