"""When a name of the headline is reported as missing from the text, and above all when not."""

from __future__ import annotations

import pytest

from linter.finding import Severity
from linter.topics import names
from linter.topics.names.headlines.headline_names import HeadlineNames
from linter.topics.names.headlines.headline_person import HeadlinePerson
from linter.topics.names.headlines.missing import all_missing, missing_names
from tests.names.builders import alarms, article, texts

SILENT = [
    ("fr", "Budget : Anne Corvisart tient bon", "Corvisart a parlé.", "the surname is enough"),
    ("fr", "Budget : Anne Corvisart tient bon", "Mme d'Corvisart.", "an elision"),
    ("fr", "Kim Jong-un sourit", "Le président Kim a souri.", "the family name comes first"),
    (
        "fr",
        "Anne Corvisart tient bon",
        "Anne est fatiguée. « Je reste », dit Anne.",
        "a first name used alone",
    ),
    ("fr", "Rue de la Paix, Mairie de Lyon", "Rien.", "ordinary words and places"),
    ("en", "Small Towns Win More Money", "They got it.", "title case"),
    ("en", "Milton Keynes wins", "The town won.", "a place"),
    ("de", "Der Vorstand der Gewerkschaft streikt", "Sie streiken.", "German nouns"),
    ("fr", "Un accord avec les Brésiliens", "Un accord.", "people of a country"),
]


@pytest.mark.parametrize(("lang", "headline", "text", "why"), SILENT)
def test_silent(lang: str, headline: str, text: str, why: str) -> None:
    found = alarms(HeadlinePerson, article(lang, headline, text, long=True))
    assert [alarm for alarm in found if alarm.severity is not Severity.INFO] == [], why


REPORTED = [
    ("fr", "Budget : Anne Corvisart tient bon", "Paul Lorisart a parlé.", "Anne Corvisart"),
    ("fr", "Le plan d'Anne Corvisart", "Anne Lorisart a parlé.", "Anne Corvisart"),
    ("fr", "Le maire de Dreux Anne Corvisart cède", "Le maire de Dreux parle.", "Anne Corvisart"),
    ("en", "A long road for Alan Harlow", "Peter Smith spoke.", "Alan Harlow"),
    ("de", "Neue Pläne von Anna Petersdorf", "Der Vorstand schweigt.", "Anna Petersdorf"),
    ("es", "Ana Corvisart gana la carrera", "Ganó Luisa Pérez.", "Ana Corvisart"),
    (
        "en",
        "The strange case of Fort Bellamy",
        "Peter Smithson spoke. He said that Smithson Hall was closed.",
        "Fort Bellamy",
    ),
]


@pytest.mark.parametrize(("lang", "headline", "text", "name"), REPORTED)
def test_reported(lang: str, headline: str, text: str, name: str) -> None:
    assert texts(HeadlinePerson, article(lang, headline, text, long=True)) == [name]


LOWERED = [
    ("fr", "Anne Corvisart : « Nous tiendrons »", {}, "a speaker"),
    ("en", "A long road to the coast. By Alan Harlow", {}, "a by-line"),
    ("en", "A long road for Alan Harlow", {"author": "Alan Harlow"}, "the author"),
    ("en", "A long road to the coast | Alan Harlow", {}, "after a bar"),
    ("en", "A long road for Pope Gaudentius", {}, "a pope"),
    ("en", "Alan Harlow - Roads and how to mend them", {}, "who gives the talk"),
    ("en", "A long road to the coastBy Alan Harlow", {}, "a by-line glued to the headline"),
    ("en", "The Long Road to the Coast by Alan Harlow", {}, "a work and its author"),
    ("en", 'The long "Alan Harlow" affair goes on', {}, "a name in quotation marks"),
    ("en", "The talk of Alan Harlow on roads", {"speakers": "alan-harlow"}, "a speaker in the front matter"),
    ("en", "Alan Harlow", {}, "the name of a profile is all of the headline"),
    ("en", "Galinha Caipira With Rice", {}, "every word has a capital"),
    ("fr", "Guide Complet Des Outils Avec Windows Enumeration", {}, "every word has a capital in French too"),
    ("es", "Guía para usar Windows Enumeration en casa", {}, "no person, and the text speaks of none"),
]


@pytest.mark.parametrize(("lang", "headline", "meta", "why"), LOWERED)
def test_lowered_to_info(lang: str, headline: str, meta: dict[str, str], why: str) -> None:
    found = alarms(HeadlinePerson, article(lang, headline, "Pope or no Pope.", long=True, **meta))
    assert {alarm.severity for alarm in found} <= {Severity.INFO}, why


def test_a_near_miss_is_reported_as_spelling() -> None:
    found = alarms(HeadlinePerson, article("fr", "Le plan Delvaut", "Mme Delvault a parlé.", long=True))
    assert [(alarm.variant, alarm.fields["other"]) for alarm in found] == [("spelling", "Delvault")]


def test_a_slip_that_name_spelling_reports_is_not_reported_twice() -> None:
    text = "Anne Corvisart a parlé. Corvisart est fatiguée."
    assert texts(HeadlinePerson, article("fr", "Le plan d'Anne Corvissart", text, long=True)) == []


def test_short_texts_are_not_judged() -> None:
    assert texts(HeadlinePerson, article("fr", "Anne Corvisart tient bon", "Rien.")) == []


def test_a_topic_before_a_colon_is_no_second_name() -> None:
    found = all_missing(article("fr", "Wikileaks : Anne Corvisart tient bon", "Le conseil a siégé."))
    assert [each.name for each in found] == []
    found = all_missing(article("fr", "Vernier : Anne Corvisart tient bon", "Le conseil a siégé."))
    assert [each.name for each in found] == ["Vernier", "Anne Corvisart"]


def test_all_names_missing_is_left_to_the_rule_for_it() -> None:
    found = article("fr", "Corvisart et Delvaut signent", "Le président Lorisart a parlé.", long=True)
    assert texts(HeadlineNames, found) == ["Corvisart et Delvaut"]
    assert texts(HeadlinePerson, found) == []
    assert [person.name for person in names.persons(found)] == ["Lorisart"]


def test_not_all_names_are_missing_if_one_is_only_misspelled() -> None:
    found = article("fr", "Corvissart et Delvaut signent", "Mme Corvisart a parlé.", long=True)
    assert all_missing(found) == ()


def test_other_alphabets_are_not_compared() -> None:
    assert missing_names(article("fr", "Anne Corvisart tient bon", "Анна Корвизар устала. " * 20)) == ()
