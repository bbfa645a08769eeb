"""All rules of a project, and where those stand that come with factlint."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.decode import Problem
from linter.namedtuples import NamedTuple
from linter.rules.model import Rule


class Shortcuts(NamedTuple):
    """What spares an article to read the rules that do not concern it, and to decode those that do."""

    signs: Callable[[str], str] | None = None
    """By language the signs of the rules that have some (:mod:`linter.matching.signs`)."""
    prepared: Callable[[], Mapping[str, bytes]] = dict
    """By the ids of rules their checks in the format of the cache, as they can be made at once."""


class RuleBook(NamedTuple):
    """All rules that could be loaded, by id, and what is wrong with the others."""

    rules: dict[str, Rule]
    problems: tuple[Problem, ...] = ()
    shortcuts: Shortcuts = Shortcuts()
