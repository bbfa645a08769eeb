"""A file ends when its time is over; what was cut is named, and the others are linted."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.article.model import Article
from linter.article.read import read_article
from linter.check import Alarm, Check, Count
from linter.cli.main import run
from linter.engine import interrupt
from linter.engine.interrupt import interrupted
from linter.engine.lint import lint
from linter.engine.policies import Choice
from linter.engine.ruleset import RuleSet
from linter.engine.run import Linter
from linter.matching.budget import Budget, OutOfTime, Overtime
from linter.rules.load import load_rules
from linter.topics.dates.weekday import Weekday
from linter.topics.structure.repeated_word import RepeatedWord

TEXT = "---\nlang: en\n---\n\nOn Monday, 5 March 2024 the the end came.\n"
RULES = load_rules().rules


class Hands:
    """The hands of a clock that a check moves."""

    now = 0.0


@pytest.fixture
def slow_weekday(monkeypatch: pytest.MonkeyPatch) -> type[Hands]:
    """The check of weekdays takes a minute after what it finds."""
    Hands.now = 0.0
    judge = Weekday.run

    def run_slowly(self: Weekday, article: Article) -> Iterator[Alarm | Count]:
        yield from judge(self, article)
        Hands.now += 60
        article.budget.check()

    monkeypatch.setattr(Weekday, "run", run_slowly)
    return Hands


def linted(seconds: float) -> tuple[list[str], list[str]]:
    article = read_article(TEXT, "a.md")
    article.budget = Budget(len(TEXT), seconds, lambda: Hands.now, lambda: Hands.now)
    rules = RuleSet([RULES["repeated-word"], RULES["weekday-mismatch"], RULES["unbalanced-quote"]])
    report = lint(article, rules)
    return [finding.rule for finding in report.findings], report.failures


def test_rules_that_no_time_is_left_for_are_named(slow_weekday: type[Hands]) -> None:
    found, [failure] = linted(30)
    assert found == ["weekday-mismatch", "repeated-word"]
    assert failure == (
        "not judged to the end by weekday-mismatch, unbalanced-quote: it took more than 30 seconds of "
        "processor time (time-limit)"
    )


def test_with_more_time_there_is_nothing_to_tell(slow_weekday: type[Hands]) -> None:
    assert linted(90) == (["weekday-mismatch", "repeated-word"], [])


def _stuck(self: Check, article: Article) -> Iterator[Alarm | Count]:
    while True:
        re.search("(?:a|a)*$", "a" * 18 + "b")
    yield Count("never")


@pytest.fixture
def timer() -> Iterator[None]:
    """The timer of the wall clock is free; what may have taken it has it back afterwards."""
    if not hasattr(signal, "setitimer"):
        pytest.skip("the system has no such timer")
    left = signal.setitimer(signal.ITIMER_REAL, 0)
    handler = signal.signal(signal.SIGALRM, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, *left)


@pytest.mark.usefixtures("timer")
def test_what_is_stuck_is_interrupted_and_the_others_are_linted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(interrupt, "_PATIENCE", 0.02)
    judge = RepeatedWord.run
    monkeypatch.setattr(
        RepeatedWord,
        "run",
        lambda self, article: (_stuck if article.path.endswith("a.md") else judge)(self, article),
    )
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    line = ["check", "--no-cache", "--output-format", "concise", "--jobs", "1", "--select"]
    assert run([*line, "repeated-word,weekday-mismatch", "--time-limit", "30", "."]) == 2
    told = capsys.readouterr()
    assert "a.md: not judged to the end by repeated-word: it took more than 30 seconds" in told.err
    assert [line.partition(":")[0] for line in told.out.splitlines()] == ["a.md", "b.md", "b.md"]


@pytest.mark.usefixtures("timer")
def test_a_reader_that_is_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*arguments: object) -> Article:
        while True:
            pass

    monkeypatch.setattr(interrupt, "_PATIENCE", 0.02)
    monkeypatch.setattr("linter.article.read.read_article", never)
    report = Linter(Choice(time_limit=1)).lint_bytes(TEXT.encode(), "a.md")
    assert report.failures == ["was not linted: it took more than 1 seconds of processor time (time-limit)"]


@pytest.mark.usefixtures("timer")
def test_the_timer_is_put_away() -> None:
    with interrupted(Budget(0, 100)):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 100
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    with pytest.raises(OutOfTime), interrupted(Budget(0, 100)):
        raise OutOfTime
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_other_threads_have_no_timer() -> None:
    ended: list[bool] = []

    def work() -> None:
        with interrupted(Budget(0, 1)):
            ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]


@pytest.mark.parametrize(("configured", "option", "expected"), [("7", [], 7), ("7", ["3"], 3), ("0", [], 0)])
def test_the_limit_is_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, configured: str, option: list[str], expected: int
) -> None:
    said: list[float] = []
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".factlint.yaml").write_text(f"time-limit: {configured}\n", encoding="utf-8")
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(
        "linter.engine.run.Budget", lambda length, seconds: said.append(seconds) or Budget(length, seconds)
    )
    line = ["check", "--no-cache", "a.md", *(("--time-limit", *option) if option else ())]
    assert run(line) == 1
    assert said == [expected]


@pytest.mark.parametrize("wrong", ["-1", "nan", "inf", "1.5", "x", ""])
def test_a_limit_is_a_whole_number(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["check", "--time-limit", wrong])
    assert ended.value.code == 2
    assert "--time-limit" in capsys.readouterr().err


def test_a_limit_of_any_size_is_taken() -> None:
    for seconds in (10**8, 10**25, 10**400):
        with interrupted(Budget(1_000, seconds)):
            Budget(1_000, seconds).check()


def worked(overtime: Overtime, length: int, seconds: float, limit: float = 10) -> None:
    with overtime.counted(Budget(length, limit, lambda: Hands.now)):
        Hands.now += seconds


def test_many_slow_files_end_a_run() -> None:
    overtime = Overtime()
    for _ in range(25):
        worked(overtime, 100, 8.01)
    with pytest.raises(OutOfTime, match="the files before it took as long as 20 may take in all"):
        worked(overtime, 100, 1)
    worked(overtime, 100, 1000, limit=0)  # no limit, none for the run


def test_a_long_run_of_articles_is_none_of_slow_ones() -> None:
    overtime = Overtime()
    for _ in range(10_000):
        worked(overtime, 100_000, 0.9)
    worked(overtime, 100, 205)
    with pytest.raises(OutOfTime):
        worked(overtime, 100, 1)


def test_what_the_run_leaves_no_time_for_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Budget, "left", -20.0 * 30)  # each takes as much as twenty may
    monkeypatch.setattr(Budget, "check", lambda budget: None)
    assert run(["check", "--no-cache", "."]) == 2
    said = capsys.readouterr().err
    assert "a.md: was not linted" not in said
    assert "b.md: was not linted: the files before it took as long" in said
    assert "c.md: was not linted: the files before it took as long" in said
