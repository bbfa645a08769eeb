#!/usr/bin/env python3
"""Check ``linter/languages/*.yaml`` and write what is loaded of them: ``linter/data/languages/*.json``.

What CLDR says of a language (``scripts/cldr/*.json``, see ``build_cldr.py``) goes into it, also for languages
that have no file. Run it after a change of a language file:

    python scripts/compile_languages.py

Every fault is told with its place (``fr.yaml:12:3: unknown key …``); then nothing is written.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from linter.decode import Problem, Reader
from linter.languages import ONLY_IN_PATTERNS
from linter.languages.check import read
from linter.languages.dates import spelling_key
from linter.languages.parts import PARTS, record_of
from linter.nodes import node_of

TOP = Path(__file__).resolve().parent.parent
PACKAGE = TOP / "linter"
SOURCE = PACKAGE / "languages"
CLDR = TOP / "scripts" / "cldr"
TARGET = PACKAGE / "data" / "languages"
EVERYWHERE = PACKAGE / "data" / "everywhere.json"
PATTERNS = PACKAGE / "data" / "patterns.json"
ASKED = re.compile(r'(?:everywhere|by_language)\(\s*["\']([a-z.-]+)["\']')
"""Code that asks what all languages have."""


def main() -> int:
    problems: list[Problem] = []
    languages = compiled(problems)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 2
    taken = taken_out(languages)
    TARGET.mkdir(exist_ok=True)
    for old in set(TARGET.glob("*.json")) - {TARGET / f"{code}.json" for code in languages}:
        old.unlink()
    for code, data in languages.items():
        (TARGET / f"{code}.json").write_text(rendered(data), encoding="utf-8", newline="\n")
    PATTERNS.write_text(rendered(taken), encoding="utf-8", newline="\n")
    EVERYWHERE.write_text(in_lines(merged(languages)), encoding="utf-8", newline="\n")
    return 0


def compiled(problems: list[Problem]) -> dict[str, dict[str, Any]]:
    """What is known of every language, by its code: its file joined with what CLDR says."""
    languages = {path.stem: read(path, problems) for path in sorted(SOURCE.glob("*.yaml"))}
    for path in sorted(CLDR.glob("*.json")):
        cldr = json.loads(path.read_text(encoding="utf-8"))
        data = languages.setdefault(path.stem, {})
        data["dates"] = with_forms(joined(cldr["dates"], data.get("dates", {})))
        for part in sorted(cldr.keys() & {"numerals", "units"}):
            data[part] = joined(cldr[part], data.get(part, {}))
        checked = Reader(str(path.relative_to(TOP)))
        for part in sorted(cldr.keys() & PARTS.keys()):
            checked.record(node_of(data[part]), record_of(part), part)
        problems += checked.problems
    return dict(sorted(languages.items()))


def joined(cldr: Any, file: Any) -> Any:
    """What CLDR says and what the file of the language adds: lists and mappings grow, else the file holds."""
    if isinstance(cldr, dict) and isinstance(file, dict):
        return {**cldr, **{key: joined(cldr.get(key), value) for key, value in file.items()}}
    if isinstance(cldr, list) and isinstance(file, list):
        if isinstance(cldr[0], list):  # rows of forms, whose first columns are the usual ones
            return [_extended(*rows) for rows in zip(file, cldr, strict=True)]
        return _extended(cldr, file)
    return file


def _extended(first: list[Any], more: list[Any]) -> list[Any]:
    return [*first, *(item for item in more if item not in first)]


def with_forms(dates: dict[str, Any]) -> dict[str, Any]:
    """The part with its names as they are looked up, a full name never among the short ones."""
    forms = {form: number for number, row in enumerate(dates["weekday-forms"]) for form in row}
    dates["weekdays"] = _keyed({**forms, **dates.get("weekdays", {})})
    dates["months"] = _keyed(dates["months"])
    for short, full in (("short-months", "months"), ("short-weekdays", "weekdays")):
        listed = _keyed(dates.get(short, {}))
        dates[short] = {name: number for name, number in listed.items() if name not in dates[full]}
    return dates


def _keyed(names: dict[str, int]) -> dict[str, int]:
    return {spelling_key(name): number for name, number in names.items()}


def merged(languages: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What all languages have at the paths that the code asks of all of them, by path and language."""
    asked = {
        path for file in PACKAGE.rglob("*.py") for path in ASKED.findall(file.read_text(encoding="utf-8"))
    }
    return {
        path: {
            code: value
            for code, data in languages.items()
            if data.get("described") and (value := at(data, path))
        }
        for path in sorted(asked)
    }


def taken_out(languages: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What only the patterns of rules ask for, by path and language; it is no longer in the languages."""
    taken: dict[str, dict[str, Any]] = {path: {} for path in ONLY_IN_PATTERNS}
    for path, by_code in taken.items():
        part, field = path.split(".")
        for code, data in languages.items():
            if field in data.get(part, {}):
                by_code[code] = data[part].pop(field)
    return taken


def at(data: dict[str, Any], path: str) -> Any:
    """What plain data have at a path such as ``names.offices.state``; nothing where they have none."""
    value: Any = data
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def rendered(data: dict[str, Any]) -> str:
    """The JSON of one language."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def in_lines(data: dict[str, Any]) -> str:
    """The same of what is read by its keys: a line for each, so that no other is read for it."""
    return "{\n" + ",\n".join(rendered({key: data[key]})[1:-2] for key in sorted(data)) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main())
