"""Writes the needles of the built-in rules' patterns to the package data.

Run it after a change of a rule that uses the check ``pattern``: ``python scripts/build_needles.py``.
Without it everything works as well; the patterns that are not listed cost time at each start.
"""

from __future__ import annotations

import json
from pathlib import Path

from linter.check import Setup
from linter.matching.needles import PACKAGED, derive
from linter.rules.bind import bind, check_class
from linter.rules.load import load_rules
from linter.topics.residue.pattern import PatternCheck


def builtin_patterns() -> list[str]:
    """The patterns of all built-in rules, sorted."""
    found: set[str] = set()
    for rule in load_rules().rules.values():
        if issubclass(check_class(rule.check), PatternCheck):
            check = bind(rule, Setup())
            assert isinstance(check, PatternCheck)
            found.update(check.patterns)
    return sorted(found)


def table() -> dict[str, list[list[str]]]:
    """Each pattern with its needles and the further sets."""
    return {pattern: list(map(sorted, derive(pattern))) for pattern in builtin_patterns()}


if __name__ == "__main__":
    Path(PACKAGED).write_text(
        json.dumps(table(), ensure_ascii=False, indent=0, separators=(",", ":")) + "\n", encoding="utf-8"
    )
