"""Lines and columns in three units, from the one table that computes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text import LineIndex, Span


@pytest.mark.parametrize(
    ("source", "offset", "position"),
    [
        ("one\ntwo", 4, (2, 1)),
        ("one\r\ntwo", 5, (2, 1)),
        ("one\rtwo", 4, (2, 1)),
        ("one\r\ntwo", 4, (1, 5)),
        ("a\u2028b\x0cc\x85d", 6, (1, 7)),
        ("\ufeffone", 0, (1, 1)),
        ("\ufeffone", 1, (1, 1)),
        ("one\n", 4, (2, 1)),
        ("", 0, (1, 1)),
        ("one", 99, (1, 4)),
        ("one", -1, (1, 1)),
    ],
)
def test_position(source: str, offset: int, position: tuple[int, int]) -> None:
    assert LineIndex(source).position(offset) == position


def test_units() -> None:
    source = "\ufeffé𝒳x"
    lines = LineIndex(source)
    units = [(lines.position(at).column, lines.utf8_column(at)) for at in range(5)]
    assert units == [(1, 1), (1, 1), (2, 3), (3, 7), (4, 8)]


def test_line_span_leaves_the_break_out() -> None:
    lines = LineIndex("\ufeffone\r\ntwo\rthree")
    assert [lines.line_span(line) for line in (1, 2, 3)] == [Span(1, 4), Span(6, 9), Span(10, 15)]
    assert lines.line_count == 3


@given(st.text(st.sampled_from("a\r\n\ufeff𝒳\u2028"), max_size=30), st.integers(0, 30))
def test_every_offset_lies_on_its_line(source: str, offset: int) -> None:
    lines = LineIndex(source)
    offset = min(offset, len(source))
    line, column = lines.position(offset)
    start = lines.line_span(line).start
    assert start + column - 1 == max(offset, start)
    assert line == lines.line_count or offset < lines.line_span(line + 1).start
