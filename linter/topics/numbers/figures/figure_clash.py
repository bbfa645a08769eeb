"""A number of the standfirst, a subhead or a caption that the text gives otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from linter.analyses import analysis
from linter.article.model import CAPTION, HEADING, HEADLINE, STANDFIRST, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.messages import bare, message
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.model import NUMBER, Quantity

_SHORT = frozenset({STANDFIRST, CAPTION, HEADING})
"""Headlines have a rule of their own."""
_WORD = lazy(r"[^\W\d_]+")
_LEAST_LETTERS = 4
_REACH = 60
_MOST_SUMMED = 12


class Counted(NamedTuple):
    """A number with the words around it that say what is counted."""

    block: Block
    quantity: Quantity
    noun: str
    """The first word after the number, folded."""
    around: frozenset[str]
    """The other longer words of the clause."""


class Clash(NamedTuple):
    """What a short text and the running text say of the same thing."""

    short: Counted
    text: Counted


@analysis
def clashes(article: Article) -> tuple[Clash, ...]:
    """The numbers of standfirst, subheads and captions that the text gives otherwise.

    The text must speak of the same noun with words in common, have one number only for it, and not
    have the other number at all, neither so nor as a sum of its numbers.
    """
    shorts = [each for each in _counted(article) if each.block.kind in _SHORT]
    if not shorts:
        return ()
    texts: dict[str, list[Counted]] = defaultdict(list)
    for each in _counted(article):
        if each.block.kind not in _SHORT | {HEADLINE}:
            texts[each.noun].append(each)
    said = [item for block, items in quantities(article) if block.kind not in _SHORT for item in items]
    found = []
    for short in shorts:
        rivals = texts.get(short.noun, [])
        if len({rival.quantity.value for rival in rivals}) != 1 or _is_said(short.quantity, said):
            continue
        rival = max(rivals, key=lambda each: len(each.around & short.around))
        if _alike(short, rival):
            found.append(Clash(short, rival))
    return tuple(found)


def _counted(article: Article) -> Iterator[Counted]:
    for block, items in quantities(article):
        prose = block.text.prose
        for item in items:
            if not item.is_count or item.value < 2:
                continue
            after = _WORD.match(prose, item.end + 1)
            if after is None or len(after[0]) < _LEAST_LETTERS or prose[item.end] not in " \u00a0":
                continue
            before = prose[max(0, item.start - _REACH) : item.start]
            clause = f"{before} {prose[after.end() : after.end() + _REACH]}"
            around = (word.casefold() for word in _WORD.findall(clause) if len(word) >= _LEAST_LETTERS)
            yield Counted(block, item, after[0].casefold(), frozenset(around))


def _is_said(quantity: Quantity, said: list[Quantity]) -> bool:
    """Whether the text has the number, or numbers that add up to it or come close to it."""
    if any(other.interval.low <= quantity.value <= other.interval.high for other in said):
        return True
    smaller = (item.value for item in said if item.kind == NUMBER and item.value < quantity.value)
    small = list(islice(smaller, _MOST_SUMMED))
    return any(a + b == quantity.value for a, b in combinations(small, 2)) or any(
        a + b + c == quantity.value for a, b, c in combinations(small, 3)
    )


def _alike(short: Counted, text: Counted) -> bool:
    """Whether two numbers are near enough, and their clauses share two longer words."""
    low, high = sorted((short.quantity.value, text.quantity.value))
    shared = [word for word in short.around & text.around if len(word) > _LEAST_LETTERS]
    return high <= 2 * low and len(shared) > 1


class FigureClash(Check):
    """Compares what short texts and the running text count by the same word.

    Left alone: numbers that the text has too, exactly or as a sum; hedged numbers; a text with
    several numbers for the same word, which tells of a change.
    """

    needs = ("numerals.before.about", "numerals.before.at-least")
    fields = frozenset({"here", "there", "difference"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for clash in clashes(article):
            here, there = clash.short, clash.text
            span = here.block.text.span(here.quantity.start, here.quantity.end)
            other = there.block.text.span(there.quantity.start, there.quantity.end)
            high, low = sorted((here.quantity, there.quantity), key=lambda each: -each.value)
            fields = {
                "here": f"{here.quantity.text} {here.noun}",
                "there": f"{there.quantity.text} {there.noun}",
                "difference": message(
                    "{high} \u2212 {low} = {difference}",
                    high=bare(round(high.value)),
                    low=bare(round(low.value)),
                    difference=bare(round(high.value - low.value)),
                ),
            }
            yield Alarm(span, fields, (Related(other, "the text says"),))
