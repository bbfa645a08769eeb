"""What measures growth tells what is linear from what is not."""

from __future__ import annotations

import re

import pytest

from linter.matching.patterns import compiled
from tests.cost import LINEAR, TIMES_LINEAR, Work, assert_linear, dearer, growth, steps


def _loops(depth: int, size: int) -> None:
    for _ in range(size):
        if depth > 1:
            _loops(depth - 1, size)


def test_steps_are_the_same_each_time() -> None:
    assert steps(lambda: _loops(1, 1000)) == steps(lambda: _loops(1, 1000)) >= 2000


def test_growth_of_loops() -> None:
    def loops(depth: int) -> float:
        return growth(lambda size: lambda: _loops(depth, size), 50)

    assert loops(1) == pytest.approx(2, abs=0.1)
    assert loops(2) == pytest.approx(4, abs=0.3)
    assert loops(1) < LINEAR < loops(2)


def test_what_costs_the_same_for_any_size_does_not_grow() -> None:
    assert growth(lambda size: lambda: _loops(1, 1000), 10) == 0


@pytest.mark.parametrize("engine", [re.compile, compiled])
def test_a_pattern_that_goes_back_and_forth_is_seen(engine: object) -> None:
    assert callable(engine)
    back_and_forth, straight = engine(r"a+b"), engine(r"a++b|c")

    def search(size: int) -> Work:
        return lambda: back_and_forth.search("a" * size)

    assert dearer(search, 1_000) > TIMES_LINEAR
    assert_linear(lambda size: lambda: straight.fullmatch("a" * size), 1_000, 1_000)
    with pytest.raises(AssertionError):
        assert_linear(search, 1_000, 1_000)
