"""Only what was changed, in repositories with old posts, renames, merges and hostile settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.engine.line_diff import kept_lines

OLD = "# Old {number}\n\nIn April 20XX they met in Paris.\n\nThey met again.\n"
Run = Callable[..., subprocess.CompletedProcess[str]]


def git(folder: Path, *args: str, **environment: str) -> str:
    settings = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *settings, *args],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def commit(folder: Path, message: str = "m") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def check(folder: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "linter", "check", "--no-cache", *args],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def found(folder: Path, *args: str, **environment: str) -> list[tuple[str, int]]:
    """Path and line of the findings."""
    done = check(folder, "--output-format", "jsonl", *args, **environment)
    assert done.returncode in (0, 1), done.stderr
    records: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert bool([each for each in records if each["severity"] != "info"]) == bool(done.returncode)
    return [(each["path"], each["line"]) for each in records]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """A repository with old posts on ``main``, each with a finding in line 3."""
    folder = tmp_path / "posts"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    for number in range(3):
        (folder / f"{number}.md").write_text(OLD.format(number=number))
    commit(folder)
    return folder


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


NEW = "\nThey will meet in May 20XX.\n"


def test_one_line_among_five_hundred_posts(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    for number in range(500):
        (tmp_path / f"{number}.md").write_text(OLD.format(number=number))
    commit(tmp_path)
    assert found(tmp_path, "--since", "main") == found(tmp_path, "--staged") == []
    append(tmp_path / "77.md", NEW)
    assert found(tmp_path, "--since", "main") == [("77.md", 7)]
    assert found(tmp_path, "--staged") == []
    git(tmp_path, "add", "77.md")
    assert found(tmp_path, "--staged") == [("77.md", 7)]
    commit(tmp_path)
    assert found(tmp_path, "--since", "HEAD") == []
    assert found(tmp_path, "--since", "HEAD~1") == [("77.md", 7)]


def test_either_place_may_be_the_changed_one(posts: Path) -> None:
    text = (
        "---\ntitle: {title}\n---\n\nThe costs rose from 40 million\nto 50 million euros,\n"
        "up {share} percent.\n"
    )
    (posts / "a.md").write_text(text.format(title="A", share=25))
    (posts / "b.md").write_text(text.format(title="A", share=35))
    commit(posts)
    (posts / "a.md").write_text(text.format(title="B", share=35))
    (posts / "b.md").write_text(text.format(title="B", share=35))
    assert found(posts, "--since", "HEAD") == [("a.md", 7)]
    (posts / "b.md").write_text(text.format(title="B", share=35).replace("40 million", "42 million"))
    assert found(posts, "--since", "HEAD", "b.md") == [("b.md", 7)]


def test_a_renamed_file_has_no_new_lines(posts: Path) -> None:
    git(posts, "mv", "0.md", "renamed.md")
    assert found(posts, "--staged") == found(posts, "--since", "HEAD") == []
    append(posts / "renamed.md", NEW)
    git(posts, "add", "-A")
    assert found(posts, "--staged") == [("renamed.md", 7)]
    commit(posts)
    git(posts, "mv", "renamed.md", "again.md")
    commit(posts)
    assert found(posts, "--since", "HEAD~2") == [("again.md", 7)]


def test_what_a_merge_brings_is_not_ours(posts: Path) -> None:
    git(posts, "switch", "-qc", "ours")
    append(posts / "0.md", NEW)
    commit(posts)
    git(posts, "switch", "-q", "main")
    append(posts / "1.md", NEW)
    commit(posts)
    git(posts, "switch", "-q", "ours")
    assert found(posts, "--since", "main") == [("0.md", 7)]
    git(posts, "merge", "-q", "--no-commit", "main")
    assert found(posts, "--staged") == []
    assert found(posts, "--since", "main") == [("0.md", 7)]
    append(posts / "2.md", NEW)
    git(posts, "add", "-A")
    assert found(posts, "--staged") == [("2.md", 7)]
    git(posts, "commit", "-qm", "merged")
    assert found(posts, "--since", "main") == [("0.md", 7), ("2.md", 7)]


def test_only_what_is_staged_counts_as_staged(posts: Path) -> None:
    append(posts / "0.md", NEW)
    git(posts, "add", "0.md")
    (posts / "0.md").write_text("In June 20XX.\n\n" + (posts / "0.md").read_text())
    assert found(posts, "--staged") == [("0.md", 9)]
    assert found(posts, "--since", "HEAD") == [("0.md", 1), ("0.md", 9)]


def test_new_files_and_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text(OLD)
    (tmp_path / "b.md").write_text(OLD)
    git(tmp_path, "add", "a.md")
    assert found(tmp_path, "--staged") == [("a.md", 3)]
    commit(tmp_path)
    (tmp_path / "c.md").write_text(OLD)
    assert found(tmp_path, "--since", "HEAD") == [("c.md", 3)]


def test_other_line_ends_are_no_change(posts: Path) -> None:
    for path in posts.glob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert found(posts, "--since", "HEAD") == []


@pytest.mark.parametrize("name", ["a b.md", "ä\n\"'.md", "-x.md", ":(top).md", "*.md", "$(id).md", "\tt.md"])
def test_odd_names(posts: Path, name: str) -> None:
    (posts / name).write_text(OLD)
    commit(posts)
    assert found(posts, "--since", "HEAD") == []
    append(posts / name, NEW)
    git(posts, "add", "-A")
    assert found(posts, "--staged") == found(posts, "--since", "HEAD") == [(name, 7)]


def test_a_name_that_is_no_text(posts: Path) -> None:
    name = os.fsdecode(b"\xff.md")
    (posts / name).write_text(OLD)
    commit(posts)
    append(posts / name, NEW)
    (line,) = check(posts, "--since", "HEAD", "--output-format", "concise").stdout.splitlines()
    assert ":7:" in line


def test_from_a_folder_and_in_another_work_tree(posts: Path, tmp_path: Path) -> None:
    (posts / "deep").mkdir()
    (posts / "deep" / "a.md").write_text(OLD)
    commit(posts)
    git(posts, "worktree", "add", "-q", str(tmp_path / "tree"), "-b", "other")
    append(tmp_path / "tree" / "deep" / "a.md", NEW)
    assert found(tmp_path / "tree" / "deep", "--since", "main") == [("a.md", 7)]
    assert found(posts / "deep", "--since", "main", "../0.md", "a.md") == []


def test_fixes_are_written_on_changed_lines_only(posts: Path) -> None:
    (posts / "0.md").write_text("# A\n\nOn the 22th of May.\n")
    commit(posts)
    append(posts / "0.md", "\nOn the 23th of May.\n")
    assert check(posts, "--fix", "--since", "HEAD", "0.md").returncode == 0
    assert (posts / "0.md").read_text() == "# A\n\nOn the 22th of May.\n\nOn the 23rd of May.\n"


def test_a_hook_of_git_with_an_index_of_its_own(posts: Path) -> None:
    """``git commit FILE`` hands its hook another index, by an environment variable."""
    append(posts / "0.md", NEW)
    append(posts / "1.md", NEW)
    git(posts, "add", "1.md")
    hook = posts / ".git" / "hooks" / "pre-commit"
    hook.write_text(
        f"#!/bin/sh\n{sys.executable} -m linter check --no-cache --staged --output-format concise > ../out\n"
        "true\n"
    )
    hook.chmod(0o755)
    git(posts, "commit", "-qm", "m", "0.md", PYTHONPATH=os.pathsep.join(sys.path))
    assert [line.split(":")[0] for line in (posts.parent / "out").read_text().splitlines()] == ["0.md"]


def test_a_hook_of_git_beside_a_submodule(posts: Path) -> None:
    """The index that it is handed is none of the submodule."""
    git(posts, "clone", "-q", ".", "inner")
    git(posts, "submodule", "add", "-q", "./inner", "inner")
    commit(posts)
    git(posts, "submodule", "absorbgitdirs")
    append(posts / "0.md", NEW)
    append(posts / "inner" / "1.md", NEW)
    git(posts, "add", "0.md")
    index = {"GIT_INDEX_FILE": ".git/index"}
    assert found(posts, "--staged", **index) == [("0.md", 7)]
    assert found(posts, "--since", "HEAD", **index) == [("0.md", 7), ("inner/1.md", 7)]


def test_a_commit_may_be_named_by_its_message(posts: Path) -> None:
    git(posts, "tag", "-am", "tagged", "v1")
    append(posts / "0.md", NEW)
    for name in (":/m", "v1", "HEAD^{/m}"):
        assert found(posts, "--since", name) == [("0.md", 7)]


@pytest.mark.parametrize(
    "name", ["no-such", "--all", "", "HEAD:0.md", "a..b", "x\ny", "HEAD^{tree}", "^HEAD"]
)
def test_what_is_no_commit(posts: Path, name: str) -> None:
    done = check(posts, f"--since={name}")
    assert done.returncode == 2
    assert "there is no such commit in" in done.stderr
    assert not done.stdout


def test_where_there_is_no_repository(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(OLD)
    for option in (["--since", "HEAD"], ["--staged"]):
        done = check(tmp_path, *option)
        assert done.returncode == 2
        assert "is in no git repository" in done.stderr


def test_that_there_is_no_repository_is_told_before_files_are_looked_for(tmp_path: Path) -> None:
    done = check(tmp_path, "--since", "HEAD")
    assert (done.returncode, done.stdout) == (2, "")
    assert "is in no git repository" in done.stderr


def test_both_at_once(posts: Path) -> None:
    assert check(posts, "--since", "HEAD", "--staged").returncode == 2


def test_without_git(posts: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    done = check(posts, "--staged", PATH=str(tmp_path / "bin"))
    assert done.returncode == 2
    assert "there is no git here" in done.stderr


def test_a_shallow_clone(posts: Path, tmp_path: Path) -> None:
    append(posts / "0.md", NEW)
    commit(posts)
    git(tmp_path, "clone", "-q", "--depth=1", posts.as_uri(), "shallow")
    done = check(tmp_path / "shallow", "--since", "HEAD~1")
    assert done.returncode == 2
    assert "a shallow clone has the last ones only" in done.stderr


HOSTILE = """\
[core]
    fsmonitor = {program}
    hooksPath = {folder}
    pager = {program}
    sshCommand = {program}
    alternateRefsCommand = {program}
    attributesFile = {folder}/attributes
