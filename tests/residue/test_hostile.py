"""The cost of near-matches grows with their length and no faster, and a pattern that hangs is cut."""

from __future__ import annotations

from functools import partial
from typing import cast

import pytest

from linter.article.model import PARAGRAPH, Article, Block
from linter.check import Alarm, CheckFailed, Setup
from linter.matching.budget import Budget, Clock
from linter.matching.patterns import compiled
from linter.rules.bind import bind, check_class
from linter.rules.load import load_rules
from linter.text import Text
from linter.topics.residue.pattern import PatternCheck, PatternParams
from tests.cost import LINEAR, TIMES_LINEAR, Work, assert_linear, dearer, growth
from tests.residue.hostile import near_matches

RULES = {
    rule.id: rule for rule in load_rules().rules.values() if issubclass(check_class(rule.check), PatternCheck)
}


def article(paragraphs: list[str]) -> Article:
    source = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(PARAGRAPH, Text.verbatim(source, at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Article(source, "hostile.md", "markdown", tuple(blocks))


@pytest.fixture(autouse=True)
def _no_pattern_is_cut(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What grows too fast is to be seen, not stopped."""
    if "hangs" not in request.node.name:
        monkeypatch.setattr(Budget, "clock", lambda budget, *rest: Clock(1e6))


@pytest.mark.parametrize("rule", RULES)
def test_each_pattern_on_its_near_matches(rule: str) -> None:
    check = cast(PatternCheck, bind(RULES[rule], Setup()))
    for pattern in check.patterns:
        for number, beginning in enumerate(near_matches(pattern, 40)):
            search = partial(_search, pattern, check.params.ignore_case, number)
            assert dearer(search, 1_000) <= TIMES_LINEAR, (pattern, beginning)


def _search(pattern: str, ignore_case: bool, number: int, size: int) -> Work:
    expression, text = compiled(pattern, ignore_case), near_matches(pattern, size)[number]
    return lambda: expression.findall(text)


@pytest.mark.parametrize("rule", RULES)
def test_paragraphs_of_near_matches(rule: str) -> None:
    check = cast(PatternCheck, bind(RULES[rule], Setup()))
    texts = [text for pattern in check.patterns for text in near_matches(pattern, 200)]

    def run(size: int) -> Work:
        paragraphs = [texts[number % len(texts)] for number in range(size // 200)]
        return lambda: list(check.run(article(paragraphs)))

    assert growth(run, 200 * len(texts)) <= LINEAR


@pytest.mark.parametrize("piece", ["a", " ", "\n", "[", "“", "Xx ", "<!--"])
@pytest.mark.parametrize("rule", RULES)
def test_much_of_one_thing(rule: str, piece: str) -> None:
    check = bind(RULES[rule], Setup())
    assert_linear(
        lambda size: lambda: list(check.run(article([piece * (size // len(piece))]))), 1_000, 10_000
    )


def test_a_pattern_that_hangs_is_named_and_the_others_still_match() -> None:
    check = PatternCheck(PatternParams(("(?:a|a)*$", "council"), what="x"), Setup())
    hostile = article(["a" * 60 + "b", "The council has voted.", "a" * 60 + "b"])
    found: list[object] = []
    with pytest.raises(CheckFailed, match=r"\(\?:a\|a\)\*\$"):
        found.extend(hostile.excerpt(alarm.span) for alarm in check.run(hostile) if isinstance(alarm, Alarm))
    assert found == ["council"]
