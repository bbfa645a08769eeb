"""How a number announces what is then listed: "there are three reasons for it:", "one of four kinds:"."""

from __future__ import annotations

from functools import lru_cache

from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.counts.enumerations import FEWEST, gives_examples
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.wording import BLANK, words_of

LARGEST = 1000
"""Nobody counts a longer list of one article by hand."""
_LARGE, _SHARE = 20, 0.1
"""Of more than so many things so large a share may be too many or too few, of others one or two."""
_TIED = lazy(r"\w[-\u2010\u2011]$")
_WORD = r"[ \u00a0](?:[^\W\d][\w'’/-]*|\ufffc+)"
_SENTENCE = lazy(r"[.!?;:]\s")
_SHORTEST = 4
"""Words of the shortest sentence that tells of names: "Wir begrüßen 3 Mitglieder mehr:"."""
_LEAD = 40
"""Characters before a number that are looked at."""


class Words(NamedTuple):
    """Patterns of one language around a number that announces."""

    announces: re.Pattern[str]
    """All of a text behind its number: the noun as group 1, and what it may go on with up to the colon."""
    loosely: re.Pattern[str]
    """The same with any other few words, where what is listed are names."""
    begun: re.Pattern[str]
    """All of a line behind the number that it begins with: more words than the noun, and no mark."""
    names: re.Pattern[str]
    """The same of a heading or a headline: the noun, and no more than says what the things are for."""
    things: re.Pattern[str]
    """In the noun: it can only be what is listed."""
    there: re.Pattern[str]
    """Ends right before a number that says how many there are."""
    other: re.Pattern[str]
    """Ends right before a number that is one of others, or says when or how often."""
    open: re.Pattern[str]
    """The end of a text that asks for something else: where the things are, what they do."""
    leads: re.Pattern[str]
    """All of a headline before its number."""
    aside: re.Pattern[str]
    """A word before a number that is told by the way."""
    again: re.Pattern[str]
    """Something else is announced behind a number: "in *these* languages:"."""
    extra: re.Pattern[str]
    """In an item that is one more than was announced."""
    joins: re.Pattern[str]
    """Near the beginning of an item: it is two."""


@lru_cache(maxsize=16)
def announcing_words(code: str) -> Words:
    """The patterns of a language."""
    words = words_of(code)
    listing = words.listing
    noun = rf"((?:{_WORD}){{0,3}}?{BLANK}{word_of((*listing.plural, *listing.things))})"
    tail = rf"(?:{BLANK}{word_of(listing.goes_on)}(?:{_WORD}){{0,9}})?"
    there = any_of(listing.there)
    joining = any_of(words.and_)
    return Words(
        lazy(rf"{noun}{tail}{BLANK}?:\s*$"),
        lazy(rf"{noun}(?:{_WORD}){{0,5}}{BLANK}?:\s*$"),
        lazy(rf"(?={_WORD}[ \u00a0]){noun}(?:[ \u00a0][^\s,;:?!]+){{0,5}}\s*$"),
        lazy(rf"{noun}{tail}{BLANK}?(?:[:!.\u2013\u2014-].*)?$"),
        lazy(word_of(listing.things), re.IGNORECASE),
        lazy(rf"(?<!\w)(?:{there}) $", re.IGNORECASE),
        lazy(rf"{word_of((*listing.of, *listing.when))} $", re.IGNORECASE),
        lazy(rf"{BLANK}{word_of(listing.where)}{BLANK}?:\s*$"),
        lazy(rf"(?:{word_of(listing.leads)} ){{0,2}}$", re.IGNORECASE),
        lazy(rf"{word_of(listing.where)}$", re.IGNORECASE),
        lazy(rf"{BLANK}{word_of(listing.there)}{_WORD}", re.IGNORECASE),
        lazy(rf"(?:\S+\s+){{0,4}}?\W*{word_of(listing.extra)}", re.IGNORECASE),
        lazy(rf"\s*(?:\S+\s+){{0,5}}?(?:{joining}|[&+])\s", re.IGNORECASE),
    )


def is_announced(prose: str, item: Quantity, code: str, named: bool = False) -> bool:
    """Whether a text ends with a colon and with a number of things that stand below it.

    The number must count a noun in the plural that may only be the things listed: reasons, steps, or what
    the text says that there are, with no other clause behind it; where names are listed, anything.
    """
    if not prose.rstrip().endswith(":"):
        return False
    words = announcing_words(code)
    before = prose[max(0, item.start - _LEAD) : item.start]
    there, other = words.there.search(before), words.other.search(before)
    if not is_countable(item) or _TIED.search(before):
        return False
    if other is not None and (there is None or other.start() <= there.start()):
        return False
    found = words.announces.match(prose, item.end)
    told = found is not None and bool(there or words.things.search(found[1]))
    whole = before.rsplit(". ", 1)[-1] + prose[item.end :]
    is_list = told or (named and _is_of_names(prose, item, words))
    return is_list and not gives_examples(whole, code) and not words.open.search(prose)


def is_stated(prose: str, item: Quantity, code: str) -> bool:
    """Whether a text is one sentence that only says how many there are: "There are seven types."."""
    whole = announcing_words(code).there.fullmatch(prose, 0, item.start)
    return bool(whole) and prose.endswith(".") and is_announced(f"{prose[:-1]}:", item, code)


def is_begun_with(prose: str, item: Quantity, code: str) -> bool:
    """Whether a line without a colon begins with a number of things: "43 issues resolved in this release"."""
    words = announcing_words(code)
    if not is_countable(item) or words.leads.match(prose[: item.start]) is None:
        return False
    return words.begun.match(prose, item.end) is not None


def _is_of_names(prose: str, item: Quantity, words: Words) -> bool:
    """Whether a number counts the names below it: in a whole sentence, and not in an aside of it.

    "Serves 4 people:", "Room 4 speakers:" and "for 4 people:" count no items.
    """
    if words.loosely.match(prose, item.end) is None or words.again.search(prose, item.end):
        return False
    before = _SENTENCE.split(prose[: item.start])[-1].split()
    if not before:
        return True
    numbered = before[-1][:1].isupper() and not item.spelled and not words.leads.match(f"{before[-1]} ")
    is_whole = len(before) + len(prose[item.end :].split()) >= _SHORTEST
    return is_whole and not numbered and words.aside.match(before[-1]) is None


def is_countable(item: Quantity) -> bool:
    """Whether a number may be one of things that are listed."""
    return item.is_count and FEWEST <= item.value <= LARGEST


def is_slip(announced: float, found: int) -> bool:
    """Whether two numbers differ by what is easily miscounted: else they are of two things."""
    apart = abs(announced - found)
    return apart <= (1 if announced < 4 else max(2, _SHARE * announced if announced > _LARGE else 0))
