"""Articles that were translated from their source, or written from a source in another language."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from linter.check import Alarm, Check, Count, Setup
from linter.finding import Severity
from linter.topics.sources.translated import translated
from linter.topics.sources.unsupported_date import UnsupportedDate
from linter.topics.sources.unsupported_name import UnsupportedName
from linter.topics.sources.unsupported_number import UnsupportedNumber
from tests.sources.builders import against

ENGLISH = """---
lang: en
---

The new library of Pellington opened on 4 March 2019 with 12,500 books on three floors.

It was paid for by the town and by Maria Okafor, whose firm made $3.5 million last year.

In the first week 1,840 people came, and 63% of them took a book home with them.
"""
FRENCH = """La nouvelle bibliothèque de Pellington a ouvert le 4 mars 2019 avec 12 500 livres sur 3 étages.

Elle a été payée par la ville et par Maria Okafor, dont la firme a gagné 3,5 millions de dollars l'an dernier.

La première semaine, 1 840 personnes sont venues, et 63 % d'entre elles ont emporté un livre chez elles."""
INDONESIAN = """Perpustakaan baru Pellington dibuka pada 4 Maret 2019 dengan 12.500 buku di tiga lantai.

Perpustakaan Itu Dibayar oleh kota dan oleh Maria Okafor, yang firmanya memperoleh 3,5 juta dolar tahun lalu.

Pada Minggu Pertama datang 1.840 orang, dan 63% dari mereka membawa pulang sebuah buku ke rumah."""
CHECKS: list[type[Check]] = [UnsupportedNumber, UnsupportedDate, UnsupportedName]


def said(article: Article) -> list[tuple[str, str]]:
    """What the checks report, each with what the source has instead."""
    return [
        (article.excerpt(each.span), each.fields.get("other", ""))
        for check in CHECKS
        for each in check(check.Params(), Setup()).run(article)
        if isinstance(each, Alarm)
    ]


@pytest.mark.parametrize(("lang", "text"), [("fr", FRENCH), ("id", INDONESIAN)])
def test_a_translation_is_supported(lang: str, text: str) -> None:
    article = against(text, ENGLISH, lang=lang)
    assert translated(article) is not None
    assert said(article) == []


@pytest.mark.parametrize(
    ("right", "wrong", "reported"),
    [
        ("12 500", "12 800", ("12 800", "12,500")),
        ("63 %", "36 %", ("36", "63")),
        ("4 mars 2019", "4 mai 2019", ("4 mai 2019", "4 March 2019")),
        ("Pellington", "Pellimgton", ("Pellimgton", "Pellington")),
        ("Maria Okafor", "Henrik Solberg", ("Henrik Solberg", "")),
        ("un livre chez elles", "un livre chez elles pour 28 jours", ("28", "")),
    ],
)
def test_what_a_translation_has_otherwise(right: str, wrong: str, reported: tuple[str, str]) -> None:
    article = against(FRENCH.replace(right, wrong), ENGLISH, lang="fr")
    assert said(article) == [reported]


def test_a_number_of_another_scale_is_said() -> None:
    """``k``, 万 and millions write one number in three ways."""
    source = "---\nlang: en\n---\n\nThe list has 175k entries and cost $1.5 billion, 40 times the old one."
    text = "La lista tiene 175.000 entradas y costó 1.500 millones de dólares, 40 veces más que la anterior."
    assert said(against(text, source, lang="es")) == []


def test_a_free_article_is_held_against_a_foreign_source_with_care() -> None:
    """Capitals of headings and beginnings are no names, nor are months and weekdays."""
    text = (
        "Reabre A Grande Ponte Do Tarn\n\n"
        "Na sexta conferência do ano, em Março, o engenheiro Igor Bazarov falou da ponte. "
        "Autoridades locais e moradores de Londres aplaudiram na Quarta a obra de 41 metros."
    )
    source = (
        "---\nlang: en\n---\n\nThe mayor spoke in London about the bridge.\n\n"
        "- It is 41 metres long.\n\nNobody else spoke. The sun was shining over the river on Tuesday."
    )
    article = against(text, source, lang="pt")
    assert translated(article) is None
    assert said(article) == [("Igor Bazarov", "")]


def test_where_words_are_not_known_no_names_are_told() -> None:
    text = "Jembatan Besar Sungai Dibuka Kembali oleh Igor Bazarov, kata Wali Kota Budi Santoso."
    article = against(text, "The bridge over the river is open again, the mayor said.", lang="id")
    found = list(UnsupportedName(UnsupportedName.Params(), Setup()).run(article))
    assert [each.what for each in found if isinstance(each, Count)] == [
        "names not judged: no everyday words of the language are known"
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (FRENCH.replace("12 500", "12 800"), ENGLISH),
        ("La commune compte 34 300 habitants.", "The town has 24,300 inhabitants."),
    ],
    ids=["a translation", "a free text"],
)
def test_numbers_of_a_foreign_source_are_warnings(text: str, source: str) -> None:
    found = UnsupportedNumber(UnsupportedNumber.Params(), Setup()).run(against(text, source, lang="fr"))
    assert [each.severity for each in found if isinstance(each, Alarm)] == [Severity.WARNING]
