"""Known findings: a repository of old articles starts with them and only hears of new ones.

A baseline is a JSON file with one finding a line, sorted, so that two branches merge.
Findings are known by their fingerprint, which survives edits elsewhere in the file. The path goes into it, so
that what is known of a file that is gone is looked for in others under its path: it may have been renamed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from linter.files import DATA, read_text
from linter.finding import FileReport, Finding, fingerprint
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.quoting import reason

Identity = Callable[[str], str]
"""Makes of a path the one that goes into fingerprints."""


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


class Written(NamedTuple):
    """What became of a baseline that was written: how many entries it has, and how many are gone."""

    known: int
    gone: int


def write_baseline(path: str, reports: Sequence[FileReport], identity: Identity) -> Written:
    """Write all findings as known ones, and keep what is known of files that are there and were not linted.

    ``OSError`` if it cannot be written.
    """
    import json

    from linter.write import write_text

    before = _there(path)
    linted = _paths(reports)
    kept = [entry for entry in before if entry.path not in linted and os.path.exists(entry.path)]
    rest = [report.with_findings(report.findings) for report in reports]
    gone = len(without_known(rest, before, identity))
    known = sorted({*map(_known, (each for report in reports for each in report.findings)), *kept})
    lines = ",\n".join(json.dumps(entry._asdict(), ensure_ascii=False) for entry in known)
    write_text(path, f"[\n{lines}\n]\n" if known else "[]\n")
    return Written(len(known), gone)


def _there(path: str) -> list[Known]:
    """What a file knows that is written anew; nothing if it is none yet, or none that can be read."""
    try:
        return read_baseline(path)
    except BaselineError:
        return []


def _known(finding: Finding) -> Known:
    return Known(finding.path.replace("\\", "/"), finding.rule, _text(finding), finding.fingerprint)


def _text(finding: Finding) -> str:
    return " ".join(finding.text.split())[:80]


def without_known(reports: Sequence[FileReport], known: Sequence[Known], identity: Identity) -> list[Known]:
    """Take the known findings out of the reports; return those that were not found any more.

    ``identity`` gives the path that goes into fingerprints.
    """
    prints = {entry.fingerprint for entry in known}
    found: set[str] = set()
    for report in reports:
        found |= {finding.fingerprint for finding in report.findings} & prints
        report.findings = [finding for finding in report.findings if finding.fingerprint not in prints]
    linted = _paths(reports)
    left = [entry for entry in known if entry.fingerprint not in found]
    lost = [entry for entry in left if entry.path not in linted and not os.path.exists(entry.path)]
    found = _take_out_renamed(reports, lost, identity) if lost else set()
    return [
        entry for entry in left if entry.path in linted or (entry in lost and entry.fingerprint not in found)
    ]


def _take_out_renamed(reports: Sequence[FileReport], lost: Sequence[Known], identity: Identity) -> set[str]:
    """Take out the findings that are known of files that are gone; return their fingerprints there."""
    from linter.engine.lint import surroundings

    names: dict[tuple[str, str], set[str]] = {}
    """By rule and text the paths of files that had such a finding."""
    for entry in lost:
        names.setdefault((entry.rule, entry.text), set()).add(entry.path)
    prints = {entry.fingerprint for entry in lost}
    found: set[str] = set()
    for report in reports:
        fresh = []
        for finding, around, ordinal in surroundings(report.findings, report.source):
            paths = sorted(names.get((finding.rule, _text(finding)), ()))
            there = (identity(path).replace("\\", "/") for path in paths)
            made = (fingerprint(finding.rule, path, finding.text, around, ordinal) for path in there)
            print_ = next((each for each in made if each in prints and each not in found), None)
            if print_ is None:
                fresh.append(finding)
            else:
                found.add(print_)
        report.findings = fresh
    return found


def _paths(reports: Iterable[FileReport]) -> set[str]:
    return {report.path.replace("\\", "/") for report in reports}
