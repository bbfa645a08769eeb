"""Those who scored, and the score: "goals from Hill, Reed and Shaw gave Wanderers a 3-0 win"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.digit_blocks import blocks_with_digits
from linter.analyses.language import language
from linter.analyses.numerals.intervals import unrounded
from linter.analyses.searchable import folded_prose
from linter.analyses.sentences import sentence_around
from linter.article.model import PARAGRAPH, STANDFIRST, Article
from linter.languages.phrases import any_of, pieces_of, word_of
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.topics.numbers.counts.enumerations import Announcement
from linter.topics.numbers.reading.formatting import shortened
from linter.topics.numbers.reading.model import SCORE, Quantity
from linter.topics.numbers.wording import BLANK, words_of

_NAME = rf"[{CAPITALS}][\w'’-]+(?:{BLANK}[{CAPITALS}][\w'’-]+){{0,2}}"
_EACH = lazy(_NAME)
_FAR = 200
"""Characters from the names to the score."""
_SCORE = lazy(r"(?<![\w:.,/\u2013-])(\d{1,2})[:\u2013-](\d{1,2})(?![\d:/\u2013]|[.,]\d|-\d)")


def in_scores(article: Article) -> Iterator[Announcement]:
    """The scores of a sentence with more scorers of one side than either side has goals."""
    code = language(article)
    if not any(map(folded_prose(article)[0].__contains__, _pieces(code))):
        return
    for _, block in blocks_with_digits(article):
        if block.kind not in (PARAGRAPH, STANDFIRST):
            continue
        prose = block.text.prose
        for told in _scorers(code).finditer(prose):
            begin, end = sentence_around(prose, told.start(), told.end())
            near = max(begin, told.start() - _FAR), min(end, told.end() + _FAR)
            scores = list(_SCORE.finditer(prose, *near))
            names = list(_EACH.finditer(prose, *told.span("names")))
            if len(scores) == 1 and len(names) > (most := max(map(int, scores[0].groups()))):
                place, score = block.text.span(*told.span("names")), scores[0]
                number = Quantity(*score.span(), score[0], SCORE, most, unrounded(most))
                yield Announcement(block, number, len(names), place, shortened(names[-1][0]))


@lru_cache(maxsize=16)
def _pieces(code: str) -> tuple[str, ...]:
    """Of which a folded text has one if it has a word for goals."""
    return tuple(map(fold_case, pieces_of(words_of(code).listing.scorers)))


@lru_cache(maxsize=16)
def _scorers(code: str) -> re.Pattern[str]:
    """The word for goals, and the names of several who scored them."""
    words = words_of(code)
    leads, joining = word_of(words.listing.scorers), any_of(words.and_)
    return lazy(
        rf"(?i:{leads}){BLANK}(?P<names>{_NAME}(?:,{BLANK}{_NAME})*,?{BLANK}(?:{joining}){BLANK}{_NAME})"
    )
