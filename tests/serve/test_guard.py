"""Who may ask."""

from __future__ import annotations

import pytest

from linter.serve.guard import host_name
from tests.serve.conftest import Client


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8765", 200),
        ("127.0.0.1:1", 200),
        ("[::1]:8765", 200),
        ("factlint.example.org", 200),
        ("attacker.example.org", 403),
        ("localhost.example.org", 403),
        ("127.0.0.1.example.org:80", 403),
        ("0.0.0.0:8765", 403),
        ("localhost@example.org", 403),
        ("[", 403),
    ],
)
def test_by_which_names_the_server_is_asked(client: Client, host: str, status: int) -> None:
    assert client.ask("GET", "/v2/languages", Host=host).status == status


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://localhost:8765", 200),
        ("https://localhost:8765", 200),  # behind a proxy
        ("moz-extension://0b9e", 200),
        ("app://obsidian.md", 200),
        ("https://cms.example.org", 200),
        ("http://localhost:3000", 403),
        ("http://cms.example.org", 403),
        ("https://attacker.example.org", 403),
        ("file://", 403),
        ("null", 403),
    ],
)
def test_which_pages_may_ask(client: Client, origin: str, status: int) -> None:
    reply = client.ask("GET", "/v2/languages", Host="localhost:8765", Origin=origin)
    assert reply.status == status
    allowed = "https://cms.example.org" if origin == "https://cms.example.org" else None
    assert reply.headers.get("access-control-allow-origin") == allowed


def test_a_page_that_may_ask_may_send_json(client: Client) -> None:
    asked = {
        "Host": "localhost",
        "Origin": "https://cms.example.org",
        "Access_Control_Request_Method": "POST",
        "Access_Control_Request_Headers": "content-type",
    }
    assert client.ask("OPTIONS", "/api/check", **asked).status == 200
    assert client.ask("OPTIONS", "/api/check", **{**asked, "Origin": "https://a.example"}).status == 403


def test_every_answer_says_what_a_browser_may_do_with_it(client: Client) -> None:
    for path in ("/v2/languages", "/v2/check", "/nothing"):
        headers = client.ask("GET", path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers


def test_refusals_are_told_as_clients_expect_it(client: Client) -> None:
    line = client.ask("GET", "/v2/languages", Host="a.example").body
    assert line.startswith("Error: the server is not known by this name")
    assert "--allow-host" in client.ask("GET", "/api/openapi.json", Host="a.example").json["error"]


def test_what_is_too_large(client: Client) -> None:
    told = "larger than 1 MiB; 'factlint serve --max-size' allows more"
    assert (client.form(text="a" * (2**20 + 1)).status, client.form(text="a" * (2**20 + 1)).body) == (
        413,
        f"Error: {told}",
    )
    reply = client.ask("POST", "/api/check", Content_Type="application/json", Content_Length=str(2**30))
    assert (reply.status, reply.json) == (413, {"error": told})


def test_host_names() -> None:
    assert host_name("a.example:80") == "a.example"
    assert host_name("[::1]:80") == "::1"
    assert host_name("") == ""
