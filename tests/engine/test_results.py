"""What is kept between runs: it is used only if nothing has changed, and it is never trusted blindly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fuzz.cache import OneCode
from linter.engine.cache import reports
from linter.engine.cache.private import Refused
from linter.engine.cache.store import Store
from linter.engine.config_files import ConfigFinder
from linter.engine.policies import Choice
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
        monkeypatch.setattr("linter.engine.cache.store.Code", OneCode)

    def write(self, name: str, text: str, age: int = LONG_AGO) -> None:
        path = self.root / name
        path.write_text(text, encoding="utf-8")
        os.utime(path, (age, age))

    @property
    def cache(self) -> Path:
        """The folder with all that is kept."""
        return self.root.parent / "cache"

    def forget_states(self) -> None:
        """From now on files are known by their contents alone, as after a checkout."""
        for path in self.cache.glob("*/files-*"):
            path.unlink()

    def run(self, choice: Choice | None = None) -> list[FileReport]:
        self.linted.clear()
        finder = ConfigFinder(".factlint.yaml" if os.path.exists(".factlint.yaml") else None)
        linter = Linter(choice or Choice(), finder, Store(str(self.cache), str(self.root)))
        names = sorted(name for name in os.listdir() if name.endswith(".md"))
        return list(linter.lint_files(names))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    (tmp_path / "articles").mkdir()
    made = Project(tmp_path / "articles", monkeypatch)
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
        "ignore: [repeated-word]\n",
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


OWN = """
check: pattern
severity: warning
rationale: Nobody should print it.
params: {patterns: ['Nothing']}
examples:
  bad: [{lang: en, text: "<<Nothing>> to see."}]
  good: [{lang: en, text: "It is nothing."}]
"""
STYLE = "extends: existence\nlevel: warning\ntokens: [Nothing]\n"


@pytest.mark.parametrize(
    ("settings", "name", "rule"),
    [("rules: [ours]", "ours/zork.yaml", OWN), ("vale: [styles]", "styles/Ours/Zork.yml", STYLE)],
)
def test_a_rule_of_a_project_may_change(project: Project, settings: str, name: str, rule: str) -> None:
    (project.root / name).parent.mkdir(parents=True)
    project.write(".factlint.yaml", settings)
    for message in ("a zork", "no zork"):
        project.write(name, f"message: {message}\n{rule}")
        told = {str(finding.message) for report in project.run() for finding in report.findings}
        assert project.linted == ["a.md", "b.md"]
        assert message in told
        project.run()
        assert project.linted == []


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


def test_reports_are_found_by_content_alone(project: Project) -> None:
    """After a checkout all times are new."""
    first = project.run()
    project.forget_states()
    assert project.run() == first
    assert project.linted == []


def test_a_name_that_would_break_a_row_is_found_by_content(project: Project) -> None:
    project.write("tab\tand\nline.md", BAD)
    first = project.run()
    assert project.run() == first
    assert project.linted == []


def test_a_long_report_is_not_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "_MOST", 20)
    first = project.run()
    project.forget_states()
    assert project.run() == first
    assert project.linted == ["a.md", "b.md"]


def test_a_full_file_of_reports_keeps_the_newest(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "_MOST", 3000)
    for number in range(150):
        project.write("a.md", f"{BAD}\nParagraph {number}.\n", age=LONG_AGO + number)
        project.run()
    project.forget_states()
    project.run()
    assert "a.md" not in project.linted
    assert sum(path.stat().st_size for path in project.cache.glob("*/reports-*")) < 16 * 2 * 3000


def test_a_folder_that_cannot_be_made_is_refused(project: Project) -> None:
    project.write("occupied", "a file")
    with pytest.raises(Refused, match="Not a directory"):
        Store(str(project.root.parent / "articles" / "a.md" / "cache"), "/elsewhere")


def test_git_and_backups_leave_the_folder_alone(project: Project) -> None:
    project.run()
    assert (project.cache / ".gitignore").read_text() == "*\n"
    assert (project.cache / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172")
