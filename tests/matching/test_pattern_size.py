"""Patterns that stand for more than can be compiled are told before anybody tries."""

from __future__ import annotations

import pytest
import regex

from linter.check import Setup
from linter.matching.needles import derive
from linter.matching.pattern_size import LARGEST, too_large
from linter.matching.patterns import compiled, fault_of
from linter.rules.bind import bind
from linter.rules.load import load_rules


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
        ("a" * (LARGEST + 1), "longer"),
    ],
    ids=lambda value: value[:20],
)
def test_too_large(pattern: str, why: str) -> None:
    assert why in too_large(pattern)
    assert why in fault_of(pattern)
    assert derive(pattern) == frozenset()
    with pytest.raises(regex.error, match=why):
        compiled(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "(",
        ")+" * 100,
        "a{1000}" * 1000,
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


@pytest.mark.parametrize("pattern", ["a{99999999999999999999}", "(?<=a{2}){4294967296}"])
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
