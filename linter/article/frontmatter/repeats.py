"""Keys that stand twice in one mapping of the front matter, and whether it matters.

A generator takes one of the two values and drops the other; where both are the same, nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from linter.article.model import Field, Problem
from linter.namedtuples import NamedTuple
from linter.text import Span


class Repeat(NamedTuple):
    """A key (nested names joined by dots) with the places of its first and of another occurrence."""

    name: str
    first: Span
    again: Span


def contradictions(repeats: Iterable[Repeat], fields: Sequence[Field]) -> Iterator[Problem]:
    """A problem for each repeated key with another value than the first time; ``fields`` in their order."""
    for repeat in repeats:
        if _values(repeat.name, repeat.first, fields) != _values(repeat.name, repeat.again, fields):
            name = repeat.name.rpartition(".")[2]
            message = f"the key `{name}` stands twice in the front matter, with different values"
            yield Problem(repeat.again, message)


def _values(name: str, key: Span, fields: Sequence[Field]) -> list[tuple[str, str]]:
    """What stands under one occurrence of a key: names and values of the fields that follow it."""
    behind = (field for field in fields if field.key.start >= key.start)
    inner = f"{name}."
    own = takewhile(lambda field: field.name == name or field.name.startswith(inner), behind)
    return [(field.name, field.value) for field in own if field.name != name or field.key == key]
