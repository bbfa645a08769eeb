"""What the linter knows of each language: one YAML file a language, read as typed parts.

``fr.yaml`` holds everything about French, by topic; the modules beside it say what each part is
(``numbers.py`` for ``numbers:``). ``scripts/compile_languages.py`` checks the files and writes what is
loaded: ``linter/data/languages/fr.json``. A part of a language that has none is empty, never ``None``.
"""

from __future__ import annotations

import os
from functools import cache

from linter.languages.parts import PARTS, record_of
from linter.packaged import data_path, lines_of_json, read_json
from linter.plain_json import loads
from linter.typed import Any, TypeVar

Part = TypeVar("Part")
_FOLDER = "languages"
ONLY_IN_PATTERNS = ("residue.assistants",)
"""Paths of part and field that only the patterns of rules have words from. They are in a file of their own,
so that no article waits for them; :func:`whole` has them, :func:`speech` has not."""


class Speech:
    """One language: each part of :data:`PARTS` is an attribute, read on first touch."""

    def __init__(self, code: str, data: dict[str, Any]) -> None:
        self.code = code
        """ISO 639-1 code; empty for an article whose language nobody can tell."""
        self.data = data
        """What the file says, as plain data by the keys in it."""

    @property
    def described(self) -> bool:
        """Whether the language has a file; without one, only what CLDR says of it is known."""
        return bool(self.data.get("described"))

    def stated(self, part: str) -> dict[str, Any]:
        """The fields of a part that are not empty, as plain data by their keys."""
        fields: dict[str, Any] = self.data.get(part, {})
        return fields

    def __getattr__(self, name: str) -> Any:
        if name not in PARTS:
            raise AttributeError(name)
        part = typed(record_of(name)(), self.data.get(name, {}))
        setattr(self, name, part)
        return part


@cache
def speech(code: str) -> Speech:
    """What is known of a language, by its ISO 639-1 code; all parts are empty for an unknown one."""
    if not code.isalpha() or not os.path.isfile(data_path(_FOLDER, f"{code}.json")):
        return Speech(code, {})
    return Speech(code, read_json(_FOLDER, f"{code}.json"))


@cache
def whole(code: str) -> Speech:
    """What is known of a language, with what only the patterns of rules ask for."""
    data = dict(speech(code).data)
    for path, by_code in _for_patterns().items():
        part, field = path.split(".")
        if code in by_code:
            data[part] = {**data.get(part, {}), field: by_code[code]}
    return Speech(code, data)


@cache
def _for_patterns() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read_json("patterns.json")
    return found


@cache
def described() -> tuple[str, ...]:
    """The codes of all languages that have a file, sorted."""
    return tuple(by_language("described"))


@cache
def compiled() -> tuple[str, ...]:
    """The codes of all languages of which anything is known, sorted."""
    folder = data_path(_FOLDER)
    return tuple(sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".json")))


@cache
def everywhere(path: str) -> tuple[Any, ...]:
    """The phrases of all languages for one purpose (``names.roles``), each once."""
    return tuple(dict.fromkeys(phrase for phrases in by_language(path).values() for phrase in phrases))


@cache
def by_language(path: str) -> dict[str, Any]:
    """What the languages have for one purpose, by their codes, of those that have something.

    It is put together when the files are compiled, for every path that stands in a call of this or of
    :func:`everywhere`, so that no article waits for the files of all languages.
    """
    return {code: _like(None, value) for code, value in loads(_merged()[path]).items()}


@cache
def _merged() -> dict[str, str]:
    return lines_of_json("everywhere.json")


def value_at(known: Speech, path: str) -> Any:
    """What a language has at a path of part and fields, such as ``numbers.change.up``."""
    value: Any = known
    for name in path.split("."):
        field = name.replace("-", "_")
        value = getattr(value, field if hasattr(value, field) else f"{field}_")
    return value


def phrases_at(code: str, *paths: str) -> list[str]:
    """All phrases that a language has at some paths, those of all rows where it has rows of them."""
    listed = (each for path in paths for each in value_at(speech(code), path))
    return [phrase for each in listed for phrase in ((each,) if isinstance(each, str) else each)]


def typed(empty: Part, data: dict[str, Any]) -> Part:
    """The record ``empty`` filled with plain data, whose keys are its fields in kebab-case.

    The data were checked when they were compiled; here only lists become tuples and records.
    """
    values: list[Any] = []
    for field, default in empty._asdict().items():  # type: ignore[attr-defined]
        given = data.get(field.rstrip("_").replace("_", "-"))
        values.append(default if given is None else _like(default, given))
    return type(empty)(*values)


def _like(default: Any, given: Any) -> Any:
    if hasattr(default, "_fields"):
        return typed(default, given)
    return _frozen(given) if isinstance(given, list) else given


def _frozen(given: list[Any]) -> tuple[Any, ...]:
    """A list as a tuple; its items are lists all or none."""
    return tuple(map(_frozen, given)) if given and isinstance(given[0], list) else tuple(given)
