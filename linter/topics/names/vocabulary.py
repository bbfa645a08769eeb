"""Words that tell what stands beside them, written by hand."""

from __future__ import annotations

from functools import cache

from linter.packaged import read_data
from linter.topics.names.normalise import fold


@cache
def roles() -> frozenset[str]:
    """Words that stand before the name of a person, in all languages at once, folded.

    A role directly before an unknown capitalised word makes a person of it.
    """
    return _words("roles")


@cache
def kin() -> frozenset[str]:
    """Words for relatives, in all languages at once, folded."""
    return _words("kin")


@cache
def crowns() -> frozenset[str]:
    """Roles whose bearers a text may leave without a name, in all languages at once, folded."""
    return _words("crowns")


def _words(name: str) -> frozenset[str]:
    text = read_data("names", f"{name}.txt")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(fold(word) for line in lines for word in line.split() if not word.endswith(":"))
