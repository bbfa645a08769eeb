"""A number stands in the headline, and the text does not have it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.digit_blocks import has_digits
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import speech
from linter.languages.phrases import has_piece, piece_of, without_longer
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names import haystack
from linter.topics.names.headlines.casualties import may_count_casualties, of_casualties
from linter.topics.names.headlines.headline_kinds import special_form
from linter.topics.names.headlines.missing_numbers import (
    LASTING,
    MissingNumber,
    TextNumber,
    is_small,
    missing_numbers,
)
from linter.topics.numbers.reading.model import NUMBER, Quantity

_SCORE = lazy(r"\d[:\u2013-]\d")


class HeadlineNumberParams(NamedTuple):
    min_words: int = 120
    """Shorter texts may be teasers of something else; compared are what they count under the same name …"""
    min_words_of_same: int = 10
    """… from so many words on, and the dead and injured."""


class HeadlineNumber(Check):
    """Reports each number of the headline that the text neither states nor adds up to."""

    Params = HeadlineNumberParams
    fields = frozenset({"number", "other"})
    needs = ("numbers.person.fate",)
    variants = frozenset({"other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        text = haystack(article)
        person = speech(text.language).numbers.person
        deaths = []
        if person.dead:
            from linter.topics.names.headlines.headline_deaths import deaths_apart

            deaths = list(deaths_apart(article))
            yield from deaths
        if person.dead and not person.lost:
            yield from _told_otherwise(article, text.language)
            return
        words = text.words
        if article.headline is None or words < self.params.min_words_of_same or special_form(article):
            yield Count("headlines not judged: form or length")
            return
        prose = article.headline.prose
        told = list(_told_otherwise(article, text.language))
        yield from told
        told += deaths
        for missing in missing_numbers(article):
            same = missing.rival is not None and _tells_same(missing.quantity, missing.rival, prose)
            short = words < self.params.min_words
            if missing.rival is None and is_small(missing.quantity):
                continue
            if not short or same or of_casualties(missing.quantity, prose, text.language):
                alarm = _alarm(missing, article)
                if all(alarm.span != other.span for other in told):
                    yield alarm


def _told_otherwise(article: Article, code: str) -> Iterator[Alarm]:
    """The scores, sums of money, counted places and ages of a headline that the text has otherwise."""
    if article.headline is None or special_form(article):
        return
    prose = article.headline.prose
    if may_count_casualties(prose, code):
        from linter.topics.names.headlines.headline_fates import fates_apart

        yield from fates_apart(article)
    if has_digits(prose):
        from linter.topics.names.headlines.headline_currency import currencies_apart

        yield from currencies_apart(article)
    if _SCORE.search(prose):
        from linter.topics.names.headlines.headline_score import scores_apart

        yield from scores_apart(article)
    low = prose.lower()
    if any(area in low for area in speech(code).numbers.listing.areas):
        from linter.topics.names.headlines.headline_list import places_apart

        yield from places_apart(article)
    if _may_tell_age(prose, code):
        from linter.topics.names.headlines.headline_ages import other_ages

        yield from other_ages(article)


def _tells_same(number: Quantity, rival: TextNumber, prose: str) -> bool:
    """Whether the headline says of one number what the text says of the other."""
    if number.kind == NUMBER or number.unit in LASTING:
        return True
    from linter.topics.names.headlines.told_alike import tells_alike

    return tells_alike(prose, rival.quantity, rival.block)


def _may_tell_age(prose: str, code: str) -> bool:
    """Whether it has digits or a piece of an age in words: the cheap question."""
    return has_digits(prose) or has_piece(prose, _pieces_of_ages(code))


@lru_cache(maxsize=16)
def _pieces_of_ages(code: str) -> tuple[str, ...]:
    pieces = map(piece_of, speech(code).dates.ages.told)
    return without_longer(piece for piece in pieces if len(piece) > 2)


def _alarm(missing: MissingNumber, article: Article) -> Alarm:
    assert article.headline is not None
    span = article.headline.span(missing.quantity.start, missing.quantity.end)
    fields = {"number": missing.quantity.text.strip()}
    if missing.rival is None:
        return Alarm(span=span, fields=fields, severity=Severity.INFO)
    block, quantity = missing.rival
    fields["other"] = quantity.text.strip()
    related = (Related(block.text.span(quantity.start, quantity.end), "the text says"),)
    return Alarm(span=span, fields=fields, related=related, variant="other")
