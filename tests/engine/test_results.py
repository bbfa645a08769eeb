"""What is kept between runs: it is used only if nothing has changed, and it is never trusted blindly."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.engine.cache.folder import Store
from linter.engine.config import ConfigFinder
from linter.engine.profiles import Choice
from linter.engine.run import Linter
from linter.finding import FileReport

BAD = "# A title\n\nThe event is on Monday, 5 March 2024.\n"
LONG_AGO = 1_700_000_000


class Project:
    """A folder of articles, linted with a cache; counts the files that were really linted."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.linted: list[str] = []
        monkeypatch.chdir(root)
        lint = Linter.lint_bytes

        def counted(linter: Linter, data: bytes, path: str) -> FileReport:
            self.linted.append(path)
            return lint(linter, data, path)

        monkeypatch.setattr(Linter, "lint_bytes", counted)
        monkeypatch.setattr("linter.engine.cache.folder.code_stamp", lambda: ("of a test",))

    def write(self, name: str, text: str, age: int = LONG_AGO) -> None:
        path = self.root / name
        path.write_text(text, encoding="utf-8")
        os.utime(path, (age, age))

    def run(self, choice: Choice | None = None, store: str = "cache") -> list[FileReport]:
        self.linted.clear()
        finder = ConfigFinder(".factlint.yaml" if os.path.exists(".factlint.yaml") else None)
        linter = Linter(choice or Choice(), finder, Store(store))
        names = sorted(name for name in os.listdir() if name.endswith(".md"))
        return list(linter.lint_files(names))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = Project(tmp_path, monkeypatch)
    made.write("a.md", BAD)
    made.write("b.md", "# B\n\nNothing of note here.\n")
    return made


def test_the_second_run_lints_nothing_and_says_the_same(project: Project) -> None:
    first = project.run()
    assert project.linted == ["a.md", "b.md"]
    assert any(report.findings for report in first)
    assert project.run() == first
    assert project.linted == []


def test_another_time_of_the_same_bytes_is_no_change(project: Project) -> None:
    first = project.run()
    project.write("a.md", BAD, age=LONG_AGO + 60)
    assert project.run() == first
    assert project.linted == []


@pytest.mark.parametrize("text", ["# A title\n", BAD.replace("5", "6")])
def test_a_changed_file_is_linted_again(project: Project, text: str) -> None:
    project.run()
    project.write("a.md", text, age=LONG_AGO + 60)
    project.run()
    assert project.linted == ["a.md"]


def test_a_change_within_the_resolution_of_time_is_seen(project: Project) -> None:
    now = int(os.stat("a.md").st_ctime)
    project.write("a.md", BAD, age=now)
    project.run()
    project.write("a.md", BAD.replace("5", "6"), age=now)
    project.run()
    assert project.linted == ["a.md"]


def test_other_rules_parameters_and_settings_are_other_results(project: Project) -> None:
    project.run()
    for text in (
        "ignore: [missing-headline]\n",
        "severity: {dates: error}\n",
        "vocabulary: [Zork]\n",
        "metadata: {title: [zork]}\n",
        "min-severity: error\n",
    ):
        project.write(".factlint.yaml", text)
        project.run()
        assert project.linted == ["a.md", "b.md"], text
        project.run()
        assert project.linted == [], text
    project.run(Choice(select=("dates",)))
    assert project.linted == ["a.md", "b.md"]


def test_a_changed_source_of_an_article_is_seen(project: Project) -> None:
    project.write("source.txt", "The mayor spoke.\n")
    project.write("a.md", "---\ntitle: A\nsources: [source.txt]\n---\n\nThe mayor spoke.\n")
    project.run()
    project.run()
    assert project.linted == []
    project.write("source.txt", "The mayor was silent.\n")
    project.run()
    assert project.linted == ["a.md"]


def test_a_file_that_fails_is_tried_again(project: Project) -> None:
    (project.root / "c.md").write_bytes(b"\xff\xff")
    os.utime(project.root / "c.md", (LONG_AGO, LONG_AGO))
    assert project.run()[2].failures
    assert project.run()[2].failures
    assert project.linted == ["c.md"]


def _broken(path: Path) -> None:
    path.write_bytes(b"this is no database" * 100)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _other_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE files (other TEXT)")


def _nonsense(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE reports SET said = ?", (b"nonsense",))


@pytest.mark.parametrize("harm", [_broken, _empty, _other_tables, _nonsense])
def test_a_spoilt_database_loses_nothing(project: Project, harm: Callable[[Path], None]) -> None:
    first = project.run()
    harm(project.root / "cache" / "results.db")
    assert project.run() == first


def test_a_folder_that_cannot_be_made_is_no_harm(project: Project) -> None:
    project.write("occupied", "a file")
    assert project.run(store="occupied/cache") == project.run()


def test_spoilt_files_of_rules_are_read_anew(project: Project) -> None:
    first = project.run()
    for path in (project.root / "cache").glob("rules-*"):
        path.write_bytes(path.read_bytes()[:-50])
    assert project.run() == first


def test_git_and_backups_leave_the_folder_alone(project: Project) -> None:
    project.run()
    assert (project.root / "cache" / ".gitignore").read_text() == "*\n"
    assert (project.root / "cache" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172")


def test_a_database_in_use_is_left(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.engine.cache.database.PATIENCE", 0.0)
    first = project.run()
    with sqlite3.connect(project.root / "cache" / "results.db", isolation_level=None) as database:
        database.execute("BEGIN IMMEDIATE")
        assert project.run() == first
        project.write("a.md", BAD + "\nMore.\n", age=LONG_AGO + 60)
        assert len(project.run()) == 2
        database.execute("ROLLBACK")
