"""Bible files: what they may say, and how slips in them are reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from linter.engine.bibles import Bibles, load_bible
from linter.topics.facts.bible import Bible, read_bible
from linter.topics.facts.model import Day, Person, Title, Tolerance, forms

GOOD = """\
people:
  - name: Élise Marchand
    names: {de: Elise Marchand}
    aliases: {fr: [É. Marchand]}
    wrong: Elise Marchant
    born: 1961-04-30
    titles:
      - title: {fr: [ministre de la Santé, ministre], en: health minister}
        from: 2020-07
        until: 2023
organisations:
  - name: Nordbahn
    figures: [{what: staff, value: 1.2e4, tolerance: 5%}]
places:
  - name: Port Amelia
    wrong: [Porto Amelia]
"""


def test_a_good_bible() -> None:
    entries, problems = read_bible("facts.yaml", GOOD)
    assert problems == []
    assert [entry.name for entry in entries] == ["Élise Marchand", "Nordbahn", "Port Amelia"]
    names = Bible(entries).names("de")
    assert {form.words for found in names.right.values() for form in found} >= {("elise", "marchand")}


BROKEN = [
    ("born: 1961-04-30", "born: 1961-04-31", "facts.yaml:6:11: people[0].born: expected a date such as"),
    ("until: 2023", "until: soon", "facts.yaml:10:16: people[0].titles[0].until: expected a date"),
    ("    wrong: E", "    wrnog: E", "facts.yaml:5:5: people[0]: unknown key 'wrnog'; did you mean 'wrong'?"),
    ("value: 1.2e4", "value: many", "organisations[0].figures[0].value: expected a number, found 'many'"),
    ("5%", "a bit", "expected a tolerance such as 5% or 200, found 'a bit'"),
    ("5%", "-5%", "expected a tolerance such as 5% or 200, found '-5%'"),
    ("5%", "nan", "expected a tolerance such as 5% or 200, found 'nan'"),
    ("  - name: Port Amelia\n", "  - country: X\n", "places[0]: missing key 'name'"),
    ("people:\n", "peeple:\n", "unknown key 'peeple'; did you mean 'people'?"),
    ("people:\n", "people: [\n", "not valid YAML"),
]


@pytest.mark.parametrize(("old", "new", "message"), BROKEN)
def test_slips_in_a_bible(old: str, new: str, message: str) -> None:
    _, problems = read_bible("facts.yaml", GOOD.replace(old, new, 1))
    assert any(message in str(problem) for problem in problems), [str(problem) for problem in problems]


def test_all_slips_are_reported_at_once() -> None:
    source = GOOD.replace("1961-04-30", "never").replace("1.2e4", "many")
    assert len(read_bible("facts.yaml", source)[1]) == 2


def test_an_empty_bible_is_fine() -> None:
    assert read_bible("facts.yaml", "# nothing yet\n") == ([], [])


def test_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "b.yaml").write_text("places: [{name: B}]")
    (tmp_path / "facts" / "a.yml").write_text("places: [{name: A}]")
    (tmp_path / "facts" / "notes.txt").write_text("no bible")
    bible, problems = load_bible([str(tmp_path / "facts"), str(tmp_path / "gone.yaml")])
    assert [entry.name for entry in bible.entries] == ["A", "B"]
    assert [problem.message for problem in problems] == ["cannot be read: No such file or directory"]


def test_a_bible_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text("places: [{name: A}]")
    bibles = Bibles()
    assert bibles.of(str(tmp_path), ["facts.yaml"]) is bibles.of(str(tmp_path), ["facts.yaml"])
    assert bibles.of(str(tmp_path), []) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1975", date(1975, 1, 1), date(1975, 12, 31)),
        ("1976-02", date(1976, 2, 1), date(1976, 2, 29)),
        ("1975-12", date(1975, 12, 1), date(1975, 12, 31)),
        ("1975-06-01", date(1975, 6, 1), date(1975, 6, 1)),
    ],
)
def test_days_known_to_the_year_month_or_day(text: str, first: date, last: date) -> None:
    assert (Day(text).first, Day(text).last) == (first, last)


@pytest.mark.parametrize("text", ["", "75", "1975-13", "1975-02-30", "June 1975", "1975-6-1"])
def test_no_days(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Day(text)


def test_a_title_holds_to_the_end_of_what_is_known() -> None:
    title = Title(title="mayor", from_=Day("2001"), until=Day("2008-03"))
    assert title.held(date(2008, 3, 31))
    assert not title.held(date(2008, 4, 1))
    assert title.held_in([1999, 2005])
    assert not title.held_in([2009])


def test_tolerances() -> None:
    assert Tolerance("5%").around(200) == (190, 210)
    assert Tolerance("3").around(200) == (197, 203)


def test_forms_by_language() -> None:
    assert forms("a", "fr") == ("a",)
    assert forms({"fr": "a", "de": ("b", "c")}, "de") == ("b", "c")
    assert forms({"fr": "a"}, "en") == ()


PARTS = """\
people:
  - name: Élise Marchand
    aliases: {fr: [É. Marchand]}
    born: 1961
  - name: Paris
  - name: Élise Marchand
    aliases: [Elise Marchand]
    born: 1961-04-30
    titles: [{title: minister}]
  - name: Tom Waite
    born: 1950
  - name: Tom Waite
    born: 1962
places:
  - name: Paris
"""


def test_entries_of_one_name_are_one_unless_they_contradict_each_other() -> None:
    entries, problems = read_bible("facts.yaml", PARTS)
    assert problems == []
    bible = Bible(entries)
    assert [entry.name for entry in bible.entries] == [
        "Élise Marchand",
        "Paris",
        "Tom Waite",
        "Tom Waite",
        "Paris",
    ]
    person = bible.entries[0]
    assert isinstance(person, Person)
    assert (str(person.born), len(person.titles)) == ("1961-04-30", 1)
    assert forms(person.aliases, "fr") == ("Elise Marchand", "É. Marchand")
    assert forms(person.aliases, "de") == ("Elise Marchand",)
    assert bible.names("fr").shared == {("paris",), ("tom", "waite")}
