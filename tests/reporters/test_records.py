"""The stable record: keys, their order, and text that is safe to read line by line."""

from __future__ import annotations

import json
from typing import Any

from linter.finding import FileReport, Finding, Related, Severity
from linter.reporters.base import Run
from linter.text import Span
from tests.reporters import sample

KEYS = [
    "path", "rule", "severity", "message", "start", "end", "line", "column", "end_line", "end_column",
    "text", "related", "suggestion", "fingerprint",
]  # fmt: skip


def records(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in sample.rendered("jsonl", run).splitlines()]


def test_keys_in_order() -> None:
    for record in records(sample.everything()):
        assert list(record) == KEYS
        for related in record["related"]:
            own = [key for key in related if key != "path"]
            assert own == ["start", "end", "line", "column", "label"]


def test_values() -> None:
    record = records(sample.everything())[1]
    assert record == {
        "path": "articles/footbridge.md",
        "rule": "weekday-mismatch",
        "severity": "warning",
        "message": "4 March 2025 was a Tuesday, not a Monday.",
        "start": sample.FOOTBRIDGE.index("Monday"),
        "end": sample.FOOTBRIDGE.index("Monday") + 20,
        "line": 6,
        "column": sample.FOOTBRIDGE.splitlines()[5].index("Monday") + 1,
        "end_line": 6,
        "end_column": sample.FOOTBRIDGE.splitlines()[5].index("Monday") + 21,
        "text": "Monday, 4 March 2025",
        "related": [{"start": 51, "end": 61, "line": 3, "column": 7, "label": "the date of the article"}],
        "suggestion": "Tuesday, 4 March 2025",
        "fingerprint": record["fingerprint"],
    }


def test_related_in_another_file() -> None:
    known, unknown = records(sample.everything())[3]["related"]
    assert (known["path"], known["line"], known["column"]) == ("sources/agency.txt", 1, 1)
    assert (unknown["path"], unknown["line"], unknown["column"]) == ("sources/archive.txt", None, None)


def test_positions_are_code_points() -> None:
    source = "𝒳 e\u0301 20XX"
    finding = Finding("a.txt", "placeholder-date", Severity.ERROR, "", Span(5, 9), "20XX")
    (record,) = records(Run([FileReport("a.txt", [finding], source)]))
    assert (record["start"], record["column"], record["end_column"]) == (5, 6, 10)


def test_one_record_a_line_whatever_the_text() -> None:
    text = "a\u2028b\u2029c\x85d\x1ce\nf"
    finding = Finding("a.txt", "r", Severity.ERROR, text, Span(0, 11), text, (Related(Span(0, 1), text),))
    run = Run([FileReport("a.txt", [finding], text)])
    assert len(sample.rendered("jsonl", run).splitlines()) == 1
    assert records(run)[0]["text"] == text


def test_json_holds_the_same_records_and_the_failures() -> None:
    document = json.loads(sample.rendered("json", sample.everything()))
    assert document["schema"] == "factlint/1"
    assert document["files"] == 5
    assert document["findings"] == records(sample.everything())
    assert [failure["path"] for failure in document["failures"]] == ["articles/broken.md"]
