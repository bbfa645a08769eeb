"""The package for programs: what it finds is what the command finds."""

from __future__ import annotations

import dataclasses
import datetime
import doctest
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import factlint
from linter.reporters.visible import one_line

ROOT = Path(__file__).resolve().parent.parent.parent
BODY = (
    "The council of Newtown met on Monday, 18 August 2024, in April 20XX. Ruth Pellington said: “The bridge "
    "is open.”\n\nThe costs rose from 40 million to 50 million euros, up 35 percent.\n"
)


def command(*args: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factlint", *args],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def as_records(findings: list[factlint.Finding]) -> list[dict[str, Any]]:
    records = [dataclasses.asdict(finding) for finding in findings]
    for record in records:
        del record["fix"], record["field"], record["within"]
        record["related"] = [(each["start"], each["end"], each["label"]) for each in record["related"]]
        record["message"] = one_line(record["message"])
    return records


def told(folder: Path, *paths: str) -> list[dict[str, Any]]:
    """What the command finds in files."""
    done = command("check", "--no-cache", "--output-format", "jsonl", *paths, folder=folder)
    assert done.returncode in (0, 1), done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    for record in records:
        record["related"] = [(each["start"], each["end"], each["label"]) for each in record["related"]]
    return records


def test_the_command_finds_the_same(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".factlint.yaml").write_text("severity: {percent-change: error}\nignore: [foreign-word]\n")
    (tmp_path / "2024-05-04-a.md").write_text(f"---\ntitle: A 😀 meeting\nlang: en\n---\n\n{BODY}")
    (tmp_path / "b.html").write_text(f"<title>A meeting</title><body><p>{BODY}</p>\n")
    (tmp_path / "c.txt").write_text(f"A meeting\r\n\r\n{BODY}", newline="")
    (tmp_path / "bridge.md").write_bytes((ROOT / "examples" / "bridge.md").read_bytes())
    checker = factlint.Checker()
    for path in sorted(path for path in tmp_path.glob("*.*") if path.suffix in (".md", ".html", ".txt")):
        text = path.read_bytes().decode()
        found = as_records(checker.check(text, path=path))
        assert found == told(tmp_path, str(path))
        assert found


@pytest.mark.parametrize(("name", "format"), [("a.md", "markdown"), ("a.txt", "text"), ("a.html", "html")])
def test_what_is_given_beside_the_text_is_as_in_front_matter(tmp_path: Path, name: str, format: str) -> None:
    title = "April 20XX: “Marwood” & Okafor open the bridge"
    head = f"---\ntitle: '{title}'\ndate: 2024-08-20\nlang: en\n---\n\n"
    text = f"<p>{BODY}</p>" if format == "html" else BODY
    given = {"title": title, "date": datetime.date(2024, 8, 20), "lang": "en"}
    found = factlint.Checker(isolated=True).check(text, path=name, **given)  # type: ignore[arg-type]
    (tmp_path / "a.md").write_text(head + BODY)
    expected = told(tmp_path, "--isolated", "a.md")
    assert {(each.rule, each.message) for each in found} == {
        (each["rule"], each["message"]) for each in expected
    }
    for each in found:
        where = title if each.field == "title" else text
        assert where[each.start : each.end] == each.text
        assert each.line == where.count("\n", 0, each.start) + 1
    assert {each.field for each in found} == {"", "title"}


def test_what_is_given_wins_over_front_matter() -> None:
    text = "---\ntitle: A party\nlang: fr\n---\n\nThey met in Paris on Monday, 18 August 2024.\n"
    found = factlint.check(text, lang="en", title="A meeting")
    assert [each.rule for each in found if each.field == ""] == ["weekday-mismatch"]
    assert all(text[each.start : each.end] == each.text for each in found)


def test_related_places_are_in_their_fields() -> None:
    found = factlint.check(
        "Version 4.2.2 is out. With version 4.2.2 come many changes; version 4.2.2 is the best.\n",
        title="Version 4.2.1 is here",
        lang="en",
    )
    finding = next(each for each in found if each.rule == "version-mismatch")
    places = {(finding.field, finding.start)} | {(each.field, each.start) for each in finding.related}
    assert {field for field, _ in places} == {"title", ""}


def test_in_another_language() -> None:
    (found,) = factlint.Checker(messages="fr").check("They met in April 20XX in Paris.", lang="en")
    assert "jamais" in found.message


def test_suppressions_and_fixes() -> None:
    text = (
        "# A\n\nIn April 20XX. <!-- factlint-disable-line placeholder-date: so it is -->\n"
        "On the 22th of May.\n"
    )
    (found,) = factlint.check(text, lang="en")
    assert (found.rule, found.fix, found.severity) == ("ordinal-suffix", "22nd", "warning")


def test_errors(tmp_path: Path) -> None:
    (tmp_path / ".factlint.yaml").write_text("ignores: []\n")
    with pytest.raises(factlint.ConfigurationError, match=r"\.factlint\.yaml:1:1: unknown key 'ignores'"):
        factlint.check("A.", path=tmp_path / "a.md")
    with pytest.raises(factlint.ConfigurationError, match="unknown key 'ignores'"):
        factlint.Checker(config=tmp_path / ".factlint.yaml")
    with pytest.raises(factlint.ConfigurationError, match="no-such-rule"):
        factlint.Checker(select=["no-such-rule"])
    (tmp_path / ".factlint.yaml").write_text("rules: [ours]\n")
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "x.yaml").write_text("check: nothing\n")
    with pytest.raises(factlint.ConfigurationError, match=re.escape("x.yaml")):
        factlint.check("A.", path=tmp_path / "a.md")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"min_severity": "loud"}, "min_severity: 'loud' is none of 'info', 'warning', 'error'"),
        ({"messages": "xx"}, "messages: 'xx' is none of 'en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl'"),
        ({"messages": "../en"}, "messages: '../en' is none of"),
    ],
)
def test_words_that_mean_nothing(given: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        factlint.Checker(**given)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"text": b"They met."}, "text: a str is needed, not bytes; decode it first"),
        ({"text": None}, "text: a str is needed, not NoneType"),
        ({"text": "They met.", "title": 3}, "title: a str is needed, not int"),
        ({"text": "They met.", "date": 2024}, "date: a str is needed, not int"),
        ({"text": "They met.", "path": b"a.md"}, "path: a str is needed, not bytes; decode it first"),
    ],
)
def test_what_is_no_text(given: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=f"^{told}$"):
        factlint.check(**given)


