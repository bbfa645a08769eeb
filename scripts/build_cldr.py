"""Writes scripts/cldr/<language>.json: what Unicode CLDR says about the dates and numbers of each language.

Names of months and weekdays, the order of day, month and year, relative times, the decimal mark, and where
:data:`MEASURED` asks for them the names of units and currencies, as babel packages them, in the shape of
``linter/languages/dates.py``, ``numerals.py`` and ``units.py``; which CLDR it is stands beside them.
What CLDR does not say is in ``linter/languages/<language>.yaml``; ``compile_languages.py`` joins the two.
Run it after an update of babel:

    python scripts/build_cldr.py && python scripts/compile_languages.py
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import babel
from babel import localedata
from babel.core import get_cldr_version, get_global

from linter.languages.dates import spelling_key

TARGET = Path(__file__).resolve().parent / "cldr"
LANGUAGES = """
af am ar as ast az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fil fo fr fy ga gd gl gu
ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my nb ne nl
oc or pa pcm pl ps pt rm ro ru sa sc sd sh si sk sl so sq sr sv sw ta te tg th tk tr tt ug uk ur uz vi wo
xh yo zh zu
""".split()
LOCALES = {
    "bs": ("bs", "bs_Cyrl"),
    "nb": ("no", "nn"),
    "sh": ("bs", "bs_Cyrl"),
    "sr": ("sr", "sr_Latn"),
    "uz": ("uz", "uz_Cyrl"),
    "zh": ("zh", "zh_Hant"),
}
"""Languages that are read from a locale of another name, or in a second script whose spellings go along."""
UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Khmr", "Kore", "Laoo", "Mymr", "Thai"})
"""Scripts that put no blanks between words, or between a number and what marks it."""
MEASURED = ("ca", "cs", "da", "el", "fi", "nb", "ro", "ru", "sv", "tr", "uk")
"""Languages whose files leave the names of units and currencies to CLDR."""
MEASURES = {
    "mm": "length-millimeter", "cm": "length-centimeter", "m": "length-meter", "km": "length-kilometer",
    "in": "length-inch", "ft": "length-foot", "yd": "length-yard", "nmi": "length-nautical-mile",
    "mi": "length-mile", "ly": "length-light-year", "cm²": "area-square-centimeter",
    "m²": "area-square-meter", "km²": "area-square-kilometer", "ha": "area-hectare",
    "ft²": "area-square-foot", "mi²": "area-square-mile", "acre": "area-acre", "ml": "volume-milliliter",
    "cl": "volume-centiliter", "l": "volume-liter", "hl": "volume-hectoliter", "m³": "volume-cubic-meter",
    "gal": "volume-gallon", "bbl": "volume-barrel", "mg": "mass-milligram", "g": "mass-gram",
    "kg": "mass-kilogram", "t": "mass-tonne", "oz": "mass-ounce",
    "km/h": "speed-kilometer-per-hour", "m/s": "speed-meter-per-second", "mph": "speed-mile-per-hour",
    "kn": "speed-knot", "°C": "temperature-celsius", "°F": "temperature-fahrenheit", "W": "power-watt",
    "kW": "power-kilowatt", "MW": "power-megawatt", "GW": "power-gigawatt", "hp": "power-horsepower",
    "kWh": "energy-kilowatt-hour", "kcal": "energy-kilocalorie", "s": "duration-second",
    "min": "duration-minute", "h": "duration-hour", "d": "duration-day", "week": "duration-week",
    "month": "duration-month", "year": "duration-year", "B": "digital-byte", "KB": "digital-kilobyte",
    "MB": "digital-megabyte", "GB": "digital-gigabyte",
}  # fmt: skip
"""The unit of CLDR for each of ``linter.topics.numbers.reading.units.UNITS`` that it has."""
CURRENCIES = ("AUD CAD CHF CNY CZK DKK EUR GBP INR JPY NOK PLN RUB SEK TRY UAH USD").split()
STYLES = ("long", "full", "medium")
UNITS = ("day", "week", "month", "year")
_TOKEN = re.compile(r"'[^']*'|[A-Za-z]+|[^A-Za-z']+")


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.glob("*.json"):
        old.unlink()
    for language in LANGUAGES:
        (TARGET / f"{language}.json").write_text(rendered(language), encoding="utf-8", newline="\n")


def rendered(language: str) -> str:
    """The file of one language."""
    data = {"cldr": get_cldr_version(), "dates": from_cldr(language), "numerals": numerals(language)}
    if language in MEASURED:
        data["units"] = units(babel.Locale.parse(language))
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def from_cldr(language: str) -> dict[str, Any]:
    """What CLDR says about one language, by the keys of a language file; nothing is left empty."""
    # Loading one locale writes into the aliases of those in babel's cache (seen in 2.18).
    localedata._cache.clear()
    locales = [babel.Locale.parse(name) for name in LOCALES.get(language, (language,))]
    pattern = locales[0].date_formats
    months = rows(locales, "months", "wide")
    data: dict[str, Any] = {
        "short-months": numbered(rows(locales, "months", "abbreviated"), 1),
        "weekday-forms": rows(locales, "days", "wide"),
        "short-weekdays": numbered(rows(locales, "days", "abbreviated"), 0),
        "orders": list(dict.fromkeys(order(pattern[style].pattern) for style in STYLES)),
        "numeric": order(pattern["short"].pattern),
        "ago": by_unit(ago, locales[0]),
        "durations": by_unit(duration, locales[0]),
    }
    data |= habits(locales[0])
    if locales[0].months["format"]["wide"][4].startswith(("d’", "d'")):
        data["of"] = ["de", "d'"]
    for style in STYLES:
        add_marks(data, months, pattern[style].pattern)
    data["months"] = numbered(months, 1)
    return {key: value for key, value in data.items() if value}


def numerals(language: str) -> dict[str, Any]:
    """How the language marks decimals where it writes them in Latin digits."""
    locale = babel.Locale.parse(LOCALES.get(language, (language,))[0])
    return {"decimal-mark": locale.number_symbols["latn"]["decimal"]}


def units(locale: babel.Locale) -> dict[str, Any]:
    """The names of units in all their cases and numbers, and those of currencies."""
    patterns, forms = locale._data["unit_patterns"], locale._data["currency_names_plural"]
    names = {key: measured(patterns[unit]) for key, unit in MEASURES.items() if unit in patterns}
    named = ((code, forms.get(code) or {"other": locale.currencies[code]}) for code in CURRENCIES)
    currencies = {code: set(map(single_blanks, listed.values())) for code, listed in named}
    return {
        "names": {key: listed for key, listed in names.items() if listed},
        "currencies": {code: sorted(listed) for code, listed in currencies.items()},
    }


def measured(widths: dict[str, dict[str, Any]]) -> list[str]:
    """What stands behind the number of a unit, written out and, in letters of other scripts, as a symbol.

    Symbols of one letter and shortened words are left out: they may stand for a year, too ("1941 г.").
    """
    written = {width: sorted(behind_number(widths.get(width, {}))) for width in ("long", "short")}
    symbols = [name for name in written["short"] if not name.isascii() and re.search(r"\w.+[^.]$", name)]
    return list(dict.fromkeys([*written["long"], *symbols]))


def behind_number(forms: dict[str, Any]) -> Iterator[str]:
    """The forms of a unit, plural by plural and case by case."""
    for key, form in forms.items():
        if isinstance(form, dict):
            yield from behind_number(form)
        elif key not in ("per", "gender", "display_name") and form.startswith("{0}"):
            yield single_blanks(form.removeprefix("{0}"))


def single_blanks(name: str) -> str:
    """A name in single blanks."""
    return " ".join(name.split())


def numbered(spellings: list[list[str]], first: int) -> dict[str, int]:
    """Spelling -> number, from rows in the order of the numbers."""
    return {spelling_key(name): number for number, row in enumerate(spellings, start=first) for name in row}


def habits(locale: babel.Locale) -> dict[str, bool]:
    """Yes-or-no habits of a language."""
    pattern = locale.date_formats
    script = get_global("likely_subtags")[locale.language].split("_")[1]
    return {
        "capital": locale.months["format"]["wide"][1][:1].isupper(),
        "day-capital": locale.days["format"]["wide"][0][:1].isupper(),
        "weekday-last": order(pattern["full"].pattern, "E").endswith("e"),
        "point": any("." in pattern[style].pattern for style in ("short", "medium")),
        "unspaced": script in UNSPACED,
    }


def add_marks(data: dict[str, Any], months: list[list[str]], pattern: str) -> None:
    for key, mark in marks(pattern):
        if key == "comma-year":
            data[key] = True
        elif key == "month-marks":
            with_ending(months, mark)
        elif mark not in data.setdefault(key, []):
            data[key].append(mark)


def with_ending(months: list[list[str]], ending: str) -> None:
    """Adds the months with the ending that a pattern glues to them (Basque "martxoaren")."""
    for row in months:
        row += [name + ending for name in row if ending.isalpha() and not name.endswith(ending)]


def rows(locales: list[babel.Locale], part: str, width: str) -> list[list[str]]:
    """The spellings of each month from January, or of each weekday from Monday."""
    first, count = (1, 12) if part == "months" else (0, 7)
    table: list[list[str]] = [[] for _ in range(count)]
    for locale in locales:
        names = getattr(locale, part)
        for context in ("format", "stand-alone"):
            for number, name in names[context][width].items():
                spelling = plain(name)
                if wanted(spelling) and spelling not in table[number - first]:
                    table[number - first].append(spelling)
    return table


def plain(name: str) -> str:
    """A name without the dot and the preposition that CLDR gives it ("de març", "janv.")."""
    name = unicodedata.normalize("NFC", name).strip().rstrip(".").replace("\u200f", "").replace("\u200e", "")
    return re.sub(r"^(?:de |d[’'])", "", name)


def wanted(spelling: str) -> bool:
    """Not the numbered stand-ins of CLDR (M03), and no single letter of an alphabet."""
    return not re.fullmatch(r"M\d\d", spelling) and (len(spelling) > 1 or spelling > "\u3000")


def fields(pattern: str) -> Iterator[str]:
    """The parts of a CLDR date pattern: field letters as they are, literal text behind a quote."""
    for token in _TOKEN.findall(pattern):
        if token.startswith("'"):
            yield "'" + token.strip("'")
        elif token[0].isascii() and token[0].isalpha():
            yield {"L": "M", "c": "E", "Y": "y"}.get(token[0], token[0])
        else:
            yield "'" + token


def order(pattern: str, more: str = "") -> str:
    """``dmy``, ``mdy`` or ``ymd`` …"""
    return "".join(field for field in fields(pattern) if field in "dMy" + more).lower()


def marks(pattern: str) -> Iterator[tuple[str, str]]:
    """The literal text of a pattern, by the role it plays."""
    left, literal = "", ""
    for field in [*fields(pattern), "end"]:
        if field.startswith("'"):
            literal += field[1:]
            continue
        yield from role(left, literal.replace("\u200f", ""), field)
        left, literal = field, ""


def role(left: str, literal: str, right: str) -> Iterator[tuple[str, str]]:
    text = literal.strip(" \u00a0\u202f")
    if text in {",", "،"} and right == "y":
        yield "comma-year", text
    if not text or text in {",", "،", "-", "/"} or left not in {"d", "M", "y", "E"}:
        return
    glued = not literal.startswith((" ", "\u00a0", "\u202f"))
    if left == "E":
        yield "lead", text.strip(" ,")
    elif left == "y":
        yield "year-marks", text.rstrip(", ")
    elif glued:
        yield {"d": "day-marks", "M": "month-marks"}[left], text.rstrip(", ")
    elif right in {"M", "y"}:
        yield "of", text
    else:
        yield "day-marks", text.rstrip(", ")


def by_unit(
    phrases: Callable[[babel.Locale, str], Iterable[str]], locale: babel.Locale
) -> dict[str, list[str]]:
    found = {unit: sorted(set(phrases(locale, unit))) for unit in UNITS}
    return {unit: listed for unit, listed in found.items() if listed}


def ago(locale: babel.Locale, unit: str) -> Iterable[str]:
    """ "{number} years ago" in all its plural forms."""
    past = locale._data["date_fields"].get(unit, {}).get("past", {})
    return (phrase(form) for form in past.values() if "{0}" in form)


def duration(locale: babel.Locale, unit: str) -> Iterable[str]:
    """ "{number} years" in all its plural forms."""
    forms = locale._data["unit_patterns"].get(f"duration-{unit}", {}).get("long", {})
    return (phrase(form) for plural, form in forms.items() if "{0}" in form and plural != "per")


def phrase(form: str) -> str:
    """A form of CLDR in the syntax of phrases."""
    return re.sub(r"\s+", " ", form.replace("{0}", "{number}").replace("’", "'"))


if __name__ == "__main__":
    main()
