"""The lists of words that patterns name: written in the rule, or what all languages have for a purpose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linter.languages import Speech, described, phrases_at, value_at
from linter.languages.phrases import GAPS, pattern_of

OF_LANGUAGES = "@languages/"
"""Begins an entry that stands for what all language files have at a path, such as ``dates.months``."""


def listed(words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The lists with patterns in place of the entries that mean languages.

    An entry that means a record gives a list for each of its fields: ``gap.fields`` for ``fields`` of what
    is named ``gap``. ``KeyError`` for a path that language files do not have.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, entries in words.items():
        lists = [each for entry in entries for each in _lists(entry)]
        for key in dict.fromkeys(key for key, _ in lists):
            found[name + key] = tuple(word for other, words in lists if other == key for word in words)
    return found


def paths_in(words: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The paths of the lists in language files that the entries mean."""
    entries = [entry for entries in words.values() for entry in entries if entry.startswith(OF_LANGUAGES)]
    return tuple(dict.fromkeys(path for entry in entries for _, path in _paths(entry)))


def _lists(entry: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists of an entry, each with what comes behind its name."""
    if not entry.startswith(OF_LANGUAGES):
        yield "", (entry,)
        return
    for key, path in _paths(entry):
        phrases = dict.fromkeys(phrase for code in described() for phrase in phrases_at(code, path))
        # one blank, as in the patterns around it: what may be several tells a prefilter nothing
        yield key, tuple(pattern_of(phrase).replace(GAPS, " ") for phrase in phrases)


def _paths(entry: str) -> Iterator[tuple[str, str]]:
    path = entry.removeprefix(OF_LANGUAGES)
    try:
        value: Any = value_at(Speech("", {}), path)
    except AttributeError:
        raise KeyError(entry) from None
    if not isinstance(value, tuple | dict):
        raise KeyError(entry)
    fields: tuple[str, ...] = getattr(value, "_fields", ())
    if not fields:
        yield "", path
    for field in fields:
        key = field.rstrip("_").replace("_", "-")
        yield f".{key}", f"{path}.{key}"
