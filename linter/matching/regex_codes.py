"""Compiled patterns as plain data, to be kept between runs.

To make a pattern of its code is some thirty times faster than to compile it. How CPython and the library
``regex`` do that is their own affair and may change, so all that is known of it stands here, and a code is
used only by the very build that made it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache

from linter.matching import re
from linter.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import regex

_MOST = 3_000
"""More codes than these are not kept: to read them all would take longer than to compile a few."""

Code = tuple[Any, ...]
Codes = dict[str, Code]
"""Codes by what compiled a pattern, its flags and its text. The first of a code are bytes, its elements; what
follows is plain data, the same after it was written as JSON. What is derived from a text has no elements."""


def _nothing(key: str) -> None:
    """Nothing is kept under a key."""


def _faultless(text: str) -> str:
    """Nothing keeps a text from being compiled."""
    return ""


class Compiler:
    """Compiles patterns; those that are known need not be compiled."""

    def __init__(self) -> None:
        self.compiled: Codes = {}
        """What was compiled by this process, or by others for it."""
        self._new: Codes = {}
        self._kept: Callable[[str], Code | None] = _nothing
        self._room = 0
        self.has_grown = False
        """There is more to keep than there was to begin with."""

    def begin(self, kept: Callable[[str], Code | None], number: int = 0) -> None:
        """Make use of what was :attr:`compiled` under the same :func:`stamp`, and remember what is now.

        ``kept`` gives the code of a key; ``number`` is how many there are.
        """
        self.compiled = {}
        self._kept = kept
        self._room = _MOST - number

    def news(self) -> Codes:
        """What was compiled since this was asked, for another process to learn."""
        new, self._new = self._new, {}
        return new

    def learn(self, codes: Codes) -> None:
        """Add what another process has compiled."""
        for key, code in codes.items():
            if self._code(key) is None:
                self._keep(key, code)

    def compile(self, text: str, flags: int = 0) -> re.Pattern[str]:
        """What ``re.compile`` gives; ``re.error`` if the text is no pattern."""
        key = f"re {int(flags)} {text}"
        code = self._code(key)
        if code is not None:
            return _pattern_of(text, *code)
        compiled = _compile(text, flags)
        self._keep(key, _code_of(compiled, int(flags)) if self._room else None)
        return compiled

    def compile_timed(
        self, text: str, ignore_case: bool, fault: Callable[[str], str] = _faultless
    ) -> regex.Pattern[str]:
        """What ``regex.compile`` gives, for patterns that may run out of time; ``regex.error`` as there.

        ``fault`` says why a text is not to be compiled at all; it is not asked for those that are known.
        """
        key = f"regex {int(ignore_case)} {text}"
        code = self._code(key)
        if code is not None and (made := _timed_of(text, code)) is not None:
            return made
        import regex

        if why := fault(text):
            raise regex.error(why)
        compiled = _compile_timed(text, ignore_case)
        self._keep(key, _timed_code_of(compiled) if self._room else None)
        return compiled

    def derived(self, kind: str, text: str, derive: Callable[[str], tuple[Any, ...]]) -> tuple[Any, ...]:
        """What ``derive`` says of a pattern, plain data of this kind."""
        key = f"{kind} {text}"
        known = self._code(key)
        if known is not None:
            return known[1:]
        found = derive(text)
        self._keep(key, (b"", *found) if self._room else None)
        return found

    def _code(self, key: str) -> Code | None:
        return self.compiled.get(key) or self._kept(key)

    def _keep(self, key: str, code: Code | None) -> None:
        if code is not None and len(self.compiled) < self._room:
            self.compiled[key] = self._new[key] = code
            self.has_grown = True


def _compile(text: str, flags: int) -> re.Pattern[str]:
    import re

    return re.compile(text, flags)


def _compile_timed(text: str, ignore_case: bool) -> regex.Pattern[str]:
    import regex

    try:
        return regex.compile(text, regex.V0 | (regex.IGNORECASE if ignore_case else 0))
    except ValueError as error:  # flags that exclude each other
        raise regex.error(str(error)) from None
    except (RecursionError, OverflowError, MemoryError) as error:
        raise regex.error(f"it is too much to compile ({type(error).__name__})") from None


def stamp() -> tuple[Any, ...]:
    """What codes depend on; the same for two Pythons only if each can use the codes of the other."""
    import _sre  # type: ignore[import-not-found,unused-ignore]

    return (_sre.MAGIC, _sre.CODESIZE, sys.version, sys.byteorder, sys.maxsize)


def _code_of(compiled: re.Pattern[str], flags: int) -> tuple[Any, ...] | None:
    """The code of a pattern that was compiled with some flags; nothing if it does not make the same one.

    It is what the pattern is made of but its text: elements of four bytes each, flags, the number of groups,
    and those with a name.
    """
    from array import array

    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        elements = array("I", _compiler._code(_parser.parse(compiled.pattern, flags), flags)).tobytes()
        code = (elements, compiled.flags, compiled.groups, dict(compiled.groupindex))
        return code if _pattern_of(compiled.pattern, *code) == compiled else None
    except Exception:  # another Python than was thought of
        return None


def _pattern_of(
    text: str, elements: bytes | memoryview, flags: int, groups: int, named: dict[str, int]
) -> re.Pattern[str]:
    import _sre

    names: list[str | None] = [None] * (groups + 1)
    for name, number in named.items():
        names[number] = name
    numbers = memoryview(elements).cast("I").tolist()
    made: re.Pattern[str] = _sre.compile(text, flags, numbers, groups, named, tuple(names))
    return made


def _timed_code_of(compiled: regex.Pattern[str]) -> tuple[Any, ...] | None:
    """What a pattern of ``regex`` is pickled as but its text, after the build of that library."""
    from copyreg import dispatch_table

    try:
        reduce: Any = dispatch_table[type(compiled)]
        make, (_, flags, elements, names, numbers, words, lists, offset, required, *rest) = reduce(compiled)
        engine = _engine()
        if engine is None or make is not engine.compile or words or lists:  # sets of words are no plain data
            return None
        return (elements, *_build(engine), flags, names, list(numbers.items()), offset, required, *rest)
    except Exception:  # another regex than was thought of
        return None


def _timed_of(text: str, code: tuple[Any, ...]) -> regex.Pattern[str] | None:
    engine = _engine()
    elements, size, time, flags, names, numbers, offset, required, *rest = code
    if engine is None or (size, time) != _build(engine):
        return None
    made: regex.Pattern[str] = engine.compile(
        text, flags, bytes(elements), names, dict(numbers), {}, [], offset, tuple(required), *rest
    )
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
