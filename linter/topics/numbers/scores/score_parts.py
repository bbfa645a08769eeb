"""A score that its parts do not make: those of its periods or sets, that at half-time, places in a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, pairwise

from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages.phrases import any_of, pieces_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.forms import count_of
from linter.topics.numbers.wording import BLANK, words_of

_ONE = r"\d{1,3}[-\u2010-\u2013:]\d{1,3}"
_SCORE = lazy(r"(?<![\w:.,/\u2013-])(\d{1,3})[-\u2010-\u2013:](\d{1,3})(?![\w:/%°]|[.,\u2013-]\d)")
_LISTED = lazy(rf"\({_ONE}(?:[,;] ?{_ONE})+\)")
"""The scores of periods or sets in brackets; behind a comma, so that the search begins with a bracket."""
_SETS = lazy(rf"(?<![\w:.,/\u2013-]){_ONE}(?:, {_ONE})+(?:,? [^\W\d]{{1,3}} {_ONE})?(?![\d:/\u2013-])")
_BEFORE = 12
"""Characters between a score and the bracket with its parts: "n.P.", "rl"."""
_NEAR = 48
"""Characters beside a score in which it is said to be that at half-time, or the last one."""
_FAR = 160
"""Characters between both."""
_MOST_SETS = 5
_LEAST_SET = 4
"""Points of the winner of a set, at the least."""
_PLACES = lazy(
    r"(?<![\w.])(?P<place>[1-9]|1\d)\.[ \u00a0][^\W\d][^\d;:!?\n()]{1,40}?"
    r",?[ \u00a0](?P<points>\d{1,3})(?![\w,.:/-]*\d)"
)
"""A row of a table in running text: "2. Stoke 43"."""
_FEWEST = 3
"""Places of a table that shows its order."""

Score = tuple[int, int]


class Clash(NamedTuple):
    """What does not fit at ``prose[start:end]`` of a block, and what it does not fit to."""

    block: Block
    start: int
    end: int
    first: tuple[int, int]


class ScoreParts(Check):
    """Compares scores with those that they are made of, and the points of a table with its order.

    Left alone: parts that count on, parts that are sets, a half-time score of the other side first.
    """

    fields = frozenset({"score", "parts"})
    variants = frozenset({"half", "sets", "order"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code, seen = language(article), 0
        for _, block in blocks_with_digits(article):
            for variant, clash in _clashes(block, code):
                seen += 1
                if clash is None:
                    continue
                place = block.text.span(clash.start, clash.end)
                if not exempt(article, "quotes").hold(place.start):
                    yield _alarm(clash, variant)
        if seen:
            yield Count("scores with their parts", seen)


def _alarm(clash: Clash, variant: str) -> Alarm:
    text = clash.block.text
    fields = {"score": text.prose[slice(*clash.first)], "parts": text.prose[clash.start : clash.end]}
    related = (Related(text.span(*clash.first), "this"),)
    return Alarm(text.span(clash.start, clash.end), fields, related, variant=variant)


def _clashes(block: Block, code: str) -> Iterator[tuple[str, Clash | None]]:
    """What a block tells of scores and their parts, each with the clash if there is one."""
    prose = block.text.prose
    for found in _LISTED.finditer(prose) if "(" in prose else ():
        before = list(_SCORE.finditer(prose, max(0, found.start() - _BEFORE), found.start()))
        if before:
            right = _are_parts(_score(before[-1]), _scores(found[0]))
            yield "", None if right else Clash(block, *found.span(), before[-1].span())
    low = prose.lower()
    pieces = _pieces(code)
    if any(map(low.__contains__, pieces["half"])):
        yield from (("half", each) for each in _halves(block, code))
    if any(map(low.__contains__, pieces["sets"])):
        yield from (("sets", each) for each in _sets(block, code))
    if "1. " in prose and "2. " in prose and any(map(low.__contains__, pieces["points"])):
        yield from (("order", each) for each in _order(block, code))


def _score(found: re.Match[str]) -> Score:
    return int(found[1]), int(found[2])


def _scores(text: str) -> list[Score]:
    return [_score(found) for found in _SCORE.finditer(text)]


def _are_parts(score: Score, parts: list[Score]) -> bool:
    """Whether scores add up to another one, count on to it, or are sets of which it says who won them.

    Parts that are larger are of something else.
    """
    sums = tuple(map(sum, zip(*parts, strict=True)))
    if score in (sums, _won(parts), _won(parts)[::-1], parts[-1]):
        return True
    count_on = all(a <= c and b <= d for (a, b), (c, d) in pairwise((*parts, score)))
    larger = any(a > score[0] or b > score[1] for a, b in parts)
    return count_on or (larger and not _are_sets(parts)) or max(sums[0], sums[1]) > 2 * max(score) + 2


def _won(parts: list[Score]) -> Score:
    """How many of some sets each of two won."""
    return sum(a > b for a, b in parts), sum(a < b for a, b in parts)


def _are_sets(parts: list[Score]) -> bool:
    won = all(abs(a - b) > 1 or max(a, b) in (7, 1) for a, b in parts)
    return won and len(parts) <= _MOST_SETS and all(max(each) >= _LEAST_SET for each in parts)


def _halves(block: Block, code: str) -> Iterator[Clash | None]:
    """ "Led 2-0 at half-time and drew 1-1": the score at the end is not below that at half-time."""
    prose, words = block.text.prose, _words(code)
    for one, other in pairwise(_SCORE.finditer(prose)):
        between = prose[one.end() : other.start()]
        if len(between) > _FAR or between.count(". ") > 1:
            continue
        start, _ = sentence_around(prose, *one.span())
        _, end = sentence_around(prose, *other.span())
        half = words["half"].search(
            prose, max(start, one.start() - _NEAR), min(one.end() + _NEAR, other.start())
        )
        last = words["ended"].search(
            prose, max(one.end(), other.start() - _NEAR), min(end, other.end() + _NEAR)
        )
        if half and last and (half.end() <= last.start() or last.end() <= half.start()):
            before, after = _score(one), _score(other)
            fits = _reaches(before, after) or _reaches(before, after[::-1])
            yield None if fits else Clash(block, *other.span(), one.span())


def _reaches(before: Score, after: Score) -> bool:
    return before[0] <= after[0] and before[1] <= after[1]


def _sets(block: Block, code: str) -> Iterator[Clash | None]:
    """ "Won 6-3, 4-6, 6-2 in two sets", "won 3-1, by 25-20, 25-22 and 25-18 in sets"."""
    prose, words = block.text.prose, _words(code)
    for found in _SETS.finditer(prose):
        parts = _scores(found[0])
        if not _are_sets(parts):
            continue
        start, end = sentence_around(prose, *found.span())
        for told in words["number_of_sets"].finditer(prose, start, end):
            number = int(told[1]) if told[1].isdigit() else count_of(told[1], code)
            if number:
                yield None if number == len(parts) else Clash(block, *told.span(), found.span())
        straight = words["straight"].match(prose, found.end())
        if straight:
            yield None if 0 in _won(parts) else Clash(block, *straight.span("told"), found.span())
        if not words["sets"].search(prose, start, end):
            continue
        others = [each for each in _SCORE.finditer(prose, start, end) if not _inside(each, found)]
        if len(others) == 1 and max(_score(others[0])) < _LEAST_SET:
            fits = _score(others[0]) in (_won(parts), _won(parts)[::-1])
            yield None if fits else Clash(block, *others[0].span(), found.span())


def _inside(one: re.Match[str], other: re.Match[str]) -> bool:
    return other.start() <= one.start() < other.end()


def _order(block: Block, code: str) -> Iterator[Clash | None]:
    """ "1. Hull 45 points, 2. Stoke 43, 3. Wigan 44": a later place has no more points."""
    prose, words = block.text.prose, _words(code)
    rows = list(_PLACES.finditer(prose))
    for start, row in enumerate(rows):
        if row["place"] != "1":
            continue
        table = [
            each
            for place, each in enumerate(rows[start:], start=1)
            if int(each["place"]) == place
            and (place == 1 or each.start() - rows[start + place - 2].end() < _NEAR)
        ]
        points = [int(each["points"]) for each in table]
        told = any(words["points"].match(prose, each.end()) for each in table)
        if len(table) < _FEWEST or not told:
            continue
        wrong = [place for place, (one, other) in enumerate(pairwise(points), start=1) if other > one]
        lowest = list(accumulate(points, min))
        if len(wrong) == 1 and points[0] != lowest[-1]:
            yield Clash(block, *table[wrong[0]].span("points"), table[wrong[0] - 1].span("points"))
        else:
            yield None


@lru_cache(maxsize=16)
def _words(code: str) -> Mapping[str, re.Pattern[str]]:
    """Patterns of one language around scores."""
    match = words_of(code).match
    patterns = {
        "half": word_of(match.half),
        "ended": word_of(match.ended),
        "sets": word_of(match.sets),
        "straight": rf",?[ \u00a0)]{{1,2}}(?P<told>{word_of(match.straight)})",
        "number_of_sets": rf"(?<![\w-])(\d|[^\W\d]+){BLANK}(?:{any_of(match.sets)})(?!\w)",
        "points": rf"{BLANK}?{word_of(words_of(code).league.points)}",
    }
    return {name: lazy(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


@lru_cache(maxsize=16)
def _pieces(code: str) -> Mapping[str, tuple[str, ...]]:
    """Pieces of which a text has one that tells of half-time, sets or points."""
    match = words_of(code).match
    return {
        "half": pieces_of(match.half),
        "sets": pieces_of(match.sets),
        "points": pieces_of(words_of(code).league.points),
    }
