"""Patterns of rules: put together from lists of words, and compiled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from linter.matching import re
from linter.matching.pattern_size import too_large
from linter.matching.regexes import CODES, lazy
from linter.packaged import table
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_PACKAGED = lazy(r"@[a-z-]+/[a-z-]+")
_NO_LETTERS = lazy(r"\\[pPN]\{[^}]*\}|\\[LgGk]<[^>]*>|\\.|\(\?(?:P?<\w+>|P?[=>&]\w+\)|[\w-]+[:)])", re.DOTALL)
"""Escapes, names of groups and flags."""
_WORD_LIST = lazy(r"\\L<([\w.-]+)>")


def names_in(pattern: str) -> list[str]:
    r"""The names of the lists of words that a pattern has as ``\L<name>``."""
    return _WORD_LIST.findall(pattern) if "\\L<" in pattern else []


def with_words(pattern: str, words: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    r"""The pattern with each ``\L<name>`` replaced by the words of that name, longest first.

    Words are patterns themselves; one like ``@file/list`` stands for a packaged list of them. A pattern
    that is nothing but a list becomes as many patterns. ``KeyError`` for a name that is not there.
    """
    if "\\L<" not in pattern:
        return (pattern,)

    def listed(found: re.Match[str]) -> list[str]:
        return [each for word in words[found[1]] for each in _unpacked(word)]

    whole = _WORD_LIST.fullmatch(pattern)
    if whole:
        return tuple(listed(whole))
    return (
        _WORD_LIST.sub(
            lambda found: "(?:" + "|".join(sorted(listed(found), key=len, reverse=True)) + ")", pattern
        ),
    )


def _unpacked(word: str) -> tuple[str, ...]:
    return packaged_words(*word[1:].split("/")) if _PACKAGED.fullmatch(word) else (word,)


@lru_cache(maxsize=64)
def packaged_words(file: str, name: str) -> tuple[str, ...]:
    """A list of a YAML file in the package's data. ``KeyError`` if there is none of that name."""
    return tuple(map(str, table(file)[name]))


@lru_cache(maxsize=4096)
def ignores_case(pattern: str) -> bool:
    """Whether a pattern of which it is not said matches in any case: if it has no capital letter itself.

    As ripgrep's ``--smart-case``; the capitals of escapes and of names of groups do not count.
    """
    return not any(map(str.isupper, _NO_LETTERS.sub("", pattern)))


@lru_cache(maxsize=4096)
def compiled(pattern: str, ignore_case: bool = False) -> regex.Pattern[str]:
    """The pattern for :func:`matches`. ``regex.error`` if it is not one."""
    return CODES.compile_timed(pattern, ignore_case, too_large)


def fault_of(pattern: str, ignore_case: bool = False) -> str:
    """What is wrong with a pattern; empty if it compiles."""
    import regex

    try:
        CODES.compile_timed(pattern, ignore_case, too_large)
    except regex.error as error:
        return str(error)
    return ""
