"""The linter's own patterns, each compiled when it is first used: of some 400 an article needs a part.

What was compiled in one run can be kept for the next (:data:`CODES`).
"""

from __future__ import annotations

from linter.matching import re
from linter.matching.regex_codes import Compiler
from linter.typed import Any, cast

CODES = Compiler()
"""The compiled patterns of this process."""

_USED = (
    *("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"),
    *("flags", "groups", "groupindex"),
)


class _Lazy:
    """A pattern that puts what :class:`re.Pattern` has into its own slots when it is first asked for it."""

    __slots__ = ("_said_flags", "pattern", *_USED)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._said_flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called for a slot that is still empty."""
        if name not in _USED:
            raise AttributeError(name)
        compiled = CODES.compile(self.pattern, self._said_flags)
        for used in _USED:
            setattr(self, used, getattr(compiled, used))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(pattern, flags)``, put off until the pattern is used; only then may it be ``re.error``."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
