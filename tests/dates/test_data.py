"""What CLDR says of dates is kept as it says it, and holds together with the files of the languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise

import pytest
from babel.core import get_cldr_version

from linter.languages import speech
from linter.languages.dates import spelling_key
from linter.topics.dates.present import weekdays_twice
from linter.topics.dates.reading.grammar import grammar
from linter.topics.dates.reading.recognise import recognise
from tests.cldr import SCRIPTS, same_cldr, script
from tests.dates.test_article_dates import article

CLDR = SCRIPTS / "cldr"
LANGUAGES = sorted(path.stem for path in CLDR.glob("*.json"))


@same_cldr
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_is_what_cldr_says(language: str) -> None:
    assert script("build_cldr").rendered(language) == (CLDR / f"{language}.json").read_text(encoding="utf-8")


@same_cldr
def test_the_version_is_stated() -> None:
    stated = {json.loads((CLDR / f"{language}.json").read_text())["cldr"] for language in LANGUAGES}
    assert stated == {get_cldr_version()}


def test_the_script_knows_the_languages() -> None:
    assert sorted(script("build_cldr").LANGUAGES) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_all_months_and_weekdays(language: str) -> None:
    dates = speech(language).dates
    assert set(dates.months.values()) == set(range(1, 13))
    assert set(dates.weekdays.values()) == set(range(7))
    assert dates.weekday_form(dates.weekday_forms[0][0], 1) == dates.weekday_forms[1][0]
    assert grammar(language).weekday.search(dates.weekday_forms[2][0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", [str.lower, str.upper, str.title])
def test_weekdays_between_blanks_are_seen(language: str, said: Callable[[str], str]) -> None:
    forms = (forms[0] for forms in speech(language).dates.weekday_forms)
    for one, other in pairwise(map(said, forms)):
        assert weekdays_twice(article(f"( {one}, – {other}.", language)), (one, other)


def test_one_weekday_is_not_two() -> None:
    assert not weekdays_twice(article("It rained on Monday. The mood was of a tuesdaylike kind."))
    assert weekdays_twice(article("It rained on Monday and on monday."))


def test_the_file_of_a_language_adds_to_cldr() -> None:
    german = speech("de").dates
    assert german.months["jänner"] == german.months["januar"] == 1
    assert "sep" in german.short_months
    assert german.months.keys().isdisjoint(german.short_months)
    assert "{number} Tage" in german.durations.day
    assert "{number}-tägig" in german.durations.day
    assert speech("fr").dates.weekday_forms[0][:2] == ("lundi", "lundis")


def test_a_language_without_a_file_has_what_cldr_says() -> None:
    assert not speech("eu").described
    assert speech("eu").dates.months["martxoaren"] == 3
    assert not speech("eu").dates.lives.born


def test_a_spelling_is_known_whatever_its_case_and_dot() -> None:
    assert spelling_key("Févr.") == spelling_key("févr") == "févr"
    assert spelling_key("ΜΑΪΟΥ") != ""


@pytest.mark.parametrize("language", ["", "xx", "../fr", "fr-FR"])
def test_no_dates_in_what_is_no_language(language: str) -> None:
    assert not speech(language).dates.months
    assert recognise("le 4 mars 2025, 04/03/2025", language) == []
