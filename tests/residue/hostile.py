"""Texts that almost match a regular expression, again and again, made from its parse tree."""

from __future__ import annotations

import re
import warnings
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_PROPERTY = re.compile(r"\\[pP]\{(\w+)\}")
_CATEGORIES = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_WORD": "-"}
_PROPERTIES = {"Lu": "A-Z", "Ll": "a-z", "L": "A-Za-z"}


def near_matches(pattern: str, size: int) -> list[str]:
    """Texts of the given size: a match repeated, its beginning repeated, its repeats drawn out."""
    whole, long = sample(pattern, 0), sample(pattern, 40)
    cut = whole[:-1] or whole
    seeds = [whole + " ", cut, cut + "\n", long[: max(1, len(long) - 1)] + " ", whole[: len(whole) // 2 + 1]]
    return [(seed * (size // len(seed) + 1))[:size] for seed in dict.fromkeys(seeds) if seed]


def sample(pattern: str, extra: int) -> str:
    """A text that the pattern matches, or nearly; repeats are as short as may be, or longer by ``extra``."""
    plain = re.sub(r"\[([^\]\\]*)\\p\{(\w+)\}", lambda m: f"[{m[1]}{_PROPERTIES.get(m[2], 'a')}", pattern)
    plain = _PROPERTY.sub(lambda m: f"[{_PROPERTIES.get(m[1], 'a')}]", plain)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _sequence(_parser.parse(plain), extra)


def _sequence(items: Any, extra: int) -> str:
    return "".join(_one(str(operation), argument, extra) for operation, argument in items)


def _one(operation: str, argument: Any, extra: int) -> str:
    if operation in ("LITERAL", "NOT_LITERAL"):
        return chr(argument) if operation == "LITERAL" else "a"
    if operation == "ANY":
        return "a"
    if operation == "IN":
        return _member(argument)
    if operation == "BRANCH":
        return max((_sequence(branch, extra) for branch in argument[1]), key=len)
    if operation == "SUBPATTERN":
        return _sequence(argument[-1], extra)
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, body = int(argument[0]), int(argument[1]), argument[2]
        return _sequence(body, extra) * min(most, max(least, 1) + extra)
    return _sequence(argument, extra) if operation == "ATOMIC_GROUP" else ""


def _member(members: Any) -> str:
    kind, value = members[0]
    if str(kind) == "NEGATE":
        return "a"
    if str(kind) == "CATEGORY":
        return _CATEGORIES.get(str(value), "a")
    return chr(value[0] if str(kind) == "RANGE" else value)
