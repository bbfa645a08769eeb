"""Findings together with where they lie: the one way from offsets to lines and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.finding import Finding
from linter.messages import as_is, message, messages
from linter.namedtuples import NamedTuple
from linter.reporters.base import Run
from linter.reporters.visible import one_line
from linter.text import LineIndex, Position, Span

_SEVERITIES = messages("info", "warning", "error")


class Place(NamedTuple):
    """A span of a file. ``lines`` is missing for a file whose text the run does not have."""

    path: str
    span: Span
    lines: LineIndex | None
    label: str = ""
    within: str = ""
    """The same place as people count it, if they see no lines."""

    @property
    def start(self) -> Position | None:
        return self.lines.position(self.span.start) if self.lines else None

    @property
    def end(self) -> Position | None:
        """The position just behind the last character."""
        return self.lines.position(self.span.end) if self.lines else None

    def __str__(self) -> str:
        """``path:line:column``, or the path alone where the line is not known."""
        start = self.start
        return f"{self.path}:{start.line}:{start.column}" if start else self.path


class Item(NamedTuple):
    """A finding, the lines of its file, its first and last position, and the other places it speaks of."""

    finding: Finding
    lines: LineIndex
    others: tuple[Place, ...]
    translate: Callable[[str], str] = as_is

    @property
    def start(self) -> Position:
        return self.lines.position(self.finding.span.start)

    @property
    def end(self) -> Position:
        """The position just behind the last character."""
        return self.lines.position(self.finding.span.end)

    @property
    def severity(self) -> str:
        """The severity in the reader's language."""
        return self.translate(_SEVERITIES[self.finding.severity - 1])

    @property
    def advice(self) -> str:
        """The suggestion in words, on one line; empty if there is none."""
        if self.finding.suggestion is None:
            return ""
        text = one_line(self.finding.suggestion)
        return self.translate(
            message("suggestion: {text}", text=text) if text else message("suggestion: delete it")
        )

    @property
    def notes(self) -> list[str]:
        """The places and the suggestion in words, one line each, for formats that hold text alone."""
        places = [f"{place}: {place.label}" if place.label else str(place) for place in self.others]
        return [one_line(note) for note in [self.within, *places, self.advice] if note]

    @property
    def within(self) -> str:
        """Where the finding is as people count it; empty where they see lines."""
        return one_line(self.finding.within)

    def elsewhere(self, place: Place) -> bool:
        """Whether the place lies in another file than the finding."""
        return place.path != self.finding.path


def items(run: Run) -> Iterator[Item]:
    """The findings of a run in order, each with its places."""
    sources = {report.path: report.source for report in run.files if report.source}
    tables: dict[str, LineIndex] = {}

    def lines(path: str) -> LineIndex | None:
        if path not in tables and path in sources:
            tables[path] = LineIndex(sources[path])
        return tables.get(path)

    for finding in run.findings():
        others: tuple[Place, ...] = ()
        if finding.related:
            named = ((related.path or finding.path, related) for related in finding.related)
            others = tuple(
                Place(path, related.span, lines(path), related.label, related.within)
                for path, related in named
            )
        yield Item(finding, lines(finding.path) or LineIndex(""), others, run.translate)
