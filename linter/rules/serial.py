"""Rules as plain data, to be kept between runs: all of a rule but its examples."""

from __future__ import annotations

from typing import Any

from linter.finding import Severity
from linter.rules.model import Examples, Precision, Rule

_SPECIAL = ("severity", "precision", "examples")
_NAMES = tuple(name for name in Rule._fields if name not in _SPECIAL)

PlainRule = tuple[Any, ...]


def plain_rule(rule: Rule) -> PlainRule:
    """The rule as a tuple."""
    measured = rule.precision
    precision = measured and (measured.articles, measured.alarms, measured.true, measured.note)
    return (int(rule.severity), precision, *(getattr(rule, name) for name in _NAMES))


def rule_of(plain: PlainRule) -> Rule:
    """The rule of a tuple, without examples."""
    severity, precision, *values = plain
    return Rule(
        severity=Severity(severity),
        precision=precision and Precision(*precision),
        examples=Examples(),
        **dict(zip(_NAMES, values, strict=True)),
    )


def plain_rules(rules: dict[str, Rule]) -> list[PlainRule]:
    """Rules as plain data."""
    return [plain_rule(rule) for rule in rules.values()]


def rules_of(plain: list[PlainRule]) -> dict[str, Rule]:
    """Rules from plain data, by id."""
    rules = map(rule_of, plain)
    return {rule.id: rule for rule in rules}
