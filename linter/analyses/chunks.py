"""What stands between blanks in an article: the quickest way to ask whether it holds a word at all.

Most chunks come again, in the same article and in the next one, so each is asked about once in a run.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from linter.analyses import analysis
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
        self._asked: set[str] = set()
        self._holding: set[str] = set()

    def among(self, chunks: frozenset[str]) -> frozenset[str]:
        """Those of the chunks that hold one."""
        if len(self._asked) > _MOST:
            self._asked.clear()
            self._holding.clear()
        fresh = chunks - self._asked
        if fresh:
            self._holding.update(self._holders(fresh))
            self._asked |= fresh
        return chunks & self._holding

    def _holders(self, fresh: frozenset[str]) -> Iterator[str]:
        text = "\n".join(fresh)
        text = self._prepare(text) if self._prepare else text
        words = self._find(text)
        if words:
            for chunk, prepared in zip(fresh, text.split("\n"), strict=True):
                if in_any(words, prepared):
                    yield chunk


def in_any(chunks: Collection[str], prose: str) -> bool:
    """Whether a piece of prose has one of the chunks, if only inside of another."""
    return any(chunk in prose for chunk in chunks)
