"""What the recogniser takes for a date, and what it does not."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from babel import dates, localedata

from linter.topics.dates.reading.recognise import recognise
from tests.cldr import SCRIPTS, same_cldr

NO_DATES = [
    ("en", "You may 4 times out of 5."),
    ("en", "In May 20 people were hurt."),
    ("en", "Version 1.3.2025 came out; see 10.1000/182 and ES.2020.25.3."),
    ("en", "Call 04-03-2025-11 or 555-12-1999."),
    ("en", "The events of May 68 in Paris."),
    ("en", "It was march 10 all over."),
    ("fr", "Un 4 x 4 mardi, 12 personnes, 3,5 mai dans."),
    ("fr", "En mai 68, tout changea."),
    ("fr", "Saison 2023/24, édition 12-13."),
    ("fr", "Le ratio est de 2.5 mars contre 3."),
    ("it", "Ha vinto in 2 set la finale."),
    ("de", "Der Juli 46-jährig."),
    ("es", "Ganó 3 mar y 2 ago."),
    ("pt", "A quinta 3 vezes."),
    ("es", "Vimos Viernes 13, la película, el sábado 4/5."),
    ("en", "Open Sunday 3/4 of the time, Monday 10.30, Friday (7)."),
    ("fr", "Samedi 1/4 de finale, dimanche 1/2 finale."),
    ("de", "Am Montag 2.1 Punkte, am Dienstag 20.15 Uhr."),
    ("xx", "4 March 2025"),
    ("", "4 March 2025"),
]


@pytest.mark.parametrize(("lang", "text"), NO_DATES)
def test_is_no_date(lang: str, text: str) -> None:
    assert recognise(text, lang) == []


DATES = [
    ("en", "Monday, March 4, 2025", [(0, 2025, 3, 4)]),
    ("en", "Monday the 3rd of April", [(0, None, 4, 3)]),
    ("en", "5 March 2025 (Wednesday)", [(2, 2025, 3, 5)]),
    ("en", "Sat 4 Mar", [(5, None, 3, 4)]),
    ("en", "The Sun, 4 March 2005", [(None, 2005, 3, 4)]),
    ("en", "Tuesday, 1 March 2000 GMT", [(1, None, 3, 1)]),
    ("en", "March 3-5, 2025", [(None, 2025, 3, 3), (None, 2025, 3, 5)]),
    ("en", "Friday and Saturday October 23 and 24, 1998", [(4, 1998, 10, 23), (5, 1998, 10, 24)]),
    ("en", "from 30 December to 2 January 2025", [(None, 2024, 12, 30), (None, 2025, 1, 2)]),
    ("en", "from 30 December 2024 to 2 January", [(None, 2024, 12, 30), (None, 2025, 1, 2)]),
    ("en", "2025-03-04T10:00 is no prose, 2025-03-05 is", [(None, 2025, 3, 5)]),
    ("fr", "lundi 4 mars 2025", [(0, 2025, 3, 4)]),
    ("fr", "lundi 1er mars", [(0, None, 3, 1)]),
    ("fr", "dimanche. Le 1er juillet", [(None, None, 7, 1)]),
    ("fr", "jeudi 18 avril, 2018 a été", [(3, None, 4, 18)]),
    ("fr", "le 4 mars 2000 personnes ont défilé", [(None, None, 3, 4)]),
    ("fr", "du samedi 9 au dimanche 10 juin", [(5, None, 6, 9), (6, None, 6, 10)]),
    ("fr", "samedi\n22 avril 2017", [(5, 2017, 4, 22)]),
    ("fr", "mercredi 32 janvier", [(2, None, 1, 32)]),
    ("fr", "en mars 2024", [(None, 2024, 3, None)]),
    ("fr", "en mer, 4 mars 2025", [(None, 2025, 3, 4)]),
    ("fr", "les 3, 4 et 5 mars 2019", [(None, 2019, 3, 3), (None, 2019, 3, 4), (None, 2019, 3, 5)]),
    ("de", "Sonntag, dem 07. Juli 2012", [(6, 2012, 7, 7)]),
    ("de", "Vom 5. Bis 38. März", [(None, None, 3, 5), (None, None, 3, 38)]),
    ("de", "Donnerstag, 5.3.", [(3, None, 3, 5)]),
    ("de", "So, 4. März 2025", [(6, 2025, 3, 4)]),
    ("es", "del domingo 11 de abril al domingo 18 de abril de 2004", [(6, 2004, 4, 11), (6, 2004, 4, 18)]),
    ("it", "la sera del 0 maggio", [(None, None, 5, 0)]),
    ("pt", "nesta terça-feira (30)", [(1, None, None, 30)]),
    ("pt", "nesta segunda-feira (30/11)", [(0, None, 11, 30)]),
    ("es", "El martes 4, dijo", [(1, None, None, 4)]),
    ("fr", "samedi 4/5 mars", [(5, None, 3, 4), (None, None, 3, 5)]),
    ("pt", "quinta-feira, dia 4 de março de 2021", [(3, 2021, 3, 4)]),
    ("ru", "в среду, 4 марта 2025 г.", [(2, 2025, 3, 4)]),
    ("uk", "у п’ятницю, 7 березня 2025 року", [(4, 2025, 3, 7)]),
    ("hu", "2025. március 4., kedd", [(1, 2025, 3, 4)]),
    ("zh", "2025年3月4日（星期二）", [(1, 2025, 3, 4)]),
    ("ja", "３月４日（火）", [(1, None, 3, 4)]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), DATES)
def test_is_read(lang: str, text: str, expected: list[tuple[int | None, ...]]) -> None:
    found = recognise(text, lang)
    assert [(m.weekday, *m.readings[-1]) for m in found] == expected
    assert all(text[m.start : m.end] == m.text for m in found)


def test_figures_in_english_have_two_readings() -> None:
    (mention,) = recognise("on 04/03/2025", "en")
    assert [tuple(reading) for reading in mention.readings] == [(2025, 3, 4), (2025, 4, 3)]


def test_figures_elsewhere_have_one_unless_it_does_not_exist() -> None:
    assert [tuple(r) for r in recognise("le 04/03/2025", "fr")[0].readings] == [(2025, 3, 4)]
    assert [tuple(r) for r in recognise("le 04/23/2025", "fr")[0].readings] == [(2025, 4, 23)]


LANGUAGES = sorted(path.stem for path in (SCRIPTS / "cldr").glob("*.json"))
LOCALES = {"sh": "bs"}
"""Languages that CLDR has under another code."""
UNREADABLE = {"eo", "te"}
"""Esperanto ("2025-Januaro-04") and Telugu ("4, జనవరి 2025") write dates as no other language does."""


DAYS = [date(1950 + 7 * number, 1 + number % 12, 1 + number * 11 % 28) for number in range(24)]
"""Every month and every weekday; days of one and of two digits."""


@same_cldr
@pytest.mark.parametrize("language", [name for name in LANGUAGES if name not in UNREADABLE])
def test_reads_what_cldr_writes(language: str) -> None:
    """The long and the full date of every language are read with the same values, to the character."""
    localedata._cache.clear()  # loading a locale spoils the names of those in the cache (babel 2.18)
    for day, style in product(DAYS, ("long", "full")):
        text = dates.format_date(day, style, locale=LOCALES.get(language, language))
        prose = f"({text})"
        found = recognise(prose, language)
        assert len(found) == 1, (text, found)
        (mention,) = found
        assert (mention.year, mention.month, mention.day) == (day.year, day.month, day.day), text
        assert mention.weekday in ({day.weekday()} if style == "full" else {None}), text
        assert prose[mention.start : mention.end] == mention.text


def test_the_days_are_of_every_kind() -> None:
    assert {day.month for day in DAYS} == set(range(1, 13))
    assert {day.weekday() for day in DAYS} == set(range(7))
