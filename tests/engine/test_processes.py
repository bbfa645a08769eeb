"""The same findings in the same order, whatever the number of processes and the state of the cache."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.article.model import Article
from linter.engine import processes as work
from linter.engine.cache.store import Store
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.engine.run import Linter
from linter.finding import FileReport, Finding
from linter.matching.regex_codes import stamp
from linter.rules.load import load_rules

SENTENCES = [
    "The event took place on Monday, 5 March 2024.",
    "Anna Kowalska, 41, spoke first.",
    "Later Anna Kowalska, 43, left the the room.",
    "She was born in 1990 and is now 50 years old.",
    "Of 12 people, 5 were women and 8 were men.",
    "The meeting of 31 June 2023 was moved to April 20XX.",
    "“It works,” he said.",
    "Prices rose by 10 percent, from 100 to 150 euros.",
    "Lorem ipsum dolor sit amet.",
    "As an AI language model, I cannot say.",
]


def article(choice: random.Random) -> str:
    body = "\n\n".join(
        " ".join(choice.choices(SENTENCES, k=choice.randint(1, 4))) for _ in range(choice.randint(1, 6))
    )
    return (
        f"---\ntitle: {choice.choice(['Anna Nowak wins', 'Prices rise', 'A day in June'])}\n---\n\n{body}\n"
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("articles")
    for number in range(60):
        (made / f"{number:02}.md").write_text(article(random.Random(number)), encoding="utf-8")
    (made / "broken.md").write_bytes(b"\xff\xfe\xff")
    return made


def plain(reports: list[FileReport]) -> list[tuple[str, list[Finding], list[str]]]:
    return [(report.path, report.findings, report.failures) for report in reports]


@pytest.mark.parametrize("jobs", [2, 4])
@pytest.mark.parametrize("cached", [False, True])
def test_processes_change_nothing(folder: Path, tmp_path: Path, jobs: int, cached: bool) -> None:
    paths = [str(path) for path in sorted(folder.iterdir())]
    alone = plain(list(Linter().lint_files(paths)))
    assert sum(len(findings) for _, findings, _ in alone) > 50
    store = Store(str(tmp_path / "cache"), str(folder)) if cached else None
    assert plain(list(Linter(store=store).lint_files(paths, jobs))) == alone
    assert plain(list(Linter(store=store).lint_files(paths, jobs))) == alone


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes begin without what is kept")
def test_what_processes_compile_is_kept(folder: Path, tmp_path: Path) -> None:
    kept: list[set[str]] = []
    for jobs in ("1", "2"):
        cache = tmp_path / jobs
        line = ["check", "--isolated", "--jobs", jobs, "--cache-dir", str(cache), "--exit-zero", "."]
        done = subprocess.run(
            [sys.executable, "-m", "linter", *line],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 2, done.stderr  # for the broken one
        kept.append(set(Store(str(cache), str(folder)).read_parts("patterns", stamp()).places))
    assert len(kept[0]) > 50
    assert kept[0] == kept[1]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(), jobs=st.sampled_from([1, 2]))
def test_order_of_files_changes_only_the_order(folder: Path, tmp_path: Path, seed: int, jobs: int) -> None:
    paths = [str(path) for path in sorted(folder.iterdir())][::3]
    wanted = {path: (found, failed) for path, found, failed in plain(list(Linter().lint_files(paths)))}
    random.Random(seed).shuffle(paths)
    reports = plain(list(Linter(store=Store(str(tmp_path / "cache"), str(folder))).lint_files(paths, jobs)))
    assert [path for path, _, _ in reports] == paths
    assert {path: (found, failed) for path, found, failed in reports} == wanted


@settings(max_examples=10, deadline=None)
@given(seed=st.integers())
def test_order_of_rules_changes_nothing(seed: int) -> None:
    from linter.article.read import read_article

    choice = random.Random(seed)
    source = article(choice)
    rules = list(load_rules().rules.values())
    known = lint(read_article(source, "a.md"), RuleSet(rules)).findings
    choice.shuffle(rules)
    assert lint(read_article(source, "a.md"), RuleSet(rules)).findings == known


def _lint_or_die(linter: Linter, path: str) -> FileReport:
    if os.path.basename(path) == "07.md":
        os.kill(os.getpid(), signal.SIGKILL)
    return FileReport(path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the fault is planted in forked processes")
def test_a_file_that_kills_its_process_is_one_failure(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Linter, "lint_file", _lint_or_die)
    paths = [str(path) for path in sorted(folder.iterdir())]
    reports = list(Linter().lint_files(paths, 2))
    assert [report.path for report in reports] == paths
    assert [os.path.basename(report.path) for report in reports if report.failures] == ["07.md"]


_KILLED = """
import os, signal
from linter.engine.processes import lint_all
from linter.finding import FileReport

class Linter:
    def lint_file(self, path):
        if path == "b.md":
            os.kill(os.getppid(), signal.SIGKILL)
        return FileReport(path)

    def digest(self, path):
        return b""

list(lint_all(Linter(), Linter, ["a.md", "b.md", "c.md"], None, 2))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the killer is planted in forked processes")
def test_when_the_linter_is_killed_its_processes_end() -> None:
    done = subprocess.run([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE)  # waits for them as well
    assert done.returncode == -signal.SIGKILL


def test_a_file_that_a_check_stumbles_over_is_one_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(article: Article, *_: Any) -> Iterator[Any]:
        if article.path.endswith("05.md"):
            raise RuntimeError("stumbled")
        return iter(())

    from linter.topics.structure.repeated_word import RepeatedWord

    monkeypatch.setattr(RepeatedWord, "run", lambda self, article: stumble(article))
    paths = [str(folder / "04.md"), str(folder / "05.md"), str(folder / "06.md")]
    reports = list(Linter().lint_files(paths))
    assert [len(report.failures) for report in reports] == [0, 1, 0]
    assert reports[1].failures == ["rule repeated-word failed: RuntimeError: stumbled"]


def test_a_few_files_are_not_worth_a_process(folder: Path) -> None:
    assert work._processes([str(path) for path in folder.iterdir()], 0) == 1
    assert work._processes(["a.md"], 8) == 1


def test_there_are_no_more_processes_than_any_system_can_wait_for() -> None:
    assert work._processes(["a.md"] * 1_000, 500) == 61


def test_tasks_keep_the_order_and_end_small(tmp_path: Path) -> None:
    paths = [str(tmp_path / f"{number:03}.md") for number in range(100)]
    for path in paths:
        Path(path).write_text("x" * 5_000, encoding="utf-8")
    Path(paths[90]).write_text("x" * 500_000, encoding="utf-8")
    tasks = work._tasks(paths, 2)
    assert [path for task in tasks for path in task.paths] == paths
    assert [paths[90] in task.paths for task in tasks] == [task.large for task in tasks]
    assert len(tasks[0].paths) > 10
    assert len(tasks[-1].paths) == 1
