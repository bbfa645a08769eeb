"""What is said beside a report: the last line, the counts of each rule, what was not decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.finding import Severity
from linter.messages import Message, Number, message, plural, whole
from linter.reporters.base import Run
from linter.reporters.visible import one_line


def summary(run: Run) -> str:
    """One line: ``3 findings (1 error, 2 warnings) in 2 of 140 files.``"""
    failed = sum(bool(report.failures) for report in run.files)
    if failed and failed == len(run.files) and not any(report.findings for report in run.files):
        return run.translate(_unsure(failed))  # which is no success
    told = tally(run)
    return f"{told[0].upper()}{told[1:]} {extent(run)}"


def extent(run: Run) -> str:
    """``in 2 of 140 files.``, how many of them could not be checked, and how many findings were known."""
    found = sum(bool(report.findings) for report in run.files)
    failed = sum(bool(report.failures) for report in run.files)
    files = len(run.files)
    if found and files > 1:
        told = message(
            "in {found} of {number} files.", found=Number(f"{found}", f"{found:,}"), number=whole(files)
        )
    else:
        told = plural(files, "in {number} file.", "in {number} files.")
    further = [*([_unsure(failed)] if failed else []), *([_left_out(run.known)] if run.known else [])]
    return " ".join(run.translate(each) for each in (told, *further))


def _left_out(known: int) -> Message:
    return plural(
        known,
        "The baseline leaves out {number} known finding.",
        "The baseline leaves out {number} known findings.",
    )


def _unsure(failed: int) -> Message:
    return plural(
        failed, "{number} file could not be checked fully.", "{number} files could not be checked fully."
    )


def tally(run: Run) -> str:
    """``3 findings (1 error, 2 warnings)``; ``no findings``."""
    counts = [(label, run.count(level)) for label, level in reversed(Severity.choices.items())]
    number = sum(count for _, count in counts)
    if not number:
        return run.translate(message("no findings"))
    parts = ", ".join(run.translate(severities(label, count)) for label, count in counts if count)
    return f"{run.translate(findings(number))} ({parts})"


def findings(number: int) -> Message:
    """``1 finding``, ``2,000 findings``."""
    return plural(number, "{number} finding", "{number} findings")


def severities(label: str, number: int) -> Message:
    """``1 error``, ``2 warnings``, ``3 info``."""
    if label == "error":
        return plural(number, "{number} error", "{number} errors")
    if label == "warning":
        return plural(number, "{number} warning", "{number} warnings")
    return plural(number, "{number} info", "{number} info")


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2,000 files``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def statistics(run: Run) -> str:
    """The number of findings of each rule, most first, one rule a line."""
    counts = Counter((finding.rule, finding.severity) for finding in run.findings())
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0][0], -each[0][1]))
    digits = len(str(max(counts.values(), default=0)))
    return "\n".join(f"{count:>{digits}}  {severity.label:<7}  {rule}" for (rule, severity), count in ordered)


def account(run: Run) -> str:
    """What each rule looked at and could not decide, one rule a line: silence is not approval.

    A rule that looked at nothing has no line.
    """
    sums: dict[str, Counter[str]] = {}
    for report in run.files:
        for rule, counts in report.counts.items():
            sums.setdefault(rule, Counter()).update(counts)
    return "\n".join(_account({rule: counts for rule, counts in sums.items() if any(counts.values())}))


def _account(sums: dict[str, Counter[str]]) -> Iterator[str]:
    size = max((len(rule) for rule in sums), default=0)
    for rule, counts in sorted(sums.items()):
        told = ", ".join(f"{number:,} {one_line(what)}" for what, number in counts.items())
        yield f"{rule:<{size}}  {told}"
