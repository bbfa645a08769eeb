"""A word that was divided at the end of a line, and set in the middle of one: "mem- bers"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.languages import is_common
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.languages import speech
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy

_DIVIDED = lazy(rf"(?<![\w'’-])([{CAPITALS}{SMALL}][{SMALL}]+)[-\u00ad\u2010] ([{SMALL}]{{2,}})(?![\w'’-])")
_SHORTEST = 5
"""Letters of a word that is divided."""


class BrokenWord(Check):
    """Reports two pieces that are not both words, parted by a hyphen and a blank, which make a frequent one.

    A hyphen that stands for what two words have in common ("pre- and post-war") is left alone.
    """

    fields = frozenset({"text", "word"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code = language(article)
        joining = speech(code).dates.and_
        for block in article.scope("prose"):
            for found in _DIVIDED.finditer(block.text.prose):
                first, last = found[1].lower(), found[2]
                whole = len(first + last) >= _SHORTEST and is_common(first + last, code)
                if not whole or last in joining or (is_common(first, code) and is_common(last, code)):
                    continue
                span = block.text.span(*found.span())
                if not exempt(article, "code").hold(span.start):
                    word = found[1] + last
                    yield Alarm(span, {"text": found[0], "word": word}, suggestion=word)
