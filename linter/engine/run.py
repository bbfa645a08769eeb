"""Linting many files: each is read, judged by the rules of its configuration, and reported."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.article.formats import format_of
from linter.checks.base import Setup
from linter.decode import Problem
from linter.engine.books import Books
from linter.engine.config import Config, ConfigError, ConfigFinder, Project, merged
from linter.engine.digest import Basis, digest_of
from linter.engine.facts import Bibles, bible_files
from linter.engine.ruleset import RuleSet
from linter.engine.store import Store
from linter.engine.styles import Styles, StyleSettings
from linter.engine.work import lint_all
from linter.finding import FileReport, Severity
from linter.records import NamedTuple
from linter.rules.book import RuleBook
from linter.rules.model import Rule
from linter.rules.select import matches, selected, unknown_selectors
from linter.stopwatch import STOPWATCH
from linter.text import NotText, decoded

if TYPE_CHECKING:
    from linter.article.model import Article


BROKEN = "was not linted: its configuration is broken"
"""The failure of each file under a broken configuration."""


class Choice(NamedTuple):
    """What the command line adds to, or says instead of, the configuration."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    min_severity: Severity | None = None
    sources: tuple[str, ...] = ()
    """Files that every article is held against, beside those of its front matter."""

    def over(self, config: Config) -> Config:
        """The configuration with the choice laid over it."""
        return config._replace(
            select=self.select or config.select,
            extend_select=config.extend_select + self.extend_select,
            ignore=config.ignore + self.ignore,
            preview=config.preview or self.preview,
            min_severity=self.min_severity or config.min_severity,
        )


class Profile(NamedTuple):
    """How a file is judged: its settings, the rules that are on, and what both were made from."""

    config: Config
    rules: RuleSet
    basis: Basis


