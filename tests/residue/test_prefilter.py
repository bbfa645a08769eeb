"""The prefilter finds for the built-in rules exactly what trying every pattern everywhere finds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from linter.article.model import Article
from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.engine.selftest import cases, composed
from linter.matching.folding import fold_case
from linter.matching.needles import PACKAGED, derive
from linter.matching.patterns import compiled, packaged_words
from linter.rules.bind import bind, check_class
from linter.rules.load import load_rules
from linter.topics.residue.pattern import PatternCheck
from tests.residue.hostile import near_matches

RULES = [rule for rule in load_rules().rules.values() if issubclass(check_class(rule.check), PatternCheck)]
CHECKS = [check for rule in RULES if isinstance(check := bind(rule, Setup()), PatternCheck)]
PATTERNS = sorted({pattern for check in CHECKS for pattern in check.patterns})


def articles() -> Iterator[Article]:
    for case in cases(RULES):
        source, _ = composed(case.example)
        yield read_article(source, case.example.path or "example", case.example.format)


def reported(article: Article, checks: Iterable[PatternCheck] = CHECKS) -> list[object]:
    return [alarm for check in checks for alarm in check.run(article) if isinstance(alarm, Alarm)]


def test_the_same_alarms_with_and_without() -> None:
    read = list(articles())
    with_prefilter = [reported(article) for article in read]
    everywhere = [
        [
            alarm
            for check in CHECKS
            for alarm in check.run_parts(article, {part: set() for part in range(len(check.patterns))})
        ]
        for article in read
    ]
    assert with_prefilter == everywhere
    assert sum(map(len, with_prefilter)) > 150


def test_a_check_that_was_kept_is_the_same() -> None:
    parts = [json.loads(json.dumps(check.prepared())) for check in CHECKS]
    kept = [PatternCheck.of_prepared(plain.__getitem__, Setup()) for plain in parts]
    assert [reported(article, kept) for article in articles()] == [
        reported(article) for article in articles()
    ]
    assert [(check.patterns, check.signs("fr")) for check in kept] == [
        (each.patterns, each.signs("fr")) for each in CHECKS
    ]


@pytest.mark.parametrize("ignore_case", [False, True])
def test_no_match_in_near_matches_without_a_needle(ignore_case: bool) -> None:
    for pattern in PATTERNS:
        for text in near_matches(pattern, 400):
            if compiled(pattern, ignore_case).search(text):
                for literals in derive(pattern):
                    assert any(literal in fold_case(text) for literal in literals), pattern


def test_the_packaged_needles_are_those_of_the_rules() -> None:
    table = json.loads(Path(PACKAGED).read_text(encoding="utf-8"))
    assert table == {pattern: list(map(sorted, derive(pattern))) for pattern in PATTERNS}, (
        "run scripts/build_needles.py after a change of patterns"
    )


def test_few_patterns_are_tried_everywhere() -> None:
    assert [pattern for pattern in PATTERNS if not derive(pattern)[0]] == []


@pytest.mark.parametrize("name", ["tokens", "traces", "link-parameters", "chat-links"])
def test_the_list_of_assistants(name: str) -> None:
    for pattern in packaged_words("assistants", name):
        compiled(pattern, True)
        assert derive(pattern)[0], pattern
