"""Signs tell exactly whose literals a text has."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from linter.matching.signs import Found, Signs, packed, whole

WANTED: Mapping[str, Mapping[int, frozenset[str]]] = {
    "one": {0: frozenset({"alpha", "be", "c"}), 1: frozenset({"gamma", "alpha"})},
    "other": {0: frozenset({"gamma"}), 3: frozenset(), 4: frozenset({"line\nbreak"})},
    "last": {0: frozenset({"\n"}), 1: frozenset({"ünï", " pha b"})},
}


def naive(text: str) -> Found:
    found: Found = {}
    for owner, parts in WANTED.items():
        for number, literals in parts.items():
            pieces = {max(literal.split("\n"), key=len) for literal in literals} - {""}
            there = {piece for piece in pieces if piece in text}
            if there or not pieces:
                found.setdefault(owner, {})[number] = there
    return found


@pytest.mark.parametrize("filed", [True, False])
@pytest.mark.parametrize("before", [0, 10])
def test_what_a_text_has(before: int, filed: bool) -> None:
    signs = Signs(packed(WANTED, filed), at_once=not filed)
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


@pytest.mark.parametrize("before", [0, 10])
def test_a_word_is_one_of_the_words(before: int) -> None:
    signs = Signs(packed({"born": {0: {whole("né"), "naissance"}}}))
    for _ in range(before):
        signs.found("text")
    assert signs.found("né en 1950", {"né", "en"}) == {"born": {0: {whole("né")}}}
    assert signs.found("né") == signs.found("née", {"née"}) == {}


def test_of_whom_nothing_is_to_be_said() -> None:
    assert Signs(packed(WANTED), but={"one"}).owners == {"other", "last"}


def test_who_has_signs() -> None:
    assert Signs(packed(WANTED)).owners == set(WANTED)
    assert Signs(packed({"other": {0: frozenset()}})).found("text") == {"other": {0: set()}}


@pytest.mark.parametrize("kept", ["", packed({})])
def test_nothing_wanted(kept: str) -> None:
    for _ in range(10):
        assert Signs(kept).found("text") == {}
    assert not Signs(kept).owners
