"""When the weekdays of an article are those of another year, and which of two dates is wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from linter.topics.dates import dates
from linter.topics.dates.publication import Publication, published
from linter.topics.dates.weekday import Weekday
from linter.topics.dates.weekday_verdicts import Verdict, by_each_other, of_another_year
from tests.dates.test_article_dates import article
from tests.dates.test_rules import run

DAYS = "Monday, 4 March; Wednesday, 6 March; Friday, 8 March; Sunday, 10 March."
"""Right in 2024."""


def texts(text: str, **meta: str) -> list[str]:
    read = article(text, "en", **meta)
    return [read.excerpt(alarm.span) for alarm in run(Weekday, read)[0]]


def verdicts(*offs: int) -> list[Verdict]:
    """Verdicts on days of March 2024 by their publication, whose weekdays are off by so many days."""
    read = article(DAYS, "en", date="2024-03-01")
    basis = published(read)
    assert isinstance(basis, Publication)
    found = []
    for number, (mention, off) in enumerate(zip(dates(read), offs, strict=False)):
        day = date(2024, 3, 4) + timedelta(days=2 * number)
        found.append(Verdict(mention._replace(weekday=(day.weekday() + off) % 7), day, off == 0, basis))
    return found


def test_days_of_another_year() -> None:
    assert of_another_year(verdicts(1, 1, 1))
    assert of_another_year(verdicts(2, 2, 2, 2))
    assert not of_another_year(verdicts(1, 1))
    assert not of_another_year(verdicts(0, 0, 0))
    assert not of_another_year(verdicts(1, 1, 2))
    assert not of_another_year(verdicts(1, 1, 0))
    assert not of_another_year([each._replace(by=None) for each in verdicts(1, 1, 1)])
    assert not of_another_year([each._replace(day=date(2024, 3, 4)) for each in verdicts(1, 1, 1)])


def test_days_without_a_year_against_each_other() -> None:
    read = article("Monday, 4 March; Wednesday, 6 March; Friday, 8 March; Monday, 10 March.", "en")
    found = by_each_other(read, dates(read))
    assert [(each.fits, each.mention.day) for each in found] == [(False, 10)]
    read = article("Monday, 4 March; Tuesday, 6 March.", "en")
    [wrong] = by_each_other(read, dates(read))
    assert (wrong.fits, wrong.mention.day, wrong.against and wrong.against.day) == (False, 6, 4)
    read = article("Monday, 4 March.", "en")
    assert [each.fits for each in by_each_other(read, dates(read))] == [None]
    read = article("Monday, 4 March; Wednesday, 6 March.", "en")
    assert [each.fits for each in by_each_other(read, dates(read))] == [True, True]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Monday, 4 March; Wednesday, 6 March.", False),
        ("Monday, 30 December; Wednesday, 1 January.", False),
        ("Monday, 30 December; Thursday, 1 January.", True),
        ("Monday, 4 March; Tuesday, 6 March.", True),
    ],
)
def test_two_days_without_a_year(text: str, wrong: bool) -> None:
    assert bool(texts(text)) is wrong


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        ("Wednesday, 31 August", True),
        ("Thursday, 31 August", False),
        ("Friday, 26 September", True),
        ("Friday, 9 September", True),
        ("Saturday, 10 September", False),
        ("Thursday, 25 October", False),
    ],
)
def test_a_day_of_another_month(day: str, wrong: bool) -> None:
    assert bool(texts(f"It burnt on {day}.", date="2019-08-01")) is wrong
