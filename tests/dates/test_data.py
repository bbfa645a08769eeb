"""The packaged names of dates are those that the build script makes, and they hold together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from babel.core import get_cldr_version

from linter.packaged import data_path, read_data
from linter.topics.dates.grammar import grammar
from linter.topics.dates.names import names, spelling_key
from tests.cldr import SCRIPTS, same_cldr, script

LANGUAGES = sorted(path.stem for path in Path(data_path("dates")).glob("*.json"))


@same_cldr
@pytest.mark.parametrize("language", LANGUAGES)
def test_data_is_what_the_script_makes(language: str) -> None:
    build = script("build_dates")
    words = yaml.load((SCRIPTS / "dates_words.yaml").read_text(encoding="utf8"), Loader=yaml.BaseLoader)
    made = build.with_words(build.from_cldr(language), words.get(language, {}))
    kept = json.loads(read_data("dates", f"{language}.json"))
    assert kept == made


@same_cldr
def test_the_data_says_which_cldr_it_was() -> None:
    assert read_data("dates", "cldr.txt") == get_cldr_version() + "\n"


def test_the_script_knows_the_languages() -> None:
    assert sorted(script("build_dates").LANGUAGES) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_all_months_and_weekdays(language: str) -> None:
    known = names(language)
    assert known is not None
    assert set(known.months.values()) == set(range(1, 13))
    assert set(known.weekdays.values()) == set(range(7))
    assert known.weekday_form(known.weekday_forms[0][0], 1) == known.weekday_forms[1][0]
    assert grammar(language) is not None


def test_a_spelling_is_known_whatever_its_case_and_dot() -> None:
    assert spelling_key("Févr.") == spelling_key("févr") == "févr"
    assert spelling_key("ΜΑΪΟΥ") != ""


@pytest.mark.parametrize("language", ["", "xx", "../fr", "fr-FR"])
def test_no_data_for_what_is_no_language(language: str) -> None:
    assert names(language) is None
    assert grammar(language) is None
