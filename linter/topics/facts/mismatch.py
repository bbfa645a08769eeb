"""What one statement of an article says otherwise than the bible."""

from __future__ import annotations

from linter.article.model import Block
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.dates.context import sentence_around
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


def alone(known: Known, others: tuple[Known, ...], start: int, end: int) -> bool:
    """Is the entry the only one that the bible knows in this part of its block?"""
    return not any(
        other.number == known.number and start <= other.start < end and other.entry is not known.entry
        for other in others
    )


def says(code: str, key: str, block: Block, start: int, end: int) -> bool:
    """Does a phrase of the language for a purpose (a key of its facts) stand in this part of a block?"""
    return words_at(code, f"facts.{key}").search(block.text.prose, start, end) is not None
