"""Reading a language file as its author wrote it: every fault at its place. No article needs this."""

from __future__ import annotations

from pathlib import Path

from linter.decode import Problem, Reader
from linter.files import read_text
from linter.languages.parts import PARTS, record_of
from linter.nodes import Node
from linter.quoting import reason, suggestion
from linter.typed import Any


def read(path: Path, problems: list[Problem]) -> dict[str, Any]:
    """What a language file says, as plain data checked against the records of its parts."""
    try:
        source = read_text(str(path))
    except OSError as error:
        problems.append(Problem(str(path), 0, 0, f"cannot be read: {reason(error)}"))
        return {}
    reader = Reader(str(path), source)
    node = reader.parse(source)
    data: dict[str, Any] = {"described": True}
    if node is not None and node.value is not None and not node.is_mapping:
        reader.complain(node, f"expected the parts of a language: {', '.join(PARTS)}")
    for key, value in node.items() if node is not None and node.is_mapping else []:
        if key.value in PARTS:
            part = reader.record(value, record_of(key.value), key.value)
            data[key.value] = _plain(part, value) if part is not None else {}
        else:
            hint = suggestion(key.value, PARTS) or f"; known parts: {', '.join(PARTS)}"
            reader.complain(key, f"unknown part '{key.value}'{hint}")
    problems += reader.problems
    return data


def _plain(part: Any, node: Node) -> Any:
    """The fields of a record that the file states, as JSON can hold them."""
    if hasattr(part, "_fields"):
        stated = {key.value: value for key, value in node.items()}
        values = part._asdict()
        named = {field.rstrip("_").replace("_", "-"): field for field in values}
        return {key: _plain(values[named[key]], stated[key]) for key in stated}
    if isinstance(part, tuple):
        return [_plain(item, Node(None)) for item in part]
    if isinstance(part, dict):
        return {key: _plain(value, Node(None)) for key, value in part.items()}
    return part
