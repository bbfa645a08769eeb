"""Titles beside a name, against those that the bible gives it at the day of publication."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from linter.analyses import kept
from linter.analyses.language import language
from linter.article.model import Article
from linter.datetimes import date
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.dates import dates
from linter.topics.dates.anchors import years_within
from linter.topics.dates.publication import published
from linter.topics.dates.reading.model import DateMention, Reading
from linter.topics.facts.bible import Bible, key_of
from linter.topics.facts.match import Known, block_tokens, joined
from linter.topics.facts.mismatch import TITLE, TITLE_OVER, Mismatch, says, sentence
from linter.topics.facts.model import Person, Title, forms
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import Token
from linter.topics.sources.material import countries_in

_BETWEEN = 2
"""So many adjectives of nationality may stand between a title and a name."""
_LONGEST = 6
_TAKEN_BACK = 24
"""So many characters before a title a word may say that it is over."""
_ENDS = lazy(r"\s*(?:[,.;:!?)»”\"]|\Z)")
"""What follows a title that stands after a name and is whole."""


class _Said(NamedTuple):
    """A title beside a name, its key, and its place in the prose."""

    text: str
    start: int
    end: int


class _Time(NamedTuple):
    """Of which time a sentence speaks."""

    day: date
    """When the article was published."""
    years: frozenset[int]
    """Other years that it names."""
    days: frozenset[date]
    """The dates that it names, those without a year in the twelve months before the publication."""


def titles(article: Article, known: tuple[Known, ...], bible: Bible) -> Iterator[Mismatch]:
    """Titles that a person no longer or not yet has on the day of publication, and titles of somebody else.

    Nothing without such a day, and after words like "former". A title of somebody else counts from two
    words on: there are more presidents than a bible knows.
    """
    basis = published(article)
    spoken = language(article)
    vocabulary = bible.titles(spoken)
    if basis is None or not vocabulary:
        return
    tokens = {number: found for number, _, found in block_tokens(article)}
    for name in known:
        if not isinstance(name.entry, Person) or not name.entry.titles:
            continue
        if says(spoken, "then", name.block, *sentence(name)):
            continue
        for said in _beside(name, tokens[name.number], vocabulary, spoken):
            if not _taken_back(name, said, spoken):
                time = _time(article, name.number, *sentence(name), basis.day)
                yield from _judged(name, said, spoken, time, vocabulary)


@kept
def _time(article: Article, block: int, start: int, end: int, day: date) -> _Time:
    """The time of a sentence of a block."""
    years = years_within(article, block, start, end) - {day.year}
    every = dates(article)
    first = bisect_left(every, (block, start), key=_place)
    behind = bisect_left(every, (block, end), first, key=_place)
    said = (_on(reading, day) for found in every[first:behind] for reading in found.readings)
    return _Time(day, years, frozenset(filter(None, said)))


def _place(mention: DateMention) -> tuple[int, int]:
    return mention.block, mention.start


def _on(reading: Reading, day: date) -> date | None:
    if reading.year is not None or reading.month is None:
        return reading.on(reading.year) if reading.year is not None else None
    this_year = reading.on(day.year)
    return this_year if this_year and this_year <= day else reading.on(day.year - 1)


def _beside(
    name: Known, tokens: list[Token], vocabulary: dict[str, list[Person]], code: str
) -> Iterator[_Said]:
    """The title directly before a name, nationalities skipped; and a whole one after it and a comma."""
    first = bisect_right(tokens, name.start, key=attrgetter("end"))
    last = bisect_left(tokens, name.end, key=attrgetter("start")) - 1
    before = _before(tokens, first, vocabulary, code)
    if before is not None:
        yield before
    after = _after(tokens, last + 1, vocabulary)
    if after is not None and _ENDS.match(name.block.text.prose, after.end):
        yield after


def _before(tokens: list[Token], end: int, vocabulary: dict[str, list[Person]], code: str) -> _Said | None:
    for _ in range(_BETWEEN + 1):
        if end == 0 or tokens[end].initial or tokens[end].gap.strip(" \u00a0"):
            return None
        starts = range(max(0, end - _LONGEST), end)
        found = next((said for start in starts if (said := _title(tokens, start, end, vocabulary))), None)
        if found is not None:
            return found
        end -= 1
        if not countries_in([fold(tokens[end].text)], code):
            return None
    return None


def _after(tokens: list[Token], at: int, vocabulary: dict[str, list[Person]]) -> _Said | None:
    if at >= len(tokens) or tokens[at].gap.strip() != "," or tokens[at].initial:
        return None
    for start in range(at, min(len(tokens), at + 2)):
        ends = range(min(len(tokens), start + _LONGEST), start, -1)
        found = next((said for end in ends if (said := _title(tokens, start, end, vocabulary))), None)
        if found is not None:
            return found
    return None


def _title(tokens: list[Token], start: int, end: int, vocabulary: dict[str, list[Person]]) -> _Said | None:
    run = tokens[start:end]
    if any(word.initial for word in run[1:]) or not joined(run):
        return None
    text = " ".join(fold(word.text) for word in run)
    return _Said(text, run[0].start, run[-1].end) if text in vocabulary else None


def _taken_back(name: Known, said: _Said, code: str) -> bool:
    """Does a word such as "former" stand before the title?"""
    start = name.end if said.start >= name.end else max(0, said.start - _TAKEN_BACK)
    return says(code, "past", name.block, start, said.start)


def _judged(
    name: Known, said: _Said, code: str, time: _Time, vocabulary: dict[str, list[Person]]
) -> Iterator[Mismatch]:
    person = name.entry
    assert isinstance(person, Person)
    span = name.block.text.span(said.start, said.end)
    written = name.block.text.prose[said.start : said.end]
    own = [title for title in person.titles if _means(title, said, code)]
    if own:
        if not any(_fits(title, time) for title in own):
            yield Mismatch(TITLE_OVER, span, written, _period(own, time.day), name)
        return
    known = _held_by_name(person, code, time.day)
    if known and " " in said.text and not time.years and _held_by_others(said, code, time.day, vocabulary):
        yield Mismatch(TITLE, span, written, known, name)


def _fits(title: Title, time: _Time) -> bool:
    """Was the title held on the day, or at a time of which the sentence speaks?"""
    return title.held_in(time.years) or any(title.held(day) for day in (time.day, *time.days))


def _held_by_name(person: Person, code: str, day: date) -> str:
    """The title that the person has on the day, in the language; nothing if there is none."""
    held = (title for title in person.titles if title.held(day))
    return next((form for title in held for form in forms(title.title, code)), "")


def _held_by_others(said: _Said, code: str, day: date, vocabulary: dict[str, list[Person]]) -> bool:
    return any(
        title.held(day) and _means(title, said, code)
        for other in vocabulary[said.text]
        for title in other.titles
    )


def _means(title: Title, said: _Said, code: str) -> bool:
    return any(key_of(form, code) == said.text for form in forms(title.title, code))


def _period(own: list[Title], day: date) -> str:
    """When the title was or will be held, as near to the day as there is."""
    past = [title.until for title in own if title.until is not None and title.until.last < day]
    if past:
        return message("until {date}", date=str(max(past, key=lambda until: until.last)))
    return message("from {date}", date=min(str(title.from_) for title in own))
