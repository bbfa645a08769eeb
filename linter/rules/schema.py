"""JSON Schema of a record, so that editors complete and check what people write."""

from __future__ import annotations

import types
from collections.abc import Mapping

from linter.decode import REQUIRED, Natural, defaults_of, hints_of, is_record, key_of, parts_of
from linter.rules.field_docs import field_docs
from linter.typed import Any, Literal

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    Natural: {"type": "integer", "minimum": 0},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}


def schema_of(record: type[Any], title: str) -> dict[str, Any]:
    """The schema of a whole file that is read as ``record``."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return {**head, **record_schema(record)}


def record_schema(record: type[Any]) -> dict[str, Any]:
    """The schema of what is read as ``record``; each key has the text that stands under it in the code."""
    hints = hints_of(record)
    docs = field_docs(record)
    properties: dict[str, dict[str, Any]] = {}
    required = []
    for field, default in defaults_of(record).items():
        name = key_of(field)
        properties[name] = {**_schema(hints[field]), **_about(docs.get(field, ""), default)}
        if default is REQUIRED:
            required.append(name)
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": required} if required else schema


def _about(text: str, default: object) -> dict[str, object]:
    """Description and default of a key; an empty default goes without saying."""
    plain = getattr(default, "label", default)
    described: dict[str, object] = {"description": text} if text else {}
    if isinstance(plain, str | int | float) and plain != "":
        described["default"] = plain
    elif isinstance(plain, tuple) and plain and all(isinstance(each, str | int) for each in plain):
        described["default"] = list(plain)
    return described


def _schema(kind: Any) -> dict[str, Any]:
    origin, args = parts_of(kind)
    if origin is types.UnionType:
        kinds = [_schema(arg) for arg in args if arg is not type(None)]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0])}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _schema(args[1])}
    if is_record(kind):
        return record_schema(kind)
    if hasattr(kind, "choices"):
        return {"enum": list(kind.choices)}
    return _SCALARS.get(kind, {})
