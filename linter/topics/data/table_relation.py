"""A row of a table that breaks what all others keep: A + B = C, price × number = cost, wins and points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, permutations, product
from math import isnan

from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.data.figures import Figure
from linter.topics.data.labels import PART, TOTAL, Labels, labels
from linter.topics.data.sheets import Entry, Line, Sheet, computed, sheets
from linter.topics.numbers.reading.formatting import shortened

_FEWEST = 6
"""So many rows have to keep a relation that is not trivial in them."""
_MOST_ROWS = 400
_MOST_COLUMNS = 8
_SHARE_BROKEN = 0.1
"""Of the rows; where more break it, it is none."""
_VAGUE = 0.3
"""A result that may be so much off, by rounding alone, proves nothing."""


class _Kind(NamedTuple):
    """A way to compute a column from others."""

    shape: str
    """As a message shows it; ``a``, ``b`` and ``c`` are the columns that it is computed from."""
    places: int
    """From how many columns."""
    symmetric: bool
    value: Callable[..., float]
    is_trivial: Callable[[Sequence[float]], bool]


def _has_zero(values: Sequence[float]) -> bool:
    return 0 in values


def _has_unit(values: Sequence[float]) -> bool:
    return 0 in values or 1 in values


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else float("nan")


_KINDS = (
    _Kind("{a} + {b}", 2, True, lambda a, b: a + b, _has_zero),
    _Kind("{a} × {b}", 2, True, lambda a, b: a * b, _has_unit),
    _Kind("100 × {a} / {b}", 2, False, _percent, _has_zero),
    _Kind("{a} + {b} + {c}", 3, True, lambda a, b, c: a + b + c, _has_zero),
    _Kind("3 × {a} + {b}", 2, False, lambda a, b: 3 * a + b, _has_zero),
    _Kind("2 × {a} + {b}", 2, False, lambda a, b: 2 * a + b, _has_zero),
)


class _Broken(NamedTuple):
    """A row that breaks a relation."""

    row: int
    entry: Entry
    computed: float


class _Relation(NamedTuple):
    """What most rows keep."""

    kind: _Kind
    columns: tuple[int, ...]
    result: int
    kept: int
    broken: tuple[_Broken, ...]


class TableRelation(Check):
    """Looks for a column that others give in each row: a sum, a product, a share, points for wins and draws.

    A relation holds in six rows or more, in nine of ten, by numbers that prove it; the rows that break it are
    reported. Totals and lines that no sum makes are not looked at.
    """

    fields = frozenset({"relation", "stated", "computed", "rows"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.tables:
            return
        spoken = language(article)
        for sheet in sheets(article):
            blamed: set[int] = set()
            for found in _relations(sheet, labels(spoken)):
                yield Count("relations between columns")
                for broken in found.broken:
                    if broken.row not in blamed:
                        blamed.add(broken.row)
                        yield _alarm(sheet, found, broken, spoken)


def _relations(sheet: Sheet, words: Labels) -> Iterator[_Relation]:
    rows = [row for row in sheet.rows if words.kind(row.label) == PART and row.has_figures]
    if not _FEWEST <= len(rows) <= _MOST_ROWS:
        return
    columns = [column.number for column in sheet.columns if _is_numeric(column, rows)]
    if not 3 <= len(columns) <= _MOST_COLUMNS:
        return
    for kind in _KINDS:
        choose = combinations if kind.symmetric else permutations
        for chosen in choose(columns, kind.places):
            for result in columns:
                is_total = words.kind(sheet.columns[result].label) == TOTAL
                if result not in chosen and not is_total:
                    found = _relation(rows, kind, chosen, result)
                    if found is not None:
                        yield found


def _is_numeric(column: Line, rows: Sequence[Line]) -> bool:
    entries = [column.entries[row.number] for row in rows]
    return sum(entry is not None and entry.figure is not None for entry in entries) >= _FEWEST


def _relation(rows: Sequence[Line], kind: _Kind, columns: tuple[int, ...], result: int) -> _Relation | None:
    kept, seen, broken = 0, 0, []
    allowed = max(1, int(_SHARE_BROKEN * len(rows)))
    for row in rows:
        entry = row.entries[result]
        parts = [row.entries[column] for column in columns]
        figures = [part.figure for part in parts if part is not None and part.figure is not None]
        if entry is None or entry.figure is None or len(figures) < len(parts):
            continue
        value = kind.value(*(each.value for each in figures))
        if isnan(value):  # a share of nothing, whatever is stated
            continue
        seen += 1
        given = _given(kind, figures)
        if not given.overlaps(_stated(entry.figure)):
            broken.append(_Broken(row.number, entry, value))
            if len(broken) > allowed:
                return None
        elif not kind.is_trivial([each.value for each in figures]) and _proves(given, entry.figure):
            kept += 1
    if kept < max(_FEWEST - 1, (1 - 2 * _SHARE_BROKEN) * seen):
        return None
    return _Relation(kind, columns, result, kept, tuple(broken))


def _given(kind: _Kind, figures: Sequence[Figure]) -> Interval:
    """What the numbers of a row give, rounded as they may be; whole ones are taken as counted."""
    ends = (each.interval if each.step < 1 else (each.value,) for each in figures)
    values = [kind.value(*corner) for corner in product(*ends)]
    return Interval(min(values), max(values))


def _stated(figure: Figure) -> Interval:
    """What a result may stand for: rounded, or cut off after its last digit."""
    low, high = figure.interval
    return Interval(low, max(high, figure.value + figure.step)) if figure.is_percent else Interval(low, high)


def _proves(given: Interval, stated: Figure) -> bool:
    width = given.high - given.low + stated.step
    return width <= _VAGUE * max(abs(stated.value), stated.step)


def _alarm(sheet: Sheet, found: _Relation, broken: _Broken, code: str) -> Alarm:
    names = [_called(sheet.columns[column]) for column in (*found.columns, found.result)]
    formula = found.kind.shape.format(**dict(zip("abc", names, strict=False)))
    fields = {
        "relation": f"{formula} = {names[-1]}",
        "stated": broken.entry.written,
        "computed": computed(broken.computed, code),
        "rows": str(found.kept),
    }
    row = sheet.rows[broken.row]
    parts = (row.entries[column] for column in found.columns)
    related = tuple(Related(part.span, message("one of the numbers")) for part in parts if part is not None)
    return Alarm(broken.entry.span, fields, related)


def _called(line: Line) -> str:
    return (
        f"“{shortened(line.label)}”" if line.label else message("no. {number}", number=str(line.number + 1))
    )
