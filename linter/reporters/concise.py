"""One line a finding: ``path:line:column: severity: message [rule]``, as editors and reviewdog read it."""

from __future__ import annotations

from linter.reporters.base import ReportOptions, Run
from linter.reporters.color import Painter
from linter.reporters.places import Item, items
from linter.reporters.visible import one_line, path_of_output
from linter.typed import TextIO


def title(item: Item, paint: Painter, label: str = "") -> str:
    """The line that stands for a finding; programs know the severity by its English name."""
    finding = item.finding
    line, column = item.start
    place = paint(f"{path_of_output(finding.path)}:{line}:{column}:", "path")
    severity = paint(f"{label or finding.severity.label}:", finding.severity.label)
    return f"{place} {severity} {one_line(finding.message)} {paint(f'[{finding.rule}]', 'dim')}"


def render(run: Run, out: TextIO, options: ReportOptions) -> None:
    paint = Painter(options.color)
    out.writelines(f"{title(item, paint)}\n" for item in items(run))
