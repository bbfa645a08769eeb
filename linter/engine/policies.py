"""How each file is judged: its configuration, the rules that are on, and what both were made from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from linter.check import Setup
from linter.decode import Problem
from linter.engine.bibles import Bibles, bible_files
from linter.engine.cache.digest import Basis, digest_of
from linter.engine.cache.rulebooks import Books
from linter.engine.cache.store import Store
from linter.engine.config import Config, Project, merged
from linter.engine.config_files import ConfigError, ConfigFinder, broken
from linter.engine.guests import Guests, GuestSettings, Sections, has_guests
from linter.engine.needs import files_read
from linter.engine.ruleset import RuleSet
from linter.files import PERMIT
from linter.finding import Severity
from linter.namedtuples import NamedTuple
from linter.rules.model import Profile, Rule
from linter.rules.rulebook import RuleBook
from linter.rules.select import Selection, matches, unknown_selectors
from linter.typed import Any


class Choice(NamedTuple):
    """What the command line adds to, or says instead of, the configuration."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    profiles: tuple[Profile, ...] = ()
    min_severity: Severity | None = None
    sources: tuple[str, ...] = ()
    """Files that every article is held against, beside those of its front matter."""
    time_limit: int | None = None

    def over(self, config: Config) -> Config:
        """The configuration with the choice laid over it."""
        return config._replace(
            select=self.select or config.select,
            extend_select=config.extend_select + self.extend_select,
            ignore=config.ignore + self.ignore,
            preview=config.preview or self.preview,
            profiles=config.profiles + self.profiles,
            min_severity=self.min_severity or config.min_severity,
            time_limit=config.time_limit if self.time_limit is None else self.time_limit,
        )


class Policy(NamedTuple):
    """How a file is judged: its settings, the rules that are on, and what both were made from."""

    config: Config
    rules: RuleSet
    basis: Basis
    selection: Selection

    def severity(self, rule: Rule) -> Severity:
        """The severity of a rule here, on or off."""
        return self.basis.severity.get(rule.id, rule.severity)


