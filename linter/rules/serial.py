"""Rules as plain data, to be kept between runs: all of a rule but its examples.

What is written as JSON and read again gives the same rules. Long parameters may stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from linter.finding import Severity
from linter.rules.model import Examples, Precision, Reading, Rule
from linter.typed import Any

_SEVERITY, _PRECISION, _EXAMPLES, _PARAMS, *_TUPLES = map(
    Rule._fields.index, ("severity", "precision", "examples", "params", "languages", "references")
)
"""Fields that are not as they are in JSON."""
_LEVELS = {int(level): level for level in Severity.choices.values()}
_NO_EXAMPLES = Examples()

PlainRule = Sequence[Any]


class LaterParams(Mapping[str, Any]):
    """The parameters of a rule, read when somebody asks for them: in most runs nobody does."""

    def __init__(self, mark: str, read: Callable[[], Mapping[str, Any]]) -> None:
        self.mark = mark
        """Another one for other parameters."""
        self._read = read

    @cached_property
    def _params(self) -> Mapping[str, Any]:
        return self._read()

    def __getitem__(self, name: str) -> Any:
        return self._params[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._params)

    def __len__(self) -> int:
        return len(self._params)


def plain_rule(rule: Rule) -> PlainRule:
    """The rule as a sequence."""
    values: list[Any] = list(rule)
    if isinstance(rule.params, LaterParams):
        values[_PARAMS] = rule.params.mark
    values[_SEVERITY] = int(rule.severity)
    values[_PRECISION] = _plain_precision(rule.precision)
    values[_EXAMPLES] = None
    return values


def rule_of(plain: PlainRule) -> Rule:
    """The rule of a sequence, without examples."""
    values = list(plain)
    values[_SEVERITY] = _LEVELS[values[_SEVERITY]]
    values[_PRECISION] = _precision(values[_PRECISION])
    values[_EXAMPLES] = _NO_EXAMPLES
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
    return Precision(repositories and Reading._make(repositories), press and Reading._make(press), note)


def plain_rules(rules: dict[str, Rule]) -> list[PlainRule]:
    """Rules as a list of sequences."""
    return [plain_rule(rule) for rule in rules.values()]


def rules_of(
    plain: list[PlainRule], params: Callable[[str], Mapping[str, Any]] | None = None
) -> dict[str, Rule]:
    """Rules from plain data, by id; ``params`` reads those that stand elsewhere by the id of their rule."""
    rules = (rule_of(each) for each in plain)
    return {rule.id: _with_later(rule, params) if params else rule for rule in rules}


def _with_later(rule: Rule, params: Callable[[str], Mapping[str, Any]]) -> Rule:
    mark: object = rule.params
    if not isinstance(mark, str):
        return rule
    return rule._replace(params=LaterParams(mark, partial(params, rule.id)))
