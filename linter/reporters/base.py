"""What a report is made from, and the form of the function that writes one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from linter.finding import FileReport, Finding, Severity
from linter.messages import as_is
from linter.namedtuples import NamedTuple
from linter.typed import TextIO


class RuleInfo(NamedTuple):
    """What reports tell about a rule, in plain words; the layer above fills it from the rules."""

    id: str
    topic: str = ""
    severity: str = "warning"
    """``error``, ``warning`` or ``info``."""
    summary: str = ""
    """One line: why an editor should care."""
    help: str = ""
    """The whole explanation, in Markdown."""
    precision: str = ""
    """``very-high``, ``high``, ``medium``, ``low``, or nothing where it was not measured."""
    url: str = ""


def precision_word(true: int, alarms: int) -> str:
    """The word that code scanning sorts by, for ``true`` of ``alarms`` read by eye.

    The words are those of GitHub's ``properties.precision``; the bounds are ours.
    """
    if not alarms:
        return ""
    share = true / alarms
    bounds = ((0.95, "very-high"), (0.8, "high"), (0.5, "medium"))
    return next((word for bound, word in bounds if share >= bound), "low")


class Run(NamedTuple):
    """All that one run of the linter found, files and findings in their final order."""

    files: Sequence[FileReport]
    rules: Mapping[str, RuleInfo] = {}
    """The rules that were on."""
    version: str = ""
    root: str = ""
    """Absolute folder; paths below it are shown relative to it."""
    translate: Callable[[str], str] = as_is
    """Makes of a report's own words those of the reader's language."""
    language: str = "en"
    """The language that it is told in."""
    known: int = 0
    """How many findings a baseline has left out."""

    def findings(self) -> Iterator[Finding]:
        return (finding for report in self.files for finding in report.findings)

    def failures(self) -> Iterator[tuple[str, str]]:
        """Path and reason, for each file that could not be linted, or not by every rule."""
        return ((report.path, reason) for report in self.files for reason in report.failures)

    def rule(self, name: str) -> RuleInfo:
        """What is known about a rule; for one that the run does not know, its name."""
        return self.rules.get(name) or RuleInfo(name)

    def from_severity(self, floor: Severity) -> Run:
        """The run without the findings below a severity."""
        files = []
        for report in self.files:
            shown = [finding for finding in report.findings if finding.severity >= floor]
            files.append(report.with_findings(shown) if len(shown) < len(report.findings) else report)
        return self._replace(files=files)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity == severity for finding in self.findings())


class ReportOptions(NamedTuple):
    """How a report shall look. Nothing here changes what is reported."""

    color: bool = False
    width: int = 100
    """Columns of the terminal."""
    wrap: bool = False
    """Whether lines of text are broken at words where the terminal ends."""
    verbose: bool = False
    prefix: str = ""
    """What leads from the top of the repository to ``root``: ``site/`` if it was run in that folder.

    CI systems know files by their path in the repository.
    """
    folder: str = ""
    """Absolute folder that the report is written to; empty where that is not known."""
    editor_url: str = ""
    """Where a line of a page leads: an address with ``{path}`` or ``{file}``, and ``{line}``."""


Renderer = Callable[[Run, TextIO, ReportOptions], None]
"""Writes a report. It reads no environment, no clock and no file, and never fails on any text.

The stream takes all of Unicode; lone surrogates are never written to it.
"""
