"""What stands between blanks in an article: the quickest way to ask whether it holds a word at all.

Most chunks come again, in the same article and in the next one, so each is asked about once in a run.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

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
    """Finds the chunks that hold what a test asks for.

    The test tells of any text whether it holds that, and nothing that it asks for has a blank inside.
    """

    def __init__(self, test: Callable[[str], bool]) -> None:
        self._test = test
        self._asked: set[str] = set()
        self._holding: set[str] = set()

    def among(self, chunks: frozenset[str]) -> frozenset[str]:
        """Those of the chunks that hold it."""
        if len(self._asked) > _MOST:
            self._asked.clear()
            self._holding.clear()
        fresh = chunks - self._asked
        if fresh:
            self._holding.update(self._narrowed(list(fresh)))
            self._asked |= fresh
        return chunks & self._holding

    def _narrowed(self, fresh: list[str]) -> list[str]:
        """By halves: most of the chunks that are asked about are told in a few questions."""
        if not self._test("\n".join(fresh)):
            return []
        if len(fresh) == 1:
            return fresh
        half = len(fresh) // 2
        return self._narrowed(fresh[:half]) + self._narrowed(fresh[half:])


def in_any(chunks: Collection[str], prose: str) -> bool:
    """Whether a piece of prose may have one of the chunks."""
    return any(chunk in prose for chunk in chunks)
