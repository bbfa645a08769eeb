"""One text of an editor, linted: all that is told of it, and what its rules are about."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from linter.article.formats import FORMATS, is_text, suffix_of
from linter.engine.cache.location import cache_folder
from linter.engine.cache.private import Refused
from linter.engine.cache.regexes import begin_with_kept, keep
from linter.engine.cache.store import Store
from linter.engine.config import Project
from linter.engine.config_files import ConfigFinder
from linter.engine.habits import Known
from linter.engine.run import Linter, failure_of
from linter.files import bounded, forget
from linter.finding import FileReport
from linter.lsp.settings import PLACE, Settings
from linter.matching.budget import Budget, OutOfTime
from linter.messages import as_is
from linter.messages.reader import AUTO, WRITTEN_IN
from linter.namedtuples import NamedTuple
from linter.rules.model import Rule
from linter.rules.translations import translate_with

BY_LANGUAGE_ID = {
    "markdown": "markdown",
    "mdx": "markdown",
    "quarto": "markdown",
    "rmd": "markdown",
    "html": "html",
    "plaintext": "text",
    "text": "text",
    "restructuredtext": "rst",
    "rst": "rst",
    "asciidoc": "asciidoc",
    "asciidoctor": "asciidoc",
    "org": "org",
    "latex": "latex",
    "tex": "latex",
    "srt": "subtitles",
    "subrip": "subtitles",
    "vtt": "subtitles",
    "webvtt": "subtitles",
}
"""Formats by what editors call them, for documents whose names do not tell."""


class Document(NamedTuple):
    """What an editor has open."""

    uri: str
    text: str
    language_id: str = ""

    @property
    def path(self) -> str:
        """The path of its file, or a name for what is in no file."""
        parts = urlsplit(self.uri)
        if parts.scheme == "file":
            return url2pathname(parts.path)
        return os.path.basename(parts.path) or "untitled.md"

    @property
    def format(self) -> str:
        """The format it is read as; empty for what is no article, or one that is taken out of its file."""
        suffix = suffix_of(self.path)
        if not is_text(self.path):
            return ""
        return FORMATS.get(suffix) or BY_LANGUAGE_ID.get(self.language_id, "" if suffix else "text")


class Judged(NamedTuple):
    """What is known of a text."""

    document: Document
    report: FileReport
    rules: Mapping[str, Rule] = {}
    project: Project | None = None
    speak: Callable[[str], str] = as_is
    """Makes of messages the words of the reader's language."""
    others: Mapping[str, str] = {}
    """The texts of other files that findings speak of, by path."""


class _Revocable(Budget):
    """A budget that is over as soon as nobody wants to know any more."""

    __slots__ = ("_is_wanted",)

    def __init__(self, is_wanted: Callable[[], bool], length: int, seconds: float, **clocks: Any) -> None:
        super().__init__(length, seconds, **clocks)
        self._is_wanted = is_wanted

    def check(self) -> None:
        if not self._is_wanted():
            raise OutOfTime("the text has changed")
        super().check()


def _store(root: str) -> Store | None:
    """What is kept of a project between sessions; nothing where it cannot be kept."""
    try:
        store = Store(cache_folder(None), root)
    except Refused:
        return None
    begin_with_kept(store)
    return store


class Judge:
    """Lints documents by the settings of the editor. It has the linter of one thread."""

    def __init__(self, settings: Settings, language: str = WRITTEN_IN, config: str = "") -> None:
        """``language`` is that of the editor, ``config`` the configuration that its settings may name."""
        self._settings = settings
        self._language = language
        self._config = settings.config or config
        self._habits: Known = {}
        self.renew()

    def renew(self) -> None:
        """Read configurations, rules and bibles again when they are next asked for."""
        forget()
        self._linter: Linter | None = None

    def judge(self, document: Document, is_wanted: Callable[[], bool] = lambda: True) -> Judged:
        """What is to be told of a document; whatever is wrong becomes a failure of the report.

        It is given up half-way as soon as ``is_wanted`` says so.
        """
        path = document.path
        try:
            return self._judge(document, path, is_wanted)
        except Exception as error:
            failed = FileReport(path, failures=[failure_of(error)])
            return Judged(document, failed, speak=self._speak(None, {}))

    def _judge(self, document: Document, path: str, is_wanted: Callable[[], bool]) -> Judged:
        linter = self._linter = self._linter or self._made(path)
        project = linter.finder.of_file(path)
        excluded = linter.finder.excluded_in(os.path.dirname(path))
        if not document.format or (excluded is not None and excluded(path)):
            return Judged(document, FileReport(path), project=project)
        bounded(document.text.encode("utf-8", "surrogatepass"))
        linter.make_budget = partial(_Revocable, is_wanted)
        report = linter.lint_source(document.text, path, document.format)
        self._compare(report, document, linter)
        if linter.store is not None:
            keep(linter.store)
        policies = linter.policies
        wrong = (*policies.problems, *policies.unknown_choice(project, PLACE))
        report.failures += [problem.told for problem in wrong]
        rules = {rule.id: rule for rule in policies.of(path).rules.rules}
        speak, others = self._speak(project, rules), self._others(report, linter)
        return Judged(document, report, rules, project, speak, others)

    def _compare(self, report: FileReport, document: Document, linter: Linter) -> None:
        """Add what the language versions of a document tell; the others are read from the disk."""
        groups = linter.versions_of([report.path])
        if groups:
            from linter.engine.cross_version import judge_versions

            linter.opened = {report.path: document.text}
            judge_versions([report], linter, groups)

    def _made(self, path: str) -> Linter:
        finder = ConfigFinder(self._config or None)
        store = _store(finder.of_file(path).root)
        linter = Linter(self._settings.choice, finder, store)
        linter.habits = self._habits
        return linter

    def _speak(self, project: Project | None, rules: Mapping[str, Rule]) -> Callable[[str], str]:
        wishes = (self._settings.messages, project.config.messages if project else AUTO, self._language)
        language = next(each for each in wishes if each != AUTO)
        return translate_with(rules.values(), language)

    def _others(self, report: FileReport, linter: Linter) -> dict[str, str]:
        paths = {each.path for finding in report.findings for each in finding.related if each.path}
        return {path: source for path in sorted(paths) if (source := linter.source(path)) is not None}
