"""The lists of words that patterns name: written in the rule, or what language files have for a purpose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from linter.languages import Speech, described, value_at, whole
from linter.languages.phrases import GAPS, any_of, pattern_of
from linter.matching.patterns import names_in, with_words
from linter.matching.regexes import lazy
from linter.typed import Any

OF_LANGUAGES = "@languages/"
"""Begins an entry that stands for what all language files have at a path, such as ``dates.months``."""
OF_EACH = "@each-language/"
"""The same for patterns that are made once for each language, of its own words."""
_MEANT = (OF_LANGUAGES, OF_EACH)
_SLOTS = {
    "word": r"[\w'’-]+",
    "any": r"(?:[\w'’-]+ ){0,2}",
    "few": r"(?:[\w'’-]+ ){0,4}",
    "many": r"[^.!?。！？\n]{0,60}?",
    "number": r"\d{1,4}",
}
"""What every phrase may have in it: a word, up to two or four, a piece of a sentence, a number."""
_COMMA = lazy(r",(?=(?:\(\?:)? )")
"""Before a blank, which may stand in a piece that may be missing."""

_Lists = dict[str, tuple[str, ...]]


class WordLists:
    """The lists of a rule, as patterns.

    An entry that means a record gives a list for each of its fields: ``gap.fields`` for ``fields`` of what
    is named ``gap``. ``KeyError`` for a path that language files do not have.
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._shared: _Lists = {}
        self._of_each: dict[str, _Lists] = {}
        for name, entries in words.items():
            for entry in entries:
                self._add(name, entry)

    def _add(self, name: str, entry: str) -> None:
        if not entry.startswith(_MEANT):
            _extend(self._shared, name, (entry,))
            return
        for key, path in _paths(entry):
            for code in described():
                lists = self._of_each.setdefault(code, {}) if entry.startswith(OF_EACH) else self._shared
                _extend(lists, name + key, _phrases(code, path))

    def filled(self, pattern: str) -> tuple[str, ...]:
        """The pattern with its lists in place; one for each language that has all that it names of each.

        ``KeyError`` for words without a list.
        """
        own = {name for lists in self._of_each.values() for name in lists} & set(names_in(pattern))
        if not own:
            return with_words(pattern, self._shared)
        able = [lists for lists in self._of_each.values() if all(lists[name] for name in own)]
        return tuple(each for lists in able for each in with_words(pattern, {**self._shared, **lists}))


def paths_in(words: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The paths of the lists in language files that the entries mean."""
    meant = [entry for entries in words.values() for entry in entries if entry.startswith(_MEANT)]
    return tuple(dict.fromkeys(path for entry in meant for _, path in _paths(entry)))


def _extend(lists: _Lists, name: str, words: Iterable[str]) -> None:
    lists[name] = tuple(dict.fromkeys((*lists.get(name, ()), *words)))


@cache
def _phrases(code: str, path: str) -> tuple[str, ...]:
    """The patterns of the phrases that a language has at a path."""
    slots = _slots(code, path.rpartition(".")[0])
    # one blank, as in the patterns around it: what may be several tells a prefilter nothing
    patterns = (pattern_of(phrase, slots).replace(GAPS, " ") for phrase in value_at(whole(code), path))
    return tuple(_COMMA.sub(",?", pattern) for pattern in patterns)


@cache
def _slots(code: str, record: str) -> _Slots:
    """What may stand in the slots of the phrases of a record: those of all its lists."""
    return _Slots(getattr(value_at(whole(code), record), "words", {}))


class _Slots(dict[str, str]):
    """What stands in the slots of phrases: one of :data:`_SLOTS`, or any of the words of that name."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        super().__init__(_SLOTS)
        self._words = words

    def __missing__(self, name: str) -> str:
        self[name] = f"(?:{any_of(self._words[name], self)})"
        return self[name]


def _paths(entry: str) -> Iterator[tuple[str, str]]:
    """The paths of the lists that an entry means, each with what comes behind the name of the list."""
    path = entry.partition("/")[2]
    try:
        value: Any = value_at(Speech("", {}), path)
    except AttributeError:
        raise KeyError(entry) from None
    if not isinstance(value, tuple | dict):
        raise KeyError(entry)
    fields: dict[str, Any] = value._asdict() if hasattr(value, "_asdict") else {}
    if not fields:
        yield "", path
    for field, default in fields.items():
        if isinstance(default, tuple):
            key = field.rstrip("_").replace("_", "-")
            yield f".{key}", f"{path}.{key}"
