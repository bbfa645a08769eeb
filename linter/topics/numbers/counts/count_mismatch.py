"""A number that announces more or fewer things than follow: "three reasons:" before four items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from linter.analyses import analysis
from linter.analyses.block_numbers import block_numbers
from linter.analyses.language import language
from linter.article.model import HEADING, HEADLINE, LIST, PARAGRAPH, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import phrases_at
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.text import FILLER, Span
from linter.topics.numbers import quantities, quantities_by_block
from linter.topics.numbers.counts.announcing import (
    announcing_words,
    is_announced,
    is_begun_with,
    is_countable,
    is_slip,
    is_stated,
)
from linter.topics.numbers.counts.enumerations import FEWEST, Announcement, in_links, in_order, in_sentences
from linter.topics.numbers.counts.lists import Listing, listings, unwritten
from linter.topics.numbers.counts.named_persons import in_ages, in_names
from linter.topics.numbers.counts.scorers import in_scores
from linter.topics.numbers.counts.set_off import set_off
from linter.topics.numbers.reading.formatting import shortened
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.reading.units import units_after
from linter.topics.numbers.wording import words_of

_MARKED = lazy(r"\d[.)][ \t]+(?:[*_~`\[(\"“«]|<\w+[^<>]*>)*\Z")
_ENUMERATED = lazy(r"\W{0,3}([^\W\d_]{2,20}) \d")
_REACH = 12
_STARTS_ITEM = lazy(r"#?(\d{1,3})[.):][ \u00a0]?(?=\D)")
_NAME = 4
"""Words of the longest name in a list of names."""
_TIMES = ("h", "min", "s")
_FEWEST_SECTIONS = 4
"""Below two or three things a section often stands that is none of them."""


@lru_cache(maxsize=16)
def _own_number(code: str) -> re.Pattern[str]:
    """With which an item begins that counts things of its own."""
    return lazy(rf"\s*(?:\d|{word_of(words_of(code).listing.numbers)} )", re.IGNORECASE)


@analysis
def announcements(article: Article) -> tuple[Announcement, ...]:
    """The announcements whose things can be counted.

    Forms: "three reasons:" before a list, "43 issues resolved" above it; the number of a heading, and the
    sections below it; the number of the headline, where the headings are numbered from one on; "three
    cities: Rome, Oslo and Bern."; "three cities – Rome, Oslo, Bern and Linz –"; "one release: A and B";
    "two reasons", then "First … Second …"; a score, and who scored.
    """
    return (
        *_before_lists(article),
        *_before_code(article),
        *_sections(article),
        *_headline(article),
        *in_sentences(article),
        *in_names(article),
        *in_ages(article),
        *set_off(article),
        *in_links(article),
        *in_order(article),
        *in_scores(article),
    )


def _before_lists(article: Article) -> Iterator[Announcement]:
    code = language(article)
    stated = quantities_by_block(article)
    for listing in listings(article):
        intro = listing.intro
        if intro is None or intro.kind not in (PARAGRAPH, HEADING):
            continue
        number = _announced(article, listing, intro, stated.get(id(intro), ()), code)
        if number is None or (listing.found == number.value + 1 and _takes_up(article, listing, intro)):
            continue
        if _is_whole(article, listing) and not _may_be(number, listing, stated, code):
            first, last = listing.items[0].text, listing.items[-1].text
            place = Span(first.whole.start, last.whole.end)
            yield Announcement(intro, number, listing.found, place, shortened(last.prose))


def _takes_up(article: Article, listing: Listing, intro: Block) -> bool:
    """Whether an item is of what the announcement names itself: "two options beside `old`:"."""
    said = article.excerpt(intro.text.whole)
    codes = ((each.text, mark) for each in listing.items for mark in each.text.marked("code"))
    return any(not mark.start and article.excerpt(text.span(0, mark.end)) in said for text, mark in codes)


def _announced(
    article: Article, listing: Listing, intro: Block, stated: tuple[Quantity, ...], code: str
) -> Quantity | None:
    """The number of the block before a list that announces it."""
    if not stated:
        return None
    last, first = stated[-1], stated[0]
    prose = intro.text.prose
    if is_announced(prose, last, code, _are_names(listing)) or is_stated(prose, last, code):
        return last
    begun = first.value >= _FEWEST_SECTIONS and is_begun_with(prose, first, code)
    return first if begun and not _is_section(article, intro, first) else None


def _is_section(article: Article, block: Block, number: Quantity) -> bool:
    """Whether another line of its kind begins with the number before or after: they are numbered."""
    begun = _begun(article)
    return any((block.kind, f"{number.value + step:g}") in begun for step in (-1, 1))


@analysis
def _begun(article: Article) -> frozenset[tuple[str, str]]:
    """The first words of all blocks that have a second one, each with the kind of its block."""
    return frozenset(
        (block.kind, first)
        for block in article.blocks
        for first, blank, _ in (block.text.prose.partition(" "),)
        if blank
    )


def _are_names(listing: Listing) -> bool:
    """Whether each item is a name, a title or a piece of code: a few words, or only such with a capital."""
    proses = [item.text.prose.strip() for item in listing.items]
    return all(_is_name(prose) and not prose.endswith((".", "!", "?", ";")) for prose in proses)


def _is_name(prose: str) -> bool:
    words = prose.split()
    few = len(words) <= _NAME and not prose[:1].islower()
    return few or (len(words) <= 2 * _NAME and not any(word[0].islower() for word in words))


def _before_code(article: Article) -> Iterator[Announcement]:
    """Lists of which each item is a piece of code, which are no blocks."""
    code = language(article)
    for block, items in quantities(article):
        number = items[-1]
        if block.kind != PARAGRAPH or not is_announced(block.text.prose, number, code):
            continue
        place = block_numbers(article)[id(block)]
        if any(following.kind == LIST for following in article.blocks[place + 1 : place + 2]):
            continue
        count, span = unwritten(article, place)
        if count > 1 and is_slip(number.value, count):
            last = article.excerpt(span).strip().rsplit("\n")[-1]
            yield Announcement(block, number, count, span, shortened(last))


def _may_be(number: Quantity, listing: Listing, stated: dict[int, tuple[Quantity, ...]], code: str) -> bool:
    """Whether the number may count otherwise.

    It may be one of nested items, of what the items themselves count, of two things in one item, or all
    but one that comes on top.
    """
    found = listing.found
    if number.value == found:
        return False
    proses = [item.text.prose for item in listing.items]
    if number.value < found and number.value in Counter(map(_first_word, proses)).values():
        return True  # six parts and an appendix
    if not is_slip(number.value, found) or all(map(_own_number(code).match, proses)):
        return True
    words = announcing_words(code)
    if number.value < found:
        if number.value < found - 1 and all(map(_leads_to_section, listing.items)):
            return True  # a table of contents has an end, and sources
        return words.extra.search(proses[-1]) is not None
    counting = [item for item in listing.items if any(each.is_count for each in stated.get(id(item), ()))]
    whole = listing.blocks + listing.hidden
    return number.value <= whole or len(counting) > 1 or any(map(words.joins.match, proses))


def _first_word(prose: str) -> str:
    """The word before a number with which an item begins ("Part 3: …"); others count for nothing."""
    word = _ENUMERATED.match(prose)
    return word[1].lower() if word else ""


def _leads_to_section(item: Block) -> bool:
    return any(mark.value.startswith("#") for mark in item.text.marked("link"))


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


def _sections(article: Article) -> Iterator[Announcement]:
    """Headings that say how many, with those one level below; of more of them some may be an end."""
    code = language(article)
    stated = quantities_by_block(article)
    headings = [block for block in article.blocks if block.kind == HEADING]
    for place, heading in enumerate(headings):
        items = stated.get(id(heading), ())
        if len(items) != 1 or not is_countable(items[0]) or items[0].value < _FEWEST_SECTIONS:
            continue
        number, prose = items[0], heading.text.prose
        own = [block for block in _below(headings, place) if block.level == heading.level + 1]
        is_named = announcing_words(code).names.match(prose, number.end) and not _is_time(prose, number, code)
        if any(FILLER in block.text.prose for block in own):
            continue  # a heading that is code alone is none of them
        if is_named and not _is_numbered(heading, number, own, code) and number.value - len(own) in (0, 1):
            text = own[-1].text
            yield Announcement(heading, number, len(own), text.whole, shortened(text.prose))


def _is_time(prose: str, number: Quantity, code: str) -> bool:
    """Whether it counts hours or less, with a capital as a heading has it: "5 Minutes to the Pool"."""
    noun = prose[number.end :].split(maxsplit=1)
    return bool(noun) and units_after(code).get(noun[0].lower()) in _TIMES


def _below(headings: list[Block], place: int) -> Iterator[Block]:
    for other in range(place + 1, len(headings)):
        if headings[other].level <= headings[place].level:
            return
        yield headings[other]


def _is_numbered(heading: Block, number: Quantity, own: list[Block], code: str) -> bool:
    """Whether the number is that of the section ("5 Emulators" above "5.1 …"), or of the word before it."""
    words = heading.text.prose[: number.start].split()
    own_number = any(block.text.prose.startswith(f"{number.text}.") for block in own)
    counted = bool(words) and words[-1].casefold() in phrases_at(code, "tables.section")
    return own_number or counted or (len(words) > 1 and words[-1][:1].isupper())


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
    if len(stated) != 1 or not is_countable(stated[0]) or stated[0].value == FEWEST:
        return
    number, words = stated[0], announcing_words(language(article))
    if not is_slip(number.value, len(numbered)) or numbered[-1][1].text.prose.rstrip().endswith("?"):
        return
    prose = head.text.prose
    if words.leads.match(prose[: number.start]) and words.names.match(prose, number.end):
        top, block = max(numbered, key=lambda each: each[0])
        yield Announcement(head, number, top, block.text.whole, shortened(block.text.prose))


def _numbered(article: Article) -> Iterator[tuple[int, Block]]:
    for block in article.blocks:
        if block.kind == HEADING and (found := _STARTS_ITEM.match(block.text.prose)):
            yield int(found[1]), block


class CountMismatch(Check):
    """Counts the items of the list, or the numbered headings, that a number announces."""

    fields = frozenset({"number", "count", "last"})
    variants = frozenset({"nth", "times"})
    needs = ("numbers.listing.examples", "numbers.listing.plural", "numbers.listing.things")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        told = set()
        for each in announcements(article):
            yield Count("announced lists counted")
            span = each.block.text.span(each.number.start, each.number.end)
            if each.number.value == each.found or span in told:
                continue
            told.add(span)
            fields = {"number": each.number.text, "count": str(each.found), "last": each.last}
            label = message("{number} here", number=str(each.found))
            yield Alarm(span, fields, (Related(each.place, label),))
        yield from _nth_times(article)


def _nth_times(article: Article) -> Iterator[Alarm | Count]:
    from linter.topics.numbers.counts.nth_time import nth_times

    for each in nth_times(article):
        yield Count("ordinals beside the years of those before")
        if not each.fits():
            prose, span = each.block.text.prose, each.block.text.span
            years = prose[each.first : each.last]
            fields = {"number": prose[each.start : each.end], "count": str(each.years), "last": years}
            yield Alarm(
                span(each.start, each.end),
                fields,
                (Related(span(each.first, each.last), "this"),),
                variant="times" if each.all else "nth",
            )
