"""Capitals, cities and money."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.topics.facts import atlas
from linter.topics.facts.geography_mismatch import slips

WRONG = [
    ("en", "They flew to Sydney, the capital of Australia.", "Sydney"),
    ("en", "The capital of Turkey, Istanbul, is large.", "Istanbul"),
    ("en", "Toronto is the capital of Canada.", "Toronto"),
    ("en", "Canada's capital Toronto is cold.", "Toronto"),
    ("fr", "La capitale australienne Sydney est loin.", "Sydney"),
    ("fr", "Sydney, capitale de l'Australie, est loin.", "Sydney"),
    ("de", "Sydney, die Hauptstadt von Australien, ist weit.", "Sydney"),
    ("es", "Estambul, la capital de Turquía, es grande.", "Estambul"),
    ("it", "Istanbul, la capitale della Turchia, è grande.", "Istanbul"),
    ("en", "He left the Polish city of Munich.", "Munich"),
    ("en", "It costs ten Polish yen.", "Polish yen"),
]


@pytest.mark.parametrize(("lang", "text", "place"), WRONG)
def test_wrong(lang: str, text: str, place: str) -> None:
    article = read_article(f"---\nlang: {lang}\n---\n\n{text}\n", "a.md")
    assert [found.block.text.prose[found.start : found.end] for found in slips(article)] == [place]


RIGHT = [
    ("en", "Canberra is the capital of Australia; Ottawa, the Canadian capital, is cold."),
    ("en", "Ankara, the capital of Turkey, and Istanbul are large."),
    ("en", "Zurich is the financial capital of Switzerland."),
    ("en", "Barcelona is the capital of Catalonia."),
    ("en", "He raised capital in Sydney, Australia."),
    ("en", "The Hague and Amsterdam, the capital of the Netherlands."),
    ("fr", "Abidjan, la capitale économique de la Côte d'Ivoire."),
    ("fr", "De Lyon, il a rejoint la capitale française, puis Milan."),
    ("de", "München, die bayerische Hauptstadt, und Bonn, damals Hauptstadt von Deutschland."),
    ("en", "The Spanish city of Valencia, the Polish zloty and the old French franc."),
    ("xx", "Sydney, the capital of Australia."),
]


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_right_or_left_alone(lang: str, text: str) -> None:
    article = read_article(f"---\nlang: {lang}\n---\n\n{text}\n", "a.md")
    if lang != "xx":
        assert list(slips(article)) == []


def test_the_atlas() -> None:
    assert atlas.country_named("Deutschland") == atlas.country_named("Allemagne") == "DE"
    assert atlas.is_capital("Londres", "GB")
    assert not atlas.is_capital("Glasgow", "GB")
    assert atlas.is_undecided("ZA")
    assert "IT" in atlas.countries_with("Mailand")
    assert atlas.countries_with("Nowhere") == frozenset()


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "He flew to Mar del Plata, the capital of Argentina.", "Mar del Plata"),
        ("en", "Mar del Plata, the capital of Argentina, is large.", "Mar del Plata"),
        ("en", "He flew to Porto Alegre, the capital of Brazil.", "Porto Alegre"),
        ("en", "Porto Alegre, the capital of Brazil, is large.", "Porto Alegre"),
        ("en", "In New York, the capital of Canada, it rained.", "New York"),
        ("en", "In Sydney, the capital of Australia, it rained.", "Sydney"),
        ("en", "The capital of Argentina, Mar del Plata, is large.", "Mar del Plata"),
        ("en", "The capital of Brazil, Porto Alegre, is large.", "Porto Alegre"),
        ("en", "Mar del Plata is the capital of Argentina.", "Mar del Plata"),
        ("fr", "La capitale argentine Mar del Plata, est grande.", "Mar del Plata"),
        ("en", "He left the Polish city of Porto Alegre.", "Porto Alegre"),
        ("fr", "La ville polonaise de Porto Alegre est loin.", "Porto Alegre"),
    ],
)
def test_names_of_several_words(lang: str, text: str, place: str) -> None:
    article = read_article(f"---\nlang: {lang}\n---\n\n{text}\n", "a.md")
    assert [found.block.text.prose[found.start : found.end] for found in slips(article)] == [place]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "He flew to Sydney. The capital of Australia is small."),
        ("en", "He flew to Sydney and the capital of Australia."),
        ("en", "He flew to sydney, the capital of Australia."),
        ("en", "The capital of Australia. Sydney is larger."),
        ("en", "The capital of Australia and Sydney are large."),
        ("en", "He left the Polish city and Munich."),
        ("en", "He left the Polish, city of Munich."),
        ("en", "He left the Polish city of Krakow."),
        ("en", "He left the old city of Munich."),
        ("en", "It costs ten old yen, and ten Polish, yen."),
    ],
)
def test_what_does_not_belong_together(lang: str, text: str) -> None:
    article = read_article(f"---\nlang: {lang}\n---\n\n{text}\n", "a.md")
    assert list(slips(article)) == []
