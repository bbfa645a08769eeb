#!/usr/bin/env python3
"""Check ``linter/languages/*.yaml`` and write what is loaded of them: ``linter/data/languages/*.json``.

Run it after a change of a language file:

    python scripts/compile_languages.py

Every fault is told with its place (``fr.yaml:12:3: unknown key …``); then nothing is written.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from linter.decode import Node, Problem, Reader
from linter.languages.parts import PARTS

TOP = Path(__file__).resolve().parent.parent
SOURCE = TOP / "linter" / "languages"
TARGET = TOP / "linter" / "data" / "languages"


def main() -> int:
    problems: list[Problem] = []
    languages = {path.stem: read(path, problems) for path in sorted(SOURCE.glob("*.yaml"))}
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 2
    TARGET.mkdir(exist_ok=True)
    for old in set(TARGET.glob("*.json")) - {TARGET / f"{code}.json" for code in languages}:
        old.unlink()
    for code, data in languages.items():
        (TARGET / f"{code}.json").write_text(rendered(data), encoding="utf-8", newline="\n")
    return 0


def read(path: Path, problems: list[Problem]) -> dict[str, Any]:
    """What a language file says, as plain data checked against the records of its parts."""
    source = path.read_text(encoding="utf-8")
    reader = Reader(str(path.relative_to(TOP)), source)
    node = reader.parse(source)
    data: dict[str, Any] = {"described": True}
    for key, value in node.items() if node else []:
        if key.value in PARTS:
            part = reader.record(value, PARTS[key.value], key.value)
            data[key.value] = _plain(part, value) if part is not None else {}
        else:
            reader.complain(key, f"unknown part '{key.value}'; known parts: {', '.join(PARTS)}")
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


def rendered(data: dict[str, Any]) -> str:
    """The JSON of one language."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    sys.exit(main())
