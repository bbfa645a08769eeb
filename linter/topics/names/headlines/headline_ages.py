"""The age of the person in the headline, where the text gives another one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.article.model import Article, Block
from linter.check import Alarm
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import any_of, pattern_of, piece_of, word_of
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.lives.ages_in_years import Age
from linter.topics.dates.reading.forms import Form, compiled, counted, possible
from linter.topics.dates.reading.model import HARDLY_OLDER
from linter.topics.names import haystack
from linter.topics.numbers import quantities

_NUMBER = r"(?P<number>(?<![\d.,])\d{1,3}|[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2})"
_FIGURES = {"number": r"(?P<number>(?<![\d.,])\d{1,3})"}
"""The same where no blanks stand between words."""
_YOUNGEST = 2
"""Ages of babies are told in months."""
_BARE = r"(?:,[ \u00a0]|[ \u00a0]?\()(?P<number>\d{1,3})(?=[,)])"
"""Behind a word for a person: "Boy, 9, rescued", "Mann (45) verletzt"."""


_NAME = rf"[{CAPITALS}][\w'’-]+[ \u00a0][{CAPITALS}][\w'’-]+"
_ANY_WORD = r"(?<=\w)(?!\()"
"""A number of comments may stand right behind the last word: "Court finds doctor guilty(27)"."""
_GROWN = 14
"""Of anybody else a smaller number between commas or in brackets counts something."""


class OtherAge(NamedTuple):
    """An age of the headline, and the only one of the text, at ``block``."""

    head: Age
    block: Block
    other: Age


@cache
def _forms(code: str) -> tuple[Form, ...]:
    """How an age is told that can be nothing else."""
    known = speech(code)
    person = any_of(known.numbers.person.one)
    slots = {"number": _NUMBER, "person": rf"(?:{person})"}
    unspaced = known.dates.unspaced
    told = [
        Form(pattern_of(phrase, _FIGURES) if unspaced else word_of([phrase], slots), piece_of(phrase), False)
        for phrase in known.dates.ages.told
    ]
    return (*told, Form(rf"(?<!\w)(?:{person}){_BARE}", "", False)) if told else ()


def ages_told(prose: str, code: str) -> Iterator[Age]:
    """The ages of a text that can be nothing else, each once."""
    found: dict[int, Age] = {}
    for form in possible(_forms(code), prose.lower()):
        for match in compiled(form.pattern).finditer(prose):
            start, years = counted(match, code)
            if years is not None and _YOUNGEST <= years <= HARDLY_OLDER:
                found.setdefault(start, Age(start, match.end("number"), years))
    return iter(sorted(found.values()))


def _ages_bare(prose: str, who: str) -> Iterator[Age]:
    """The numbers that stand like an age behind somebody: "Landlord, 58, wins", "Karl Price (58)"."""
    for match in lazy(rf"{who}{_BARE}").finditer(prose):
        years = int(match["number"])
        if _GROWN <= years <= HARDLY_OLDER:
            yield Age(*match.span("number"), years)


def other_ages(article: Article) -> Iterator[Alarm]:
    """The alarm of a headline whose age the text has otherwise."""
    found = _other_age(article)
    if found is None or article.headline is None:
        return
    head, block, other = found
    said, place = article.headline, block.text
    fields = {"number": said.prose[head.start : head.end], "other": place.prose[other.start : other.end]}
    related = (Related(place.span(other.start, other.end), "the text says"),)
    yield Alarm(said.span(head.start, head.end), fields, related, variant="other")


def _other_age(article: Article) -> OtherAge | None:
    """The one age of the headline, if the text has one other age, and that number nowhere."""
    if article.headline is None:
        return None
    text = haystack(article)
    prose = article.headline.prose
    heads = list(ages_told(prose, text.language)) or list(_ages_bare(prose, _ANY_WORD))
    if len(heads) != 1:
        return None
    head = heads[0]
    stated = [
        (block, age)
        for block in text.blocks
        for age in (*ages_told(block.text.prose, text.language), *_ages_bare(block.text.prose, _NAME))
    ]
    if len({age.years for _, age in stated}) != 1 or stated[0][1].years == head.years:
        return None
    places = {id(block) for block in text.blocks}
    numbers = {item.value for block, items in quantities(article) if id(block) in places for item in items}
    return None if head.years in numbers else OtherAge(head, *stated[0])
