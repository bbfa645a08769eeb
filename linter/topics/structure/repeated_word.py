"""A little word written twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count, Setup
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple


class RepeatedWordParams(NamedTuple):
    words: Mapping[str, tuple[str, ...]] = {}
    """By language, the words that no sentence has twice in a row."""


class RepeatedWord(Check):
    """Reports words of the rule's lists that stand twice in a row with nothing but a space between."""

    Params = RepeatedWordParams
    fields: ClassVar[frozenset[str]] = frozenset({"text", "word"})

    def __init__(self, params: RepeatedWordParams, setup: Setup) -> None:
        super().__init__(params, setup)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        words = self.params.words.get(language(article))
        if not words:
            return
        pattern = self._pattern(language(article), words)
        for block in article.scope("text"):
            for found in pattern.finditer(block.text.prose):
                alarm = _alarm(block, found)
                if not any(exempt(article, kind).hold(alarm.span.start) for kind in ("code", "quotes")):
                    yield alarm

    def _pattern(self, spoken: str, words: tuple[str, ...]) -> re.Pattern[str]:
        if spoken not in self._patterns:
            # One letter as a capital is a name as often as a word: "vitamin A a day".
            first = "|".join(re.escape(word) for word in words)
            capital = "|".join(re.escape(word.capitalize()) for word in words if len(word) > 1)
            self._patterns[spoken] = lazy(
                rf"(?<![\w'’.&/-])({first}|{capital})\s{{1,2}}(?i:\1)(?![\w'’&/-]|\.\w)"
            )
        return self._patterns[spoken]


def _alarm(block: Block, found: re.Match[str]) -> Alarm:
    return Alarm(
        block.text.span(*found.span()), {"text": found[0], "word": found[1].lower()}, suggestion=found[1]
    )
