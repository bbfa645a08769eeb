"""Patterns that stand for more than can be compiled are told before anybody tries."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import regex

from linter.check import Setup
from linter.matching.needles import derive
from linter.matching.pattern_size import LARGEST, too_large
from linter.matching.patterns import compiled, fault_of
from linter.rules.bind import bind
from linter.rules.load import load_rules
from tests.cost import assert_linear


def nested(opening: str, closing: str, depth: int) -> str:
    return opening * depth + "a" + closing * depth


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (nested("(?:", ")+", 50), "repeat"),
        (nested("(", ")++", 30), "repeat"),
        (nested("(?:", ")+?", 30), "repeat"),
        (nested("(?:", "){2}", 20), "repeat"),
        (nested("(?:", "){2,3}", 20), "repeat"),
        (nested("(?:[)]", "){9}", 20), "repeat"),
        (nested("(?:\\(", ")(?#why)+", 30), "repeat"),
        ("(?x)" + nested("(?:", ") # why\n +", 30), "repeat"),
        (nested("(?:", ")+", 17) * 2, "repeat"),
        (nested("(", ")", 1000), "deep"),
        (nested("(?=", ")?", 200), "deep"),
        (nested("(?:", ")*", 5000), "deep"),
        ("a{1000000000}", "repeat"),
        ("[ab]{99999999,}", "repeat"),
        (r"\d{2000000,3000000}", "repeat"),
        ("(?x)a # why\n {2000000}", "repeat"),
        (nested("(?:", "){100}", 3), "repeat"),
        ("a{1000}" * 1000, "repeat"),
        ("(a)#" + nested("(?:", ")+", 50) + "\n", "repeat"),
        ("a" * (LARGEST + 1), "longer"),
    ],
    ids=lambda value: value[:20],
)
def test_too_large(pattern: str, why: str) -> None:
    assert why in too_large(pattern)
    assert why in fault_of(pattern)
    assert derive(pattern) == (frozenset(),)
    with pytest.raises(regex.error, match=why):
        compiled(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "(",
        ")+" * 100,
        "a{1000}" * 400,
        "a{0,1000000000}",
        "(?:a|b)+" * 1000,
        nested("(?:", ")*", 90),
        nested("(?:", ")?", 90),
        nested("(", ")+", 12),
        "(?:" + "|".join(f"word{i}" for i in range(20_000)) + ")+",
        "[((((((((+]+" * 100,
        r"\(\(\(\(\(a\)+\)+\)+" * 100,
    ],
    ids=lambda value: value[:20],
)
def test_not_too_large(pattern: str) -> None:
    assert too_large(pattern) == ""


@pytest.mark.parametrize("piece", ["[a", "a(?#", "(?#)", "a#", "#\n", "a \n", ")#", "(?:a|b){10}"])
def test_to_measure_is_linear(piece: str) -> None:
    assert_linear(lambda size: lambda: too_large("a{10}" + piece * (size // len(piece))), 1_000, 4_000)


def test_many_branches_are_linear() -> None:
    def derived(size: int) -> Callable[[], object]:
        pattern = "|".join(f"w{i}" for i in range(size // 4))
        return lambda: derive(pattern)

    assert_linear(derived, 4_000, 16_000)


@pytest.mark.parametrize("pattern", ["(?V1)a", "a{99999999999999999999}", "(?<=a{2}){4294967296}"])
def test_what_the_library_cannot_take_is_a_fault(pattern: str) -> None:
    assert fault_of(pattern)


def test_the_rules_have_room() -> None:
    patterns = [
        each
        for rule in load_rules().rules.values()
        for each in getattr(bind(rule, Setup()), "patterns", ())
        if isinstance(each, str)
    ]
    assert len(patterns) > 100
    assert all(len(pattern) < LARGEST / 20 for pattern in patterns)
    assert not [pattern for pattern in patterns if too_large(pattern)]