class Linter:
    """Lints files; rules and profiles are built once for all files that share them."""

    def __init__(
        self, choice: Choice | None = None, finder: ConfigFinder | None = None, store: Store | None = None
    ) -> None:
        self.finder = finder or ConfigFinder(isolated=True)
        self._choice = choice or Choice()
        self.store = store
        self._alone = False
        self.styles = Styles(store)
        self._books = Books(store, self.styles)
        self._profiles: dict[tuple[Any, ...], Profile] = {}
        self._digests: dict[int | str, bytes] = {}
        self._bibles = Bibles()
        self._broken: dict[Problem, None] = {}

    def book(self, project: Project) -> RuleBook:
        """The rules that exist for a project: the built-in ones, those of its own folders and styles."""
        return self._books.of(project)

    def reject_unknown_choice(self) -> None:
        """``ConfigError`` if the command line names a rule that there is none of here."""
        chosen = self._choice
        named = [*chosen.select, *chosen.extend_select, *chosen.ignore]
        if named:
            _reject_unknown(named, self.book(self.finder.of(os.getcwd())), "command line")

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the rule and configuration files read so far."""
        return [*self._books.problems, *self._broken]

    def active_rules(self) -> list[Rule]:
        """Every rule that was on for some file so far, by id."""
        active = {rule.id: rule for profile in self._profiles.values() for rule in profile.rules.rules}
        return [active[name] for name in sorted(active)]

    def configs(self) -> list[Config]:
        """Every configuration that was asked for so far."""
        return [profile.config for profile in self._profiles.values()]

    def profile(self, path: str) -> Profile:
        """How a file is judged. ``ConfigError`` if its configuration is broken."""
        project = self.finder.of_file(path)
        overrides = project.overrides_of(path)
        sections = self.styles.sections_of(project, path)
        key = (project.path, overrides, sections)
        if key not in self._profiles:
            self._profiles[key] = self._profile(project, overrides, sections)
        return self._profiles[key]

    def _profile(
        self, project: Project, overrides: tuple[int, ...], sections: tuple[tuple[int, ...], ...]
    ) -> Profile:
        config = project.config
        for number in overrides:
            config = merged(config, config.overrides[number])
        book = self.book(project)
        named = [*config.select, *config.extend_select, *config.ignore, *config.severity, *config.params]
        _reject_unknown(named, book, project.path)
        config = self._choice.over(config)
        levels = _levels(config, book)
        style = self.styles.settings(project, sections) if sections else StyleSettings()
        named = [rule for rule, level in levels.items() if level is not None]
        rules = selected(
            book.rules,
            config.select,
            [*config.extend_select, *named * (not config.select), *style.on * (not self._choice.select)],
            [*config.ignore, *(rule for rule, level in levels.items() if level is None), *style.off],
            config.preview,
        )
        severity = style.severity | {rule: level for rule, level in levels.items() if level is not None}
        facts = self._bibles.of(project.root, config.facts)
        self._broken.update(dict.fromkeys(self._bibles.problems))
        setup = Setup(frozenset(config.vocabulary), project.root, facts)
        params = {**style.params, **config.params}
        settings = (
            project.root,
            setup.vocabulary,
            config.metadata,
            config.min_severity,
            self._choice.sources,
        )
        files = tuple(bible_files(os.path.join(project.root, path) for path in config.facts))
        basis = Basis(rules, severity, params, book.rules, settings, files)
        active = RuleSet(rules, setup, severity, params, book.rules)
        _reject_wrong_params(active, config.params, project.path)
        return Profile(config, active, basis)

    def lint_source(self, source: str, path: str, format: str | None = None) -> FileReport:
        """The findings in one decoded source. ``ConfigError`` if its configuration is broken."""
        from linter.article.read import read_article
        from linter.engine.lint import lint
        from linter.engine.sources import attach_sources

        config, rules, _ = self.profile(path)
        with STOPWATCH.measuring("reading", "articles") if STOPWATCH.running else nullcontext():
            article = read_article(source, path, format or format_of(path) or "text", config.metadata)
        attached = attach_sources(article, self._choice.sources, config.metadata)
        report = lint(article, rules, self.identity(path), self._alone)
        report.read = attached.read
        report.failures += attached.failures
        report.findings = [each for each in report.findings if each.severity >= config.min_severity]
        return report

    def identity(self, path: str) -> str:
        """The path that goes into fingerprints: relative to the configuration."""
        return os.path.relpath(path, self.finder.of_file(path).root)

    def article(self, path: str) -> Article | None:
        """The article in a file, once more; nothing if it is no longer there."""
        from linter.article.read import read_article

        source = self.source(path)
        if source is None:
            return None
        return read_article(source, path, format_of(path) or "text", self.profile(path).config.metadata)

    def source(self, path: str) -> str | None:
        """The text of a file, once more; nothing if it is no longer there."""
        try:
            with open(path, "rb") as file:
                return decoded(file.read())
        except (OSError, NotText):
            return None

    def lint_bytes(self, data: bytes, path: str) -> FileReport:
        """The findings in the bytes of a file; where it cannot be judged, a report with a failure."""
        try:
            return self.lint_source(decoded(data), path)
        except NotText as error:
            return FileReport(path, failures=[str(error)])
        except ConfigError as error:
            self._broken.update(dict.fromkeys(error.problems))
            return FileReport(path, failures=[BROKEN])
        except Exception as error:  # a file that a reader stumbles over must not lose the run
            return FileReport(path, failures=[f"cannot be linted: {type(error).__name__}: {error}"])

    def lint_file(self, path: str) -> FileReport:
        """The findings in one file."""
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            return FileReport(path, failures=[error.strerror or str(error)])
        report = self.lint_bytes(data, path)
        report.content = sha256(data).digest()
        return report

    def lint_files(self, paths: Iterable[str], jobs: int = 1) -> Iterator[FileReport]:
        """The reports of many files, in the order of the paths.

        ``jobs`` is the number of processes, 0 for as many as pay.
        """
        again = partial(Linter, self._choice, self.finder, self.store)
        todo = list(paths)
        self._alone = len(todo) < 2
        return lint_all(self, again, todo, self.store, jobs)

    def digest(self, path: str) -> bytes | None:
        """What stands for all but the file itself that its findings depend on; nothing if it is broken."""
        folder = os.path.dirname(path)
        known = self._digests.get(folder)
        if known is not None:
            return known
        try:
            profile = self.profile(path)
            config = self.finder.of_file(path).config
        except ConfigError:
            return None
        key = (*(self.store.code if self.store else ()), self._alone)
        found = self._digests.get(id(profile)) or digest_of(profile.basis, key)
        self._digests[id(profile)] = found
        if not config.overrides and not config.vale:  # then all files of a folder are judged alike
            self._digests[folder] = found
        return found


def _levels(config: Config, book: RuleBook) -> dict[str, Severity | None]:
    """The severity that the configuration gives to rules, by id; nothing for those it turns off."""
    return {
        rule.id: None if level == "off" else Severity.named(level)
        for selector, level in config.severity.items()
        for rule in book.rules.values()
        if matches(rule, selector)
    }


def _reject_wrong_params(rules: RuleSet, changed: Iterable[str], path: str) -> None:
    for rule in filter(None, map(rules.rule, changed)):
        try:
            rules.check(rule)
        except ValueError as error:
            raise ConfigError([Problem(path, 0, 0, str(error))]) from None


def _reject_unknown(selectors: Iterable[str], book: RuleBook, path: str) -> None:
    if book.problems:  # a rule that did not load is not unknown
        return
    wrong = unknown_selectors(book.rules, dict.fromkeys(selectors))
    if wrong:
        raise ConfigError([Problem(path, 0, 0, text) for text in wrong])
