"""Numbers and countries of the headline, and headlines that have nothing to do with the text."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.finding import Severity
from linter.topics.names.headlines.echo import relation
from linter.topics.names.headlines.headline_body import HeadlineBody
from linter.topics.names.headlines.headline_country import HeadlineCountry
from linter.topics.names.headlines.headline_number import HeadlineNumber
from tests.names.builders import alarms, article, texts

NUMBER_IS_THERE = [
    ("fr", "La grève coûte 320 emplois", "trois cent vingt emplois perdus", "in words"),
    ("fr", "Plus de 300 emplois perdus", "en tout 324 emplois perdus", "rounded"),
    ("fr", "La facture atteint 3,5 millions d'euros", "une facture de 3 512 000 euros", "millions"),
    ("fr", "Un enfant de 14 ans disparaît", "né en 2010, disparu en 2024", "an age from two years"),
    ("fr", "Grève : 17 blessés à la gare", "douze blessés légers et cinq blessés graves", "a sum"),
    ("en", "Sales up 50% in the valley", "sales rose from 200 to 300 crates", "a change"),
    ("en", "Harbour grows by 2 kilometres", "the quay is 2,000 metres longer", "another unit"),
    ("en", "Airbus 340 lands", "the plane landed", "a name"),
    ("en", "12 ways to cross the river", "take a boat", "the text's own items"),
    ("en", "Covid-19 closes the school", "the virus closed it", "part of a name"),
    ("de", "Die Wahl kommt am 12. September", "sie kommt im Herbst", "a date"),
    ("en", "The class of 1987 meets", "they met again", "a year"),
]


@pytest.mark.parametrize(("lang", "headline", "text", "why"), NUMBER_IS_THERE)
def test_number_not_reported(lang: str, headline: str, text: str, why: str) -> None:
    assert texts(HeadlineNumber, article(lang, headline, f"Il y a {text}.", long=True)) == [], why


@pytest.mark.parametrize(
    ("lang", "headline", "text", "number"),
    [
        ("fr", "La grève coûte 450 emplois", "trois cent vingt emplois perdus", "450"),
        ("fr", "Il détourne 12.000 euros", "il a détourné 22.000 euros", "12.000 euros"),
        ("en", "Sales up 80% in the valley", "sales rose by a tenth", "80%"),
    ],
)
def test_number_reported(lang: str, headline: str, text: str, number: str) -> None:
    assert texts(HeadlineNumber, article(lang, headline, f"Il y a {text}.", long=True)) == [number]


COUNTRY_IS_THERE = [
    ("fr", "Un séisme au Pérou", "les secours péruviens", "its people"),
    ("fr", "Un séisme au Pérou", "les secours de Lima", "its capital"),
    ("en", "Earthquake in Peru", "rescuers in Arequipa", "a city"),
    ("fr", "Un séisme en France", "les secours", "home"),
    ("fr", "Air Sénégal décolle", "les avions", "part of a name"),
    ("de", "Erdbeben in Griechenland", "die griechischen Helfer", "an adjective"),
]


@pytest.mark.parametrize(("lang", "headline", "text", "why"), COUNTRY_IS_THERE)
def test_country_not_reported(lang: str, headline: str, text: str, why: str) -> None:
    assert texts(HeadlineCountry, article(lang, headline, f"Alors {text} arrivent.", long=True)) == [], why


def test_country_reported() -> None:
    found = article("fr", "Un séisme en Inde", "Des secours indépendants sont arrivés au Népal.", long=True)
    assert texts(HeadlineCountry, found) == ["Inde"]


@pytest.mark.parametrize(
    ("headline", "severity"),
    [("Discours à Delhi, Inde", Severity.INFO), ("Un séisme en Inde", None), ("L'Inde, encore", None)],
)
def test_a_venue_behind_its_city_is_an_info(headline: str, severity: Severity | None) -> None:
    found = article("fr", headline, "Le Népal attend. Le Népal et ses voisins se taisent.", long=True)
    (alarm,) = alarms(HeadlineCountry, found)
    assert alarm.severity is severity


def test_another_home_country() -> None:
    found = article("fr", "Un séisme en France", "Alors rien.", long=True)
    assert texts(HeadlineCountry, found, home=("CA",)) == ["France"]


def test_an_unrelated_headline() -> None:
    found = article("fr", "Les cerises menacées par un papillon", "Le tramway est en panne.", long=True)
    assert texts(HeadlineBody, found) == ["Les cerises menacées par un papillon"]
    assert relation(found).found == 0


@pytest.mark.parametrize(
    ("headline", "sure"),
    [
        ("Aubry annonce une réforme des retraites", True),
        ("Les cerises menacées par un papillon nocturne", True),
        ("Les cerises menacées par un papillon", False),
        ("4. Partagez largement (ébauche)", False),
    ],
)
def test_a_headline_of_another_story_for_sure(headline: str, sure: bool) -> None:
    """A name and all else are missing, or all of a sentence; fewer words or a first word are a hint."""
    found = article("fr", headline, "Le tramway est en panne.", long=True)
    (alarm,) = alarms(HeadlineBody, found)
    assert (alarm.severity is None) is sure
    assert alarm.variant == ("names" if "Aubry" in headline else "")


@pytest.mark.parametrize("notes", ["lists", "recording"])
def test_the_title_of_an_episode_is_a_hint(notes: str) -> None:
    """Notes on what was said have their title from what was said."""
    found = article(
        "fr", "Les cerises menacées par un papillon nocturne", "Le tramway a une panne.", long=True
    )
    head, body = found.source.split("---\n", 2)[1:]
    if notes == "lists":
        body = body.replace(". ", ".\n- ").replace("\n\n", "\n\n- ")
    else:
        head += "audio: {mp3: https://club.example/7.mp3}\n"
    (alarm,) = alarms(HeadlineBody, read_article(f"---\n{head}---\n{body}", "a.md"))
    assert alarm.severity is Severity.INFO


def test_a_related_headline() -> None:
    found = article("fr", "Tramway en panne : papillons à bord", "Le tramway est en panne.", long=True)
    assert texts(HeadlineBody, found) == []
