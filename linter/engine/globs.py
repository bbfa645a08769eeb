"""Patterns of paths as in a ``.gitignore``, all of one file in two regular expressions.

A pattern without a slash means a name in any folder; one with a slash means a path from the folder
of the file. The last pattern that means a path decides (git, ``gitignore(5)``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_PIECE = lazy(
    r"\\(?P<escaped>.)|(?P<stars>\*+)|(?P<one>\?)|\[(?P<set>[!^]?\]?[^\]]*)\]|(?P<plain>.)", re.DOTALL
)

_ITEM = lazy(r"\\?(?P<first>.)-\\?(?P<last>.)|\\?(?P<char>.)", re.DOTALL)


class _Pattern(NamedTuple):
    regex: str
    names: bool
    """It means names in any folder."""
    leaves_out: bool


class Globs:
    """The patterns of one file, in the order of its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._patterns = [found for line in lines if (found := _pattern(line))]
        self._name = self._regex(names=True)
        self._path = self._regex(names=False)

    def verdict(self, folder: str, name: str) -> bool | None:
        """Whether a path is left out; nothing if no pattern means it.

        ``folder`` is what leads to it, with a slash at its end if it is not empty. The name of a folder
        has a slash at its end as well. Whether the folders that hold it are left out is not asked.
        """
        last = self._last(folder, name)
        return self._patterns[last].leaves_out if last >= 0 else None

    def leave_out(self, path: str) -> bool:
        """Whether a file is left out, by itself or by one of the folders that hold it."""
        folder, slash, name = path.rpartition("/")
        last = max(self._last_above(folder + slash), self._last(folder + slash, name))
        return last >= 0 and self._patterns[last].leaves_out

    @lru_cache(maxsize=1024)  # noqa: B019 - as long-lived as the settings that it belongs to
    def _last_above(self, folder: str) -> int:
        names = [name + "/" for name in folder.split("/")[:-1]]
        return max((self._last("".join(names[:i]), name) for i, name in enumerate(names)), default=-1)

    def _last(self, folder: str, name: str) -> int:
        """The number of the last pattern that means a path, or -1."""
        count, last = len(self._patterns), -1
        by_name = self._name and self._name.fullmatch(name)
        if by_name:
            last = count - int((by_name.lastgroup or "")[1:])
        by_path = self._path and self._path.fullmatch(folder + name)
        if by_path:
            last = max(last, count - int((by_path.lastgroup or "")[1:]))
        return last

    def _regex(self, names: bool) -> re.Pattern[str] | None:
        """One expression in which the last pattern is the first alternative; groups count from the end."""
        found = [
            f"(?P<p{number}>{pattern.regex})"
            for number, pattern in enumerate(reversed(self._patterns), 1)
            if pattern.names == names
        ]
        return lazy("|".join(found), re.DOTALL) if found else None


def _pattern(line: str) -> _Pattern | None:
    """What a line means; nothing for a comment and an empty line."""
    line = line.rstrip("\r\n")
    while line.endswith(" ") and not line.endswith("\\ "):
        line = line[:-1]
    if line.startswith("#"):
        return None
    leaves_out = not line.startswith("!")
    line = line if leaves_out else line[1:]
    end = "/" if line.endswith("/") else "/?"
    line = line.removesuffix("/")
    if not line:
        return None
    names = "/" not in line
    regex = _name(line) if names else "".join(_steps(line.removeprefix("/").split("/")))
    return _Pattern(regex + end, names, leaves_out)


def _steps(parts: list[str]) -> Iterator[str]:
    for part in parts[:-1]:
        yield "(?:.*/)?" if part == "**" else _name(part) + "/"
    yield ".+" if parts[-1] == "**" else _name(parts[-1])


def _name(part: str) -> str:
    """A name with its wildcards as a regular expression.

    What stands between two stars is taken where it comes first, and no other place is tried for it
    (``(?>…)``), as in Python's ``fnmatch``: another one would match no better and take exponential time.
    """
    runs = [""]
    for found in _PIECE.finditer(part):
        if found["stars"]:
            runs.append("")
        else:
            runs[-1] += _piece(found)
    if len(runs) == 1:
        return runs[0]
    inner = "".join(f"(?>[^/]*?{run})" for run in runs[1:-1])
    return f"{runs[0]}{inner}[^/]*{runs[-1]}"


def _piece(found: re.Match[str]) -> str:
    if found["one"]:
        return "[^/]"
    if found["set"] is None:
        return re.escape(found["escaped"] or found["plain"])
    negated = found["set"][0] in "!^"
    items = "".join(map(_item, _ITEM.finditer(found["set"], negated)))
    return f"(?!/)[{'^' * negated}{items}]"


def _item(found: re.Match[str]) -> str:
    """A character of a set, or a range of them; one that runs backwards means its first character to git."""
    if found["char"]:
        return re.escape(found["char"])
    first, last = found["first"], found["last"]
    return f"{re.escape(first)}-{re.escape(last)}" if first <= last else re.escape(first)
