"""Linting many files: each is read, judged by the rules of its configuration, and reported."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial

from linter.article.file_text import text_of
from linter.article.formats import FORMATS, UNPACKERS, format_of, suffix_of
from linter.article.path_date import agrees_with_path, headline_agrees_with_path
from linter.engine.cache.keyed import content_digest
from linter.engine.cache.store import Store
from linter.engine.config import Config
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.policies import Choice, Policies, Policy
from linter.engine.processes import lint_all
from linter.files import project_root, read_bytes
from linter.finding import FileReport, Finding, Severity
from linter.matching.budget import Budget, OutOfTime, Overtime
from linter.messages import message, messages
from linter.quoting import reason
from linter.stopwatch import STOPWATCH
from linter.text import NotText, decoded
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.article.model import Article
    from linter.engine.habits import Known
    from linter.engine.neighbours import Shelves
    from linter.engine.ruleset import RuleSet
    from linter.engine.versions import Group

    Aliases = Mapping[str, tuple[str, ...]]
    """Further names of metadata, by the canonical one."""

(BROKEN,) = messages("was not linted: its configuration is broken")
"""The failure of each file under a broken configuration."""


def failure_of(error: Exception) -> str:
    """What a server tells of a text whose linting ended with an error: it has to outlive all of them."""
    if isinstance(error, ConfigError):
        return str(error)
    if isinstance(error, NotText | OutOfTime):
        told: str = error.args[0]
        return told
    if isinstance(error, OSError):
        return reason(error)
    from linter.faults import fault

    return message("cannot be linted: {why}", why=fault(error))


class Linter:
    """Lints files; each by its policy."""

    def __init__(
        self, choice: Choice | None = None, finder: ConfigFinder | None = None, store: Store | None = None
    ) -> None:
        self.finder = finder or ConfigFinder(isolated=True)
        self.store = store
        self.policies = Policies(choice or Choice(), self.finder, store)
        self.looked_in = set[str]()
        """Folders in which language versions were looked for."""
        self.make_budget: Callable[[int, float], Budget] = Budget
        """Makes of the length of a file and the limit of its configuration what it may take."""
        self.reads_others = True
        """Whether files are read that an article names as its sources, or that stand beside it."""
        self.opened: dict[str, str] = {}
        """Texts that an editor has of files, by path: they stand for what is on the disk."""
        self.habits: Known = {}
        """What is known of articles beside others; an editor hands it on when settings are read again."""
        self._alone = False
        self._overtime = Overtime()
        self._shelves: Shelves = {}

    def lint_source(self, source: str, path: str, format: str | None = None) -> FileReport:
        """The findings in one decoded source.

        ``ConfigError`` if its configuration is broken, ``OutOfTime`` if it had to be interrupted.
        """
        from linter.article.read import read_article, read_later

        name = format or format_of(path) or "text"
        if name in UNPACKERS:
            return self.lint_unpacked(source.encode("utf-8", "replace"), path, name)
        policy = self.policies.of(path)
        read = read_later if policy.rules.only_of_guests else read_article
        return self._lint_read(len(source), path, partial(read, source, path, name), policy)

    def lint_read(self, length: int, path: str, read: Callable[[Aliases], Article]) -> FileReport:
        """As :meth:`lint_source`, for an article that a function reads; ``length`` is that of its text."""
        return self._lint_read(length, path, read, self.policies.of(path))

    def _lint_read(
        self, length: int, path: str, read: Callable[[Aliases], Article], policy: Policy
    ) -> FileReport:
        with self._measured(length, policy.config) as budget:
            with STOPWATCH.measuring("reading", "articles") if STOPWATCH.running else nullcontext():
                article = read(policy.config.metadata)
            return self._lint(article, budget, self.identity(path), policy)

    @contextmanager
    def _measured(self, length: int, config: Config) -> Iterator[Budget]:
        """The time that a file may take; what goes beyond it is interrupted."""
        from linter.engine.interrupt import interrupted

        budget = self.make_budget(length, config.time_limit)
        with self._overtime.counted(budget), interrupted(budget):
            yield budget

    def _lint(self, article: Article, budget: Budget, identity: str, policy: Policy) -> FileReport:
        """The findings in an article, as its configuration wants them."""
        from linter.engine.document import lint_document
        from linter.engine.sources import Attached, attach_sources

        config, rules, *_ = policy
        article.budget = budget
        attached, beside = Attached(), tuple[str, ...]()
        if self.reads_others:
            root = self.finder.of_file(article.path).root
            attached = attach_sources(article, self.policies.choice.sources, config.metadata, root)
            if not (agrees_with_path(article) and headline_agrees_with_path(article)):
                beside = self._neighbours(article, rules, config)
        report = lint_document(article, policy, identity, self._alone)
        if self.reads_others:
            beside += self._quieten(report, policy, budget)
        report.read = (*attached.read, *beside)
        report.failures += attached.failures
        return report

    def lint_unpacked(self, data: bytes, path: str, format: str) -> FileReport:
        """The findings in the articles that are taken out of a file of such a format.

        What is no such file has a report with a failure; raises as :meth:`lint_source` does.
        """
        from linter.article.read import article_of
        from linter.article.unpacked import Document, unpack
        from linter.engine.unpacked import merged

        policy = self.policies.of(path)
        reading = STOPWATCH.measuring("reading", "articles") if STOPWATCH.running else nullcontext()
        try:
            with self._measured(len(data), policy.config), reading:
                unpacked = unpack(data, format)
        except NotText as error:
            return FileReport(path, failures=[error.args[0]])
        with self._measured(len(unpacked.text), policy.config) as budget:

            def lint(document: Document) -> FileReport:
                article = article_of(document, path, policy.config.metadata)
                identity = self.identity(path) + article.path.removeprefix(path)
                return self._lint(article, budget, identity, policy)

            return merged(path, unpacked, lint)

    def located(self, path: str, findings: list[Finding]) -> list[Finding]:
        """Findings of a later pass in a document, with their places as people count them, without fixes."""
        from linter.article.unpacked import unpack
        from linter.engine.unpacked import placed

        unpacked = unpack(read_bytes(path), format_of(path) or "")
        return [placed(finding, path, unpacked.documents[0], unpacked) for finding in findings]

    def _neighbours(self, article: Article, rules: RuleSet, config: Config) -> tuple[str, ...]:
        """The paths of what is filed beside an article, read for it."""
        from linter.engine.neighbours import attach_neighbours

        return attach_neighbours(article, rules, self._shelves, config.metadata)

    def _quieten(self, report: FileReport, policy: Policy, budget: Budget) -> tuple[str, ...]:
        """Make infos of findings that articles beside it have as well; gives the paths read for it."""
        if not any(finding.severity > Severity.INFO for finding in report.findings):
            return ()
        from linter.engine.habits import Habits

        digest = self.policies.digest_of(policy, self._alone)
        root = project_root(os.path.dirname(report.path), self.finder.of_file(report.path).root)
        read = Habits(policy, digest, self._shelves, self.habits).quieten(report, root, budget)
        least = policy.config.min_severity
        report.findings = [finding for finding in report.findings if finding.severity >= least]
        return read

    def identity(self, path: str) -> str:
        """The path that goes into fingerprints: relative to the configuration."""
        return os.path.relpath(path, self.finder.of_file(path).root)

    def article(self, path: str) -> Article | None:
        """The article in a file, once more; nothing if it is no longer there, or one of several."""
        from linter.article.read import read_file

        try:
            return read_file(self._bytes(path), path, self.policies.of(path).config.metadata)
        except (OSError, NotText):
            return None

    def source(self, path: str) -> str | None:
        """The text of a file, once more; nothing if it is no longer there."""
        try:
            return text_of(self._bytes(path), path)
        except (OSError, NotText):
            return None

    def _bytes(self, path: str) -> bytes:
        opened = self.opened.get(path)
        return read_bytes(path) if opened is None else opened.encode("utf-8", "surrogatepass")

    def lint_bytes(self, data: bytes, path: str) -> FileReport:
        """The findings in the bytes of a file; where it cannot be judged, a report with a failure."""
        try:
            name = format_of(path)
            if name in UNPACKERS:
                return self.lint_unpacked(data, path, name)
            return self.lint_source(decoded(data), path)
        except NotText as error:
            return FileReport(path, failures=[error.args[0]])
        except OutOfTime as error:
            return FileReport(path, failures=[message("was not linted: {why}", why=error.args[0])])
        except ConfigError as error:
            self.policies.broken(error.problems)
            return FileReport(path, failures=[BROKEN])
        except Exception as error:  # a file that a reader stumbles over must not lose the run
            from linter.faults import fault

            return FileReport(path, failures=[message("cannot be linted: {why}", why=fault(error))])

    def lint_file(self, path: str) -> FileReport:
        """The findings in one file."""
        try:
            data = read_bytes(path)
        except OSError as error:
            return FileReport(path, failures=[reason(error)])
        if suffix_of(path) and not format_of(path):
            known = ", ".join(FORMATS)
            told = message("is of a format that is not read; these are: {formats}", formats=known)
            return FileReport(path, failures=[told])
        report = self.lint_bytes(data, path)
        report.content = content_digest(data)
        return report

    def lint_files(self, paths: Iterable[str], jobs: int = 1) -> Iterator[FileReport]:
        """The reports of many files, in the order of the paths.

        ``jobs`` is the number of processes, 0 for as many as pay.
        """
        again = partial(Linter, self.policies.choice, self.finder, self.store)
        todo = list(paths)
        self._shelves.clear()
        self._alone = len(todo) < 2
        return lint_all(self, again, todo, self.store, jobs)

    def versions_of(self, paths: Sequence[str]) -> list[Group]:
        """The groups of language versions that some of the paths are in."""
        from linter.engine.versions import VersionFinder, groups_of

        finder = VersionFinder(self.finder)
        groups = groups_of(paths, finder)
        self.looked_in.update(finder.looked_in())
        return groups

    def judge_further(self, reports: Sequence[FileReport], groups: Sequence[Group], jobs: int) -> None:
        """Add to the reports what all articles tell together, and what their language versions tell."""
        if sum(bool(report.records) for report in reports) > 1:
            from linter.engine.cross_article import judge_together

            judge_together(reports, self)
        if groups:
            from linter.engine.cross_version import judge_versions

            judge_versions(reports, self, groups, jobs)

    def original(self, path: str) -> str:
        """The language that the configuration calls the original."""
        return self.policies.of(path).config.translations.original

    def time_limit(self, path: str) -> int:
        """Seconds for a file, as its configuration has them."""
        return self.policies.of(path).config.time_limit

    def digest(self, path: str) -> bytes | None:
        """What stands for all but the file itself that its findings depend on; nothing if it is broken."""
        return next(self.digests([path]))

    def digests(self, paths: Iterable[str]) -> Iterator[bytes | None]:
        """The same for many files."""
        return self.policies.digests(paths, self._alone)
