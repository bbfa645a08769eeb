"""Counts with their percentages in a column that says of how many they are: "79 (63%)" below "n = 132"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from linter.analyses.language import language
from linter.article.model import Article, Cell
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.formatting import shown

_WHOLE = lazy(r"(?<!\w)[nN][ \u00a0]?[=:][ \u00a0]?(\d{1,3}(?:,\d{3})+|\d{2,6})(?!\d)")
_CELL = lazy(
    r"\s*(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6})\s*\(\s*(?P<percent>\d{1,3}(?:[.,](?P<decimals>\d{1,2}))?)\s?%\s*\)\s*"
)
_RIGHT = 2
"""So many shares are right for one that is too small, or they are those of something else, as of a row."""
_NEARLY = 1.0
"""Shares of all that add up to 100, but for their rounding."""


class _Share(NamedTuple):
    """A count in a cell, and its share in percent."""

    cell: Cell
    number: int
    percent: float
    step: float
    """What the last digit of the share counts."""
    text: str

    def off(self, whole: int) -> float:
        """By how much the stated share is greater than that of a whole, beyond its rounding, or less."""
        more = self.percent - 100 * self.number / whole
        return 0.0 if abs(more) <= self.step else more


class TableShare(Check):
    """Compares each share of a column with its count and the number of all, which stands in the head.

    A share that is too great may be of fewer, of whom something is known; it is reported only where the
    counts of neighbouring rows are all of them, and their shares 100 percent.
    """

    fields = frozenset({"part", "whole", "computed", "stated"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for table in article.tables if "%)" in article.source else ():
            columns: dict[int, list[Cell]] = defaultdict(list)
            for cell in table.cells:
                columns[cell.column].append(cell)
            for cells in columns.values():
                head = next((cell for cell in cells if _WHOLE.search(cell.text.prose)), None)
                if head is not None:
                    yield from _judged(article, head, [cell for cell in cells if cell.row > head.row])


def _judged(article: Article, head: Cell, cells: Sequence[Cell]) -> Iterator[Alarm | Count]:
    found = _WHOLE.search(head.text.prose)
    whole = int(found[1].replace(",", "")) if found else 0
    shares = [share for cell in cells if (share := _share(cell)) is not None and share.number <= whole]
    if not shares or not whole:
        return
    yield Count("shares in tables checked", len(shares))
    all_, right = _partitions(shares, whole), sum(not share.off(whole) for share in shares)
    proved = right >= _RIGHT * sum(share.off(whole) < 0 for share in shares)
    for place, share in enumerate(shares):
        if not (share.off(whole) and place in all_) and not (share.off(whole) < 0 and proved):
            continue
        fields = {
            "part": str(share.number),
            "whole": str(whole),
            "computed": message("{percent} %", percent=shown(100 * share.number / whole, language(article))),
            "stated": share.text,
        }
        related = (Related(head.text.whole, "of these"),)
        yield Alarm(share.cell.text.whole, fields, related)


def _share(cell: Cell) -> _Share | None:
    found = _CELL.fullmatch(cell.text.prose)
    if found is None:
        return None
    percent = float(found["percent"].replace(",", "."))
    step = 10.0 ** -len(found["decimals"] or "")
    return _Share(cell, int(found["count"].replace(",", "")), percent, step, f"{found['percent']}%")


def _partitions(shares: Sequence[_Share], whole: int) -> set[int]:
    """The places of those that are all together with some of their neighbours."""
    sums = {
        total: place for place, total in enumerate(accumulate((share.number for share in shares), initial=0))
    }
    found: set[int] = set()
    for total, end in sums.items():
        start = sums.get(total - whole)
        if start is not None and end - start > 1:
            percent = sum(share.percent for share in shares[start:end])
            if abs(percent - 100) <= _NEARLY:
                found.update(range(start, end))
    return found
