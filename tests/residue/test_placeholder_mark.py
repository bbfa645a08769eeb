"""Marks of a rule of one's own."""

from __future__ import annotations

from linter.article.read import read_article
from linter.check import Alarm, Setup
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
