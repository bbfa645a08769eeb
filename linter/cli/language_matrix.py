"""``factlint rules --languages``: which rule speaks which language."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from itertools import groupby

from linter.analyses.languages import name_of
from linter.cli.terminal import columns, show
from linter.rules.model import Rule

SPEAKS, SILENT = "x", "·"
_WIDTH = 110
"""Of the lines where no terminal says how wide it is."""


def print_languages(rules: Sequence[Rule], as_json: bool) -> None:
    """The matrix of rules, in the order given, and languages; rules that speak all of them stand below it."""
    show(*_json(rules).split("\n") if as_json else _table(rules))


def _json(rules: Sequence[Rule]) -> str:
    names = {code: name_of(code) for code in _codes(rules)}
    spoken = {rule.id: list(rule.languages) for rule in rules}
    return json.dumps({"languages": names, "rules": spoken}, ensure_ascii=False, indent=2)


def _table(rules: Sequence[Rule]) -> list[str]:
    choosy = [rule for rule in rules if "all" not in rule.languages]
    codes = _codes(rules)
    width = max((len(rule.id) for rule in choosy), default=0) + 2
    lines = [" ".join([" " * width, *codes])] if choosy else []
    for topic, members in groupby(choosy, key=lambda rule: rule.topic):
        lines.append(topic)
        for rule in members:
            cells = (f"{SPEAKS if code in rule.languages else SILENT:{len(code)}}" for code in codes)
            lines.append(" ".join([f"  {rule.id:{width - 2}}", *cells]).rstrip())
    others = ", ".join(rule.id for rule in rules if "all" in rule.languages)
    below = (
        textwrap.wrap(f"All languages: {others}", columns(_WIDTH), break_on_hyphens=False) if others else []
    )
    return [*lines, *([""] if lines and below else []), *below]


def _codes(rules: Sequence[Rule]) -> list[str]:
    return sorted({code for rule in rules for code in rule.languages} - {"all"})
