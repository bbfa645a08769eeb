"""Ordinals in digits whose ending belongs to another number: 22th."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from linter.analyses.digit_blocks import RUN, figures
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.analyses.shown import shown_lines
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy

MOST_DIGITS = 4
"""Longer numbers with letters are identifiers."""
MARKS = tuple("\"'“”„«»‘’‚‹›")
"""Quotation marks."""
BEFORE = 20
"""Characters in which the word before a number is looked for."""


class OrdinalSuffix(Check):
    """Reports ordinals in digits with an ending that the number does not take.

    A fix is given where the number takes one ending alone.
    """

    needs = ("numerals.ordinal-endings",)
    fields = frozenset({"text", "right"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        known = _endings(language(article))
        lines = ((block, tuple(RUN.finditer(block.text.prose))) for block in shown_lines(article))
        for block, runs in chain(((block, runs) for _, block, runs in figures(article)), lines):
            prose = block.text.prose
            for match in (known.pattern.match(prose, run.start()) for run in runs if _goes_on(prose, run)):
                if match is None:
                    continue
                right = known.of(match["number"])
                if not right or match["ending"] in right:
                    continue
                if known.measured(prose, match) or _named(prose, match):
                    continue
                alarm = _alarm(article, block, match, right)
                if not exempt(article, "code").hold(alarm.span.start):
                    yield alarm


def _goes_on(prose: str, run: re.Match[str]) -> bool:
    """Whether something stands right behind a number."""
    return run.end() < len(prose) and not prose[run.end()].isspace()


class _Endings:
    """The endings of a language."""

    def __init__(self, code: str) -> None:
        self._taking: dict[str, list[str]] = {}
        listed = speech(code).numerals.ordinal_endings
        for ending, *numbers in listed:
            for number in numbers:
                self._taking.setdefault(number, []).append(ending)
        endings = any_of(ending for ending, *_ in listed)
        self.pattern: re.Pattern[str] = lazy(
            rf"(?P<number>\d(?<![\w.,:/+=#&@-].)\d{{0,{MOST_DIGITS - 1}}})"
            rf"(?P<ending>{endings})(?![\w/@=]|-\d)"
        )
        self._units = speech(code).units.names
        dates = speech(code).dates
        self._dated = frozenset((*dates.month_day_lead, *dates.months, *dates.short_months))

    def of(self, number: str) -> list[str]:
        """The endings that a number may take."""
        tails = [f"={number}", *(number[start:] for start in range(len(number)))]
        return next((self._taking[tail] for tail in tails if tail in self._taking), [])

    def measured(self, prose: str, match: re.Match[str]) -> bool:
        """Whether the ending is the symbol of a unit (12st of weight) and no month is before it."""
        if match["ending"] not in self._units:
            return False
        before = prose[max(0, match.start() - BEFORE) : match.start()].split()
        return not before or before[-1].strip("(.,").lower() not in self._dated


@cache
def _endings(code: str) -> _Endings:
    return _Endings(code)


def _named(prose: str, match: re.Match[str]) -> bool:
    """Whether it stands alone between quotation marks, as a word that is spoken of."""
    before, after = prose[max(0, match.start() - 1) : match.start()], prose[match.end() : match.end() + 1]
    return before in MARKS and after in MARKS and bool(before and after)


def _alarm(article: Article, block: Block, match: re.Match[str], right: list[str]) -> Alarm:
    span = block.text.span(*match.span())
    better = match["number"] + right[0]
    sure = len(right) == 1 and article.excerpt(span) == match[0]
    fields = {"text": match[0], "right": better}
    return Alarm(span, fields, suggestion=better, fix=better if sure else None)
