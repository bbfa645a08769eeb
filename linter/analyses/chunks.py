"""What stands between blanks in an article: the quickest way to ask whether it holds a word at all.

Most chunks come again, in the same article and in the next one, so each is asked about once in a run.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import CODE, Article

_MOST = 60_000
"""So many chunks are remembered; then all are forgotten, to keep the memory of a long run bounded."""


@analysis
def chunks(article: Article) -> frozenset[str]:
    """The chunks of the article's prose and headline, each once; code is left out."""
    prose = [block.text.prose for block in article.blocks if block.kind != CODE]
    if article.headline:
        prose.append(article.headline.prose)
    return frozenset("\n".join(prose).split())


class _Met:
    """The chunks of the articles of a language so far, each with the first article that had it."""

    __slots__ = ("batches", "known")

    def __init__(self) -> None:
        self.known: set[str] = set()
        self.batches: list[tuple[list[str], str]] = []
        """For each article its new chunks, and these as the lines of a text."""


_MET: dict[str, _Met] = {}


@analysis
def _met(article: Article) -> _Met:
    """What was met, this article included."""
    spoken = language(article)
    met = _MET.get(spoken)
    if met is None or len(met.known) > _MOST:
        met = _MET[spoken] = _Met()
    fresh = list(chunks(article) - met.known)
    if fresh:
        met.known.update(fresh)
        met.batches.append((fresh, "\n".join(fresh)))
    return met


class Holding:
    """Finds the chunks that hold a word of some kind.

    ``find`` tells which words of the kind a text has; they have no blanks inside. ``prepare`` is what is
    done to a text before; it keeps the line breaks.
    """

    def __init__(
        self, find: Callable[[str], Collection[str]], prepare: Callable[[str], str] | None = None
    ) -> None:
        self._find = find
        self._prepare = prepare
        self._told: dict[str, tuple[_Met, int, set[str]]] = {}
        """By language: what was met, how many batches of it were looked at, and what they hold."""

    def among(self, article: Article) -> frozenset[str]:
        """The chunks of the article that hold one."""
        met, spoken = _met(article), language(article)
        known, done, holding = self._told.get(spoken, (met, 0, set()))
        if known is not met:
            done, holding = 0, set()
        for fresh, text in met.batches[done:]:
            holding.update(self._holders(fresh, text))
        self._told[spoken] = met, len(met.batches), holding
        return chunks(article) & holding

    def _holders(self, fresh: list[str], text: str) -> Iterator[str]:
        text = self._prepare(text) if self._prepare else text
        words = self._find(text)
        if words:
            for chunk, prepared in zip(fresh, text.split("\n"), strict=True):
                if in_any(words, prepared):
                    yield chunk


def in_any(chunks: Collection[str], prose: str) -> bool:
    """Whether a piece of prose has one of the chunks, if only inside of another."""
    return any(chunk in prose for chunk in chunks)
