"""The language server: what it does when an editor opens, changes, saves and asks."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from linter import __version__
from linter.lsp.actions import Actions
from linter.lsp.diagnostics import SOURCE, Shown
from linter.lsp.features import Protocol, register
from linter.lsp.incoming import LONGEST
from linter.lsp.judge import Document, Judge, Judged
from linter.lsp.pace import PAUSE
from linter.lsp.session import Opened, Session
from linter.lsp.settings import settings_of
from linter.lsp.words import Change, with_word
from linter.lsp.worker import Work
from linter.messages import message, whole
from linter.messages.reader import reader_language
from linter.quoting import reason
from linter.reporters.visible import one_line
from linter.rules.translations import translate_with
from linter.write import write_new, write_text

_SETTINGS = (".yaml", ".yml", ".toml", ".ini", ".json")
"""Files that articles are judged by."""
_WATCHED = "**/*{.yaml,.yml,.toml,.vale.ini}"


class Server(LanguageServer):
    """A server that lints documents as they are written."""

    def __init__(self, work: Work, config: str | None = None, pause: float = PAUSE) -> None:
        # whole documents: pygls counts the lines of a part otherwise than editors do
        super().__init__(
            SOURCE,
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
            protocol_cls=Protocol,
        )
        self._config = config or ""
        self._language = reader_language(os.environ)
        self._begun_with: dict[str, Any] = {}
        """The settings at the start; those of the workspace are laid over them."""
        self._told: set[str] = set()
        """Failures that were shown; each is shown once, and logged each time."""
        self.session = Session(work, self._judge({}), self._tell, pause)
        register(self)

    # -- settings ------------------------------------------------------------------------

    def begin(self, params: types.InitializeParams) -> None:
        """Take over the language and the settings of the editor."""
        if params.locale:
            self._language = reader_language({"LANG": params.locale})
        if isinstance(params.initialization_options, dict):
            self._begun_with = params.initialization_options
        self.session.renew(self._judge(self._begun_with))

    async def begun(self) -> None:
        """Ask for the settings of the workspace, and to be told when files change that they speak of."""
        workspace = self.client_capabilities.workspace
        files = workspace.did_change_watched_files if workspace else None
        if files is not None and files.dynamic_registration:
            watcher = types.FileSystemWatcher(_WATCHED)
            options = types.DidChangeWatchedFilesRegistrationOptions([watcher])
            self._register(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        settings = workspace.did_change_configuration if workspace else None
        if settings is not None and settings.dynamic_registration:
            chosen = types.DidChangeConfigurationRegistrationOptions(SOURCE)
            self._register(types.WORKSPACE_DID_CHANGE_CONFIGURATION, chosen)
        await self.configured(None)

    async def configured(self, settings: Any) -> None:
        """Judge all that is open by the settings of the workspace: the editor is asked, or has sent them."""
        workspace = self.client_capabilities.workspace
        if workspace is not None and workspace.configuration:
            item = types.ConfigurationItem(section=SOURCE)
            (settings,) = await self.workspace_configuration_async(types.ConfigurationParams([item])) or (
                None,
            )
        elif isinstance(settings, dict):
            settings = settings.get(SOURCE)
        if isinstance(settings, dict):
            self.session.renew(self._judge({**self._begun_with, **settings}))
            self._all_again()

    def _judge(self, data: object) -> Judge:
        settings, problems = settings_of(data)
        for problem in problems:
            self._show(problem)
        return Judge(settings, self._language, self._config)

    def _register(self, method: str, options: Any) -> None:
        asked = types.Registration(f"{SOURCE}/{method}", method, options)
        self.client_register_capability(types.RegistrationParams([asked]))

    # -- documents -----------------------------------------------------------------------

    def take_up(self, item: types.TextDocumentItem) -> None:
        """Lint a document from now on."""
        self.session.take_up(Document(item.uri, item.text, str(item.language_id)), item.version)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Lint what a document has become."""
        opened = self.session.get(params.text_document.uri)
        if opened is not None:
            text = self.workspace.get_text_document(params.text_document.uri).source
            opened.changed(text, params.text_document.version)

    def not_open(self, uri: str) -> None:
        """Tell of a change of what has not been opened; a part of a text cannot be judged."""
        told = message("{path} was changed and is not open", path=one_line(uri))
        self.window_log_message(types.LogMessageParams(types.MessageType.Warning, told))

    def refused(self, params: Any) -> None:
        """Tell of a message that was too long to be read."""
        size = getattr(params, "size", 0)
        if isinstance(size, int):
            told = message(
                "a message of {size} MiB was not read; the longest has {most}",
                size=whole(size),
                most=whole(LONGEST // 2**20),
            )
            self._show(told)

    def saved(self, uri: str) -> None:
        """Read again what articles are judged by; if that is what was saved, judge all of them."""
        self.session.renew()
        opened = self.session.get(uri)
        if uri.lower().endswith(_SETTINGS) or opened is None:
            self._all_again()
        else:
            opened.again()

    def files_changed(self) -> None:
        """The same, for what was changed by others."""
        self.session.renew()
        self._all_again()

    def close(self, uri: str) -> None:
        """Take back what was told of a document."""
        self.session.close(uri)
        if not self._pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _all_again(self) -> None:
        self.session.again()
        workspace = self.client_capabilities.workspace
        asked = workspace.diagnostics if workspace else None
        if self._pulls and asked is not None and asked.refresh_support:
            self.workspace_diagnostic_refresh(None)

    # -- what is told --------------------------------------------------------------------

    def _tell(self, opened: Opened, judged: Judged) -> None:
        """Tell of what was found, unless the editor asks for it itself."""
        for failure in map(judged.speak, judged.report.failures):
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, failure))
            if failure not in self._told:
                self._told.add(failure)
                self._show(failure)
        if not self._pulls:
            diagnostics = self._shown(judged).diagnostics()
            uri = judged.document.uri
            told = types.PublishDiagnosticsParams(uri, diagnostics, version=opened.version)
            self.text_document_publish_diagnostics(told)

    async def pulled(self, uri: str, previous: str | None) -> types.DocumentDiagnosticReport:
        """What is found in the newest text, or that it is what was found before."""
        opened = self.session.get(uri)
        if opened is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        judged = await opened.settled(now=True)
        known = str(opened.edition)
        if previous == known:
            return types.RelatedUnchangedDocumentDiagnosticReport(known)
        return types.RelatedFullDocumentDiagnosticReport(self._shown(judged).diagnostics(), result_id=known)

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What is to be said about a place."""
        opened = self.session.get(params.text_document.uri)
        if opened is None:
            return None
        document = self.client_capabilities.text_document
        formats = (document.hover.content_format if document and document.hover else None) or ()
        shown = self._shown(await opened.settled())
        return shown.hover(params.position, types.MarkupKind.Markdown in formats)

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """What can be done at a place."""
        opened = self.session.get(params.text_document.uri)
        if opened is None:
            return []
        judged = await opened.settled()
        workspace = self.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        version = opened.version if edits is not None and edits.document_changes else None
        only = params.context.only
        return Actions(self._shown(judged), version).at(
            params.range, None if only is None else list(map(_kind, only))
        )

    def add_word(self, uri: str, word: str) -> None:
        """Put a word into the vocabulary of a document's configuration."""
        opened = self.session.get(uri)
        project = opened.judged.project if opened is not None and opened.judged is not None else None
        if project is None:
            return
        try:
            change = with_word(project, word)
            if change is None:
                told = message("{path}: the vocabulary could not be added to", path=project.path)
                self._show(told)
                return
            self._write(change)
        except (OSError, UnicodeDecodeError) as error:
            self._show(f"{project.path or project.root}: {reason(error)}")

    def _write(self, change: Change) -> None:
        """Write a file; where the editor has it open, let the editor change it."""
        for document in self.workspace.text_documents.values():
            if Document(document.uri, "").path == change.path:
                last = types.Position(len(document.lines), 0)
                edit = types.TextEdit(types.Range(types.Position(0, 0), last), change.text)
                changes = types.WorkspaceEdit(changes={document.uri: [edit]})
                self.workspace_apply_edit(types.ApplyWorkspaceEditParams(changes))
                return
        (write_new if change.is_new else write_text)(change.path, change.text)
        self.files_changed()

    def _shown(self, judged: Judged) -> Shown:
        encoding = self.workspace.position_encoding
        return Shown(judged, str(getattr(encoding, "value", encoding)))

    @property
    def _pulls(self) -> bool:
        """Whether the editor asks for findings; told of them too, it would show all of them twice."""
        document = self.client_capabilities.text_document
        return document is not None and document.diagnostic is not None

    def _show(self, text: str) -> None:
        with suppress(AttributeError, RuntimeError):  # before the editor has said hello
            told = translate_with((), self._language)(text)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, told))


def _kind(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind
