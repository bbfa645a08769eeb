"""Typed reading of YAML: every problem at its place, no guessing of types."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.decode import Reader
from linter.finding import Severity
from linter.nodes import node_of
from linter.typed import Literal


@dataclass(frozen=True)
class Inner:
    words: tuple[str, ...] = ()
    max_count: int = 3


@dataclass(frozen=True)
class Record:
    name: str
    level: Severity = Severity.WARNING
    mode: Literal["one", "two"] = "one"
    strict: bool = False
    ratio: float | None = None
    inner: Inner = Inner()
    items: tuple[str | Inner, ...] = ()
    table: dict[str, int] = field(default_factory=dict)


def read(source: str) -> tuple[Record | None, list[str]]:
    reader = Reader("r.yaml")
    node = reader.parse(source)
    record = reader.record(node, Record) if node is not None else None
    return record, [str(problem) for problem in reader.problems]


@pytest.mark.parametrize("text", ["no", "12:30", "2024-02-30", "1.10", "0123", "Yes", "~x", "1e3"])
def test_text_stays_text(text: str) -> None:
    assert read(f"name: {text}") == (Record(name=text), [])


def test_a_whole_record() -> None:
    source = """
name: a
level: error
mode: two
strict: true
ratio: 0.5
inner: {words: [x, "y"], max-count: 4}
items: [plain, {words: [z]}]
table: {a: 1}
"""
    record, problems = read(source)
    assert problems == []
    assert record == Record(
        "a", Severity.ERROR, "two", True, 0.5, Inner(("x", "y"), 4), ("plain", Inner(("z",))), {"a": 1}
    )


def test_all_problems_at_once_each_at_its_place() -> None:
    source = "level: warn\nmod: one\nstrict: yes\ninner:\n  max-count: many\n  words: x\nitems: 3\n"
    _, problems = read(source)
    assert problems == [
        "r.yaml:1:8: level: expected one of info, warning, error, found 'warn'",
        "r.yaml:2:1: unknown key 'mod'; did you mean 'mode'?",
        "r.yaml:3:9: strict: expected true or false, found 'yes'",
        "r.yaml:5:14: inner.max-count: expected a whole number, found 'many'",
        "r.yaml:6:10: inner.words: expected a list, found 'x'",
        "r.yaml:7:8: items: expected a list, found '3'",
        "r.yaml:1:1: missing key 'name'",
    ]


@pytest.mark.parametrize("value", ["+1", "1_000", "1e3", "٣", "''", "9" * 5_000])
def test_a_whole_number_is_digits(value: str) -> None:
    assert (
        "inner.max-count: expected a whole number" in read(f"name: a\ninner: {{max-count: {value}}}\n")[1][0]
    )


@pytest.mark.parametrize("value", ["nan", "inf", "-Infinity", "1e999"])
def test_a_number_is_finite(value: str) -> None:
    assert "ratio: expected a number" in read(f"name: a\nratio: {value}\n")[1][0]


def test_duplicate_keys_are_seen() -> None:
    _, problems = read("name: a\nname: b\n")
    assert problems == ["r.yaml:2:1: duplicate key 'name'"]


def test_broken_yaml_has_a_place() -> None:
    _, problems = read("name: [a\nlevel: error\n")
    assert len(problems) == 1
    assert problems[0].startswith("r.yaml:2:6: not valid YAML: ")


def test_null_where_a_value_is_needed() -> None:
    assert read("name:\n")[1] == ["r.yaml:1:6: name: expected text, found nothing"]


def test_an_empty_file_lacks_its_required_keys() -> None:
    assert read("")[1] == ["r.yaml:1:1: missing key 'name'"]


def test_plain_data_reads_like_yaml() -> None:
    reader = Reader("pyproject.toml")
    record = reader.record(node_of({"name": "a", "strict": True, "inner": {"max-count": 4}}), Record)
    assert record == Record("a", strict=True, inner=Inner(max_count=4))
    assert reader.record(node_of({"name": ["a"]}), Record, "tool") is None
    assert [str(p) for p in reader.problems] == ["pyproject.toml: tool.name: expected text, found a list"]


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_never_a_crash(source: str) -> None:
    record, problems = read(source)
    assert (record is None) == bool(problems)
