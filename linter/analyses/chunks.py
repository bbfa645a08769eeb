"""What stands between blanks in an article: the quickest way to ask whether it holds a word at all.

Most chunks come again, in the same article and in the next one, so each is asked about once in a run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from itertools import accumulate, chain
from operator import itemgetter

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import CODE, Article
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.text import Text

_LETTERS = lazy(r"[^\W\d_]+")
_FEW = 16
"""So many words or chunks are looked for one by one."""
_MOST = 30_000
"""So many chunks are remembered; then all are forgotten, to keep the memory of a long run bounded."""


@analysis
def chunks(article: Article) -> frozenset[str]:
    """The chunks of the article's prose and headline, each once; code is left out."""
    texts = [block.text for block in article.blocks if block.kind != CODE]
    if article.headline:
        texts.append(article.headline)
    return frozenset().union(*[text.chunks for text in texts])


class _Words(dict[str, tuple[str, ...]]):
    """The runs of letters of a chunk, folded: most chunks come again."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        folded = fold_case(chunk)
        self[chunk] = words = (folded,) if folded.isalpha() else tuple(_LETTERS.findall(folded))
        return words


_WORDS = _Words()


@analysis
def folded_words(article: Article) -> frozenset[str]:
    """The words of the article's prose and headline, each once: runs of letters, folded."""
    if len(_WORDS) > _MOST:
        _WORDS.clear()
    words = itemgetter(*chunks(article), "")(_WORDS)  # all at once: sooner than one call for each
    return frozenset(chain.from_iterable(words))


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
    done to a text before; it keeps the line breaks. ``whole``: chunks that have one inside a longer word
    are left out.
    """

    def __init__(
        self,
        find: Callable[[str], Collection[str]],
        prepare: Callable[[str], str] | None = None,
        whole: bool = False,
    ) -> None:
        self._find = find
        self._prepare = prepare
        self._whole = whole
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
        words = set(self._find(text))
        if words:
            lines = text.split("\n")
            for number in _lines_with(words, text):
                if not self._whole or self._find(lines[number]):
                    yield fresh[number]


def _lines_with(words: set[str], text: str) -> set[int]:
    """The numbers of the lines that hold one of the words."""
    ends = list(accumulate(map((1).__add__, map(len, text.split("\n")))))
    return {bisect_right(ends, place) for place in _places(words, text, ends)}


def _places(words: set[str], text: str, ends: list[int]) -> Iterator[int]:
    """A place in each line that holds one of the words."""
    if len(words) > _FEW:
        from linter.matching.automaton import automaton_of

        yield from (last for last, _ in automaton_of((word, word) for word in words).iter(text))
        return
    for word in words:
        place = text.find(word)
        while place >= 0:
            yield place
            place = text.find(word, ends[bisect_right(ends, place)])


def in_any(chunks: frozenset[str], text: Text) -> bool:
    """Whether a piece of the article's text has one of these of its chunks."""
    if len(chunks) <= _FEW and not any(map(text.prose.__contains__, chunks)):
        return False
    return not chunks.isdisjoint(text.chunks)
