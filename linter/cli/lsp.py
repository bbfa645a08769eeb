"""``factlint lsp``: a language server, so that editors show findings while an article is written."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from linter import __version__
from linter.cli.main import FAILED, OK
from linter.cli.terminal import say
from linter.engine.config import ConfigError, ConfigFinder
from linter.engine.run import Linter
from linter.finding import FileReport, Finding, Severity
from linter.text import LineIndex, Span


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="use this configuration for all files")


def run(args: argparse.Namespace) -> int:
    """Serve on stdin and stdout until the editor ends it."""
    try:
        server = build_server(args.config)
    except ImportError:
        say("error: the language server needs pygls: pip install 'factlint[lsp]'")
        return FAILED
    server.start_io()
    return OK


def build_server(config: str | None = None) -> Any:
    """A server that lints a document when it is opened, changed or saved. ``ImportError`` without pygls."""
    from lsprotocol import types
    from pygls.lsp.server import LanguageServer

    server = LanguageServer("factlint", __version__)
    linter = Linter(finder=ConfigFinder(config))

    def publish(uri: str) -> None:
        document = server.workspace.get_text_document(uri)
        report = _lint(linter, document.source, uri)
        lines = LineIndex(document.source)
        encoding = str(getattr(server.workspace.position_encoding, "value", "utf-16"))
        diagnostics = [_diagnostic(finding, lines, uri, encoding) for finding in report.findings]
        for failure in report.failures:
            server.window_log_message(types.LogMessageParams(types.MessageType.Error, failure))
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        nonlocal linter
        linter = Linter(finder=ConfigFinder(config))  # a configuration or a rule may have changed
        publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    options = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = server.workspace.get_text_document(params.text_document.uri)
        found = [_actions(each, document.lines, document.uri) for each in params.context.diagnostics]
        return [action for several in found for action in several]

    return server


def _lint(linter: Linter, source: str, uri: str) -> FileReport:
    parts = urlsplit(uri)
    path = (
        url2pathname(parts.path) if parts.scheme == "file" else os.path.basename(parts.path) or "untitled.md"
    )
    try:
        return linter.lint_source(source, path)
    except ConfigError as error:
        return FileReport(path, failures=[str(error)])


def _diagnostic(finding: Finding, lines: LineIndex, uri: str, encoding: str) -> Any:
    from lsprotocol import types

    levels = {
        Severity.ERROR: types.DiagnosticSeverity.Error,
        Severity.WARNING: types.DiagnosticSeverity.Warning,
        Severity.INFO: types.DiagnosticSeverity.Information,
    }
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, _range(each.span, lines, encoding)), each.label or "the other place"
        )
        for each in finding.related
        if not each.path
    ]
    return types.Diagnostic(
        range=_range(finding.span, lines, encoding),
        message=finding.message + (f" Suggestion: {finding.suggestion}" if finding.suggestion else ""),
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


def _actions(diagnostic: Any, lines: Sequence[str], uri: str) -> list[Any]:
    """What a click can do: write the safe fix, or silence the rule on this line."""
    from lsprotocol import types

    found = []
    fix = (diagnostic.data or {}).get("fix")
    if fix is not None:
        title = f"Replace with “{fix}”" if fix else "Delete"
        found.append(_action(title, types.TextEdit(diagnostic.range, fix), diagnostic, uri))
    number = diagnostic.range.start.line
    if uri.lower().endswith((".md", ".markdown", ".html", ".htm")) and not _in_front_matter(lines, number):
        line = lines[number].rstrip("\r\n") if number < len(lines) else ""
        end = types.Position(number, len(line.encode("utf-16-le")) // 2)
        comment = f" <!-- factlint-disable-line {diagnostic.code}: why -->"
        edit = types.TextEdit(types.Range(end, end), comment)
        found.append(_action(f"Silence {diagnostic.code} on this line", edit, diagnostic, uri))
    return found


def _in_front_matter(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands between the delimiters at the top, where a comment would break the metadata."""
    delimiter = lines[0].strip() if lines else ""
    return delimiter in ("---", "+++") and delimiter not in (line.strip() for line in lines[1:number])


def _action(title: str, edit: Any, diagnostic: Any, uri: str) -> Any:
    from lsprotocol import types

    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )
