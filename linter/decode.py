"""From YAML (or plain data) to records (named tuples or dataclasses), with every problem at its place.

The declared type of a field decides how its text is read, so YAML's own type guessing
(``no``, ``12:30``, ``2024-02-30``) never bites. All problems of a file are collected:
one bad key does not hide the next.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Mapping
from functools import cache
from math import isfinite

from linter.messages import Message, message, messages
from linter.namedtuples import NamedTuple
from linter.nodes import Node
from linter.quoting import quoted, shortened, suggestion
from linter.text import LineIndex
from linter.typed import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias


class Problem(NamedTuple):
    """What is wrong with a rule or configuration file, and where (line 0: the file as a whole)."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return str(self.told)

    @property
    def told(self) -> Message:
        """Place and message."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return message("{place}: {problem}", place=place, problem=self.message)


def key_of(name: str) -> str:
    """The key in a file that stands for a field: kebab-case; ``from_`` is ``from``."""
    return name.rstrip("_").replace("_", "-")


REQUIRED: Any = object()
"""The default of a field that has none."""


def _whole(text: str) -> int:
    """Of digits as YAML has them: ``int`` takes underscores, blanks and those of other scripts as well."""
    if not (text.isascii() and text.removeprefix("-").isdigit()):
        raise ValueError
    return int(text)


if TYPE_CHECKING:
    Natural: TypeAlias = int
else:

    class Natural:
        """A whole number that is not negative."""

        expected: ClassVar[str] = messages("a whole number, 0 or more")[0]

        def __new__(cls, text: str) -> int:
            if text.startswith("-"):
                raise ValueError
            return _whole(text)


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError
    return number


_SCALARS: dict[Any, Callable[[str], Any]] = {
    int: _whole,
    float: _finite,
    bool: {"true": True, "false": False}.__getitem__,
}
"""How the text of a value is read, by its type; any other type reads it itself."""


def is_record(kind: Any) -> bool:
    """Whether a type is a named tuple or a dataclass."""
    return hasattr(kind, "_field_defaults") or hasattr(kind, "__dataclass_fields__")


def defaults_of(record: type[Any]) -> dict[str, Any]:
    """The fields of a record in order, each with its default or ``REQUIRED``."""
    if hasattr(record, "_field_defaults"):
        return {name: record._field_defaults.get(name, REQUIRED) for name in record._fields}
    from dataclasses import MISSING, fields

    return {
        each.name: each.default
        if each.default is not MISSING
        else each.default_factory()
        if each.default_factory is not MISSING
        else REQUIRED
        for each in fields(record)
    }


@cache
def _keys(record: Any) -> dict[str, tuple[str, bool]]:
    """The fields of a record by their keys in a file, each with whether it has to be there."""
    return {key_of(name): (name, default is REQUIRED) for name, default in defaults_of(record).items()}


def hints_of(kind: Any) -> dict[str, Any]:
    """The types of the fields of a record."""
    return {name: _hint(kind, name) for name in defaults_of(kind)}


def parts_of(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a type was made with, such as ``tuple``, ``Literal`` or ``|``, and of what."""
    origin = types.UnionType if isinstance(kind, types.UnionType) else getattr(kind, "__origin__", None)
    return origin, getattr(kind, "__args__", ())


@cache
def _hint(kind: type[Any], name: str) -> Any:
    """The type of a field, worked out when a file has the field: to do that takes longer than to read it."""
    owner = next(each for each in kind.__mro__ if name in vars(each).get("__annotations__", ()))
    return eval(owner.__annotations__[name], vars(sys.modules[owner.__module__]))


