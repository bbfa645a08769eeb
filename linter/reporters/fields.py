"""The stable record of a finding, as JSON Lines and as one JSON document.

``jsonl`` writes one record a line and nothing else. ``json`` writes one object:

- ``schema``: the version of this form, ``factlint/1``; it changes when a key changes its meaning
- ``version``: the version of factlint
- ``files``: how many files were looked at
- ``known``: how many findings a baseline has left out
- ``findings``: the records, in order of path and place
- ``failures``: ``{"path", "message"}`` for each file that could not be linted, or not by every rule
"""

from __future__ import annotations

from linter.reporters.base import ReportOptions, Run
from linter.reporters.jsontext import dumps
from linter.reporters.places import Item, Place, items
from linter.typed import Any, TextIO

SCHEMA = "factlint/1"


def record(item: Item) -> dict[str, Any]:
    """The record of one finding.

    ``start`` and ``end`` are code-point offsets in the decoded file, the end exclusive;
    lines and columns count from 1, columns in code points. Of a file that is no text, as one of Word is, they
    count in what was taken out of it, a paragraph a line; ``within`` then tells the place in words.
    """
    finding = item.finding
    within = {"within": finding.within} if finding.within else {}
    return {
        "path": finding.path,
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": item.start.line,
        "column": item.start.column,
        "end_line": item.end.line,
        "end_column": item.end.column,
        "text": finding.text,
        "related": [_related(place, item.elsewhere(place)) for place in item.others],
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
        **within,
    }


def _related(place: Place, elsewhere: bool) -> dict[str, Any]:
    """The other place; it has a ``path`` only if it lies in another file.

    Line and column are null if the text of that file is not part of the run.
    """
    start = place.start
    found: dict[str, Any] = {"path": place.path} if elsewhere else {}
    within = {"within": place.within} if place.within else {}
    return found | {
        "start": place.span.start,
        "end": place.span.end,
        "line": start.line if start else None,
        "column": start.column if start else None,
        "label": place.label,
        **within,
    }


def render_jsonl(run: Run, out: TextIO, options: ReportOptions) -> None:
    out.writelines(f"{dumps(record(item))}\n" for item in items(run))


def render_json(run: Run, out: TextIO, options: ReportOptions) -> None:
    document = {
        "schema": SCHEMA,
        "version": run.version,
        "files": len(run.files),
        "known": run.known,
        "findings": [record(item) for item in items(run)],
        "failures": [{"path": path, "message": reason} for path, reason in run.failures()],
    }
    out.write(dumps(document, indent=2) + "\n")
