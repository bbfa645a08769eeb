"""Columns are counted as the editor counts them, in what is told and in what is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from linter.lsp.places import Places
from linter.text import Span
from tests.lsp.editor import Editor, edited, edits_of, offset

TEXT = "# A 𝒫lain meeting\n\n𝒫aris 😀 é: on the 22th of May they met in April 20XX in Paris.\n"


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        (["utf-8"], "utf-8"),
        (["utf-8", "utf-16"], "utf-8"),
        (["utf-16"], "utf-16"),
        (["utf-32", "utf-16"], "utf-32"),
        (["utf-7"], "utf-16"),
        (None, "utf-16"),
    ],
)
def test_places_and_edits(folder: Path, offered: list[str] | None, chosen: str) -> None:
    capabilities: dict[str, Any] = {"general": {"positionEncodings": offered}} if offered else {}
    with Editor(folder, capabilities) as editor:
        assert editor.hello["capabilities"]["positionEncoding"] == chosen
        editor.open("a.md", TEXT)
        found = {each["code"]: each["range"] for each in editor.published()}
        for rule, text in (("ordinal-suffix", "22th"), ("placeholder-date", "April 20XX")):
            start, end = (offset(TEXT, found[rule][side], chosen) for side in ("start", "end"))
            assert TEXT[start:end] == text
        fix = editor.actions("a.md", found["ordinal-suffix"])["Replace with “22nd”"]
        assert edited(TEXT, edits_of(fix), chosen) == TEXT.replace("22th", "22nd")
        silent = editor.actions("a.md", found["placeholder-date"])["Silence placeholder-date on this line"]
        changed = edited(TEXT, edits_of(silent), chosen)
        assert changed == TEXT[:-1] + " <!-- factlint-disable-line placeholder-date: why -->\n"
        editor.change("a.md", changed, 2)
        assert [each["code"] for each in editor.published()] == ["ordinal-suffix"]
        hover = editor.hover("a.md", found["ordinal-suffix"]["start"])
        assert hover["range"] == found["ordinal-suffix"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("source", [TEXT, "\ufeffa😀\r\nb\rc\n\né", "", "\ud800x\n"])
def test_there_and_back(encoding: str, source: str) -> None:
    places = Places(source, encoding)
    for at in range(len(source) + 1):
        back = places.offset(places.position(at))
        assert back == at or source[back:at] in ("\r", "")  # within a line break there is no place


def test_a_place_outside_is_the_nearest_one() -> None:
    places = Places("a😀b\nc\n", "utf-16")
    position = places.position(1)
    position.character += 1  # in the midst of a pair
    assert places.offset(position) == 1
    position.character += 90
    assert places.offset(position) == 3
    position.line += 90
    assert places.offset(position) == 6
    assert places.span(places.range(Span(1, 3))) == Span(1, 3)
