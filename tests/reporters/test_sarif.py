"""SARIF output against the schema of the standard, and what GitHub reads of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter.reporters.base import ReportOptions, Run
from tests.reporters import sample

SCHEMA = Path(__file__).parents[1] / "data" / "sarif-schema-2.1.0.json"


def log(run: Run, options: ReportOptions | None = None) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(sample.rendered("sarif", run, options))
    return parsed


@pytest.mark.parametrize("run", [sample.everything(), sample.clean(), Run([])])
def test_valid(run: Run) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(log(run))


def test_rules_are_all_that_ran() -> None:
    (run,) = log(sample.everything())["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert "repeated-word" in [rule["id"] for rule in rules]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_every_related_location_is_linked() -> None:
    for result in log(sample.everything())["runs"][0]["results"]:
        linked = [int(number) for number in re.findall(r"\]\((\d+)\)", result["message"]["text"])]
        assert linked == [related["id"] for related in result.get("relatedLocations", [])]


def test_columns_and_fingerprints() -> None:
    run = log(sample.everything())["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert all(list(result["partialFingerprints"]) == ["factlint/v1"] for result in run["results"])


def test_a_failed_file_is_told() -> None:
    (invocation,) = log(sample.everything())["runs"][0]["invocations"]
    assert not invocation["executionSuccessful"]
    (note,) = invocation["toolExecutionNotifications"]
    place = note["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "articles/broken.md"}


def test_addresses_are_escaped() -> None:
    result = log(sample.everything())["runs"][0]["results"][5]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "articles/scripts%2C%20odd%20%26%20100%25.txt"}


def test_brackets_in_a_label() -> None:
    report = sample.agency()
    other = sample.other(sample.AGENCY, "hurt", r"the [sic] a\b")
    found = sample.finding(report, "quote-mismatch", "Two wordings [1](2).", "bridge", (other,))
    report.findings = [found]
    (result,) = log(Run([report]))["runs"][0]["results"]
    assert result["message"]["text"] == r"Two wordings [1] (2). See [the \[sic\] a\\b](1)."
