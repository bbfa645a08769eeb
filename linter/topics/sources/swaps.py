"""What the swaps between an article and its source exchange: names, numbers, dates, opposites."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import attrgetter

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import Article
from linter.languages import speech
from linter.languages.dates import spelling_key
from linter.topics.names import lists
from linter.topics.names.normalise import fold
from linter.topics.numbers import Quantity, quantities_by_block
from linter.topics.sources.material import countries_in
from linter.topics.sources.numbers import source_numbers, wanted
from linter.topics.sources.opposites import opposed
from linter.topics.sources.parallel import Swap, Word, swaps

_SAME_BEGINNING = 4
_FUNCTION_WORD = 3
"""Words no longer than this are articles and prepositions."""


@analysis
def name_swaps(article: Article) -> tuple[Swap, ...]:
    """Swaps of one name for another; not of two ways to name the same."""
    spoken = language(article)
    return tuple(
        swap
        for swap in swaps(article)
        if _all_names(swap.words, spoken)
        and _all_names(swap.others, spoken)
        and not _goes_on(swap)
        and not _same_name(swap, spoken)
    )


def _all_names(words: tuple[Word, ...], code: str) -> bool:
    """Are these words a name, the article's own days and months not counted?"""
    texts = [word.text for word in words]
    return all(
        text[0].isupper() and text.replace("-", "").replace("'", "").isalpha() for text in texts
    ) and any(
        (not lists.ordinary(text, code) or countries_in([fold(text)], code)) and not in_calendar(text, code)
        for text in texts
    )


def in_calendar(text: str, code: str) -> bool:
    """Is this a weekday or a month?"""
    dates, key = speech(code).dates, spelling_key(text)
    return key in dates.weekdays or key in dates.months or key in dates.short_months


def _goes_on(swap: Swap) -> bool:
    """Is the swap only a part of a name that both have: Boris or Mr, before Johnson?"""
    beside = (swap.before, swap.after)
    return any(word.text[0].isupper() and not word.text.isupper() for word in beside)


def _same_name(swap: Swap, code: str) -> bool:
    mine = {fold(word.text) for word in swap.words}
    others = {fold(word.text) for word in swap.others}
    if any(one[:_SAME_BEGINNING] == other[:_SAME_BEGINNING] for one in mine for other in others):
        return True
    initials = {
        "".join(word[0] for word in (fold(each.text) for each in side)) for side in (swap.words, swap.others)
    }
    return bool(countries_in(mine, code) & countries_in(others, code)) or bool(initials & (mine | others))


@analysis
def number_swaps(article: Article) -> tuple[tuple[Swap, Quantity], ...]:
    """Swaps of one number for another that is not the same when rounded, nor a sum of the source's."""
    found = []
    for swap in swaps(article):
        mine = _quantity(article, swap.words)
        other = _quantity(swap.source, swap.others)
        if mine is None or other is None or mine.kind != other.kind:
            continue
        sums = any(source.adds_up(mine) for source in source_numbers(article))
        if not sums and not wanted(mine).overlaps(wanted(other)):
            found.append((swap, mine))
    return tuple(found)


def _quantity(article: Article, words: tuple[Word, ...]) -> Quantity | None:
    """The one quantity of an article that begins in a swap."""
    first, last = words[0], words[-1]
    items = quantities_by_block(article).get(id(first.block), ())
    at = bisect_right(items, first.start, key=attrgetter("end"))
    return items[at] if at < len(items) and items[at].start < last.end else None


@analysis
def weekday_swaps(article: Article) -> tuple[Swap, ...]:
    """Swaps of one weekday or month for another."""
    dates = speech(language(article)).dates
    return tuple(swap for swap in swaps(article) if _other_day(swap, dates.weekdays, dates.months))


def _other_day(swap: Swap, *tables: Mapping[str, int]) -> bool:
    if len(swap.words) > 1 or len(swap.others) > 1:
        return False
    one, other = (spelling_key(words[0].text) for words in (swap.words, swap.others))
    return any(one in table and other in table and table[one] != table[other] for table in tables)


@analysis
def opposites(article: Article) -> tuple[Swap, ...]:
    """Swaps of a word for its opposite, or for another of its kind (colours, kin, quarters of the sky)."""
    spoken = language(article)
    return tuple(swap for swap in swaps(article) if any(_opposed(swap, spoken)))


def _opposed(swap: Swap, code: str) -> Iterator[bool]:
    """Whether the only longer word of each side excludes that of the other."""
    mine, others = ({word.key for word in side} for side in (swap.words, swap.others))
    one, other = (sorted(side, key=len)[-2:] for side in (mine - others, others - mine))
    if all(len(side) == 1 or len(side[0]) <= _FUNCTION_WORD for side in (one, other)):
        yield opposed(one[-1], other[-1], code)
