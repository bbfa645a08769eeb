"""Matches won, drawn and lost, beside their number or the points: "8 wins, 4 draws, 3 defeats, 28 points"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.sentences import sentence_around
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.wording import BLANK, NOUN, words_of

_LEAD = 24
"""Characters before a number in which its verb may stand."""
_MATCHES = frozenset({"won", "drawn", "lost"})
_BESIDE = 3
"""Numbers before and behind those of the matches among which the others are."""
_WIN = 3
_OTHER_WINS = 2
"""Points of a victory in other sports and of old."""
_NEAR = 4
"""A slip; points that are farther off are counted otherwise."""


class Record(NamedTuple):
    """The matches of a team: those won, drawn and lost, and all of them and the points, if these are told."""

    won: Quantity
    drawn: Quantity
    lost: Quantity
    matches: Quantity | None
    points: Quantity | None

    @property
    def played(self) -> float:
        return self.won.value + self.drawn.value + self.lost.value

    @property
    def earned(self) -> float:
        return _WIN * self.won.value + self.drawn.value

    def points_fit(self) -> bool:
        """Whether the points may be those of the matches."""
        if self.points is None:
            return True
        told = self.points.value
        return abs(told - self.earned) > _NEAR or told in (
            self.earned,
            _OTHER_WINS * self.won.value + self.drawn.value,
        )

    def matches_fit(self) -> bool:
        """Whether the number may be that of the matches; one that is farther off is of a longer time."""
        off = 0.0 if self.matches is None else abs(self.matches.value - self.played)
        return off == 0 or off > _NEAR


def records(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[Record]:
    """The records of a text that are told in three numbers right behind each other."""
    for place, three in enumerate(zip(items, items[1:], items[2:], strict=False)):
        kinds = {_kind(prose, item, code): item for item in three if item.is_count}
        if kinds.keys() != _MATCHES:
            continue
        start, end = sentence_around(prose, three[0].start, three[2].end)
        near = (*items[max(0, place - _BESIDE) : place], *items[place + 3 : place + 3 + _BESIDE])
        beside = (item for item in near if start <= item.start < end and item.is_count)
        kinds_beside = [(_kind(prose, item, code), item) for item in beside]
        named = dict(kinds_beside)
        if len(named) < len(kinds_beside):  # "of the first 18 games, … after 20 matches"
            continue
        yield Record(kinds["won"], kinds["drawn"], kinds["lost"], named.get("matches"), named.get("points"))


def _kind(prose: str, item: Quantity, code: str) -> str:
    """What a number counts, by the word right before it or, if that is none, right behind it."""
    words = _words(code).items()
    begin, end = max(0, item.start - _LEAD), item.start
    led = (name for name, (_, before) in words if name in _MATCHES and before.search(prose, begin, end))
    return next(led, "") or next((name for name, (behind, _) in words if behind.match(prose, item.end)), "")


@lru_cache(maxsize=16)
def _words(code: str) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each kind what stands right behind a number of it, and what right before."""
    league = words_of(code).league
    told = {"won": league.won, "drawn": league.drawn, "lost": league.lost}
    told |= {"points": league.points, "matches": league.matches}
    return {
        kind: (
            lazy(rf"(?:{NOUN})?{BLANK}{word_of(words)}", re.IGNORECASE),
            lazy(rf"{word_of(words)}{BLANK}$", re.IGNORECASE),
        )
        for kind, words in told.items()
    }
