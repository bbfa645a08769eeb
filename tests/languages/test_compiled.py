"""The files of the languages, and what is loaded of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.decode import Problem
from linter.languages import compiled, described, speech
from linter.languages.check import read
from linter.languages.parts import PARTS, record_of
from linter.languages.phrases import any_of, pattern_of, signs_of, word_of
from linter.matching.regexes import lazy
from linter.packaged import read_data
from tests.cldr import script

COMPILE = script("compile_languages")


def test_what_is_loaded_is_fresh() -> None:
    problems: list[Problem] = []
    languages = COMPILE.compiled(problems)
    assert problems == []
    assert sorted(languages) == list(compiled())
    taken = COMPILE.rendered(COMPILE.taken_out(languages))
    assert read_data("patterns.json") == taken, "run python scripts/compile_languages.py"
    everywhere = COMPILE.in_lines(COMPILE.merged(languages))
    assert read_data("everywhere.json") == everywhere, "run python scripts/compile_languages.py"
    for code, data in languages.items():
        fresh = read_data("languages", f"{code}.json") == COMPILE.rendered(data)
        assert fresh, f"{code}: run python scripts/compile_languages.py"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "dates:\n  mounths: {mai: 5}\n",
            "xx.yaml:2:3: dates: unknown key 'mounths'; did you mean 'months'?",
        ),
        ("dates:\n  months: {mai: fünf}\n", "xx.yaml:2:17: dates.months.mai: expected a whole number"),
        ("dats: {}\n", "xx.yaml:1:1: unknown part 'dats'"),
        ("dates:\n  lead: le\n", "xx.yaml:2:9: dates.lead: expected a list, found 'le'"),
    ],
)
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "xx.yaml").write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    read(Path("xx.yaml"), problems)
    assert [str(problem)[: len(message)] for problem in problems] == [message]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_an_unknown_language_is_empty(part: str) -> None:
    assert getattr(speech("xx"), part) == record_of(part)()


def test_only_languages_with_a_file_are_described() -> None:
    assert {*described()} < {*compiled()}
    assert {"en", "ja"} <= {*described()}


@pytest.mark.parametrize(
    ("phrases", "text", "matches"),
    [
        (["years ago"], "five years\u00a0ago", True),
        (["years ago"], "five years\nago", True),
        (["years ago"], "lightyears ago", False),
        (["aujourd'hui"], "aujourd’hui", True),
        (["increas*"], "it increased", True),
        (["increas*"], "increas", True),
        (["sink"], "sinking", False),
        (["*"], "Anna (*1950)", True),
        (["geb."], "geb. 1950", True),
        (["geb."], "gebb", False),
        ([", so"], "yes, so", True),
        (["then-"], "the then-mayor", True),
        ([], "anything", False),
    ],
)
def test_phrases_in_running_text(phrases: list[str], text: str, matches: bool) -> None:
    assert bool(lazy(word_of(phrases)).search(text)) is matches


def test_the_longer_phrase_comes_first() -> None:
    match = lazy(any_of(["a", "a year", "a year ago"])).match("a year ago")
    assert match is not None
    assert match[0] == "a year ago"


def test_a_slot_is_filled_by_the_caller() -> None:
    assert pattern_of("{number} ans", {"number": r"(\d+)"}).startswith(r"(\d+)")
    with pytest.raises(KeyError):
        pattern_of("{number} ans")


@pytest.mark.parametrize(
    ("phrase", "matched", "not_matched"),
    [
        ("I can [also] write", ["I can write", "I can also write"], ["I can  also"]),
        ("[please] write", ["write", "please write"], []),
        ("title[s]", ["title", "titles"], ["title s"]),
        ("a model[, made by us]", ["a model", "a model, made by us"], []),
    ],
)
def test_what_stands_in_brackets_may_be_missing(
    phrase: str, matched: list[str], not_matched: list[str]
) -> None:
    pattern = lazy(pattern_of(phrase))
    assert all(map(pattern.fullmatch, matched))
    assert not any(map(pattern.fullmatch, not_matched))
    assert all(any(sign.strip("\0") in text for sign in signs_of([phrase])) for text in matched)
