"""Citations by number: one beyond the list, one that nobody cites, one that the text skips."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.languages import everywhere
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.science.formulas import Shown, shown
from linter.topics.science.references import Paper, paper

SKIPPED, UNCITED = "skipped", "uncited"
_BRACKET = lazy(r"(?<![=<>%])\[(?P<numbers>\d{1,3}(?:(?:\s?[,;-]\s?|\]\s?-\s?\[)\d{1,3}){0,30})\](?![(:])")
_PART = lazy(r"(\d{1,3})(?:\]?\s?-\s?\[?(\d{1,3}))?")
_FEWEST = 5
_USUAL = 0.8
"""So many of the numbers up to the greatest have to be cited for the others to be missing."""
_LONGEST_RANGE = 40


class Numbered(NamedTuple):
    """A number in brackets. Offsets are in the prose that is shown."""

    block: Shown
    start: int
    end: int
    number: int


class NumberedCitation(Check):
    """Reports numbers of citations that the list does not have or the text skips.

    Only where most numbers up to the greatest are cited, so that brackets are citations and no intervals.
    Variants: ``skipped``, ``uncited`` where the reference is there and nobody cites it.
    """

    fields = frozenset({"number", "last"})
    variants = frozenset({SKIPPED, UNCITED})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        taken = paper(article)
        body = taken.body if taken else shown(article)
        cited = [each for block in body if "[" in block.plain for each in numbers_in(block)]
        numbers = {each.number for each in cited}
        if len(numbers) < _FEWEST:
            return
        yield Count("numbers of citations looked at", len(numbers))
        last = _last_of_list(taken)
        if last:
            yield from _against_list(cited, numbers, last, taken)
        elif not article.path.endswith(".xml"):  # of which lists and tables may have been left out
            yield from _skipped(cited, numbers)


def numbers_in(block: Shown) -> Iterator[Numbered]:
    """The numbers that a block cites, those of ranges too."""
    for found in _BRACKET.finditer(block.plain):
        if _interval().search(block.plain, max(0, found.start() - 30), found.start("numbers")):
            continue
        for number, start, end in _parts(found):
            yield Numbered(block, start, end, number)


def _parts(found: re.Match[str]) -> list[tuple[int, int, int]]:
    """Each number in brackets with its place; none if they do not rise, as those of citations do."""
    parts: list[tuple[int, int, int]] = []
    for part in _PART.finditer(found.string, *found.span("numbers")):
        first, last = int(part[1]), int(part[2] or part[1])
        if not first or last < first or last - first > _LONGEST_RANGE:
            return []
        parts += [(number, *part.span()) for number in range(first, last + 1)]
    return parts


@cache
def _interval() -> re.Pattern[str]:
    return lazy(rf"(?<!\w)(?:{any_of(everywhere('science.interval'))})s?[^\w]{{0,4}}$|[=\u2208]\s?\[?$")


def _last_of_list(taken: Paper | None) -> int:
    """The number of the last reference, where each has the next number; 0 elsewhere."""
    numbers = [each.number for each in taken.references] if taken else []
    return len(numbers) if len(numbers) >= _FEWEST and numbers == [*range(1, len(numbers) + 1)] else 0


def _against_list(
    cited: list[Numbered], numbers: set[int], last: int, taken: Paper | None
) -> Iterator[Alarm]:
    if len([number for number in numbers if number <= last]) < _USUAL * last:
        return
    for each in cited:
        if each.number > last:
            fields = {"number": str(each.number), "last": str(last)}
            yield Alarm(each.block.text.span(each.start, each.end), fields)
    for reference in taken.references if taken else ():
        if reference.number not in numbers:
            place = reference.block.text.span(reference.start, reference.end)
            fields = {"number": str(reference.number), "last": str(last)}
            yield Alarm(place, fields, variant=UNCITED, severity=Severity.INFO)


def _skipped(cited: list[Numbered], numbers: set[int]) -> Iterator[Alarm]:
    last = max(numbers)
    if len(numbers) < _USUAL * last:
        return
    for number in range(1, last):
        if number not in numbers and (number == 1 or number - 1 in numbers):
            after = next(each for each in cited if each.number > number)
            place = after.block.text.span(after.start, after.end)
            fields = {"number": str(number), "last": str(last)}
            yield Alarm(place, fields, variant=SKIPPED, severity=Severity.INFO)
