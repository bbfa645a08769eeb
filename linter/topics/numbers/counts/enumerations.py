"""Things counted off in running text: "three cities: Rome, Oslo and Bern", "First, … Second, …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import methodcaller

from linter.analyses import analysis
from linter.analyses.block_numbers import block_numbers
from linter.analyses.language import language
from linter.analyses.numerals.intervals import unrounded
from linter.analyses.sentences import OPENING
from linter.article.model import LIST, PARAGRAPH, STANDFIRST, Article, Block
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Mark, Span, Text
from linter.topics.numbers import quantities, quantities_by_block
from linter.topics.numbers.reading.formatting import shortened
from linter.topics.numbers.reading.model import NUMBER, Quantity
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.wording import BLANK, NOUN, one_of_others, words_of

FEWEST, MOST = 2, 30

_NOUNS = lazy(r"[ \u00a0](?:[^\W\d][\w'’-]*[ \u00a0]){0,3}?[^\W\d][\w'’-]*[ \u00a0]?:[ \u00a0]")
_NAME = lazy(rf"[^\W\d_{SMALL}][\w'’-]+ (?:[\w'’-]+ )?[^\W\d_{SMALL}][\w'’-]+")
_BARE = lazy(r"[ \u00a0]?:[ \u00a0]")
"""Behind a number of persons that needs no noun: "четверо: …"."""
_CLAUSE = lazy(r"(?:[ \u00a0][^\W\d][\w'’-]*){2}(?:[ \u00a0][^\W_][\w'’-]*){2,7}[ \u00a0]?:[ \u00a0]")
"""Behind a number with which a sentence begins: what the things do."""
_CAPITAL = lazy(rf"(?<!\w)[{CAPITALS}]")
_SURNAME = lazy(rf"(?:[{CAPITALS}]\w* )?[{CAPITALS}][\w'’-]+")
_NAMES = lazy(rf"[{CAPITALS}][\w'’-]*(?: (?:[\w'’-]{{1,3}} ){{0,2}}[{CAPITALS}][\w'’-]*){{0,3}}")
"""A name of one word or several, short ones between them: "Morón de la Frontera"."""
_QUOTED = lazy(r"[“„«»”\"‘‹][^“„«»”\"]+[”“»«\"’›]")
_FEW_NAMES = 3
"""Of more names of one or two words the last two are hardly one ("Rome, Bosnia and Herzegovina" are)."""
_BESIDE_NAME = lazy(r" \([^()\d\n]{1,20}\)")
"""Behind one of them: what it belongs to ("Jörg Klein (CDU)")."""
_MOST_WORDS = 5
_MOST_OF_REASON = 8
"""Words of one thing, and of one that is a whole clause: "three measures: close the road, …"."""
_ENDS = lazy(r"[ \u00a0]?(?:[.!?;](?!\d)|$)")
_NAMED = lazy(rf"[^\W_{SMALL}]")
_VERSION = lazy(r"[v\d](?<![\w.].)(?:(?<=v)\d+|\d*)(?:(?<=\d)\.\d+)+(?![\w.]*\w)")

_NOTHING = lazy(r"(?!)")
_NOUN = 30
"""Characters behind a number in which its noun begins."""
_REACH = 8
_MISCOUNTED = 2
"""So many links may be forgotten; of others the number counts something else."""


class Announcement(NamedTuple):
    """A number, and how many things stand where it announces them."""

    block: Block
    number: Quantity
    found: int
    place: Span
    """Where these things stand, in the source."""
    last: str
    """The beginning of the last of them."""


class _Words(NamedTuple):
    """Patterns of one language around what is counted off."""

    examples: re.Pattern[str]
    """What follows are examples, not all."""
    of: re.Pattern[str]
    """Ends right before a number that is one of others, or part of a name."""
    named: re.Pattern[str]
    """Between a number of persons and their names: "the three winners are"."""
    apposed: re.Pattern[str]
    """Between a number and names set beside it: "three sons, Tom and Dick"; "15 Days, Catan" is no number."""
    plural: re.Pattern[str]
    """Right after a number; "France 5 announces:" has none."""
    listed: re.Pattern[str]
    """A list: all things but the last, a comma or not, the last."""
    unjoined: re.Pattern[str]
    """The same with no "and" before the last, as short lists of names have it."""
    also: re.Pattern[str]
    inner: re.Pattern[str]
    """Inside one thing: it is two."""
    single: re.Pattern[str]
    """With which one thing begins."""
    one_thing: re.Pattern[str]
    """All of one thing with an article that many have too: "the library"; of persons "the staff" is many."""
    article: re.Pattern[str]
    """Before the name of one ("η Εύα")."""
    choice: re.Pattern[str]
    """With which the last of them begins, so that what follows an "and" is a part of it."""
    things: re.Pattern[str]
    """Right after a number: what is counted off."""
    compound: re.Pattern[str]
    """The same of what may have an "and" in its name."""
    ordinals: tuple[re.Pattern[str], ...]
    one: re.Pattern[str]
    """A single thing that there is, with its noun and a colon; the number is group 1."""
    joint: re.Pattern[str]
    """All that stands between two of several links."""


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    words = words_of(code)
    listing, joining = words.listing, any_of(words.and_)
    item = rf"[^,;:.!?()\d\n\ufffc]{{2,60}}?(?:{_BESIDE_NAME.pattern})?"
    initial = r"[^\W\d]" if speech(code).names.capital_nouns else rf"[{SMALL}]"
    return _Words(
        lazy(word_of(listing.examples), re.IGNORECASE),
        one_of_others(code),
        lazy(rf"(?:{NOUN}){{1,3}}?{BLANK}{word_of(listing.are)}{BLANK}(?=[^\W\d_{SMALL}])"),
        lazy(rf"(?:{BLANK}[{SMALL}][\w'’-]*){{0,2}}{BLANK}{initial}[\w'’-]*,{BLANK}"),
        lazy(
            rf"{BLANK}(?:[^\W\d]\w*(?:{BLANK}|-))?(?:(?<=-)(?:{any_of(listing.plural)})(?!\w)|"
            rf"{word_of((*listing.plural, *listing.things))})"
        ),
        lazy(rf"((?:{item}, )*{item})(,)? (?:{joining}) ({item})(?=[.!?]\s|[.!?]?$)", re.MULTILINE),
        lazy(rf"((?:{item}, )+{item})(,) ({item})(?=[.!?]\s|[.!?]?$)", re.MULTILINE),
        lazy(word_of(listing.also)),
        lazy(rf"{word_of(words.and_)}| & "),
        lazy(word_of(listing.single or words.person.one), re.IGNORECASE),
        lazy(
            rf"{word_of(listing.definite)}(?:{NOUN})?(?!{BLANK}{word_of(listing.plural)}$){NOUN}",
            re.IGNORECASE,
        ),
        lazy(rf"^(?:{any_of(listing.definite)}) "),
        lazy(rf"\s*{word_of(words.or_)} "),
        lazy(rf"(?:{NOUN}){{0,2}}{BLANK}{word_of(listing.things)}"),
        lazy(rf"(?:{NOUN}){{0,2}}{BLANK}{word_of(listing.compound)}", re.IGNORECASE),
        tuple(
            lazy(rf"(?:^|[.!?:;,–—] ?)(?:(?:{joining}) )?{word_of(forms)}", re.IGNORECASE | re.MULTILINE)
            for forms in listing.ordinals
        ),
        lazy(
            rf"(?<!\w)(?:{any_of(listing.there)}) ({any_of(listing.one)})(?:{NOUN}){{1,3}}{BLANK}?:[ \u00a0]",
            re.IGNORECASE,
        ),
        lazy(rf"(?:,|,? (?:{joining})) "),
    )


def gives_examples(text: str, code: str) -> bool:
    """Whether a text says that what it lists are some, not all."""
    return _words(code).examples.search(text) is not None


class Counted(NamedTuple):
    """A count of few things."""

    block: Block
    number: Quantity
    beside: tuple[Quantity, ...]
    """All numbers of the block."""

    @property
    def is_running(self) -> bool:
        """It stands in a paragraph or standfirst."""
        return self.block.kind in (PARAGRAPH, STANDFIRST)


@analysis
def few(article: Article) -> tuple[Counted, ...]:
    """The counts from :data:`FEWEST` to :data:`MOST` that stand in no list."""
    return tuple(
        Counted(block, item, items)
        for block, items in quantities(article)
        if block.kind != LIST
        for item in items
        if FEWEST <= item.value <= MOST and item.is_count
    )


def in_sentences(article: Article) -> Iterator[Announcement]:
    """ "Three cities: Rome, Oslo and Bern."; only where no reading of the list has so many items."""
    code = language(article)
    for counted in few(article):
        block, item, items = counted
        if not counted.is_running:
            continue
        prose, words = block.text.prose, _words(code)
        opened = _opened(prose, item, words)
        if opened is None or _is_title(block, item, opened):
            continue
        if _announces(prose, item, opened, words):
            noun = prose[item.end : item.end + _NOUN].split()[:1]
            if person_nouns(code).any.issuperset(map(str.lower, noun)):
                words = words._replace(one_thing=_NOTHING)
            yield from _listed(block, item, items, opened, words)


def _is_title(block: Block, number: Quantity, opened: re.Match[str]) -> bool:
    """Whether the text of a link begins with the number and has the list: the headline of another page."""
    links = block.text.marked("link")
    return any(link.start == number.start and link.end > opened.end() for link in links)


def _opened(prose: str, number: Quantity, words: _Words) -> re.Match[str] | None:
    """What stands between a number and the list that it announces."""
    opened = _NOUNS.match(prose, number.end) or words.named.match(prose, number.end)
    if opened is None and number.spelled:
        opened = _BARE.match(prose, number.end)
    if opened is None and OPENING.search(prose[max(0, number.start - 30) : number.start]):
        opened = _CLAUSE.match(prose, number.end)
    return opened or words.apposed.match(prose, number.end)


def _announces(prose: str, number: Quantity, opened: re.Match[str], words: _Words) -> bool:
    """Whether a number stands before a plural, is not one of many, and what follows are not examples."""
    before = prose[max(0, number.start - 30) : number.start]
    named = ":" in opened[0] and _NAME.match(prose, opened.end())  # "among them are two ministers: Ann Hill"
    return (
        bool(words.plural.match(prose, number.end) or opened[0].strip() == ":")
        and not words.of.search(before)
        and not words.examples.search(opened[0] if named else before + opened[0])
    )


def _listed(
    block: Block, number: Quantity, items: tuple[Quantity, ...], opened: re.Match[str], words: _Words
) -> Iterator[Announcement]:
    prose = block.text.prose
    joined = words.listed.match(prose, opened.end())
    listed = joined or words.unjoined.match(prose, opened.end())
    if listed is None or words.examples.search(listed[0]) or words.also.search(listed[0]):
        return
    things = [_BESIDE_NAME.sub("", thing) for thing in (*listed[1].split(", "), listed[3])]
    if not _may_list(things, opened, joined is not None):
        return
    abstract = words.things.match(prose, number.end) is not None
    quoted = all(map(_QUOTED.fullmatch, things))
    if not quoted and any(listed.start() <= item.start < listed.end() for item in items):
        return
    named = _NOUNS.fullmatch(opened[0]) is not None or all(map(_CAPITAL.search, things))
    if not (named and _are_single(things, words, abstract)) or any(map(words.choice.match, things)):
        return
    count = len(things)
    if number.value < count and len({thing[0].isupper() for thing in things}) > 1:  # an apposition
        return
    names = all(map(_NAME.fullmatch, (words.article.sub("", thing) for thing in things)))
    surnames = len(things) > _FEW_NAMES and all(map(_SURNAME.fullmatch, things))
    compound = words.compound.match(prose, number.end) is not None
    may_be_fewer = not (listed[2] or abstract or quoted or ((names or surnames) and not compound))
    if may_be_fewer and number.value == count - 1:
        count -= 1
    if all(item.value != count for item in items):
        yield Announcement(block, number, count, block.text.span(*listed.span()), shortened(things[-1]))


def _may_list(things: list[str], opened: re.Match[str], joined: bool) -> bool:
    """Whether what stands between a number and some things lets it announce them: names need no colon."""
    if "," in opened[0]:
        return joined and all(map(_SURNAME.fullmatch, things))
    if opened[0].strip() == ":":
        return joined and all(map(_NAME.fullmatch, things))
    if ":" in opened[0]:
        return joined or all(map(_NAME.fullmatch, things))
    several = joined and len(things) > 2 and all(map(_NAMES.fullmatch, things))
    return several or all(map(_NAME.fullmatch, things))


def _are_single(things: list[str], words: _Words, abstract: bool) -> bool:
    """Whether each thing is one: a name, a noun with a singular article, any few words for a reason."""
    return (
        (abstract or all(_is_single(thing, words) for thing in things))
        and all(len(thing.split()) <= (_MOST_OF_REASON if abstract else _MOST_WORDS) for thing in things)
        and not any(map(words.inner.search, things))
    )


def _is_single(thing: str, words: _Words) -> bool:
    named = thing[0].isupper() or _QUOTED.fullmatch(thing) or _NAME.fullmatch(words.article.sub("", thing))
    return bool(named or words.single.match(thing) or words.one_thing.fullmatch(thing))


def in_links(article: Article) -> Iterator[Announcement]:
    """ "We have one release: A and B." where A and B are links, pieces of code or versions."""
    code = language(article)
    stated = quantities_by_block(article)
    for block in article.scope("prose"):
        words, prose = _words(code), block.text.prose
        if ":" not in prose or (": " not in prose and ":\u00a0" not in prose):
            continue
        links = _links(block.text)
        if len(links) < 2:
            continue
        starts = [link.start for link in links]
        for number, opens in _before_links(prose, stated.get(id(block), ()), words):
            begin = bisect_left(starts, opens)
            count, end = _linked(prose, links, begin, opens, words)
            near = number.value < FEWEST or abs(number.value - count) <= _MISCOUNTED
            if count > 1 and near and _ENDS.match(prose, end):
                last = links[begin + count - 1]
                place = block.text.span(opens, end)
                yield Announcement(block, number, count, place, shortened(prose[last.start : end]))


def _before_links(prose: str, items: tuple[Quantity, ...], words: _Words) -> Iterator[tuple[Quantity, int]]:
    """The numbers that announce what stands behind a colon, each with where that begins."""
    for found in words.one.finditer(prose):
        start, end = found.span(1)
        yield Quantity(start, end, found[1], NUMBER, 1.0, unrounded(1.0), spelled=True), found.end()
    for item in items:
        opened = _NOUNS.match(prose, item.end)
        counts = opened is not None and item.is_count and FEWEST <= item.value <= MOST
        if opened and counts and _announces(prose, item, opened, words):
            yield item, opened.end()


def _links(text: Text) -> list[Mark]:
    """The links, pieces of code and versions of a text, in order; what is inside another one is left out."""
    versions = (Mark(*found.span(), "version") for found in _VERSION.finditer(text.prose))
    marks = (mark for mark in text.marks if mark.kind == "code" or _is_named(text.prose, mark))
    found: list[Mark] = []
    for mark in sorted((*marks, *versions), key=lambda mark: (mark.start, -mark.end)):
        if not found or mark.start >= found[-1].end:
            found.append(mark)
    return found


def _is_named(prose: str, mark: Mark) -> bool:
    """Whether a mark is a link with the name of a thing, no other words: it has a capital or a digit."""
    return mark.kind == "link" and _NAMED.search(prose, mark.start, mark.end) is not None


def _linked(prose: str, links: list[Mark], begin: int, place: int, words: _Words) -> tuple[int, int]:
    """How many links follow each other from a place on with a comma or an "and" between, and their end."""
    count, end = 0, place
    for number in range(begin, min(begin + MOST, len(links))):
        link = links[number]
        if link.start != end and not (count and words.joint.fullmatch(prose, end, link.start)):
            break
        count, end = count + 1, link.end
    return count, end


def in_order(article: Article) -> Iterator[Announcement]:
    """ "For two reasons", then "First, … Second, … Third, …": only where there are more than announced."""
    code = language(article)
    for block, item, _ in few(article):
        words = _words(code)
        if item.value < len(words.ordinals) and words.things.match(block.text.prose, item.end):
            yield from _counted(article, block, item, words)


def _counted(article: Article, block: Block, number: Quantity, words: _Words) -> Iterator[Announcement]:
    ordinals = words.ordinals
    first = block_numbers(article)[id(block)]
    near = article.blocks[first : first + _REACH]
    place, begin = 0, number.end
    last: tuple[Block, re.Match[str]] | None = None
    count = 0
    for ordinal in ordinals:
        found = _next(near, place, begin, ordinal)
        again = _next(near, place, begin, ordinals[0]) if count else None
        if found is None or (again is not None and _at(again) < _at(found)):
            break  # the first of others comes before the next one
        if not count and _is_announced_later(article, near, number, found, words.things):
            return
        place, match = found
        begin = match.end()
        if _extra(language(article)).search(near[place].text.prose, begin, begin + _NOUN):
            break
        last = near[place], match
        count += 1
    if last is not None and count > number.value:
        where, match = last
        text = where.text.prose[match.start() :].lstrip(" .!?:;,–—")
        yield Announcement(block, number, count, where.text.span(*match.span()), shortened(text))


@lru_cache(maxsize=16)
def _extra(code: str) -> re.Pattern[str]:
    """Behind an ordinal: this one comes on top of those announced ("Third reason (bonus)")."""
    return lazy(word_of(words_of(code).listing.extra), re.IGNORECASE)


def _is_announced_later(
    article: Article,
    near: tuple[Block, ...],
    number: Quantity,
    found: tuple[int, re.Match[str]],
    things: re.Pattern[str],
) -> bool:
    """Whether the first of the things stands behind another number of some."""
    stated = quantities_by_block(article)
    return any(
        (0, number.start) < (place, item.start) < _at(found)
        and item.is_count
        and item.value >= FEWEST
        and things.match(block.text.prose, item.end)
        for place, block in enumerate(near[: found[0] + 1])
        for item in stated.get(id(block), ())
    )


def _at(found: tuple[int, re.Match[str]]) -> tuple[int, int]:
    place, match = found
    return place, match.start()


def _next(
    blocks: tuple[Block, ...], place: int, begin: int, ordinal: re.Pattern[str]
) -> tuple[int, re.Match[str]] | None:
    for i in range(place, len(blocks)):
        places = _places(ordinal, blocks[i].text.prose)
        at = bisect_left(places, begin if i == place else 0, key=methodcaller("start"))
        if at < len(places):
            return i, places[at]
    return None


@lru_cache(maxsize=64)
def _places(ordinal: re.Pattern[str], prose: str) -> list[re.Match[str]]:
    """Where an ordinal stands in a block, about which many announcements may ask."""
    return list(ordinal.finditer(prose))
