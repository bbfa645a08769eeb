"""All rules of the styles that a project uses, and which of them are on for a file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from linter.decode import Problem
from linter.finding import Severity
from linter.rules.model import Rule
from linter.rules.serial import PlainRule, plain_rules, rules_of
from linter.typed import Any
from linter.vale.globs import means
from linter.vale.ini import UNSET, Section, ValeConfig

SEVERITIES = {"suggestion": Severity.INFO, "warning": Severity.WARNING, "error": Severity.ERROR}


@dataclass(frozen=True)
class StyleChoice:
    """What the styles say about one file."""

    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    params: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass
class StyleBook:
    """The rules of one ``.vale.ini`` or one folder of styles."""

    config: ValeConfig
    root: str
    """The folder that the globs are relative to."""
    rules: dict[str, Rule] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    not_run: dict[str, list[str]] = field(default_factory=dict)
    """Kind of rule -> the rules of that kind, which are not run."""
    _sections: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def sections_of(self, path: str) -> tuple[int, ...]:
        """The sections that mean a file, by number."""
        if path not in self._sections:
            self._sections[path] = self._meaning(path)
        return self._sections[path]

    def _meaning(self, path: str) -> tuple[int, ...]:
        """Globs mean a path as it was given, or as it is from the root; to tell that takes longer."""
        given = path.replace(os.sep, "/")
        relative = ""

        def is_meant(glob: str) -> bool:
            nonlocal relative
            if means(glob, given):
                return True
            relative = relative or os.path.relpath(path, self.root).replace(os.sep, "/")
            return means(glob, relative)

        return tuple(i for i, section in enumerate(self.config.sections) if is_meant(section.glob))

    def choice(self, numbers: Iterable[int]) -> StyleChoice:
        """Which rules are on where these sections hold, and how."""
        sections = [self.config.sections[i] for i in numbers]
        levels: dict[str, Severity] = {}
        on: list[str] = []
        for name, rule in self.rules.items():
            level = _level(name, rule, sections)
            if _is_on(name, sections) and level >= SEVERITIES[self.config.min_level]:
                on.append(name)
                levels[name] = level
        ignored = [each for s in sections for each in (*s.block_ignores, *s.token_ignores)]
        params: dict[str, dict[str, Any]] = {name: {"ignored": ignored} for name in on} if ignored else {}
        return StyleChoice(tuple(on), tuple(n for n in self.rules if n not in levels), levels, params)


def _is_on(name: str, sections: list[Section]) -> bool:
    """The last section to list styles decides which are on; settings of the rule or its style win over it."""
    style = name.partition(".")[0]
    styles: tuple[str, ...] = ()
    settings: dict[str, str] = {}
    for section in sections:
        if section.styles is not None:
            styles = section.styles
            if not styles and section.glob != "*":
                settings = {}
        settings.update(section.rules)
    for key in (name, style):
        if settings.get(key, UNSET) != UNSET:
            return settings[key] != "NO"
    return style in styles


def _level(name: str, rule: Rule, sections: list[Section]) -> Severity:
    for key in (name, name.partition(".")[0]):
        level = next((s.rules[key] for s in reversed(sections) if key in s.rules), "")
        if level in SEVERITIES:
            return SEVERITIES[level]
    return rule.severity


def plain_book(book: StyleBook) -> tuple[list[PlainRule], dict[str, list[str]]]:
    """What a book holds beside its configuration, as plain data."""
    return plain_rules(book.rules), book.not_run


def book_of(config: ValeConfig, root: str, plain: tuple[list[PlainRule], dict[str, list[str]]]) -> StyleBook:
    """A book from its configuration and plain data."""
    rules, not_run = plain
    return StyleBook(config, root, rules_of(rules), not_run=not_run)
