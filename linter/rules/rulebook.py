"""All rules of a project, and where those stand that come with factlint."""

from __future__ import annotations

from collections.abc import Callable

from linter.decode import Problem
from linter.namedtuples import NamedTuple
from linter.rules.model import Rule


def _nothing(rule: str) -> None:
    """Nothing is prepared of a rule."""


def _unprepared() -> Callable[[str], None]:
    """Gives what gives nothing; a function with a name, so that rules can be sent to other processes."""
    return _nothing


class Shortcuts(NamedTuple):
    """What spares an article to read the rules that do not concern it, and to decode those that do."""

    signs: Callable[[str], str] | None = None
    """By language the signs of the rules that have some (:mod:`linter.matching.signs`)."""
    prepared: Callable[[], Callable[[str], bytes | memoryview | None]] = _unprepared
    """Gives what gives by the id of a rule, a blank and a name what was prepared, as the cache has it."""


class RuleBook(NamedTuple):
    """All rules that could be loaded, by id, and what is wrong with the others."""

    rules: dict[str, Rule]
    problems: tuple[Problem, ...] = ()
    shortcuts: Shortcuts = Shortcuts()
