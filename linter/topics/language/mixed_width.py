"""Numbers and words written in characters of two widths: ２010, Ｗindows, ｶメラ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.matching.regexes import lazy

_WIDE, _HALF = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a", "\uff66-\uff9d"
_MEETING = lazy(
    rf"[A-Za-z0-9][{_WIDE}]|[{_WIDE}][A-Za-z0-9]|[\u30a1-\u30fc][{_HALF}]|[{_HALF}][\uff9e\uff9f]?[\u30a1-\u30fc]"
)
_WORD = lazy(rf"[A-Za-z0-9{_WIDE}]+|[\u30a1-\u30fc{_HALF}\uff9e\uff9f]+")


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
