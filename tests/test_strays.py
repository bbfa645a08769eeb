"""There is one way to read a file, one to write one, and one to the terminal; this finds others."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

LINTER = Path(__file__).resolve().parent.parent / "linter"

FILES = {
    "files.py": "the way to read",
    "write.py": "the way to write",
    "packaged.py": "data of the package",
    "finders.py": "code of the package",
    "reporters/page.py": "data of the package",
    "topics/names/nlp.py": "models that are installed",
    "engine/shared.py": "what installed packages say of themselves",
    "article/unpacked/archive.py": "members of an archive, in memory",
    "engine/selftest.py": "examples in a folder of their own",
    "cli/output.py": "the summary of a GitHub job, a file of the runner",
    "cli/main.py": "closed streams",
    "cli/lsp.py": "the channel to the editor",
}
"""Modules that open files, and why."""
CACHE = ("engine/cache/",)
"""Keeps files of its own, outside of any project."""
TERMINAL = {
    "cli/terminal.py": "the way to the terminal",
    "cli/main.py": "closed streams",
    "cli/output.py": "reports, which escape by their format",
    "cli/again.py": "what was written before",
    "cli/last_run.py": "what is written, to be kept",
    "cli/check.py": "stdin",
    "cli/progress.py": "one line that goes again, on a terminal",
    "engine/git.py": "what git says",
    "cli/lsp.py": "the channel to the editor",
    "__main__.py": "the version, and the end",
}
"""Modules that touch the streams, and why."""
OPENERS = {"open", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes", "mkstemp"}
GUARDED = {"read_text", "read_bytes", "write_text", "write_bytes"}
"""Also the names of our own functions, which are called without a dot."""
STREAMS = {"stdin", "stdout", "stderr"}


def calls(tree: ast.AST) -> Iterator[str]:
    """What opens a file: calls of ``open`` and its kin, but not of our own functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in OPENERS - GUARDED:
                yield node.func.id
            elif isinstance(node.func, ast.Attribute) and node.func.attr in OPENERS:
                yield node.func.attr


def prints(tree: ast.AST) -> Iterator[str]:
    """What reaches the streams: calls of ``print``, and ``sys.stdout`` and its kin."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            yield "print"
        if isinstance(node, ast.Attribute) and node.attr.strip("_") in STREAMS:
            yield node.attr


def modules_with(found: object) -> set[str]:
    names = set()
    for path in LINTER.rglob("*.py"):
        name = path.relative_to(LINTER).as_posix()
        if any(found(ast.parse(path.read_text(encoding="utf-8")))) and not name.startswith(CACHE):  # type: ignore[operator]
            names.add(name)
    return names


def test_files_are_opened_in_few_places() -> None:
    assert modules_with(calls) == set(FILES)


def test_the_terminal_is_reached_in_few_places() -> None:
    assert modules_with(prints) == set(TERMINAL)
