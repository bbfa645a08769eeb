"""A measure and its conversion that do not agree: "10 miles (61 km)"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import log10

from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.numbers.conversions.restatements import Restatement, restatements
from linter.topics.numbers.reading.formatting import shown
from linter.topics.numbers.reading.model import MEASURE, Quantity
from linter.topics.numbers.reading.units import IMPERIAL, OFFSETS, UNITS, Unit, in_base
from linter.topics.numbers.wording import words_of

_DATA = "data"
_EXACT = 0.005
"""How far off, as a share, a number may be but for its noughts."""
_NAMES = {"pound": "lb"}
_SUBUNITS = {"mm", "cm"}
"""Given both, they are of two things: 72 cm of snow are 82 mm of water."""
_HALF_OF = {10: 5.0, 5: 2.5}
_FEWEST_ROUND = 15
_LEAST_OVEN = 95.0
"""A greater number of degrees is a temperature, no difference of two."""
_OVEN = {"°C": (_LEAST_OVEN, {10: 5.0, 5: 2.5}), "°F": (200.0, {25: 10.0, 10: 5.0, 5: 2.5})}
"""From these values on temperatures are those of ovens, which are set in steps: "180 °C (350 °F)"."""
_DEGREES = 2.5
"""Degrees that a round temperature is off at most: 30 °C may be 85 °F, and never 96."""
_NEAR = 200
"""Characters in which it is told how many of something there are."""
_WHOLE = lazy(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w.,]?\d)|(?<![\w.,])\d{1,6}(?![\w.,]?\d)")
_CALENDAR = {"d", "week", "month", "year"}
"""Compared with each other only: a working day of seven hours, a day's march say something else."""


class ConversionParams(NamedTuple):
    """Parameters of the check."""

    tolerance: float = 0.03
    """How far off, as a share, a conversion may be beyond the rounding of both numbers."""


class Conversion(Check):
    """Compares each measure with the one that restates it, both as far as they were rounded.

    A unit of several sizes (mile, ton, gallon) is given the one that fits; degrees may be a
    temperature or a difference.
    """

    Params = ConversionParams
    fields = frozenset({"first", "second", "computed"})
    needs = ("units.names", "numbers.again")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for pair in restatements(article):
            if pair.first.kind == MEASURE:
                yield from self._judge(article, pair)

    def _judge(self, article: Article, pair: Restatement) -> Iterator[Alarm | Count]:
        first, second = pair.first, pair.second
        one, other = UNITS[first.unit], UNITS[second.unit]
        code = language(article)
        if not (_same_kind(pair, one, other, code) and _counts_alike(pair, one, other, code)):
            yield Count("measures restated in a unit of another kind")
            return
        yield Count("conversions checked")
        if all(self._is_right(each, one, other) for each in pair.ends):
            return
        if self._is_multiple(pair, one, other):
            yield Count("measures that an earlier number times the one before makes")
            return
        name = _NAMES.get(other.key, other.key)
        values = [shown(_converted(end.first.value, one, other), language(article)) for end in pair.ends]
        computed = message("{value} {unit}", value=values[0], unit=name)
        if len(values) > 1:
            computed = message("{first}\u2013{last} {unit}", first=values[0], last=values[-1], unit=name)
        label = message("{first} = {computed}", first=first.text, computed=computed)
        yield Alarm(
            pair.block.text.span(second.start, second.end),
            {"first": first.text, "second": second.text, "computed": computed},
            (Related(pair.block.text.span(first.start, first.end), label),),
        )

    def _is_multiple(self, pair: Restatement, one: Unit, other: Unit) -> bool:
        """Whether it is what so many make: "2,160 blocks, one each 10 seconds (about 6 hours)"."""
        said, again = pair.compared
        before = pair.block.text.prose[max(0, pair.first.start - _NEAR) : pair.first.start]
        numbers = (int(found.replace(",", "")) for found in _WHOLE.findall(before))
        return any(
            _agree(Interval(said.low * each, said.high * each), one, again, other, self.params.tolerance)
            for each in numbers
        )

    def _is_right(self, pair: Restatement, one: Unit, other: Unit) -> bool:
        said, again = pair.compared
        readings = product(_readings(pair.first, said), _readings(pair.second, again))
        return any(_agree(this, one, that, other, self.params.tolerance) for this, that in readings)


