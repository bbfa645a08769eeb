"""Servers for tests: real ones, each on a port of its own."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from linter.serve.job import Settings
from linter.serve.server import Limits, Server, listen

ARTICLE = "They met on Monday, 18 August 2024, in April 20XX."


class Reply:
    """An answer of the server."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read().decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """Asks a server."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
        """``Content_Type`` is the header ``Content-Type``."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, named)
        try:
            return Reply(connection.getresponse())
        finally:
            connection.close()

    def form(self, **fields: str) -> Reply:
        """What LanguageTool's clients send."""
        body = urlencode(fields).encode()
        return self.ask("POST", "/v2/check", body, Content_Type="application/x-www-form-urlencoded")

    def api(self, told: object, **headers: str) -> Reply:
        """What publishing systems send."""
        body = json.dumps(told).encode()
        return self.ask("POST", "/api/check", body, **{"Content_Type": "application/json", **headers})


def served(settings: Settings, limits: Limits) -> Iterator[Client]:
    """A server while a test lasts; it listens before the client asks."""
    listening = listen("127.0.0.1", 0)
    server = Server(settings, limits, listening)
    port = listening.getsockname()[1]
    thread = threading.Thread(target=server.run)
    thread.start()
    client = Client(port)
    try:
        client.ask("GET", "/v2/languages")  # waits until the server answers
        yield client
    finally:
        server.end()
        thread.join()


@pytest.fixture(scope="session")
def client() -> Iterator[Client]:
    """A server without a configuration, with small limits of size."""
    yield from served(
        Settings(isolated=True), Limits(1, 2**20, ("factlint.example.org",), ("https://cms.example.org",))
    )
