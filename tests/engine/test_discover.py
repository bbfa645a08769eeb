"""Which files are linted."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.discover import find_files


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {
        ".gitignore": "drafts/\n*.bak.md\n!keep.bak.md\n/top.md\n",
        "a.md": "", "b.txt": "", "c.html": "", "d.py": "", "top.md": "", "x.bak.md": "", "keep.bak.md": "",
        "drafts/e.md": "", "blog/f.md": "", "blog/top.md": "", "blog/.gitignore": "g.md\n", "blog/g.md": "",
        "node_modules/h.md": "", ".git/i.md": "",
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def nothing(folder: str) -> None:
    """No file is excluded."""


def test_a_folder(tree: Path) -> None:
    assert list(find_files(["."], nothing)) == [
        "a.md", "b.txt", "blog/f.md", "blog/top.md", "c.html", "keep.bak.md",
    ]  # fmt: skip


def test_gitignore_above_the_folder_counts(tree: Path) -> None:
    assert list(find_files(["blog"], nothing)) == ["blog/f.md", "blog/top.md"]
    (tree / ".gitignore").write_text("blog/f.md\n")
    assert list(find_files(["blog"], nothing)) == ["blog/top.md"]


def test_named_files_are_linted_whatever_they_are(tree: Path) -> None:
    assert list(find_files(["d.py", "top.md", "none.md"], lambda folder: lambda path: True)) == [
        "d.py",
        "top.md",
        "none.md",
    ]


def test_force_exclude(tree: Path) -> None:
    assert list(
        find_files(["a.md", "b.txt"], lambda folder: lambda path: path == "a.md", force_exclude=True)
    ) == ["b.txt"]


def test_each_file_once(tree: Path) -> None:
    assert list(find_files(["a.md", ".", "./a.md", "blog"], nothing)).count("a.md") == 1


def test_excluded_in_folders(tree: Path) -> None:
    assert list(find_files(["."], lambda folder: lambda path: path.startswith("blog"))) == [
        "a.md", "b.txt", "c.html", "keep.bak.md",
    ]  # fmt: skip
