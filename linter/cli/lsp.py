"""``factlint lsp``: a language server, so that editors show findings while an article is written."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from linter import __version__
from linter.cli.main import FAILED, OK
from linter.cli.terminal import language_of, say, say_problems
from linter.decode import reason
from linter.engine.config import ConfigError, ConfigFinder
from linter.engine.run import Linter
from linter.faults import fault
from linter.files import bounded, forget
from linter.finding import FileReport, Finding, Severity
from linter.messages import message
from linter.messages.catalogue import translate
from linter.messages.reader import AUTO
from linter.rules.translations import own_texts
from linter.text import LineIndex, Span

_PAUSE = 0.1
"""Seconds without another change after which a document is linted: who types does not wait for results."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="use this configuration for all files")


def run(args: argparse.Namespace) -> int:
    """Serve on stdin and stdout until the editor ends it."""
    try:
        server = build_server(args.config)
    except ImportError:
        say("error: the language server needs pygls: pip install 'factlint[lsp]'")
        return FAILED
    except ConfigError as error:
        say_problems(error.problems)
        return FAILED
    if not args.debug:
        _without_tracebacks()
    channel = open(os.dup(sys.stdout.fileno()), "wb")  # noqa: SIM115 - the server closes it
    with redirect_stdout(sys.stderr):  # what anybody prints is no message to the editor
        server.start_io(stdout=channel)
    return OK


def _without_tracebacks() -> None:
    import logging

    for name in ("pygls", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def build_server(config: str | None = None) -> Any:
    """A server that lints a document when it is opened, changed or saved. ``ImportError`` without pygls."""
    from lsprotocol import types
    from pygls.lsp.server import LanguageServer

    # whole documents: pygls counts the lines of a part otherwise than editors do
    server = LanguageServer("factlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    session = _Session(server, config)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        session.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        session.publish_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        session.renew()  # a configuration or a rule may have changed
        session.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)

    options = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return session.actions(params.text_document.uri, params.context.diagnostics)

    return server


class _Session:
    """What an editor has open. Documents that it has not opened are not read."""

    def __init__(self, server: Any, config: str | None) -> None:
        self._server = server
        self._config = config
        self._waiting: dict[str, Any] = {}
        """Documents that have changed, each with the timer after which it is linted."""
        self.renew()

    def renew(self) -> None:
        """Read the configuration and the rules again when they are next asked for."""
        forget()
        self._linter = Linter(finder=ConfigFinder(self._config))

    def publish(self, uri: str) -> None:
        """Lint a document and tell the editor."""
        from lsprotocol import types

        self._stop_waiting(uri)
        document = self._server.workspace.text_documents.get(uri)
        if document is None:
            return
        report = _lint(self._linter, document.source, uri)
        lines, encoding = LineIndex(document.source), _units(self._server)
        speak = self._translate(report.path)
        diagnostics = [_diagnostic(finding, lines, uri, encoding, speak) for finding in report.findings]
        for failure in map(speak, report.failures):
            self._server.window_log_message(types.LogMessageParams(types.MessageType.Error, failure))
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics))

    def _translate(self, path: str) -> Callable[[str], str]:
        """What says messages in the language of a document's configuration, else of the reader."""
        try:
            setting: str = self._linter.finder.of(path).config.messages
        except ConfigError:
            setting = AUTO
        language = language_of(setting)
        return translate(language, own_texts(self._linter.profiles.active_rules(), language))

    def publish_soon(self, uri: str) -> None:
        """Lint a document when it has not changed for a moment."""
        import asyncio

        self._stop_waiting(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(_PAUSE, self.publish, uri)

    def close(self, uri: str) -> None:
        """Take back what was told of a document."""
        from lsprotocol import types

        self._stop_waiting(uri)
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def actions(self, uri: str, diagnostics: Iterable[Any]) -> list[Any]:
        """What a click can do about the findings at a place."""
        document = self._server.workspace.text_documents.get(uri)
        if document is None:
            return []
        lines, encoding = LineIndex(document.source), _units(self._server)
        found = [_actions(each, lines, uri, encoding) for each in diagnostics]
        return [action for several in found for action in several]

    def _stop_waiting(self, uri: str) -> None:
        timer = self._waiting.pop(uri, None)
        if timer is not None:
            timer.cancel()


def _units(server: Any) -> str:
    """What the editor counts columns in: ``utf-8``, ``utf-16`` or ``utf-32``."""
    encoding = server.workspace.position_encoding
    return str(getattr(encoding, "value", encoding))


def _lint(linter: Linter, source: str, uri: str) -> FileReport:
    parts = urlsplit(uri)
    path = (
        url2pathname(parts.path) if parts.scheme == "file" else os.path.basename(parts.path) or "untitled.md"
    )
    try:
        bounded(source.encode("utf-8", "surrogatepass"))
        return linter.lint_source(source, path)
    except ConfigError as error:
        return FileReport(path, failures=[str(error)])
    except OSError as error:
        return FileReport(path, failures=[reason(error)])
    except Exception as error:  # the server must outlive every document
        return FileReport(path, failures=[f"cannot be linted: {fault(error)}"])


def _diagnostic(
    finding: Finding, lines: LineIndex, uri: str, encoding: str, speak: Callable[[str], str]
) -> Any:
    from lsprotocol import types

    levels = {
        Severity.ERROR: types.DiagnosticSeverity.Error,
        Severity.WARNING: types.DiagnosticSeverity.Warning,
        Severity.INFO: types.DiagnosticSeverity.Information,
    }
    advice = speak(message("suggestion: {text}", text=finding.suggestion)) if finding.suggestion else ""
    advice = f" {advice[0].upper()}{advice[1:]}" if advice else ""
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, _range(each.span, lines, encoding)), speak(each.label or "the other place")
        )
        for each in finding.related
        if not each.path
    ]
    return types.Diagnostic(
        range=_range(finding.span, lines, encoding),
        message=speak(finding.message) + advice,
        severity=levels[finding.severity],
        code=finding.rule,
        source="factlint",
        related_information=related or None,
        data={"fix": finding.fix},
    )


