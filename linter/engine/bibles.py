"""The story bible of a project: the files named by ``facts:`` in its configuration."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from linter.decode import Problem
from linter.files import project_root, read_text
from linter.messages import message
from linter.quoting import reason
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.topics.facts.bible import Bible


class Bibles:
    """Reads each bible once, however many files it judges."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, ...], Bible | None] = {}
        self.problems: list[Problem] = []

    def of(self, root: str, paths: Iterable[str]) -> Bible | None:
        """The bible in files and folders relative to ``root``; nothing if none is named.

        What is wrong with a file becomes one of ``problems``; the other files still hold.
        """
        key = (root, *paths)
        if len(key) == 1:
            return None
        if key not in self._read:
            self._read[key], found = load_bible(
                (os.path.join(root, path) for path in key[1:]), project_root(root, root)
            )
            self.problems += found
        return self._read[key]


def load_bible(paths: Iterable[str], root: str = "") -> tuple[Bible, list[Problem]]:
    """The entries of files, and of all YAML files in folders; and what is wrong with them.

    ``root`` is the folder that all of them have to be in.
    """
    from linter.topics.facts.bible import Bible, read_bible

    entries, problems = [], []
    for path in bible_files(paths):
        try:
            found, wrong = read_bible(path, read_text(path, root))
        except OSError as error:
            found, wrong = [], [Problem(path, 0, 0, message("cannot be read: {why}", why=reason(error)))]
        entries += found
        problems += wrong
    return Bible(entries), problems


def bible_files(paths: Iterable[str]) -> Iterator[str]:
    """The files themselves, folders replaced by the YAML files in them."""
    for path in paths:
        if os.path.isdir(path):
            names = sorted(name for name in os.listdir(path) if name.endswith((".yaml", ".yml")))
            yield from (os.path.join(path, name) for name in names)
        else:
            yield path
