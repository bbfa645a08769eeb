"""What may stand in a text only if something else does, such as an acronym and its explanation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.check import Setup
from linter.matching.budget import Clock
from linter.matching.patterns import compiled
from linter.vale.alternation import Alternation, Hit
from linter.vale.checks.style import Found, StyleCheck, StyleParams
from linter.vale.scopes import Passages


@dataclass(frozen=True)
class ConditionalParams(StyleParams):
    """The two halves."""

    first: str = ""
    """What needs the other."""
    second: str = ""
    """What it needs. With a group: what the group holds is thereby allowed, from there to the end."""


class Conditional(StyleCheck):
    """Reports each first without its second."""

    Params = ConditionalParams
    fields = frozenset({"text"})

    def __init__(self, params: ConditionalParams, setup: Setup) -> None:
        super().__init__(params, setup)
        self._first = Alternation([params.first])
        self._second = Alternation([params.second])
        self.sought = (self._first,)

    @classmethod
    def patterns(cls, params: ConditionalParams) -> Sequence[str]:
        return (params.first, params.second)

    def look(self, passages: Passages, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Found]]:
        second = compiled(self.params.second)
        firsts: dict[int, list[Hit]] = {}
        for place, hit in self._first.search(passages.texts, places, clock):
            firsts.setdefault(place, []).append(hit)
        seconds_in = self._second.may_match_in(passages.texts, places) if firsts else set()
        allowed: set[str] = set()
        for place in sorted(firsts.keys() | seconds_in):
            text = passages.texts.texts[place]
            met = clock.find_all(second, text) if place in seconds_in else []
            allowed.update(group for match in met for group in match.groups() if group)
            for hit in firsts.get(place, ()) if second.groups or not met else ():
                word = text[hit.start : hit.end]
                if word not in allowed and not self.excuses.hold(text, hit.start, hit.end, clock):
                    yield place, Found(hit.start, hit.end, {"text": word})
