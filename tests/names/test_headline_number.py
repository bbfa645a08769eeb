"""Which numbers of a headline say how much, and which numbers of the text bear them out."""

from __future__ import annotations

import pytest

from linter.topics.names.headlines.missing_numbers import missing_numbers
from tests.names.builders import article


def missing(headline: str, text: str = "nobody was there", lang: str = "en", **meta: str) -> list[str]:
    found = article(lang, headline, f"On Monday, {text}.", long=True, **meta)
    return [each.quantity.text for each in missing_numbers(found)]


@pytest.mark.parametrize(
    ("headline", "number"),
    [
        ("The harbour loses 450 jobs", "450"),
        ("The harbour loses 450 French jobs", "450"),
        ("The harbour loses 10 jobs", "10"),
        ("450 jobs lost in the harbour", "450"),
        ("The harbour: 101 jobs lost", "101"),
        ("27 dead in the harbour", "27"),
        ("Flight crash kills 27", "27"),
        ("The harbour pays 5 dollars", "5 dollars"),
        ("The harbour loses 3% of its jobs", "3%"),
        ("The harbour grows by 3 km", "3 km"),
        ("A child of 7 months is lost in the harbour", "7 months"),
        ("In Kiel (450 jobs) the harbour closes", "450"),
    ],
)
def test_how_much(headline: str, number: str) -> None:
    assert missing(headline) == [number]


@pytest.mark.parametrize(
    "headline",
    [
        "The harbour loses forty jobs",
        "The harbour loses 9 jobs",
        "The harbour loses 400 to 450 jobs",
        "The harbour buys 450 Boeing jets",
        "The harbour buys a Boeing 450 jet",
        "Hall (Room 450) of the harbour closes",
        "100 jobs lost in the harbour",
        "The harbour: 100 ways to lose a job",
        "The harbour closes for 3 hours",
        "The harbour closes for 45 min",
        "The harbour closes on 12 September",
        "The harbour closes on 30.11. again",
        "The harbour closes in 1987",
    ],
)
def test_not_how_much(headline: str) -> None:
    assert missing(headline) == []


@pytest.mark.parametrize(
    ("headline", "text", "is_missing"),
    [
        ("The harbour loses 4,500 jobs", "it lost 4500 jobs", False),
        ("The harbour loses 450 jobs", "it lost 4600 jobs", True),
        ("The harbour loses 450 jobs", "it lost 445 jobs", False),
        ("The harbour loses 450 jobs", "it lost 430 jobs", True),
        ("The harbour loses more than 300 jobs", "it lost 370 jobs", False),
        ("The harbour loses more than 300 jobs", "it lost 390 jobs", True),
        ("The harbour loses 50% of its jobs", "half of them go", False),
        ("The harbour loses 35% of its jobs", "half of them go", True),
        ("The harbour pays 450 dollars", "it is 450 metres long", False),
        ("The harbour grows by 2 km", "it grew by 2,000 metres", False),
        ("The harbour grows by 2 km", "it grew by 3,000 metres", True),
        ("The harbour grows by 2 km", "it waited for two hours", True),
        ("The harbour loses 60% of its jobs", "of 200 people 120 leave", False),
        ("The harbour loses 61% of its jobs", "of 200 people 122 leave, and 7 stay", False),
        ("The harbour loses 40% of its jobs", "of 200 people 120 leave", False),
        ("The harbour grows by 66.7%", "from 120 it went to 200 people", False),
        ("The harbour loses 35% of its jobs", "of 200 people 120 leave", True),
        ("The harbour loses 35% of its jobs", "of 0 people 120 leave", True),
        ("The harbour loses 64 jobs", "it lost 22 jobs and 42 jobs", False),
        ("The harbour loses 64 jobs", "it lost 12 jobs, 20 jobs and 32 jobs", False),
        ("The harbour loses 64 jobs", "it lost 10 jobs, 13 jobs, 19 jobs and 22 jobs", True),
        ("The harbour loses 64 jobs", "it lost 22 jobs and 52 jobs", True),
        ("The harbour of 40 years closes", "it opened in 1983 and will be closed in 2024", False),
        ("The harbour of 40 years closes", "it opened in 1980 and will be closed in 2024", True),
    ],
)
def test_what_the_text_says(headline: str, text: str, is_missing: bool) -> None:
    assert bool(missing(headline, text)) is is_missing


def test_the_day_of_publication_counts_years() -> None:
    assert missing("The harbour of 40 years closes", "it opened in 1983", date="2024-03-04") == []
    assert missing("The harbour of 40 years closes", "it opened in 1980", date="2024-03-04") == ["40 years"]


@pytest.mark.parametrize(
    ("headline", "text", "other"),
    [
        ("The harbour loses 450 workers", "it lost 320 people", "320"),
        ("The harbour loses 450 cranes", "it lost 320 cranes", "320"),
        ("The harbour loses 450 cranes", "it lost 320 crates", None),
        ("The harbour loses 450 cars", "it lost 320 cars", "320"),
        ("The harbour loses 450 old ox", "it lost 320 old oxen", None),
        ("The harbour loses 450 cranes", "it lost 320 cranes and 80 cranes in may", None),
        ("The harbour loses 450 cranes", "it lost 320 cranes, and 320 cranes are many", "320"),
        ("The harbour pays 450 dollars", "it pays 320 dollars", "320 dollars"),
        ("The harbour pays 450 dollars", "it pays 320 euros", None),
        ("The harbour grows by 450 km", "it grew by 320 km", "320 km"),
        ("The harbour of 450 days closes", "it was there for 320 days", None),
    ],
)
def test_the_number_that_was_meant(headline: str, text: str, other: str | None) -> None:
    found = article("en", headline, f"On Monday, {text}.", long=True)
    [number] = missing_numbers(found)
    assert (number.rival.quantity.text if number.rival else None) == other
