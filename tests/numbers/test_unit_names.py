"""What languages call units and money, against the Unicode CLDR."""

from __future__ import annotations

import pytest
from babel.numbers import get_currency_name
from babel.units import format_unit

from linter.languages import described, speech
from linter.topics.numbers.reading.scan import scan
from linter.topics.numbers.reading.units import UNITS
from tests.cldr import same_cldr

SOME = {"ar", "ja", "ko", "zh"}
"""Languages of which some units are known only: most of CLDR's are written without a blank, as dates are
(年, 月, 日), and nobody has told them apart yet."""
NAMING = [code for code in described() if speech(code).units.names and code not in SOME]
CLDR_UNITS = {
    "length-millimeter": "mm", "length-centimeter": "cm", "length-meter": "m", "length-kilometer": "km",
    "length-inch": "in", "length-foot": "ft", "length-mile": "mi", "length-nautical-mile": "nmi",
    "area-square-meter": "m²", "area-square-kilometer": "km²", "area-hectare": "ha",
    "area-square-foot": "ft²", "volume-milliliter": "ml", "volume-liter": "l", "volume-hectoliter": "hl",
    "volume-cubic-meter": "m³", "volume-gallon": "gal", "mass-milligram": "mg", "mass-gram": "g",
    "mass-kilogram": "kg", "mass-ounce": "oz", "speed-kilometer-per-hour": "km/h",
    "speed-meter-per-second": "m/s", "speed-mile-per-hour": "mph", "speed-knot": "kn",
    "temperature-celsius": "°C", "temperature-fahrenheit": "°F", "power-watt": "W",
    "power-kilowatt": "kW", "power-megawatt": "MW", "power-gigawatt": "GW", "energy-kilowatt-hour": "kWh",
    "energy-kilocalorie": "kcal", "duration-second": "s", "duration-minute": "min", "duration-hour": "h",
    "duration-day": "d", "duration-week": "week", "duration-month": "month", "duration-year": "year",
    "digital-byte": "B", "digital-kilobyte": "KB", "digital-megabyte": "MB", "digital-gigabyte": "GB",
}  # fmt: skip
CURRENCIES = ("EUR", "USD", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK")
IN_SENTENCES = {"de", "pt"}
"""CLDR writes the names of currencies there as headings, with a capital."""
OTHERWISE = {("fr", "USD"), ("de", "USD"), ("de", "CHF")}
"""CLDR has a name that no newspaper uses, or one that is a noun, with its capital."""


@same_cldr
@pytest.mark.parametrize("number", [2, 5, 21])
@pytest.mark.parametrize("language", NAMING)
def test_a_unit_is_read_in_its_forms(language: str, number: int) -> None:
    for name, key in CLDR_UNITS.items():
        text = format_unit(number, name, length="long", locale=language)
        assert text is not None
        if name in text:  # babel 2.18 finds no name that CLDR inherits from another width
            continue
        (quantity,) = scan(text, language, lambda: ".")
        assert (quantity.text, quantity.unit, quantity.value) == (text, key, number)


@same_cldr
@pytest.mark.parametrize("number", [1, 2, 5])
@pytest.mark.parametrize("language", NAMING)
def test_money_is_read_in_its_forms(language: str, number: int) -> None:
    for code in CURRENCIES:
        if (language, code) in OTHERWISE:
            continue
        name = get_currency_name(code, number, locale=language)
        if language in IN_SENTENCES and code != "EUR":
            name = name[0].lower() + name[1:]
        text = f"{number} {name.lower() if language == 'pt' else name}"
        (quantity,) = scan(text, language, lambda: ".")
        assert (quantity.text, quantity.unit, quantity.value) == (text, code, number)


@pytest.mark.parametrize("language", described())
def test_keys_are_those_of_units(language: str) -> None:
    units = speech(language).units
    assert {*units.names, *units.doubtful} <= set(UNITS)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "5 pounds of sugar", "pound"),
        ("en", "6in long", "in"),
        ("en", "6 in tall", "in"),
        ("en", "6 in 2020", ""),
        ("en", "3 US dollars", "USD"),
        ("en", "3 Hong Kong dollars", "HKD"),
        ("en", "50 pence", "penny"),
        ("fr", "3 milles nautiques", "nmi"),
        ("fr", "10 miles à l’heure", "mph"),
        ("fr", "100 francs", "FRF"),
        ("fr", "300 francs CFA", "XOF"),
        ("fr", "50 degrés", "°C"),
        ("de", "5 Pfund", "GBP"),
        ("de", "100 D-Mark", "DEM"),
        ("de", "120 Stundenkilometern", "km/h"),
        ("es", "100 pesetas", "ESP"),
        ("es", "100 pesos", "peso"),
        ("it", "100 lire", "ITL"),
        ("it", "30 chilometri all’ora", "km/h"),
        ("pt", "100 reais", "BRL"),
        ("pt", "30 quilómetros", "km"),
        ("nl", "100 gulden", "NLG"),
        ("nl", "3 euro’s", "EUR"),
        ("nl", "90 pk", "hp"),
        ("pl", "3 kilometry", "km"),
        ("hr", "3 kilometra", ""),
        ("zh", "5公里", "km"),
        ("zh", "5美元", "$"),
        ("ja", "5ドル", "$"),
        ("ko", "5킬로미터", "km"),
        ("ar", "5 كيلومتر", "km"),
    ],
)
def test_a_name_after_a_number(language: str, text: str, unit: str) -> None:
    (quantity, *_) = scan(text, language, lambda: ",")
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "5 percent", "percent"),
        ("en", "5 per cent", "percent"),
        ("en", "5 percentage points", "points"),
        ("pl", "5 punktów procentowych", "points"),
        ("pl", "5 pkt proc.", "points"),
        ("pl", "5 pkt. proc.", "points"),
        ("pl", "5 p.p.", "points"),
        ("pl", "5 pp.", "points"),
        ("pl", "1 punkt procentowy", "points"),
        ("pl", "2 punkty procentowe", "points"),
        ("en", "25 basis points", "points"),
        ("en", "5 percents", "number"),
        ("fr", "5 pour cent", "percent"),
        ("fr", "5 points de pourcentage", "points"),
        ("de", "5 Prozent", "percent"),
        ("de", "5 Prozentpunkte", "points"),
        ("de", "5 Prozentsätze", "number"),
        ("es", "5 por ciento", "percent"),
        ("es", "5 puntos porcentuales", "points"),
        ("it", "5 per cento", "percent"),
        ("it", "5 punti percentuali", "points"),
        ("pt", "5 por cento", "percent"),
        ("pt", "5 pontos percentuais", "points"),
        ("nl", "5 procent", "percent"),
        ("nl", "5 procentpunten", "points"),
        ("da", "5 procent", "percent"),
        ("sv", "5 procent", "percent"),
        ("", "5 %", "percent"),
        ("", "5 percent", "number"),
    ],
)
def test_percent_and_points(language: str, text: str, kind: str) -> None:
    (quantity,) = scan(text, language, lambda: ",")
    assert quantity.kind == kind


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "3 and a half miles", 3.5),
        ("fr", "3 et demi", 3.5),
        ("es", "3 y medio", 3.5),
        ("it", "3 e mezzo", 3.5),
        ("pt", "3 e meio", 3.5),
        ("nl", "3 en een half", 3.5),
        ("de", "3 einhalb", 3.5),
        ("de", "3 et demi", 3),
    ],
)
def test_a_half_after_a_number(language: str, text: str, value: float) -> None:
    (quantity,) = scan(text, language, lambda: ",")
    assert quantity.value == value


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "5 to 8 km", "km"),
        ("en", "5 to about 8 km", "km"),
        ("en", "between 5 and 8 km", "km"),
        ("fr", "5 à 8 km", "km"),
        ("fr", "entre 5 et 8 km", "km"),
        ("de", "5 bis 8 km", "km"),
        ("de", "zwischen 5 und 8 km", "km"),
        ("es", "5 o 8 km", "km"),
        ("es", "entre 5 y 8 km", "km"),
        ("it", "5 o 8 km", "km"),
        ("it", "tra 5 e 8 km", "km"),
        ("pt", "5 ou 8 km", "km"),
        ("pt", "entre 5 e 8 km", "km"),
        ("nl", "5 tot 8 km", "km"),
        ("nl", "tussen 5 en 8 km", "km"),
    ],
)
def test_a_range(language: str, text: str, unit: str) -> None:
    (quantity,) = scan(f"x {text} y", language, lambda: ",")
    assert (quantity.interval.low, quantity.interval.high, quantity.unit) == (4.5, 8.5, unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "rose from 5 to 8 km"),
        ("fr", "passe de 5 à 8 km"),
        ("de", "stieg von 5 bis 8 km"),
        ("es", "pasó de 5 a 8 km"),
        ("it", "passa da 5 a 8 km"),
        ("pt", "passou de 5 a 8 km"),
        ("nl", "ging van 5 tot 8 km"),
        ("en", "5 bis 8 km"),
        ("de", "between 5 and 8 km"),
    ],
)
def test_a_change_or_a_foreign_word_makes_no_range(language: str, text: str) -> None:
    assert len(scan(text, language, lambda: ",")) == 2
