"""Numbers and words written in characters of two widths: ２010, Ｗindows, ｶメラ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.matching.regexes import lazy

_WIDE_LETTER, _HALF = "\uff21-\uff3a\uff41-\uff5a", "\uff66-\uff9d"
_MEETING = lazy(
    rf"[0-9][\uff10-\uff19]|[\uff10-\uff19][0-9]|[A-Za-z][{_WIDE_LETTER}]|[{_WIDE_LETTER}][A-Za-z]"
    rf"|[\u30a1-\u30fc][{_HALF}]|[{_HALF}][\uff9e\uff9f]?[\u30a1-\u30fc]"
)
"""Digits beside digits, letters beside letters: names of models have letters of full width before digits."""
_WORD = lazy(rf"[A-Za-z0-9\uff10-\uff19{_WIDE_LETTER}]+|[\u30a1-\u30fc{_HALF}\uff9e\uff9f]+")


class MixedWidth(Check):
    """Reports each number and each word that has characters of full and of half width.

    Whole words and numbers of one width beside those of the other are a matter of style.
    """

    fields = frozenset({"word"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for block in article.scope("text"):
            if not block.text.prose.isascii() and _MEETING.search(block.text.prose):
                yield from _alarms(block)


def _alarms(block: Block) -> Iterator[Alarm]:
    for word in _WORD.finditer(block.text.prose):
        if _MEETING.search(word[0]):
            repaired = unicodedata.normalize("NFKC", word[0])
            yield Alarm(block.text.span(*word.span()), {"word": word[0]}, suggestion=repaired)
