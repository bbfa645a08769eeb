"""The language server, spoken to as an editor does."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

TEXT = "# A 𝒫lain meeting\n\n𝒫aris: they met in April 20XX in Paris.\n"
URI = "file:///articles/a.md"
Session = Callable[[LanguageClient, "asyncio.Queue[types.PublishDiagnosticsParams]"], Awaitable[None]]


def speak(session: Session) -> None:
    """Start a server, let the session talk to it, and shut it down."""

    async def talk() -> None:
        client = LanguageClient("editor", "1")
        published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams) -> None:
            published.put_nowait(params)

        await client.start_io(sys.executable, "-m", "linter", "lsp")
        await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        client.initialized(types.InitializedParams())
        await session(client, published)
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()

    asyncio.run(asyncio.wait_for(talk(), 60))


def open_document(client: LanguageClient, text: str) -> None:
    item = types.TextDocumentItem(URI, "markdown", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))


@pytest.mark.filterwarnings("default")
def test_findings_follow_the_document() -> None:
    async def session(
        client: LanguageClient, published: asyncio.Queue[types.PublishDiagnosticsParams]
    ) -> None:
        open_document(client, TEXT)
        (found,) = (await published.get()).diagnostics
        assert (found.code, found.source) == ("placeholder-date", "factlint")
        start = len(TEXT.split("\n")[2].partition("April")[0].encode("utf-16-le")) // 2
        assert found.range == types.Range(types.Position(2, start), types.Position(2, start + 10))
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(URI), found.range, types.CodeActionContext([found])
            )
        )
        assert [action.title for action in actions or []] == ["Silence placeholder-date on this line"]
        change = types.TextDocumentContentChangeWholeDocument(TEXT.replace("20XX", "2024"))
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, URI), [change])
        )
        assert not (await published.get()).diagnostics

    speak(session)


@pytest.mark.filterwarnings("default")
def test_no_comment_is_offered_in_front_matter() -> None:
    async def session(
        client: LanguageClient, published: asyncio.Queue[types.PublishDiagnosticsParams]
    ) -> None:
        open_document(client, "---\ntitle: What they said in April 20XX\n---\n\nThey met in Paris.\n")
        (found,) = (await published.get()).diagnostics
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(URI), found.range, types.CodeActionContext([found])
            )
        )
        assert not actions

    speak(session)
