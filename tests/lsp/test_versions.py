"""A document whose other language versions lie on the disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from linter.cli.main import run
from tests.lsp.editor import Editor

ENGLISH = "---\nlang: en\n---\n\n# The library\n\nThe new library has 12,500 books on 3 floors since 2019.\n"
FRENCH = (
    "---\nlang: fr\n---\n\n# La bibliothèque\n\n"
    "La nouvelle bibliothèque compte 12 800 livres sur trois étages depuis 2019.\n"
)


def told(editor: Editor) -> list[tuple[str, str]]:
    diagnostics: list[dict[str, Any]] = editor.note("textDocument/publishDiagnostics")["diagnostics"]
    return [(each["code"], each["message"]) for each in diagnostics]


def test_opening_one_version_tells_what_the_command_line_tells(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "story.md").write_text(ENGLISH, encoding="utf-8")
    (folder / "story.fr.md").write_text(FRENCH, encoding="utf-8")
    run(["check", "--output-format", "json", "--no-cache", str(folder / "story.fr.md")])
    (expected,) = json.loads(capsys.readouterr().out)["findings"]
    with Editor(folder) as editor:
        editor.open("story.fr.md", FRENCH)
        assert told(editor) == [("translation-number", expected["message"])]


def test_what_is_typed_counts_and_not_what_is_saved(folder: Path) -> None:
    (folder / "story.md").write_text(ENGLISH, encoding="utf-8")
    (folder / "story.fr.md").write_text(FRENCH, encoding="utf-8")
    with Editor(folder) as editor:
        editor.open("story.fr.md", FRENCH.replace("12 800", "12 500"))
        assert told(editor) == []
