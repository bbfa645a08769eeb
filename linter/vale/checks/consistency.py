"""Two ways to write one thing, of which an article keeps to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from linter.check import Setup
from linter.matching.budget import Clock
from linter.vale.alternation import Alternation
from linter.vale.checks.style import Found, StyleCheck, StyleParams
from linter.vale.scopes import Passages


@dataclass(frozen=True)
class ConsistencyParams(StyleParams):
    """The pairs."""

    either: dict[str, str] = field(default_factory=dict)
    """Pattern of one way -> pattern of the other."""
    word: bool = True
    ignore_case: bool = False


class Consistency(StyleCheck):
    """Reports the last match of each passage from where both ways have been met."""

    Params = ConsistencyParams
    fields = frozenset({"text"})

    def __init__(self, params: ConsistencyParams, setup: Setup) -> None:
        super().__init__(params, setup)
        self._pairs = [
            Alternation(pair, params.ignore_case, params.word) for pair in sorted(params.either.items())
        ]
        self.sought = self._pairs

    @classmethod
    def patterns(cls, params: ConsistencyParams) -> Sequence[str]:
        return (*params.either, *params.either.values())

    def look(self, passages: Passages, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Found]]:
        for pair in self._pairs:
            met: set[int] = set()
            latest: dict[int, Found] = {}
            for place, hit in pair.search(passages.texts, places, clock):
                met.add(hit.number)
                if len(met) == 2:
                    text = passages.texts.texts[place][hit.start : hit.end]
                    latest[place] = Found(hit.start, hit.end, {"text": text})
            yield from latest.items()
