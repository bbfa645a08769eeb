"""Percentages of one whole that are more or less than 100."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import ClassVar

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.formatting import shown
from linter.topics.numbers.model import PERCENT, Quantity

REST, VOTE = "rest", "vote"
_FARTHEST = 15.0
"""Percentages that add up to so much more or less are not all that there are."""
_MOST = 8

_REST_BEFORE: dict[str, str] = {
    "en": r"the (?:remaining|other|rest,?)",
    "fr": r"le reste,?(?: soit)?|le reste \(",
    "de": r"die (?:übrigen|restlichen|verbleibenden|anderen)|der Rest,?(?: \()?",
    "es": r"el (?:restante|otro)|el resto,?(?: \()?",
    "it": r"il (?:restante|rimanente)|il resto,?(?: \()?",
    "pt": r"os (?:restantes|outros|demais)|o restante,?(?: \()?",
    "nl": r"de (?:overige|resterende|rest,?)",
}
_REST_AFTER: dict[str, str] = {
    "en": "remaining",
    "fr": "restants?",
    "de": "übrigen",
    "es": "restantes?",
    "it": "restanti|restante|rimanente",
    "pt": "restantes?",
    "nl": "resterende",
}
_STANCE: dict[str, tuple[str, str, str]] = {
    "en": (
        r"for|in favou?r|yes|agree\w*|support\w*|approv\w*",
        r"against|no|oppos\w*|disagree\w*|disapprov\w*",
        r"undecided|don['’]t know|did not know|no opinion|unsure|abstain\w*|abstentions?",
    ),
    "fr": (
        r"pour|favorables?|oui|d['’]accord",
        r"contre|opposée?s?|défavorables?|non|pas d['’]accord",
        r"sans opinion|ne se prononcent pas|indécise?s?|ne savent pas|abstentions?|nuls|blancs",
    ),
    "de": (
        r"für|dafür|ja|zustimm\w*|befürwort\w*",
        r"gegen|dagegen|nein|ablehn\w*|lehn\w*",
        r"unentschieden|unentschlossen\w*|weiß nicht|keine Meinung|enthielten|Enthaltung\w*|keine Angabe",
    ),
    "es": (
        r"a favor|sí|de acuerdo|apoy\w*",
        r"en contra|no|rechaz\w*|en desacuerdo",
        r"indecis[oa]s?|no sabe|no contest\w*|abstenci\w*|sin opinión",
    ),
    "it": (
        r"a favore|favorevol\w*|sì|d['’]accordo",
        r"contrari\w*|contro|no",
        r"indecis[ie]|non sa|non sanno|astenut\w*|astension\w*|senza opinione",
    ),
    "pt": (
        r"a favor|favoráve\w*|sim|apoi\w*",
        r"contra|contrári\w*|não|rejeit\w*",
        r"indecis[oa]s?|não sabe\w*|absten\w*|sem opinião|não opin\w*",
    ),
    "nl": (
        r"voor|eens|ja|steun\w*",
        r"tegen|nee|oneens",
        r"weet niet|weten het niet|geen mening|onthou\w*|twijfel\w*",
    ),
}
"""Words for, against, and neither; all three are needed, since "contre" and "no" say much else."""
_SENTENCE = lazy(r"[.!?;](?:\s|$)|\n")


class PercentList(NamedTuple):
    """Percentages of one sentence that should make up a whole."""

    block: Block
    items: tuple[Quantity, ...]
    kind: str
    """``rest`` where the last is called the rest: exactly all; ``vote``: at most all."""
    around: tuple[Quantity, ...]
    """The other percentages of the block."""


@analysis
def percent_lists(article: Article) -> tuple[PercentList, ...]:
    """The percentages that an article lists as parts of one whole."""
    spoken = language(article)
    if spoken not in _STANCE:
        return ()
    return tuple(
        found
        for block, items in quantities(article)
        if sum(item.kind == PERCENT for item in items) > 1
        for found in _in_block(block, items, spoken)
    )


def possible(listed: PercentList) -> bool:
    """Whether the percentages, or for a rest some of them with it, make up a whole as far as rounding goes.

    The whole is 100, or for a rest another percentage of the paragraph, of which they may be parts.
    """
    *others, last = listed.items
    if listed.kind == VOTE:
        return sum(item.interval.low for item in listed.items) <= 100
    if abs(sum(item.value for item in listed.items) - 100) > _FARTHEST:
        return True
    wholes = (Interval(100, 100), *(each.interval for each in listed.around))
    return any(
        _added((*chosen, last)).overlaps(whole)
        for whole in wholes
        for count in range(1, len(others) + 1)
        for chosen in combinations(others, count)
    )


def _added(items: tuple[Quantity, ...]) -> Interval:
    return Interval(sum(item.interval.low for item in items), sum(item.interval.high for item in items))


@lru_cache(maxsize=16)
def _patterns(spoken: str) -> tuple[re.Pattern[str], re.Pattern[str], tuple[re.Pattern[str], ...]]:
    before = lazy(rf"(?<!\w)(?:{_REST_BEFORE[spoken]}) ?$", re.IGNORECASE)
    after = lazy(rf"[ \u00a0](?:{_REST_AFTER[spoken]})(?!\w)", re.IGNORECASE)
    stances = (lazy(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in _STANCE[spoken])
    return before, after, tuple(stances)


def _in_block(block: Block, items: tuple[Quantity, ...], spoken: str) -> Iterator[PercentList]:
    prose = block.text.prose
    before, after, stances = _patterns(spoken)
    for sentence in _sentences(prose, items):
        last = sentence[-1]
        rest = before.search(prose, max(0, last.start - 24), last.start) or after.match(prose, last.end)
        around = tuple(item for item in items if item.kind == PERCENT and item not in sentence)
        if rest and 1 < len(sentence) <= _MOST:
            yield PercentList(block, sentence, REST, around)
        elif _is_vote(prose, sentence, stances):
            yield PercentList(block, sentence, VOTE, around)


def _sentences(prose: str, items: tuple[Quantity, ...]) -> Iterator[tuple[Quantity, ...]]:
    """The percentages of each sentence that has more than one."""
    together: list[Quantity] = []
    for item in items:
        if item.kind != PERCENT:
            continue
        if together and _SENTENCE.search(prose, together[-1].end, item.start):
            if len(together) > 1:
                yield tuple(together)
            together = []
        together.append(item)
    if len(together) > 1:
        yield tuple(together)


def _is_vote(prose: str, items: tuple[Quantity, ...], stances: tuple[re.Pattern[str], ...]) -> bool:
    """Whether the words after each percentage take another stance: for, against, neither."""
    if len(items) != len(stances):
        return False
    taken = []
    for item, following in zip(items, (*items[1:], None), strict=True):
        end = following.start if following else item.end + 40
        words = _SENTENCE.split(prose[item.end : min(end, item.end + 60)])[0]
        said = [i for i, stance in enumerate(stances) if stance.search(words)]
        taken.append(said[0] if len(said) == 1 else -1)
    return len(set(taken)) == len(taken) and -1 not in taken


class PercentTotal(Check):
    """Adds up percentages where the last is called the rest, or where they are for, against and neither.

    Other lists of percentages are left alone: more than one answer may have been possible, or not all
    are named. Variants: ``vote``.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"sum"})
    variants: ClassVar[frozenset[str]] = frozenset({"vote"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        spoken = language(article)
        for listed in percent_lists(article):
            yield Count("wholes checked")
            if possible(listed):
                continue
            span = listed.block.text.span
            added = sum(item.value for item in listed.items)
            terms = " + ".join(item.text for item in listed.items)
            first, *_, last = listed.items
            related = Related(span(first.start, first.end), "from here on")
            yield Alarm(
                span(last.start, last.end),
                {"sum": f"{terms} = {shown(added, spoken)} %"},
                (related,),
                variant="" if listed.kind == REST else "vote",
            )
