"""The capitalised words of a text, counted; and who is introduced with a first name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from linter.analyses.chunks import Holding, in_any
from linter.namedtuples import NamedTuple
from linter.topics.names import lists
from linter.topics.names.haystack import Haystack, Mention
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import Token, Words, distinct
from linter.topics.names.vocabulary import particles, roles


class Named(NamedTuple):
    """A first name and a surname that stand together."""

    first: Token
    last: Mention
    full: str
    """Both, with what stands between them."""
    position: int
    """Which word of its block the first name is."""


class Mentions:
    """Where each capitalised word stands, and the full names of the text."""

    def __init__(self, text: Haystack, with_first_name: frozenset[str]) -> None:
        """``with_first_name``: of what stands between blanks all that may hold a first name."""
        self.text = text
        self._with_first_name = with_first_name
        self._folded_before: dict[str, frozenset[str]] = {}

    def capitalised(self) -> list[str]:
        """Words with a capital and a small letter, as written."""
        return sorted(word for word in self.text.capitalised if len(word) >= 3)

    def places(self, word: str) -> list[Mention]:
        """Where a word stands, written just so."""
        return self.text.places(word)

    def after_capital(self, word: str) -> list[Mention]:
        """Where a word stands after one with a capital that is not all capitals."""
        found = []
        for number, position in self.text.at(word):
            before = self.text.tokens[number].texts[position - 1] if position else "-"
            if before[0].isupper() and not before.isupper():
                found.append(Mention(number, position, self._token(number, position)))
        return found

    def _token(self, number: int, position: int) -> Token:
        return self.text.tokens[number][position]

    @cached_property
    def lower(self) -> frozenset[str]:
        """The folded words that the text also writes in lower case."""
        return frozenset(map(_small, self.text.written))

    @cached_property
    def full_names(self) -> tuple[Named, ...]:
        """Listed first names with the capitalised word that follows them, particles skipped."""
        found = []
        for number, words in enumerate(self.text.tokens):
            if not in_any(self._with_first_name, self.text.blocks[number].text):
                continue
            for position in words.capitals:
                if lists.first_name(words.texts[position], self.text.language):
                    named = self._named(number, words, position)
                    found += [named] if named else []
        return tuple(found)

    def _named(self, number: int, words: Words, position: int) -> Named | None:
        """A first name with its surname."""
        place = _surname_after(words, position)
        if place is None:
            return None
        first, last = words[position], words[place]
        prose = self.text.blocks[number].text.prose
        return Named(first, Mention(number, place, last), prose[first.start : last.end], position)

    @cached_property
    def by_last(self) -> dict[str, list[Named]]:
        """The full names by surname as written."""
        found: dict[str, list[Named]] = defaultdict(list)
        for named in self.full_names:
            found[named.last.token.text].append(named)
        return dict(found)

    @cached_property
    def surnames_behind(self) -> Counter[str]:
        """How many surnames stand behind each first name, folded."""
        return Counter(
            first for named in self.by_last.values() for first in {fold(each.first.text) for each in named}
        )

    def before(self, mention: Mention) -> Token | None:
        """The word before, if only a space stands between."""
        joined = mention.position and not mention.token.initial and mention.token.gap in (" ", "\u00a0")
        return self.text.tokens[mention.block][mention.position - 1] if joined else None

    def after(self, mention: Mention) -> Token | None:
        """The word behind, if only a space stands between."""
        words = self.text.tokens[mention.block]
        following = words[mention.position + 1] if mention.position + 1 < len(words) else None
        joined = following and not following.initial and following.gap in (" ", "\u00a0")
        return following if joined else None

    def words_before(self, name: str) -> Iterator[Token]:
        """The capitalised words directly before a name, roles and ordinary words left out."""
        for mention in self.after_capital(name):
            word = self.before(mention)
            if word is None or fold(word.text) in roles():
                continue
            ordinary = lists.ordinary(word.text, self.text.language)
            if not (word.initial and ordinary) or _is_first_name(word.text, self.text.language):
                yield word

    def folded_before(self, name: str) -> frozenset[str]:
        """The words of :meth:`words_before`, folded; looked for once."""
        if name not in self._folded_before:
            self._folded_before[name] = frozenset(fold(word.text) for word in self.words_before(name))
        return self._folded_before[name]

    def goes_on(self, mention: Mention) -> bool:
        """Does another capitalised word follow directly, so that this is not the end of the name?"""
        words = self.text.tokens[mention.block]
        after = words[mention.position + 1 : mention.position + 2]
        return bool(after) and after[0].capital and after[0].gap == " "


@lru_cache(maxsize=30_000)
def _small(word: str) -> str:
    """The folded word, if it begins with a small letter."""
    return fold(word) if word[0].islower() else ""


@cache
def with_first_names(code: str) -> Holding:
    """Finds the chunks that hold a listed first name."""
    return Holding(lambda text: [word for word in distinct(text, code) if _is_first_name(word, code)])


def _is_first_name(word: str, code: str) -> bool:
    return word[0].isupper() and not word.isupper() and lists.first_name(word, code)


def _surname_after(words: Words, position: int) -> int | None:
    """Which word is the surname that follows a first name."""
    after = next(iter(words.texts[position + 1 : position + 2]), "-")
    if not (after[0].isupper() or fold(after) in particles()):
        return None
    for place, word in enumerate(words[position + 1 : position + 4], position + 1):
        if word.initial or word.gap not in (" ", "\u00a0"):
            return None
        if word.capital:
            return place if len(word.text) >= 3 and not word.text.isupper() else None
        if fold(word.text) not in particles():
            return None
    return None
