"""How long work may take: the patterns of a rule in one article, and all that is done to one file.

Times are of the processor, so that a busy machine stops nothing. Whoever wants other clocks than those of
the machine hands them in; they say how many seconds have gone by.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from time import perf_counter, process_time

from linter.messages import Message, bare, message
from linter.typed import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import regex

_T = TypeVar("_T")
Timer = Callable[[], float]

FILE_SECONDS = 30
"""What a file may take: a hundred times what articles take that are the first of a run, on a slow machine."""
_RUN_FILES = 20
"""How many files may take all of their time before a run has none left for others."""
_PATTERN_SECONDS = 0.5
_NAMED = 5
"""Of more patterns that were too slow only the number is told."""
_ENDLESS = 10**8
"""Seconds, three years, from which on a limit is none: timers and floats take no number of any size."""
_MILLION = 1_000_000
"""For each so many characters there is as much time again."""


class PatternTooSlow(Exception):
    """A pattern did not finish within its time."""


class OutOfTime(Exception):
    """A file did not get done within its time."""


class Clock:
    """The processor time that the patterns of a rule may take; what is done in between takes none of it.

    Each search raises ``PatternTooSlow`` when no time is left. To ask for the processor time takes longer
    than most searches, so it is asked for only when as much time has gone by on the wall.
    """

    __slots__ = (
        *("_begun", "_begun_on_wall", "_left", "_processor", "_searched", "_seconds", "_unwatched", "_wall"),
    )

    def __init__(
        self,
        seconds: float,
        processor: Timer = process_time,
        wall: Timer = perf_counter,
        unwatched: Callable[[str], int] | None = None,
    ) -> None:
        """``unwatched`` tells in how long a text a pattern is sure to be done soon: there nobody looks."""
        self._seconds = seconds
        self._unwatched = unwatched
        self._left = seconds if unwatched else 0.0
        self._processor, self._wall = processor, wall
        self._begun: float | None = None
        """The processor time at the first search; to ask takes as long as a rule that finds nothing. Where
        searches are left alone nobody asks before that much has gone by on the wall."""
        self._begun_on_wall = self._searched = 0.0

    def search(self, pattern: regex.Pattern[str], text: str, start: int = 0) -> regex.Match[str] | None:
        """The first match from an offset on; it may be empty."""
        return self._timed(pattern, len(text), partial(pattern.search, text, start))

    def every(self, pattern: regex.Pattern[str], text: str) -> list[regex.Match[str]]:
        """The matches, empty ones too."""
        return self._timed(pattern, len(text), lambda **limit: list(pattern.finditer(text, **limit)))

    def in_each(self, pattern: regex.Pattern[str], texts: Sequence[str]) -> list[list[regex.Match[str]]]:
        """The matches in each of some texts, empty ones too."""
        return self._of_each(pattern, texts, _in_each)

    def _of_each(
        self, pattern: regex.Pattern[str], texts: Sequence[str], search: Callable[..., list[_T]]
    ) -> list[_T]:
        """What a search finds in each of some texts; as many of them at once as need nobody to watch."""
        length = sum(map(len, texts))
        if self._may_be_left_alone(pattern, length):
            return self._timed(pattern, length, partial(search, pattern, texts))
        found: list[_T] = []
        at = 0
        while at < len(texts):
            until, length = at + 1, len(texts[at])
            while until < len(texts) and self._may_be_left_alone(pattern, length + len(texts[until])):
                length += len(texts[until])
                until += 1
            found += self._timed(pattern, length, partial(search, pattern, texts[at:until]))
            at = until
        return found

    def find_all(self, pattern: regex.Pattern[str], text: str) -> list[regex.Match[str]]:
        """The matches that are not empty."""
        return [match for match in self.every(pattern, text) if match.end() > match.start()]

    def texts_in_each(self, pattern: regex.Pattern[str], texts: Sequence[str]) -> list[list[Any]]:
        """In each of some texts that of the matches, empty ones too; with groups what ``findall`` gives."""
        return self._of_each(pattern, texts, _texts_in_each)

    def replace(self, pattern: regex.Pattern[str], template: str, text: str) -> str:
        """The text with each match replaced."""
        return self._timed(pattern, len(text), partial(pattern.sub, template, text))

    def _timed(self, pattern: regex.Pattern[str], length: int, run: Callable[..., _T]) -> _T:
        begun = self._wall()
        if self._left <= 0:
            self._left = self._seconds - self._taken(begun)
        try:
            if self._left > 0 and self._may_be_left_alone(pattern, length):
                return run()
            return run(timeout=max(0.001, self._left))
        except TimeoutError:
            raise PatternTooSlow(_shown(pattern.pattern)) from None
        finally:
            took = self._wall() - begun
            self._left -= took
            self._searched += took

    def _may_be_left_alone(self, pattern: regex.Pattern[str], length: int) -> bool:
        """Whether a search of so many characters is sure to be done soon."""
        return self._unwatched is not None and length <= self._unwatched(pattern.pattern)

    def _taken(self, now: float) -> float:
        """The processor time of the searches so far: all but what can have been used between them."""
        if self._begun is None:
            self._begun, self._begun_on_wall, self._searched = self._processor(), now, 0.0
            return 0.0
        between = now - self._begun_on_wall - self._searched
        return max(0.0, self._processor() - self._begun - between)


def _in_each(
    pattern: regex.Pattern[str], texts: Sequence[str], timeout: float | None = None
) -> list[list[regex.Match[str]]]:
    return [list(pattern.finditer(text, timeout=timeout)) for text in texts]


def _texts_in_each(
    pattern: regex.Pattern[str], texts: Sequence[str], timeout: float | None = None
) -> list[list[Any]]:
    return [pattern.findall(text, timeout=timeout) for text in texts]


def stopped(patterns: list[str]) -> str:
    """What a rule has to say of patterns that were too slow."""
    named = ", ".join(f"'{pattern}'" for pattern in patterns[:_NAMED])
    if len(patterns) == 1:
        return f"the pattern {named} took too long and was stopped"
    more = f" and {len(patterns) - _NAMED} more" if len(patterns) > _NAMED else ""
    return f"the patterns {named}{more} took too long and were stopped"


def _shown(pattern: str) -> str:
    return pattern if len(pattern) <= 80 else pattern[:79] + "…"


class Budget:
    """The processor time that a file of so many characters may take, from now on.

    ``seconds`` are for the file, and as many again for each million characters; none or less: no limit.
    Like a clock it asks for the processor time only when as much as is left has gone by on the wall.
    """

    __slots__ = ("_ask_at", "_length", "_processor", "_until", "_wall", "limit", "seconds")

    def __init__(
        self,
        length: int,
        seconds: float = 0,
        processor: Timer = process_time,
        wall: Timer = perf_counter,
    ) -> None:
        self._length = length / _MILLION
        self.limit = seconds if 0 < seconds < _ENDLESS else math.inf
        """Seconds without those for the length."""
        self.seconds = self.limit * (1 + self._length)
        self._processor, self._wall = processor, wall
        self._until = processor() + self.seconds
        self._ask_at = wall() + self.seconds

    @property
    def over(self) -> Message:
        """What is to be said when the time is over."""
        return message(
            "it took more than {seconds} seconds of processor time (time-limit)",
            seconds=bare(round(self.seconds)),
        )

    @property
    def left(self) -> float:
        """Seconds that are left; none or less if the time is over."""
        return self._until - self._processor()

    def check(self) -> None:
        """``OutOfTime`` if the time is over."""
        now = self._wall()
        if now < self._ask_at:
            return
        left = self.left
        if left <= 0:
            raise OutOfTime(self.over)
        self._ask_at = now + left

    def clock(self, unwatched: Callable[[str], int] | None = None) -> Clock:
        """What the patterns of a rule may take: half a second, and half for each million characters.

        Never more than the file has left; ``OutOfTime`` if it has nothing left. ``unwatched``: see the clock.
        """
        self.check()
        seconds = _PATTERN_SECONDS * (1 + self._length)
        if self._ask_at - self._wall() < seconds:  # no more can be gone of the processor than on the wall
            seconds = min(seconds, self.left)
        return Clock(seconds, self._processor, self._wall, unwatched)


class Overtime:
    """What the files of a run took beyond the time that their length gives, in one process.

    A file is cut at its limit, and yet many small ones, each just below it, would go on for days. Articles
    take a twentieth of what their length gives, so that a run of any number of them adds up to nothing.
    """

    __slots__ = ("_seconds",)

    def __init__(self) -> None:
        self._seconds = 0.0

    @contextmanager
    def counted(self, budget: Budget) -> Iterator[None]:
        """What the ``with`` block does for a file; ``OutOfTime`` if the files before have left no time."""
        if self._seconds > _RUN_FILES * budget.limit:
            raise OutOfTime(f"the files before it took as long as {_RUN_FILES} may take in all (time-limit)")
        try:
            yield
        finally:
            if budget.limit < math.inf:
                self._seconds = max(0.0, self._seconds + budget.limit - budget.left)
