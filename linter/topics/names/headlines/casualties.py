"""How many were killed or hurt: what a headline counts, and a text with it does not leave out."""

from __future__ import annotations

from functools import lru_cache

from linter.languages import speech
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.names.normalise import fold
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.reading.persons import PersonNouns, outcomes, perished, person_nouns
from linter.topics.numbers.wording import WORD, words_of

WORD_BEFORE = lazy(r"([^\W\d_][\w-]*)[ \u00a0(]\Z")
WORD_AFTER = lazy(r"[ \u00a0]?([^\W\d_][\w’'-]*)")
_REACH = 60
"""Characters from a number in which the verb of its clause may stand: "two people were later killed"."""
_CLAUSE = lazy(r"[^.,;:!?()\d\n]*")
_CLAUSE_BEFORE = lazy(r"(?<=\s)[^.,;:!?()\d\n]*\Z")
_WORDS = lazy(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters of a noun that is no word of another kind."""


def noun_behind(prose: str, end: int, code: str) -> re.Match[str] | None:
    """The noun that a number is of, the article left out that Romance languages put between: "nove le"."""
    after = WORD_AFTER.match(prose, end)
    if after is not None and after[1].lower() in words_of(code).person.inverted:
        return WORD_AFTER.match(prose, after.end())
    return after


def may_count_casualties(prose: str, code: str) -> bool:
    """The cheap question, before the numbers of a text are read."""
    return not _lost(person_nouns(code)).isdisjoint(prose.lower().split())


@lru_cache(maxsize=16)
def _lost(nouns: PersonNouns) -> frozenset[str]:
    return nouns.fate | nouns.lost


def of_casualties(number: Quantity, prose: str, code: str) -> bool:
    """``27 dead``, ``27 people killed``, ``mueren 27 personas``: no text with this headline leaves it out."""
    nouns = person_nouns(code)
    lost = _lost(nouns)
    after = noun_behind(prose, number.end, code)
    if after is not None and after[1].lower() in nouns.any | nouns.sex_and_age:
        clause = _CLAUSE.match(prose, after.end(), after.end() + _REACH)
        if clause and not lost.isdisjoint(_WORDS.findall(clause[0].lower())):
            return True
        beside = WORD_AFTER.match(prose, after.end()), WORD_BEFORE.search(prose[: number.start])
        return after[1].lower() in lost or any(_is_one_of(lost, word) for word in beside)
    return _is_one_of(lost, after) or is_after_loss(number, prose, code)


def lost_of_noun(number: Quantity, prose: str, code: str) -> str:
    """The noun behind a number whose clause says that these were killed or hurt, no other joined to it."""
    after = noun_behind(prose, number.end, code)
    if after is None or len(after[1]) < _SHORTEST or _joined(code).match(prose, number.end):
        return ""
    return fold(after[1]) if _tells_of_loss(number, prose, code) else ""


def _tells_of_loss(number: Quantity, prose: str, code: str) -> bool:
    """Whether the clause of a number says that somebody was killed or hurt."""
    if any(map(perished(code).search, _clauses(number, prose))):
        return True
    return not _lost(person_nouns(code)).isdisjoint(_clause_around(number, prose))


def _clause_around(number: Quantity, prose: str) -> list[str]:
    """The words of the clause that a number stands in, in small letters."""
    return [word for clause in _clauses(number, prose) for word in _WORDS.findall(clause.lower())]


def _clauses(number: Quantity, prose: str) -> list[str]:
    behind = _CLAUSE.match(prose, number.end, number.end + _REACH)
    before = _CLAUSE_BEFORE.search(prose, max(0, number.start - _REACH), number.start)
    return [clause[0] for clause in (behind, before) if clause]


def is_after_loss(number: Quantity, prose: str, code: str) -> bool:
    """``Landslide kills 17 in the north``: nothing behind the number says who they are."""
    after = noun_behind(prose, number.end, code)
    ends = after is None or after[1].lower() in speech(code).dates.lives.place_after
    before = WORD_BEFORE.search(prose[: number.start]) if ends else None
    return _is_one_of(person_nouns(code).lost, before)


def _is_one_of(words: frozenset[str], found: re.Match[str] | None) -> bool:
    return found is not None and found[1].lower() in words


def counts_all_casualties(number: Quantity, prose: str, code: str) -> bool:
    """Whether a text counts all of them in a number: none is joined to it ("five adults and a child")."""
    joined = _joined(code).match(prose, number.end)
    if joined and not _suffer_apart(joined[0], prose[joined.end() :], code):
        return False
    if of_casualties(number, prose, code):
        return True
    after = noun_behind(prose, number.end, code)
    if after is None or not _stands_for_all(after[1].lower(), prose, person_nouns(code)):
        return False
    return _tells_of_loss(number, prose, code)


def _suffer_apart(joined: str, behind: str, code: str) -> bool:
    """Whether one thing is said before the "and" and another behind: "four people died and two were hurt"."""
    clause = _CLAUSE.match(behind)
    first, other = _fates_in(joined, code), _fates_in(clause[0] if clause else "", code)
    return bool(first) and bool(other) and first.isdisjoint(other)


def may_count_persons(number: Quantity, prose: str, code: str) -> bool:
    """Whether persons may be counted by a number: by the noun behind it, or what its clause says of them."""
    after = WORD_AFTER.match(prose, number.end)
    nouns = person_nouns(code)
    if after is None or after[1].lower() in nouns.any | nouns.sex_and_age | nouns.fate | nouns.aboard:
        return True
    return _tells_of_loss(number, prose, code)


def fates(number: Quantity, prose: str, code: str) -> frozenset[int]:
    """Which rows of what becomes of persons the clause of a number speaks of."""
    return _fates_in(" . ".join(_clauses(number, prose)), code)


def _fates_in(text: str, code: str) -> frozenset[int]:
    return frozenset(row for row, said in enumerate(outcomes(code)) if said.search(text))


def _stands_for_all(noun: str, prose: str, nouns: PersonNouns) -> bool:
    """Whether a noun is of any persons, or of such as "men" where no women or children are told of."""
    if noun in nouns.any:
        return True
    return nouns.sex_and_age.intersection(_WORDS.findall(prose.lower())) == {noun}


@lru_cache(maxsize=16)
def _joined(code: str) -> re.Pattern[str]:
    return lazy(rf"(?:{WORD}){{1,3}},? {word_of(words_of(code).and_)}")
