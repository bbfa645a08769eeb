"""What counts as a quantity, what it says, and where it stands."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.article.read import read_article
from linter.languages import described, speech
from linter.topics.numbers import Quantity, quantities
from linter.topics.numbers.fractions import fractions_in
from linter.topics.numbers.reading.digits import decimal_mark
from linter.topics.numbers.reading.scan import scan


def read(text: str, language: str = "en") -> list[Quantity]:
    return scan(text, language, lambda: decimal_mark(language, [text]))


def only(text: str, language: str = "en") -> Quantity:
    found = read(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "the Covid-19 wave",
        "an F-16 and a U2",
        "version 1.2.3 of it",
        "at 10:30 sharp",
        "see https://example.org/12/3",
        "the 3/4 view",
        "a one and only",
        "call 01.23.45.67.89",
        "R$ 3, 86 million",
        "about 12, 5%",
    ],
)
def test_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("in 2019 already", "year"),
        ("his 3rd win", "ordinal"),
        ("won 3-1 there", "score"),
        ("a 1990s band", "ordinal"),
        ("up 2 percentage points", "points"),
        ("up 2 %", "percent"),
        ("the 12 ships", "number"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "$1.8bn of debt", 1.8e9, "$"),
        ("en", "£94m of debt", 94e6, "GBP"),
        ("en", "US$3 billion", 3e9, "USD"),
        ("en", "20 million US dollars", 20e6, "USD"),
        ("en", "a 10-mile walk", 10, "mi"),
        ("en", "6ft 2in tall", 6 + 2 / 12, "ft"),
        ("en", "two and a half million people", 2.5e6, ""),
        ("en", "a million dollars", 1e6, "$"),
        ("en", "one thousand two hundred people", 1200, ""),
        ("fr", "un milliard d’euros", 1e9, "EUR"),
        ("fr", "3,5 millions d'euros", 3.5e6, "EUR"),
        ("fr", "45 Md€ de dette", 45e9, "EUR"),
        ("fr", "1 234 567 habitants", 1234567, ""),
        ("fr", "deux billions", 2e12, ""),
        ("de", "3,5 Mio. Euro", 3.5e6, "EUR"),
        ("de", "1.234 Menschen", 1234, ""),
        ("de", "eine Billion Euro", 1e12, "EUR"),
        ("de", "zwölftausend Menschen", 12000, ""),
        ("es", "mil millones de euros", 1e9, "EUR"),
        ("es", "3 mil millones de pesos", 3e9, "peso"),
        ("it", "20mila persone", 20000, ""),
        ("it", "tre miliardi di euro", 3e9, "EUR"),
        ("pt", "R$ 295,3 bilhões", 295.3e9, "BRL"),
        ("pt", "dois biliões de euros", 2e12, "EUR"),
        ("nl", "1,5 miljard euro", 1.5e9, "EUR"),
        ("de", "1’234’567 Franken", 1234567, "CHF"),
    ],
)
def test_scales_and_units(language: str, text: str, value: float, unit: str) -> None:
    found = [each for each in read(text, language) if each.value > 1]
    assert [(round(each.value, 6), each.unit) for each in found] == [(round(value, 6), unit)]


@pytest.mark.parametrize(
    ("language", "text", "hedge"),
    [
        ("en", "about 300 people", "about"),
        ("en", "300 people or so", "about"),
        ("en", "more than the 300", "at least"),
        ("en", "300 or more", "at least"),
        ("fr", "près de 300 personnes", "about"),
        ("fr", "un prix (environ 300 dollars)", "about"),
        ("en", "more than (300 people)", ""),
        ("fr", "plus d’une dizaine", "about"),
        ("fr", "au moins 300", "at least"),
        ("fr", "300 au plus", "at most"),
        ("de", "etwa 300", "about"),
        ("de", "bis zu 300", "at most"),
        ("es", "unos 300", "about"),
        ("it", "circa 300", "about"),
        ("it", "oltre 300", "at least"),
        ("pt", "cerca de 300", "about"),
        ("nl", "ongeveer 300", "about"),
        ("fr", "jusqu'à 300", "at most"),
        ("fr", "près d’un million", "about"),
        ("fr", "plus d'un million", "at least"),
        ("fr", "au prix d'environ 300", "about"),
        ("fr", "300 et plus", "at least"),
        ("de", "mindestens 300", "at least"),
        ("de", "etwa die 300", "about"),
        ("de", "300 oder mehr", "at least"),
        ("es", "al menos a 300", "at least"),
        ("es", "hasta 300", "at most"),
        ("es", "300 o así", "about"),
        ("it", "fino a 300", "at most"),
        ("it", "almeno da 300", "at least"),
        ("it", "all’incirca 300", "about"),
        ("pt", "pelo menos 300", "at least"),
        ("pt", "menos de 300", "at most"),
        ("nl", "zo’n 300", "about"),
        ("nl", "minstens 300", "at least"),
        ("nl", "niet meer dan 300", "at most"),
        ("en", "'less than 300", "at most"),
        ("en", "environ 300", ""),
        ("ru", "about 300", ""),
        ("en", "exactly 300 people", ""),
    ],
)
def test_hedges(language: str, text: str, hedge: str) -> None:
    assert only(text, language).hedge == hedge


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.8 metres", 1.75, 1.85),
        ("15 metres", 14.5, 15.5),
        ("20 metres", 19.5, 20.5),
        ("300 metres", 295, 305),
        ("1,250 metres", 1245, 1255),
        ("280,000 metres", 275_000, 285_000),
        ("two million", 1.5e6, 2.5e6),
        ("at least 30 %", 29.5, math.inf),
        ("5-8 km", 4.5, 8.5),
        ("5 to 8 km", 4.5, 8.5),
        ("between 5 and 8 km", 4.5, 8.5),
    ],
)
def test_interval_is_what_the_digits_say(text: str, low: float, high: float) -> None:
    assert only(text).interval == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two thirds", 2 / 3),
        ("en", "a quarter", 0.25),
        ("en", "half of them", 0.5),
        ("en", "the first half of it", None),
        ("en", "half-time", None),
        ("en", "five quarters in a row", None),
        ("fr", "les trois quarts", 0.75),
        ("fr", "un cinquième", 0.2),
        ("fr", "une cinquième victoire", None),
        ("fr", "la moitié", 0.5),
        ("de", "zwei Drittel", 2 / 3),
        ("de", "einem Viertel", 0.25),
        ("de", "die Hälfte", 0.5),
        ("es", "una cuarta parte", 0.25),
        ("es", "tres cuartas partes", 0.75),
        ("es", "la mitad", 0.5),
        ("it", "due terzi", 2 / 3),
        ("it", "la metà", 0.5),
        ("pt", "um terço", 1 / 3),
        ("pt", "metade", 0.5),
        ("nl", "drie kwart", 0.75),
        ("nl", "de helft", 0.5),
        ("de", "two thirds", None),
        ("ru", "two thirds", None),
    ],
)
def test_fractions_in_words(language: str, text: str, value: float | None) -> None:
    assert [each.value for each in fractions_in(text, language)] == ([] if value is None else [value])


@pytest.mark.parametrize("digits", [100, 400])
def test_a_number_of_several_parts_is_none_beyond_what_floats_can_hold(digits: int) -> None:
    assert [found.value for found in read(f"5人と{'9' * digits}億2000万円。", "ja")] == [5]


def test_from_to_is_no_range() -> None:
    assert [each.text for each in read("rose from 5 to 8 km")] == ["5", "8 km"]


@pytest.mark.parametrize(
    ("language", "others", "text", "values"),
    [
        ("es", "Subió un 2.5 % y un 3.5 %.", "hay 1,234 casos", [1234]),
        ("es", "Subió un 2,5 %.", "hay 1.234 casos", [1234]),
        ("es", "Subió un 2,5 % y un 3.5 %.", "hay 1.234 casos", []),
        ("en", "", "there are 1,234 cases", [1234]),
        ("fr", "", "il y a 839.000 cas", [839000]),
        ("fr", "", "0.125 gramme", [0.125]),
        ("fr", "", "1,234 milliard ou mille", [1000]),
    ],
)
def test_marks_are_decided_by_language_and_document(
    language: str, others: str, text: str, values: list[float]
) -> None:
    found = scan(text, language, lambda: decimal_mark(language, [others, text]))
    assert [each.value for each in found] == values


@pytest.mark.parametrize(
    ("language", "mark"), [("en", "."), ("zh", "."), ("de", ","), ("ru", ","), ("am", "."), ("", ",")]
)
def test_usual_mark(language: str, mark: str) -> None:
    assert decimal_mark(language, []) == mark


MARKS = {"en": ",.", "de": ".,", "es": ".,", "it": ".,", "pt": ".,", "nl": ".,", "fr": "\u202f,"}


@given(
    language=st.sampled_from(sorted(MARKS)),
    whole=st.integers(0, 10**9),
    decimals=st.one_of(st.just(""), st.from_regex(r"[0-9]{1,2}", fullmatch=True)),
)
def test_number_written_in_a_locale_is_read_as_that_number(language: str, whole: int, decimals: str) -> None:
    group, mark = MARKS[language]
    written = f"{whole:,}".replace(",", group) + (mark + decimals if decimals else "")
    text = f"x {written} y"
    found = only(text, language)
    assert found.value == pytest.approx(float(f"{whole}.{decimals or 0}"))
    assert text[found.start : found.end] == written
    assert found.interval.low <= found.value <= found.interval.high


LANGUAGES = [code for code in described() if speech(code).numerals.words.units]


@given(
    st.sampled_from(LANGUAGES),
    st.text(alphabet="0123456789.,- €$%£\u00a0'mkdeursiloxy()\n\ufffc", max_size=60),
)
def test_offsets_are_exact_and_in_order(language: str, text: str) -> None:
    found = read(text, language)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_parts_of_dates_and_code_are_marked() -> None:
    source = "---\nlang: en\n---\n\nFrom 3 to 5 June 2019 about 14 ships `sank 12` came.\n"
    article = read_article(source, "a.md")
    ((block, items),) = quantities(article)
    assert [(each.text, each.kind) for each in items] == [
        ("3", "date"), ("5", "date"), ("2019", "date"), ("14", "number"),
    ]  # fmt: skip
    span = block.text.span(items[-1].start, items[-1].end)
    assert source[span.start : span.end] == "14"
