"""What a pattern and a file may take; the clocks are those of the tests."""

from __future__ import annotations

from typing import Any, cast

import pytest

from linter.matching.budget import Budget, Clock, OutOfTime, PatternTooSlow, stopped
from linter.matching.patterns import compiled


class Slow:
    """Stands for a pattern and for the clocks: each search takes so long on the processor and on the wall."""

    pattern = "slow"

    def __init__(self, processor: float, wall: float) -> None:
        self.takes = (processor, wall)
        self.gone = [0.0, 0.0]
        self.allowed: list[float] = []

    def search(self, text: str, start: int, timeout: float) -> None:
        self.allowed.append(timeout)
        processor, wall = self.takes
        self.passes(min(processor, timeout), wall)
        if processor > timeout:
            raise TimeoutError

    def passes(self, processor: float, wall: float) -> None:
        self.gone[0] += processor
        self.gone[1] += wall

    def budget(self, length: int, seconds: float) -> Budget:
        return Budget(length, seconds, lambda: self.gone[0], lambda: self.gone[1])

    def searches(self, seconds: float, count: int, between: tuple[float, float] = (0, 0)) -> list[float]:
        """What each of some searches was allowed to take."""
        clock = Clock(seconds, lambda: self.gone[0], lambda: self.gone[1])
        for _ in range(count):
            clock.search(cast(Any, self), "text")
            self.passes(*between)
        return self.allowed


def test_searches_share_their_time() -> None:
    assert Slow(2, 2).searches(10, 5) == [10, 8, 6, 4, 2]


def test_a_search_that_has_no_time_left_is_cut() -> None:
    slow = Slow(4, 4)
    with pytest.raises(PatternTooSlow, match="slow"):
        slow.searches(10, 3)
    assert slow.allowed == [10, 6, 2]


def test_the_last_search_has_a_moment_even_so() -> None:
    slow = Slow(5, 5)
    with pytest.raises(PatternTooSlow):
        slow.searches(10, 3)
    assert slow.allowed == [10, 5, 0.001]


def test_waiting_for_the_processor_takes_none_of_the_time() -> None:
    assert Slow(1, 100).searches(10, 5) == [10, 9, 8, 7, 6]


def test_what_is_done_between_searches_takes_none_of_the_time() -> None:
    assert Slow(1, 1).searches(10, 5, between=(50, 50)) == [10, 9, 8, 7, 6]
    assert Slow(1, 11).searches(10, 5, between=(50, 50)) == [10, 9, 8, 7, 6]


def test_a_hanging_pattern_is_stopped() -> None:
    with pytest.raises(PatternTooSlow):
        Clock(0.01).find_all(compiled("(?:a|a)*$"), "a" * 60 + "b")


def test_empty_matches_are_left_out() -> None:
    assert [match[0] for match in Clock(1).find_all(compiled("x*"), "axxb")] == ["xx"]


@pytest.mark.parametrize(("length", "seconds"), [(0, 30), (500_000, 45), (2_000_000, 90)])
def test_a_file_has_time_in_proportion_to_its_length(length: int, seconds: float) -> None:
    work = Slow(0, 0)
    budget = work.budget(length, 30)
    assert budget.left == seconds
    work.passes(seconds - 1, 1000)
    budget.check()
    work.passes(1, 1)
    with pytest.raises(OutOfTime, match=f"more than {seconds} seconds of processor time"):
        budget.check()


@pytest.mark.parametrize("none", [0, -1])
def test_a_file_may_have_any_time(none: int) -> None:
    work = Slow(0, 0)
    budget = work.budget(0, none)
    work.passes(1e9, 1e9)
    budget.check()


def test_a_pattern_has_no_more_time_than_its_file() -> None:
    slow = Slow(1, 1)
    budget = slow.budget(1_000_000, 1)
    budget.clock().search(cast(Any, slow), "text")
    slow.passes(0.75, 0.75)
    with pytest.raises(PatternTooSlow):
        budget.clock().search(cast(Any, slow), "text")
    assert slow.allowed == [1, 0.25]
    with pytest.raises(OutOfTime):
        budget.clock()


def test_what_was_too_slow_is_named() -> None:
    assert stopped(["a+"]) == "the pattern 'a+' took too long and was stopped"
    assert stopped(["a", "b"]) == "the patterns 'a', 'b' took too long and were stopped"
    assert stopped([*"abcdefg"]).startswith("the patterns 'a', 'b', 'c', 'd', 'e' and 2 more took")
    slow = Slow(2, 2)
    slow.pattern = "x" * 1000
    with pytest.raises(PatternTooSlow, match=r"^x{79}…$"):
        slow.searches(1, 1)
