"""A word for a change that the numbers beside it do not have: "doubled from 10 to 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.numerals.intervals import Interval
from linter.article.model import CODE, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.change_words import ChangeWords, change_words, turns
from linter.topics.numbers.formatting import shown
from linter.topics.numbers.model import DATE, YEAR, Quantity, scaled_like
from linter.topics.numbers.pairs import before_and_after, comparable

ABOVE, BELOW = "above", "below"

_TIMES: dict[str, tuple[tuple[str, int], ...]] = {
    "en": (
        ("doubl(?:ed|es|ing)", 2),
        ("tripl(?:ed|es|ing)", 3),
        ("quadrupl(?:ed|es|ing)", 4),
        ("halv(?:ed|es|ing)", -2),
    ),
    "fr": (("doubl(?:ée?s?|ant|er)", 2), ("tripl(?:ée?s?|ant|er)", 3), ("quadrupl(?:ée?s?|ant|er)", 4)),
    "de": (
        ("verdoppel(?:t|te|ten|n)", 2),
        ("verdreifach(?:t|te|ten|en)", 3),
        ("vervierfach(?:t|te|ten|en)", 4),
        ("halbier(?:t|te|ten|en)", -2),
    ),
    "es": (
        ("duplic(?:ó|aron|ado|ada|arse|ando)", 2),
        ("triplic(?:ó|aron|ado|ada|arse|ando)", 3),
        ("cuadruplic(?:ó|aron|ado|ada|arse|ando)", 4),
    ),
    "it": (
        ("raddoppi(?:ato|ata|ati|ate|ò|arono|ando)", 2),
        ("triplic(?:ato|ata|ati|ate|ò|arono|ando)", 3),
        ("quadruplic(?:ato|ata|ati|ate|ò|arono|ando)", 4),
        ("dimezz(?:ato|ata|ati|ate|ò|arono|ando)", -2),
    ),
    "pt": (
        ("dobr(?:ou|aram|ado|ando)|duplic(?:ou|aram|ado|ando)", 2),
        ("triplic(?:ou|aram|ado|ando)", 3),
        ("quadruplic(?:ou|aram|ado|ando)", 4),
    ),
    "nl": (("verdubbeld(?:e|en)?", 2), ("verdrievoudigd(?:e|en)?", 3), ("gehalveerd", -2)),
}
"""The words, and how many times as much they say; below zero for as little."""
_MORE = lazy(
    r"\b(?:more than|over|at least|plus que|plus de|mehr als|über|más que|más de|più che|più di|"
    r"mais que|mais do que|mais de|meer dan)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
_NEARLY = lazy(
    r"\b(?:nearly|almost|about|roughly|presque|quasi|quasiment|fast|nahezu|beinahe|annähernd|knapp|etwa|casi|prácticamente|"
    r"quase|praticamente|bijna|ongeveer)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
_NEGATED = lazy(
    r"\b(?:not|never|n['’]t|without|pas|sans|nicht|noch|ohne|no|sin|non|senza|não|sem|niet|zonder)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_WORDS = r"(?: [^\s,.;:!?()\d]+)*"
_TO_NUMBER = lazy(
    rf"{_WORDS}(?:,(?= (?:from|up from|down from|passant|de|des|von|pas[as]ando|da|dai|dalle|passando|van)\b)"
    rf"{_WORDS})?[ \u00a0]?\$?"
)
"""All of the text from the word to its first number: no other clause."""
_TO_WORD = lazy(r"(?: [^\s,.;:!?()\d]+){0,3} ")
"""All of the text from the last number to the word."""
_VERB_LAST = frozenset({"de", "nl"})
_REACH = 70


class Multiple(NamedTuple):
    """ "``word`` from ``before`` to ``after``", all in one block; ``word`` says ``times`` as much."""

    block: Block
    start: int
    end: int
    """Of the word, in the prose."""
    word: str
    times: int
    hedge: str
    """``above`` for "more than halved", ``below`` for "nearly halved", or nothing."""
    less: Quantity
    """The smaller number, going by the word: the one before if something doubled, after if it halved."""
    more: Quantity


@analysis
def multiples(article: Article) -> tuple[Multiple, ...]:
    """The changes whose start and end stand beside a word that says how many times as much it became.

    Forms: "doubled from A to B", "doubled to B from A", "von A auf B verdoppelt".
    """
    words = change_words(language(article))
    if words is None:
        return ()
    spoken = language(article)
    return tuple(
        multiple
        for block, items in quantities(article)
        if len(items) > 1 and block.kind != CODE
        for multiple in _in_block(block, items, words, spoken)
    )


@lru_cache(maxsize=16)
def _pattern(spoken: str) -> re.Pattern[str]:
    return lazy("|".join(rf"(\b(?:{word})\b)" for word, _ in _TIMES[spoken]), re.IGNORECASE)


def _in_block(
    block: Block, items: tuple[Quantity, ...], words: ChangeWords, spoken: str
) -> Iterator[Multiple]:
    prose = block.text.prose
    numbers = [item for item in items if item.kind not in (DATE, YEAR)]
    for match in _pattern(spoken).finditer(prose):
        lead = prose[max(0, match.start() - 30) : match.start()]
        pair = _pair(prose, match, numbers, words, spoken)
        if pair is None or _NEGATED.search(lead):
            continue
        before, after = scaled_like(*pair), pair[1]
        times = _TIMES[spoken][(match.lastindex or 1) - 1][1]
        hedge = ABOVE if _MORE.search(lead) else BELOW if _NEARLY.search(lead) else ""
        less, more = (before, after) if times > 0 else (after, before)
        yield Multiple(block, match.start(), match.end(), match[0], abs(times), hedge, less, more)


def _pair(
    prose: str, word: re.Match[str], numbers: list[Quantity], words: ChangeWords, spoken: str
) -> tuple[Quantity, Quantity] | None:
    """The two numbers next to a word, as what was before and what came after."""
    behind = [item for item in numbers if item.start >= word.end()][:2]
    if len(behind) == 2 and _is_beside(_TO_NUMBER, prose, word.end(), behind[0].start, spoken):
        return _ordered(prose, behind[0], behind[1], words, word.end())
    ahead = [item for item in numbers if item.end <= word.start()][-2:]
    if (
        spoken in _VERB_LAST
        and len(ahead) == 2
        and _is_beside(_TO_WORD, prose, ahead[1].end, word.start(), spoken)
    ):
        return _ordered(prose, ahead[0], ahead[1], words, 0)
    return None


def _is_beside(link: re.Pattern[str], prose: str, start: int, end: int, spoken: str) -> bool:
    """Whether a word and a number stand in one clause."""
    if end - start > _REACH or not link.fullmatch(prose, start, end):
        return False
    return turns(spoken).isdisjoint(prose[start:end].split())


def _ordered(
    prose: str, one: Quantity, other: Quantity, words: ChangeWords, place: int
) -> tuple[Quantity, Quantity] | None:
    pair = before_and_after(prose, one, other, words, place) if comparable(one, other) else None
    turned_round = pair is not None and pair[0] is other
    return None if turned_round and "," in prose[one.end : other.start] else pair


_ROOM = 1.25
"""By so much the numbers may miss what a plain word says: "doubled" is said of 1.6 to 2.5 times."""
_NEARLY_TIMES = 1.5
"""By so much they may fall short of "nearly doubled"."""
_LITTLE = 1.03
"""By so much they may be on the wrong side of "more than" and "nearly"."""
_LARGEST_RATIO = 20.0


class MultipleMismatch(Check):
    """Divides the two numbers, as far as rounding leaves them open, and compares with the word.

    Left alone: numbers that are too far from each other to be of one thing, and negations.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"word", "computed"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in multiples(article):
            if not 1 / _LARGEST_RATIO <= each.more.value / each.less.value <= _LARGEST_RATIO:
                continue
            yield Count("words for a change checked")
            if not _ratio(each).overlaps(_meant(each)):
                yield _alarm(article, each)


