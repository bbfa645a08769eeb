"""Which files are linted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.engine.config_files import ConfigFinder
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


def test_a_folder_that_nobody_may_look_into_is_told(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = os.scandir

    def refused(path: str) -> Iterator[os.DirEntry[str]]:
        if path == "blog":
            raise PermissionError
        return look(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert "blog" in list(find_files(["."], nothing))
    assert list(find_files(["blog"], nothing)) == ["blog"]
    assert "blog" not in list(find_files(["."], lambda folder: lambda path: path.startswith("blog/")))


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An article in folders as deep as no Python function calls itself; pytest could not remove them."""
    monkeypatch.chdir(tmp_path)
    folders = ["d/" * depth for depth in range(1, 1_201)]
    for folder in folders:
        os.mkdir(folder)
    path = f"{folders[-1]}a.md"
    Path(path).touch()
    yield path
    os.remove(path)
    for folder in reversed(folders):
        os.rmdir(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="the path is longer than others have them")
def test_folders_may_be_as_deep_as_the_disk_has_them(deep: str) -> None:
    Path(".factlint.yaml").write_text("preview: true\n", encoding="utf-8")
    assert list(find_files(["."], nothing)) == [deep]
    assert ConfigFinder().of(deep).config.preview


def test_each_file_once(tree: Path) -> None:
    assert list(find_files(["a.md", ".", "./a.md", "blog"], nothing)).count("a.md") == 1


def test_excluded_in_folders(tree: Path) -> None:
    assert list(find_files(["."], lambda folder: lambda path: path.startswith("blog"))) == [
        "a.md", "b.txt", "c.html", "keep.bak.md",
    ]  # fmt: skip


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_what_git_excludes_for_this_repository_alone(tree: Path) -> None:
    write(tree / ".git" / "info" / "exclude", "/a.md\nblog/\n*.txt\n")
    (tree / ".gitignore").write_text("!*.txt\ndrafts/\n")
    assert list(find_files(["."], nothing)) == ["b.txt", "c.html", "keep.bak.md", "top.md", "x.bak.md"]
    assert list(find_files(["blog"], nothing)) == ["blog/f.md", "blog/top.md"]  # it is named


def test_what_the_user_has_git_ignore(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tree / "config" / "git" / "ignore", "a.md\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tree / "config"))
    assert "a.md" not in list(find_files(["."], nothing))
    write(
        tree / "gitconfig",
        f'[user]\n  name = a\n[Core]\n  excludesFile = "{tree.as_posix()}/mine"\n[a]\n  b = c\n',
    )
    write(tree / "mine", "*.html\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tree / "gitconfig"))
    found = list(find_files(["."], nothing))
    assert "a.md" in found
    assert "c.html" not in found


def test_a_further_work_tree_has_the_excludes_of_its_repository(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tree / ".git" / "info" / "exclude", "a.md\n")
    write(tree / ".git" / "worktrees" / "other" / "commondir", "../..\n")
    other = tree / "other"
    write(other / ".git", f"gitdir: {tree.as_posix()}/.git/worktrees/other\n")
    write(other / "a.md", "")
    write(other / "b.md", "")
    monkeypatch.chdir(other)
    assert list(find_files(["."], nothing)) == ["b.md"]


@pytest.mark.parametrize(
    "config",
    [
        "",
        "[core",
        "[core]\nexcludesfile\n",
        "[core]\nexcludesfile = \n",
        "\0",
        "[core]\nexcludesfile = /proc/self/mem\n",
    ],
)
def test_a_configuration_of_git_that_says_nothing_of_use(
    tree: Path, monkeypatch: pytest.MonkeyPatch, config: str
) -> None:
    write(tree / "gitconfig", config)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tree / "gitconfig"))
    assert "a.md" in list(find_files(["."], nothing))


@pytest.mark.parametrize("target", ["loop.md", "nowhere.md", "n" * 300, "a.md/b.md"])
def test_a_link_that_leads_to_no_file_is_none(tree: Path, target: str) -> None:
    (tree / "blog" / "loop.md").symlink_to(target)
    assert list(find_files(["blog"], nothing)) == ["blog/f.md", "blog/top.md"]
