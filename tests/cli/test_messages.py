"""Who reads French is told things in French; programs are not, unless the configuration says so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.messages.reader import LANGUAGES
from tests.cli.conftest import Factlint

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
GOLDEN = Path(__file__).with_name("golden")
SUNDAY = "---\nlang: en\ntitle: The bridge\n---\n\nIt opened on Monday, 18 August 2024.\n"
FRENCH = {"LANG": "fr_FR.UTF-8"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(SUNDAY)
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_in_every_language(
    language: str, factlint: Factlint, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    for path in filter(Path.is_file, EXAMPLES.iterdir()):
        shutil.copy(path, tmp_path)
    done = factlint("--min-severity", "info", LC_ALL=f"{language}.UTF-8", LANG="C")
    golden(GOLDEN / f"examples.{language}.txt", done.stdout + done.stderr)


@pytest.mark.parametrize("format", ["full", "html", "jsonl", "sarif", "rdjson"])
def test_so_is_the_place_where_people_see_no_lines(factlint: Factlint, tmp_path: Path, format: str) -> None:
    (tmp_path / ".factlint.yaml").write_text("messages: fr\n")
    cells = [{"cell_type": "markdown", "source": ["# A day\n", "They met on Monday, 18 August 2024."]}]
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}))
    done = factlint("--output-format", format)
    assert "cellule 1, ligne 2" in done.stdout
    assert "cell 1" not in done.stdout


def test_people_are_told_in_their_language(factlint: Factlint, article: Path) -> None:
    done = factlint(**FRENCH)
    assert "avertissement: Le 18 août 2024 est un dimanche, non un lundi" in done.stdout
    assert done.stderr == "1 signalement (1 avertissement) dans 1 fichier.\n"


def test_editors_know_the_severity_by_its_english_name(factlint: Factlint, article: Path) -> None:
    line = factlint("--output-format", "concise", **FRENCH).stdout
    assert line.startswith("a.md:6:14: warning: Le 18 août 2024")


@pytest.mark.parametrize("format", ["json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"])
def test_programs_are_told_in_english(format: str, factlint: Factlint, article: Path) -> None:
    english = factlint("--output-format", format).stdout
    assert "18 August 2024 is a Sunday" in english
    assert factlint("--output-format", format, **FRENCH).stdout == english


def test_a_configuration_goes_before_the_locale(factlint: Factlint, article: Path, tmp_path: Path) -> None:
    (tmp_path / ".factlint.yaml").write_text("messages: de\n")
    done = factlint("--output-format", "full", "--output-format", "json:a.json", **FRENCH)
    assert "Der 18. August 2024 ist ein Sonntag, kein Montag" in done.stdout
    assert done.stderr == "1 Befund (1 Warnung) in 1 Datei.\n"
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["findings"][0]
    assert found["message"].startswith("Der 18. August 2024")
    assert found["severity"] == "warning"
    (tmp_path / ".factlint.yaml").write_text("messages: en\n")
    assert "18 August 2024 is a Sunday" in factlint(**FRENCH).stdout


def test_findings_are_the_same_in_every_language(factlint: Factlint, article: Path, tmp_path: Path) -> None:
    def found() -> dict[str, object]:
        record: dict[str, object] = json.loads(factlint("--output-format", "jsonl").stdout)
        return record

    english = found()
    (tmp_path / ".factlint.yaml").write_text("messages: fr\n")
    french = found()
    assert french["fingerprint"] == english["fingerprint"]
    translated = {key for key in english if english[key] != french[key]}
    assert translated == {"message"}


def test_what_is_kept_is_of_no_language(factlint: Factlint, article: Path) -> None:
    english, french = factlint(), factlint(**FRENCH)
    assert factlint().stdout == english.stdout == factlint("--no-cache").stdout
    assert factlint(**FRENCH).stdout == french.stdout == factlint("--no-cache", **FRENCH).stdout
    assert english.stdout != french.stdout


def test_a_baseline_serves_all_languages(factlint: Factlint, article: Path) -> None:
    factlint("--write-baseline", "known.json", **FRENCH)
    assert factlint("--baseline", "known.json").returncode == 0


def test_a_language_that_is_not_there_is_told(factlint: Factlint, article: Path, tmp_path: Path) -> None:
    (tmp_path / ".factlint.yaml").write_text("messages: sv\n")
    done = factlint()
    assert done.returncode == 2
    assert "messages: expected one of auto, en, fr" in done.stderr


def test_the_page_is_in_the_language(factlint: Factlint, article: Path, tmp_path: Path) -> None:
    factlint("--output-format", "html:page.html", **FRENCH)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page
    assert "<h1>1 signalement</h1><p>dans 1 fichier.</p>" in page
    assert ">ligne 6<" in page


def test_explanations_are_in_the_language(factlint: Factlint) -> None:
    told = factlint("explain", "weekday-mismatch", **FRENCH).stdout
    assert "## Ce qu’elle dit\n\n> Le {date} est un {actual}, non un {claimed}" in told
    assert "Pour un fichier\u00a0: `factlint: {disable: [weekday-mismatch]}`" in told
    assert "signalements justes sur" in told


def test_errors_are_in_the_language(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / ".factlint.yaml").write_text("fail_on: error\n")
    told = factlint(LANG="de_DE.UTF-8").stderr
    assert told.endswith("yaml:1:1: unbekannter Schlüssel 'fail_on'; ist „fail-on“ gemeint?\n")
    told = factlint("explain", "wekday-mismatch", "--config", "none.yaml", LANG="es_ES.UTF-8").stderr
    assert "none.yaml: no se puede leer: " in told


RULE = """\
check: pattern
severity: warning
summary: "a word of ours"
message: "“{text}” is {what}."
rationale: We do not print it.
params:
  patterns: [flumph]
  what: a word of the desk
translations:
  fr:
    summary: "un mot de chez nous"
    rationale: On ne l’imprime pas.
    what: {a word of the desk: un mot de la rédaction}
examples:
  bad: [{lang: en, text: A <<flumph>> came.}]
  good: [{lang: en, text: Nobody came.}]
"""


def test_rules_of_a_desk_bring_their_translations(factlint: Factlint, article: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "no-flumph.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / ".factlint.yaml").write_text("rules: [desk]\n")
    article.write_text("A flumph came to the town.\n")
    for _ in range(2):
        assert "«\u202fflumph\u202f»\u00a0: un mot de la rédaction. [no-flumph]" in factlint(**FRENCH).stdout
        assert "“flumph” is a word of the desk. [no-flumph]" in factlint().stdout
        assert "“flumph”: a word of the desk" not in factlint(LANG="de_DE.UTF-8").stdout
    assert "un mot de chez nous" in factlint("rules", **FRENCH).stdout
    assert "On ne l’imprime pas." in factlint("explain", "no-flumph", **FRENCH).stdout
    assert "We do not print it." in factlint("explain", "no-flumph").stdout
