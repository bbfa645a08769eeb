"""Ages beside a year of birth, in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from linter.analyses.dates.anchors import Anchor, anchors
from linter.analyses.dates.context import sentence_around
from linter.analyses.dates.forms import compiled, forms, possible
from linter.analyses.dates.grammar import GAP, any_of
from linter.analyses.dates.names import names
from linter.analyses.language import language
from linter.article.model import Article

_REACH = 40
_PLACE = r"[^.;:!?\d]{0,30}"
"""What may stand between "born" and the year: a name, a place."""
_OLDEST = 125


class Life(NamedTuple):
    """One person of one sentence: the age that is said and the years it must agree with."""

    block: int
    start: int
    end: int
    age: int
    """In full years, at ``prose[start:end]``."""
    birth: Anchor
    death: Anchor | None
    """Nothing if the sentence tells no death; the age is then that at the time of writing."""


def lives(article: Article) -> Iterator[Life]:
    """The sentences with one age and one year of birth; with another year only if it is one of death."""
    known = names(language(article))
    if known is None or not known.list("born"):
        return
    for birth in anchors(article):
        prose = article.blocks[birth.block].text.prose
        if birth.quoted or not _follows(prose, birth, known.language, "born"):
            continue
        start, end = sentence_around(prose, birth.start, birth.end)
        others = [
            other
            for other in anchors(article)
            if other.block == birth.block and start <= other.start < end and other != birth
        ]
        death = _death(prose, birth, others, known.language)
        ages = _ages(prose, start, end, known.language)
        if len(ages) == 1 and len(others) == (death is not None):
            yield Life(birth.block, *ages[0].span(), int(ages[0]["number"]), birth, death)


def _death(prose: str, birth: Anchor, others: Sequence[Anchor], spoken: str) -> Anchor | None:
    """The year of death: after the word, or after the dash behind the year of birth."""
    for other in others:
        if _follows(prose, other, spoken, "died"):
            return other
        if re.fullmatch(rf"{GAP}*[–—-]{GAP}*[†+]?{GAP}*", prose[birth.end : other.start]):
            return other
    return None


def _follows(prose: str, anchor: Anchor, spoken: str, key: str) -> bool:
    match = _event(spoken, key).search(prose, max(0, anchor.start - 2 * _REACH), anchor.start)
    return match is not None


@cache
def _event(spoken: str, key: str) -> re.Pattern[str]:
    known = names(spoken)
    assert known is not None
    return compiled(rf"(?<!\w)(?:{any_of(known.list(key))})(?:{GAP}|{GAP}{_PLACE})\Z")


def _ages(prose: str, start: int, end: int, spoken: str) -> list[re.Match[str]]:
    """The ages in figures of a sentence, each once."""
    found: dict[int, re.Match[str]] = {}
    for form in possible(forms(spoken, "aged"), prose[start:end].lower()):
        for match in compiled(form.pattern).finditer(prose, start, end):
            if match["number"].isdigit() and int(match["number"]) <= _OLDEST:
                found.setdefault(match.start("number"), match)
    return list(found.values())
