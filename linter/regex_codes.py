"""Compiled patterns as plain data, to be kept between runs.

To make a pattern of its code is some thirty times faster than to compile it. How CPython does that is
its own affair and may change, so all that is known of it stands here, and a code is used only by the
very Python that made it, and only if the pattern made of it was equal to the compiled one.
"""

from __future__ import annotations

import re
import sys
from typing import Any, NamedTuple

_ELEMENT = 4
"""Bytes of an element of a code."""


class _Code(NamedTuple):
    """What a pattern is made of, but its text."""

    flags: int
    elements: bytes
    groups: int
    names: dict[str, int]


class Codes:
    """Compiles patterns; those that are known need not be compiled."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], tuple[Any, ...]] = {}
        self._keeps = False
        self.has_grown = False
        """There is more to keep than there was to begin with."""

    def begin(self, kept: dict[tuple[str, int], tuple[Any, ...]] | None) -> None:
        """Make use of what :meth:`kept` gave in another run under the same :func:`stamp`."""
        self._known = kept or {}
        self._keeps = True

    def kept(self) -> dict[tuple[str, int], tuple[Any, ...]]:
        """All codes that are known, as plain data."""
        return self._known

    def compile(self, text: str, flags: int = 0) -> re.Pattern[str]:
        """What ``re.compile`` gives; ``re.error`` if the text is no pattern."""
        key = (text, int(flags))
        code = self._known.get(key)
        if code is not None:
            return _pattern_of(text, _Code(*code))
        compiled = re.compile(text, flags)
        if self._keeps and (made := _code_of(compiled, int(flags))) is not None:
            self._known[key] = tuple(made)
            self.has_grown = True
        return compiled


def stamp() -> tuple[Any, ...]:
    """What codes depend on; the same for two Pythons only if each can use the codes of the other."""
    import _sre  # type: ignore[import-not-found,unused-ignore]

    return (_sre.MAGIC, _sre.CODESIZE, sys.version, sys.byteorder, sys.maxsize)


def _code_of(compiled: re.Pattern[str], flags: int) -> _Code | None:
    """The code of a pattern that was compiled with some flags; nothing if it does not make the same one."""
    from array import array

    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        elements = array("I", _compiler._code(_parser.parse(compiled.pattern, flags), flags)).tobytes()
        code = _Code(compiled.flags, elements, compiled.groups, dict(compiled.groupindex))
        return code if _pattern_of(compiled.pattern, code) == compiled else None
    except Exception:  # another Python than was thought of
        return None


def _pattern_of(text: str, code: _Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found,unused-ignore]

    names: list[str | None] = [None] * (code.groups + 1)
    for name, number in code.names.items():
        names[number] = name
    elements = memoryview(code.elements).cast("I").tolist()
    made: re.Pattern[str] = _sre.compile(text, code.flags, elements, code.groups, code.names, tuple(names))
    return made
