"""Which lines of a table add up others, and where the sum is another than the one that is stated.

A line is taken for a total only because its numbers are sums: in other columns than the one that is doubted,
or, for a total at the end of each row, in most of the other rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from math import fsum, isclose
from operator import sub

from linter.analyses.numerals.intervals import Interval, rounded
from linter.namedtuples import NamedTuple
from linter.topics.data.digit_slips import is_slip
from linter.topics.data.figures import Figure
from linter.topics.data.labels import NO_SUM, OF_WHICH, PART, SUBTOTAL, TOTAL, Labels
from linter.topics.data.sheets import Entry, Line

_MOST_TOTALS = 12
"""So many lines of a table are tried as totals, the last ones."""
_MOST_BESIDE = 8
"""So many columns right before a total may be all that it adds up."""
_EXACT = 3
"""Where so many sums of bare whole numbers are right to the last digit, these were counted, not rounded."""
_TELLING = 10
"""A last row without a name is a total only by sums of so many of what their last digit counts."""
_NEAR = 0.34
"""A sum that is off by a larger share was one of something else, unless others support it."""
_YEARS = range(1800, 2101)
_NO_NUMBERS = "no numbers"


class Sum(NamedTuple):
    """A stated total beside the numbers that it is said to add up."""

    across: int
    """Which column of a row of totals it stands in, or which row of a column."""
    total: Entry
    parts: tuple[tuple[int, Entry], ...]
    """With the number of the line that each stands in."""
    stated: Figure
    added: float
    off: float
    """What is stated less what the parts add up to."""
    is_exact: bool
    """The numbers as they are written make the sum."""
    holds: bool
    """As far as rounding goes."""

    @property
    def is_count(self) -> bool:
        """Whether the numbers are whole and bare, as counts are."""
        figures = (self.stated, *(part.figure for _, part in self.parts if part.figure is not None))
        return all(each.step == 1 and not each.unit for each in figures)

    @property
    def is_telling(self) -> bool:
        """Whether it can hardly be right by chance."""
        return self.is_exact and abs(self.stated.value) >= _TELLING * self.stated.step


class Totalled(NamedTuple):
    """A line that adds up others."""

    line: Line
    right: tuple[Sum, ...]
    wrong: tuple[Sum, ...]
    doubtful: tuple[Sum, ...]
    """Neither right nor surely meant as sums."""


def row_totals(rows: Sequence[Line], columns: Sequence[Line], words: Labels) -> Iterator[Totalled]:
    """The rows that add up those above or below them."""
    yield from _totals(rows, columns, words, _is_sure_row, beside=False)


def column_totals(rows: Sequence[Line], columns: Sequence[Line], words: Labels) -> Iterator[Totalled]:
    """The columns that add up those beside them."""
    yield from _totals(columns, rows, words, _is_sure_column, beside=True)


def _is_sure_row(right: int, wrong: int, labelled: bool) -> bool:
    if not labelled:
        return right >= 2 * wrong and right > 1
    return right >= 2 * wrong or right == wrong == 1


def _is_sure_column(right: int, wrong: int, labelled: bool) -> bool:
    return right >= 3 and wrong <= max(1, right // 4)


def _totals(
    lines: Sequence[Line],
    across: Sequence[Line],
    words: Labels,
    is_sure: Callable[[int, int, bool], bool],
    beside: bool,
) -> Iterator[Totalled]:
    kinds = [words.kind(line.label) if line.has_figures else _NO_NUMBERS for line in lines]
    unsummed = {i for i, line in enumerate(across) if words.is_no_sum(line.label)}
    labelled = [i for i, kind in enumerate(kinds) if kind in (TOTAL, SUBTOTAL)]
    tried = labelled[-_MOST_TOTALS:]
    if not tried and not beside and kinds and kinds[-1] == PART:
        tried = [len(lines) - 1]
    for number in tried:
        options = [
            _sums(lines, number, parts, unsummed) for parts in dict.fromkeys(_options(kinds, number, beside))
        ]
        found = _best(lines[number], options)
        if found is None:
            if labelled and not beside:
                yield from _slipped(lines[number], options[0])
            continue
        right = found.right if labelled else [each for each in found.right if each.is_telling]
        if is_sure(len(right), len(found.wrong), bool(labelled)):
            yield found


def _slipped(line: Line, sums: list[Sum]) -> Iterator[Totalled]:
    """A total that stands alone and is what its parts add up to, but for a digit that slipped."""
    if len(sums) != 1 or len(sums[0].parts) < _EXACT or not sums[0].is_count:
        return
    if is_slip(f"{sums[0].stated.value:.0f}", f"{sums[0].added:.0f}"):
        yield Totalled(line, (), (sums[0],), ())


def _best(line: Line, options: list[list[Sum]]) -> Totalled | None:
    """The option under which most sums are right; what is right under any of them is not wrong."""
    right = [[each for each in sums if each.holds] for sums in options]
    if not any(right):
        return None
    best = max(range(len(options)), key=lambda i: (len(right[i]), -_strangeness(options[i])))
    explained = {each.across for sums in right for each in sums}
    wrong = [each for each in options[best] if each.across not in explained]
    counted = sum(each.is_exact and each.is_count for each in right[best]) >= _EXACT
    inexact = [each for each in right[best] if counted and each.is_count and not each.is_exact]
    wrong += inexact
    sure = [_was_meant(each, right[best]) for each in wrong]
    return Totalled(
        line,
        tuple(each for each in right[best] if each not in inexact),
        tuple(compress(wrong, sure)),
        tuple(each for each, is_sure in zip(wrong, sure, strict=True) if not is_sure),
    )


def _strangeness(sums: list[Sum]) -> float:
    """How far the stated totals are from their sums, each as a share of the larger, taken together."""
    return fsum(
        abs(each.off) / max(abs(each.stated.value), abs(each.added), each.stated.step) for each in sums
    )


def _options(kinds: Sequence[str], number: int, beside: bool) -> Iterator[tuple[int, ...]]:
    """What a total may add up: the lines since the last one, all above, the totals above, all below.

    Totals stand for the lines of their section: those since the last line without numbers, or the last total.
    """
    above = [i for i in range(number) if kinds[i] == PART]
    totals = [i for i in range(number) if kinds[i] in (TOTAL, SUBTOTAL)]
    breaks = [i for i in range(number) if kinds[i] not in (PART, OF_WHICH, NO_SUM)]
    since = breaks[-1] if breaks else -1
    behind = [i for i in range(number + 1, len(kinds)) if kinds[i] == PART]
    ends = next((i for i in range(number + 1, len(kinds)) if kinds[i] in (TOTAL, SUBTOTAL)), len(kinds))
    yield tuple(i for i in above if i > since)
    yield tuple(above)
    yield tuple(totals)
    if totals:
        yield tuple(sorted([totals[-1], *(i for i in above if i > totals[-1])]))
        yield _outermost(kinds[:number])
    yield tuple(i for i in behind if i < ends)
    yield tuple(behind)
    if beside:
        yield tuple(sorted([*above, *behind]))
        for count in range(2, min(_MOST_BESIDE, len(above)) + 1):
            yield tuple(above[-count:])


def _outermost(kinds: Sequence[str]) -> tuple[int, ...]:
    """The totals, and the lines that none of them adds up."""
    found: list[int] = []
    section: list[int] = []
    for i, kind in enumerate(kinds):
        if kind in (TOTAL, SUBTOTAL):
            found.append(i)
            section = []
        elif kind == PART:
            section.append(i)
        elif kind == _NO_NUMBERS:
            found += section
            section = []
    return tuple(sorted([*found, *section]))


def _sums(lines: Sequence[Line], number: int, parts: tuple[int, ...], unsummed: set[int]) -> list[Sum]:
    if len(parts) < 2:
        return []
    sums = (
        _sum(entry, across, [(i, part) for i in parts if (part := lines[i].entries[across])])
        for across, entry in enumerate(lines[number].entries)
        if entry is not None and entry.figure is not None
    )
    return [each for each in sums if each and (each.across not in unsummed or _is_whole(each.stated))]


def _sum(total: Entry, across: int, parts: list[tuple[int, Entry]]) -> Sum | None:
    """The sum of the parts, if they are numbers of one unit, more than one of them other than zero."""
    stated = total.figure
    figures = [part.figure for _, part in parts if part.figure is not None]
    if stated is None or len(figures) < len(parts) or sum(each.value != 0 for each in figures) < 2:
        return None
    units = {each.unit for each in figures} | {stated.unit}
    if len(units) > 2 or (len(units) == 2 and ("" not in units or "%" in units)):
        return None
    if stated.is_percent and not _is_whole(stated):
        return None
    added, goal = min((_added(figures, stated, sign) for sign in (1, -1)), key=lambda pair: abs(sub(*pair)))
    room = len(figures) * min(each.step for each in figures) / 2
    holds = Interval(added - room, added + room).overlaps(rounded(goal, stated.step))
    exact = isclose(added, goal, rel_tol=1e-12, abs_tol=stated.step * 1e-6)
    return Sum(across, total, tuple(parts), stated, added, goal - added, exact, holds)


def _added(figures: list[Figure], stated: Figure, sign: int) -> tuple[float, float]:
    """What the numbers add up to, and what is stated, with such a sign for numbers in brackets."""
    added = fsum(sign * each.value if each.bracketed else each.value for each in figures)
    return added, sign * stated.value if stated.bracketed else stated.value


def _is_whole(stated: Figure) -> bool:
    return abs(stated.value - 100) <= max(0.5, stated.step)


def _was_meant(each: Sum, right: list[Sum]) -> bool:
    """Whether a sum that does not come out was meant as one: no average, no count, no number of a year."""
    values = [part.figure.value for _, part in each.parts if part.figure is not None]
    stated = each.stated.value
    most = max(values)
    if (
        stated == 0
        or stated == len(values)
        or (stated <= most and (min(values) >= 0 or each.added > 2 * most))
    ):
        return False
    if all(value in _YEARS for value in values):
        return False
    if len(right) < _EXACT and abs(each.off) > _NEAR * max(abs(stated), abs(each.added)):
        return False
    return not _is_part_left_out(each, right)


def _is_part_left_out(each: Sum, right: list[Sum]) -> bool:
    """Whether the sum is right without one line, which adds nothing to the others either."""
    for line, part in each.parts:
        value = part.figure.value if part.figure is not None else 0.0
        if value and isclose(each.added - value, each.stated.value, rel_tol=1e-9):
            others = [other for one in right for number, other in one.parts if number == line]
            return not any(other.figure and other.figure.value for other in others)
    return False
