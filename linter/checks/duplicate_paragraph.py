"""A paragraph, or a sentence, that stands in the article twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from linter.article.model import Article, Block
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.text import FILLER, Span

_NO_WORD = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]+[»”\"')\]]*")


@dataclass(frozen=True)
class DuplicateParagraphParams:
    min_letters: int = 80
    """Shorter paragraphs may repeat: refrains, captions, "He nodded."."""
    min_letters_of_sentence: int = 25


class DuplicateParagraph(Check):
    """Reports the later of two equal paragraphs, and a sentence that follows itself.

    Case, spaces and punctuation do not count. A lead that the text repeats at its beginning is left
    alone, as are quotations, lists, tables and code.
    """

    Params = DuplicateParagraphParams
    fields: ClassVar[frozenset[str]] = frozenset({"text"})
    variants: ClassVar[frozenset[str]] = frozenset({"sentence"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        seen: dict[str, Block] = {}
        for number, block in enumerate(article.scope("paragraph")):
            key = _key(block.text.prose)
            if len(key) >= self.params.min_letters and FILLER not in block.text.prose:
                first = seen.setdefault(key, block)
                if first is not block and number > 1:
                    yield _alarm(block.text.whole, first.text.whole, block.text.prose)
            yield from self._sentences(block)

    def _sentences(self, block: Block) -> Iterator[Alarm]:
        before: re.Match[str] | None = None
        for sentence in _SENTENCE.finditer(block.text.prose):
            key = _key(sentence[0])
            if (
                before is not None
                and key == _key(before[0])
                and len(key) >= self.params.min_letters_of_sentence
            ):
                span, first = (_span(block, found) for found in (sentence, before))
                yield _alarm(span, first, sentence[0], "sentence")
            before = sentence


def _key(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()


def _span(block: Block, sentence: re.Match[str]) -> Span:
    start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
    return block.text.span(start, sentence.end())


def _alarm(span: Span, first: Span, text: str, variant: str = "") -> Alarm:
    shown = " ".join(text.split())
    shown = shown if len(shown) <= 60 else shown[:57].rsplit(" ", 1)[0] + " …"
    return Alarm(span, {"text": shown}, (Related(first, "first here"),), variant=variant)
