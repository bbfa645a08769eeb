"""Keys that stand twice in one mapping of the front matter, and whether it matters.

A generator takes one of the two values and drops the other; where both are the same, nothing is lost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from linter.article.model import Field, Problem
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import Span


class Repeat(NamedTuple):
    """A key (nested names joined by dots) with the places of its first and of another occurrence."""

    name: str
    first: Span
    again: Span


def contradictions(repeats: Iterable[Repeat], fields: Sequence[Field]) -> Iterator[Problem]:
    """A problem for each key that stands again with another value than the first time, once a key.

    ``fields`` are in the order of the text.
    """
    starts = [field.key.start for field in fields]
    told: set[str] = set()
    for repeat in repeats:
        if repeat.name in told:
            continue
        first, again = (_values(repeat.name, key, fields, starts) for key in (repeat.first, repeat.again))
        if first != again:
            told.add(repeat.name)
            name = repeat.name.rpartition(".")[2]
            twice = message(
                "the key `{name}` stands twice in the front matter, with different values", name=name
            )
            yield Problem(repeat.again, twice)


def _values(name: str, key: Span, fields: Sequence[Field], starts: list[int]) -> list[tuple[str, str]]:
    """What stands under one occurrence of a key: names and values of the fields that follow it."""
    inner = f"{name}."
    values: list[tuple[str, str]] = []
    for place in range(bisect_left(starts, key.start), len(fields)):
        field = fields[place]
        own = field.key == key if field.name == name else field.name.startswith(inner)
        if not own:
            break
        values.append((field.name, field.value))
    return values
