"""The packaged names of dates are those that the build script makes, and they hold together."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from linter.packaged import data_path, read_data
from linter.topics.dates.grammar import grammar
from linter.topics.dates.names import names, spelling_key

BUILT_WITH = "2.18"
SCRIPTS = Path(__file__).parent.parent.parent / "scripts"
LANGUAGES = sorted(path.stem for path in Path(data_path("dates")).glob("*.json"))


def build_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_dates", SCRIPTS / "build_dates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["fr", "en", "ru", "sr", "eu", "zh"])
def test_data_is_what_the_script_makes(language: str) -> None:
    babel = pytest.importorskip("babel")
    if not babel.__version__.startswith(BUILT_WITH):
        pytest.skip("the data was made with another CLDR")
    script = build_script()
    words = yaml.load((SCRIPTS / "dates_words.yaml").read_text(encoding="utf8"), Loader=yaml.BaseLoader)
    made = script.with_words(script.from_cldr(language), words.get(language, {}))
    kept = json.loads(read_data("dates", f"{language}.json"))
    assert kept == made


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
