"""Marks of a rule of one's own."""

from __future__ import annotations

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.engine.fold import FEW
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.rules.load import load_rules
from linter.topics.residue.placeholder_mark import PlaceholderMark, PlaceholderMarkParams

SOURCE = """---
title: The new bridge
lang: en
---

[TK: say who paid for it.

The bridge is [TK metres long.
"""


def test_mark_is_no_pattern() -> None:
    params = PlaceholderMarkParams(task=("[TK", "**TK**"))
    found = PlaceholderMark(params, Setup()).run(read_article(SOURCE, "a.md"))
    texts = [alarm.fields["text"] for alarm in found if isinstance(alarm, Alarm)]
    assert texts == ["[TK: say who paid for it", "[TK"]


def test_many_notes_are_one_habit() -> None:
    notes = "\n\n".join(f"The pool opens in May.\n\nTODO: picture {number}" for number in range(FEW + 1))
    rules = RuleSet([load_rules().rules["placeholder-mark"]])
    (only,) = lint(read_article(f"# The pool\n\n{notes}\n", "a.md"), rules).findings
    assert only.text == "TODO: picture 0"
    assert len(only.related) == FEW
