"""The capitalised words of a text, counted; and who is introduced with a first name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from linter.namedtuples import NamedTuple
from linter.topics.names import lists
from linter.topics.names.haystack import Haystack, Mention
from linter.topics.names.normalise import fold, fold_word
from linter.topics.names.tokens import Token, Words, is_capitalised
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

    def __init__(self, text: Haystack) -> None:
        self.text = text
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
            if is_capitalised(before):
                found.append(Mention(number, position, self.text.tokens[number][position]))
        return found

    def texts_before(self, word: str) -> set[str]:
        """The words with a capital, not all capitals, behind which a word stands."""
        texts = (self.text.tokens[number].texts[place - 1] for number, place in self.text.at(word) if place)
        return set(filter(is_capitalised, texts))

    @cached_property
    def full_names(self) -> tuple[Named, ...]:
        """Listed first names with the capitalised word that follows them, particles skipped."""
        language = self.text.language
        first = {word for word in self.text.capitalised if lists.first_name(word, language)}
        found = []
        for number, words in enumerate(self.text.tokens if first else ()):
            if not first.isdisjoint(words.texts):
                places = [place for place, word in enumerate(words.texts) if word in first]
                found += [self._named(number, words, place) for place in places]
        return tuple(filter(None, found))

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
        words, after = self.text.tokens[mention.block], mention.position + 1
        return after < len(words) and words.texts[after][0].isupper() and words[after].gap == " "


def _is_first_name(word: str, code: str) -> bool:
    return is_capitalised(word) and lists.first_name(word, code)


def _surname_after(words: Words, position: int) -> int | None:
    """Which word is the surname that follows a first name."""
    for place, text in enumerate(words.texts[position + 1 : position + 4], position + 1):
        capital = text[0].isupper()
        if not (len(text) >= 3 and not text.isupper() if capital else fold_word(text) in particles()):
            return None
        if words[place].initial or words[place].gap not in (" ", "\u00a0"):
            return None
        if capital:
            return place
    return None
