"""Which years stand beside a year."""

from __future__ import annotations

import pytest

from linter.analyses.sentences import sentence_around
from linter.topics.dates.anchors import Anchor, alone, anchors, beside, years_within
from tests.dates.test_article_dates import article

TEXT = (
    "In 1974 and in 1990 the flood came. In 2001 it rained. "
    "In 1901, 1902, 1903, 1904 and 1905 it was dry.\n\n"
    "The bridge fell in 1866."
)


def sentence_of(year: int) -> tuple[Anchor, int, int]:
    read = article(TEXT, "en")
    [anchor] = [each for each in anchors(read) if each.year == year]
    return anchor, *sentence_around(read.blocks[anchor.block].text.prose, anchor.start, anchor.end)


@pytest.mark.parametrize(
    ("year", "is_alone"),
    [(1974, False), (1990, False), (2001, True), (1901, False), (1905, False), (1866, True)],
)
def test_a_year_is_alone_in_its_sentence(year: int, is_alone: bool) -> None:
    assert alone(article(TEXT, "en"), *sentence_of(year)) is is_alone


@pytest.mark.parametrize(
    ("year", "others"),
    [
        (1974, [1990]),
        (1990, [1974]),
        (2001, []),
        (1901, [1902, 1903]),
        (1903, [1901, 1902, 1904, 1905]),
        (1905, [1903, 1904]),
        (1866, []),
    ],
)
def test_the_years_beside_one_are_few(year: int, others: list[int]) -> None:
    assert [each.year for each in beside(article(TEXT, "en"), *sentence_of(year))] == others


def test_a_place_begins_with_its_first_letter_and_ends_before_its_end() -> None:
    read = article(TEXT, "en")
    first, second, *_ = anchors(read)
    assert years_within(read, 0, first.start, second.start) == {1974}
    assert years_within(read, 0, first.start + 1, second.end) == {1990}
    assert not alone(read, second, first.start, second.end)
    assert alone(read, second, first.start + 1, second.end)
    assert alone(read, first, first.start, second.start)
    assert [each.year for each in beside(read, second, first.start, second.end)] == [1974]
    assert beside(read, first, first.start, second.start) == ()
