"""Rules as plain data, to be kept between runs: all of a rule but its examples.

What is written as JSON and read again gives the same rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.finding import Severity
from linter.rules.model import Examples, Precision, Reading, Rule

_SEVERITY, _PRECISION, _EXAMPLES, *_TUPLES = map(
    Rule._fields.index, ("severity", "precision", "examples", "languages", "references")
)
"""Fields that are not as they are in JSON."""

PlainRule = Sequence[Any]


def plain_rule(rule: Rule) -> PlainRule:
    """The rule as a sequence."""
    values: list[Any] = list(rule)
    values[_SEVERITY] = int(rule.severity)
    values[_PRECISION] = _plain_precision(rule.precision)
    values[_EXAMPLES] = None
    return values


def rule_of(plain: PlainRule) -> Rule:
    """The rule of a sequence, without examples."""
    values = list(plain)
    values[_SEVERITY] = Severity(values[_SEVERITY])
    values[_PRECISION] = _precision(values[_PRECISION])
    values[_EXAMPLES] = Examples()
    for field in _TUPLES:
        values[field] = tuple(values[field])
    return Rule._make(values)


def _plain_precision(precision: Precision | None) -> list[Any] | None:
    if precision is None:
        return None
    readings = (precision.repositories, precision.press)
    return [*(reading and list(reading) for reading in readings), precision.note]


def _precision(plain: Sequence[Any] | None) -> Precision | None:
    if plain is None:
        return None
    repositories, press, note = plain
    return Precision(repositories and Reading(*repositories), press and Reading(*press), note)


def plain_rules(rules: dict[str, Rule]) -> list[PlainRule]:
    """Rules as a list of sequences."""
    return [plain_rule(rule) for rule in rules.values()]


def rules_of(plain: list[PlainRule]) -> dict[str, Rule]:
    """Rules from plain data, by id."""
    rules = map(rule_of, plain)
    return {rule.id: rule for rule in rules}
