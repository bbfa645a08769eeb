"""The rules that exist for a project, kept as plain data between runs."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from linter.decode import Problem
from linter.engine.cache.keyed import Stamp, content_digest
from linter.engine.cache.stamps import RULE_FILES, signed
from linter.engine.cache.store import Store, as_bytes
from linter.engine.config import Project
from linter.engine.guests import Guests, has_guests
from linter.engine.ruleset import RuleSet
from linter.rules.bind import is_prepared
from linter.rules.model import Rule
from linter.rules.rulebook import RuleBook, Shortcuts
from linter.rules.serial import LaterParams, PlainRule, plain_rules, rules_of
from linter.typed import Any


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
        stamp = tuple(signed(folder, RULE_FILES) for folder in folders)
        kept = self._store.read(name, stamp)
        if kept is None:
            book = _load(folders)
            if book.problems:
                return book
            kept = self._keep(name, stamp, book)
        rules = rules_of(kept, partial(self._params, name, stamp, folders))
        signs, prepared = partial(self._signs, name, stamp, rules), partial(self._prepared, name, stamp)
        return RuleBook(rules, shortcuts=Shortcuts(signs, prepared))

    def _keep(self, name: str, stamp: Stamp, book: RuleBook) -> list[PlainRule]:
        """Keep rules, apart from them the parameters of which checks are prepared; gives the rules."""
        assert self._store is not None
        rules = RuleSet(book.rules.values())
        checks = {rule.id: rules.check(rule) for rule in rules.rules if is_prepared(rule.check)}
        prepared = {
            f"{rule} {part}": as_bytes(plain)
            for rule, check in checks.items()
            for part, plain in check.prepared().items()
        }
        self._store.add_parts(f"{name}-checks", stamp, prepared)
        apart = {rule: book.rules[rule].params for rule in checks}
        self._store.write(f"{name}-params", stamp, apart)
        later = {rule: LaterParams(_mark(params), partial(dict, params)) for rule, params in apart.items()}
        plain = plain_rules(
            {name: rule._replace(params=later.get(name, rule.params)) for name, rule in book.rules.items()}
        )
        self._store.write(name, stamp, plain)
        return plain

    def _params(self, name: str, stamp: Stamp, folders: tuple[str, ...], rule: str) -> Mapping[str, Any]:
        """The parameters of a rule that are kept apart; read anew from its file where they no longer are."""
        assert self._store is not None
        kept = self._store.read(f"{name}-params", stamp) or {}
        found: Mapping[str, Any] = kept[rule] if rule in kept else _load(folders).rules[rule].params
        return found

    def _signs(self, name: str, stamp: Stamp, rules: dict[str, Rule], code: str) -> str:
        """The signs of all rules in a language, kept when they are first asked for."""
        assert self._store is not None
        kept = self._store.read_bytes(f"{name}-signs-{code}", stamp)
        if kept is not None:
            return bytes(kept).decode("utf-8")
        shortcuts = Shortcuts(prepared=partial(self._prepared, name, stamp))
        signs = RuleSet(rules.values(), shortcuts=shortcuts).packed_signs(code)
        self._store.write_bytes(f"{name}-signs-{code}", stamp, signs.encode("utf-8"))
        return signs

    def _prepared(self, name: str, stamp: Stamp) -> Callable[[str], memoryview | None]:
        """What was prepared of the checks; each part is read when it is asked for."""
        assert self._store is not None
        return self._store.read_parts(f"{name}-checks", stamp).get

    def _with_guests(self, book: RuleBook, project: Project) -> RuleBook:
        rules, problems = dict(book.rules), list(book.problems)
        for guest in self._guests.of(project):
            for other in guest.books(project):
                rules |= other.rules
                problems += other.problems
        return RuleBook(rules, tuple(problems), book.shortcuts) if has_guests(project.config) else book


def _mark(params: Mapping[str, Any]) -> str:
    import json

    return content_digest(json.dumps(params, sort_keys=True).encode("ascii")).hex()


def _load(folders: tuple[str, ...]) -> RuleBook:
    from linter.rules.load import load_rules

    return load_rules(folders)