class Policies:
    """Builds policies, once for all files that share one."""

    def __init__(self, choice: Choice, finder: ConfigFinder, store: Store | None) -> None:
        self.choice = choice
        self.finder = finder
        self.guests = Guests(store)
        self._store = store
        self._books = Books(store, self.guests)
        self._policies: dict[tuple[Any, ...], Policy] = {}
        self._digests: dict[int | str, bytes] = {}
        self._bibles = Bibles()
        self._broken: dict[Problem, None] = {}
        self._unusable: dict[str, ConfigError] = {}
        """Errors that nobody foresaw, by the path of the configuration."""

    def book(self, project: Project) -> RuleBook:
        """The rules that exist for a project: the built-in ones, those of its own folders and styles."""
        return self._books.of(project)

    def reject_unknown_choice(self) -> None:
        """``ConfigError`` if the command line names a rule that there is none of here."""
        wrong = self.unknown_choice(self.finder.of(os.getcwd()), "command line")
        if wrong:
            raise ConfigError(wrong)

    def unknown_choice(self, project: Project, place: str) -> list[Problem]:
        """The rules that the choice, which was made at a place, names and that a project has none of."""
        chosen = self.choice
        named = [*chosen.select, *chosen.extend_select, *chosen.ignore]
        return _unknown(named, self.book(project), place) if named else []

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the rule and configuration files read so far."""
        return [*self._books.problems, *self._broken]

    def broken(self, problems: Iterable[Problem]) -> None:
        """Remember what is wrong with a configuration that a file was to be judged by."""
        self._broken.update(dict.fromkeys(problems))

    def active_rules(self) -> list[Rule]:
        """Every rule that was on for some file so far, by id."""
        active = {rule.id: rule for policy in self._policies.values() for rule in policy.rules.rules}
        return [active[name] for name in sorted(active)]

    def of(self, path: str) -> Policy:
        """How a file is judged. ``ConfigError`` if its configuration is broken."""
        project = self.finder.of_file(path)
        if project.path in self._unusable:
            raise self._unusable[project.path]
        try:
            return self._of(project, path)
        except ConfigError:
            raise
        except Exception as error:  # must not lose the files of other folders
            self._unusable[project.path] = broken(project.path or project.root, error)
            raise self._unusable[project.path] from error

    def _of(self, project: Project, path: str) -> Policy:
        overrides = project.overrides_of(path)
        sections = self.guests.sections_of(project, path)
        key = (project.path, overrides, sections)
        if key not in self._policies:
            self._policies[key] = self._policy(project, overrides, sections)
        return self._policies[key]

    def _policy(self, project: Project, overrides: tuple[int, ...], sections: tuple[Sections, ...]) -> Policy:
        config = project.config
        for number in overrides:
            config = merged(config, config.overrides[number])
        book = self.book(project)
        named = [*config.select, *config.extend_select, *config.ignore, *config.severity, *config.params]
        wrong = _unknown(named, book, project.path)
        config = self.choice.over(config)
        levels = _levels(config, book)
        style = self.guests.settings(project, sections) if sections else GuestSettings()
        selection = self._selection(config, levels, style)
        severity = style.severity | {rule: level for rule, level in levels.items() if level is not None}
        setup = self._setup(project, config)
        params = {**style.params, **config.params}
        rules = selection.of(book.rules)
        settings, files = self._settings(project, config), _files(project, config, rules, params)
        basis = Basis(rules, severity, params, book.rules, settings, files)
        active = RuleSet(
            rules, setup, severity, params, book.rules, self.guests.filters(project), book.shortcuts
        )
        wrong += _wrong_params(active, config.params, project.path)
        if wrong:
            from linter.engine.name_faults import located

            raise ConfigError(located(wrong, project.path, book.rules))
        return Policy(config, active, basis, selection)

    def _selection(
        self, config: Config, levels: Mapping[str, Severity | None], style: GuestSettings
    ) -> Selection:
        """Which rules are on. One whose severity is set is on, unless rules are selected by name."""
        on = [rule for rule, level in levels.items() if level is not None]
        off = [rule for rule, level in levels.items() if level is None]
        return Selection(
            config.select,
            (*config.extend_select, *on * (not config.select), *style.on * (not self.choice.select)),
            (*config.ignore, *off, *style.off),
            config.preview,
            config.profiles,
        )

    def _setup(self, project: Project, config: Config) -> Setup:
        facts = self._bibles.of(project.root, config.facts)
        self._broken.update(dict.fromkeys(self._bibles.problems))
        return Setup(frozenset(config.vocabulary), project.root, facts)

    def _settings(self, project: Project, config: Config) -> tuple[Any, ...]:
        """Whatever has a say beside rules and files."""
        return (
            project.root,
            frozenset(config.vocabulary),
            config.metadata,
            config.min_severity,
            self.choice.sources,
            PERMIT.folders,
        )

    def digests(self, paths: Iterable[str], alone: bool) -> Iterator[bytes | None]:
        """What stands for all but the files themselves that the findings in each depend on.

        Nothing for a file whose configuration is broken.
        """
        known = self._digests
        for path in paths:
            folder = os.path.dirname(path) if os.altsep else path[: path.rfind(os.sep) + 1]  # much quicker
            yield known.get(folder) or self._digest(folder, path, alone)

    def digest_of(self, policy: Policy, alone: bool) -> bytes:
        """What stands for all but the file itself that the findings under a policy depend on."""
        found = self._digests.get(id(policy))
        if found is None:
            code = self._store.code if self._store else b""
            found = self._digests[id(policy)] = digest_of(policy.basis, code, alone)
        return found

    def _digest(self, folder: str, path: str, alone: bool) -> bytes | None:
        try:
            policy = self.of(path)
            config = self.finder.of_file(path).config
        except ConfigError:
            return None
        found = self.digest_of(policy, alone)
        if not config.overrides and not has_guests(config):  # then all files of a folder are judged alike
            self._digests[folder] = found
        return found


def _files(
    project: Project, config: Config, rules: Iterable[Rule], params: Mapping[str, Mapping[str, Any]]
) -> tuple[str, ...]:
    """The files that have a say: the story bible, and those that rules read."""
    bibles = bible_files(os.path.join(project.root, path) for path in config.facts)
    return (*bibles, *files_read(rules, params, project.root))


def _levels(config: Config, book: RuleBook) -> dict[str, Severity | None]:
    """The severity that the configuration gives to rules, by id; nothing for those it turns off."""
    return {
        rule.id: None if level == "off" else Severity.named(level)
        for selector, level in config.severity.items()
        for rule in book.rules.values()
        if matches(rule, selector)
    }


def _wrong_params(rules: RuleSet, changed: Iterable[str], path: str) -> list[Problem]:
    wrong = []
    for rule in filter(None, map(rules.rule, changed)):
        try:
            rules.check(rule)
        except ValueError as error:
            wrong.append(Problem(path, 0, 0, str(error)))
    return wrong


def _unknown(selectors: Iterable[str], book: RuleBook, path: str) -> list[Problem]:
    if book.problems:  # a rule that did not load is not unknown
        return []
    return [Problem(path, 0, 0, text) for text in unknown_selectors(book.rules, dict.fromkeys(selectors))]
