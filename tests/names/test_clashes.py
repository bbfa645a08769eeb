"""Titles, ages and acronyms that contradict each other."""

from __future__ import annotations

import pytest

from linter.check import Check
from linter.topics.names.acronym_clash import AcronymClash
from linter.topics.names.age_clash import AgeClash
from linter.topics.names.title_clash import TitleClash
from tests.names.builders import article, texts

QUIET = [
    (TitleClash, "en", "President Anna Petrescu came. Ex Prime Minister Petrescu left.", "a past office"),
    (TitleClash, "en", "President Anna Petrescu met Prime Minister Paul Harlow.", "two people"),
    (
        TitleClash,
        "fr",
        "Le président Paul Corvisart et l'ancien premier ministre Corvisart.",
        "a past office",
    ),
    (AgeClash, "fr", "Anne Corvisart, 41 ans, et Paul Corvisart, 43 ans.", "two people"),
    (AgeClash, "en", "Anna Petrescu (41) spoke. Anna Petrescu, 41, left.", "the same age"),
    (AcronymClash, "en", "The Harbour Office (HBO) and the Harbour Office (HBO).", "no initials"),
    (AcronymClash, "en", "The Old Hat Order (OHO); the Old Hat Order (OHO).", "the same words"),
    (
        AcronymClash,
        "fr",
        "Office du Port Nord (OPN), offices des ports nordiques (OPN).",
        "endings",
    ),
]


@pytest.mark.parametrize(("check", "lang", "text", "why"), QUIET)
def test_quiet(check: type[Check], lang: str, text: str, why: str) -> None:
    assert texts(check, article(lang, "Rien", text)) == [], why


LOUD = [
    (TitleClash, "en", "President Anna Petrescu came. Prime Minister Petrescu left.", "Prime Minister"),
    (AgeClash, "fr", "Anne Corvisart, 41 ans, arrive. Anne Corvisart (43 ans) part.", "43"),
    (AgeClash, "en", "41-year-old Anna Petrescu spoke. Anna Petrescu, 43, left.", "43"),
    (AcronymClash, "en", "The Old Harbour Office (OHO); the Open Hat Order (OHO).", "Open Hat Order"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "lang", "text", "place"), LOUD)
def test_loud(check: type[Check], lang: str, text: str, place: str) -> None:
    assert texts(check, article(lang, "Rien", text)) == [place]
