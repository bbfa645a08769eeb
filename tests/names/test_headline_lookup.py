"""What of a headline is looked up in the text, and when it counts as found."""

from __future__ import annotations

import pytest

from linter.topics import names
from linter.topics.names.headlines.casing import Case
from tests.names.builders import article

FOUND = [
    pytest.param("fr", "Le plan de Delcourt", "Une idée d'Anne et de d'Delcourt.", id="elision"),
    pytest.param("fr", "L'avis d'Aliev", "Aliev a parlé.", id="elided in the headline"),
    pytest.param("en", "The trouble with Harlow's plan", "Harlow spoke.", id="possessive in the headline"),
    pytest.param("en", "The trouble with Harlow", "Harlow’s plan failed.", id="possessive in the text"),
    pytest.param("fr", "Le plan de Marechal", "Mme Maréchal a parlé.", id="accent"),
    pytest.param("de", "Der Plan von Ina Mueller", "Frau Müller sprach.", id="umlaut digraph"),
    pytest.param("en", "A cup for Jean-Luc Perrin", "Jean Luc Perrin won.", id="hyphen"),
    pytest.param("pl", "Rozmowa z Nowakiem", "Nowak mówił długo.", id="Polish inflection"),
    pytest.param("ru", "Встреча с Кузнецовым", "Кузнецов прилетел утром.", id="Russian inflection"),
    pytest.param("ru", "Ответ В.Кузнецова", "Кузнецов ответил.", id="glued initial"),
    pytest.param("cs", "Cena pro Nováka", "Novák ji převzal.", id="Czech inflection"),
    pytest.param("tr", "Karar Yıldırım'dan geldi", "Yıldırım konuştu.", id="Turkish suffix"),
    pytest.param("sv", "Så tänker Lindqvists chef", "Lindqvist talade.", id="Swedish genitive"),
    pytest.param("el", "Τα σχέδια του Παππά", "Ο Παππάς μίλησε.", id="Greek inflection"),
    pytest.param("en", "HARLOW QUITS", "On Monday Harlow left.", id="all capitals"),
]


@pytest.mark.parametrize(("lang", "headline", "text"), FOUND)
def test_a_name_in_another_form_is_found(lang: str, headline: str, text: str) -> None:
    looked_up = names.lookups(article(lang, headline, text))
    assert looked_up
    assert [found.name for found in looked_up if found.absent and not found.candidate.weak] == []


ABSENT = [
    ("fr", "Le plan de Delcourt", "Marchand a parlé.", ["Delcourt"]),
    ("fr", "Delcourt et d'Aubry signent", "Marchand a parlé.", ["Delcourt", "Aubry"]),
    ("en", "A long road for Alan Harlow", "Petersen spoke.", ["Alan Harlow"]),
    ("sv", "Så tänker Truls", "Det var truligt.", ["Truls"]),
    ("en", "A prize for Marchetti", "It was given on 4 March.", ["Marchetti"]),
]


@pytest.mark.parametrize(("lang", "headline", "text", "absent"), ABSENT)
def test_a_name_that_the_text_has_not(lang: str, headline: str, text: str, absent: list[str]) -> None:
    looked_up = names.lookups(article(lang, headline, text))
    assert [found.name for found in looked_up if found.absent] == absent


NO_CANDIDATES = [
    ("fr", "Covid-19 : le plan", "digits"),
    ("fr", "Le plan de la SNCF", "acronym"),
    ("en", "New rules for iPhone and YouTube", "camel case"),
    ("en", "New rules for booking.com", "address"),
    ("ja", "Harlow が辞任", "a script without capitals"),
    ("en", "Government Plans Bigger Schools", "title case of ordinary words"),
]


@pytest.mark.parametrize(("lang", "headline", "why"), NO_CANDIDATES)
def test_no_candidates(lang: str, headline: str, why: str) -> None:
    title = names.headline(article(lang, headline, "\u8f9e\u4efb\u3002" if lang == "ja" else "Rien."))
    assert title is not None
    assert [title.name(found) for found in title.candidates if not found.weak] == [], why


@pytest.mark.parametrize(
    ("lang", "headline", "case"),
    [
        ("en", "Harlow quits after long row", Case.SENTENCE),
        ("en", "Harlow Quits After Long Row", Case.TITLE),
        ("fr", "Marie Delcourt Face À Anne Aubry", Case.SENTENCE),
        ("fr", "DELCOURT CLAQUE LA PORTE", Case.UPPER),
        ("de", "Minister lehnt Vorschlag ab", Case.NOUNS),
    ],
)
def test_case_styles(lang: str, headline: str, case: Case) -> None:
    title = names.headline(article(lang, headline, "Text."))
    assert title is not None
    assert title.case is case
