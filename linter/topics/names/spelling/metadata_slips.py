"""A word that the front matter has in one spelling and headline or text in another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice

from linter.analyses.words import LETTERS
from linter.article.model import Article, Field
from linter.article.path_name import path_name
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold, fold_word
from linter.topics.names.spelling.name_spelling import look_alikes
from linter.topics.names.spelling.slips import (
    LONG,
    LONGEST_TITLE,
    OFTEN,
    SHORTEST,
    Typo,
    compared,
    ending_of,
    grouped,
    humps,
    is_changed,
    is_hump_slip,
    judged,
    known,
    listed,
    one_step,
    spelled_small,
    unlisted,
)
from linter.topics.names.tokens import cut

_MOST = 1500
"""So many words of the metadata are compared."""
_PAGE_TITLE = ("html", "title")
"""What tabs and bookmarks show, beside a headline on the page."""


class _Value(NamedTuple):
    """A word of the metadata: where it stands first, how often it stands there, and what is before it."""

    span: Span
    times: int
    before: str


def headline_typos(article: Article, found: Mentions, told: Collection[Span]) -> Iterator[Typo]:
    """Each word of the headline that file name or metadata have right, as far as the text has it not."""
    title = article.headline
    if title is None or len(title) > LONGEST_TITLE:
        return
    language = found.text.language
    words: dict[str, Span] = {}
    shown = cut(title.prose, language)
    for place, word in enumerate(shown.texts):
        if len(word) <= SHORTEST or not judged(word) or listed(word, language):
            continue
        words = words or dict(_beside_headline(article))
        some = chain(spelled_small(word, words, language), _hump_slips(word, words))
        usual = next((other for other in some if other not in found.text.forms), "")
        span = title.span(shown[place].start, shown[place].end)
        if not usual or fold_word(word) in fold(article.excerpt(words[usual])):  # keywords have both
            continue
        if span not in told and unlisted(word, found):
            yield Typo(span, word, words[usual], usual, 1)


def _hump_slips(word: str, others: Iterable[str]) -> Iterator[str]:
    return (other for other in others if is_hump_slip(word, other))


def _beside_headline(article: Article) -> Iterator[tuple[str, Span]]:
    """The folded words of metadata and file name; those of the latter have no place in the source."""
    values = ((field.value, field.span) for field in article.metadata if field.origin == "front-matter")
    named = chain(values, ((path_name(article.path), Span(0, 0)),))
    yield from islice(((word, span) for text, span in named for word in LETTERS.findall(fold(text))), _MOST)


def field_typos(article: Article, found: Mentions) -> Iterator[Typo]:
    """Each word with a capital of which the metadata have one spelling and the text another, known one."""
    values = _values(article, found)
    if values:
        written = [word for word in found.text.capitalised if judged(word) and len(word) > SHORTEST][:_MOST]
        yield from _in_fields(values, written, found)
        yield from _in_text(values, written, found)


def _in_fields(values: dict[str, _Value], written: list[str], found: Mentions) -> Iterator[Typo]:
    """The slips of the metadata."""
    groups, times = grouped(written), found.text.capitalised
    for word, value in values.items():
        if fold_word(word) in found.text.forms or word[0] not in groups:
            continue
        near = groups[word[0]].near(word)
        alike = (
            other
            for other in near
            if _is_slip(word, other, 2 if _is_same(value.before, other, found) else times[other], found)
        )
        other = next(alike, "")
        if other and unlisted(word, found):
            right = found.text.span(found.places(other)[0])
            yield Typo(value.span, word, right, other, times[other])


def _is_same(before: str, other: str, found: Mentions) -> bool:
    """Whether the word with a capital before one of the metadata stands before the one of the text."""
    place = found.before(found.places(other)[0]) if before[:1].isupper() else None
    return place is not None and place.text == before


def _in_text(values: dict[str, _Value], written: list[str], found: Mentions) -> Iterator[Typo]:
    """The slips of the text that stand there once."""
    groups = grouped(word for word in values if fold_word(word) not in found.text.forms)
    for word in written:
        if found.text.capitalised[word] > 1 or word[0] not in groups:
            continue
        alike = (
            other for other in groups[word[0]].near(word) if _is_slip(word, other, values[other].times, found)
        )
        other = next(alike, "")
        if other and unlisted(word, found):
            slip = found.text.span(found.places(word)[0])
            yield Typo(slip, word, values[other].span, other, values[other].times)


def _values(article: Article, found: Mentions) -> dict[str, _Value]:
    """The judged words of front matter and title of the page, addresses and the headline left out."""
    title = article.headline.whole if article.headline else Span(0, 0)
    values: dict[str, _Value] = {}
    for field in article.metadata:
        shown = field.origin == "front-matter" or (field.origin, field.name) == _PAGE_TITLE
        if not shown or field.span.overlaps(title) or _is_address(field.value):
            continue
        last = ""
        for word in cut(field.value, found.text.language).texts:
            before_it, last = last, word
            if judged(word) and len(word) > SHORTEST and len(values) < _MOST:
                before = values.get(word)
                span = before.span if before else _place(article, field, word)
                values[word] = _Value(span, before.times + 1 if before else 1, before_it)
    return values


def _is_address(value: str) -> bool:
    return " " not in value.strip() and any(mark in value for mark in "/@_.")


def _place(article: Article, field: Field, word: str) -> Span:
    """Where a word of a field stands; the whole value if it is written otherwise there."""
    at = article.excerpt(field.span).find(word)
    return Span(field.span.start + at, field.span.start + at + len(word)) if at >= 0 else field.span


def _is_slip(word: str, other: str, times: int, found: Mentions) -> bool:
    """Is the other one, which a list has or which stands more than once, the word with a slip mended?"""
    one, two = compared(word), compared(other)
    if humps(word) != humps(other) or word.count("-") != other.count("-"):
        return False
    if frozenset((one, two)) in look_alikes() or not one_step(one, two, ending_of(found.text.language)):
        return False
    changed = is_changed(one, two)
    if changed and len(one) < LONG:
        return False
    return times >= (OFTEN if changed else 2) or known(other, found)
