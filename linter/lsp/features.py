"""What the server hears, each message handed to who deals with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

from linter.lsp.actions import ADD_WORD, KINDS
from linter.lsp.diagnostics import SOURCE
from linter.lsp.incoming import REFUSED

if TYPE_CHECKING:
    from linter.lsp.server import Server


class Protocol(LanguageServerProtocol):
    """The protocol, with a word to editors that change what they have not opened."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        server = cast("Server", self._server)
        if server.session.get(params.text_document.uri) is None:
            server.not_open(params.text_document.uri)
            return
        yield from super().lsp_text_document__did_change(params)


def register(server: Server) -> None:
    """Let a server hear what the protocol has for it."""
    _hear_of_settings(server)
    _hear_of_documents(server)
    _answer(server)


def _hear_of_settings(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.begin(params)

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        await server.begun()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(params: types.DidChangeConfigurationParams) -> None:
        await server.configured(params.settings)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files(params: types.DidChangeWatchedFilesParams) -> None:
        server.files_changed()


def _hear_of_documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.take_up(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.change(params)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.saved(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(REFUSED)
    def refused(params: Any) -> None:
        server.refused(params)


def _answer(server: Server) -> None:
    pulling = types.DiagnosticOptions(False, False, SOURCE)

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, pulling)
    async def pulled(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        return await server.pulled(params.text_document.uri, params.previous_result_id)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await server.hover(params)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=KINDS))
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await server.actions(params)

    @server.command(ADD_WORD)
    def add_word(uri: str, word: str) -> None:
        server.add_word(uri, word)
