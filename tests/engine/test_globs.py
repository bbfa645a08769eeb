"""Patterns of paths mean what git takes them to mean."""

from __future__ import annotations

import random
import subprocess
from itertools import product
from pathlib import Path

import pytest

from linter.engine.discover import find_files
from linter.engine.globs import Globs
from tests.cost import LINEAR, Work, growth

NAMES = ("a", "b", "ab", "a-b", "x y", "[a]", "!a", "#a", "]", "é")
LEAVES = ("a.md", "b.md", "ab.md", "[a].md", "-.md", "\\.md", "é.md", "1.md")
PIECES = (
    "a", "b", "c", "*", "**", "***", "?", "/", "!", "[ab]", "[!a]", "[^a]", "[a-c]", "[b-a]", "[]a]", "[!]a]",
    "[]", "[", "]", "[a", "[a-", "[a-]", "[-a]", "[\\]]", "[[:alpha:]]", "[[:digit:]]", "[[:nope:]]", "[[:a",
    "[[:a]", "[[a]", "[:alpha:]", "[/]", "[a/b]", "[.-0]", "[a-c-e]", "[", "\\a", "\\*", "\\[", "\\/", "\\\\",
    "\\", "\\ ", "\\#", " ", "#", ".md", "*.md", ".", "-", "x y", "**/", "/**", "/**/", "é", "1",
)  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "path", "wanted"),
    [
        ("drafts/", "drafts/a.md", True),
        ("drafts/", "drafts", False),
        ("drafts", "b/drafts/a.md", True),
        ("/drafts", "b/drafts/a.md", False),
        ("b/drafts", "c/b/drafts/a.md", False),
        ("**/drafts/*.md", "c/b/drafts/a.md", True),
        ("b/**/a.md", "b/a.md", True),
        ("b/**", "b/c/a.md", True),
        ("*.md", "b/a.md", True),
        ("b/*.md", "b/c/a.md", False),
        ("b[!c]d.md", "b/d.md", False),
        ("a.md\\ ", "a.md ", True),
        ("# a.md", "# a.md", False),
        ("\\# a.md", "# a.md", True),
        ("a**/b.md", "ab.md", True),
        ("[]", "[]", False),
        ("[", "[", False),
        ("\\", "\\", False),
        ("a/*", "a/b.md", True),
    ],
)
def test_a_pattern(pattern: str, path: str, wanted: bool) -> None:
    assert Globs([pattern]).leave_out(path) == wanted


@pytest.mark.parametrize("pattern", ["".join(pair) for pair in product(PIECES, repeat=2)])
def test_no_pattern_is_too_broken(pattern: str) -> None:
    for path in ("a/b.md", "[]", "é", "a b", "\\"):
        assert Globs([pattern]).leave_out(path) in (True, False)


@pytest.mark.parametrize("pattern", ["a*" * 500 + "b", "**/a/" * 500 + "b", "?*" * 500, "[a-z]*" * 500 + "-"])
@pytest.mark.parametrize("path", ["a", "a/", "ab/", "a/a"])
def test_the_cost_grows_with_the_path_only(pattern: str, path: str) -> None:
    def asked(size: int) -> Work:
        globs = Globs([pattern])
        return lambda: globs.verdict("", path * (size // len(path)))

    assert growth(asked, 1_000) <= LINEAR


def test_what_a_folder_holds_is_not_the_folder() -> None:
    globs = Globs(["a/*", "b/**", "!keep.md"])
    assert globs.verdict("", "a/") is None
    assert globs.verdict("", "b/") is None
    assert not globs.leave_out("a/keep.md")
    assert globs.leave_out("a/b.md")


def test_the_last_pattern_decides() -> None:
    globs = Globs(["*.md", "!keep.md", "", "# keep.md", "old/keep.md"])
    paths = ["a.md", "keep.md", "b/keep.md", "old/keep.md", "a.txt"]
    assert [path for path in paths if globs.leave_out(path)] == ["a.md", "old/keep.md"]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders three deep with every name in them."""
    top = tmp_path_factory.mktemp("tree")
    subprocess.run(["git", "init", "-q"], cwd=top, check=True)
    for names in product(NAMES, repeat=2):
        folder = top.joinpath(*names)
        folder.mkdir(parents=True, exist_ok=True)
        for leaf in LEAVES:
            (folder / leaf).touch()
    return top


def _lines(choice: random.Random) -> list[str]:
    return [
        "".join(choice.choices(PIECES, k=choice.randint(1, 5))).strip("\n")
        for _ in range(choice.randint(1, 4))
    ]


def test_files_are_ignored_as_git_ignores_them(tree: Path) -> None:
    """Whatever the lines: the same files as ``git check-ignore``."""
    paths = sorted(str(path.relative_to(tree)) for path in tree.rglob("*.md"))
    some = random.Random(1).sample(paths, 200)
    for seed in range(300):
        lines = _lines(random.Random(seed))
        (tree / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
        line = ["git", "check-ignore", "--no-index", "-z", "--stdin"]
        asked = "\0".join(some).encode()
        told = subprocess.run(line, cwd=tree, input=asked, capture_output=True, check=False).stdout
        assert [path for path in some if _is_ignored(Globs(lines), path)] == [
            path for path in some if path in told.decode().split("\0")
        ], lines


def _is_ignored(globs: Globs, path: str) -> bool:
    """Whether git leaves a file out: a folder that is left out has nothing that could be let in again."""
    *folders, name = path.split("/")
    above = ["".join(f"{folder}/" for folder in folders[:depth]) for depth in range(len(folders) + 1)]
    steps = [*(f"{folder}/" for folder in folders), name]
    return any(globs.verdict(start, step) for start, step in zip(above, steps, strict=True))


@pytest.mark.parametrize("seed", range(8))
def test_files_are_found_as_git_finds_them(tree: Path, seed: int) -> None:
    lines = _lines(random.Random(1_000 + seed))
    (tree / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
    line = ["git", "ls-files", "-z", "--others", "--exclude-per-directory=.gitignore", "--", "*.md"]
    listed = subprocess.run(line, cwd=tree, check=True, capture_output=True, text=True).stdout
    found = find_files([str(tree)], lambda folder: None)
    assert {str(Path(path).relative_to(tree)) for path in found} == set(filter(None, listed.split("\0")))
