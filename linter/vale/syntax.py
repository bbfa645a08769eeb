"""Vale's patterns in Python's syntax.

Vale compiles patterns with a .NET-like engine in its RE2 mode, where ``\\w``, ``\\d`` and ``\\s`` know
ASCII only, ``$`` is the very end of the text, flags may stand anywhere, and what is no escape or no
repetition stands for itself. (``syntax/parser.go`` of github.com/dlclark/regexp2, MIT.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.matching.regexes import lazy

_WORD, _DIGIT, _SPACE = "0-9A-Za-z_", "0-9", r"\t\n\f\r "
_CLASSES = {"w": _WORD, "d": _DIGIT, "s": _SPACE}
_POSIX = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "ascii": r"\x00-\x7f",
    "blank": r"\t ",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": _DIGIT,
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\t\n\v\f\r ",
    "upper": "A-Z",
    "word": _WORD,
    "xdigit": "0-9A-Fa-f",
}
_KEPT_ESCAPES = frozenset("bBAtnrfva")
_ESCAPE = lazy(
    r"\\(?:x\{(?P<wide>[0-9A-Fa-f]{1,6})\}|(?P<code>x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})"
    r"|(?P<property>[pP](?:\{\^?\w+\}|\w))|k(?:<(?P<ref>\w+)>|'(?P<ref2>\w+)')|(?P<number>[1-9]\d?)"
    r"|(?P<letter>.))",
    re.DOTALL,
)
_GROUP = lazy(
    r"\(\?(?:(?P<comment>#[^)]*\))|P?<(?P<name>[A-Za-z_]\w*)>|'(?P<quoted>[A-Za-z_]\w*)'"
    r"|(?P<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)(?P<end>[):]))"
)
_REPEAT = lazy(r"\{\d+(?:,\d*)?\}")
_KNOWN_FLAGS = frozenset("imsx")


def python_pattern(pattern: str, multiline: bool = False) -> str:
    """The pattern as ``regex`` and, where it can, ``re`` understand it. Broken patterns stay broken.

    ``multiline``: ``^`` and ``$`` are the ends of lines.
    """
    translation = _Translation(pattern, multiline)
    translated = "".join(translation.parts())
    return f"(?m:{translated})" if multiline and translation.anchored else translated


class _Translation:
    def __init__(self, pattern: str, multiline: bool) -> None:
        self.pattern = pattern
        self.at = 0
        self.open: list[str] = [""]
        """By depth: the flags that a bare ``(?i)`` has opened a group for."""
        self.multiline = multiline or "m" in (re.match(r"(?:\(\?[a-z]+\))*", pattern) or [""])[0]
        self.anchored = False

    def parts(self) -> Iterator[str]:
        while self.at < len(self.pattern):
            yield self._next()
        if self.open[0]:
            yield ")"

    def _next(self) -> str:
        c = self.pattern[self.at]
        if c == "\\":
            return self._escape(in_class=False)
        if c == "[":
            return self._class()
        if c == "(":
            return self._group()
        self.at += 1
        if c == ")":
            flags = self.open.pop() if len(self.open) > 1 else ""
            return "))" if flags else ")"
        if c == "|" and self.open[-1]:
            return f")|(?{self.open[-1]}:"
        self.anchored = self.anchored or c in "^$"
        if c == "$" and not (self.multiline or any("m" in on.partition("-")[0] for on in self.open)):
            return r"\Z"
        if c == "{":
            return self._brace()
        return c

    def _brace(self) -> str:
        repeat = _REPEAT.match(self.pattern, self.at - 1)
        if repeat is None:
            return r"\{"
        self.at = repeat.end()
        return repeat[0]

    def _group(self) -> str:
        found = _GROUP.match(self.pattern, self.at)
        if found is None:
            self.at += 1
            self.open.append("")
            return "("
        self.at = found.end()
        if found["comment"]:
            return ""
        name = found["name"] or found["quoted"]
        if name:
            self.open.append("")
            return f"(?P<{name}>"
        flags = _flags(found["flags"] or "")
        if found["end"] == ":":
            self.open.append("")
            return f"(?{flags}:" if flags else "(?:"
        return self._switch(flags)

    def _switch(self, flags: str) -> str:
        """``(?i)``: a group of these flags from here to the end of the group around it."""
        if not flags:
            return ""
        closed = ")" if self.open[-1] else ""
        self.open[-1] = _merged(self.open[-1], flags)
        return f"{closed}(?{self.open[-1]}:"

    def _escape(self, in_class: bool) -> str:
        found = _ESCAPE.match(self.pattern, self.at)
        if found is None:
            self.at += 1
            return "\\"
        self.at = found.end()
        if found["wide"]:
            return f"\\U{int(found['wide'], 16):08x}"
        if found["ref"] or found["ref2"]:
            return f"(?P={found['ref'] or found['ref2']})"
        if found["letter"]:
            return _letter(found["letter"], in_class)
        return found[0]

    def _class(self) -> str:
        self.at += 1
        parts = ["["]
        if self.pattern.startswith("^", self.at):
            parts.append("^")
            self.at += 1
        first = True
        while self.at < len(self.pattern):
            c = self.pattern[self.at]
            if c == "]" and not first:
                self.at += 1
                return "".join([*parts, "]"])
            first = False
            parts.append(self._member(c))
        return "".join(parts)

    def _member(self, c: str) -> str:
        if c == "\\":
            return self._escape(in_class=True)
        if c == "[":
            named = re.compile(r"\[:(\w+):\]").match(self.pattern, self.at)
            if named and named[1] in _POSIX:
                self.at = named.end()
                return _POSIX[named[1]]
        self.at += 1
        return "\\" + c if c in "[]&~|" else c


def _letter(letter: str, in_class: bool) -> str:
    members = _CLASSES.get(letter.lower())
    if members is not None and (letter.islower() or not in_class):
        return members if in_class else f"[{'' if letter.islower() else '^'}{members}]"
    if members is not None:
        return "\\" + letter
    if letter in "zZ" and not in_class:
        return r"\Z"
    if letter == "e":
        return r"\x1b"
    if letter in _KEPT_ESCAPES or not letter.isalnum():
        return "\\" + letter
    return "\\0" if letter == "0" else letter


def _flags(flags: str) -> str:
    """Flags that Python knows too; ``n`` and others have no meaning there."""
    on, _, off = flags.partition("-")
    on, off = ("".join(c for c in part if c in _KNOWN_FLAGS) for part in (on, off))
    return on + (f"-{off}" if off else "")


def _merged(before: str, after: str) -> str:
    """The flags in force where ``after`` is switched on inside ``before``."""
    on: dict[str, bool] = {}
    for flags in (before, after):
        plus, _, minus = flags.partition("-")
        on.update(dict.fromkeys(plus, True))
        on.update(dict.fromkeys(minus, False))
    off = "".join(flag for flag, state in on.items() if not state)
    return "".join(flag for flag, state in on.items() if state) + (f"-{off}" if off else "")
