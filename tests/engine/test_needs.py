"""Checks that cannot have anything to say are not run, and nothing is lost by it."""

from __future__ import annotations

from linter.article.read import read_article
from linter.check import Setup
from linter.engine.cache.serial import unpacked_records
from linter.engine.lint import lint
from linter.engine.needs import NEEDS, idle
from linter.engine.ruleset import RuleSet
from linter.rules.load import load_rules
from linter.topics import CHECKS

SOURCE = "---\ntitle: Anna Nowak, 41, wins\n---\n\n“It works,” said Anna Nowak, 41, in Paris on 4 May 2024.\n"


def test_every_name_is_a_check() -> None:
    assert set(NEEDS) <= set(CHECKS)


def test_without_its_needs_a_check_finds_nothing() -> None:
    article = read_article(SOURCE, "a.md")
    rules = [rule for rule in load_rules().rules.values() if rule.check in NEEDS]
    assert {rule.check for rule in rules} == set(NEEDS)
    for rule in rules:
        assert rule.check in idle(article, Setup(), alone=True)
        assert list(RuleSet([rule]).check(rule).run(article)) == [] or rule.check == "corpus-clash"


def test_articles_that_are_judged_together_leave_records() -> None:
    article = read_article(SOURCE, "a.md")
    rules = RuleSet(load_rules().rules.values())
    assert "corpus-clash" in unpacked_records(lint(article, rules).records)
    assert not lint(article, rules, alone=True).records
