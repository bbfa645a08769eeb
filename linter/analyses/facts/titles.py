"""Titles beside a name, against those that the bible gives it at the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from linter.analyses.dates.anchors import anchors
from linter.analyses.dates.publication import published
from linter.analyses.facts.bible import Bible, key_of
from linter.analyses.facts.match import Known, block_tokens
from linter.analyses.facts.mismatch import TITLE, TITLE_OVER, Mismatch, says, sentence, words
from linter.analyses.facts.model import Person, Title, forms
from linter.analyses.language import language
from linter.analyses.names.normalise import fold
from linter.analyses.names.tokens import Token
from linter.analyses.sources.material import countries_in
from linter.article.model import Article

_BETWEEN = 2
"""So many adjectives of nationality may stand between a title and a name."""
_LONGEST = 6
_TAKEN_BACK = 24
"""So many characters before a title a word may say that it is over."""


class _Said(NamedTuple):
    """A title beside a name, folded, and its place in the prose."""

    text: str
    start: int
    end: int


def titles(article: Article, known: tuple[Known, ...], bible: Bible) -> Iterator[Mismatch]:
    """Titles that a person no longer or not yet has on the day of publication, and titles of somebody else.

    Nothing without such a day, in sentences about another time, and after words like "former".
    """
    basis = published(article)
    spoken = language(article)
    vocabulary = bible.titles(spoken)
    if basis is None or not vocabulary:
        return
    tokens = {number: found for number, _, found in block_tokens(article)}
    for name in known:
        person = name.entry
        if (
            isinstance(person, Person)
            and person.titles
            and not _of_another_time(article, name, basis.day.year)
        ):
            for said in _beside(name, tokens[name.number], vocabulary, spoken):
                if not _taken_back(name, said, spoken):
                    yield from _judged(name, person, said, spoken, basis.day, vocabulary)


def _beside(
    name: Known, tokens: list[Token], vocabulary: dict[str, list[Person]], spoken: str
) -> Iterator[_Said]:
    """The title directly before a name, nationalities skipped, and the one that follows it after a comma."""
    first = next(i for i, word in enumerate(tokens) if word.end > name.start)
    last = max(i for i, word in enumerate(tokens) if word.start < name.end)
    before = _before(tokens, first, vocabulary, spoken)
    if before is not None:
        yield before
    if last + 1 < len(tokens) and tokens[last + 1].gap.strip() == "," and not tokens[last + 1].initial:
        for start in range(last + 1, min(len(tokens), last + 3)):
            ends = range(min(len(tokens), start + _LONGEST), start, -1)
            after = next((said for end in ends if (said := _title(tokens, start, end, vocabulary))), None)
            if after is not None:
                yield after
                return


def _before(tokens: list[Token], end: int, vocabulary: dict[str, list[Person]], spoken: str) -> _Said | None:
    for _ in range(_BETWEEN + 1):
        if end == 0 or tokens[end].initial or tokens[end].gap.strip(" \u00a0"):
            return None
        starts = range(max(0, end - _LONGEST), end)
        found = next((said for start in starts if (said := _title(tokens, start, end, vocabulary))), None)
        if found is not None:
            return found
        end -= 1
        if not countries_in([fold(tokens[end].text)], spoken):
            return None
    return None


def _title(tokens: list[Token], start: int, end: int, vocabulary: dict[str, list[Person]]) -> _Said | None:
    run = tokens[start:end]
    if any(word.initial or word.gap.strip(" \u00a0-'’") for word in run[1:]):
        return None
    text = " ".join(fold(word.text) for word in run)
    return _Said(text, run[0].start, run[-1].end) if text in vocabulary else None


def _taken_back(name: Known, said: _Said, spoken: str) -> bool:
    """Does a word such as "former" stand before the title or in it?"""
    prose = name.block.text.prose
    pattern = words(spoken, "past")
    if pattern is None:
        return False
    start = name.end if said.start >= name.end else max(0, said.start - _TAKEN_BACK)
    return pattern.search(prose, start, said.start) is not None


def _of_another_time(article: Article, name: Known, year: int) -> bool:
    start, end = sentence(name)
    if says(language(article), "then", name.block, start, end):
        return True
    return any(
        anchor.block == name.number and start <= anchor.start < end and anchor.year != year
        for anchor in anchors(article)
    )


def _judged(
    name: Known, person: Person, said: _Said, spoken: str, day: date, vocabulary: dict[str, list[Person]]
) -> Iterator[Mismatch]:
    span = name.block.text.span(said.start, said.end)
    written = name.block.text.prose[said.start : said.end]
    own = [title for title in person.titles if _means(title, said, spoken)]
    if own:
        if not any(title.held(day) for title in own):
            yield Mismatch(TITLE_OVER, span, written, _period(own, day), name)
        return
    held = [title for title in person.titles if title.held(day)]
    others = [
        title
        for other in vocabulary[said.text]
        for title in other.titles
        if _means(title, said, spoken) and title.held(day)
    ]
    if held and others:
        known = next(iter(forms(held[0].title, spoken)), "")
        if known:
            yield Mismatch(TITLE, span, written, known, name)


def _means(title: Title, said: _Said, spoken: str) -> bool:
    return any(key_of(form, spoken) == said.text for form in forms(title.title, spoken))


def _period(own: list[Title], day: date) -> str:
    """When the title was or will be held, as near to the day as there is."""
    past = [title for title in own if title.until is not None and title.until.last < day]
    if past:
        return f"until {max(past, key=lambda title: title.until.last if title.until else day).until}"
    return f"from {min(str(title.from_) for title in own)}"
