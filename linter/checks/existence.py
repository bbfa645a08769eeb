"""Words and phrases that a style does without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from linter.alternation import Alternation
from linter.analyses.passages import Passages
from linter.checks.base import Setup
from linter.checks.style import Found, StyleCheck, StyleParams
from linter.patterns import Clock


@dataclass(frozen=True)
class ExistenceParams(StyleParams):
    """What must not be there."""

    tokens: tuple[str, ...] = ()
    """Patterns; where several match at one place the first counts."""
    word: bool = True
    """Whether each stands between word boundaries."""
    ignore_case: bool = False
    suggestion: str = ""
    """What to write instead."""


class Existence(StyleCheck):
    """Reports whatever one of its patterns matches."""

    Params = ExistenceParams
    fields: ClassVar[frozenset[str]] = frozenset({"text", "suggestion"})

    def __init__(self, params: ExistenceParams, setup: Setup) -> None:
        super().__init__(params, setup)
        self._tokens = Alternation(params.tokens, params.ignore_case, params.word)

    @classmethod
    def patterns(cls, params: ExistenceParams) -> Sequence[str]:
        return params.tokens

    def look(self, passages: Passages, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Found]]:
        suggestion: str = self.params.suggestion
        for place, hit in self._tokens.search(passages.texts, places, clock):
            text = passages.texts.texts[place]
            if not self.excuses.hold(text, hit.start, hit.end, clock):
                fields = {"text": text[hit.start : hit.end], "suggestion": suggestion}
                yield place, Found(hit.start, hit.end, fields, suggestion or None)
