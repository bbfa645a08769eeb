"""A number that announces more or fewer things than follow: "three reasons:" before four items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import HEADING, HEADLINE, LIST, PARAGRAPH, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import word_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.numbers import quantities, quantities_by_block
from linter.topics.numbers.enumerations import (
    FEWEST,
    MOST,
    Announcement,
    gives_examples,
    in_order,
    in_sentences,
)
from linter.topics.numbers.formatting import shortened
from linter.topics.numbers.lists import Listing, listings
from linter.topics.numbers.model import Quantity
from linter.topics.numbers.wording import BLANK, words_of

_ANNOUNCES = lazy(r"(?:[ \u00a0][^\W\d][\w'’/-]*|[ \u00a0]\ufffc+){1,9}[ \u00a0]?:\s*$")
_TIED = lazy(r"\w[-\u2010\u2011]$")
"""The same: the end of a name ("Eleven-four")."""
_MARKED = lazy(r"\d[.)][ \t]+(?:[*_~`\[(\"“«]|<\w+[^<>]*>)*\Z")
_REACH = 12
_STARTS_ITEM = lazy(r"#?(\d{1,3})[.):][ \u00a0]?(?=\D)")


class _Words(NamedTuple):
    """Patterns of one language around a number that may announce a list."""

    other: re.Pattern[str]
    """Ends right before a number that is one of others, or says when or how often."""
    verb: re.Pattern[str]
    """Right after a number that belongs to what is before it."""
    where: re.Pattern[str]
    """Ends right before a list that says where something is."""
    leads: re.Pattern[str]
    """All of a headline before its number."""
    own_number: re.Pattern[str]
    """With which an item begins that counts things of its own."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code).listing
    return _Words(
        lazy(rf"{word_of((*words.of, *words.when))} $", re.IGNORECASE),
        lazy(rf"{BLANK}{word_of(words.verbs)}"),
        lazy(rf"{BLANK}{word_of(words.where)}{BLANK}?:\s*$"),
        lazy(rf"(?:{word_of(words.leads)} ){{0,2}}$", re.IGNORECASE),
        lazy(rf"\s*(?:\d|{word_of(words.numbers)} )", re.IGNORECASE),
    )


@analysis
def announcements(article: Article) -> tuple[Announcement, ...]:
    """The announcements whose things can be counted.

    Forms: "three reasons:" before a list; the number of the headline, where the headings are numbered
    from one on; "three cities: Rome, Oslo and Bern."; "two reasons", then "First … Second …".
    """
    return (*_before_lists(article), *_headline(article), *in_sentences(article), *in_order(article))


def _before_lists(article: Article) -> Iterator[Announcement]:
    code = language(article)
    for listing in listings(article):
        intro = listing.intro
        if intro is None or intro.kind not in (PARAGRAPH, HEADING):
            continue
        stated = quantities_by_block(article)
        number = _announcing(intro, stated.get(id(intro), ()), code)
        if number is not None and _is_whole(article, listing) and not _may_be(number, listing, stated, code):
            first, last = listing.items[0].text, listing.items[-1].text
            place = Span(first.whole.start, last.whole.end)
            yield Announcement(intro, number, len(listing.items), place, shortened(last.prose))


def _may_be(number: Quantity, listing: Listing, stated: dict[int, tuple[Quantity, ...]], code: str) -> bool:
    """Whether the number may count otherwise: with nested items, or what the items themselves count."""
    own = _words(code).own_number
    if number.value == listing.blocks != len(listing.items) or all(
        own.match(item.text.prose) for item in listing.items
    ):
        return True
    counting = [item for item in listing.items if any(each.is_count for each in stated.get(id(item), ()))]
    return len(counting) > 1 and number.value > len(listing.items)


def _is_whole(article: Article, listing: Listing) -> bool:
    """Whether the list has more than one item and no other list soon after, which would go on with it."""
    if len(listing.items) < 2:
        return False
    after = [block.kind for block in article.blocks[listing.end : listing.end + 3]]
    return LIST not in after and _is_counted_alike(article, listing)


def _is_counted_alike(article: Article, listing: Listing) -> bool:
    """Whether all items have a number or none has, and no later block has the next number."""
    source = article.source
    starts = [item.text.whole.start for item in listing.items]
    numbered = [bool(_MARKED.search(source, max(0, start - 12), start)) for start in starts]
    following = lazy(rf"(?<!\d){len(numbered) + 1}\.?[.)\u2013-]")
    blocks = article.blocks
    place = next(i for i in reversed(range(listing.end)) if blocks[i] is listing.items[-1]) + 1
    later = (block.text.whole.start for block in blocks[place : place + _REACH])
    goes_on = any(following.search(source, max(0, start - 5), start + 5) for start in later)
    return len(set(numbered)) == 1 and not (numbered[0] and goes_on)


def _announcing(intro: Block, items: tuple[Quantity, ...], code: str) -> Quantity | None:
    """The last number in the last words of a block that end with a colon and do not speak of examples."""
    prose = intro.text.prose
    for item in reversed(items):
        if item.is_count and FEWEST <= item.value <= MOST and _ANNOUNCES.match(prose, item.end):
            before = prose[max(0, item.start - 40) : item.start]
            whole = before.rsplit(". ", 1)[-1] + prose[item.end :]
            words = _words(code)
            is_other = words.other.search(before) or _TIED.search(before) or words.verb.match(prose, item.end)
            return None if is_other or gives_examples(whole, code) or words.where.search(prose) else item
    return None


def _headline(article: Article) -> Iterator[Announcement]:
    """The number of the headline, and how many headings are numbered from one on."""
    head = next((block for block in article.blocks if block.kind == HEADLINE), None)
    numbered = list(_numbered(article)) if head is not None else []
    if (
        head is None
        or len(numbered) < FEWEST
        or sorted(n for n, _ in numbered) != list(range(1, len(numbered) + 1))
    ):
        return
    stated = [item for block, items in quantities(article) if block is head for item in items]
    counts = [item for item in stated if item.is_count and FEWEST < item.value <= 10 * MOST]
    if len(counts) != 1 or len(stated) != 1:
        return
    if _words(language(article)).leads.match(head.text.prose[: counts[0].start]):
        top, block = max(numbered, key=lambda each: each[0])
        yield Announcement(head, counts[0], top, block.text.whole, shortened(block.text.prose))


def _numbered(article: Article) -> Iterator[tuple[int, Block]]:
    for block in article.blocks:
        if block.kind == HEADING and (found := _STARTS_ITEM.match(block.text.prose)):
            yield int(found[1]), block


class CountMismatch(Check):
    """Counts the items of the list, or the numbered headings, that a number announces."""

    fields: ClassVar[frozenset[str]] = frozenset({"number", "count", "last"})
    needs = ("numbers.listing.examples", "numbers.listing.plural", "numbers.listing.things")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in announcements(article):
            yield Count("announced lists counted")
            if each.number.value == each.found:
                continue
            span = each.block.text.span(each.number.start, each.number.end)
            fields = {"number": each.number.text, "count": str(each.found), "last": each.last}
            yield Alarm(span, fields, (Related(each.place, f"{each.found} here"),))
