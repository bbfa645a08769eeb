"""An editor at its barest: it sends and reads the messages of the protocol, byte by byte."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TEXT = "# A plain meeting\n\nThey met in April 20XX in Paris.\n"
WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
PULLS = {"textDocument": {"diagnostic": {"dynamicRegistration": False}}}
SECONDS = 120
"""After which a message that does not come will not come."""


class Editor:
    """A client of a server of its own, to be used in a ``with`` block."""

    def __init__(
        self,
        folder: Path,
        capabilities: Mapping[str, Any] | None = None,
        settings: Mapping[str, Any] | None = None,
        **more: Any,
    ) -> None:
        """``settings`` are what it answers when it is asked for the section of a workspace."""
        self.folder = folder
        self.asked: list[dict[str, Any]] = []
        """The requests of the server, in their order."""
        self.notes: queue.Queue[dict[str, Any]] = queue.Queue()
        self._settings = settings
        self._answers: dict[int, queue.Queue[dict[str, Any]]] = {}
        environment = {**os.environ, "LC_ALL": "C", "FACTLINT_CACHE_DIR": str(folder.parent / "cache")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "linter", "lsp"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        begin = {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities or {}, **more}
        self.hello = self.request("initialize", begin)
        self.notify("initialized", {})

    @property
    def process(self) -> int:
        """The number of the server's process."""
        return self._process.pid

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, *error: object) -> None:
        if not any(error):
            self.request("shutdown", None)
            self.notify("exit", None)
            assert self._process.wait(SECONDS) == 0
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    # -- messages ------------------------------------------------------------------------

    def send(self, **content: Any) -> None:
        """Send a message."""
        body = json.dumps({"jsonrpc": "2.0", **content}).encode()
        self.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def write(self, data: bytes) -> None:
        """Send what may be no message."""
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def notify(self, method: str, params: Any) -> None:
        """Say something that has no answer."""
        self.send(method=method, params=params)

    def ask(self, method: str, params: Any) -> int:
        """Ask something; the number is for :meth:`answer`."""
        number = len(self._answers) + 1
        self._answers[number] = queue.Queue()
        self.send(id=number, method=method, params=params)
        return number

    def answer(self, number: int) -> dict[str, Any]:
        """The whole answer to what was asked."""
        return self._answers[number].get(timeout=SECONDS)

    def request(self, method: str, params: Any) -> Any:
        """Ask something, and give the result."""
        answer = self.answer(self.ask(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def note(self, method: str) -> Any:
        """The next thing that the server says by this method."""
        while True:
            told = self.notes.get(timeout=SECONDS)
            if told["method"] == method:
                return told["params"]

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            size = int(line.removeprefix(b"Content-Length: "))
            while stream.readline().strip():
                continue
            told = json.loads(stream.read(size))
            if "method" not in told:
                self._answers[told["id"]].put(told)
            elif "id" in told:
                self.asked.append(told)
                self.send(id=told["id"], result=self._reply(told))
            else:
                self.notes.put(told)

    def _reply(self, asked: Mapping[str, Any]) -> Any:
        replies: dict[str, Any] = {
            "workspace/configuration": [self._settings],
            "workspace/applyEdit": {"applied": True},
        }
        return replies.get(asked["method"])

    # -- documents -----------------------------------------------------------------------

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> None:
        item = {"uri": self.uri(name), "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, name: str, text: str, version: int) -> None:
        document = {"uri": self.uri(name), "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def save(self, name: str) -> None:
        self.notify("textDocument/didSave", {"textDocument": {"uri": self.uri(name)}})

    def published(self) -> list[dict[str, Any]]:
        """The diagnostics that the server sends next."""
        found: list[dict[str, Any]] = self.note("textDocument/publishDiagnostics")["diagnostics"]
        return found

    def pull(self, name: str, **more: Any) -> dict[str, Any]:
        """The diagnostics that the editor asks for."""
        document = {"textDocument": {"uri": self.uri(name)}, **more}
        report: dict[str, Any] = self.request("textDocument/diagnostic", document)
        return report

    def hover(self, name: str, position: Mapping[str, int]) -> Any:
        place = {"textDocument": {"uri": self.uri(name)}, "position": position}
        return self.request("textDocument/hover", place)

    def actions(self, name: str, place: Mapping[str, Any], **context: Any) -> dict[str, dict[str, Any]]:
        """What can be done at a range, by title."""
        asked = {
            "textDocument": {"uri": self.uri(name)},
            "range": place,
            "context": {"diagnostics": [], **context},
        }
        found = self.request("textDocument/codeAction", asked) or []
        return {action["title"]: action for action in found}


def edits_of(action: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The edits of an action, whose document is the only one that it changes."""
    edit = action["edit"]
    changes = [change["edits"] for change in edit.get("documentChanges") or ()]
    (edits,) = changes or (edit.get("changes") or {}).values()
    return list(edits)


def edited(text: str, edits: list[dict[str, Any]], encoding: str) -> str:
    """The text after edits, by an arithmetic of our own."""
    for edit in sorted(edits, key=lambda each: offset(text, each["range"]["start"], encoding), reverse=True):
        start, end = (offset(text, edit["range"][side], encoding) for side in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


def offset(text: str, position: Mapping[str, int], encoding: str) -> int:
    """The offset of a position in a text whose lines end with ``\\n`` or ``\\r\\n``."""
    lines = text.split("\n")
    codec, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding]
    before = lines[position["line"]].encode(codec)[: position["character"] * size].decode(codec)
    return sum(len(line) + 1 for line in lines[: position["line"]]) + len(before)


def codes(diagnostics: list[dict[str, Any]]) -> list[str]:
    return [each["code"] for each in diagnostics]


def judged(diagnostics: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that are about the article, not about what silences its rules."""
    return [each for each in diagnostics if "suppression" not in each["code"]]


def place_of(text: str, words: str) -> dict[str, Any]:
    """The range of words in a text of ASCII."""
    before = text[: text.index(words)].split("\n")
    start = {"line": len(before) - 1, "character": len(before[-1])}
    return {"start": start, "end": {**start, "character": start["character"] + len(words)}}
