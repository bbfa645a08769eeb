"""Signs tell exactly whose literals a text has."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest

from linter.matching.signs import Found, Signs, packed

WANTED: Mapping[str, Sequence[frozenset[str]]] = {
    "one": [frozenset({"alpha", "be", "c"}), frozenset({"gamma", "alpha"})],
    "other": [frozenset({"gamma"}), frozenset(), frozenset({"line\nbreak"})],
    "last": [frozenset({"\n"}), frozenset({"ünï"})],
}


def naive(text: str) -> Found:
    found: Found = {}
    for owner, parts in WANTED.items():
        for number, literals in enumerate(parts):
            pieces = {max(literal.split("\n"), key=len) for literal in literals} - {""}
            there = {piece for piece in pieces if piece in text}
            if there or not pieces:
                found.setdefault(owner, {})[number] = there
    return found


@pytest.mark.parametrize("before", [0, 10])
def test_what_a_text_has(before: int) -> None:
    signs = Signs(packed(WANTED))
    for _ in range(before):  # from some texts on another way is taken
        signs.found("alpha")
    for text in (
        "",
        "a",
        "alp",
        "alphabet",
        "gammalpha",
        "breaks",
        "c",
        "line",
        "ünï be",
        "x" * 30_000 + "be",
    ):
        assert signs.found(text) == naive(text)
    made = random.Random(7)
    for _ in range(200):
        text = "".join(
            made.choice(["al", "pha", "ga", "mma", "b", "e", " ", "c", "ü", "nï"]) for _ in range(9)
        )
        assert signs.found(text) == naive(text)


def test_who_has_signs() -> None:
    assert Signs(packed(WANTED)).owners == set(WANTED)
    assert Signs(packed({"other": [frozenset()]})).found("text") == {"other": {0: set()}}


@pytest.mark.parametrize("kept", ["", packed({})])
def test_nothing_wanted(kept: str) -> None:
    for _ in range(10):
        assert Signs(kept).found("text") == {}
    assert not Signs(kept).owners
