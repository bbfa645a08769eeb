"""Tests see an environment of their own: what the linter reads of the real one is unset."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import VARIABLES

LINTER = Path(__file__).resolve().parent.parent / "linter"
PLACES = {"FACTLINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"}
"""Where the cache is; the first one goes before the others, and all tests set it."""
OF_GIT = {"GIT_CONFIG_GLOBAL", "XDG_CONFIG_HOME", "PATH"}
"""Where git and its settings are; all tests set them to none, but for git itself."""


def _variables() -> Iterator[str]:
    """Names that modules of the linter ask an environment for, and that they call ``…_VARIABLE``."""
    for path in LINTER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=asked, attr="get"), args=[ast.Constant(value=str(name)), *_]
                ) if ast.unparse(asked) in ("os.environ", "environment"):
                    yield name
                case ast.Assign(targets=[ast.Name(id=variable)], value=ast.Constant(value=str(name))):
                    if variable.endswith("_VARIABLE"):
                        yield name


def test_what_the_linter_reads_is_unset() -> None:
    assert set(_variables()) == {*VARIABLES, *PLACES, *OF_GIT}
    assert not set(VARIABLES) & set(os.environ)