def _ratio(each: Multiple) -> Interval:
    """How many times as much one number is, for all that the two may be."""
    less, more = _possible(each.less), _possible(each.more)
    return Interval(max(more.low, 0.0) / less.high, more.high / less.low if less.low > 0 else float("inf"))


def _possible(quantity: Quantity) -> Interval:
    """What rounding leaves open where there is one digit; the room of the word is enough for more of them."""
    return quantity.interval if quantity.digits == 1 else Interval(quantity.value, quantity.value)


def _meant(each: Multiple) -> Interval:
    """What the word may stand for."""
    if each.hedge == ABOVE:
        return Interval(each.times / _LITTLE, float("inf"))
    if each.hedge == BELOW:
        return Interval(each.times / _NEARLY_TIMES, each.times * _LITTLE)
    return Interval(each.times / _ROOM, each.times * _ROOM)


def _alarm(article: Article, each: Multiple) -> Alarm:
    spoken = language(article)
    span = each.block.text.span
    ratio = shown(each.more.value / each.less.value, spoken)
    fields = {"word": each.word, "computed": f"{each.more.text} / {each.less.text} = {ratio}"}
    first, second = sorted((each.less, each.more))
    related = (
        Related(span(first.start, first.end), "this"),
        Related(span(second.start, second.end), "and this"),
    )
    return Alarm(span(each.start, each.end), fields, related)
