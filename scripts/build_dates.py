"""Writes linter/data/dates/<language>.json: the names and habits of dates, one compact file a language.

Names, word order and relative expressions come from CLDR (through babel, which has the whole of
it); what CLDR does not say comes from dates_words.yaml beside this script; which CLDR it was is
written beside the data. Run it after an update of babel or a change of that file:

    python scripts/build_dates.py
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import babel
import yaml
from babel import localedata
from babel.core import get_cldr_version

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "linter" / "data" / "dates"
LANGUAGES = """
af am ar as ast az be bg bn br bs ca ckb cs cy da de el en eo es et eu fa fi fil fo fr fy ga gd gl gu
ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my ne nl no
oc or pa pcm pl ps pt rm ro ru sa sc sd si sk sl so sq sr sv sw ta te tg th tk tr tt ug uk ur uz vi wo
xh yo yue zh zu
""".split()
VARIANTS = {"sr": ("sr_Latn",), "bs": ("bs_Cyrl",), "uz": ("uz_Cyrl",), "zh": ("zh_Hant",), "no": ("nn",)}
"""Other scripts of a language, whose spellings are read along."""
STYLES = ("long", "full", "medium")
UNITS = ("year", "month", "week", "day")
_TOKEN = re.compile(r"'[^']*'|[A-Za-z]+|[^A-Za-z']+")


def main() -> None:
    words = yaml.load((HERE / "dates_words.yaml").read_text(encoding="utf8"), Loader=yaml.BaseLoader)
    built = {lang: with_words(from_cldr(lang), words.get(lang, {})) for lang in LANGUAGES}
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.json"):
        old.unlink()
    (TARGET / "cldr.txt").write_text(get_cldr_version() + "\n", encoding="utf8")
    for language, data in built.items():
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (TARGET / f"{language}.json").write_text(text + "\n", encoding="utf8")
    sizes = [path.stat().st_size for path in TARGET.glob("*.json")]
    print(f"{len(sizes)} languages, {sum(sizes) / 1000:.0f} kB")


def from_cldr(language: str) -> dict[str, Any]:
    """What CLDR says about one language."""
    # Loading one locale writes into the aliases of those in babel's cache (seen in 2.18).
    localedata._cache.clear()
    locales = [babel.Locale.parse(name) for name in (language, *VARIANTS.get(language, ()))]
    pattern = locales[0].date_formats
    names = {
        key: rows(locales, part, width)
        for key, part, width in (
            ("months", "months", "wide"),
            ("short-months", "months", "abbreviated"),
            ("weekdays", "days", "wide"),
            ("short-weekdays", "days", "abbreviated"),
        )
    }
    data: dict[str, Any] = {
        **names,
        "orders": list(dict.fromkeys(order(pattern[style].pattern) for style in STYLES)),
        "numeric": order(pattern["short"].pattern),
        "capital": locales[0].months["format"]["wide"][1][:1].isupper(),
        "day-capital": locales[0].days["format"]["wide"][0][:1].isupper(),
        "ago": {unit: sorted(set(ago(locales[0], unit))) for unit in UNITS},
        "durations": {unit: sorted(set(duration(locales[0], unit))) for unit in UNITS},
    }
    data |= habits(pattern)
    if locales[0].months["format"]["wide"][4].startswith(("d’", "d'")):
        data["of"] = ["de", "d’", "d'"]
    for style in STYLES:
        add_marks(data, pattern[style].pattern)
    return data


def habits(pattern: Any) -> dict[str, bool]:
    """Yes-or-no habits: the weekday comes last; figures are divided by points."""
    found = {
        "weekday-last": order(pattern["full"].pattern, "E").endswith("e"),
        "point": any("." in pattern[style].pattern for style in ("short", "medium")),
    }
    return {key: value for key, value in found.items() if value}


def add_marks(data: dict[str, Any], pattern: str) -> None:
    for key, found in marks(pattern):
        if key == "comma-year":
            data[key] = True
        elif key == "month-marks":
            with_ending(data["months"], found)
        elif found not in data.setdefault(key, []):
            data[key].append(found)


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


def ago(locale: babel.Locale, unit: str) -> Iterable[str]:
    """ "{0} years ago" in all its plural forms."""
    past = locale._data["date_fields"].get(unit, {}).get("past", {})
    return (form for form in past.values() if "{0}" in form)


def duration(locale: babel.Locale, unit: str) -> Iterable[str]:
    """ "{0} years" in all its plural forms."""
    forms = locale._data["unit_patterns"].get(f"duration-{unit}", {}).get("long", {})
    return (form for plural, form in forms.items() if "{0}" in form and plural != "per")


def with_words(data: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    """Adds the hand-written words of a language to what CLDR says."""
    for key, value in words.items():
        if key in MERGED:
            MERGED[key](data, key, value)
        elif isinstance(value, list) and key in data:
            data[key] += [item for item in value if item not in data[key]]
        else:
            data[key] = value
    for short, long in (("short-months", "months"), ("short-weekdays", "weekdays")):
        for row, full in zip(data[short], data[long], strict=True):
            row[:] = [spelling for spelling in row if spelling not in full]
    return data


def add_spellings(data: dict[str, Any], key: str, value: dict[str, str]) -> None:
    first = 0 if key == "short-weekdays" else 1
    for spelling, number in value.items():
        row = data[key][int(number) - first]
        row += [spelling] if spelling not in row else []


def put_first(data: dict[str, Any], key: str, value: list[list[str]]) -> None:
    """Hand-written forms of the weekdays go before those of CLDR."""
    pairs = zip(value, data[key], strict=True)
    data[key] = [[*new, *(name for name in old if name not in new)] for new, old in pairs]


def add_units(data: dict[str, Any], key: str, value: dict[str, list[str]]) -> None:
    for unit, forms in value.items():
        data[key][unit] += forms


def count_days(data: dict[str, Any], key: str, value: dict[str, str]) -> None:
    data[key] = {word: int(days) for word, days in value.items()}


MERGED = {
    "months": add_spellings,
    "short-months": add_spellings,
    "short-weekdays": add_spellings,
    "weekdays": put_first,
    "durations": add_units,
    "relative": count_days,
}
"""How hand-written words of a key join what CLDR says, where it is no plain list."""


if __name__ == "__main__":
    main()
