"""What one statement of an article says otherwise than the bible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from linter.article.model import Block
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.packaged import table
from linter.text import Span
from linter.topics.dates.context import sentence_around
from linter.topics.facts.match import Known

AGE, BORN, DIED, FOUNDED, TITLE, TITLE_OVER, FIGURE = (
    "age", "born", "died", "founded", "title", "title-over", "figure",
)  # fmt: skip


class Mismatch(NamedTuple):
    """A statement that the bible contradicts."""

    kind: str
    span: Span
    """In the source."""
    said: str
    known: str
    """What the bible has instead, in words for a message."""
    about: Known


def sentence(known: Known) -> tuple[int, int]:
    """Where in the prose of its block the sentence of a name begins and ends."""
    return sentence_around(known.block.text.prose, known.start, known.end)


def alone(known: Known, others: tuple[Known, ...], start: int, end: int) -> bool:
    """Is the entry the only one that the bible knows in this part of its block?"""
    return not any(
        other.number == known.number and start <= other.start < end and other.entry is not known.entry
        for other in others
    )


def says(language: str, key: str, block: Block, start: int, end: int) -> bool:
    """Does a word of a purpose stand in this part of a block?"""
    pattern = words(language, key)
    return pattern is not None and pattern.search(block.text.prose, start, end) is not None


@cache
def words(language: str, key: str) -> re.Pattern[str] | None:
    """The words of a language for a purpose (``founded``, ``then``, ``past``); or nothing."""
    listed = list(_listed(language, key))
    return lazy(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})", re.IGNORECASE) if listed else None


def _listed(language: str, key: str) -> Iterator[str]:
    yield from sorted(_table()[key].get(language, ()), key=len, reverse=True)


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = table("facts/statements")
    return found
