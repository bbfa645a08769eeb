"""Rules as plain data, to be kept between runs: all of a rule but its examples.

What is written as JSON and read again gives the same rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.finding import Severity
from linter.rules.model import Examples, Precision, Reading, Rule

_SPECIAL = ("severity", "precision", "examples")
_NAMES = tuple(name for name in Rule._fields if name not in _SPECIAL)
_TUPLES = ("languages", "references")
"""Fields that JSON makes lists of."""

PlainRule = Sequence[Any]


def plain_rule(rule: Rule) -> PlainRule:
    """The rule as a sequence."""
    return (int(rule.severity), _plain_precision(rule.precision), *(getattr(rule, name) for name in _NAMES))


def rule_of(plain: PlainRule) -> Rule:
    """The rule of a sequence, without examples."""
    severity, precision, *values = plain
    named = dict(zip(_NAMES, values, strict=True))
    named.update((name, tuple(named[name])) for name in _TUPLES)
    return Rule(
        severity=Severity(severity),
        precision=_precision(precision),
        examples=Examples(),
        **named,
    )


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
