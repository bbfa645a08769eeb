"""The findings are the same for any number of processes, state of the cache, and order of files and rules.

The articles are the bad examples of all rules, so every rule has something to say.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from fuzz.cache import OneCode
from linter.article.formats import format_of
from linter.engine import policies
from linter.engine.cache import signatures
from linter.engine.cache.store import Store
from linter.engine.cross_article import judge_together
from linter.engine.policies import Choice
from linter.engine.ruleset import RuleSet
from linter.engine.run import Linter
from linter.engine.selftest import composed
from linter.finding import FileReport
from linter.rules.load import load_rules

Said = dict[str, tuple[Any, ...]]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A folder for each bad example, with the files that belong to it; those that are articles."""
    top = tmp_path_factory.mktemp("examples")
    rules = load_rules().rules.values()
    examples = [(rule.id, example) for rule in rules for example in rule.examples.bad[:3]]
    for number, (rule_id, example) in enumerate(examples):
        suffix = {"markdown": "md", "html": "html", "text": "txt"}[example.format]
        source, _ = composed(example)
        files = {**example.files, example.path or f"example.{suffix}": source}
        for name, text in files.items():
            path = top / f"{rule_id}-{number}" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    shutil.copytree(next(top.glob("weekday-mismatch-*")), top / "the-same-once-more")
    return sorted(str(path) for path in top.rglob("*.*") if format_of(path.name))


def said(reports: list[FileReport]) -> Said:
    """What the reports tell; the order of failures and notices means nothing."""
    return {
        each.path: (
            each.findings,
            each.source,
            sorted(each.failures),
            sorted(each.notices),
            each.counts,
            each.records,
        )
        for each in reports
    }


def linted(paths: list[str], jobs: int = 1, store: Store | None = None) -> list[FileReport]:
    linter = Linter(Choice(select=("all",), preview=True), store=store)
    reports = list(linter.lint_files(paths, jobs))
    judge_together(reports, linter)
    return reports


@pytest.fixture(scope="module")
def wanted(paths: list[str]) -> Said:
    """What one process says that knows nothing yet."""
    reports = linted(paths)
    rules = {finding.rule for report in reports for finding in report.findings}
    assert len(rules) > 60, "nearly every rule has to say something"
    assert not any(report.failures for report in reports)
    return said(reports)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder for a cache that takes the times of files at their word, however young they are."""
    monkeypatch.setattr(signatures, "_RACE", -3_600_000_000_000)
    monkeypatch.setattr("linter.engine.cache.store.Code", OneCode)
    return str(tmp_path / "cache")


@pytest.mark.parametrize(("seed", "jobs"), [(1, (1, 2, 4)), (2, (2, 4, 1)), (3, (4, 1, 2))])
def test_nothing_but_files_and_rules_has_a_say(
    paths: list[str],
    wanted: Said,
    cache: str,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    jobs: tuple[int, ...],
) -> None:
    choice = random.Random(seed)

    class Shuffled(RuleSet):
        def __init__(self, rules: Any, *rest: Any) -> None:
            rules = list(rules)
            choice.shuffle(rules)
            super().__init__(rules, *rest)

    monkeypatch.setattr(policies, "RuleSet", Shuffled)
    some = choice.sample(paths, len(paths) // 3)
    linted(some, jobs[0], Store(cache, "/nowhere"))
    for number in jobs:
        shuffled = choice.sample(paths, len(paths))
        reports = linted(shuffled, number, Store(cache, "/nowhere"))
        assert [report.path for report in reports] == shuffled
        assert said(reports) == wanted


def test_the_cache_is_really_asked(
    paths: list[str], wanted: Said, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    linted(paths, 1, Store(cache, "/nowhere"))
    monkeypatch.setattr(Linter, "lint_file", lambda linter, path: pytest.fail(f"{path} was linted again"))
    assert said(linted(paths, 1, Store(cache, "/nowhere"))) == wanted
    for states in Path(cache).glob("*/files-*"):  # only the contents of the files are known then
        states.unlink()
    assert said(linted(paths, 1, Store(cache, "/nowhere"))) == wanted
