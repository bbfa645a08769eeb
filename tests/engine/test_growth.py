"""Twice of anything costs twice as much: all rules, with a story bible and a source, on hostile texts."""

from __future__ import annotations

import pytest

from tests.cost import calls, growth
from tests.shapes import HTML, LISTS, MARKS, QUOTATIONS, SHAPES, Desk

SIZES = (1_000, 3_000)
"""If a short text grows too fast a longer one is asked: there, what is only decided once weighs less."""
TWICE = 2.5
"""2 is linear and 4 the square; sorting what a thousand characters hold is 2.2. What is above that is for
tables that fill up: a name is compared with up to thirty that look like it, and a short text has fewer."""
CASES = [
    *((name, "md") for name in SHAPES if name not in HTML),
    *((name, "html") for name in (*HTML, *(name for name in MARKS if "HTML" in name or "entities" in name))),
    *((name, "txt") for name in (*LISTS, *QUOTATIONS, "headings", "blank lines", "metadata in text")),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize(("name", "format"), CASES)
def test_growth(desk: Desk, name: str, format: str) -> None:
    grown = (growth(lambda size: desk.prepared(name, size, format), size, calls) for size in SIZES)
    assert any(each <= TWICE for each in grown)


@pytest.mark.parametrize(("name", "format"), CASES)
def test_no_rule_fails(desk: Desk, name: str, format: str) -> None:
    report = desk.prepared(name, SIZES[0], format)()
    assert not report.failures
    assert all(0 <= found.span.start <= found.span.end for found in report.findings)
