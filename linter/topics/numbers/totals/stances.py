"""What is said beside numbers of which each is of others: for and against, injured and unhurt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from linter.languages import speech
from linter.languages.phrases import NOTHING, any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.numbers.wording import words_of

STANCES = 3


def takes_each_another(texts: Iterable[str], code: str) -> bool:
    """Whether each of some texts takes one stance, and no two the same."""
    return _are_apart(texts, _stances(code))


def meets_each_another(texts: Iterable[str], code: str) -> bool:
    """Whether each of some texts tells one outcome, and no two the same."""
    return _are_apart(texts, _outcomes(code))


def tells_outcome(text: str, code: str) -> bool:
    """Whether a text tells what became of somebody or something."""
    return _outcomes(code).search(text) is not None


def _are_apart(texts: Iterable[str], kinds: re.Pattern[str]) -> bool:
    stated = [{match.lastindex for match in kinds.finditer(text)} for text in texts]
    taken = set[int | None]().union(*stated)
    return all(len(each) == 1 for each in stated) and len(taken) == len(stated)


@cache
def _stances(code: str) -> re.Pattern[str]:
    """A word neither for nor against, or against, or for, each in a group: "no opinion" is not "no"."""
    stance = words_of(code).stance
    lists = (stance.neither, stance.against, stance.for_)
    word = any_of if speech(code).dates.unspaced else word_of
    return lazy("|".join(f"({word(phrases)})" for phrases in lists), re.IGNORECASE)


@cache
def _outcomes(code: str) -> re.Pattern[str]:
    """A word for what became of somebody or something, a group for each outcome."""
    rows = words_of(code).sum.outcomes
    return lazy("|".join(f"({word_of(phrases)})" for phrases in rows) or NOTHING, re.IGNORECASE)