class Reader:
    """Decodes the nodes of one file and collects its problems."""

    def __init__(self, path: str, source: str = "") -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._lines = LineIndex(source) if source else None

    def complain(self, node: Node, message: str) -> None:
        """Note a problem at the place of ``node``."""
        if self._lines is None or node.at < 0:
            self.problems.append(Problem(self.path, 0, 0, message))
        else:
            self.problems.append(Problem(self.path, *self._lines.position(node.at), message))

    def parse(self, source: str) -> Node | None:
        """The root node of YAML text; nothing (and a problem) where it is not YAML."""
        from linter.yaml_tree import NotYaml, read_tree

        self._lines = LineIndex(source)
        try:
            tree = read_tree(source)
        except NotYaml as error:
            self.complain(Node(None, error.at), str(error))
            return None
        for node, fault in tree.faults:
            self.complain(node, fault)
        return tree.root or Node(None, 0)

    # -- by type -------------------------------------------------------------------------

    def decode(self, node: Node, kind: Any, where: str = "") -> Any:
        """``node`` read as ``kind``; a problem and ``None`` where it cannot be."""
        if kind is str and isinstance(node.value, str):  # most are
            return node.value
        return self._decoded(node, kind, where)

    def _decoded(self, node: Node, kind: Any, where: str) -> Any:
        origin, args = parts_of(kind)
        if origin is types.UnionType:
            return self._union(node, args, where)
        if origin is Literal:
            return self._choice(node, {str(choice): choice for choice in args}, where)
        if origin is tuple:
            return self._sequence(node, args[0], where)
        if origin in (dict, Mapping):
            return self._mapping(node, args[1], where)
        if is_record(kind):
            return self.record(node, kind, where)
        choices = getattr(kind, "choices", None)
        if choices is not None:
            return self._choice(node, choices, where)
        return self._scalar(node, kind, where)

    def _union(self, node: Node, kinds: tuple[Any, ...], where: str) -> Any:
        if node.value is None and type(None) in kinds:
            return None
        kinds = tuple(kind for kind in kinds if kind is not type(None))
        if kinds[0] is str and isinstance(node.value, str):
            return node.value
        wants_mapping = [kind for kind in kinds if is_record(kind)]
        if node.is_mapping and wants_mapping:
            return self.record(node, wants_mapping[0], where)
        rest = [kind for kind in kinds if kind not in wants_mapping]
        wanted: object = dict if node.is_mapping else tuple if node.is_sequence else None
        rest.sort(key=lambda kind: parts_of(kind)[0] != wanted)
        return self.decode(node, rest[0] if rest else kinds[0], where)

    def _expected(self, node: Node, where: str, expected: str) -> None:
        mapping, sequence, nothing = map(message, messages("a mapping", "a list", "nothing"))
        got = mapping if node.is_mapping else sequence if node.is_sequence else quoted(node.value)
        got = nothing if node.value is None else got
        told = message("expected {expected}, found {found}", expected=expected, found=got)
        self._complain_of(node, where, told)

    def _complain_of(self, node: Node, where: str, told: str) -> None:
        self.complain(node, message("{where}: {problem}", where=where, problem=told) if where else told)

    def _choice(self, node: Node, choices: dict[str, Any], where: str) -> Any:
        if isinstance(node.value, str) and node.value in choices:
            return choices[node.value]
        self._expected(node, where, message("one of {choices}", choices=", ".join(choices)))
        return None

    def _sequence(self, node: Node, kind: Any, where: str) -> Any:
        if not node.is_sequence:
            self._expected(node, where, message("a list"))
            return ()
        return tuple(self.decode(item, kind, f"{where}[{i}]") for i, item in enumerate(node.value))

    def _mapping(self, node: Node, kind: Any, where: str) -> Any:
        if not node.is_mapping and node.value not in (None, []):
            self._expected(node, where, message("a mapping"))
            return {}
        prefix = f"{where}." if where else ""
        return {
            key.value: value.plain()
            if kind is object
            else self.decode(value, kind, prefix + shortened(key.value))
            for key, value in node.items()
        }

    def _scalar(self, node: Node, kind: Any, where: str) -> Any:
        if kind is object:
            return node.plain()
        try:
            if not isinstance(node.value, str):
                raise ValueError
            return _SCALARS.get(kind, kind)(node.value)
        except (ValueError, KeyError):
            texts = map(message, messages("text", "a whole number", "a number", "true or false"))
            names: dict[Any, str] = dict(zip((str, int, float, bool), texts, strict=True))
            self._expected(node, where, names.get(kind) or message(kind.expected))
            return None

    def record(self, node: Node, kind: Any, where: str = "") -> Any:
        """A mapping read as a record; keys are the kebab-case of its field names."""
        if not node.is_mapping and node.value not in (None, []):
            self._expected(node, where, message("a mapping"))
            return None
        before = len(self.problems)
        keys = _keys(kind)
        prefix = f"{where}." if where else ""
        values: dict[str, Any] = {}
        for key, value in node.items():
            if key.value not in keys:
                hint = suggestion(key.value, keys) or message("; known keys: {keys}", keys=", ".join(keys))
                told = message("unknown key {key}{hint}", key=quoted(key.value), hint=hint)
                self._complain_of(key, where, told)
                continue
            name = keys[key.value][0]
            values[name] = self.decode(value, _hint(kind, name), prefix + key.value)
        for key_name, (name, required) in keys.items():
            if required and name not in values:
                self._complain_of(node, where, message("missing key '{key}'", key=key_name))
        if len(self.problems) > before:
            return None
        return kind(**values)
