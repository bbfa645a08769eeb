"""What in a headline may be a name: runs of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from linter.analyses.digit_blocks import has_digits
from linter.languages import everywhere, speech
from linter.namedtuples import NamedTuple
from linter.topics.names import lists
from linter.topics.names.haystack import Haystack
from linter.topics.names.headlines.casing import Case, case_of
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import Token, tokens
from linter.topics.names.vocabulary import particles

_MOST = 12
"""Candidates of a headline; what has more is no headline."""
_LONGEST_NAME = 12
"""Words of a candidate."""
_LONGEST_ACRONYM = 8
_SHORT_HEADLINE, _LONG_ASIDE = 3, 8
"""Words before and after the bar that cuts off a page's name."""


class Candidate(NamedTuple):
    """A run of words of the headline that may be a name."""

    words: tuple[Token, ...]
    """The capitalised words of the run; particles between them are left out."""
    weak: bool
    """A single ordinary word at a place where any word has a capital."""
    case: Case
    aside: bool = False
    """It stands after a last `` - `` or `` | ``, where pages put their own name or an author's."""

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def last(self) -> Token:
        return self.words[-1]

    @property
    def initial(self) -> bool:
        return self.words[0].initial

    @property
    def telling(self) -> bool:
        """Did somebody choose to write it with capitals?"""
        return self.case in (Case.SENTENCE, Case.UPPER)


class Headline(NamedTuple):
    """A headline as the names rules see it."""

    prose: str
    words: tuple[Token, ...]
    case: Case
    candidates: tuple[Candidate, ...]

    def name(self, candidate: Candidate) -> str:
        """The candidate as the headline writes it."""
        return self.prose[candidate.start : candidate.end]


def read_headline(prose: str, haystack: Haystack) -> Headline:
    """The words, case style and name candidates of a headline."""
    language = haystack.language
    words = tuple(tokens(prose, language))
    case = case_of(words, language)
    if not haystack.cased:
        return Headline(prose, words, case, ())
    if case is Case.UPPER:
        read = tuple(word._replace(text=_truecased(word.text, haystack)) for word in words)
    else:
        read = words
    aside = _aside(prose)
    found = (
        Candidate(tuple(run), _weak(run, read, case, language), case, run[0].start >= aside)
        for run in islice(_runs(prose, read, case, language), _MOST)
    )
    return Headline(prose, words, case, tuple(found))


def _aside(prose: str) -> int:
    """Where the last part of a headline begins that a spaced hyphen or a bar cuts off.

    The part is short and the headline before it is not: a page's own name, an author.
    """
    cut = max(prose.rfind(" - "), prose.rfind(" | "))
    before, after = prose[: max(cut, 0)].split(), prose[cut + 3 :].split()
    return cut if len(before) >= _SHORT_HEADLINE and len(after) <= _LONG_ASIDE else len(prose)


def _runs(prose: str, words: tuple[Token, ...], case: Case, code: str) -> Iterator[list[Token]]:
    """Capitalised words that only spaces, particles and initials join."""
    run: list[Token] = []
    for word in words:
        if run and (len(run) == _LONGEST_NAME or not _continues(word)):
            yield run
            run = []
        if _named(word, prose, case, code):
            run.append(word)
        elif run and fold(word.text) not in particles() and not _initial_letter(word):
            yield run
            run = []
    if run:
        yield run


def _continues(word: Token) -> bool:
    return not word.initial and word.gap.strip(" .\u00a0'’") == ""


def _initial_letter(word: Token) -> bool:
    return len(word.text) == 1 and word.capital


def _named(word: Token, prose: str, case: Case, code: str) -> bool:
    """May this word be a part of a name?"""
    text = word.text
    if len(text) < 3 or not word.capital or not any(map(str.islower, text)):
        return False
    if has_digits(text) or _acronym(text) or _camel(text):
        return False
    if text.lower().replace("’", "'").endswith(everywhere("names.negated-endings")) or _is_ticker(
        word, prose
    ):
        return False
    if prose[word.end : word.end + 1] == "." and prose[word.end + 1 : word.end + 2].isalnum():
        return False
    return case in (Case.SENTENCE, Case.UPPER) or not lists.ordinary(text, code)


def _is_ticker(word: Token, prose: str) -> bool:
    """``<AAPL>``, as agencies mark the shares of a company."""
    return prose[word.start - 1 : word.start] == "<" and prose[word.end : word.end + 1] == ">"


def _acronym(text: str) -> bool:
    return len(text) <= _LONGEST_ACRONYM and sum(map(str.isupper, text)) >= 0.6 * len(text)


def _camel(text: str) -> bool:
    """``YouTube``, but not ``McDonald``, ``O'Brien``, ``Jean-Luc``."""
    parts = text.replace("’", "'").replace("'", "-").split("-")
    return any(
        any(map(str.isupper, part[1:])) and not part.startswith(everywhere("names.prefixes"))
        for part in parts
    )


def _weak(run: list[Token], words: tuple[Token, ...], case: Case, code: str) -> bool:
    ordinary = len(run) == 1 and run[0].initial and lists.ordinary(run[0].text, code)
    return ordinary and not _is_joined(run[0], words, case, code)


def _is_joined(first: Token, words: tuple[Token, ...], case: Case, code: str) -> bool:
    """Is it a surname that "and" joins to another one: "Weber and Castellano"?

    A capital inside tells the other one where capitals mark names; else no list may have it as a word.
    """
    place = words.index(first)
    joining, other = (*words[place + 1 : place + 3], None, None)[:2]
    if other is None or joining is None or joining.text not in speech(code).numbers.and_:
        return False
    if not (lists.surname(first.text) and lists.surname(other.text)):
        return False
    return (case.telling and other.capital) or not lists.ordinary(other.text, code)


def _truecased(text: str, haystack: Haystack) -> str:
    """A word of an all-capitals headline as the text writes it, else by the word list."""
    mentions = haystack.mentions(fold(text))
    inside = [mention.token.text for mention in mentions if not mention.token.initial]
    if inside:
        return inside[0]
    if mentions or lists.ordinary(text, haystack.language):
        return text.lower()
    return text.capitalize() if len(text) > 3 else text
