"""The tree of a file of settings or rules, whatever it is written in: values with their places."""

from __future__ import annotations

from linter.namedtuples import NamedTuple
from linter.typed import Any, TypeAlias, cast

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


class Node(NamedTuple):
    """A value with its place in the file; ``at`` is -1 where the place is not known.

    ``value`` is the raw text of a scalar, ``None`` for null, a list of nodes, or a list
    of (key, value) pairs of nodes.
    """

    value: Any
    at: int = -1

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.value, list) and bool(self.value) and type(self.value[0]) is tuple

    @property
    def is_sequence(self) -> bool:
        return isinstance(self.value, list) and not self.is_mapping

    def plain(self) -> Plain:
        """The value without places, all scalars as text."""
        if self.is_mapping:
            return {key.value: value.plain() for key, value in self.value}
        if self.is_sequence:
            return [item.plain() for item in self.value]
        return cast("Plain", self.value)

    def items(self) -> list[tuple[Node, Node]]:
        return self.value if self.is_mapping else []


def node_of(data: object) -> Node:
    """Plain data (from TOML, JSON or a cache) as a node without a place."""
    if isinstance(data, dict):
        return Node([(Node(str(key)), node_of(value)) for key, value in data.items()])
    if isinstance(data, list | tuple):
        return Node([node_of(item) for item in data])
    if isinstance(data, bool):
        return Node("true" if data else "false")
    return Node(data if data is None else str(data))
