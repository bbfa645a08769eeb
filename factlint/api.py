"""What the package does."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Literal, get_args

from factlint.findings import CheckError, ConfigurationError, Finding, Severity
from factlint.telling import Telling
from linter import finding as internal
from linter.article.beside import read_beside
from linter.article.formats import UNPACKERS, format_of
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.policies import Choice
from linter.engine.run import Linter
from linter.finding import FileReport
from linter.matching.budget import OutOfTime
from linter.rules.translations import translate_with

Format = Literal["markdown", "html", "text"]
Language = Literal["en", "fr", "de", "es", "it", "pt", "nl", "pl"]


def check(
    text: str,
    *,
    path: str | os.PathLike[str] = "article.md",
    title: str | None = None,
    date: str | datetime.date | None = None,
    lang: str | None = None,
    format: Format | None = None,
    config: str | os.PathLike[str] | None = None,
) -> list[Finding]:
    """The findings in a text, in the order of their places: those of ``factlint check`` on the same article.

    ``path`` is where the text stands or would stand. It need not exist; its suffix tells the format, it may
    tell a date, and the configuration is looked for from there upwards. ``title``, ``date`` and ``lang`` are
    what is known beside the text, and win over its front matter; files that articles are taken out of, as
    notebooks and feeds are, say it themselves. ``config`` is used instead of what stands above the path.

    For many texts make one :class:`Checker`. Raises as :meth:`Checker.check` does.
    """
    return Checker(config=config).check(text, path=path, title=title, date=date, lang=lang, format=format)


class Checker:
    """Checks many texts: configurations and rules are read once.

    It is for one thread. What hangs is interrupted in the main thread alone; in others a text has a limit of
    time between two rules.
    """

    def __init__(
        self,
        *,
        config: str | os.PathLike[str] | None = None,
        isolated: bool = False,
        select: Iterable[str] = (),
        extend_select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        preview: bool = False,
        min_severity: Severity | None = None,
        messages: Language = "en",
    ) -> None:
        """The arguments are those of the command line; ``isolated`` reads no configuration.

        ``messages`` is the language that findings are told in. ``ConfigurationError`` if ``config`` is
        broken, ``ValueError`` for a severity or a language that there is none.
        """
        _reject_others("min_severity", min_severity, (None, *get_args(Severity)))
        _reject_others("messages", messages, get_args(Language))
        choice = Choice(
            select=_names(select),
            extend_select=_names(extend_select),
            ignore=_names(ignore),
            preview=preview,
            min_severity=internal.Severity.named(min_severity) if min_severity else None,
        )
        self._messages = messages
        try:
            finder = ConfigFinder(os.fspath(config) if config is not None else None, isolated)
            self._linter = Linter(choice, finder)
            self._linter.policies.reject_unknown_choice()
        except ConfigError as error:
            raise ConfigurationError(str(error)) from None

    def check(
        self,
        text: str,
        *,
        path: str | os.PathLike[str] = "article.md",
        title: str | None = None,
        date: str | datetime.date | None = None,
        lang: str | None = None,
        format: Format | None = None,
    ) -> list[Finding]:
        """The findings in a text; the arguments are those of :func:`check`.

        ``ConfigurationError`` if the configuration of the path or a rule is broken, ``CheckError`` if the
        text could not be judged, or not by every rule, ``ValueError`` for a format that there is
        none, ``TypeError`` for what is no text.
        """
        if format is not None:
            _reject_others("format", format, get_args(Format))
        named = {
            "title": title,
            "date": date.isoformat() if isinstance(date, datetime.date) else date,
            "lang": lang,
        }
        where = os.fspath(path)
        _reject_no_text(
            {"text": text, "path": where, **{key: each for key, each in named.items() if each is not None}}
        )
        name = format or format_of(where) or "text"
        is_added_to = name not in UNPACKERS
        given = {key: value for key, value in named.items() if is_added_to and value and value.strip()}
        try:
            report = self._report(text, where, name, given)
        except ConfigError as error:
            raise ConfigurationError(str(error)) from None
        except OutOfTime as error:
            raise CheckError(str(error), []) from None
        problems = self._linter.policies.problems
        if problems:
            raise ConfigurationError("\n".join(map(str, problems)))
        findings = Telling(text, given, self._translate()).findings(report)
        if report.failures:
            raise CheckError("\n".join(report.failures), findings)
        return findings

    def _report(self, text: str, path: str, format: str, given: dict[str, str]) -> FileReport:
        if not given:
            return self._linter.lint_source(text, path, format)
        read = partial(read_beside, text, path, format, given)
        return self._linter.lint_read(len(text), path, read)

    def _translate(self) -> Callable[[str], str]:
        return translate_with(self._linter.policies.active_rules(), self._messages)


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """Names of rules or topics; a string is one, and not its letters."""
    return (given,) if isinstance(given, str) else tuple(given)


def _reject_no_text(given: Mapping[str, object]) -> None:
    for name, value in given.items():
        if not isinstance(value, str):
            advice = "; decode it first" if isinstance(value, bytes) else ""
            raise TypeError(f"{name}: a str is needed, not {type(value).__name__}{advice}")


def _reject_others(name: str, value: str | None, known: Iterable[str | None]) -> None:
    if value not in known:
        words = ", ".join(repr(each) for each in known if each)
        raise ValueError(f"{name}: {value!r} is none of {words}")