def _range(span: Span, lines: LineIndex, encoding: str) -> Any:
    from lsprotocol import types

    columns = {"utf-8": lines.utf8_column, "utf-16": lines.utf16_column}

    def place(offset: int) -> types.Position:
        line, column = lines.position(offset)
        in_units = columns.get(encoding)
        return types.Position(line - 1, (in_units(offset) if in_units else column) - 1)

    return types.Range(place(span.start), place(span.end))


def _actions(diagnostic: Any, lines: LineIndex, uri: str, encoding: str) -> list[Any]:
    """What a click can do: write the safe fix, or silence the rule on this line."""
    from lsprotocol import types

    found = []
    fix = (diagnostic.data or {}).get("fix")
    if fix is not None:
        title = f"Replace with “{fix}”" if fix else "Delete"
        found.append(_action(title, types.TextEdit(diagnostic.range, fix), diagnostic, uri))
    line = diagnostic.range.start.line + 1
    has_comments = uri.lower().endswith((".md", ".markdown", ".html", ".htm"))
    if has_comments and line <= lines.line_count and not _in_front_matter(lines, line):
        end = lines.line_span(line).end
        comment = f" <!-- factlint-disable-line {diagnostic.code}: why -->"
        edit = types.TextEdit(_range(Span(end, end), lines, encoding), comment)
        found.append(_action(f"Silence {diagnostic.code} on this line", edit, diagnostic, uri))
    return found


def _in_front_matter(lines: LineIndex, line: int) -> bool:
    """Whether a line stands between the delimiters at the top, where a comment would break the metadata."""
    spans = map(lines.line_span, range(1, max(line, 2)))
    first, *above = (lines.source[span.start : span.end].strip() for span in spans)
    return first in ("---", "+++") and first not in above


def _action(title: str, edit: Any, diagnostic: Any, uri: str) -> Any:
    from lsprotocol import types

    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )
