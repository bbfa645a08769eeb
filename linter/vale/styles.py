"""The styles of Vale that projects name, each read once."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator

from linter.engine.cache.stamps import signed
from linter.engine.cache.store import Store
from linter.engine.config import Project
from linter.engine.guests import GuestSettings, Sections
from linter.finding import Finding
from linter.rules.rulebook import RuleBook
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.vale.stylebook import StyleBook


_FILES = (".yml", ".yaml", ".txt")
"""Rules and vocabularies."""


class Styles:
    """Reads the styles of projects when they are first asked for: the guest behind ``vale:``."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._books: dict[str, StyleBook] = {}

    def books(self, project: Project) -> Iterator[RuleBook]:
        """The rules of all styles of a project."""
        return (RuleBook(style.rules, tuple(style.problems)) for style in self._styles_of(project))

    def _styles_of(self, project: Project) -> list[StyleBook]:
        """The styles of a project, in the order of its configuration."""
        paths = [os.path.join(project.root, path) for path in project.config.vale]
        for path in paths:
            if path not in self._books:
                self._books[path] = self._book(path)
        return [self._books[path] for path in paths]

    def _book(self, path: str) -> StyleBook:
        from linter.vale.ini import configuration
        from linter.vale.stylebook import book_of, plain_book

        config, root = configuration(path)
        name = f"styles-{zlib.crc32(path.encode()):08x}"
        stamp = (
            signed(path, (".ini",)),
            *(signed(folder, _FILES) for folder in config.styles_paths),
        )
        kept = self._store.read(name, stamp) if self._store else None
        if kept is not None:
            return book_of(config, root, kept)
        from linter.vale.read import filled

        book = filled(config, root, path)
        if self._store and not book.problems:
            self._store.write(name, stamp, plain_book(book))
        return book

    def sections_of(self, project: Project, path: str) -> Sections:
        """Which sections of each ``.vale.ini`` mean a file."""
        return tuple(style.sections_of(path) for style in self._styles_of(project))

    def settings(self, project: Project, sections: Sections, settings: GuestSettings) -> None:
        """Add which rules of style are on, and how, where these sections hold."""
        for style, numbers in zip(self._styles_of(project), sections, strict=True):
            choice = style.choice(numbers)
            settings.on += choice.on
            settings.off += choice.off
            settings.severity |= choice.severity
            settings.params |= choice.params

    def without_silenced(self, findings: list[Finding], source: str) -> list[Finding]:
        """The findings but those of styles that a comment switches off."""
        if "vale " not in source:
            return findings
        from linter.vale.comments import without_silenced

        return without_silenced(findings, source)

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
