"""Words and phrases that a style does without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from linter.check import Setup
from linter.matching.budget import Clock
from linter.matching.regexes import lazy
from linter.vale.alternation import Alternation, needles_of
from linter.vale.checks.style import Found, StyleCheck, StyleParams
from linter.vale.scopes import Passages

_NAMES_GROUPS = lazy(r"\\\d|\(\?P")


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
    fields = frozenset({"text", "suggestion"})

    def __init__(self, params: ExistenceParams, setup: Setup) -> None:
        super().__init__(params, setup)
        self._tokens = Alternation(_joined(params.tokens), params.ignore_case, params.word)
        self.sought = (self._tokens,)

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


def _joined(tokens: Sequence[str]) -> list[str]:
    """The tokens, those in a row of which no needle is known as one: they would all be tried everywhere."""
    found: list[str] = []
    for alone, group in groupby(tokens, lambda token: bool(needles_of(token) or _NAMES_GROUPS.search(token))):
        several = list(group)
        found += several if alone else ["|".join(several)]
    return found
