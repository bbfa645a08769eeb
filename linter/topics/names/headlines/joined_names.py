"""Two surnames that "and" joins: "Marwood and Okafor", in the headline or in the text."""

from __future__ import annotations

from functools import cache

from linter.analyses import analysis
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.topics.names import haystack, lists
from linter.topics.names.headlines.candidates import Candidate
from linter.topics.names.tokens import Token


def names_in(candidate: Candidate, article: Article) -> int:
    """How many names a candidate has: two that "and" joins may be read as one ("Hoffmann y Dubois")."""
    return 2 if len(candidate.words) == 2 and _and_between(*candidate.words, article) else 1


def are_two(one: Candidate, other: Candidate, article: Article) -> bool:
    """Two words with "and" between, of which a list has one at most.

    Surnames may be ordinary words, both of them, where a capital marks a name.
    """
    words = (*one.words, *other.words) if one is not other else one.words
    if len(words) != 2 or not _and_between(*words, article):
        return False
    texts = [word.text for word in words]
    telling = one.case.telling and words[1].capital and all(map(lists.surname, texts))
    return _are_surnames(texts, haystack(article).language, 2 if telling else 1)


def _and_between(one: Token, other: Token, article: Article) -> bool:
    assert article.headline is not None
    between = article.headline.prose[one.end : other.start].strip().casefold()
    return between.isalpha() and between in speech(haystack(article).language).dates.and_


def _are_surnames(words: list[str], code: str, most_known: int) -> bool:
    """Whether so many words at most are in a list of the language, and none is a place."""
    return sum(lists.ordinary(word, code) for word in words) <= most_known and not any(map(is_place, words))


def is_place(word: str) -> bool:
    """Whether it is more of a place than of a surname: there is a Keller in Texas."""
    place = lists.place(word)
    return place is not None and not (place.kind == lists.TOWN and lists.surname(word))


def joins(article: Article) -> bool:
    """Whether the headline has an "and" at all."""
    headline = article.headline.prose.split() if article.headline else ()
    return not set(speech(haystack(article).language).dates.and_).isdisjoint(headline)


@analysis
def of_another_pair(article: Article) -> bool:
    """Whether the text speaks of two surnames that the headline does not have."""
    code = haystack(article).language
    head = article.headline.prose if article.headline else ""
    pairs = (
        [found[1], found[2]]
        for block in haystack(article).blocks
        if any(joint in block.text.prose for joint in _joints(code))
        for found in _pair(code).finditer(block.text.prose)
    )
    return any(_is_of_surnames(pair, code) and not any(word in head for word in pair) for pair in pairs)


def _is_of_surnames(pair: list[str], code: str) -> bool:
    """Whether two words are surnames: where lists have both, one may be another word or a first name."""
    listed = all(map(lists.surname, pair))
    if not _are_surnames(pair, code, int(listed)):
        return False
    if speech(code).names.capital_nouns:  # two rare nouns look alike there
        return listed
    return sum(lists.first_name(word, code) for word in pair) <= listed


@cache
def _joints(code: str) -> tuple[str, ...]:
    """The words that join two names, with the blanks around them."""
    return tuple(f" {word} " for word in speech(code).dates.and_ if word.isalpha())


@cache
def _pair(code: str) -> re.Pattern[str]:
    joining = any_of(joint.strip() for joint in _joints(code))
    rest = r"[^\W\d_A-Z]{2,}"
    first, second = rf"[{CAPITALS}](?<![\w'’-].){rest}", rf"[{CAPITALS}]{rest}"
    return lazy(rf"({first}) (?:{joining}) ({second})(?![\w'’-])(?! [{CAPITALS}])")
