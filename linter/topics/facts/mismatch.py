"""What one statement of an article says otherwise than the bible."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.sentences import sentence_around
from linter.article.model import Block
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates.wording import words_at
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


class Company:
    """Which other entries of the bible stand before and after each name, in its block."""

    def __init__(self, known: tuple[Known, ...]) -> None:
        """``known`` are the names of an article in reading order."""
        self._before = {id(name): other for name, other in _nearest(known)}
        self._after = {id(name): other for name, other in _nearest(known[::-1])}

    def is_alone(self, name: Known, start: int, end: int) -> bool:
        """Is its entry the only one that the bible knows in this part of the block, which holds the name?"""
        before, after = self._before[id(name)], self._after[id(name)]
        return not (before and before.start >= start) and not (after and after.start < end)


def _nearest(known: tuple[Known, ...]) -> Iterator[tuple[Known, Known | None]]:
    """Each name with the last one before it in the same block that is of another entry."""
    last: Known | None = None
    other: Known | None = None
    for name in known:
        if last is None or last.number != name.number:
            other = None
        elif last.entry is not name.entry:
            other = last
        yield name, other
        last = name


def says(code: str, key: str, block: Block, start: int, end: int) -> bool:
    """Does a phrase of the language for a purpose (a key of its facts) stand in this part of a block?"""
    return _says(code, key, block.text.prose, start, end)


@lru_cache(maxsize=16)
def _says(code: str, key: str, prose: str, start: int, end: int) -> bool:
    """The same; a sentence with many names is asked about again and again."""
    return words_at(code, f"facts.{key}").search(prose, start, end) is not None
