"""The place of a source that a finding is held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.check import Alarm
from linter.finding import Related, Severity
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.topics.sources.material import Place
    from linter.topics.sources.translated import Deviation


def beside(alarm: Alarm, place: Place | None) -> Alarm:
    """The alarm with what the source says, if it does, as the field ``other`` and as a related place."""
    if place is None:
        return alarm
    fields = {**alarm.fields, "other": " ".join(place.text.split())}
    return alarm._replace(fields=fields, related=(Related(place.span, "the source says", place.path),))


def deviating(found: Iterable[Deviation], field: str, variant: str) -> Iterator[Alarm]:
    """The alarms of what a translation has otherwise than its source, or beside it.

    None is an error: 32 of 37 that were read are true, which is less than the 95 % of an error.
    """
    for each in found:
        span = each.block.text.span(each.start, each.end)
        told = variant if each.near else ""
        yield beside(Alarm(span, {field: each.text}, severity=Severity.WARNING, variant=told), each.near)
