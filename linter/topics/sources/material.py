"""All that the sources of an article say, made ready to look names up in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import islice

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import CODE, Article
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names.edit_distance import Alike
from linter.topics.names.haystack import Haystack, Mention
from linter.topics.names.headlines.lookup_steps import find
from linter.topics.names.lists import countries
from linter.topics.names.normalise import alphabet, fold
from linter.topics.names.places import places_named
from linter.topics.names.romanise import consonants
from linter.topics.names.tokens import Token, Words

_MOST_NAMES = 5_000
LONGEST_NAME = 5
"""So many words of a name are read together, as initials or as one place."""


class Place(NamedTuple):
    """Where a source says something: its path and the span there."""

    path: str
    span: Span
    text: str


class SourceNames:
    """The words of one source, and what they stand for."""

    def __init__(self, source: Article) -> None:
        self.path = source.path
        self.language = language(source)
        blocks = tuple(block for block in source.blocks if block.kind != CODE and block.text)
        self.haystack = Haystack(blocks, self.language)

        self._asked: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Does the source have a word of a name in some form?"""
        if word not in self._asked:
            self._asked[word] = bool(find(word, self.haystack))
        return self._asked[word]

    @cached_property
    def names(self) -> list[tuple[str, str]]:
        """The forms of the words with capitals, as folded and as written; the first ones of many."""
        forms = self.haystack.forms.items()
        return list(islice(((form, words[0]) for form, words in forms if words[0][0].isupper()), _MOST_NAMES))

    @cached_property
    def alike(self) -> Alike:
        """Finds the names that another may be a slip of."""
        return Alike([form for form, _ in self.names])

    @cached_property
    def _by_letter(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for form, written in self.haystack.forms.items():
            found.setdefault(form[0], []).append((form, written))
        return found

    def beginning(self, letter: str) -> list[tuple[str, tuple[str, ...]]]:
        """The forms that begin with a letter, and how they are written."""
        return self._by_letter.get(letter, [])

    def place(self, mention: Mention) -> Place:
        return Place(self.path, self.haystack.span(mention), mention.token.text)

    @cached_property
    def runs(self) -> tuple[tuple[Token, ...], ...]:
        """Words beginning with a capital that stand side by side, at any place."""
        return tuple(run for words in self.haystack.tokens for run in _runs(words))

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of every two or more words with capitals in a row, folded."""
        return frozenset(
            fold("".join(word.text[0] for word in run[start:end]))
            for run in self.runs
            for start in range(len(run))
            for end in range(start + 2, min(len(run), start + LONGEST_NAME) + 1)
        )

    @cached_property
    def countries(self) -> frozenset[str]:
        """Codes of the countries that the source names, whose people or language it names."""
        words = {fold(word) for word in self.haystack.times if word[0].isupper()}
        named = {name for run in self.runs for name in map(fold, run_names(run)) if " " in name}
        return countries_in(words | named, self.language)

    @cached_property
    def places(self) -> frozenset[int]:
        """Countries and large cities that the source names, whatever the language."""
        found: set[int] = set()
        for run in self.runs:
            for name in run_names(run):
                found |= places_named(name)
        return frozenset(found)

    @cached_property
    def skeletons(self) -> frozenset[str]:
        """The consonants of the source's names, in Latin letters."""
        return frozenset(consonants(word) for word in self.haystack.times if word[0].isupper())

    @cached_property
    def alphabet(self) -> str:
        return alphabet(self.haystack.text)


@analysis
def source_names(article: Article) -> tuple[SourceNames, ...]:
    """The sources of the article, one by one."""
    return tuple(SourceNames(source) for source in article.sources)


def is_foreign(source: Article, article: Article) -> bool:
    """Whether a source is in another language than the article, or nobody can tell."""
    return language(source) != language(article) or not language(article)


@analysis
def only_foreign(article: Article) -> bool:
    """Whether all sources are in other languages."""
    return all(is_foreign(source, article) for source in article.sources)


def run_names(run: tuple[Token, ...], at: int | None = None) -> Iterator[str]:
    """Every name that some neighbouring words of a run may be, or those with the word ``at``."""
    first = 0 if at is None else max(0, at + 1 - LONGEST_NAME)
    for start in range(first, len(run) if at is None else at + 1):
        for end in range(start + 1, min(len(run), start + LONGEST_NAME) + 1):
            if at is None or start <= at < end:
                yield " ".join(word.text for word in run[start:end])


def countries_in(names: Iterable[str], code: str) -> frozenset[str]:
    """Codes of the countries that folded names stand for: by their own name, their people, their capital."""
    found: set[str] = set()
    by_name, by_sign = _country_signs(code)
    longest = max(map(len, by_sign), default=0)
    for name in names:
        found.update(by_name.get(name, ()))
        for length in range(3, min(len(name), longest) + 1):
            if length == len(name) or length > 4 or name[length] in "ils":
                found.update(by_sign.get(name[:length], ()))
    return frozenset(found)


@cache
def _country_signs(spoken: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    names: dict[str, list[str]] = {}
    signs: dict[str, list[str]] = {}
    for code, country in countries(spoken).items():
        for name in country.names:
            names.setdefault(fold(name), []).append(code)
        for sign in country.signs:
            signs.setdefault(sign, []).append(code)
    return names, signs


def _runs(words: Words) -> Iterator[tuple[Token, ...]]:
    run: list[Token] = []
    for word in words:
        if run and (not word.capital or word.gap.strip(" .\u00a0") or "\n" in word.gap):
            yield tuple(run)
            run = []
        if word.capital or (word.text[0].isalpha() and not word.text.islower()):
            run.append(word)
    if run:
        yield tuple(run)
