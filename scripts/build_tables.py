"""Writes the YAML tables of the package data as one JSON file, which is read without a YAML library.

Run it after a change of a table: ``python scripts/build_tables.py``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from linter.packaged import DATA, TABLES


def tables() -> dict[str, Any]:
    """Every YAML file below the data folder, by its path without the suffix."""
    top = Path(DATA)
    return {
        path.relative_to(top).with_suffix("").as_posix(): yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(top.rglob("*.yaml"))
    }


def rendered() -> str:
    """The JSON file."""
    return json.dumps(tables(), ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    Path(TABLES).write_text(rendered(), encoding="utf-8", newline="\n")
