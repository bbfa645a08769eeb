"""The place of a source that a finding is held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from linter.check import Alarm
from linter.finding import Related

if TYPE_CHECKING:
    from linter.topics.sources.material import Place
    from linter.topics.sources.translated import Deviation


def beside(alarm: Alarm, place: Place) -> Alarm:
    """The alarm with what the source says, as the field ``other`` and as a related place."""
    fields = {**alarm.fields, "other": " ".join(place.text.split())}
    return alarm._replace(fields=fields, related=(Related(place.span, "the source says", place.path),))


def deviating(found: Iterable[Deviation], field: str, variant: str) -> Iterator[Alarm]:
    """The alarms of what a translation has otherwise than its source, or beside it."""
    for each in found:
        alarm = Alarm(each.block.text.span(each.start, each.end), {field: each.text})
        yield beside(alarm._replace(variant=variant), each.near) if each.near else alarm
