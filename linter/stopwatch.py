"""What the parts of a run cost in processor time, for ``--timing``. It stands still until it is started."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time


class Stopwatch:
    """Times by kind and name; what one part spends inside another counts for the inner one only."""

    def __init__(self) -> None:
        self.running = False
        self.seconds: dict[tuple[str, str], float] = {}
        self.calls: dict[tuple[str, str], int] = {}
        self._inside: list[float] = []

    @contextmanager
    def measuring(self, kind: str, name: str) -> Iterator[None]:
        """Measure what happens in the ``with`` block."""
        begun = process_time()
        self._inside.append(0.0)
        try:
            yield
        finally:
            took = process_time() - begun
            own = took - self._inside.pop()
            if self._inside:
                self._inside[-1] += took
            self.seconds[kind, name] = self.seconds.get((kind, name), 0.0) + own
            self.calls[kind, name] = self.calls.get((kind, name), 0) + 1

    def table(self) -> str:
        """A line for each part, the most expensive first, one for all else, and one for the whole process."""
        whole = process_time()
        parts = sorted(self.seconds.items(), key=lambda item: -item[1])
        lines = [_line(seconds, whole, f"{self.calls[part]:,} ×", " ".join(part)) for part, seconds in parts]
        rest = whole - sum(self.seconds.values())
        lines.append(_line(rest, whole, "", "all else: start, files, suppressions, reports"))
        return "\n".join([*lines, _line(whole, whole, "", "the whole run")])


def _line(seconds: float, whole: float, calls: str, name: str) -> str:
    return f"{1000 * seconds:9.1f} ms {100 * seconds / whole:5.1f} % {calls:>9}  {name}"


STOPWATCH = Stopwatch()
"""The one of this process."""
