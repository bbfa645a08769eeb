"""Checks that cannot have anything to say are not run, and nothing is lost by it."""

from __future__ import annotations

import pytest

from linter.analyses.language import language
from linter.article.model import Article
from linter.article.read import read_article
from linter.check import Setup
from linter.engine.cache.serial import unpacked_records
from linter.engine.lint import lint
from linter.engine.needs import NEEDS, Idle
from linter.engine.ruleset import RuleSet
from linter.engine.selftest import cases, composed
from linter.languages import described, phrases_at
from linter.rules.bind import check_class
from linter.rules.load import load_rules
from linter.topics import CHECKS
from tests.shapes import SHAPES, made

SOURCE = "---\ntitle: Anna Nowak, 41, wins\n---\n\n“It works,” said Anna Nowak, 41, in Paris on 4 May 2024.\n"
RULES = list(load_rules().rules.values())
ASKING = [rule for rule in RULES if ":" in NEEDS.get(rule.check, "")]
"""Those whose checks are imported when a question to the article is answered with yes."""
ASKED = RuleSet(ASKING)


def test_every_name_is_a_check() -> None:
    assert set(NEEDS) <= set(CHECKS)


def test_without_its_needs_a_check_finds_nothing() -> None:
    idle = Idle(read_article(SOURCE.replace("title", "author"), "a.md"), Setup(), alone=True)
    rules = [rule for rule in RULES if rule.check in NEEDS and rule not in ASKING]
    assert {rule.check for rule in rules} == {check for check, need in NEEDS.items() if ":" not in need}
    for rule in rules:
        article = read_article(SOURCE.replace("title", "author"), "a.md")
        assert rule.check in idle
        assert list(RuleSet([rule]).check(rule).run(article)) == [] or rule.check == "corpus-clash"


@pytest.mark.parametrize("topic", sorted({rule.topic for rule in RULES}))
def test_what_finds_something_is_asked_for(topic: str) -> None:
    """No question is too narrow: where a check says something of any example, the answer is yes."""
    for case in cases(rule for rule in RULES if rule.topic == topic):
        source, path = composed(case.example)[0], case.example.path or "a.md"
        _compare(read_article(source, path, case.example.format))


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_what_finds_something_in_much_of_one_thing_is_asked_for(kind: str) -> None:
    _compare(read_article(made(SHAPES[kind], 600), "a.md"))


def _compare(article: Article) -> None:
    idle, spoken = Idle(article, Setup(), alone=True), language(article)
    for rule in ASKING:
        if rule.speaks(spoken) and rule.check in idle:
            assert list(ASKED.check(rule).run(article)) == [], (rule.check, article.source)


def test_a_question_that_fails_is_left_to_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.topics.dates.present.weekday", lambda article: 1 / 0)
    assert "weekday" not in Idle(read_article(SOURCE, "a.md"), Setup(), alone=True)


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
