"""From the paths on the command line to the files to lint."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from linter.article.formats import format_of
from linter.engine.store import FOLDER

_NEVER = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".tox", FOLDER})


def find_files(
    paths: Iterable[str], excluded: Callable[[str], bool], force_exclude: bool = False
) -> Iterator[str]:
    """The files to lint, each once: named files as they come, folders walked in sorted order.

    In folders only files of a known format count; ``.gitignore`` and ``excluded`` are
    respected. A file that is named is linted in any case, unless ``force_exclude``.
    A path that does not exist is yielded too: opening it gives the message.
    """
    tops = list(paths)
    if len(tops) == 1 and os.path.isdir(tops[0]):  # then no file can be met twice
        yield from _walk(tops[0], excluded)
        return
    seen: set[str] = set()
    for path in tops:
        for file in _walk(path, excluded) if os.path.isdir(path) else [path]:
            key = os.path.abspath(file)
            if key in seen or (file == path and force_exclude and excluded(path)):
                continue
            seen.add(key)
            yield file


def _walk(top: str, excluded: Callable[[str], bool]) -> Iterator[str]:
    yield from _folder(top, _ignores_above(os.path.abspath(top)), excluded)


def _folder(folder: str, ignores: list[_Ignore], excluded: Callable[[str], bool]) -> Iterator[str]:
    ignores = ignores + _ignores_in(folder)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    start = os.path.normpath(folder)
    start = "" if start == "." else os.path.join(start, "")
    for entry in entries:
        path = start + entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder and entry.name not in _NEVER and not _ignored(path, ignores, True):
            yield from _folder(path, ignores, excluded)
        elif (
            entry.is_file() and format_of(path) and not _ignored(path, ignores, False) and not excluded(path)
        ):
            yield path


_Ignore = tuple[str, Any]
"""A folder and the patterns of the ``.gitignore`` in it."""


def _ignores_in(folder: str) -> list[_Ignore]:
    path = os.path.join(folder, ".gitignore")
    if not os.path.isfile(path):
        return []
    from pathspec import GitIgnoreSpec

    with open(path, encoding="utf-8", errors="replace") as file:
        return [(os.path.abspath(folder), GitIgnoreSpec.from_lines(file))]


def _ignores_above(folder: str) -> list[_Ignore]:
    """The ``.gitignore`` files above a folder, up to the root of its repository."""
    if os.path.exists(os.path.join(folder, ".git")):
        return []
    above: list[str] = []
    parent = os.path.dirname(folder)
    while parent != folder:
        above.append(parent)
        if os.path.exists(os.path.join(parent, ".git")):
            return [ignore for each in reversed(above) for ignore in _ignores_in(each)]
        folder, parent = parent, os.path.dirname(parent)
    return []


def _ignored(path: str, ignores: list[_Ignore], is_folder: bool) -> bool:
    """Whether git would ignore the path: the innermost ``.gitignore`` that speaks of it decides."""
    absolute = os.path.abspath(path) if ignores else path
    for folder, spec in reversed(ignores):
        name = os.path.relpath(absolute, folder).replace(os.sep, "/") + ("/" if is_folder else "")
        verdict = spec.check_file(name).include
        if verdict is not None:
            return bool(verdict)
    return False
