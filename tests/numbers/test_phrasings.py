"""Sentences as articles write them: each rule reports the wrong number and is silent on the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from linter.article.read import read_article
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.rules.load import builtin_folder, load_rule

PHRASINGS = Path(__file__).with_name("phrasings.yaml")
CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def sentences() -> Iterator[tuple[str, str, str]]:
    for rule, languages in yaml.safe_load(PHRASINGS.read_text(encoding="utf-8")).items():
        for language, texts in languages.items():
            for text in texts:
                yield rule, language, text


@cache
def rule_set(name: str) -> RuleSet:
    folder = builtin_folder()
    rule, problems = load_rule(folder / "numbers" / f"{name}.yaml", folder, builtin=True)
    assert rule is not None, problems
    return RuleSet([rule])


def reported(name: str, language: str, text: str) -> list[str]:
    report = lint(read_article(f"---\nlang: {language}\n---\n\n{text}\n", "a.md"), rule_set(name))
    assert not report.failures
    return [finding.message for finding in report.findings]


@pytest.mark.parametrize(("rule", "language", "text"), list(sentences()))
def test_right_number_is_left_alone_and_wrong_one_reported(rule: str, language: str, text: str) -> None:
    assert reported(rule, language, CHOICE.sub(r"\1", text)) == []
    assert len(reported(rule, language, CHOICE.sub(r"\2", text))) == 1
