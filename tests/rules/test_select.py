"""Which rules are on: ids, topics, globs, preview, info."""

from __future__ import annotations

from typing import Any

import pytest

from linter.finding import Severity
from linter.rules.model import Examples, Rule
from linter.rules.select import INFO, OTHER_PROFILE, PREVIEW, Selection, unknown_selectors


def rule(name: str, topic: str, **other: Any) -> Rule:
    values: dict[str, Any] = {"severity": Severity.WARNING, "status": "stable", **other}
    return Rule(
        id=name, topic=topic, path="", check="", message="", messages={}, rationale="", precision=None,
        languages=("all",), params={}, examples=Examples(), references=(), **values,
    )  # fmt: skip


RULES = {
    each.id: each
    for each in (
        rule("weekday-mismatch", "dates"),
        rule("date-format-mixed", "dates", severity=Severity.INFO),
        rule("age-arithmetic", "dates", status="preview"),
        rule("foreign-word", "language", severity=Severity.ERROR),
        rule("grim", "science", profile="science"),
        rule("exact-p", "science", profile="science", severity=Severity.INFO),
        rule("table-total", "data", profile="data"),
    )
}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, {"weekday-mismatch", "foreign-word"}),
        ({"preview": True}, {"weekday-mismatch", "foreign-word", "age-arithmetic"}),
        ({"select": ("dates",)}, {"weekday-mismatch", "date-format-mixed"}),
        ({"select": ("date*",)}, {"date-format-mixed"}),
        ({"select": ("all",)}, {*RULES} - {"age-arithmetic"}),
        ({"select": ("all",), "preview": True}, set(RULES)),
        ({"profiles": ("science",)}, {"weekday-mismatch", "foreign-word", "grim"}),
        ({"profiles": ("science",), "ignore": ("grim",)}, {"weekday-mismatch", "foreign-word"}),
        ({"profiles": ("science",), "select": ("dates",)}, {"weekday-mismatch", "date-format-mixed"}),
        ({"select": ("science",)}, {"grim", "exact-p"}),
        ({"extend": ("table-total",)}, {"weekday-mismatch", "foreign-word", "table-total"}),
        ({"select": ("age-arithmetic",)}, {"age-arithmetic"}),
        ({"extend": ("age-arithmetic",)}, {"weekday-mismatch", "foreign-word", "age-arithmetic"}),
        ({"extend": ("date-format-mixed",)}, {"weekday-mismatch", "foreign-word", "date-format-mixed"}),
        ({"ignore": ("dates",)}, {"foreign-word"}),
        ({"select": ("dates",), "ignore": ("date-format-mixed",)}, {"weekday-mismatch"}),
        ({"ignore": ("all",)}, set()),
    ],
)
def test_selection(options: dict[str, Any], expected: set[str]) -> None:
    assert {each.id for each in Selection(**options).of(RULES)} == expected


@pytest.mark.parametrize(
    ("status", "severity", "why"),
    [
        ("stable", Severity.WARNING, ""),
        ("stable", Severity.INFO, ""),
        ("preview", Severity.ERROR, PREVIEW),
    ],
)
def test_a_rule_of_ones_own_runs_unless_it_says_preview(status: str, severity: Severity, why: str) -> None:
    assert Selection().why_off(rule("ours", "ours", status=status, severity=severity, own=True)) == why


def test_why_a_rule_is_off() -> None:
    assert Selection().why_off(RULES["date-format-mixed"]) == INFO
    assert Selection().why_off(RULES["age-arithmetic"]) == PREVIEW
    assert Selection(profiles=("data",)).why_off(RULES["grim"]) == OTHER_PROFILE
    assert Selection(profiles=("science",)).why_off(RULES["exact-p"]) == INFO


def test_unknown_selectors_get_a_suggestion() -> None:
    assert unknown_selectors(RULES, ["dates", "foreign-*", "date"]) == [
        "no rule or topic 'date'; did you mean 'dates'?"
    ]