[diff]
    external = {program}
[diff "evil"]
    textconv = {program}
    command = {program}
[filter "evil"]
    clean = {program}
    smudge = {program}
    process = {program}
    required = true
[alias]
    ls-tree = !{program}
    rev-parse = !{program}
[gpg]
    program = {program}
[log]
    showSignature = true
[extensions]
    partialClone = evil
[remote "evil"]
    url = ext::{program}
    uploadpack = {program}
    promisor = true
    vcs = evil
[protocol]
    allow = always
"""


def test_nothing_in_a_repository_is_run(posts: Path, tmp_path: Path) -> None:
    append(posts / "0.md", NEW)
    git(posts, "add", "-A")
    append(posts / "1.md", NEW)
    blob = git(posts, "rev-parse", "HEAD:2.md").strip()
    (posts / ".git" / "objects" / blob[:2] / blob[2:]).unlink()  # which git would like to fetch
    program, folder = tmp_path / "evil", tmp_path / "hooks"
    folder.mkdir()
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/was-run\n")
    program.chmod(0o755)
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (folder / hook).symlink_to(program)
    (posts / ".gitattributes").write_text("*.md diff=evil filter=evil\n")
    (folder / "attributes").write_text("*.md diff=evil filter=evil\n")
    with (posts / ".git" / "config").open("a") as config:
        config.write(HOSTILE.format(program=program, folder=folder))
    (posts / "git").symlink_to(program)
    for option in (["--staged"], ["--since", "HEAD"]):
        check(posts, *option, PATH=os.pathsep.join(["", ".", os.environ["PATH"]]))
    assert not (tmp_path / "was-run").exists()


def test_a_program_of_the_repository_is_no_git(posts: Path, tmp_path: Path) -> None:
    (posts / "git").write_text(f"#!/bin/sh\ntouch {tmp_path}/was-run\n")
    (posts / "git").chmod(0o755)
    append(posts / "0.md", NEW)
    git(posts, "add", "0.md")
    assert found(posts, "--staged", PATH=os.pathsep.join([str(posts), os.environ["PATH"]])) == [("0.md", 7)]
    assert not (tmp_path / "was-run").exists()


def test_baselines_count_before(posts: Path) -> None:
    check(posts, "--write-baseline", "known.json")
    append(posts / "0.md", NEW)
    done = check(posts, "--baseline", "known.json", "--since", "HEAD", "--output-format", "concise")
    assert done.stdout.startswith("0.md:7:")
    assert "No longer found" not in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("abc", "abc", "abc"),
        ("", "abc", ""),
        ("abc", "", ""),
        ("abc", "abxc", "abc"),
        ("abcabc", "abcxabc", "abcabc"),
        ("abcd", "dabc", "abc"),
        ("a-b-c-", "a-x-b-c-", "a-b-c-"),
        ("abcdefg", "axcdyfg", "acdfg"),
        ("--a--", "--b--", "----"),
        ("ab" * 5000, "ba" * 5000, None),
    ],
)
def test_lines_that_are_kept(old: str, new: str, kept: str | None) -> None:
    found = kept_lines(old, new)
    pairs = sorted(found.items())
    assert all(old[there] == new[at] for at, there in pairs)
    assert [there for _, there in pairs] == sorted({there for _, there in pairs})
    if kept is not None:
        assert "".join(new[at] for at, _ in pairs) == kept
