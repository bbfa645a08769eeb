"""The place of a source that a finding is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.check import Alarm
from linter.finding import Related

if TYPE_CHECKING:
    from linter.topics.sources.material import Place


def beside(alarm: Alarm, place: Place) -> Alarm:
    """The alarm with what the source says, as the field ``other`` and as a related place."""
    fields = {**alarm.fields, "other": " ".join(place.text.split())}
    return alarm._replace(fields=fields, related=(Related(place.span, "the source says", place.path),))
