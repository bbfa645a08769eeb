"""Only where a search cannot take long it is left alone."""

from __future__ import annotations

from typing import Any, cast

import pytest

from linter.matching.budget import Clock, PatternTooSlow
from linter.matching.hurry import unwatched
from linter.matching.patterns import compiled

_PARAGRAPH = 300


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a+)+$",
        r"(a|aa)+$",
        r"(a?){30}a{30}",
        r"(?:.*)*",
        r".*.*.*.*=",
        r"(?:a{1,9}){9}b",
        r"(?:(?:a|b|ab){1,8}){1,8}c",
        r"(?i:s+ſ+)+\d",
        r"a*[^b]*(?:a|c)*d",
        r"(.+)\1+\1+=",
        r"(?(1)a|b)",
        r"(?<=a+)+b",
        r"[[:alpha:]]+",
        r"(?:foo){e<=1}",
        r"broken(",
        nested := "(?:" * 60 + "a" + ")?" * 60,
        f"{nested}{{2}}",
    ],
)
def test_what_can_go_back_too_often_is_always_watched(pattern: str) -> None:
    assert unwatched(pattern) < _PARAGRAPH


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bman\b",
        r"[A-Z]{3,5}",
        r"\b([0-9A-Za-z_]+)\b",
        r"(?i:colou?r|gr[ae]y)",
        r"(?:[A-Z]\.){3,}",
        r"\b(?:am|is|are)\b[\t\n ]*(?:[0-9A-Za-z_]+ed|known)\b",
        r"\p{Lu}\p{Ll}+",
        "|".join(f"word{number}" for number in range(1000)),
    ],
)
def test_in_a_paragraph_most_patterns_cannot_go_wrong(pattern: str) -> None:
    assert unwatched(pattern) >= _PARAGRAPH


def test_a_repeat_that_has_to_stop_leaves_one_way_to_go_on() -> None:
    assert unwatched(r"[a-z]+[0-9]+[a-z]+!") > unwatched(r"[a-z0-9]+[0-9]+[a-z]+!")


def test_where_nobody_watches_there_is_no_limit_to_a_search_but_to_all() -> None:
    class Pattern:
        pattern = "quick"
        limits: list[dict[str, float]]

        def search(self, text: str, start: int, **limit: float) -> None:
            gone[0] += 2
            self.limits.append(limit)
            if limit:
                raise TimeoutError

    gone, quick = [0.0], Pattern()
    quick.limits = []
    clock = Clock(5, lambda: gone[0], lambda: gone[0], lambda _: 4)
    for _ in range(6):
        clock.search(cast(Any, quick), "text")
    with pytest.raises(PatternTooSlow, match="quick"):
        clock.search(cast(Any, quick), "text")
    assert [bool(limit) for limit in quick.limits] == [False] * 6 + [True]
    with pytest.raises(PatternTooSlow):
        Clock(5, lambda: gone[0], lambda: gone[0], lambda _: 3).search(cast(Any, quick), "text")


def test_the_same_is_found() -> None:
    pattern, text = compiled(r"[a-z]+ed\b"), "asked and answered, red"
    for clock in (Clock(1), Clock(1, unwatched=unwatched)):
        assert clock.texts_in_each(pattern, [text]) == [["asked", "answered", "red"]]
        assert [match.start() for match in clock.every(pattern, text)] == [0, 10, 20]
