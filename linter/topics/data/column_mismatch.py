"""A column or a row whose name says how others give it: points of wins and draws, a change, an average."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import fsum, isnan
from statistics import median

from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.data.figures import Figure
from linter.topics.data.labels import PART, labels
from linter.topics.data.sheets import Entry, Line, Sheet, computed, sheets

_ENGLISH = "en"
_FEWEST = 2
"""So many other rows have to keep what a column is called, other than by noughts."""
_BROKEN = 0.1
"""The share of the rows that may break it; one always may."""
_FEWEST_AVERAGED = 3
_MOST_OTHER = 4
"""Columns that have another average, which may be weighted."""
_TELLING = 10
"""An average by so many of what its last digit counts is not right by chance."""
_YEAR = lazy(r"(?:19|20)\d\d")
_CHANGE, _AVERAGE, _POINTS = "change", "average", "points"


class _Rule(NamedTuple):
    """A column by its name, and those that give it."""

    result: str
    parts: tuple[str, ...]
    value: Callable[..., float]


_RULES = (
    _Rule("played", ("won", "drawn", "lost"), lambda won, drawn, lost: won + drawn + lost),
    _Rule("difference", ("scored", "conceded"), lambda scored, conceded: scored - conceded),
    _Rule(_POINTS, ("won", "drawn"), lambda won, drawn: 3 * won + drawn),
    _Rule(_POINTS, ("won", "drawn"), lambda won, drawn: 2 * won + drawn),
)


class _Wrong(NamedTuple):
    entry: Entry
    computed: float
    parts: tuple[Entry, ...]


class ColumnMismatch(Check):
    """Computes league tables, changes of a year and averages, where other rows or columns keep them."""

    fields = frozenset({"stated", "computed", "name"})
    needs = ("tables.roles",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.tables:
            return
        code = language(article)
        for sheet in sheets(article):
            rows = [row for row in sheet.rows if labels(code).kind(row.label) == PART and row.has_figures]
            for line, found in (*_columns(sheet, rows, code), *_averages(sheet, rows, code)):
                yield Count("columns computed by what they are called")
                for wrong in found:
                    yield _alarm(line, wrong, code)


def _columns(sheet: Sheet, rows: Sequence[Line], code: str) -> Iterator[tuple[Line, list[_Wrong]]]:
    named = {_role(column.label, code): column for column in reversed(sheet.columns)}
    yield from _of_league(rows, named)
    years = [column for column in sheet.columns if _YEAR.fullmatch(column.label)]
    if _CHANGE in named and len(years) == 2:
        years.sort(key=lambda column: column.label)
        figures = [figure for row in rows if (figure := _figure(row.entries[named[_CHANGE].number]))]
        share = all(figure.is_percent for figure in figures) or "%" in named[_CHANGE].label
        wrong = _broken(rows, named[_CHANGE], years, _percent if share else lambda old, new: new - old)
        if wrong is not None:
            yield named[_CHANGE], wrong


def _of_league(rows: Sequence[Line], named: Mapping[str, Line]) -> Iterator[tuple[Line, list[_Wrong]]]:
    for rule in _RULES:
        if rule.result in named and all(part in named for part in rule.parts):
            parts = [named[part] for part in rule.parts]
            wrong = _broken(rows, named[rule.result], parts, rule.value)
            if wrong is not None:
                if rule.result != _POINTS:
                    yield named[rule.result], wrong
                    continue
                # points may be taken away
                yield named[rule.result], [each for each in wrong if _value(each.entry) > each.computed]
                break


def _percent(old: float, new: float) -> float:
    return 100 * (new - old) / old if old else float("nan")


def _broken(
    rows: Sequence[Line], result: Line, parts: Sequence[Line], value: Callable[..., float]
) -> list[_Wrong] | None:
    """The rows that break a rule, if enough others keep it."""
    wrong, kept = [], 0
    for row in rows:
        entry, given = row.entries[result.number], [row.entries[part.number] for part in parts]
        figures = [figure for each in given if (figure := _figure(each))]
        stated = _figure(entry)
        if entry is None or stated is None or len(figures) < len(parts):
            continue
        ends = [figure.interval if figure.step < 1 else (figure.value,) for figure in figures]
        values = [value(*corner) for corner in product(*ends)]
        if any(map(isnan, values)):
            continue
        if min(values) - stated.step <= stated.value <= max(values) + stated.step and (
            stated.step < 1 or len(set(values)) > 1 or stated.value in values or stated.is_percent
        ):
            kept += stated.value != 0
        else:
            exact = value(*(figure.value for figure in figures))
            wrong.append(_Wrong(entry, exact, tuple(each for each in given if each is not None)))
    allowed = max(1, int(_BROKEN * len(rows)))
    return wrong if kept >= _FEWEST and len(wrong) <= allowed else None


def _averages(sheet: Sheet, rows: Sequence[Line], code: str) -> Iterator[tuple[Line, list[_Wrong]]]:
    """The rows of averages that are plain ones in another column."""
    for row in sheet.rows:
        if _role(row.label, code) != _AVERAGE:
            continue
        above = [part for part in rows if part.number < row.number]
        right = 0
        other: list[tuple[_Wrong, list[float], Figure]] = []
        for column in sheet.columns:
            entry, stated = row.entries[column.number], _figure(row.entries[column.number])
            cells = [part.entries[column.number] for part in above]
            figures = [figure for cell in cells if (figure := _figure(cell))]
            if entry is None or stated is None or len(figures) < max(_FEWEST_AVERAGED, len(above)):
                continue
            values = [figure.value for figure in figures]
            mean = fsum(values) / len(values)
            if abs(mean - stated.value) <= stated.step:
                right += abs(stated.value) >= _TELLING * stated.step
            else:
                other.append((_Wrong(entry, mean, tuple(cell for cell in cells[:1] if cell)), values, stated))
        if right and len(other) <= _MOST_OTHER:
            wrong = [
                each for each, listed, told in other if not _is_other_average(listed, told, above, sheet)
            ]
            if len(wrong) == 1:
                yield row, wrong


def _is_other_average(values: Sequence[float], stated: Figure, above: Sequence[Line], sheet: Sheet) -> bool:
    """Whether it is the median, the mean of what is not nought, or weighted by another column."""
    means = [median(values), fsum(values) / (sum(value != 0 for value in values) or 1)]
    for column in sheet.columns:
        weights = [figure.value for part in above if (figure := _figure(part.entries[column.number]))]
        if len(weights) == len(values) and fsum(weights):
            means.append(fsum(a * b for a, b in zip(values, weights, strict=True)) / fsum(weights))
    return any(abs(mean - stated.value) <= stated.step for mean in means)


def _figure(entry: Entry | None) -> Figure | None:
    return entry.figure if entry is not None else None


def _value(entry: Entry) -> float:
    return entry.figure.value if entry.figure is not None else 0.0


def _role(label: str, code: str) -> str:
    return _roles(code).get(label.casefold().strip(" .:%()"), "")


@lru_cache(maxsize=16)
def _roles(code: str) -> Mapping[str, str]:
    codes = dict.fromkeys((_ENGLISH, code))
    return {
        word.casefold().strip(" ."): role
        for each in codes
        for role, words in speech(each).tables.roles.items()
        for word in words
    }


def _alarm(line: Line, wrong: _Wrong, code: str) -> Alarm:
    fields = {"stated": wrong.entry.written, "computed": computed(wrong.computed, code), "name": line.label}
    related = tuple(Related(part.span, message("one of the numbers")) for part in wrong.parts)
    return Alarm(wrong.entry.span, fields, related)
