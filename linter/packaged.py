"""The package's own data: files beside the code, and tables that are written as YAML and read as JSON.

``scripts/build_tables.py`` makes the JSON; where it is older than the YAML a test fails.
"""

from __future__ import annotations

import os
from functools import cache

from linter.plain_json import loads
from linter.typed import Any

PACKAGE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(PACKAGE, "data")
TABLES = os.path.join(DATA, "tables.json")


def builtin_rules() -> str:
    """The folder of the built-in rules: beside the package in a checkout, inside it in a wheel."""
    packaged = os.path.join(PACKAGE, "_rules")
    return packaged if os.path.isdir(packaged) else os.path.join(os.path.dirname(PACKAGE), "rules")


def data_path(*parts: str) -> str:
    """The path of a data file."""
    return os.path.join(DATA, *parts)


def read_data(*parts: str) -> str:
    """The text of a data file."""
    with open(data_path(*parts), encoding="utf-8") as file:
        return file.read()


def read_json(*parts: str) -> Any:
    """What a data file of JSON says."""
    return loads(read_data(*parts).strip())


def lines_of_json(*parts: str) -> dict[str, str]:
    """By key the JSON of each value in a data file that has a line for each: few of them are asked for."""
    pairs = (line.rstrip(",").partition(":") for line in read_data(*parts).split("\n")[1:-2])
    return {key.strip('"'): value for key, _, value in pairs}


def table(name: str) -> Any:
    """A table by the path of its YAML file without the suffix. ``KeyError`` if there is none."""
    return _tables()[name]


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = read_json("tables.json")
    return tables
