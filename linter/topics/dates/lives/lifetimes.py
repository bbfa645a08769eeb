"""The birth and the death of one person, told in one sentence: "born in Ulm in 1920 and died in 1990"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.reading.forms import compiled
from linter.topics.dates.wording import word_set, words_at

BORN, DIED, BETWEEN, PLACE_AFTER = (
    f"dates.lives.{key}" for key in ("born", "died", "between", "place-after")
)
"""Paths in a language file."""
SEASONS = "dates.seasons"
_REACH = 60
"""How far before or behind its year a word for birth or death may stand."""
_NEAR = 30
"""How far before the word for death it may be joined to what came before."""
_FAR = 100
"""A death so many years before a birth is that of an ancestor."""
_FEW_WORDS = 12
_FEW_NEAR = 6
"""Words between the word for birth that opens a sentence and the date."""
_WORD = lazy(r"[*†]|[^\W\d_]+")
_ENDING_OF_YEAR = lazy(r"(?<=\d[-'’])[^\W\d_]+")


class Lifetime(NamedTuple):
    """Two years of a block that the words beside them make those of a birth and a death."""

    birth: Anchor
    death: Anchor

    @property
    def block(self) -> int:
        return self.birth.block


@analysis
def lifetimes(article: Article) -> tuple[Lifetime, ...]:
    """The lifetimes told with words, in reading order, quotations left out.

    Between birth and death stand only words that bring in no second person: "He was born in 1950, and
    his father died in 1940" is none.
    """
    code = language(article)
    return tuple(
        Lifetime(birth, death)
        for birth, death in _neighbours(article)
        if _tells(article.blocks[birth.block].text.prose, birth, death, code)
    )


def early_deaths(article: Article) -> Iterator[Lifetime]:
    """The deaths before the birth of their sentence, with a few more words between.

    "Was born in 1902, studied in Bonn and died in 1871": the death is joined by "and", or the sentence opens
    with the birth.
    """
    code = language(article)
    for birth, death in _neighbours(article):
        if not 0 < birth.year - death.year < _FAR:
            continue
        prose = article.blocks[birth.block].text.prose
        start, end = sentence_around(prose, birth.start, birth.end)
        born = born_beside(prose, birth, code, start) if death.end <= end else None
        died = died_beside(prose, birth.end, death, code) if born else None
        if born is None or died is None:
            continue
        of_one = is_of_one_person(prose[birth.end : death.start], code, _FEW_WORDS)
        opens = not prose[start : born.start()].strip() and prose.count(",", born.end(), died.start()) == 1
        if of_one and (opens or _joined(code).search(prose, max(0, died.start() - _NEAR), died.start())):
            yield Lifetime(birth, death)


def _neighbours(article: Article) -> Iterator[tuple[Anchor, Anchor]]:
    """Two years in a row of one block, quotations left out."""
    for one, other in pairwise(anchors(article)):
        if one.block == other.block and not (one.quoted or other.quoted):
            yield one, other


@cache
def _joined(code: str) -> re.Pattern[str]:
    """An "and" before the word for death, a small word at most between."""
    return compiled(rf"(?:{any_of(speech(code).numbers.and_)})(?:{GAP}+[^\W\d]{{1,4}})?{GAP}+\Z")


def _tells(prose: str, birth: Anchor, death: Anchor, code: str) -> bool:
    start, end = sentence_around(prose, birth.start, birth.end)
    if death.end > end or death.start - birth.end > 2 * _REACH:
        return False
    between = list(_WORD.finditer(prose, birth.end, death.start))
    first = born_before(prose, birth, code, start) or _first(between, BORN, code)
    if first is None:
        return False
    last = _last(between, DIED, code) or _behind(prose, death, code, end)
    if last is None or last.start() < first.end():
        return False
    stop = max(death.start, last.end())
    return is_plain(prose, birth.end, stop, code, word_set(code, BORN, DIED, BETWEEN))


def born_before(prose: str, birth: Anchor, code: str, start: int) -> re.Match[str] | None:
    """The word for birth before its year, if only the place stands between."""
    words = list(_WORD.finditer(prose, max(start, birth.start - _REACH), birth.start))
    found = _last(words, BORN, code)
    if found and is_plain(prose, found.end(), birth.start, code, word_set(code, BETWEEN)):
        return found
    return None


def opens_with_birth(prose: str, birth: Anchor, code: str, start: int) -> bool:
    """Whether a sentence begins with the word for birth: "Geboren wurde der Dirigent im April 1938"."""
    word = _WORD.match(prose, start) or _WORD.match(prose, start + 1)
    if word is None or word[0].lower() not in word_set(code, BORN):
        return False
    between = prose[word.end() : birth.start]
    return "," not in between and is_of_one_person(between, code, _FEW_NEAR)


def _born_behind(prose: str, birth: Anchor, code: str) -> re.Match[str] | None:
    """The word for birth behind its year, a place at most between ("der 1950 in Ulm geborene")."""
    found = _first(list(_WORD.finditer(prose, birth.end, birth.end + _REACH)), BORN, code)
    if found and is_plain(prose, birth.end, found.start(), code, frozenset()):
        return found
    return None


def born_beside(prose: str, birth: Anchor, code: str, start: int) -> re.Match[str] | None:
    """The word for birth before or behind its year, a place at most between."""
    return born_before(prose, birth, code, start) or _born_behind(prose, birth, code)


def is_of_one_person(between: str, code: str, most: int) -> bool:
    """Whether the words between what is told of a life are at most so many and bring in no relative."""
    words = words_at(code, "dates.lives.no-kin").sub("", between).lower().split()
    kin = word_set(code, "names.kin")
    return len(words) <= most and kin.isdisjoint(word.strip(",.;") for word in words)


def died_beside(prose: str, start: int, death: Anchor, code: str) -> re.Match[str] | None:
    """The word for death before or behind its year, a place at most between."""
    words = list(_WORD.finditer(prose, max(start, death.start - _REACH), death.start))
    found = _last(words, DIED, code)
    if found and is_plain(prose, found.end(), death.start, code, word_set(code, BETWEEN, SEASONS)):
        return found
    return _behind(prose, death, code, len(prose))


def _behind(prose: str, death: Anchor, code: str, end: int) -> re.Match[str] | None:
    """The word for death behind its year, where a language puts it there ("1990 in Ulm gestorben")."""
    words = list(_WORD.finditer(prose, death.end, min(end, death.end + _REACH)))
    found = _first(words, DIED, code)
    if found and is_plain(prose, death.end, found.start(), code, frozenset()):
        return found
    return None


def _first(words: list[re.Match[str]], path: str, code: str) -> re.Match[str] | None:
    listed = word_set(code, path)
    return next((word for word in words if word[0].lower() in listed), None)


def _last(words: list[re.Match[str]], path: str, code: str) -> re.Match[str] | None:
    return _first(words[::-1], path, code)


@cache
def in_place(code: str) -> re.Pattern[str]:
    """A name with an ending that says that it is the place where something was."""
    return compiled(rf"[^\W\d_]{{2,}}['’]?(?:{any_of(speech(code).dates.lives.place_endings)})(?!\w)")


def is_plain(prose: str, start: int, end: int, code: str, small: frozenset[str]) -> bool:
    """Whether there are only small words of a list, and names of places behind words such as "in".

    The ending of a year ("1942'de") is no word, and a name may have its "in" at its end ("Bursa'da").
    """
    before_place = word_set(code, PLACE_AFTER)
    placed, place_ends = False, start
    for word in _WORD.finditer(prose, start, end):
        low = word[0].lower()
        if word.end() <= place_ends or _ENDING_OF_YEAR.match(prose, word.start()):
            continue
        if word[0][0].isupper() and (place := in_place(code).match(prose, word.start())):
            place_ends = place.end()
        elif low in before_place:
            placed = True
        elif not (placed and word[0][0].isupper()):
            if low not in small:
                return False
            placed = placed and prose[word.end() : word.end() + 1] in "-' "
    return True
