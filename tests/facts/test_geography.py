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
