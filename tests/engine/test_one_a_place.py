"""Two rules never report the same words."""

from __future__ import annotations

from linter.article.read import read_article
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.finding import Severity
from linter.rules.load import load_rules

WORD = load_rules().rules["repeated-word"]
TWICE = [WORD._replace(id="a-rule"), WORD._replace(id="b-rule")]


def reported(disabled: str = "", severity: dict[str, Severity] | None = None) -> list[str]:
    source = f"---\nlang: en\nfactlint: {{disable: [{disabled}]}}\n---\n\nIt was the the end.\n"
    return [
        each.rule for each in lint(read_article(source, "a.md"), RuleSet(TWICE, severity=severity)).findings
    ]


def test_the_first_of_equals_stays() -> None:
    assert reported() == ["a-rule"]


def test_the_more_severe_stays() -> None:
    assert reported(severity={"b-rule": Severity.ERROR}) == ["b-rule"]


def test_what_is_silenced_hides_nothing() -> None:
    assert reported(disabled="a-rule") == ["b-rule"]
