"""Rows that break what all others keep."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Count, Setup
from linter.topics.data.table_relation import TableRelation
from tests.data.test_table_total import table

CHECK = TableRelation(TableRelation.Params(), Setup())
PAIRS = ((12, 7), (23, 5), (31, 16), (44, 9), (57, 21), (68, 13), (72, 35))


def alarms(source: str) -> list[tuple[str, str, str]]:
    """What is reported: the place, what it should be, and the relation."""
    article = read_article(f"---\nlang: en\n---\n\n{source}", "a.md")
    found = (item for item in CHECK.run(article) if isinstance(item, Alarm))
    return [
        (article.excerpt(item.span), str(item.fields["computed"]), str(item.fields["relation"]))
        for item in found
    ]


def rows(formula: str, wrong: int = 0) -> str:
    """A table of which one row may be off by so much."""
    lines = []
    for i, (a, b) in enumerate(PAIRS):
        result = eval(formula, {"a": a, "b": b}) + (wrong if i == 3 else 0)
        lines.append(
            f"r{'abcdefg'[i]}, {a}, {b}, {result:.1f}" if "/" in formula else f"r, {a}, {b}, {result}"
        )
    return table("Name, A, B, C", *lines)


@pytest.mark.parametrize(
    ("formula", "relation", "computed"),
    [
        ("a + b", "“A” + “B” = “C”", "53"),
        ("a - b", "“B” + “C” = “A”", "53"),
        ("a * b", "“A” × “B” = “C”", "396"),
        ("3 * a + b", "3 × “A” + “B” = “C”", "141"),
        ("100 * b / a", "100 × “B” / “A” = “C”", "20.455"),
    ],
)
def test_relations(formula: str, relation: str, computed: str) -> None:
    assert alarms(rows(formula)) == []
    found = alarms(rows(formula, 40))
    assert len(found) == 1
    if formula != "a - b":
        assert found[0][1:] == (computed, relation)


@pytest.mark.parametrize(
    "source",
    [
        table("Name, A, B, C", *(f"r, {a}, 0, {a + (i == 3)}" for i, (a, _) in enumerate(PAIRS))),
        table("Name, A, B, C", *(f"r, {a}, {b}, {a + b + (i % 3 == 1)}" for i, (a, b) in enumerate(PAIRS))),
        table("Name, A, B, C", *(f"r, {a}, {b}, {a + b}" for a, b in PAIRS), "Average, 40, 15, 56"),
        table("Name, A, B, Total", *(f"r, {a}, {b}, {a + b + (i == 3)}" for i, (a, b) in enumerate(PAIRS))),
        table("Name, A, B, C", *(f"r, {a}, {b}, {a + b + (i == 3)}" for i, (a, b) in enumerate(PAIRS[:5]))),
    ],
)
def test_silent(source: str) -> None:
    assert alarms(source) == []


def test_a_share_of_nothing_is_none() -> None:
    lines = [f"r, {a}, {b}, {100 * b / a:.1f}" for a, b in PAIRS]
    assert alarms(table("Name, A, B, C", *lines, "r, 0, 5, 0")) == []
    assert [each[1] for each in alarms(table("Name, A, B, C", *lines, "r, 0, 5, 0", "r, 50, 20, 70"))] == [
        "40"
    ]
    (found,) = alarms(table("Name, A, B, C", *lines, "r, 0, 5, 3"))
    assert found[0] == "0"


def test_relations_are_counted() -> None:
    article = read_article(rows("a + b"), "a.md")
    assert Count("relations between columns") in list(CHECK.run(article))
