"""A paragraph, or a sentence, that stands in the article twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from linter.article.model import HEADING, PARAGRAPH, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import FILLER, Span

_NO_WORD = lazy(r"[\W_]+")
_END = lazy(r"[.!?…]+[»”\"')\]]*\s*")
_BROKEN_OFF = ("...", "…")
_ATTRIBUTION = ("-", "–", "—", "―")
_SHOWN = 60
_BEGINNING, _COMPARED = 60, 16
"""So many characters at the beginning of a paragraph hold so many letters, nearly always."""


class DuplicateParagraphParams(NamedTuple):
    min_letters: int = 80
    """Shorter paragraphs may repeat: refrains, captions, "He nodded."."""
    min_letters_of_sentence: int = 25


class _Pair(NamedTuple):
    """A run of paragraphs and the earlier run that it repeats, by their places in the article."""

    first: int
    first_end: int
    again: int
    again_end: int


class DuplicateParagraph(Check):
    """Reports the later of two equal paragraphs, or runs of them, and a sentence that follows itself.

    Case, spaces and punctuation do not count. A lead that the text repeats at its beginning is left
    alone, as are quotations, lists and what introduces them, tables, code and the line that names a
    speaker. Under another heading a paragraph may be repeated on purpose, so that is only noted.
    """

    Params = DuplicateParagraphParams
    fields: ClassVar[frozenset[str]] = frozenset({"text"})
    variants: ClassVar[frozenset[str]] = frozenset({"sentence"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for pair in _runs(self._pairs(article)):
            sections = any(block.kind == HEADING for block in article.blocks[pair.first : pair.again])
            again = _span(article, pair.again, pair.again_end)
            first = _span(article, pair.first, pair.first_end)
            text = article.blocks[pair.again].text.prose
            yield _alarm(again, first, text, severity=Severity.INFO if sections else None)
        for block in article.scope("paragraph"):
            yield from self._sentences(block)

    def _pairs(self, article: Article) -> Iterator[_Pair]:
        seen: dict[str, int] = {}
        paragraphs = [place for place, block in enumerate(article.blocks) if block.kind == PARAGRAPH]
        beginnings = Counter(_beginning(article.blocks[place].text.prose) for place in paragraphs)
        for number, place in enumerate(paragraphs):
            prose = article.blocks[place].text.prose
            if beginnings[_beginning(prose)] < 2:
                continue
            key = _key(prose)
            if len(key) < self.params.min_letters or FILLER in prose:
                continue
            if prose.startswith(_ATTRIBUTION) or prose.rstrip().endswith(":"):
                continue
            first = seen.setdefault(key, place)
            if first != place and number > 1:
                yield _Pair(first, first, place, place)

    def _sentences(self, block: Block) -> Iterator[Alarm]:
        prose, before = block.text.prose, ""
        start = before_start = 0
        for end in _END.finditer(prose):
            sentence = prose[start : end.end()].rstrip()
            if self._same(before, sentence):
                first = block.text.span(before_start, before_start + len(before))
                yield _alarm(block.text.span(start, start + len(sentence)), first, sentence, "sentence")
            before, before_start, start = sentence, start, end.end()

    def _same(self, one: str, other: str) -> bool:
        if abs(len(one) - len(other)) > _SHOWN or other.endswith(_BROKEN_OFF):
            return False
        if one[:1].isalpha() and other[:1].isalpha() and one[0].casefold() != other[0].casefold():
            return False
        key = _key(one)
        return len(key) >= self.params.min_letters_of_sentence and key == _key(other)


def _runs(pairs: Iterator[_Pair]) -> Iterator[_Pair]:
    """Pairs of which one goes on where the other ends, put together."""
    run: _Pair | None = None
    for pair in pairs:
        if run and (pair.first, pair.again) == (run.first_end + 1, run.again_end + 1):
            run = run._replace(first_end=pair.first, again_end=pair.again)
            continue
        if run:
            yield run
        run = pair
    if run:
        yield run


def _beginning(prose: str) -> str:
    """The first letters of a paragraph: equal ones have that in common, and few others do."""
    letters = _key(prose[:_BEGINNING])
    return (letters if len(letters) >= _COMPARED else _key(prose))[:_COMPARED]


def _key(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()


def _span(article: Article, first: int, last: int) -> Span:
    return Span(article.blocks[first].text.whole.start, article.blocks[last].text.whole.end)


def _alarm(span: Span, first: Span, text: str, variant: str = "", severity: Severity | None = None) -> Alarm:
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 2].rsplit(" ", 1)[0] + " …"
    return Alarm(span, {"text": shown}, (Related(first, "first here"),), variant=variant, severity=severity)
