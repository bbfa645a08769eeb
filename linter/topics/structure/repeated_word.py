"""A little word written twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching.regexes import lazy


class RepeatedWord(Check):
    """Reports the words that stand twice in a row, with nothing but a space between, and never should."""

    needs = ("structure.never-twice",)
    fields: ClassVar[frozenset[str]] = frozenset({"text", "word"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        pattern = _twice(language(article))
        for block in article.scope("text"):
            for match in pattern.finditer(block.text.prose):
                alarm = _alarm(block, match)
                if not any(exempt(article, kind).hold(alarm.span.start) for kind in ("code", "quotes")):
                    yield alarm


@cache
def _twice(code: str) -> re.Pattern[str]:
    words = speech(code).structure.never_twice
    # One letter as a capital is a name as often as a word: "vitamin A a day".
    forms = (*words, *(word.capitalize() for word in words if len(word) > 1))
    return lazy(rf"(?<![\w'’.&/-])({any_of(forms)})\s{{1,2}}(?i:\1)(?![\w'’&/-]|\.\w)")


def _alarm(block: Block, match: re.Match[str]) -> Alarm:
    return Alarm(
        block.text.span(*match.span()), {"text": match[0], "word": match[1].lower()}, suggestion=match[1]
    )
