"""Some of those named before who are more than all: "Six people were hurt. Eight of them are critical"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.reading.persons import person_nouns
from linter.topics.numbers.shares.share_words import share_words
from linter.topics.numbers.totals.parts import of_persons
from linter.topics.numbers.totals.stances import tells_outcome
from linter.topics.numbers.wording import NOUN

_TO_PART = lazy(r"[^.;:!?\n()\d]{0,70}(?:[.;:,][ \u00a0][^.;:!?\n()\d]{0,16})?")
"""From all of them to some: in the same sentence, or at the beginning of the next one."""
_NOUNS = lazy(rf"(?:{NOUN}){{1,2}}")
_CLAUSE = lazy(r"[^.;:!?()\d\n]{0,50}")
_FEW = 9
"""Words between both numbers; among more of them stands something else that "them" may mean."""


class OfThem(NamedTuple):
    """A number of persons, and that of some of them."""

    whole: Quantity
    part: Quantity


def of_them(prose: str, items: tuple[Quantity, ...], code: str) -> Iterator[OfThem]:
    """The numbers of persons right before some of them, who are more, if it is told what became of these."""
    words = share_words(code)
    for whole, part in pairwise(items):
        if not (part.value > whole.value > 1 and whole.is_count and part.is_count):
            continue
        between = prose[whole.end : part.start]
        noun = _NOUNS.match(prose, whole.end)
        if len(between.split()) > _FEW or not _TO_PART.fullmatch(between):
            continue
        theirs = words.theirs.match(prose, part.end) or words.of_theirs.search(prose, whole.end, part.start)
        if not (theirs and noun and of_persons(noun[0], code)):
            continue
        behind = _CLAUSE.match(prose, part.end)
        if behind and (tells_outcome(behind[0], code) or _tells_kind(behind[0], code)):
            yield OfThem(whole, part)


def _tells_kind(text: str, code: str) -> bool:
    """Whether a text tells of what sex or age somebody is."""
    return not person_nouns(code).sex_and_age.isdisjoint(text.lower().split())
