"""The things that a piece of text names, taken out one by one: names, numbers, words, patterns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.analyses.headline_numbers import COUNTED, agree, is_written
from linter.analyses.names import Lookup, lists
from linter.analyses.names.candidates import Candidate, read_headline
from linter.analyses.names.haystack import Haystack
from linter.analyses.names.ladder import find, same_alphabet
from linter.analyses.names.mentions import Mentions
from linter.analyses.names.missing import absent_words
from linter.analyses.names.normalise import fold
from linter.analyses.names.tokens import tokens
from linter.analyses.quantities.digits import decimal_mark
from linter.analyses.quantities.model import Quantity
from linter.analyses.quantities.scan import scan
from linter.article.model import PARAGRAPH, Block
from linter.patterns import compiled, matches
from linter.records import NamedTuple
from linter.text import Span, Text

_SECONDS = 0.5
_SHORTEST_WORD = 4


class Item(NamedTuple):
    """A thing of a text: as written, where in the source, and what it is."""

    text: str
    span: Span
    candidate: Candidate | None = None
    surname: str = ""
    quantity: Quantity | None = None


def names(text: Text, language: str) -> Iterator[Item]:
    """Runs of capitalised words; a single ordinary word at a beginning is none."""
    for candidate in read_headline(text.prose, _alone(text, language)).candidates:
        if not candidate.weak:
            span = text.span(candidate.start, candidate.end)
            yield Item(text.prose[candidate.start : candidate.end], span, candidate=candidate)


def persons(text: Text, language: str) -> Iterator[Item]:
    """Listed first names with the surname after them."""
    chunks = frozenset(text.prose.split())
    for named in Mentions(_alone(text, language), chunks, chunks).full_names:
        last = named.last.token
        yield Item(named.full, text.span(named.first.start, last.end), surname=last.text)


def numbers(text: Text, language: str) -> Iterator[Item]:
    """Numbers in digits that say how much."""
    for number in scan(text.prose, language, lambda: decimal_mark(language, (text.prose,))):
        if number.kind in COUNTED and not number.spelled:
            yield Item(number.text, text.span(number.start, number.end), quantity=number)


def words(text: Text, language: str) -> Iterator[Item]:
    """Words of four letters or more."""
    for token in tokens(text.prose, language):
        if len(token.text) >= _SHORTEST_WORD:
            yield Item(token.text, text.span(token.start, token.end))


def values(text: Text, language: str) -> Iterator[Item]:
    """The text as a whole."""
    if text.prose.strip():
        yield Item(text.prose.strip(), text.whole)


EXTRACTORS: dict[str, Callable[[Text, str], Iterator[Item]]] = {
    "names": names,
    "persons": persons,
    "numbers": numbers,
    "words": words,
    "values": values,
}


def by_pattern(text: Text, pattern: str) -> Iterator[Item]:
    """The matches of a regular expression, or of its group ``hit``. ``PatternTooSlow`` if it hangs."""
    expression = compiled(pattern)
    group = "hit" if "hit" in expression.groupindex else 0
    for match in matches(expression, text.prose, _SECONDS):
        yield Item(match[group], text.span(*match.span(group)))


def has(text: Haystack, item: Item, stated: Callable[[], Iterator[Quantity]]) -> bool:
    """Does the text have the thing in some form? ``stated`` gives the text's numbers when asked."""
    if item.quantity is not None:
        number = item.quantity
        return is_written(number, text) or any(agree(number, other) for other in stated())
    if item.surname:
        return bool(find(item.surname, text))
    if item.candidate is not None:
        return _has_name(text, item, item.candidate)
    return _has_words(text, item.text)


def _has_name(text: Haystack, item: Item, candidate: Candidate) -> bool:
    found = Lookup(candidate, item.text, item.span, tuple(find(word.text, text) for word in candidate.words))
    return not same_alphabet(item.text, text) or not absent_words(found, text)


def _has_words(text: Haystack, item: str) -> bool:
    """Does the text have every word of the item that says something?"""
    if fold(item) in text.folded:
        return True
    all_words = [token.text for token in tokens(item, text.language) if len(token.text) >= 3]
    telling = [word for word in all_words if not lists.ordinary(word, text.language)]
    wanted = telling or all_words
    return bool(wanted) and all(find(word, text) for word in wanted)


def _alone(text: Text, language: str) -> Haystack:
    return Haystack((Block(PARAGRAPH, text),), language)
