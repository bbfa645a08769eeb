"""The language files: what is loaded is what they say, and a file for a new language is checked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from linter import languages
from linter.article.read import read_article
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.languages import by_language, described, everywhere, speech, value_at
from linter.packaged import data_path, read_data
from linter.rules.bind import check_class
from linter.rules.load import load_rules
from linter.topics import CHECKS
from linter.topics.names.lists import LANGUAGE_BITS
from tests.cli.conftest import Factlint, factlint

__all__ = ["factlint"]

FOLDER = Path(languages.__file__).parent
COMPILE = "run python scripts/compile_languages.py"


def test_what_all_languages_have_is_fresh() -> None:
    sources = (path.read_text(encoding="utf-8") for path in FOLDER.parent.rglob("*.py"))
    calls = re.compile(r"(?:everywhere|by_language)\(\s*[\"']([a-z.-]+)[\"']")
    asked = {path for source in sources for path in calls.findall(source)}
    assert asked == set(json.loads(read_data("everywhere.json"))), COMPILE
    for path in asked:
        had = {code: value for code in described() if (value := value_at(speech(code), path))}
        assert by_language(path) == had, COMPILE


def test_all_phrases_come_once() -> None:
    assert len(everywhere("names.roles")) == len(set(everywhere("names.roles")))
    assert {"président", "präsident", "президент"} <= set(everywhere("names.roles"))


def test_the_tables_beside_the_files_are_said_to_be_there() -> None:
    listed = {code for code in described() if speech(code).names.first_names}
    assert listed == LANGUAGE_BITS.keys() & set(described())
    with_countries = {path.stem[-2:] for path in Path(data_path("names")).glob("countries-*.json")}
    assert {code for code in described() if speech(code).names.fixed} <= with_countries


def test_no_word_was_read_as_a_truth_value() -> None:
    """YAML takes a bare ``on`` or ``no`` for one; what a tool then writes back is no word of the language."""
    files = Path(data_path("languages")).glob("*.json")
    assert [path.name for path in files if re.search(r'"(?:true|false)"', path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("lang", "noticed"), [("et", True), ("zu", True), ("fr", False), ("fi", False), ("", False)]
)
def test_a_language_without_a_file_is_noticed(lang: str, noticed: bool) -> None:
    rules = RuleSet(load_rules().rules.values())
    report = lint(read_article(f"---\nlang: {lang}\n---\n\nTallinn.\n", "a.md"), rules)
    said = [notice for notice in report.notices if "is not described" in notice]
    assert bool(said) is noticed
    assert not lint(read_article(f"---\nlang: {lang}\n---\n\nTallinn.\n", "a.md"), RuleSet([])).notices


def test_the_notice_comes_once_a_run(factlint: Factlint, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("---\nlang: et\n---\n\nTallinn.\n")
    notice = "Estonian is not described: only dates, characters and placeholders are judged"
    assert factlint("a.md", "b.md").stderr.count(notice) == 1


def test_the_matrix_of_rules_and_languages(factlint: Factlint) -> None:
    matrix = json.loads(factlint("rules", "--languages", "--json").stdout)
    assert matrix["languages"]["fr"] == "French"
    assert matrix["rules"]["mojibake"] == ["all"]
    assert matrix["rules"]["foreign-word"] == "ca cs de el en es fi fr hu it nl pl pt ro ru sv tr uk".split()
    head, *lines = factlint("rules", "--languages", COLUMNS="80").stdout.splitlines()
    row = next(line for line in lines if line.startswith("  foreign-word "))
    assert {code for code in head.split() if row[head.index(f" {code}") + 1] == "x"} == {
        *matrix["rules"]["foreign-word"]
    }
    below = lines[lines.index("") + 1 :]
    assert below[0].startswith("All languages: ")
    assert "mojibake" in " ".join(below)
    assert max(map(len, below)) <= 80


NEW = """\
names:
  fixed: true
  kin: [frato, fratino]
structure:
  never-twice: [la, kaj]
"""


def test_what_a_check_asks_for_is_called_as_in_the_files() -> None:
    asked = {path for kind in map(check_class, CHECKS) for path in (*kind.needs, *kind.triggers)}
    assert [path for path in asked if "_" in path] == []


def test_a_new_language_says_what_it_lacks(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "eo.yaml").write_text(NEW)
    done = factlint("test", "--language", "eo.yaml")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert re.fullmatch(r"eo\.yaml: \d+ of \d+ rules speak Esperanto\.", lines[0])
    lacking = dict(line.split(": ") for line in lines[1:])
    assert lacking["quote-mismatch"] == "names.quotations.pronouns, names.quotations.auxiliaries"
    assert not lacking.keys() & {"first-name-clash", "repeated-word", "headline-country-missing", "mojibake"}


def test_a_described_language_is_found_by_its_code(factlint: Factlint) -> None:
    done = factlint("test", "--language", "fi")
    assert "caption-name-missing: names.persons-found" in done.stdout.splitlines()
    assert factlint("test", "--language", "fr").returncode == 0


@pytest.mark.parametrize(
    ("name", "source", "fault"),
    [
        (
            "eo.yaml",
            "names:\n  kins: [frato]\n",
            "eo.yaml:2:3: names: unknown key 'kins'; did you mean 'kin'?",
        ),
        ("eo.yaml", "name: [a]\n", "eo.yaml:1:1: unknown part 'name'; did you mean 'names'?"),
        ("eo.yaml", "names:\n  kin: frato\n", "eo.yaml:2:8: names.kin: expected a list, found 'frato'"),
        ("eo.yaml", "- names\n", "eo.yaml:1:1: expected the parts of a language"),
        ("eo.yaml", "names: [\n", "eo.yaml:2:1: not valid YAML"),
        ("eo", "", "eo: has no language file; languages with one: "),
        ("no/such.yaml", "", "no/such.yaml: cannot be read: No such file or directory"),
    ],
)
def test_a_fault_of_a_language_file(
    factlint: Factlint, tmp_path: Path, name: str, source: str, fault: str
) -> None:
    if source:
        (tmp_path / name).write_text(source)
    done = factlint("test", "--language", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"error: {fault}" in done.stderr
