"""Compiled patterns as plain data, to be kept between runs.

To make a pattern of its code is some thirty times faster than to compile it. How CPython and the library
``regex`` do that is their own affair and may change, so all that is known of it stands here, and a code is
used only by the very build that made it.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from linter.namedtuples import NamedTuple

if TYPE_CHECKING:
    import regex

_MOST = 3_000
"""More codes than these are not kept: to read them all would take longer than to compile a few."""

Key = tuple[str, str, int]
"""What compiled a pattern, its text, its flags."""
Plain = dict[Key, tuple[Any, ...]]


class Codes:
    """Compiles patterns; those that are known need not be compiled."""

    def __init__(self) -> None:
        self._known: Plain = {}
        self._keeps = False
        self.has_grown = False
        """There is more to keep than there was to begin with."""

    def begin(self, kept: Plain | None) -> None:
        """Make use of what :meth:`kept` gave in another run under the same :func:`stamp`."""
        self._known = kept or {}
        self._keeps = True

    def kept(self) -> Plain:
        """All codes that are known, as plain data."""
        return self._known

    def compile(self, text: str, flags: int = 0) -> re.Pattern[str]:
        """What ``re.compile`` gives; ``re.error`` if the text is no pattern."""
        key = ("re", text, int(flags))
        code = self._known.get(key)
        if code is not None:
            return _pattern_of(text, _Code(*code))
        compiled = re.compile(text, flags)
        self._keep(key, _code_of(compiled, int(flags)) if self._keeps else None)
        return compiled

    def compile_timed(self, text: str, ignore_case: bool) -> regex.Pattern[str]:
        """What ``regex.compile`` gives, for patterns that may run out of time; ``regex.error`` as there."""
        key = ("regex", text, int(ignore_case))
        code = self._known.get(key)
        if code is not None and (made := _timed_of(code)) is not None:
            return made
        compiled = _compile_timed(text, ignore_case)
        self._keep(key, _timed_code_of(compiled) if self._keeps else None)
        return compiled

    def _keep(self, key: Key, code: tuple[Any, ...] | None) -> None:
        if code is not None and len(self._known) < _MOST:
            self._known[key] = tuple(code)
            self.has_grown = True


def _compile_timed(text: str, ignore_case: bool) -> regex.Pattern[str]:
    import regex

    from linter.matching.pattern_size import too_large

    fault = too_large(text)
    if fault:
        raise regex.error(fault)
    try:
        return regex.compile(text, regex.V0 | (regex.IGNORECASE if ignore_case else 0))
    except (RecursionError, OverflowError, MemoryError) as error:
        raise regex.error(f"it is too much to compile ({type(error).__name__})") from None


def stamp() -> tuple[Any, ...]:
    """What codes depend on; the same for two Pythons only if each can use the codes of the other."""
    import _sre  # type: ignore[import-not-found,unused-ignore]

    return (_sre.MAGIC, _sre.CODESIZE, sys.version, sys.byteorder, sys.maxsize)


class _Code(NamedTuple):
    """What a pattern of ``re`` is made of, but its text. The elements are of four bytes each."""

    flags: int
    elements: bytes
    groups: int
    names: dict[str, int]


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
    import _sre

    names: list[str | None] = [None] * (code.groups + 1)
    for name, number in code.names.items():
        names[number] = name
    elements = memoryview(code.elements).cast("I").tolist()
    made: re.Pattern[str] = _sre.compile(text, code.flags, elements, code.groups, code.names, tuple(names))
    return made


def _timed_code_of(compiled: regex.Pattern[str]) -> tuple[Any, ...] | None:
    """What a pattern of ``regex`` is pickled as, after the build of that library."""
    from copyreg import dispatch_table

    try:
        reduce: Any = dispatch_table[type(compiled)]
        make, arguments = reduce(compiled)
        engine = _engine()
        same = engine is not None and make is engine.compile
        return (_build(engine), *arguments) if same else None
    except Exception:  # another regex than was thought of
        return None


def _timed_of(code: tuple[Any, ...]) -> regex.Pattern[str] | None:
    engine = _engine()
    if engine is None or code[0] != _build(engine):
        return None
    made: regex.Pattern[str] = engine.compile(*code[1:])
    return made


@cache
def _engine() -> Any:
    """The compiled half of ``regex``. Finished patterns need no more, and it loads ten times as fast."""
    if "regex._regex" not in sys.modules:
        from importlib.machinery import PathFinder
        from importlib.util import module_from_spec

        package = PathFinder.find_spec("regex")
        half = package and PathFinder.find_spec("regex._regex", package.submodule_search_locations)
        if half is None or half.loader is None:
            return None
        module = module_from_spec(half)
        half.loader.exec_module(module)
        sys.modules["regex._regex"] = module
    return sys.modules["regex._regex"]


@cache
def _build(engine: Any) -> tuple[int, int]:
    """What tells one build of ``regex`` from another."""
    status = os.stat(engine.__file__)
    return (status.st_size, status.st_mtime_ns)
