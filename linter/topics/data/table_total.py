"""A total in a table that is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.data.labels import Labels, labels
from linter.topics.data.sheets import Entry, Line, Sheet, computed, sheets, too_large
from linter.topics.data.totals import Sum, Totalled, column_totals, row_totals
from linter.topics.numbers.reading.formatting import shortened

_MOST_DOUBTED = 20
"""So many sums of rows, and of columns, are held against each other."""


class _Culprit(NamedTuple):
    """A number that alone is to blame for a wrong sum of its row and one of its column."""

    entry: Entry
    value: float
    """What would make both right."""
    sums: tuple[Sum, Sum]


class TableTotal(Check):
    """Adds up the rows and the columns of tables that have totals.

    A line is a total because its numbers are: those of other columns, or of other rows. Variants: ``row`` for
    the total of a row, ``cell`` for a number that spoils the total of its row and that of its column.
    """

    fields = frozenset({"stated", "computed", "line"})
    variants = frozenset({"row", "cell"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.tables:
            return
        spoken = language(article)
        if large := too_large(article):
            yield Count("tables too large to be checked", large)
        for sheet in sheets(article):
            yield from _judged(sheet, labels(spoken), spoken)


def _judged(sheet: Sheet, words: Labels, code: str) -> Iterator[Alarm | Count]:
    below = list(row_totals(sheet.rows, sheet.columns, words))
    behind = list(column_totals(sheet.rows, sheet.columns, words))
    checked = sum(len(each.right) + len(each.wrong) for each in (*below, *behind))
    if not checked:
        return
    yield Count("tables with totals")
    yield Count("totals checked", checked)
    blamed: set[int] = set()
    for culprit in _culprits(below, behind):
        if not blamed.intersection(map(id, culprit.sums)):
            blamed.update(map(id, culprit.sums))
            yield _alarm(culprit.entry, culprit.value, "", "cell", culprit.sums[0], code)
    for each in (*below, *behind):
        for wrong in each.wrong:
            if id(wrong) not in blamed:
                is_row = any(each is other for other in behind)
                line = sheet.rows[wrong.across] if is_row else sheet.columns[wrong.across]
                yield _alarm(wrong.total, wrong.added, _called(line), "row" if is_row else "", wrong, code)


def _culprits(below: list[Totalled], behind: list[Totalled]) -> Iterator[_Culprit]:
    """Where a wrong sum of a column and a wrong one of a row meet, and one number would right both."""
    downs = [each for row in below for each in (*row.wrong, *row.doubtful)]
    acrosses = [each for column in behind for each in (*column.wrong, *column.doubtful)]
    for down, across in product(downs[:_MOST_DOUBTED], acrosses[:_MOST_DOUBTED]):
        yield from _shared(down, across)


def _shared(down: Sum, across: Sum) -> Iterator[_Culprit]:
    """The number that stands in both sums."""
    mine = {id(entry): sign for sign, entry in _signed(down)}
    for sign, entry in _signed(across):
        other = mine.get(id(entry))
        if other is None or entry.figure is None:
            continue
        change = -sign * across.off
        if abs(change + other * down.off) < entry.figure.step / 2:
            yield _Culprit(entry, entry.figure.value + change, (down, across))


def _signed(sum_: Sum) -> Iterator[tuple[int, Entry]]:
    yield 1, sum_.total
    for _, part in sum_.parts:
        yield -1, part


def _called(line: Line) -> str:
    return shortened(line.label) or message("no. {number}", number=str(line.number + 1))


def _alarm(entry: Entry, value: float, line: str, variant: str, sum_: Sum, code: str) -> Alarm:
    fields = {"stated": entry.written, "computed": computed(value, code), "line": line}
    first, last = sum_.parts[0][1], sum_.parts[-1][1]
    related = tuple(
        Related(part.span, label)
        for part, label in ((first, message("the first of the numbers")), (last, message("the last of them")))
        if part is not entry
    )
    return Alarm(entry.span, fields, related, variant=variant)
