"""Pieces of Markdown that the generated pages share."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from linter.decode import REQUIRED, defaults_of, hints_of, is_record, key_of, parts_of
from linter.rules.field_docs import field_docs
from linter.typed import Literal

_ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in "&<>\\`*_{}[]()#+-.!|~:^=$\n"}
_NAMES = {str: "text", int: "whole number", float: "number", bool: "`true` or `false`", object: "anything"}


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def cell(text: str) -> str:
    """The text as it stands in a cell of a table."""
    return one_line(text).replace("|", "\\|")


def plain(text: str) -> str:
    """A text in which brackets are no links."""
    return one_line(text).replace("[", "\\[").replace("<", "&lt;")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table."""
    titles = list(head)
    yield "| " + " | ".join(titles) + " |"
    yield "| " + " | ".join("---" for _ in titles) + " |"
    yield from ("| " + " | ".join(map(cell, row)) + " |" for row in rows)
    yield ""


def quoted(text: str) -> str:
    """A text as HTML in which nothing is Markdown."""
    return text.translate(_ENTITIES)


def languages(codes: Sequence[str]) -> str:
    """Which languages: their codes, or of many the number."""
    if "all" in codes:
        return "all"
    return ", ".join(codes) if len(codes) <= 12 else f"{len(codes)} languages"


def fields(record: type[Any], values: Mapping[str, object] | None = None, at: str = "") -> Iterator[str]:
    """A table of the keys of a record; ``values`` go before the defaults, records in it are ``at`` a page."""
    hints, docs = hints_of(record), field_docs(record)
    rows = []
    for field, default in defaults_of(record).items():
        key = key_of(field)
        value = values[key] if values and key in values else default
        rows.append((f"`{key}`", kind_of(hints[field], at), shown(value), docs.get(field, "")))
    yield from table(("key", "type", "default", "what it says"), rows)


def inner_records(record: type[Any]) -> list[type[Any]]:
    """The records in the types of a record's fields, with those in them."""
    found: dict[type[Any], None] = {}
    for kind in hints_of(record).values():
        for each in _records_in(kind):
            found[each] = None
            found |= dict.fromkeys(inner_records(each))
    return list(found)


def _records_in(kind: Any) -> Iterator[type[Any]]:
    if isinstance(kind, type) and is_record(kind):
        yield kind
    for each in parts_of(kind)[1]:
        yield from _records_in(each)


def kind_of(kind: Any, at: str = "") -> str:
    """A type in words."""
    origin, args = parts_of(kind)
    if origin is types.UnionType:
        return " or ".join(kind_of(each, at) for each in args if each is not type(None))
    if origin is Literal:
        return ", ".join(f"`{each}`" for each in args)
    if origin is tuple:
        return f"list: {kind_of(args[0], at)}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"mapping: {kind_of(args[1], at)}"
    if is_record(kind):
        return f"[{kind.__name__}]({at}#{kind.__name__.lower()})"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{each.name.lower()}`" for each in kind)
    return _NAMES.get(kind, getattr(kind, "__name__", str(kind)))


def shown(value: object) -> str:
    """A default or a value of a rule, short."""
    if value is REQUIRED:
        return "(required)"
    if isinstance(value, Enum):
        return f"`{value.name.lower()}`"
    if value is None or value in ("", (), {}) or is_record(type(value)):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    text = one_line(", ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value))
    return f"`{text}`" if len(text) <= 60 and "`" not in text else "(see the rule file)"
