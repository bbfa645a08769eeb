"""Checks that cannot have anything to say are not run, and nothing is lost by it."""

from __future__ import annotations

from linter.article.read import read_article
from linter.check import Setup
from linter.engine.cache.serial import unpacked_records
from linter.engine.lint import lint
from linter.engine.needs import NEEDS, idle
from linter.engine.ruleset import RuleSet
from linter.languages import described, phrases_at
from linter.rules.bind import check_class
from linter.rules.load import load_rules
from linter.topics import CHECKS

SOURCE = "---\ntitle: Anna Nowak, 41, wins\n---\n\n“It works,” said Anna Nowak, 41, in Paris on 4 May 2024.\n"


def test_every_name_is_a_check() -> None:
    assert set(NEEDS) <= set(CHECKS)


def test_without_its_needs_a_check_finds_nothing() -> None:
    article = read_article(SOURCE.replace("title", "author"), "a.md")
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


def test_triggers_are_what_a_language_may_have() -> None:
    kinds = [kind for name in CHECKS if (kind := check_class(name)).triggers]
    assert kinds
    for kind in kinds:
        check = kind(kind.Params(), Setup())
        for code in described():
            phrases = phrases_at(code, *kind.triggers)
            assert check.signs(code).keys() == ({0} if phrases else set())


def test_without_a_trigger_a_check_is_not_run() -> None:
    rules = RuleSet(load_rules().rules.values())
    signs = rules.signs("en")
    assert {"weekday-mismatch", "age-arithmetic"} <= signs.owners
    assert signs.found("on friday").keys() & {"weekday-mismatch", "age-arithmetic"} == {"weekday-mismatch"}
    assert "age-arithmetic" in signs.found("", {"he", "was", "born", "there"})
    assert "weekday-mismatch" not in signs.found("at sunset", {"at", "sunset"})


def test_rules_with_other_parameters_are_asked_themselves() -> None:
    rules = RuleSet(load_rules().rules.values(), params={"weekday-mismatch": {"days-before": 10}})
    assert "weekday-mismatch" not in rules.signs("en").owners
