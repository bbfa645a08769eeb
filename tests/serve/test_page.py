"""The page: what it loads, and in which language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from linter.messages.reader import LANGUAGES
from linter.packaged import read_data
from linter.serve.page import page, preferred
from tests.serve.conftest import Client


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def test_nothing_comes_from_elsewhere_and_nothing_is_inline(client: Client) -> None:
    reply = client.ask("GET", "/", Accept_Language="fr-CA,fr;q=0.9")
    policy = reply.headers["content-security-policy"]
    assert (reply.status, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
    assert "unsafe" not in policy
    for tag, attributes in Tags(reply.body).found:
        assert not {"style", "onclick", "onload"} & set(attributes)
        assert tag != "style"
        for name in ("src", "href"):
            if name in attributes:
                assert client.ask("GET", f"/{attributes[name]}").status == 200
    for name in ("page.js", "page.css"):
        text = client.ask("GET", f"/{name}").body
        assert text == read_data("page", name)
        assert not re.search(r"https?:|@import|url\(|innerHTML|\beval\b|localStorage|cookie", text)


def test_only_its_own_files_are_served(client: Client) -> None:
    for name in ("page.html", "..%2Ftables.json", "tables.json", "%00"):
        assert client.ask("GET", f"/{name}").status == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_told_in_the_language(language: str) -> None:
    text = page(language)
    assert "{{" not in text
    assert f'<html lang="{language}">' in text
    if language != "en":
        assert "Or choose or drop a file" not in text
        assert "Copy the corrected text" not in text


def test_every_field_has_a_label() -> None:
    tags = Tags(page("en")).found
    labelled = {attributes["for"] for tag, attributes in tags if tag == "label" and "for" in attributes}
    fields = {
        attributes["id"]
        for tag, attributes in tags
        if tag in ("input", "select", "textarea") and "id" in attributes
    }
    assert fields == labelled == {"title", "date", "lang", "format", "text", "file"}
    assert any(attributes.get("role") == "status" for _, attributes in tags)


def test_what_the_script_asks_for_is_on_the_page() -> None:
    script, text = read_data("page", "page.js"), page("en")
    ids = {attributes["id"] for _, attributes in Tags(text).found if "id" in attributes}
    assert set(re.findall(r'\bat\("([\w-]+)"\)', script)) <= ids


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("en;q=0.5, de;q=0.9", "de"),
        ("sv, *;q=0.1", "en"),
        ("sv, pl;q=0.3", "pl"),
        ("de;q=0", "en"),
        ("de;q=high", "en"),
        ("", "en"),
    ],
)
def test_the_language_that_a_browser_prefers(accepted: str, language: str) -> None:
    assert preferred(accepted) == language
