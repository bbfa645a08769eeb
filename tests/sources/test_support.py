"""What a source supports: names, numbers and dates in other forms and other languages."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from linter.topics.names.romanise import consonants
from linter.topics.sources.numbers import unsupported_numbers
from linter.topics.sources.unsupported_date import unsupported_dates
from linter.topics.sources.unsupported_name import unsupported_names
from tests.sources.builders import against


def names(article: Article) -> list[str]:
    return [found.block.text.prose[found.start : found.end] for found in unsupported_names(article)]


def numbers(article: Article) -> list[str]:
    return [found.quantity.text for found in unsupported_numbers(article)]


def days(article: Article) -> list[str]:
    return [found.block.text.prose[found.start : found.end] for found in unsupported_dates(article)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("We met Lindqvist's aunt.", "Aunts of the Lindqvist family met."),
        ("We met Élodie Besson.", "ELODIE BESSON met us."),
        ("The firm Rotterdam Utd won.", "Rotterdam United was the winner."),
        ("He works for the PWU.", "The Port Workers Union employs him."),
        ("They live in Los Palos.", "They live in LP, a town."),
        ("The French minister spoke.", "The minister came from France."),
        ("We went to the UK.", "We went to Britain."),
        ("Yesterday Tom came.", "Tom came yesterday."),
    ],
)
def test_supported_names(text: str, source: str) -> None:
    assert names(against(text, source)) == []


def test_any_source_will_do() -> None:
    assert names(against("We met Lindqvist and Besson.", "Lindqvist came.", "Besson came.")) == []


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("fr", "Il vit à Londres, puis à Cologne.", "He lived in London, then in Köln."),
        ("en", "He left Germany for Moscow.", "Он уехал из Германии в город Москва."),
        ("en", "A word with Vladimir Sorokin.", "Разговор, в котором был Владимир Сорокин."),
        (
            "fr",
            "Un mot de Vladimir Poutine.",
            "A few words of what Vladimir Putin said to the people of the town.",
        ),
    ],
)
def test_names_across_languages(lang: str, text: str, source: str) -> None:
    assert names(against(text, source, lang=lang)) == []


def test_an_absent_name_is_whole_and_said_once() -> None:
    article = against("We met Henrik Solberg here. Henrik Solberg spoke.", "Nobody is named in this text.")
    assert names(article) == ["Henrik Solberg"]


def test_speakers_and_regions_are_excused() -> None:
    found = unsupported_names(
        against("Solberg: the bridge is safe. In Harlow, Wessex it rains.", "In Harlow it rains.")
    )
    assert [each.excuse for each in found] == ["speaker", "region"]


def test_languages_without_capitals_are_not_judged() -> None:
    assert names(against("他在北京见了王先生", "Nobody.", lang="zh")) == []


@pytest.mark.parametrize("putin", ["Путин", "Poutine", "Putin"])
def test_one_sound_in_many_spellings(putin: str) -> None:
    assert consonants(putin) == "ptn"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It has 24 rooms.", "It has twenty-four rooms."),
        ("It costs $1.3 million.", "It costs $1,274,000."),
        ("In all 42 died.", "24 men and 18 women died."),
        ("The other 89 stand.", "61 houses of 150 houses burned."),
        ("The first of 12 drivers.", "One in twelve drivers."),
        ("Music of the 60s.", "Music of the 1960s."),
        ("Some 8,030 signed.", "More than 8,000 signed."),
        ("Under 100,000 came.", "Tens of thousands came."),
        ("Three guests left.", "Ann, Bo and Cy left."),
    ],
)
def test_supported_numbers(text: str, source: str) -> None:
    assert numbers(against(text, source)) == []


@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [
        ("It has 25 rooms.", "It has 24 rooms.", ["25"]),
        ("He is 70 years old.", "There were 70,000 people.", ["70 years"]),
        ("It costs $1.8 million.", "It costs $1.8 billion.", ["$1.8 million"]),
        ("A share of 43.8 per cent.", "A share of 43.3 per cent.", ["43.8 per cent"]),
    ],
)
def test_unsupported_numbers(text: str, source: str, wrong: list[str]) -> None:
    assert numbers(against(text, source)) == wrong


def test_numbers_of_another_language() -> None:
    source = "The budget is 1,250.5 million euros for 3,400 staff."
    assert (
        numbers(against("Le budget est de 1 250,5 millions d'euros pour 3 400 salariés.", source, lang="fr"))
        == []
    )


@pytest.mark.parametrize(
    ("text", "source", "wrong"),
    [
        ("Signed on 4 June 1998.", "Signed on June 4, 1998.", []),
        ("Signed in June 1998.", "Signed on 4 June.", []),
        ("Signed on 5 June 1998.", "Signed in June 1998.", ["5 June 1998"]),
        ("It was 2013.", "It was 2011.", ["2013"]),
        ("The Open 2025 begins.", "The Open begins.", []),
        ("He came on Thursday.", "He came on Tuesday.", ["Thursday"]),
        ("He came on Thursday.", "He came.", []),
        ("He came on Tuesday, 3 March.", "He came on Tuesday.", []),
    ],
)
def test_dates(text: str, source: str, wrong: list[str]) -> None:
    assert days(against(text, source)) == wrong


def test_a_day_near_the_publication_of_the_source() -> None:
    source = "---\ndate: 2024-03-05\n---\n\nThe ship sank yesterday."
    assert days(against("The ship sank on 4 March 2024.", source)) == []
    assert days(against("The ship sank on 4 May 2024.", source)) == ["4 May 2024"]
