"""What ended before it began, told in one sentence: "It opened in 1998 and closed in 1989"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.languages import phrases_at, speech
from linter.languages.phrases import GAP, any_of, word_of
from linter.matching import re
from linter.matching.letters import SMALL
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.reading.forms import compiled
from linter.topics.dates.wording import in_year, words_at

_BEGINNINGS = ("dates.anniversaries.founded", "dates.terms.began")
_FAR = 100
"""Who closes so many years before an opening is another one."""
_REACH = 60
"""Characters before the first year and behind the second one in which the words may stand."""


class Opening(NamedTuple):
    """The year in which something began, and the earlier one in which it is said to have ended."""

    began: Anchor
    ended: Anchor


def openings(article: Article) -> Iterator[Opening]:
    """The beginnings right before their ends, joined by "and", or told in an aside or a participle."""
    code = language(article)
    if not phrases_at(code, "dates.ends"):
        return
    for began, ended in pairwise(anchors(article)):
        if began.block != ended.block or began.quoted or not 0 < began.year - ended.year < _FAR:
            continue
        prose = article.blocks[began.block].text.prose
        start, end = sentence_around(prose, began.start, began.end)
        if ended.end <= end and _is_told(prose, began, ended, start, code):
            yield Opening(began, ended)


def _is_told(prose: str, began: Anchor, ended: Anchor, start: int, code: str) -> bool:
    if words_at(code, "dates.reopened").search(prose, start, ended.end + _REACH):
        return False
    apart, joined = _set_apart(code), _joined(code)
    low = max(0, start - 2, began.start - _REACH)
    behind = _then(code).match(prose, ended.end) is not None
    opens, closes = (apart[0], apart[1]) if behind else (apart[0], apart[2])
    told = opens.search(prose, low, began.start) and closes.fullmatch(prose, began.end, ended.start)
    if told or (not behind and _in_aside(code, prose, low, began, ended)):
        return True
    if (
        behind
        and speech(code).dates.ranges_behind
        and _of_thing(code).fullmatch(prose, began.end, ended.start)
    ):
        return True
    said = _begun(code).search(prose, low, began.start) or _begun_behind(code).match(prose, began.end)
    return said is not None and joined[behind].fullmatch(prose, began.end, ended.start) is not None


def _in_aside(code: str, prose: str, low: int, began: Anchor, ended: Anchor) -> bool:
    """Whether the year opens an aside in which the word for the beginning follows: ", 1890 erbaut,"."""
    opens, told = _set_apart(code)[3:]
    return bool(opens.search(prose, low, began.start) and told.fullmatch(prose, began.end, ended.start))


@cache
def _begun(code: str) -> re.Pattern[str]:
    """Ends right before a year in which something began."""
    few = rf"(?:{GAP}+[^\W\d][\w'’-]*){{0,3}}?"
    return compiled(rf"{word_of(phrases_at(code, *_BEGINNINGS))}{few}{GAP}+\Z")


_ENDING = r"(?:[-'’][^\W\d]{1,6})?"
"""What may be glued to a year where words end in their case ("1974-ben")."""


@cache
def _begun_behind(code: str) -> re.Pattern[str]:
    return compiled(
        rf"{_ENDING}(?:{GAP}+[^\W\d][\w'’-]*){{0,3}}?{GAP}+{word_of(phrases_at(code, *_BEGINNINGS))}"
    )


@cache
def _of_thing(code: str) -> re.Pattern[str]:
    """All of the text between both years, a participle before its noun in it: "1985'te açılan fabrika"."""
    few = rf"(?:{GAP}+[^\W\d][\w'’-]*)"
    begun = word_of(phrases_at(code, *_BEGINNINGS))
    return compiled(rf"{_ENDING}{few}{{0,2}}?{GAP}+{begun}{few}{{1,3}}?{GAP}+(?:{in_year(code)})?")


@cache
def _then(code: str) -> re.Pattern[str]:
    """Right behind a year: what ended in it."""
    ends = word_of(phrases_at(code, "dates.ends"))
    return compiled(rf"{_ENDING}(?:{GAP}+[^\W\d][\w'’-]*){{0,3}}?{GAP}+{ends}")


@cache
def _set_apart(code: str) -> tuple[re.Pattern[str], ...]:
    """A participle of beginning before its year; all of the text to that of the end, with its word or not.

    Then an aside that begins with the year, and all of the text to that of the end, both words in it.
    """
    begun = word_of(phrases_at(code, *_BEGINNINGS))
    few = rf"(?:{GAP}+[^\W\d][\w'’-]*){{0,3}}?"
    begins = rf"(?:\A|[.!?,(][\"'«“‘]?{GAP}+)"
    ends = word_of(phrases_at(code, "dates.ends"))
    small = any_of(phrases_at(code, "dates.lives.between"))
    is_small = rf"(?:{GAP}+(?:{small})(?!\w))?"  # "roku" may stand behind a year
    who = rf"(?:[^\W\d]{{1,7}}{GAP}+){{0,3}}?"  # "which was"
    closes = rf"{is_small}[,)](?:{GAP}+[^\W\d][\w'’-]*){{0,2}}?{is_small}"
    ended = rf"{closes}{GAP}+{ends}{few}{GAP}+(?:{in_year(code)})?"
    return (
        compiled(rf"{begins}{who}{begun}{few}{GAP}+\Z"),
        compiled(rf"{closes}{GAP}+(?:{in_year(code)})?"),
        compiled(ended),
        compiled(rf"{begins}{who}(?:{in_year(code)})?\Z"),
        compiled(rf"{_ENDING}{few}{GAP}+{begun}{few}{ended}"),
    )


@cache
def _joined(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All of the text between both years, an "and" in it, with the word for the end or without."""
    few = rf"(?:{GAP}+[^\W\d][\w'’-]*)"
    joining = (*speech(code).numbers.and_, *speech(code).numbers.sum.and_)
    and_ = rf"{_ENDING}{few}{{0,4}}?,?{GAP}+(?:{any_of(joining)})"
    small = rf"(?:{GAP}+(?-i:[{SMALL}])[\w'’-]*)"  # "und das Krankenhaus 1989" has another subject
    ends = word_of(phrases_at(code, "dates.ends"))
    return (
        compiled(rf"{and_}{few}{{0,1}}?{GAP}+{ends}{few}{{0,3}}?{GAP}+(?:{in_year(code)})?"),
        compiled(rf"{and_}{small}{{0,2}}?{GAP}+(?:{in_year(code)})?"),
    )
