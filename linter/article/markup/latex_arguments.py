"""What belongs to a command of LaTeX: where its options, its arguments and its formula end."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from linter.matching.regexes import lazy

_OPTION = lazy(r"[ \t]*\[[^\[\]\n]*\]")
_GAP = lazy(r"[ \t]*(?=\{)")
_BRACE = lazy(r"(?<!\\)[{}]")
_FORMULA_END = lazy(r"\\[)\]]")
_VERBATIM = lazy(r"(?P<sign>[^a-zA-Z\s*{])[^\n]*?(?P=sign)")
_LONGEST_FORMULA = 5_000


class Arguments:
    """The arguments in a source, by where they begin; each brace is looked at once."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Where each brace is closed that opens something."""
        found: dict[int, int] = {}
        opened: list[int] = []
        for brace in _BRACE.finditer(self._source):
            if brace[0] == "{":
                opened.append(brace.start())
            elif opened:
                found[opened.pop()] = brace.end()
        return found

    @cached_property
    def _formula_ends(self) -> list[int]:
        return [found.start() for found in _FORMULA_END.finditer(self._source)]

    def option(self, at: int) -> tuple[int, int] | None:
        """Where an option in brackets begins and ends, if one follows; the brackets are not in it."""
        found = _OPTION.match(self._source, at)
        return (self._source.index("[", at) + 1, found.end() - 1) if found else None

    def opening(self, at: int) -> int | None:
        """The brace that opens the argument that follows; nothing if none does."""
        gap = _GAP.match(self._source, at)
        return gap.end() if gap else None

    def behind_options(self, at: int) -> int:
        """Where the options end that follow, if any do."""
        while (option := _OPTION.match(self._source, at)) is not None:
            at = option.end()
        return at

    def behind(self, at: int, most: int) -> tuple[int, int]:
        """Where the arguments end that follow, with the options between them, and how many they are."""
        at, passed = self.behind_options(at), 0
        while passed < most and (opening := self.opening(at)) is not None:
            at = opening
            end = self._ends.get(opening)
            if end is None:
                break
            at, passed = self.behind_options(end), passed + 1
        return at, passed

    def behind_verbatim(self, at: int) -> int | None:
        """Where the argument of ``\\verb`` ends, between two signs of any kind; nothing if there is none."""
        found = _VERBATIM.match(self._source, self.behind_options(at))
        return found.end() if found else None

    def formula_end(self, start: int) -> int | None:
        """Where a formula ends that was opened by ``\\(`` or ``\\[``; nothing if that is far off."""
        ends = self._formula_ends
        at = bisect_left(ends, start)
        return ends[at] + 2 if at < len(ends) and ends[at] - start < _LONGEST_FORMULA else None
