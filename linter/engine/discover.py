"""From the paths on the command line to the files to lint."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from linter.article.formats import format_of
from linter.engine.globs import Globs
from linter.files import SETTINGS, read_bytes, work_tree

_NEVER = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".tox"})

Excluded = Callable[[str], bool] | None
"""Whether a file is to be left out, by its path; nothing where none is."""


def find_files(
    paths: Iterable[str], excluded_in: Callable[[str], Excluded], force_exclude: bool = False
) -> Iterator[str]:
    """The files to lint, each once: named files as they come, folders walked in sorted order.

    In folders only files of a known format count; ``.gitignore`` and ``excluded_in``, which is asked about
    each folder, are respected. A file that is named is linted in any case, unless ``force_exclude``.
    A path that does not exist is yielded too: opening it gives the message.
    """
    tops = list(paths)
    if len(tops) == 1 and os.path.isdir(tops[0]):  # then no file can be met twice
        yield from _walk(tops[0], excluded_in)
        return
    seen: set[str] = set()
    for path in tops:
        is_folder = os.path.isdir(path)
        if force_exclude and not is_folder:
            excluded = excluded_in(os.path.dirname(path))
            if excluded and excluded(path):
                continue
        for file in _walk(path, excluded_in) if is_folder else [path]:
            key = os.path.abspath(file)
            if key not in seen:
                seen.add(key)
                yield file


_Ignore = tuple[Globs, str]
"""The patterns of a ``.gitignore``, and what leads from its folder to the one that is walked."""


def _walk(top: str, excluded_in: Callable[[str], Excluded]) -> Iterator[str]:
    start = os.path.normpath(top)
    above = list(_ignores_above(os.path.abspath(top)))
    return _folder("" if start == "." else os.path.join(start, ""), above, excluded_in)


def _folder(start: str, ignores: list[_Ignore], excluded_in: Callable[[str], Excluded]) -> Iterator[str]:
    """The files below a folder; ``start`` is what their paths begin with."""
    try:
        entries = sorted(os.scandir(start or "."), key=attrgetter("name"))
    except OSError:
        return
    excluded = excluded_in(start.removesuffix(os.sep))
    ignores = ignores + [(globs, "") for globs in _ignores_in(start or ".")]
    for entry in entries:
        name = entry.name
        if entry.is_dir(follow_symlinks=False):
            if name not in _NEVER and not _ignored(name + "/", ignores):
                inner = [(globs, f"{steps}{name}/") for globs, steps in ignores]
                yield from _folder(os.path.join(start, name, ""), inner, excluded_in)
        elif format_of(name) and entry.is_file() and not (ignores and _ignored(name, ignores)):
            path = start + name
            if excluded is None or not excluded(path):
                yield path


def _ignored(name: str, ignores: list[_Ignore]) -> bool:
    """Whether git would ignore a name in a folder: the innermost ``.gitignore`` that speaks of it decides."""
    for globs, steps in reversed(ignores):
        verdict = globs.verdict(steps, name)
        if verdict is not None:
            return verdict
    return False


def _ignores_in(folder: str) -> Iterator[Globs]:
    """The patterns of the ``.gitignore`` in a folder, if there is one."""
    try:
        text = read_bytes(os.path.join(folder, ".gitignore"), most=SETTINGS).decode("utf-8", "replace")
    except OSError:
        return
    yield Globs(text.replace("\r", "\n").split("\n"))


def _ignores_above(folder: str) -> Iterator[_Ignore]:
    """The ``.gitignore`` files above a folder, from the root of its repository on."""
    root = work_tree(folder)
    if not root:
        return
    steps = os.path.relpath(folder, root).split(os.sep) if root != folder else []
    for depth in range(len(steps)):
        for globs in _ignores_in(os.path.join(root, *steps[:depth])):
            yield globs, "".join(f"{step}/" for step in steps[depth:])
