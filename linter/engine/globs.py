"""Patterns of paths as in a ``.gitignore``, all of one file in two automata.

A pattern without a slash means a name in any folder; one with a slash means a path from the folder
of the file. The last pattern that means a path decides (git, ``gitignore(5)``; wildcards mean what they
mean in git's ``wildmatch.c``, and one character is one byte, as there).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache

from linter.engine.glob_sets import read_set
from linter.matching.wildcards import Choice, Piece, Repeat, State, Wildcards, but, plain
from linter.namedtuples import NamedTuple

_FOLDER = "\0"
"""Stands behind the path of a folder, where no wildcard can take it for a part of the name."""
_ANY, _IN_NAME = but(_FOLDER), but("/" + _FOLDER)
_FOLDERS = Choice(((), (Repeat(_ANY), plain("/"))))
"""Any number of folders, none among them."""
_SPECIAL = "*?[\\"


class _Pattern(NamedTuple):
    pieces: tuple[Piece, ...]
    names: bool
    """It means names in any folder."""
    leaves_out: bool


class Globs:
    """The patterns of one file, in the order of its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        patterns = [found for line in lines if (found := _pattern(line))]
        self._leaves_out = [pattern.leaves_out for pattern in patterns]
        self._names = [number for number, pattern in enumerate(patterns) if pattern.names]
        self._paths = [number for number, pattern in enumerate(patterns) if not pattern.names]
        self._by_name = Wildcards(patterns[number].pieces[::-1] for number in self._names)
        """Read from the end, where most names differ from most patterns at once."""
        self._by_path = Wildcards(patterns[number].pieces for number in self._paths)

    def verdict(self, folder: str, name: str) -> bool | None:
        """Whether a path is left out; nothing if no pattern means it.

        ``folder`` is what leads to it, with a slash at its end if it is not empty. The name of a folder
        has a slash at its end as well. Whether the folders that hold it are left out is not asked.
        """
        last = self._last(folder, name)
        return self._leaves_out[last] if last >= 0 else None

    def leave_out(self, path: str) -> bool:
        """Whether a file is left out, by itself or by one of the folders that hold it."""
        folder, slash, name = path.rpartition("/")
        last = max(self._last_above(folder + slash), self._last(folder + slash, name))
        return last >= 0 and self._leaves_out[last]

    @lru_cache(maxsize=1024)  # noqa: B019 - as long-lived as the settings that it belongs to
    def _last_above(self, folder: str) -> int:
        names = [name + "/" for name in folder.split("/")[:-1]]
        return max((self._last("".join(names[:i]), name) for i, name in enumerate(names)), default=-1)

    @lru_cache(maxsize=1024)  # noqa: B019
    def _in_folder(self, folder: str) -> State:
        return self._by_path.after(_as_bytes(folder))

    def _last(self, folder: str, name: str) -> int:
        """The number of the last pattern that means a path, or -1."""
        name = _as_bytes(name[:-1] + _FOLDER if name.endswith("/") else name)
        by_name = self._by_name.last(name[::-1]) if self._names else -1
        begun = self._in_folder(folder) if self._paths else None
        by_path = self._by_path.last(name, begun) if begun is not None and begun.nodes else -1
        return max(self._names[by_name] if by_name >= 0 else -1, self._paths[by_path] if by_path >= 0 else -1)


def _pattern(line: str) -> _Pattern | None:
    """What a line means; nothing for a comment, an empty line, and what is broken and means no path."""
    line = _as_bytes(line.rstrip("\r\n"))
    while line.endswith(" ") and not line.endswith("\\ "):
        line = line[:-1]
    if line.startswith("#"):
        return None
    leaves_out = not line.startswith("!")
    line = line if leaves_out else line[1:]
    folder = plain(_FOLDER)
    end = folder if line.endswith("/") else Choice(((), (folder,)))
    line = line.removesuffix("/")
    if not line:
        return None
    names = "/" not in line
    pieces = _pieces(line if names else line.removeprefix("/"), names)
    return None if pieces is None else _Pattern((*pieces, end), names, leaves_out)


def _as_bytes(text: str) -> str:
    """The text with a character for each of its bytes."""
    return text if text.isascii() else os.fsencode(text).decode("latin-1")


def _pieces(line: str, names: bool) -> list[Piece] | None:
    """The pieces of a line; nothing if it is broken."""
    pieces: list[Piece] = []
    at = 0
    wild = False  # git compares what stands before the first wildcard by itself, and begins anew behind it
    while at < len(line):
        char = line[at]
        if char == "*":
            begins = not wild or line[at - 1] == "/"
            at, piece = _stars(line, at, begins and not names)
            pieces += piece
        elif char == "[":
            found = read_set(line, at)
            if found is None:
                return None
            at, letters = found
            pieces.append(letters)
        else:
            at += char == "\\"
            if at == len(line):
                return None
            pieces.append(_IN_NAME if char == "?" else plain(line[at]))
            at += 1
        wild = wild or char in _SPECIAL
    return pieces


def _stars(line: str, at: int, begins: bool) -> tuple[int, list[Piece]]:
    """Where a row of stars ends, and what it means; two and more that are all of a step mean any steps."""
    end = at
    while line[end : end + 1] == "*":
        end += 1
    if end - at > 1 and begins:
        if line[end : end + 1] == "/":
            return end + 1, [_FOLDERS]
        if end == len(line) or line.startswith("\\/", end):
            return end, [Repeat(_ANY)]
    return end, [Repeat(_IN_NAME)]