def _same_kind(pair: Restatement, one: Unit, other: Unit, code: str) -> bool:
    """Whether the second may say the first again: of its dimension and, without brackets, another system.

    "5 seconds or 20 minutes" are two; "120 seconds, or 2 minutes" are not.
    """
    if {one.key, other.key} == _SUBUNITS or one.dimension != other.dimension:
        return False
    if one.dimension == _DATA:  # units of 1000 and of 1024, bits and bytes: only noughts are sure
        return _noughts(pair, one, other)
    either = pair.between.strip() in ("/", *words_of(code).or_)
    return not either or (one.key in IMPERIAL) != (other.key in IMPERIAL)


def _counts_alike(pair: Restatement, one: Unit, other: Unit, code: str) -> bool:
    """Whether both are spans of days and longer in plain brackets, or none is."""
    calendar = {one.key, other.key} & _CALENDAR
    if not calendar:
        return True
    prose = pair.block.text.prose
    composite = _composite(code).search(prose, max(0, pair.first.start - 40), pair.first.start)
    return calendar == {one.key, other.key} and pair.between.strip() == "(" and not composite


def _noughts(pair: Restatement, one: Unit, other: Unit) -> bool:
    """Whether one of two exact numbers is ten, a hundred … times too great or too small, and nothing else."""
    first, second = pair.first, pair.second
    if not (first.exact and second.exact and first.value > 0 < second.value):
        return False
    ratios = (first.value * a / (second.value * b) for a, b in product(one.sizes, other.sizes))
    powers = [(round(log10(ratio)), ratio) for ratio in ratios]
    return all(power for power, _ in powers) and any(
        abs(ratio / 10.0**power - 1) < _EXACT for power, ratio in powers
    )


@lru_cache(maxsize=16)
def _composite(code: str) -> re.Pattern[str]:
    """Ends right before the second of two spans of time that are told together."""
    return lazy(rf"\d[^.;:!?\n]{{1,24}}(?:,|{any_of(words_of(code).and_)}) $")


def _readings(quantity: Quantity, interval: Interval) -> Iterator[Interval]:
    """A number as written, and as readers elsewhere would take a mark before its three digits."""
    yield interval
    value, scale = quantity.value, quantity.scale
    step = next((step for step in _HALF_OF if value % step == 0), 0)
    if scale == 1 and _FEWEST_ROUND <= value < 100 and step:  # "45 km (30 miles)"
        half = min(_HALF_OF[step], _DEGREES) if quantity.unit in _OVEN else _HALF_OF[step]
        yield Interval(interval.low - half, interval.high + half)
    least, steps = _OVEN.get(quantity.unit, (float("inf"), {}))
    if value >= least:
        room = next((half for step, half in steps.items() if value % step == 0), 0.0)
        yield Interval(interval.low - room, interval.high + room)
    if quantity.is_moot:
        factor = 0.001 if abs(quantity.value) >= 1000 * quantity.scale else 1000.0
        yield Interval(interval.low * factor, interval.high * factor)


def _converted(value: float, one: Unit, other: Unit) -> float:
    size = other.sizes[0]
    return (in_base(value, one, one.sizes[0]) - OFFSETS.get(other.key, 0.0)) / size


def _agree(first: Interval, one: Unit, second: Interval, other: Unit, tolerance: float) -> bool:
    """Whether some reading of both is the same amount."""
    small = one.dimension == "temperature" and first.low < _LEAST_OVEN
    readings = (False, True) if small else (False,)
    slack = 0.0 if one.dimension == "temperature" else tolerance
    return any(
        _based(first, one, size, difference).overlaps(_based(second, other, other_size, difference), slack)
        for size, other_size, difference in product(one.sizes, other.sizes, readings)
    )


def _based(interval: Interval, unit: Unit, size: float, difference: bool) -> Interval:
    return Interval(*(in_base(end, unit, size, difference) for end in interval))
