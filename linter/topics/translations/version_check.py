"""What the checks of this topic have in common: who answers for a disagreement between versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.translations.figures import Figure, Value, figures
from linter.topics.translations.pairs import Pair, pair_of, pairs
from linter.typed import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from linter.topics.numbers import Quantity
    from linter.topics.translations.alignment import Match
    from linter.topics.translations.spellings import Name

    Stretch = Figure | Name | Quantity
    """What has a text, and a place in the prose of a passage."""

_SHOWN = 3
"""So many of the other versions are shown."""


class Disagreement(NamedTuple):
    """What the first version of a pair says at one place, and the other at another."""

    first: Span
    other: Span
    said: str
    otherwise: str
    variants: tuple[str, str] = ("", "")
    """The message for a report in the first version, and for one in the other."""
    in_first: bool = False
    """Whether the first version is the one to be corrected."""
    severity: Severity | None = None
    passage: int = -1
    """Number of the passage of the first version, where further versions can be asked."""
    values: tuple[frozenset[Value], frozenset[Value]] = (frozenset(), frozenset())
    """Values of both, which a further version may share."""


def disagreement(pair: Pair, match: Match, mine: Stretch, theirs: Stretch) -> Disagreement:
    """What stands in two passages that belong together, at its places in both files."""
    one, other = (passage.block.text for passage in pair.passages(match))
    return Disagreement(
        one.span(mine.start, mine.end), other.span(theirs.start, theirs.end), mine.text, theirs.text
    )


class _Told(NamedTuple):
    """A disagreement, whether more versions are against the first one, and how many more there are."""

    found: Disagreement
    pair: Pair
    odd: bool
    more: int = 0


class VersionCheck(Check):
    """Compares an article with its other language versions, of which one is taken for the original.

    A disagreement is reported in the translation, or in the original if more versions are against it; if
    nobody asks about that file, in the other one.
    """

    together = True
    fields = frozenset({"said", "other", "path", "count"})
    variants = frozenset({"odd", "many"})
    many: ClassVar[int] = 5
    """More disagreements of one kind in two versions have one cause: one of both is out of date."""

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        """The disagreements of two versions."""
        raise NotImplementedError

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        told: dict[tuple[Span, str], list[_Told]] = {}
        for each in pairs(article):
            mine = []
            for found in self._compared(each):
                odd = found.in_first or _is_odd(found, each)
                if _owner(each, odd) is article:
                    mine.append(_Told(found, each, odd))
            for one in mine if len(mine) <= self.many else [mine[0]._replace(more=len(mine) - 1)]:
                here = article is each.first
                place = one.found.first if here else one.found.other
                told.setdefault((place, one.found.otherwise if here else ""), []).append(one)
        for (place, _), against in told.items():
            yield _alarm(article, place, against)

    def _compared(self, pair: Pair) -> Sequence[Disagreement]:
        key = (type(self), self.params, pair.other.path)
        if key not in pair.first.memo:
            pair.first.memo[key] = list(self.compare(pair))
        found: list[Disagreement] = pair.first.memo[key]
        return found


def _owner(pair: Pair, odd: bool) -> Article:
    """The version that a disagreement is reported in."""
    wanted, instead = (pair.first, pair.other) if odd else (pair.other, pair.first)
    return wanted if wanted.asked else instead


def _is_odd(found: Disagreement, between: Pair) -> bool:
    """Whether more of the further versions agree with the other one than with the first."""
    votes = 0
    for version in between.first.versions if found.passage >= 0 else ():
        if version not in (between.first, between.other):
            votes += _vote(found, pair_of(between.first, version))
    return votes < 0


def _vote(found: Disagreement, further: Pair) -> int:
    """1 for the first version, -1 for the other one, 0 for neither."""
    match = next((each for each in further.sure if each.mine == found.passage), None)
    if match is None:
        return 0
    said = figures(further.other)[match.theirs].all
    return bool(found.values[0] & said) - bool(found.values[1] & said)


def _alarm(article: Article, place: Span, against: Sequence[_Told]) -> Alarm:
    found, between, odd, more = against[0]
    here = article is between.first
    said, other = (found.said, found.otherwise) if here else (found.otherwise, found.said)
    related = tuple(
        Related(each.found.other, "the other version", each.pair.other.path)
        if here
        else Related(each.found.first, "the other version", each.pair.first.path)
        for each in against[:_SHOWN]
    )
    count = more or len(against)
    fields = {"said": said, "other": other, "path": related[0].path, "count": str(count)}
    variant = found.variants[not here] or ("many" if more else "odd" if odd and count > 1 else "")
    return Alarm(place, fields, related, severity=found.severity, variant=variant)
