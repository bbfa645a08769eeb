"""The language server, spoken to as an editor does."""

from __future__ import annotations

import asyncio
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from linter.lsp.incoming import REFUSED, Incoming
from linter.lsp.judge import Document, Judge
from linter.lsp.settings import Settings, settings_of
from tests.lsp.editor import Editor

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
        assert [action.title for action in actions or []] == [
            "Silence placeholder-date on this line",
            "Silence placeholder-date in this file",
        ]
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
        assert [action.title for action in actions or []] == ["Silence placeholder-date in this file"]

    speak(session)


@pytest.mark.filterwarnings("default")
def test_lines_are_those_of_the_editor() -> None:
    """Only CR, LF and CRLF end a line of the protocol."""
    odd = "# A\u2028meeting\u2029of\x85the\x0bcouncil\x0cof\x1cParis\r\n\rThey met in April 20XX in Paris.\n"

    async def session(
        client: LanguageClient, published: asyncio.Queue[types.PublishDiagnosticsParams]
    ) -> None:
        open_document(client, odd)
        found = [each for each in (await published.get()).diagnostics if each.code == "placeholder-date"]
        assert [each.range for each in found] == [types.Range(types.Position(2, 12), types.Position(2, 22))]
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(URI), found[0].range, types.CodeActionContext(found)
            )
        )
        action, _ = [each for each in actions or [] if isinstance(each, types.CodeAction)]
        assert action.edit is not None
        assert action.edit.changes is not None
        assert action.edit.changes[URI][0].range.start == types.Position(2, 32)
        change = types.TextDocumentContentChangeWholeDocument(odd.replace("They met", "Then they met"))
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, URI), [change])
        )
        found = [each for each in (await published.get()).diagnostics if each.code == "placeholder-date"]
        assert [each.range.start for each in found] == [types.Position(2, 17)]

    speak(session)


@pytest.mark.filterwarnings("default")
def test_what_is_not_open_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    uri = (tmp_path / "a.md").as_uri()

    async def session(
        client: LanguageClient, published: asyncio.Queue[types.PublishDiagnosticsParams]
    ) -> None:
        place = types.Range(types.Position(0, 0), types.Position(0, 1))
        finding = types.Diagnostic(range=place, message="m", code="placeholder-date")
        actions = await client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri), place, types.CodeActionContext([finding])
            )
        )
        assert not actions
        client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        open_document(client, TEXT)
        assert (await published.get()).uri == URI

    speak(session)


def message(**content: object) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


@pytest.mark.parametrize("ends", [[{"id": 2, "method": "shutdown"}, {"method": "exit"}], []])
def test_the_end_is_silent(ends: list[dict[str, object]]) -> None:
    begin = {"capabilities": {}, "processId": None, "rootUri": None}
    talk = [message(id=1, method="initialize", params=begin), message(method="initialized", params={})]
    talk += [message(**each) for each in ends]
    done = subprocess.run(
        [sys.executable, "-m", "linter", "lsp"], input=b"".join(talk), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Content-Length: ")


def test_a_large_document_is_not_linted() -> None:
    judge = Judge(Settings())
    report = judge.judge(Document(URI, "word " * 4_000_000)).report
    assert report.failures == ["larger than 16 MiB; --max-file-size reads larger ones"]
    assert judge.judge(Document(URI, "one \ud800 half")).report.failures == []


# -- editors that err ------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [10**9, 10**18, 10**300])
def test_a_message_of_absurd_length_is_refused(size: int) -> None:
    begin = {"capabilities": {}, "processId": None, "rootUri": None, "locale": "fr"}
    hello = message(id=1, method="initialize", params=begin)
    command = [sys.executable, "-m", "linter", "lsp"]
    talk = hello + b"Content-Length: %d\r\n\r\n{}" % size
    done = subprocess.run(command, input=talk, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    told = json.loads(done.stdout.rpartition(b"\r\n\r\n")[2])["params"]["message"]
    assert "n’a pas été lu" in told
    assert str(size // 2**20) in re.sub(r"\s", "", told)


def test_what_was_refused_is_passed_over() -> None:
    stream = io.BytesIO(b"x" * 11 + b"Content-Length: 3\r\n\r\nyes")
    incoming = Incoming(stream, most=10)
    assert json.loads(incoming.read(11))["method"] == REFUSED
    assert incoming.readline() == b"Content-Length: 3\r\n"
    assert incoming.readline() == b"\r\n"
    assert incoming.read(3) == b"yes"
    assert json.loads(incoming.read(12))["method"] == REFUSED
    assert incoming.readline() == b""


def test_a_header_without_an_end_is_no_message(folder: Path) -> None:
    with Editor(folder) as editor:
        editor.write(b"X" * 3_000_000 + b"\r\nContent-Length: " + b"9" * 5000 + b"\r\n")
        editor.open("a.md", TEXT)
        assert [each["code"] for each in editor.published()] == ["placeholder-date"]


def test_a_change_of_what_is_not_open_changes_nothing(folder: Path) -> None:
    with Editor(folder) as editor:
        editor.change("not open.md", TEXT, 2)
        assert editor.note("window/logMessage")["message"].endswith(
            "not%20open.md was changed and is not open"
        )
        editor.open("a.md", TEXT)
        assert editor.note("textDocument/publishDiagnostics")["uri"] == editor.uri("a.md")


def test_settings_that_name_a_rule_that_there_is_none_of() -> None:
    settings, _ = settings_of({"select": ["placeholder-date", "wekday-mismatch"]})
    judged = Judge(settings).judge(Document(URI, TEXT))
    assert [found.rule for found in judged.report.findings] == ["placeholder-date"]
    (told,) = judged.report.failures
    assert told.startswith("factlint: no rule or topic 'wekday-mismatch'; did you mean 'weekday-mismatch'")
