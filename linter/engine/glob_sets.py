"""Sets of characters in the patterns of a ``.gitignore``: ``[a-z]``, ``[!a]``, ``[[:digit:]]``.

They are read as in git's ``wildmatch.c``.
"""

from __future__ import annotations

from linter.matching.wildcards import Letters

_Ranges = list[tuple[str, str]]
_DIGITS, _UPPER, _LOWER = ("0", "9"), ("A", "Z"), ("a", "z")
_PUNCTUATION = [("!", "/"), (":", "@"), ("[", "`"), ("{", "~")]
_CLASSES: dict[str, _Ranges] = {
    "alnum": [_DIGITS, _UPPER, _LOWER],
    "alpha": [_UPPER, _LOWER],
    "blank": [(" ", " "), ("\t", "\t")],
    "cntrl": [("\x01", "\x1f"), ("\x7f", "\x7f")],
    "digit": [_DIGITS],
    "graph": [("!", "~")],
    "lower": [_LOWER],
    "print": [(" ", "~")],
    "punct": _PUNCTUATION,
    "space": [(" ", " "), ("\t", "\r")],
    "upper": [_UPPER],
    "xdigit": [_DIGITS, ("A", "F"), ("a", "f")],
}


def read_set(line: str, at: int) -> tuple[int, Letters] | None:
    """The set that begins at a bracket, and where it ends; nothing if it is broken. A slash is in no set."""
    at += 1
    negated = line[at : at + 1] in ("!", "^")
    at += negated
    first = at
    ranges: _Ranges = []
    before = ""
    while at == first or line[at : at + 1] != "]":
        read = _item(line, at, before)
        if read is None:
            return None
        at, before, found = read
        ranges += found
    if negated:
        return at + 1, Letters((*ranges, ("/", "/"), ("\0", "\0")), True)
    return at + 1, Letters(tuple(each for found in ranges for each in _without_slash(*found)))


def _item(line: str, at: int, before: str) -> tuple[int, str, _Ranges] | None:
    """One item of a set: where it ends, what a range could begin with, and its characters."""
    char = line[at : at + 1]
    if not char:
        return None
    if char == "-" and before and line[at + 1 : at + 2] not in ("", "]"):
        at += 1 + (line[at + 1] == "\\")
        return (at + 1, "", [(before, line[at])]) if at < len(line) else None
    if line.startswith("[:", at):
        end = line.find("]", at + 2)
        if end < 0:
            return None
        if line[end - 1] == ":" and end - 1 > at + 1:
            known = _CLASSES.get(line[at + 2 : end - 1])
            return (end + 1, "", known) if known is not None else None
    at += char == "\\"
    return (at + 1, line[at], [(line[at], line[at])]) if at < len(line) else None


def _without_slash(first: str, last: str) -> _Ranges:
    if not first <= "/" <= last:
        return [(first, last)]
    return [(first, "."), ("0", last)]
