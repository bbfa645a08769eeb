"""X-X where the result of a game was to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Block
from linter.check import Alarm
from linter.matching.regexes import lazy

_SCORE = lazy(r"(?<![\w*.-])(?P<x>[Xx]) ?(?:[-–]|:(?=[Xx])) ?(?P=x)(?![\w*-])")
_REAL_SCORE = lazy(r"(?<![\w.-])\d{1,3}[-–:]\d{1,3}(?![\w.-])")
_NEAR = 40
"""Characters beside an X-X in which another result is looked for."""


def scores(block: Block) -> Iterator[Alarm]:
    """X-X beside a score or another X-X: a result that was never filled in."""
    prose = block.text.prose
    found = list(_SCORE.finditer(prose))
    if found and (len(found) > 1 or _REAL_SCORE.search(prose)):
        for score in found:
            around = prose[max(0, score.start() - _NEAR) : score.end() + _NEAR]
            if len(_SCORE.findall(around)) > 1 or _REAL_SCORE.search(around):
                yield Alarm(block.text.span(*score.span()), {"text": score[0]}, variant="score")
