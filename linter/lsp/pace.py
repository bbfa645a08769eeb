"""When a document is linted: at once where that helps, not at every letter.

The first change after a rest is linted at once, and so is one that answers an answer, as a program makes
them that applies one correction after the other. Who goes on typing hears when there is a pause.
"""

from __future__ import annotations

import math

PAUSE = 0.25
"""Seconds without another change after which who was typing is answered: letters come every fifth of one."""
_PROMPT = 0.005
"""Seconds in which no hand answers."""


class Pace:
    """How long to wait after each change of a document. Times are seconds of any clock that goes forward."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._changed = self._answered = -math.inf

    def changed(self, now: float) -> float:
        """Seconds to wait after a change."""
        rested = now - self._changed >= self._pause or now - self._answered <= _PROMPT
        self._changed, self._answered = now, -math.inf
        return 0.0 if rested else self._pause

    def answered(self, now: float) -> None:
        """What was found in the newest text has been told."""
        self._answered = now
