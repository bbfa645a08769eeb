"""What a click can do about a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lsp.editor import TEXT, WHOLE, Editor, codes, edited, edits_of, judged, place_of

MARKDOWN = [
    # title of the action, text, text afterwards
    (
        "Replace with “Sunday, 18 August 2024”",
        "# A\n\nThey met on Monday, 18 August 2024 in Paris.\n",
        "# A\n\nThey met on Sunday, 18 August 2024 in Paris.\n",
    ),
    (
        "Silence placeholder-date in this file",
        "---\ntitle: In April 20XX\n---\n\nThey met.\n",
        "---\ntitle: In April 20XX\nfactlint: {disable: [placeholder-date]}  # why\n---\n\nThey met.\n",
    ),
    (
        "Silence placeholder-date in this file",
        "---\nfactlint: {disable: [foreign-word]}\n---\n\nIn April 20XX.\n",
        "---\nfactlint: {disable: [placeholder-date, foreign-word]}\n---\n\nIn April 20XX.\n",
    ),
    (
        "Silence placeholder-date in this file",
        "---\r\nfactlint:\r\n  disable:\r\n    - x\r\n---\r\n\r\nIn April 20XX.\r\n",
        "---\r\nfactlint:\r\n  disable:\r\n    - placeholder-date  # why\r\n    - x\r\n---\r\n\r\n"
        "In April 20XX.\r\n",
    ),
    (
        "Silence placeholder-date in this file",
        "+++\ntitle = 'A'\n+++\n\nIn April 20XX they met.\n",
        "+++\nfactlint = {disable = [\"placeholder-date\"]}  # why\ntitle = 'A'\n+++\n\n"
        "In April 20XX they met.\n",
    ),
    (
        "Silence placeholder-date in this file",
        TEXT,
        f"<!-- factlint-disable-file placeholder-date: why -->\n\n{TEXT}",
    ),
]
OTHERS = [
    (
        "a.mdx",
        "Silence placeholder-date on this line",
        TEXT,
        TEXT[:-1] + " {/* factlint-disable-line placeholder-date: why */}\n",
    ),
    (
        "a.html",
        "Silence placeholder-date in this file",
        "<!doctype html>\n<title>In April 20XX</title>\n<body><p>They met.</p>\n",
        "<!doctype html>\n<!-- factlint-disable-file placeholder-date: why -->\n"
        "<title>In April 20XX</title>\n<body><p>They met.</p>\n",
    ),
    (
        "b.html",
        "Silence placeholder-date on this line",
        "<title>A</title><body><p>They met in April 20XX.</p>\n",
        "<title>A</title><body><p>They met in April 20XX.</p>"
        " <!-- factlint-disable-line placeholder-date: why -->\n",
    ),
]


def test_an_action_does_what_it_says(folder: Path) -> None:
    cases = [(f"{number}.md", *case) for number, case in enumerate(MARKDOWN)] + OTHERS
    with Editor(folder, {"workspace": {"workspaceEdit": {"documentChanges": True}}}) as editor:
        for name, title, text, after in cases:
            editor.open(name, text)
            (found,) = judged(editor.published())
            action = editor.actions(name, found["range"])[title]
            assert action["edit"]["documentChanges"][0]["textDocument"]["version"] == 1
            assert edited(text, edits_of(action), "utf-16") == after
            editor.change(name, after, 2)
            assert not judged(editor.published()), name


def test_no_comment_is_offered_where_it_would_be_text(folder: Path) -> None:
    cases = [
        ("a.txt", TEXT, "on this line"),
        ("b.txt", TEXT, "in this file"),
        ("a.md", "---\ntitle: In April 20XX\n---\n\nThey met.\n", "on this line"),
        ("b.md", "---\ntitle: In April 20XX\nfactlint: {x: 1}\n---\n\nThey met.\n", "in this file"),
        ("a.html", "<title>In\nApril 20XX\n</title><body><p>They met.</p>\n", "on this line"),
        ("b.html", "<title>A</title><body><p>In April 20XX <a\nhref='/x'>they</a>.</p>\n", "on this line"),
    ]
    with Editor(folder) as editor:
        for name, text, title in cases:
            editor.open(name, text)
            assert "placeholder-date" in codes(editor.published())
            assert f"Silence placeholder-date {title}" not in editor.actions(name, place_of(text, "April"))


def test_all_safe_fixes_at_once(folder: Path) -> None:
    text = "# A\n\nOn the 22th and the 3th of May they met in April 20XX.\n"
    with Editor(folder) as editor:
        editor.open("a.md", text)
        editor.published()
        (title,) = actions = editor.actions("a.md", WHOLE, only=["source.fixAll"])
        assert actions[title]["kind"] == "source.fixAll.factlint"
        after = text.replace("22th", "22nd").replace("3th", "3rd")
        assert edited(text, edits_of(actions[title]), "utf-16") == after
        assert not editor.actions("a.md", WHOLE, only=["refactor"])
        quick = editor.actions("a.md", place_of(text, "22th"), only=["quickfix"])
        assert quick["Replace with “22nd”"]["isPreferred"]
        assert title not in quick


WORDED = (
    "# A meeting of the council\n\nThe council thanked the crews, who had worked también through winters.\n"
)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (".factlint.yaml", None, 'vocabulary:\n  - "también"\n'),
        (".factlint.yaml", "# ours\n", '# ours\nvocabulary:\n  - "también"\n'),
        (".factlint.yaml", "vocabulary: [a]\nignore: []\n", 'vocabulary: ["también", a]\nignore: []\n'),
        (
            ".factlint.yaml",
            "vocabulary:\r\n# c\r\n- a\r\n- b\r\n",
            'vocabulary:\r\n# c\r\n- "también"\r\n- a\r\n- b\r\n',
        ),
        (".factlint.yaml", "vocabulary: []\n", 'vocabulary: ["también"]\n'),
        (
            "pyproject.toml",
            "[tool.factlint]\npreview = false\n[x]\n",
            '[tool.factlint]\nvocabulary = ["también"]\npreview = false\n[x]\n',
        ),
        (
            "pyproject.toml",
            '[tool.factlint]\npreview = false\nvocabulary = ["a"]\n',
            '[tool.factlint]\npreview = false\nvocabulary = ["también", "a"]\n',
        ),
    ],
)
def test_a_word_is_added_to_the_vocabulary(folder: Path, name: str, before: str | None, after: str) -> None:
    if before is not None:
        (folder / name).write_bytes(before.encode())
    with Editor(folder) as editor:
        editor.open("a.md", WORDED)
        (found,) = editor.published()
        action = editor.actions("a.md", found["range"])["Add “también” to the vocabulary"]
        command = action["command"]
        editor.request(
            "workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]}
        )
        assert (folder / name).read_bytes() == after.encode()
        assert editor.published() == []


def test_a_configuration_that_is_open_is_changed_by_the_editor(folder: Path) -> None:
    (folder / ".factlint.yaml").write_text("vocabulary: [a]\n")
    with Editor(folder) as editor:
        editor.open(".factlint.yaml", "vocabulary: [a]\n", "yaml")
        assert editor.published() == []
        editor.open("a.md", WORDED)
        (found,) = editor.published()
        action = editor.actions("a.md", found["range"])["Add “también” to the vocabulary"]
        editor.request("workspace/executeCommand", {**action["command"], "title": None})
        editor.pull("a.md")
        (asked,) = [each for each in editor.asked if each["method"] == "workspace/applyEdit"]
        after = edited("vocabulary: [a]\n", edits_of(asked["params"]), "utf-16")
        assert after == 'vocabulary: ["también", a]\n'
        assert (folder / ".factlint.yaml").read_text() == "vocabulary: [a]\n"


def test_what_cannot_be_added_is_said(folder: Path) -> None:
    (folder / ".factlint.yaml").write_text("{vocabulary: [a]}\n")
    with Editor(folder) as editor:
        editor.open("a.md", WORDED)
        (found,) = editor.published()
        action = editor.actions("a.md", found["range"])["Add “también” to the vocabulary"]
        editor.request("workspace/executeCommand", {**action["command"], "title": None})
        assert "vocabulary" in editor.note("window/showMessage")["message"]
        assert (folder / ".factlint.yaml").read_text() == "{vocabulary: [a]}\n"
