"""The rules that run on a file, bound to their checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linter.check import Check, Setup
from linter.engine.guests import Filter
from linter.finding import Severity
from linter.rules.bind import bind
from linter.rules.model import Rule


class RuleSet:
    """The rules that run, each bound to its check when it is first needed."""

    def __init__(
        self,
        rules: Iterable[Rule],
        setup: Setup | None = None,
        severity: Mapping[str, Severity] | None = None,
        params: Mapping[str, dict[str, Any]] | None = None,
        known: Iterable[str] = (),
        filters: tuple[Filter, ...] = (),
    ) -> None:
        levels = severity or {}
        self.rules = tuple(
            rule._replace(severity=levels[rule.id]) if rule.id in levels else rule for rule in rules
        )
        self.known = frozenset(known) | {rule.id for rule in self.rules}
        """Every rule id that exists, on or off: what a suppression may name."""
        self.setup = setup or Setup()
        self.filters = filters
        """What takes findings away that comments of a guest silence."""
        self._params = params or {}
        self._checks: dict[str, Check] = {}

    def check(self, rule: Rule) -> Check:
        """The check of a rule. ``ValueError`` if its parameters are wrong."""
        found = self._checks.get(rule.id)
        if found is None:
            found = self._checks[rule.id] = bind(rule, self.setup, self._params.get(rule.id))
        return found

    def rule(self, rule_id: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == rule_id), None)
