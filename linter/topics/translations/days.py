"""Dates that stand in a passage of one version instead of others in the same passage of another."""

from __future__ import annotations

from collections.abc import Iterator

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates import DateMention
from linter.topics.dates.reading.model import Reading
from linter.topics.translations.alignment import Match
from linter.topics.translations.digits import plain_digits
from linter.topics.translations.figures import Figures, figures
from linter.topics.translations.pairs import Pair

_MOST = 2
"""More dates that differ in one passage are another text."""
_CLOCK = lazy(r"\d{1,2}[:h.]\d\d|\d\s?[ap]\.?m\b|\b[A-Z]{2,4}T\b|UTC|GMT")
"""With a time of day a date may be the one of another time zone."""


class OtherDay(NamedTuple):
    """A date of the first version where the other has another one."""

    match: Match
    mine: DateMention
    theirs: DateMention
    part: str
    """What differs: ``day``, ``month``, ``year`` or ``weekday``."""
    near: bool
    """Whether they are a day apart, as one moment may be in two time zones."""


def other_days(pair: Pair) -> Iterator[OtherDay]:
    """The dates that differ in one part between the versions of a pair."""
    mine, theirs = figures(pair.first), figures(pair.other)
    for match in pair.sure:
        one, other = mine[match.mine], theirs[match.theirs]
        if not one.days or not other.days:
            continue
        left, right = _left(one, other)
        if not 0 < len(left) == len(right) <= _MOST:
            continue
        passages = pair.passages(match)
        clock = any(_CLOCK.search(plain_digits(each.prose)) for each in passages)
        for a, b in zip(left, right, strict=True):
            part = _part(a, b)
            near = part in ("day", "weekday") and _neighbours(a, b)
            if part and not (clock and near):
                yield OtherDay(match, a, b, part, near and part == "day")


def _left(one: Figures, other: Figures) -> tuple[list[DateMention], list[DateMention]]:
    """The dates of each that the other has not, not even as numbers in another form."""
    left, rest = [], list(other.days)
    for mention in one.days:
        partner = next((each for each in rest if _same(mention, each)), None)
        if partner is None:
            left.append(mention)
        else:
            rest.remove(partner)
    return (
        [each for each in left if not _in_figures(each, other)],
        [each for each in rest if not _in_figures(each, one)],
    )


def _same(one: DateMention, other: DateMention) -> bool:
    """Whether two dates may be one; what one leaves open it does not deny."""
    if None not in (one.weekday, other.weekday) and one.weekday != other.weekday:
        return False
    return any(_agree(a, b) for a in one.readings for b in other.readings)


def _agree(one: Reading, other: Reading) -> bool:
    return all(a is None or b is None or a == b for a, b in zip(one, other, strict=True))


def _in_figures(mention: DateMention, other: Figures) -> bool:
    """Whether the other version has all numbers of a date, though not as this date."""
    said = {value for each in other.days for reading in each.readings for value in reading}
    loose = {value for value in other.all if isinstance(value, float)} - {
        float(value) for value in said if value is not None
    }
    return any(
        all(float(part) in loose for part in (reading.day, reading.year) if part is not None)
        for reading in mention.readings
    )


def _part(one: DateMention, other: DateMention) -> str:
    """The only part in which two dates differ; nothing if there are more, or none is certain."""
    if one.ambiguous or other.ambiguous or one.precision != other.precision:
        return ""
    a, b = one.readings[0], other.readings[0]
    parts = [name for name in ("year", "month", "day") if _differs(getattr(a, name), getattr(b, name))]
    shared = sum(None not in (x, y) and x == y for x, y in zip(a, b, strict=True))
    weekday = None not in (one.weekday, other.weekday) and one.weekday != other.weekday
    if not parts and weekday:
        return "weekday"
    return parts[0] if len(parts) == 1 and shared else ""


def _differs(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one != other


def _neighbours(one: DateMention, other: DateMention) -> bool:
    """Whether two dates are a day apart at most."""
    a, b = one.readings[0], other.readings[0]
    year = a.year or b.year or 2000
    first, second = a.on(a.year or year), b.on(b.year or year)
    return first is None or second is None or abs((first - second).days) <= 1
