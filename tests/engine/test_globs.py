"""Patterns of paths mean what git takes them to mean."""

from __future__ import annotations

import re
import subprocess
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.engine.discover import find_files
from linter.engine.globs import Globs

NAMES = ("a", "b", "ab", "a-b", "x y", "[a]", "!a", "#a")
PIECES = (
    "a", "b", "*", "**", "?", "/", "!", "[ab]", "[!a]", "[a-b]",
    "[b-a]", "[^]]", "\\#", "\\*", "\\ ", "#", "-", " ", ".md",
)  # fmt: skip
LINE = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5)
    .map("".join)
    # git compares what stands before the first wildcard by itself, and so takes a**/b for ab as well
    .filter(lambda line: not re.search(r"[^/*]\*\*", line))
)


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
        ("a*a*a*a*a*a*a*a*a*b", "a" * 60, False),
    ],
)
def test_a_pattern(pattern: str, path: str, wanted: bool) -> None:
    assert Globs([pattern]).leave_out(path) == wanted


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
        for name in ("a.md", "b.md", "ab.md", "[a].md"):
            (folder / name).touch()
    return top


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINE, max_size=5))
def test_files_are_found_as_git_finds_them(tree: Path, lines: list[str]) -> None:
    (tree / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
    line = ["git", "ls-files", "-z", "--others", "--exclude-per-directory=.gitignore", "--", "*.md"]
    listed = subprocess.run(line, cwd=tree, check=True, capture_output=True, text=True).stdout
    found = find_files([str(tree)], lambda folder: None)
    assert {str(Path(path).relative_to(tree)) for path in found} == set(filter(None, listed.split("\0")))
