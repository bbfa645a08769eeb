"""The styles of Vale that projects name, each read once."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from linter.engine.config import Project
from linter.engine.store import Store, files_stamp
from linter.finding import Severity

if TYPE_CHECKING:
    from linter.rules.vale.book import StyleBook


_FILES = (".yml", ".yaml", ".txt")
"""Rules and vocabularies."""


class StyleSettings:
    """What all styles of a project say about one file."""

    def __init__(self) -> None:
        self.on: list[str] = []
        self.off: list[str] = []
        self.severity: dict[str, Severity] = {}
        self.params: dict[str, dict[str, Any]] = {}


class Styles:
    """Reads the styles of projects when they are first asked for."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._books: dict[str, StyleBook] = {}

    def of(self, project: Project) -> list[StyleBook]:
        """The styles of a project, in the order of its configuration."""
        paths = [os.path.join(project.root, path) for path in project.config.vale]
        for path in paths:
            if path not in self._books:
                self._books[path] = self._book(path)
        return [self._books[path] for path in paths]

    def _book(self, path: str) -> StyleBook:
        from linter.rules.vale.book import book_of, plain_book
        from linter.rules.vale.ini import configuration

        config, root = configuration(path)
        name = f"styles-{zlib.crc32(path.encode()):08x}"
        stamp = (
            files_stamp(path, (".ini",)),
            *(files_stamp(folder, _FILES) for folder in config.styles_paths),
        )
        kept = self._store.read(name, stamp) if self._store else None
        if kept is not None:
            return book_of(config, root, kept)
        from linter.rules.vale.read import filled

        book = filled(config, root, path)
        if self._store and not book.problems:
            self._store.write(name, stamp, plain_book(book))
        return book

    def sections_of(self, project: Project, path: str) -> tuple[tuple[int, ...], ...]:
        """Which sections of each ``.vale.ini`` mean a file."""
        if not project.config.vale:
            return ()
        return tuple(book.sections_of(path) for book in self.of(project))

    def settings(self, project: Project, sections: Iterable[tuple[int, ...]]) -> StyleSettings:
        """Which rules of style are on, and how, where these sections hold."""
        found = StyleSettings()
        for book, numbers in zip(self.of(project), sections, strict=True):
            choice = book.choice(numbers)
            found.on += choice.on
            found.off += choice.off
            found.severity |= choice.severity
            found.params |= choice.params
        return found

    def notices(self) -> Iterator[str]:
        """What the styles ask for and does not run, one line for each ``.vale.ini`` or folder."""
        for path, book in self._books.items():
            if book.not_run:
                kinds = [f"{kind} ({', '.join(names)})" for kind, names in sorted(book.not_run.items())]
                count = sum(map(len, book.not_run.values()))
                rules = "1 rule is" if count == 1 else f"{count} rules are"
                yield f"{os.path.relpath(path)}: {rules} not run: {', '.join(kinds)}"
            for notice in book.config.notices:
                yield f"{os.path.relpath(path)}: {notice}"
