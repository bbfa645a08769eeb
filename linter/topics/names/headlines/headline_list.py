"""How many places a headline counts, and how many the first sentence names: "Four regions on alert"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.sentences import sentence_around
from linter.article.model import HEADLINE, Article
from linter.check import Alarm
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.topics.names import haystack, lists
from linter.topics.numbers import quantities
from linter.topics.numbers.counts.enumerations import gives_examples
from linter.topics.numbers.reading.model import Quantity

_FEWEST, _MOST = 2, 9
_CAPITAL = lazy(rf"(?<!\w)[{CAPITALS}][\w-]{{3,}}")
_SHORT = 120
"""Words of a text that tells one thing."""


def places_apart(article: Article) -> Iterator[Alarm]:
    """The number of places in the headline, where a short text has it nowhere and begins with a list."""
    text = haystack(article)
    number = _counted(article, text.language)
    if number is None or article.headline is None or not text.blocks or text.words > _SHORT:
        return
    block = text.blocks[0]
    prose = block.text.prose
    _, end = sentence_around(prose, 0, 1)
    found = list(_places(text.language).finditer(prose, 0, end))
    if len(found) != 1 or gives_examples(prose[:end], text.language) or _is_told(article, number):
        return
    names = list(_name(text.language).finditer(prose, *found[0].span()))
    persons = any(lists.first_name(name[0].split()[0], text.language) for name in names if " " in name[0])
    fewer = len(names) < number.value and _goes_on(article, found[0])
    if len(names) != number.value and not (persons or fewer):
        fields = {"number": number.text, "other": " ".join(found[0][0].split())}
        related = Related(block.text.span(*found[0].span()), "the text says")
        yield Alarm(article.headline.span(number.start, number.end), fields, (related,), variant="other")


def _goes_on(article: Article, listed: re.Match[str]) -> bool:
    """Whether the text names another place behind those listed, which may be one more of them."""
    _, *others = haystack(article).blocks
    behind = (listed.string[listed.end() :], *(block.text.prose for block in others))
    return any(lists.place(word[0]) is not None for text in behind for word in _CAPITAL.finditer(text))


def _counted(article: Article, code: str) -> Quantity | None:
    """The only number of the headline, if it counts places."""
    for block, items in quantities(article):
        if block.kind == HEADLINE and len(items) == 1 and items[0].is_count:
            fits = _FEWEST <= items[0].value <= _MOST and _areas(code).match(block.text.prose, items[0].end)
            return items[0] if fits else None
    return None


def _is_told(article: Article, number: Quantity) -> bool:
    return any(
        item.value == number.value
        for block, items in quantities(article)
        if block.kind != HEADLINE
        for item in items
    )


@cache
def _areas(code: str) -> re.Pattern[str]:
    """Right behind a number: places are counted."""
    areas = word_of(speech(code).numbers.listing.areas)
    return lazy(rf"(?:{GAP}[^\W\d][\w'’-]*)?{GAP}{areas}", re.IGNORECASE)


def _one(code: str) -> str:
    """The source of the name of a place: "Viana do Castelo", never with an "and" inside."""
    joining = any_of(speech(code).numbers.and_)
    small = rf"(?:(?!(?:{joining}){GAP})[{SMALL}’']{{1,3}}{GAP})?"
    return rf"[{CAPITALS}][\w'’-]+(?:{GAP}{small}[{CAPITALS}][\w'’-]+){{0,3}}"


@cache
def _name(code: str) -> re.Pattern[str]:
    return lazy(_one(code))


@cache
def _places(code: str) -> re.Pattern[str]:
    """Names, an "and" before the last, a preposition before each or none."""
    joining, one = any_of(speech(code).numbers.and_), _one(code)
    led = rf"(?:(?!(?:{joining}){GAP})[{SMALL}]{{1,4}}['’]?{GAP}?)?"
    return lazy(rf"{one}(?:,{GAP}{led}{one})*,?{GAP}(?:{joining}){GAP}{led}{one}")
