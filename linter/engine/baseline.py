"""Known findings: a repository of old articles starts with them and only hears of new ones.

A baseline is a JSON file with one finding a line, sorted, so that two branches merge.
Findings are known by their fingerprint, which survives edits elsewhere in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.decode import reason
from linter.files import DATA, read_text
from linter.finding import FileReport, Finding
from linter.messages import message
from linter.namedtuples import NamedTuple


class BaselineError(Exception):
    """The file is not a baseline; the message says why."""


class Known(NamedTuple):
    """One line of a baseline. Only the fingerprint counts; the rest is for people."""

    path: str
    rule: str
    text: str
    fingerprint: str


def read_baseline(path: str) -> list[Known]:
    """The known findings. ``BaselineError`` if the file cannot be read as a baseline."""
    import json

    try:
        return [_known_of(entry) for entry in json.loads(read_text(path, most=DATA))]
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        advice = message("; 'factlint check --write-baseline {path}' writes it", path=path) if missing else ""
        told = message("{path}: cannot be read: {why}{advice}", path=path, why=reason(error), advice=advice)
        raise BaselineError(told) from None
    except (ValueError, TypeError, RecursionError) as error:
        raise BaselineError(message("{path}: is not a baseline: {why}", path=path, why=str(error))) from None


def _known_of(entry: object) -> Known:
    """One entry as written; ``ValueError`` if it is none."""
    found = [entry.get(name) for name in Known._fields] if isinstance(entry, dict) else []
    if not found or not all(isinstance(value, str) for value in found):
        raise ValueError(f"each entry needs the texts {', '.join(Known._fields)}")
    return Known(*map(str, found))


def write_baseline(path: str, reports: Iterable[FileReport]) -> int:
    """Write all findings as known ones and return how many they are. ``OSError`` if it cannot be written."""
    import json

    from linter.write import write_text

    known = sorted(_known(finding) for report in reports for finding in report.findings)
    lines = ",\n".join(json.dumps(entry._asdict(), ensure_ascii=False) for entry in known)
    write_text(path, f"[\n{lines}\n]\n" if known else "[]\n")
    return len(known)


def _known(finding: Finding) -> Known:
    text = " ".join(finding.text.split())
    return Known(finding.path.replace("\\", "/"), finding.rule, text[:80], finding.fingerprint)


def without_known(reports: Sequence[FileReport], known: Sequence[Known]) -> list[Known]:
    """Take the known findings out of the reports; return those that were not found any more."""
    prints = {entry.fingerprint for entry in known}
    found: set[str] = set()
    for report in reports:
        found |= {finding.fingerprint for finding in report.findings} & prints
        report.findings = [finding for finding in report.findings if finding.fingerprint not in prints]
    linted = {report.path.replace("\\", "/") for report in reports}
    return [entry for entry in known if entry.fingerprint not in found and entry.path in linted]
