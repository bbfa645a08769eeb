"""The classes of letters hold what Unicode calls capital and small."""

from __future__ import annotations

import re

from linter.matching.letters import CAPITALS, SMALL

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz àáâãäåæçèéêëìíîïñòóôõöøùúûüýþ āăąćčďēęěğģīįķļłńņňőœřśšşťţūůűųźżžșț "
    "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώ абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя ђѓќљњџѕј"
)


def test_capitals_are_capitals_and_small_letters_small() -> None:
    small, capital = re.compile(f"[{SMALL}]+"), re.compile(f"[{CAPITALS}]+")
    for word in ALPHABETS.split():
        assert small.fullmatch(word), word
        assert capital.fullmatch(word.upper()), word
        assert not small.search(word.upper())
        assert not capital.search(word)
