"""Entries of one name made one: what is proposed, imported and added may each know a part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from linter.topics.facts.model import Day, Entry, Words
from linter.typed import Any

_TELL_APART = ("id", "born", "died", "founded", "dissolved", "country")
"""What two of one name have in two ways: they are two."""


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, those of one kind and name as one unless they contradict each other.

    Where both say something, lists are put together, the more exact date counts, else the first.
    """
    found: dict[tuple[type[Entry], str], list[Entry]] = {}
    for entry in entries:
        same = found.setdefault((type(entry), entry.name), [])
        at = next((number for number, other in enumerate(same) if _agree(other, entry)), None)
        if at is None:
            same.append(entry)
        else:
            same[at] = _one(same[at], entry)
    return [entry for same in found.values() for entry in same]


def _agree(one: Entry, other: Entry) -> bool:
    return all(_fit(getattr(one, name), getattr(other, name)) for name in _TELL_APART if hasattr(one, name))


def _fit(one: Any, other: Any) -> bool:
    if isinstance(one, Day) and isinstance(other, Day):
        return one.first <= other.last and other.first <= one.last
    return not one or not other or bool(one == other)


def _one(one: Entry, other: Entry) -> Entry:
    values = {
        each.name: _both(each.name, getattr(one, each.name), getattr(other, each.name))
        for each in fields(one)
    }
    return type(one)(**values)


def _both(field: str, one: Any, other: Any) -> Any:
    if not one or not other:
        return one or other
    if field in ("aliases", "wrong"):
        return _words(one, other)
    if isinstance(one, tuple):
        return one + other
    if isinstance(one, dict):
        return {**other, **one}
    if isinstance(one, Day):
        return max(one, other, key=lambda day: len(day.text))
    return one


def _words(*several: Words) -> Words:
    """All forms by language; those for all languages under none."""
    found: dict[str, tuple[str, ...]] = {}
    for words in several:
        for language, some in words.items() if isinstance(words, dict) else [("", words)]:
            found[language] = found.get(language, ()) + ((some,) if isinstance(some, str) else some)
    return dict(found)