def test_a_format_that_there_is_none() -> None:
    format: Any = "md"
    with pytest.raises(ValueError, match="format: 'md' is none of 'markdown', 'html', 'text'"):
        factlint.check("They met.", format=format)


def test_a_string_is_one_name() -> None:
    text = "They met on Monday, 18 August 2024, in April 20XX."
    for checker in (factlint.Checker(ignore="weekday-mismatch"), factlint.Checker(select="residue")):
        assert [found.rule for found in checker.check(text, lang="en")] == ["placeholder-date"]


def test_what_cannot_be_judged_to_the_end_is_no_success(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    text = "---\nsources: [missing.md]\n---\n\nThey met in April 20XX.\n"
    with pytest.raises(factlint.CheckError, match="missing") as caught:
        factlint.check(text, path=tmp_path / "a.md", lang="en")
    assert [each.rule for each in caught.value.findings] == ["placeholder-date"]


def test_the_module_is_the_command(tmp_path: Path) -> None:
    assert command("--version", folder=tmp_path).stdout == f"factlint {factlint.__version__}\n"


def test_examples_of_the_documentation() -> None:
    assert doctest.testmod(factlint).failed == 0
    page = ROOT / "docs" / "python.md"
    assert doctest.testfile(str(page), module_relative=False).attempted
    assert doctest.testfile(str(page), module_relative=False).failed == 0


def test_a_notebook_says_its_title_itself() -> None:
    cells = [{"cell_type": "markdown", "source": ["# A day\n", "They met on Monday, 18 August 2024."]}]
    text = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4})
    (found,) = factlint.check(text, path="a.ipynb", title="Another", lang="en")
    assert (text[found.start : found.end], found.within) == ("Monday, 18 August 2024", "cell 1, line 2")


def test_a_text_that_is_no_document() -> None:
    for path in ("a.docx", "a.json", "a.ipynb"):
        with pytest.raises(factlint.CheckError):
            factlint.check("They met.", path=path, title="Another")
