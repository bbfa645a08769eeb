"""The list of references of a paper, and what its text cites by author and year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses import analysis
from linter.article.model import HEADING, Article
from linter.languages import everywhere
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.science.formulas import Shown, shown

YEAR = r"(?:1[6-9]|20)\d\d"
_YEAR = lazy(rf"(?<!\d){YEAR}(?=[a-z]?(?![\w]))")
_NAME = lazy(r"(?<![\w'’-])[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*")
"""A word with a capital letter, double names in one."""
_NUMBERING = lazy(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.)\s+|[\s:.]+$")
_ITEM_NUMBER = lazy(r"(?:\[(\d{1,4})\]|(\d{1,4})[.)])\s+$")
_OWN_NUMBER = lazy(r"^(?:\[(\d{1,4})\]|(\d{1,4})[.)])\s+")
_SHORTEST = 20
"""A shorter line is no reference."""
_LONGEST = 2000


class Reference(NamedTuple):
    """One entry of the list. Offsets are in the prose that is shown."""

    block: Shown
    start: int
    end: int
    number: int
    """As it is numbered, or 0."""
    first: str
    """The surname of the first author, folded."""
    words: frozenset[str]
    """All names in it, folded."""
    years: frozenset[str]


class Paper(NamedTuple):
    """A paper taken apart."""

    body: tuple[Shown, ...]
    """What stands before the list of references."""
    references: tuple[Reference, ...]


@cache
def _headings() -> frozenset[str]:
    return frozenset(map(fold_case, everywhere("science.references")))


def is_over_references(heading: str) -> bool:
    """Whether a heading stands over a list of references."""
    return fold_case(_NUMBERING.sub("", heading.strip())) in _headings()


@analysis
def paper(article: Article) -> Paper | None:
    """The text and the references of an article; nothing where it has no such list."""
    blocks = shown(article)
    headings = [at for at, each in enumerate(blocks) if each.block.kind == HEADING]
    over = [at for at in headings if is_over_references(blocks[at].plain)]
    if not over:
        return None
    first = over[-1]
    level = blocks[first].block.level
    end = first + 1
    while end < len(blocks) and not (blocks[end].block.kind == HEADING and blocks[end].block.level <= level):
        end += 1
    listed = (block for block in blocks[first + 1 : end] if block.block.kind != HEADING)
    entries = tuple(entry for block in listed for entry in _entries(article, block))
    return Paper((*blocks[:first], *blocks[end:]), entries)


def _entries(article: Article, block: Shown) -> Iterator[Reference]:
    at = 0
    for line in block.plain.split("\n"):
        start, at = at, at + len(line) + 1
        if _SHORTEST <= len(line) <= _LONGEST and _YEAR.search(line):
            yield _reference(article, block, line, start)


def _reference(article: Article, block: Shown, line: str, start: int) -> Reference:
    source = block.text.span(start, start + 1).start
    before = article.source[max(0, source - 12) : source]
    number = _OWN_NUMBER.search(line) or (_ITEM_NUMBER.search(before) if start == 0 else None)
    names = names_in(line)
    return Reference(
        block,
        start,
        start + len(line),
        int(number[1] or number[2]) if number else 0,
        names[0] if names else "",
        frozenset(names),
        frozenset(_YEAR.findall(line)),
    )


def names_in(text: str) -> list[str]:
    """The words with a capital letter, folded; initials are none."""
    found = [fold_case(each) for each in _NAME.findall(text)]
    return [each for each in found if len(each) > 1]


class Citation(NamedTuple):
    """A work named by author and year. Offsets are in the prose that is shown."""

    block: Shown
    start: int
    end: int
    names: tuple[str, ...]
    year: str
    sure: bool
    """Nothing but a citation is written like this ("et al.", "&")."""


_BRACKET = lazy(r"\(([^()\n]{6,400})\)")
_YEARS = rf"{YEAR}[a-z]?(?:,\s?(?:{YEAR}[a-z]?|[a-z](?!\w|\.))){{0,8}}"
_PART = lazy(rf"(?P<names>[^\d;]{{2,120}}?)(?P<comma>,)?\s(?P<years>{_YEARS})")
_CAPITAL = r"[^\W\d_a-z][\w'’-]{1,40}"
_TOLD = lazy(
    rf"(?<!\w)(?P<names>{_CAPITAL}(?:,?\s(?:&\s|[^\W\d_]{{1,3}}\s)?{_CAPITAL}){{0,2}}(?:\set\sal\.?)?)"
    rf"(?:['’]s)?\s\((?P<years>{YEAR})[a-z]?(?:[,:][^()]{{0,30}})?\)"
)
_SURE = lazy(r"\set\sal\b|\s&\s")


@analysis
def citations(article: Article) -> tuple[Citation, ...]:
    """The works that the text of a paper names by author and year."""
    found = paper(article)
    return tuple(each for block in (found.body if found else ()) for each in _cited(block))


def _cited(block: Shown) -> Iterator[Citation]:
    plain = block.plain
    if not _YEAR.search(plain):
        return
    for bracket in _BRACKET.finditer(plain):
        for part in _PART.finditer(plain, *bracket.span(1)):
            sure = bool(_SURE.search(part["names"]))
            if part["comma"] or sure:
                yield from _of(block, part, sure)
    for told in _TOLD.finditer(plain):
        yield from _of(block, told, bool(_SURE.search(told["names"])))


def _of(block: Shown, found: re.Match[str], sure: bool) -> Iterator[Citation]:
    names = tuple(names_in(found["names"]))
    for year in _YEAR.finditer(found["years"]) if names else ():
        yield Citation(block, found.start("names"), found.end("years"), names, year[0], sure)
