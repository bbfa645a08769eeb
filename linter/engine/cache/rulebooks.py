"""The rules that exist for a project, kept as plain data between runs."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator

from linter.decode import Problem
from linter.engine.cache.stamps import RULE_FILES, files_stamp
from linter.engine.cache.store import Store
from linter.engine.config import Project
from linter.engine.guests import Guests, has_guests
from linter.rules.rulebook import RuleBook
from linter.rules.serial import plain_rules, rules_of


class Books:
    """The built-in rules, and those of a project's own folders and guests; each combination is read once."""

    def __init__(self, store: Store | None, guests: Guests) -> None:
        self._store = store
        self._guests = guests
        self._read: dict[tuple[str, ...], RuleBook] = {}

    @property
    def problems(self) -> Iterator[Problem]:
        """What is wrong with the rules read so far."""
        return (problem for book in self._read.values() for problem in book.problems)

    def of(self, project: Project) -> RuleBook:
        """All rules of a project."""
        config = project.config
        folders = tuple(os.path.join(project.root, folder) for folder in config.rules)
        key = (*folders, project.root * bool(config.vale), *config.vale)
        if key not in self._read:
            self._read[key] = self._with_guests(self._own(folders), project)
        return self._read[key]

    def _own(self, folders: tuple[str, ...]) -> RuleBook:
        if self._store is None:
            return _load(folders)
        name = f"rules-{zlib.crc32(repr(folders).encode()):08x}"
        stamp = tuple(files_stamp(folder, RULE_FILES) for folder in folders)
        kept = self._store.read(name, stamp)
        if kept is not None:
            return RuleBook(rules_of(kept))
        book = _load(folders)
        if not book.problems:
            self._store.write(name, stamp, plain_rules(book.rules))
        return book

    def _with_guests(self, book: RuleBook, project: Project) -> RuleBook:
        rules, problems = dict(book.rules), list(book.problems)
        for guest in self._guests.of(project):
            for other in guest.books(project):
                rules |= other.rules
                problems += other.problems
        return RuleBook(rules, tuple(problems)) if has_guests(project.config) else book


def _load(folders: tuple[str, ...]) -> RuleBook:
    from linter.rules.load import load_rules

    return load_rules(folders)
