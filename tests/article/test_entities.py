"""References that are decoded without the list of all mean what they mean in HTML."""

from __future__ import annotations

from html import unescape

from linter.article.entities import USUAL, decode


def test_numbers_and_names() -> None:
    for number in (*range(0x3000), 0xD7FF, 0xD800, 0xDFFF, 0xFDD0, 0xFFFF, 0x1F600, 0x110000):
        reference = f"&#{number};"
        assert decode(reference) == unescape(reference).replace("\xad", ""), reference
    assert {name: unescape(name) for name in USUAL} == USUAL
    assert [decode(each) for each in ("&D", "&amp", "&shy;", "&#x2019;")] == [
        *("&D", "&", "", "’"),
    ]
