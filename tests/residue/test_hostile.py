"""A megabyte of near-matches costs at most a second a rule, and a pattern that hangs is cut."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time
from typing import cast

import pytest

from linter.article.model import PARAGRAPH, Article, Block
from linter.check import Alarm, CheckFailed, Setup
from linter.rules.bind import bind, check_class
from linter.rules.load import load_rules
from linter.text import Text
from linter.topics.residue.pattern import SECONDS, PatternCheck, PatternParams
from tests.residue.hostile import SIZE, near_matches

PARAGRAPH_LENGTH = 2_000
LIMIT = 1.0
"""Seconds of processor time for a megabyte."""

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


def paragraphs(patterns: tuple[str, ...]) -> Iterator[str]:
    """A megabyte in paragraphs, each of near-matches of one pattern."""
    texts = [text for pattern in patterns for text in near_matches(pattern, PARAGRAPH_LENGTH)]
    for number in range(SIZE // PARAGRAPH_LENGTH):
        yield texts[number % len(texts)]


@pytest.mark.parametrize("rule", RULES)
def test_a_megabyte_of_near_matches(rule: str) -> None:
    check = cast(PatternCheck, bind(RULES[rule], Setup()))
    text = article(list(paragraphs(check.patterns)))
    for _ in check.run(article(["warm up"])):
        pass
    begun = process_time()
    assert sum(1 for _ in check.run(text)) >= 0
    assert process_time() - begun < LIMIT


@pytest.mark.parametrize(
    "text",
    ["a" * SIZE, " " * SIZE, "\n" * SIZE, "[" * SIZE, "“" * SIZE, "Xx " * (SIZE // 3), "<!--" * (SIZE // 4)],
)
def test_a_megabyte_of_one_thing(text: str) -> None:
    hostile = article([text])
    for rule in RULES.values():
        check = bind(rule, Setup())
        begun = process_time()
        assert sum(1 for _ in check.run(hostile)) >= 0
        assert process_time() - begun < LIMIT, rule.id


def test_a_pattern_that_hangs_is_named_and_the_others_still_match() -> None:
    check = PatternCheck(PatternParams(("(?:a|a)*$", "council"), what="x"), Setup())
    hostile = article(["a" * 60 + "b", "The council has voted.", "a" * 60 + "b"])
    found: list[object] = []
    begun = process_time()
    with pytest.raises(CheckFailed, match=r"\(\?:a\|a\)\*\$"):
        found.extend(hostile.excerpt(alarm.span) for alarm in check.run(hostile) if isinstance(alarm, Alarm))
    assert found == ["council"]
    assert process_time() - begun < 4 * SECONDS
