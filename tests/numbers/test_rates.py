"""Amounts for each, named parts of a whole, and numbers that announce a list."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.topics.numbers import quantities
from linter.topics.numbers.conversions.rate_mismatch import RateMismatch
from linter.topics.numbers.conversions.rates import rates
from linter.topics.numbers.counts.announcing import is_announced, is_slip
from linter.topics.numbers.totals.named_parts import named_parts


def read(text: str) -> str:
    return f"---\nlang: en\n---\n\n{text}\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The town pays $10 million for 500 people, or $2,000 each.", 1),
        ("The town pays $2,000 each for 500 people, or $10 million.", 1),
        ("The 500 people get $10 million, or $2,000 per person.", 1),
        ("The town pays $10 million for 500 people ($2,000 each).", 1),
        ("The town pays $10 million for 500 houses, $2,000 per house.", 1),
        ("The town pays $10 million for 500 houses, $2,000 per person.", 0),
        ("The town pays $10 million for 500 people, or $2,000.", 0),
        ("The town pays $10 million each for 500 people, or $2,000 each.", 0),
        ("The town pays $10 million for 500 people, or 2,000 euros each.", 0),
        ("The town pays $10 million for 500 people, or 2,000 kg each.", 0),
        ("The town pays $10 million for 1 person, or $2,000 each.", 0),
        ("The town pays $10 million for 500 to 600 people, or $2,000 each.", 0),
        ("The town pays $10-20 million for 500 people, or $2,000 each.", 0),
        ("The town pays $10 million. It has 500 people, or $2,000 each.", 0),
        ("The town pays $10 million for 500 people, or $2,000 each year.", 0),
        ("The town pays $10 million for 500 people, or $2,000 each a house.", 1),
        ("The town pays $10 million for 500 people, or $2,000 per year.", 0),
        ("The town gives 500 people 20 hours, or 2 hours each.", 0),
        ("The town pays $0 for 500 people, or $2,000 each.", 0),
    ],
)
def test_amounts_for_each(text: str, count: int) -> None:
    assert len(rates(read_article(read(text), "a.md"))) == count


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("The town pays $10 million for 500 people, or $20,000 each.", None),
        ("The town pays $10 million for 500 people, or $2,000 each.", "20,000"),
        ("The town pays $2,000 each for 500 people, or $10 million.", "20,000"),
        ("The town pays $10 million for 500 people, or $21,000 each.", None),
        ("The town pays $10 million for 500 people, or $25,000 each.", "20,000"),
        ("The town pays $10 million for up to 500 people, or $25,000 each.", None),
    ],
)
def test_the_amount_that_is_computed(text: str, computed: str | None) -> None:
    article = read_article(read(text), "a.md")
    outcomes = RateMismatch(None, Setup()).run(article)
    alarms = [each for each in outcomes if isinstance(each, Alarm)]
    assert [alarm.fields["computed"] for alarm in alarms] == ([computed] if computed else [])
    for alarm in alarms:
        assert "2,000" in article.excerpt(alarm.span) or "25,000" in article.excerpt(alarm.span)
        assert "500" in article.excerpt(alarm.related[0].span)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Of the 120 seats, the left won 55, the right 48.", [["55", "48"]]),
        ("Of the 120 seats, 55 went to the left, 48 to the right.", [["55", "48"]]),
        ("Of the 120 members, 55 voted for it, 48 against.", [["55", "48"]]),
        ("The 120 members approved it by 55 votes to 48.", [["55", "48"]]),
        ("The 120 members approved it by 55 votes and 48 others.", []),
        ("The 120 houses approved it by 55 votes to 48.", []),
        ("The 120 houses of members approved it by 55 votes to 48.", []),
        ("Of the 120 seats, the left won 55.", []),
        ("Of the 120 seats, the left won 125, the right 48.", []),
        ("Of the 120 seats, the left won 120, the right 48.", []),
        ("Of the 120 seats, the left won 119, the right 48.", [["119", "48"]]),
        ("Of the 120 seats, the left won 55. The right had 48.", []),
        ("Of the 120 seats, the left won 55, the right 48 %.", []),
        ("The 120 seats, of which the left won 55, the right 48.", []),
        ("Of the 120 cars, the left won 55, the right 48.", []),
        ("Of the 120 members, 55 voted for it, 48 for him.", []),
    ],
)
def test_named_parts(text: str, parts: list[list[str]]) -> None:
    [(block, items)] = quantities(read_article(read(text), "a.md"))
    found = list(named_parts(block.text.prose, items, "en"))
    assert [[part.text for part in each.parts] for each in found] == parts


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("There are three reasons for it:", True),
        ("There are two reasons for it:", True),
        ("There are 50 reasons for it:", True),
        ("There are 1001 reasons for it:", False),
        ("There are three reasons for it.", False),
        ("It is one of the three reasons for it:", True),
        ("He sees three steps:", True),
        ("There are three cars:", True),
        ("He sees three cars:", False),
        ("There are three reasons, such as:", False),
        ("There are about 3-3 reasons for it:", False),
    ],
)
def test_numbers_that_announce(text: str, announced: bool) -> None:
    found = [
        is_announced(block.text.prose, item, "en")
        for block, items in quantities(read_article(read(text), "a.md"))
        for item in items
    ]
    assert found[-1] is announced


@pytest.mark.parametrize(
    ("announced", "found", "slip"),
    [
        (3, 4, True),
        (3, 5, False),
        (3, 2, True),
        (3, 1, False),
        (4, 6, True),
        (4, 7, False),
        (20, 22, True),
        (20, 23, False),
        (21, 23, True),
        (30, 33, True),
        (30, 34, False),
        (30, 27, True),
    ],
)
def test_what_is_easily_miscounted(announced: float, found: int, slip: bool) -> None:
    assert is_slip(announced, found) is slip
