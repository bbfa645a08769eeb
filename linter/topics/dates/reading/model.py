"""What a date in a text is known to say."""

from __future__ import annotations

from collections.abc import Mapping

from linter.datetimes import date
from linter.namedtuples import NamedTuple
from linter.text import Span

OLDEST = 122
"""The greatest age that is documented: Jeanne Calment, 1875 to 1997."""
HARDLY_OLDER = 110
"""Of the few who grew older texts tell little else: a greater number beside a person counts something."""

WRITTEN = "written"
"""With the name of a month: "4 March", "March 4, 2025"."""
MONTH = "month"
"""A month and its year: "March 2025"."""
NUMERIC = "numeric"
"""In figures: "04/03/2025"."""
ISO = "iso"
"""Year first, in figures: "2025-03-04"."""
WEEKDAY_DAY = "weekday-day"
"""A weekday and the number of a day: "Tuesday (4)"."""


_NOWHERE = Span(0, 0)


class Reading(NamedTuple):
    """One way to understand a date; what the text does not say is missing."""

    year: int | None
    month: int | None
    day: int | None

    def exists(self) -> bool:
        """Whether the calendar has the date; a year that is not known counts as a leap year."""
        return self.on(2000 if self.year is None else self.year) is not None

    def on(self, year: int) -> date | None:
        """The date of the reading in a year, or nothing if there is none."""
        month = 1 if self.month is None else self.month
        day = 1 if self.day is None else self.day
        try:
            return date(year, month, day)
        except ValueError:
            return None


class Place(NamedTuple):
    """A part of a date in the prose."""

    start: int
    end: int


class DateMention(NamedTuple):
    """A date at ``prose[start:end]`` of one block, with the weekday that stands beside it."""

    start: int
    end: int
    text: str
    kind: str
    readings: tuple[Reading, ...]
    """All readings that the order of the numbers allows; one for a written date."""
    weekday: int | None = None
    """As the text says it, from Monday as 0."""
    places: Mapping[str, Place] = {}
    """Where ``weekday``, ``day``, ``month`` and ``year`` stand, as far as they are written here."""
    borrowed: frozenset[str] = frozenset()
    """What the date takes from the one it is joined to ("3" of "3 to 5 March 2025")."""
    joined: str = ""
    """The word or dash that joins it to the date before it: ``to`` for a range, ``and`` for a list."""
    block: int = 0
    """Number of the block in the article."""
    span: Span = _NOWHERE
    """Where the date stands in the source."""
    quoted: bool = False
    unreal: bool = False
    """The sentence speaks about a date that is not or may not be one."""

    @property
    def year(self) -> int | None:
        return self._common("year")

    @property
    def month(self) -> int | None:
        return self._common("month")

    @property
    def day(self) -> int | None:
        return self._common("day")

    @property
    def precision(self) -> str:
        """The smallest unit that is said: ``day``, ``month`` or ``year``."""
        reading = self.readings[0]
        return "day" if reading.day is not None else "month" if reading.month is not None else "year"

    @property
    def ambiguous(self) -> bool:
        return len(self.readings) > 1

    def _common(self, part: str) -> int | None:
        """A part that all readings agree on."""
        values = {getattr(reading, part) for reading in self.readings}
        value: int | None = values.pop() if len(values) == 1 else None
        return value
