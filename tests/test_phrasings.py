"""Sentences as articles write them: each rule reports the wrong one and is silent on the right one.

``tests/<topic>/phrasings*.yaml`` hold, by rule and language, texts with ``{right|wrong}``; a text that needs
more than a paragraph is a mapping of ``text``, of what stands ``below`` it, and of the metadata beside it
(``title``, ``date`` …), in any of which the choice may stand. ``<rose|grew|climbed>`` are words of which each
does: the text is read with every one of them, several such groups going on together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

import pytest

from linter.article.read import read_article
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.languages import described
from linter.rules.load import load_rules
from linter.rules.model import Rule
from linter.yaml_tree import read_tree

FILES = sorted(Path(__file__).parent.glob("*/phrasings*.yaml"))
WORDS = re.compile(r"<([^<>]+)>")
CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
RULES = load_rules().rules
Phrasing = str | Mapping[str, str]


def phrasings() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    for path in FILES:
        for rule, languages in read(path).items():
            for language, texts in languages.items():
                for text in texts:
                    for spelled in with_each_word(text):
                        yield rule, language, spelled


def read(path: Path) -> dict[str, dict[str, list[Phrasing]]]:
    """What a file holds. A key that stands there twice would hide what stands under the first one."""
    tree = read_tree(path.read_text(encoding="utf-8"))
    assert tree.root is not None
    assert [(path.name, problem) for _, problem in tree.faults] == []
    held: dict[str, dict[str, list[Phrasing]]] = tree.root.plain()
    return held


def with_each_word(phrasing: Phrasing) -> Iterator[Mapping[str, str]]:
    """The phrasing with the first words of its groups, with the second ones …"""
    fields = {"text": phrasing} if isinstance(phrasing, str) else dict(phrasing)
    groups = (found[1].split("|") for text in fields.values() for found in WORDS.finditer(str(text)))
    for turn in range(max(map(len, groups), default=1)):
        yield {key: WORDS.sub(partial(_one_word, turn), str(text)) for key, text in fields.items()}


def _one_word(turn: int, group: re.Match[str]) -> str:
    words = group[1].split("|")
    return words[turn % len(words)]


@cache
def rule_set(name: str) -> RuleSet:
    return RuleSet([RULES[name]])


def source(language: str, phrasing: Mapping[str, str], choice: str) -> str:
    """The article of a phrasing; ``choice`` is ``\\1`` for the right and ``\\2`` for the wrong one."""
    chosen = {key: CHOICE.sub(choice, value) for key, value in phrasing.items()}
    text = "\n\n".join(chosen.pop(key) for key in ("text", "below") if key in chosen)
    head = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in {"lang": language, **chosen}.items()
    )
    return f"---\n{head}---\n\n{text}\n"


def reported(rule: str, article: str) -> list[str]:
    report = lint(read_article(article, "a.md"), rule_set(rule))
    assert not report.failures
    return [finding.message for finding in report.findings]


@pytest.mark.parametrize(("rule", "language", "phrasing"), list(phrasings()))
def test_the_right_one_is_left_alone_and_the_wrong_one_reported(
    rule: str, language: str, phrasing: Mapping[str, str]
) -> None:
    assert reported(rule, source(language, phrasing, r"\1")) == []
    assert len(reported(rule, source(language, phrasing, r"\2"))) == 1


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES.values() if "all" not in rule.languages], ids=lambda r: r.id
)
def test_every_language_that_a_rule_claims_has_a_phrasing(rule: Rule) -> None:
    stated = {language for name, language, _ in phrasings() if name == rule.id}
    assert {*rule.languages} & {*described()} <= stated
