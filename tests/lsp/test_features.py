"""What an editor is told, beside the places of findings, and what its settings do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from linter.site import page_of_rule
from tests.lsp.editor import PULLS, TEXT, Editor, codes, place_of

# -- what is told ----------------------------------------------------------------------------------


def test_findings_are_pushed_with_their_version_and_the_address_of_their_rule(folder: Path) -> None:
    with Editor(folder) as editor:
        editor.open("a.md", TEXT)
        told = editor.note("textDocument/publishDiagnostics")
        (found,) = told["diagnostics"]
        assert told["version"] == 1
        address = found["codeDescription"]["href"]
        assert address == page_of_rule("placeholder-date")
        editor.notify("textDocument/didClose", {"textDocument": {"uri": editor.uri("a.md")}})
        assert editor.published() == []


@pytest.mark.parametrize("name", ["two words.md", "über 50%.md", "100%25.md", "a+b#c?.md", "naïve.md"])
def test_documents_are_changed_whatever_they_are_called(folder: Path, name: str) -> None:
    with Editor(folder) as editor:
        editor.open(name, TEXT.replace("20XX", "2024"))
        assert editor.published() == []
        editor.change(name, TEXT, 2)
        told = editor.note("textDocument/publishDiagnostics")
        assert (told["uri"], codes(told["diagnostics"])) == (editor.uri(name), ["placeholder-date"])


def test_findings_are_pulled_and_then_not_pushed(folder: Path) -> None:
    with Editor(folder, PULLS) as editor:
        provider = editor.hello["capabilities"]["diagnosticProvider"]
        assert (provider["interFileDependencies"], provider["workspaceDiagnostics"]) == (False, False)
        editor.open("a.md", TEXT)
        first = editor.pull("a.md")
        assert (first["kind"], codes(first["items"])) == ("full", ["placeholder-date"])
        same = editor.pull("a.md", previousResultId=first["resultId"])
        assert same == {"kind": "unchanged", "resultId": first["resultId"]}
        editor.change("a.md", TEXT.replace("20XX", "2024"), 2)
        assert editor.pull("a.md", previousResultId=first["resultId"])["items"] == []
        assert editor.pull("not-open.md")["items"] == []
        assert editor.notes.empty()


def test_who_does_not_say_that_it_pulls_may_pull(folder: Path) -> None:
    with Editor(folder) as editor:
        editor.open("a.md", TEXT)
        assert codes(editor.published()) == codes(editor.pull("a.md")["items"]) == ["placeholder-date"]


def test_what_was_asked_can_be_taken_back(folder: Path) -> None:
    with Editor(folder, PULLS) as editor:
        editor.open("a.md", "word " * 40_000)
        asked = editor.ask("textDocument/diagnostic", {"textDocument": {"uri": editor.uri("a.md")}})
        editor.notify("$/cancelRequest", {"id": asked})
        assert "error" in editor.answer(asked)
        editor.change("a.md", TEXT, 2)
        assert codes(editor.pull("a.md")["items"]) == ["placeholder-date"]


def test_hovering_explains(folder: Path) -> None:
    markdown = {"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}}
    for capabilities, title in (
        (markdown, "**placeholder\\-date · error**"),
        ({}, "placeholder-date · error"),
    ):
        with Editor(folder, capabilities) as editor:
            editor.open("a.md", TEXT)
            place = place_of(TEXT, "20XX")["start"]
            told = editor.hover("a.md", place)["contents"]["value"]
            assert told.split("\n")[0] == title
            assert "press articles" in told
            assert (page_of_rule("placeholder-date") in told) == bool(capabilities)
            assert editor.hover("a.md", {"line": 0, "character": 3}) is None


def test_strangers_put_no_links_into_what_is_told(folder: Path) -> None:
    text = "# A\n\nThey met in Paris at the the ![x](https://example.org/x.png) in April 20XX <b>.\n"
    markdown = {"textDocument": {"hover": {"contentFormat": ["markdown"]}}}
    (folder / "ours").mkdir()
    (folder / "ours" / "slug.yaml").write_text(
        "check: pattern\nseverity: error\nmessage: '{text} ![x](https://example.org/y.png) \u202e'\n"
        "rationale: See [this](https://example.org).\nparams: {patterns: [Paris]}\n"
        "examples: {bad: [{text: <<Paris>>, lang: en}], good: [{text: Rome, lang: en}]}\n"
    )
    (folder / ".factlint.yaml").write_text("rules: [ours]\n")
    with Editor(folder, markdown) as editor:
        editor.open("a.md", text)
        found = {each["code"]: each for each in editor.published()}
        assert "\u202e" not in found["slug"]["message"]
        told = editor.hover("a.md", place_of(text, "Paris")["start"])["contents"]["value"]
        assert "\u202e" not in told
        assert "](https" not in told
        assert found["slug"]["codeDescription"]["href"].startswith(folder.as_uri())
        assert r"\!\[x\]\(https\://example\.org/y\.png\)" in told


def test_the_language_is_that_of_the_editor(folder: Path) -> None:
    with Editor(folder, locale="fr-CH") as editor:
        editor.open("a.md", TEXT)
        (found,) = editor.published()
        assert "jamais" in found["message"]
        titles = set(editor.actions("a.md", found["range"]))
        assert not [title for title in titles if title.startswith(("Silence", "Replace"))]
    (folder / ".factlint.yaml").write_text("messages: de\n")
    with Editor(folder, locale="fr-CH") as editor:
        editor.open("a.md", TEXT)
        assert "nie" in editor.published()[0]["message"]


# -- settings --------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["extendSelect", "extend-select"])
def test_settings_at_the_start(folder: Path, key: str) -> None:
    text = "# A\n\nThey met on Monday, 18 August 2024, and in April 20XX.\n"
    with Editor(folder, initializationOptions={"ignore": ["placeholder-date"], key: []}) as editor:
        editor.open("a.md", text)
        assert codes(editor.published()) == ["weekday-mismatch"]


def test_settings_of_the_workspace(folder: Path) -> None:
    capabilities = {"workspace": {"configuration": True}}
    with Editor(folder, capabilities, {"select": ["weekday-mismatch"], "config": ""}) as editor:
        editor.pull("none.md")
        editor.open("a.md", TEXT)
        assert codes(editor.published()) == []
        editor._settings = {"minSeverity": "error"}
        editor.notify("workspace/didChangeConfiguration", {"settings": None})
        assert codes(editor.published()) == ["placeholder-date"]


def test_settings_that_are_sent(folder: Path) -> None:
    with Editor(folder) as editor:
        editor.open("a.md", TEXT)
        assert codes(editor.published()) == ["placeholder-date"]
        settings = {"factlint": {"ignore": ["placeholder-date"], "preview": True}}
        editor.notify("workspace/didChangeConfiguration", {"settings": settings})
        assert codes(editor.published()) == []


def test_profiles_are_a_setting(folder: Path) -> None:
    (folder / "ours").mkdir()
    rule = (
        "check: pattern\nprofile: data\nseverity: warning\nmessage: m\nrationale: r\n"
        "params: {patterns: [Paris]}\n"
        "examples: {bad: [{lang: en, text: In <<Paris>>.}], good: [{lang: en, why: none, text: No.}]}\n"
    )
    (folder / "ours" / "paris.yaml").write_text(rule)
    (folder / ".factlint.yaml").write_text("rules: [ours]\n")
    with Editor(folder, initializationOptions={"profiles": ["data"]}) as editor:
        editor.open("a.md", TEXT)
        assert codes(editor.published()) == ["placeholder-date", "paris"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("restructuredtext", "They met.\n\n.. They met in April 20XX.\n"),
        ("asciidoc", "They met.\n\n// They met in April 20XX.\n"),
        ("latex", "They met. % In April 20XX.\n"),
        ("org", "They met.\n\n# They met in April 20XX.\n"),
    ],
)
def test_a_text_in_no_file_is_read_as_its_editor_calls_it(folder: Path, language: str, text: str) -> None:
    with Editor(folder) as editor:
        editor.open("Untitled-1", text, "plaintext")
        assert codes(editor.published()) == ["placeholder-date"]
        editor.open("Untitled-2", text, language)
        assert codes(editor.published()) == []


def test_wrong_settings_are_said(folder: Path) -> None:
    cases: list[tuple[dict[str, Any], str]] = [
        ({"ignores": []}, "factlint: unknown key 'ignores'; did you mean 'ignore'?"),
        ({"preview": "perhaps"}, "factlint: preview: expected true or false, found 'perhaps'"),
        ({"minSeverity": 4}, "factlint: min-severity: expected one of info, warning, error, found '4'"),
    ]
    with Editor(folder) as editor:
        for settings, said in cases:
            editor.notify("workspace/didChangeConfiguration", {"settings": {"factlint": settings}})
            assert editor.note("window/showMessage")["message"] == said


def test_a_configuration_counts_as_soon_as_it_is_there(folder: Path) -> None:
    watches = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    with Editor(folder, watches) as editor:
        editor.open("a.md", TEXT)
        assert codes(editor.published()) == ["placeholder-date"]
        (folder / ".factlint.yaml").write_text("ignore: [placeholder-date]\n")
        editor.save(".factlint.yaml")
        assert codes(editor.published()) == []
        (folder / ".factlint.yaml").write_text("exclude: [b.md]\n")
        editor.notify("workspace/didChangeWatchedFiles", {"changes": []})
        assert codes(editor.published()) == ["placeholder-date"]
        (asked,) = [each for each in editor.asked if each["method"] == "client/registerCapability"]
        assert asked["params"]["registrations"][0]["method"] == "workspace/didChangeWatchedFiles"
        editor.open("b.md", TEXT)
        assert codes(editor.published()) == []


def test_a_broken_configuration_is_said_once(folder: Path) -> None:
    (folder / ".factlint.yaml").write_text("ignores: []\n")
    with Editor(folder) as editor:
        editor.open("a.md", TEXT)
        assert "unknown key 'ignores'" in editor.note("window/showMessage")["message"]
        assert editor.published() == []
        editor.change("a.md", TEXT + "\n", 2)
        assert editor.published() == []
        editor.pull("a.md")
        shown = [each for each in list(editor.notes.queue) if each["method"] == "window/showMessage"]
        assert not shown


def test_what_is_an_article(folder: Path) -> None:
    cases = [
        ("a", "markdown", 1),
        ("a.blade", "markdown", 1),
        ("a.py", "python", 0),
        ("b", "python", 1),
        ("a.txt", "plaintext", 1),
    ]
    with Editor(folder) as editor:
        for name, language, found in cases:
            editor.open(name, TEXT, language)
            assert len(editor.published()) == found, name


def test_the_server_hears_while_it_works(folder: Path) -> None:
    """What is asked about another document is answered while a long text is judged."""
    with Editor(folder) as editor:
        editor.open("a.md", TEXT * 3000)
        assert editor.hover("none.md", {"line": 0, "character": 0}) is None
        assert editor.notes.empty()
        editor.change("a.md", TEXT, 2)
        assert codes(editor.published()) == ["placeholder-date"]
        assert editor.notes.empty()
