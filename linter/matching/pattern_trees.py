"""The parse tree of a regular expression, as ``re`` reads it."""

from __future__ import annotations

from linter.matching.pattern_size import too_large
from linter.matching.regexes import lazy
from linter.typed import Any

_PROPERTY = lazy(r"\\[pP](?:\{\^?[\w =:-]+\}|[A-Z])")
_NOT_AS_IN_RE = lazy(r"\[\[:|(?<!\\)(?:\\\\)*\{(?!\d*,?\d*\})[^{}]*\}")
"""POSIX classes and fuzzy matching: ``re`` would read them as plain characters."""
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
"""The operations that repeat: greedy, lazy, and without a way back."""


def tree_of(pattern: str) -> Any:
    """The items of a pattern, or nothing if ``re`` does not know all that is in it.

    Each is an operation and what belongs to it. A property of Unicode is read as any letter.
    """
    pattern = _PROPERTY.sub(r"\\w", pattern)
    if _NOT_AS_IN_RE.search(pattern) or too_large(pattern):
        return None
    import re
    import warnings
    from re import _parser  # type: ignore[attr-defined]  # in the library, not in its stubs

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError):
        return None
