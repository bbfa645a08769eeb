"""The rules that run on a file, bound to their checks."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial

from linter.check import Check, Setup
from linter.engine.guests import Filter
from linter.engine.needs import NEEDS, NOTHING
from linter.finding import Severity
from linter.matching.signs import Signs, packed
from linter.rules.bind import bind, check_class, is_prepared
from linter.rules.model import Rule
from linter.rules.rulebook import Shortcuts
from linter.typed import Any


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
        shortcuts: Shortcuts | None = None,
    ) -> None:
        levels = severity or {}
        self.rules = tuple(
            rule._replace(severity=levels[rule.id], habit=False) if rule.id in levels else rule
            for rule in rules
        )
        """Whoever sets a severity has decided: then nothing is a habit."""
        self.known = frozenset(known) | {rule.id for rule in self.rules}
        """Every rule id that exists, on or off: what a suppression may name."""
        self.setup = setup or Setup()
        self.filters = filters
        """What takes findings away that comments of a guest silence."""
        self._params = params or {}
        self._shortcuts = shortcuts or Shortcuts()
        self._checks: dict[str, Check] = {}
        self._speaking: dict[str, tuple[Rule, ...]] = {}
        self._signs: dict[str, Signs] = {}

    @cached_property
    def polyglot(self) -> bool:
        """Whether every rule is meant for articles in any language, and looks at all of them alike."""
        return all(
            "all" in rule.languages and not check_class(rule.check).tells_signs() for rule in self.rules
        )

    @cached_property
    def of_guests(self) -> frozenset[str]:
        """The rules of other tools: no check of ours goes by the name of its module."""
        return frozenset(rule.id for rule in self.rules if rule.check.startswith("linter."))

    @cached_property
    def only_of_guests(self) -> bool:
        """Whether no rule of ours looks at an article; those that the engine asks itself do not."""
        return all(rule.id in self.of_guests or NEEDS.get(rule.check) == NOTHING for rule in self.rules)

    def speaking(self, language: str) -> tuple[Rule, ...]:
        """The rules that are meant for articles in a language."""
        found = self._speaking.get(language)
        if found is None:
            found = self._speaking[language] = tuple(rule for rule in self.rules if rule.speaks(language))
        return found

    def check(self, rule: Rule) -> Check:
        """The check of a rule. ``ValueError`` if its parameters are wrong."""
        found = self._checks.get(rule.id)
        if found is None:
            found = self._prepared(rule) or bind(rule, self.setup, self._params.get(rule.id))
            self._checks[rule.id] = found
        return found

    def _prepared(self, rule: Rule) -> Check | None:
        if rule.id in self._params or not is_prepared(rule.check):
            return None
        if self._kept(f"{rule.id} ") is None:
            return None
        return check_class(rule.check).of_prepared(partial(self._part, rule), self.setup)

    def _part(self, rule: Rule, name: str) -> Any:
        kept = self._kept(f"{rule.id} {name}")
        return bind(rule, self.setup).prepared()[name] if kept is None else marshal.loads(kept)

    @cached_property
    def _kept(self) -> Callable[[str], bytes | memoryview | None]:
        return self._shortcuts.prepared()

    def signs(self, code: str) -> Signs:
        """What articles in a language have to hold for the rules.

        Nothing is said of rules whose parameters the configuration changes: they look for themselves.
        """
        found = self._signs.get(code)
        if found is None:
            found = self._kept_signs(code) or Signs(self.packed_signs(code, filed=False), self._params, True)
            self._signs[code] = found
        return found

    def _kept_signs(self, code: str) -> Signs | None:
        """Those that were kept, if they are of rules that are on."""
        kept = Signs(self._shortcuts.signs(code), self._params) if self._shortcuts.signs else None
        return kept if kept and not kept.owners.isdisjoint(rule.id for rule in self.rules) else None

    def packed_signs(self, code: str, filed: bool = True) -> str:
        """The same, to be kept; to be used at once they need not be ``filed``."""
        known = {rule.id: self._signs_of(rule, code) for rule in self.speaking(code)}
        return packed({rule: signs for rule, signs in known.items() if signs is not None}, filed)

    def _signs_of(self, rule: Rule, code: str) -> Mapping[int, frozenset[str]] | None:
        try:
            return self.check(rule).signs(code) if check_class(rule.check).tells_signs() else None
        except ValueError:  # it is told of when the rule runs
            return None

    def rule(self, rule_id: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == rule_id), None)
