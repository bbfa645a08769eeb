"""Ages, titles, years and names of an article against a bible."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from linter.article.read import read_article
from linter.topics.facts.ages import ages
from linter.topics.facts.bible import Bible
from linter.topics.facts.match import known_names
from linter.topics.facts.model import Day, Organisation, Person, Title
from linter.topics.facts.name_style import wrong_forms
from linter.topics.facts.titles import titles
from linter.topics.facts.years import years

BIBLE = Bible(
    [
        Person(
            name="Ida Brandt",
            names={"fr": "Ida Brand"},
            born=Day("1960-05-20"),
            wrong={"en": "Ida Brant"},
            titles=(
                Title(title={"en": ("mayor of Harlow", "mayor")}, from_=Day("2010"), until=Day("2015-06-30")),
                Title(title={"en": "finance minister"}, from_=Day("2018")),
            ),
        ),
        Person(name="Owen Brandt", born=Day("1990")),
        Person(name="Lena d'Oro", titles=(Title(title={"en": "trade minister"}, from_=Day("2018")),)),
        Person(name="Tom Waite"),
        Organisation(name="Waite", founded=Day("1931")),
        Organisation(name="Harlow Works", founded=Day("1931")),
    ]
)


def article(text: str, lang: str = "en", date: str = "2020-05-01") -> Article:
    return read_article(f"---\nlang: {lang}\ndate: {date}\n---\n\n{text}\n", "a.md")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ida Brandt, 59, spoke.", []),
        ("Ida Brandt, 60, spoke.", ["60"]),
        ("Ida Brandt (49) spoke.", ["49"]),
        ("Ida Brandt (3) scored.", []),
        ("The 57-year-old Ida Brandt spoke.", ["57"]),
        ("Ida Brandt, 45, took over in 2005.", []),
        ("Ida Brandt spoke. Mrs Brandt, 52, left.", ["52"]),
        ("Ida Brandt spoke. Paul Brandt, 52, left.", []),
        ("Ida Brandt and Owen Brandt spoke. Brandt, 52, left.", []),
    ],
)
def test_ages(text: str, wrong: list[str]) -> None:
    read = article(text)
    assert [found.said for found in ages(read, known_names(read, BIBLE))] == wrong


def test_around_a_birthday_both_ages_are_right() -> None:
    for age in (59, 60):
        read = article(f"Ida Brandt, {age}, spoke.", date="2020-05-21")
        assert list(ages(read, known_names(read, BIBLE))) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Finance minister Ida Brandt spoke.", []),
        ("The mayor of Harlow Ida Brandt spoke.", ["mayor of Harlow"]),
        ("Ida Brandt, mayor of Harlow, spoke.", ["mayor of Harlow"]),
        ("The former mayor of Harlow Ida Brandt spoke.", []),
        ("In 2012 the mayor of Harlow Ida Brandt spoke.", []),
        ("Trade minister Ida Brandt spoke.", ["Trade minister"]),
        ("Ida Brandt, trade minister Lena d'Oro and others spoke.", []),
        ("Trade minister Lena d’Oro spoke.", []),
    ],
)
def test_titles(text: str, wrong: list[str]) -> None:
    read = article(text)
    assert [found.said for found in titles(read, known_names(read, BIBLE), BIBLE)] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ida Brandt was born in 1960 in Harlow.", []),
        ("Ida Brandt was born in 1961 in Harlow.", ["1961"]),
        ("Ida Brandt was born on 21 May 1960.", ["21 May 1960"]),
        ("Ida Brandt, whose son was born in 1990, spoke.", []),
        ("Ida Brandt (1962-2019) is buried here.", ["1962"]),
        ("Ida Brandt (2010-2015) was a good mayor.", []),
        ("Harlow Works, founded in 1913, closed.", ["1913"]),
        ("The local friends of Harlow Works, founded in 1990, met.", []),
    ],
)
def test_years(text: str, wrong: list[str]) -> None:
    read = article(text)
    assert [found.said for found in years(read, known_names(read, BIBLE))] == wrong


def test_a_name_that_two_entries_have_names_nobody() -> None:
    bible = Bible([Person(name="Tom Waite"), Organisation(name="Tom Waite", founded=Day("1931"))])
    assert known_names(article("Tom Waite was founded in 1950."), bible) == ()


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Ida Brandt spoke.", []),
        ("en", "Ida Brant spoke.", [("Ida Brant", "Ida Brandt", True)]),
        ("en", "Ida Bradnt spoke.", [("Ida Bradnt", "Ida Brandt", False)]),
        ("en", "Ida Brandts spoke.", []),
        ("en", "Eda Brandt spoke.", []),
        ("fr", "Ida Brandd a parlé.", [("Ida Brandd", "Ida Brand", False)]),
    ],
)
def test_wrong_forms(lang: str, text: str, found: list[tuple[str, str, bool]]) -> None:
    got = [(each.written, each.right, each.declared) for each in wrong_forms(article(text, lang), BIBLE)]
    assert got == found
