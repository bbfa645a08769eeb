"""The packaged names of countries are those that the build script makes.

Of the countries only the names come from CLDR; where the rest comes from is not installed for the tests.
"""

from __future__ import annotations

import json

import pytest
from babel.core import get_cldr_version

from linter.packaged import read_data
from tests.cldr import same_cldr, script

BUILD = script("build_names")


@same_cldr
@pytest.mark.parametrize("language", BUILD.COUNTRY_LANGUAGES)
def test_names_are_what_the_script_makes(language: str) -> None:
    kept = json.loads(read_data("names", f"countries-{language}.json"))
    assert {country: row["names"] for country, row in kept.items()} == BUILD.country_names(language)


@same_cldr
def test_the_data_says_which_cldr_it_was() -> None:
    assert read_data("names", "cldr.txt") == get_cldr_version() + "\n"
