"""How a date slips when it is typed or copied: in its year, its month, or in the order of its numbers."""

from __future__ import annotations

from linter.analyses.exchanged import neighbours_exchanged
from linter.datetimes import date, timedelta

_NEW_YEAR = timedelta(days=3)
"""In January the old year is written on: the day may be off by these, too."""


def is_slip(one: date, other: date) -> bool:
    """Whether two dates that should be one differ as a slip does, and hardly as two events do.

    The same day in another year or month, day and month exchanged, two neighbouring figures exchanged.
    """
    if one == other:
        return False
    if one.year == other.year:
        same_day = one.day == other.day
        return same_day or (one.month, one.day) == (other.day, other.month) or _exchanged(one, other)
    if (one.month, one.day) == (other.month, other.day):
        return True
    return _is_old_year(*sorted((one, other))) or _exchanged(one, other)


def _is_old_year(old: date, new: date) -> bool:
    """Whether the first date has the year before that of the second, as in the first days of a year."""
    if new.month != 1 or new.year - old.year != 1:
        return False
    try:
        meant = old.replace(year=new.year)
    except ValueError:  # 29 February
        return False
    return abs(new - meant) <= _NEW_YEAR


def _exchanged(one: date, other: date) -> bool:
    """ "2018-10-03" and "2018-10-30"."""
    return neighbours_exchanged(f"{one:%Y%m%d}", f"{other:%Y%m%d}")
