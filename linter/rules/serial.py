"""Rules as plain data, to be kept between runs: all of a rule but its examples.

What is written as JSON and read again gives the same rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.finding import Severity
from linter.rules.model import Examples, Precision, Rule

_SPECIAL = ("severity", "precision", "examples")
_NAMES = tuple(name for name in Rule._fields if name not in _SPECIAL)
_TUPLES = ("languages", "references")
"""Fields that JSON makes lists of."""

PlainRule = Sequence[Any]


def plain_rule(rule: Rule) -> PlainRule:
    """The rule as a sequence."""
    measured = rule.precision
    precision = measured and (measured.articles, measured.alarms, measured.true, measured.note)
    return (int(rule.severity), precision, *(getattr(rule, name) for name in _NAMES))


def rule_of(plain: PlainRule) -> Rule:
    """The rule of a sequence, without examples."""
    severity, precision, *values = plain
    named = dict(zip(_NAMES, values, strict=True))
    named.update((name, tuple(named[name])) for name in _TUPLES)
    return Rule(
        severity=Severity(severity),
        precision=precision and Precision(*precision),
        examples=Examples(),
        **named,
    )


def plain_rules(rules: dict[str, Rule]) -> list[PlainRule]:
    """Rules as a list of sequences."""
    return [plain_rule(rule) for rule in rules.values()]


def rules_of(plain: list[PlainRule]) -> dict[str, Rule]:
    """Rules from plain data, by id."""
    rules = map(rule_of, plain)
    return {rule.id: rule for rule in rules}
