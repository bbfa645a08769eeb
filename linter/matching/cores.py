"""What follows the repeats that a pattern begins with: a shorter pattern, without which it matches nothing.

A search for ``[^,]+, and`` tries each character of a text as the beginning, and from there all that follows.
It is much faster asked whether the text has ``, and`` at all, and most often there is no more to ask. So
it is with ``[.?!] {2,}[A-Z]`` and two blanks in a row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from linter.matching.pattern_size import too_large
from linter.matching.pattern_trees import REPEATS, tree_of
from linter.matching.regexes import CODES
from linter.typed import Any

Item = tuple[Any, Any]
_ENDLESS = 1_000
_BLANK = ("LITERAL", ord(" "))
_WITHOUT_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")


class _Unknown(Exception):
    """Something that is not written here."""


@lru_cache(maxsize=8192)
def core(pattern: str) -> str:
    """A pattern that matches in each text that this one matches in; empty if none would be sooner done."""
    found: str = CODES.derived("core", pattern, _core)[0]
    return found


def _core(pattern: str) -> tuple[str]:
    tree = tree_of(pattern)
    items = _behind_repeats(list(tree)) or _blanks(list(tree)) if tree else []
    written = ""
    for item in items:
        try:
            written += _written(item)
        except _Unknown:
            break
    return ("" if too_large(written) else written,)


def _behind_repeats(items: list[Item]) -> list[Item]:
    """The items from the first one on that is no endless repeat; none if it begins with none."""
    begins_with_repeat = False
    while items:
        operation, argument = str(items[0][0]), items[0][1]
        if operation in _WITHOUT_WIDTH:
            items = items[1:]
        elif operation == "SUBPATTERN" and _plain_flags(argument):
            items = [*argument[-1], *items[1:]]
        elif operation in REPEATS and int(argument[1]) > _ENDLESS:
            begins_with_repeat = True
            last_round = list(argument[2]) if int(argument[0]) and len(argument[2]) > 1 else []
            items = [*last_round, *items[1:]]
        else:
            break
    return items if begins_with_repeat and items and str(items[0][0]) in ("LITERAL", "IN") else []


def _blanks(items: Sequence[Item]) -> list[Item]:
    """Several blanks in a row, if the pattern asks for them: most texts have none.

    Needles do not tell of them, for the texts that those are looked for in have single blanks.
    """
    for kind, argument in items:
        operation = str(kind)
        if operation == "SUBPATTERN" and _plain_flags(argument):
            found = _blanks(argument[-1])
        elif operation in REPEATS and [(str(kind), value) for kind, value in argument[2]] == [_BLANK]:
            found = [_BLANK] * min(int(argument[0]), _ENDLESS)
        else:
            continue
        if len(found) > 1:
            return found
    return []


def _plain_flags(argument: Any) -> bool:
    """Whether a group sets no flags, or those of lines only, which nothing but ``^`` and ``$`` heed."""
    import re

    return not (argument[1] | argument[2]) & ~re.MULTILINE


def _written(item: Item) -> str:
    operation, argument = str(item[0]), item[1]
    if operation not in _WRITERS:
        raise _Unknown
    return _WRITERS[operation](argument)


def _all(items: Sequence[Item]) -> str:
    return "".join(map(_written, items))


def _character(code: int) -> str:
    char = chr(code)
    if char.isascii() and char.isalnum():
        return char
    return f"\\x{code:02x}" if code < 256 else f"\\U{code:08x}"


def _class(members: Sequence[Item]) -> str:
    return "[" + "".join(_member(str(kind), value) for kind, value in members) + "]"


def _member(kind: str, value: Any) -> str:
    if kind == "NEGATE":
        return "^"
    if kind == "LITERAL":
        return _character(value)
    if kind == "RANGE":
        return "-".join(map(_character, value))
    raise _Unknown


def _group(argument: Any) -> str:
    if not _plain_flags(argument):
        raise _Unknown
    return f"(?:{_all(argument[-1])})"


def _repeat(argument: Any) -> str:
    least, most, body = argument
    return f"(?:{_all(body)}){{{int(least)},{int(most) if int(most) < _ENDLESS else ''}}}"


def _nothing(argument: Any) -> str:
    """What has no width is left out: without it more is matched."""
    return ""


_WRITERS: dict[str, Callable[[Any], str]] = {
    "LITERAL": _character,
    "NOT_LITERAL": lambda code: f"[^{_character(code)}]",
    "IN": _class,
    "SUBPATTERN": _group,
    "ATOMIC_GROUP": lambda items: f"(?:{_all(items)})",
    "BRANCH": lambda argument: "(?:" + "|".join(map(_all, argument[1])) + ")",
    **dict.fromkeys(REPEATS, _repeat),
    **dict.fromkeys(_WITHOUT_WIDTH, _nothing),
}
