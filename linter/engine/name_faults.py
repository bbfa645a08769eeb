"""Names in a configuration that no rule has, each at its place; asked for only where something is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from linter.decode import Problem, Reader
from linter.engine.config import named_path
from linter.files import Refused, read_text
from linter.nodes import Node
from linter.rules.model import Rule
from linter.rules.select import unknown_selectors
from linter.typed import Any

_LISTS = frozenset({"select", "extend-select", "ignore"})
_MAPPINGS = frozenset({"severity", "params"})


def located(problems: list[Problem], path: str, rules: Mapping[str, Rule]) -> list[Problem]:
    """Problems with names in a file, told with their places as far as these can be found."""
    if not path.endswith((".yaml", ".yml")):
        return problems
    reader = Reader(path)
    node = reader.parse(read_text(path))
    found = name_faults(node, reader, rules) if node is not None else []
    told = {problem.message for problem in found}
    return [*found, *(problem for problem in problems if problem.message not in told)]


def name_faults(node: Node, reader: Reader, rules: Mapping[str, Rule]) -> list[Problem]:
    """A problem for each name in the configuration that means no rule."""
    before = len(reader.problems)
    for name in _names(node):
        for told in unknown_selectors(rules, [name.value]):
            reader.complain(name, told)
    return reader.problems[before:]


def further_faults(node: Node, path: str) -> list[Problem]:
    """The names that mean no rule, in a configuration that cannot be used for another reason.

    Nothing where its own rules cannot be told: a name may be theirs.
    """
    from linter.rules.load import load_rules

    keys = {key.value: value for key, value in node.items()}
    listed = keys.get("rules", Node([]))
    folders: list[Any] = [each.value for each in listed.value] if listed.is_sequence else [None]
    if {"extends", "vale"} & keys.keys() or not all(isinstance(each, str) for each in folders):
        return []
    home = os.path.dirname(os.path.abspath(path))
    try:
        book = load_rules([named_path(each, home) for each in folders])
    except Refused:  # which was told
        return []
    if book.problems:
        return []
    reader = Reader(path, read_text(path))
    return name_faults(node, reader, book.rules)


def _names(node: Node) -> Iterator[Node]:
    for key, value in node.items():
        if key.value in _LISTS and value.is_sequence:
            yield from (each for each in value.value if isinstance(each.value, str))
        elif key.value in _MAPPINGS and value.is_mapping:
            yield from (each for each, _ in value.items())
        elif key.value == "overrides" and value.is_sequence:
            for each in value.value:
                yield from _names(each)
