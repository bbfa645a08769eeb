"""Words that tell what stands beside them, written by hand."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from linter.analyses.names.normalise import fold


@cache
def roles() -> frozenset[str]:
    """Words that stand before the name of a person, in all languages at once, folded.

    A role directly before an unknown capitalised word makes a person of it.
    """
    text = (files("linter") / "data" / "names" / "roles.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(fold(word) for line in lines for word in line.split() if not word.endswith(":"))
