"""One text after the other, judged: what runs in the processes of the pool."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from linter.analyses.language import language
from linter.article.beside import read_beside
from linter.article.formats import FORMATS, UNPACKERS
from linter.article.model import Article
from linter.article.unpacked import unpack
from linter.engine.config_files import ConfigFinder
from linter.engine.policies import Choice
from linter.engine.run import Linter, failure_of
from linter.finding import FileReport, Finding, Severity
from linter.messages.catalogue import Translate, translate
from linter.messages.reader import LANGUAGES, WRITTEN_IN
from linter.reporters.base import RuleInfo
from linter.reporters.rule_info import rule_info
from linter.reporters.translated import finding_in, rule_in
from linter.rules.model import Rule
from linter.rules.translations import translate_with
from linter.serve.job import Answer, Job, Settings

NAME = "article"
"""What the file of a text is called: nothing is told by it."""
_LINTERS = 4
"""So many sets of further rules are kept ready."""
_SHARE = 2
"""A text may use a part of its time on the clock; the rest is for a machine that is busy with others."""


class Judge:
    """Judges texts by one configuration. It opens no file that a text names."""

    def __init__(self, settings: Settings) -> None:
        """``ConfigError`` if the configuration is broken."""
        self._settings = settings
        self._finder = ConfigFinder(settings.config or None, settings.isolated)
        self._linters: dict[tuple[str, ...], Linter] = {}
        linter = self._linter(())
        self._known = frozenset(linter.policies.book(self._finder.of_file(NAME)).rules)

    def judge(self, job: Job) -> Answer:
        """What is to be told of a text; whatever is wrong becomes a failure."""
        try:
            return self._judge(job)
        except Exception as error:
            self._linters.clear()  # else the time that was lost would count for the next ones
            speak = translate(job.messages or WRITTEN_IN)
            return Answer(job.text, failures=(speak(failure_of(error)),))

    def _judge(self, job: Job) -> Answer:
        linter = self._linter(tuple(sorted(self._known.intersection(job.enabled))))
        path = _path(job.format)
        if job.format in UNPACKERS:
            text, spoken = unpack(job.data, job.format).text, ""
            report = linter.lint_unpacked(job.data, path, job.format)
        else:
            text = job.text
            report, spoken = _lint(linter, job, path)
        rules = {rule.id: rule for rule in linter.policies.of(path).rules.rules}
        told = job.messages or (spoken if spoken in LANGUAGES else WRITTEN_IN)
        speak = translate_with(rules.values(), told)
        failures = [*report.failures, *(problem.told for problem in linter.policies.problems)]
        findings = _findings(report, job.min_severity, speak)
        return Answer(
            text,
            spoken,
            findings,
            _infos(findings, rules, speak),
            tuple(map(speak, failures)),
            tuple(map(speak, report.notices)),
        )

    def _linter(self, enabled: tuple[str, ...]) -> Linter:
        if enabled not in self._linters:
            while len(self._linters) >= _LINTERS:
                del self._linters[next(iter(self._linters))]
            limit = max(1, self._settings.time_limit // _SHARE)
            linter = Linter(Choice(extend_select=enabled, time_limit=limit), self._finder)
            linter.reads_others = False
            self._linters[enabled] = linter
        return self._linters[enabled]


def _path(format: str) -> str:
    return NAME + next(suffix for suffix, each in FORMATS.items() if each == format)


def _lint(linter: Linter, job: Job, path: str) -> tuple[FileReport, str]:
    """The report of a text, and the language of its article."""
    read: list[Article] = []

    def article(aliases: Mapping[str, tuple[str, ...]]) -> Article:
        read.append(read_beside(job.text, path, job.format, job.given, aliases))
        return read[0]

    report = linter.lint_read(len(job.text), path, article)
    return report, language(read[0])


def _findings(report: FileReport, least: Severity, speak: Translate) -> tuple[Finding, ...]:
    told: Callable[[Finding], Finding] = partial(finding_in, speak)
    return tuple(told(each) for each in report.findings if each.severity >= least)


def _infos(findings: tuple[Finding, ...], rules: Mapping[str, Rule], speak: Translate) -> dict[str, RuleInfo]:
    names = sorted({each.rule for each in findings})
    return {name: rule_in(speak, rule_info(rules[name])) for name in names}
