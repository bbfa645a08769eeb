"""How much of a headline the text echoes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from linter.analyses import analysis
from linter.article.model import Article
from linter.languages import by_language
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names import haystack, headline, lists
from linter.topics.names.haystack import Haystack
from linter.topics.names.headlines.candidates import Headline
from linter.topics.names.headlines.casing import Case
from linter.topics.names.normalise import fold

_WORD = lazy(r"[^\W\d_]+")
_NUMBER = lazy(r"\d[\d.,\u00a0\u202f]*\d")
_ACRONYM = lazy(r"\b[A-Z]{2,6}\b")
SHORTEST = 4
"""Letters of a word that is looked at."""
_MOST = 40
"""Words of a headline that are looked at."""
FAMILIAR = 0.5
"""A headline with fewer words of the text's language is in another language."""
_LEAD = 90
"""So many words at the beginning of the text say what it is about."""
_OPENING = lazy(rf"(?:[\W\d_]*+[^\W\d_]++){{{_LEAD}}}")
_SAFE = 0.001
"""A sum that is greater by so much is so in whatever order it is added up."""

# What a match is worth. Chance matches are single, inexact and late in the text; the weights
# were set on headlines swapped between real articles.
_STEM, _LONG_STEM, _WHOLE, _EARLY, _OFTEN, _NAME, _FIGURE = 0.4, 0.7, 0.8, 0.3, 0.4, 0.5, 0.5


class Relation(NamedTuple):
    """How a headline and its text fit."""

    words: int
    """Different words of four letters or more in the headline, common ones left out."""
    found: int
    """How many of them the text has in some form."""
    strength: float
    """What the matches are worth for each word: about 1 where the text is the headline's, 0 for no match."""


@analysis
def relation(article: Article) -> Relation:
    """How much of the headline is in the text."""
    return related(headline(article), haystack(article))


def related(title: Headline | None, text: Haystack) -> Relation:
    """How much of a headline or another short text is in the text."""
    words = _content_words(title, text.language)
    if title is None or not words:
        return Relation(0, 0, 1.0)
    searched = _Searched(text)
    worth = [searched.worth(word, named) for word, named in words.items()]
    strength = (sum(worth) + _FIGURE * _shared_figures(title, text)) / len(words)
    return Relation(len(words), sum(value > 0 for value in worth), strength)


def is_taken_up(article: Article, strength: float) -> bool:
    """Whether the headline and its text have a relation of more than a strength; often few words tell."""
    words, text = _content_words(headline(article), haystack(article).language), haystack(article)
    searched, told = _Searched(text), 0.0
    for word, named in words.items():
        told += searched.worth(word, named)
        if told > (strength + _SAFE) * len(words):
            return True
    return relation(article).strength > strength


def familiar(title: Headline | None, text: Haystack) -> float:
    """Share of the words of a short text that are ordinary in the language of the text, or names."""
    words = _content_words(title, text.language)
    known = sum(_familiar(word, named, text.language) for word, named in words.items())
    return known / len(words) if words else 0.0


def _familiar(word: str, named: bool, code: str) -> bool:
    """Is it a word of the language or a name, and not an English word with a capital?"""
    if lists.ordinary(word, code):
        return True
    return named and not any(lists.ordinary(word, lender) for lender in by_language("foreign.lends"))


def _content_words(title: Headline | None, code: str) -> dict[str, bool]:
    """The first folded words of four letters or more, and whether a telling capital makes a name of each.

    Words that any text has say nothing and are left out.
    """
    common = lists.common(code)
    found: dict[str, bool] = {}
    for token in title.words if title else ():
        for part in _WORD.findall(token.text):
            word = fold(part)
            if len(word) >= SHORTEST and word not in common:
                found.setdefault(word, part[0].isupper() and not token.initial)
    return dict(islice(found.items(), _MOST))


def _shared_figures(title: Headline, text: Haystack) -> int:
    """Numbers of two digits or more and acronyms that both have."""
    shared = sum(number in text.text for number in _NUMBER.findall(title.prose))
    if title.case is not Case.UPPER:
        shared += sum(acronym in text.text for acronym in _ACRONYM.findall(title.prose))
    return shared


class _Searched:
    """A text in which words of its headline are looked for."""

    def __init__(self, text: Haystack) -> None:
        self.text = text

    @cached_property
    def lead(self) -> int:
        """Where the beginning of the text ends."""
        found = _OPENING.match(self.text.folded)
        return found.end() if found else len(self.text.folded)

    def worth(self, word: str, named: bool) -> float:
        """What the best match of a headline's word in the text is worth."""
        stem = word[: max(SHORTEST, min(5, len(word) - 2))]
        alike = list(self._beginning_with(stem))
        if not alike:
            return _STEM if len(word) >= 6 and stem in self.text.folded else 0.0
        longer = word[: max(5, len(word) - 3)]
        near = sum(other[0].startswith(longer) for other in alike)
        exact = any(other[0] == word for other in alike)
        value = _WHOLE if exact and len(word) >= 5 else _LONG_STEM if near else _STEM
        value += _EARLY if alike[0].start() < self.lead else 0.0
        value += _OFTEN if near >= 3 else 0.0
        value += _NAME if named and exact and not lists.ordinary(word, self.text.language) else 0.0
        return value

    def _beginning_with(self, stem: str) -> Iterator[re.Match[str]]:
        """The words of the text that begin with a stem, in order."""
        folded = self.text.folded
        place = folded.find(stem)
        while place >= 0:
            before = folded[place - 1 : place] if place else ""
            word = None if before.isalnum() and not before.isdecimal() else _WORD.match(folded, place)
            if word is not None and word[0].startswith(stem):
                yield word
            place = folded.find(stem, place + 1)
