"""Subtitles: which lines are one paragraph, what is no text, and where it stands."""

from __future__ import annotations

import pytest

from tests.article.exact import outline
from tests.article.reading import assert_reading_is_linear, exact


def read(source: str, path: str = "a.vtt") -> list[str]:
    return outline(exact(source, path))


def cue(start: float, text: str, number: str = "") -> str:
    return f"{number}00:00:{start:06.3f} --> 00:00:{start + 1:06.3f}\n{text}\n\n"


def test_cues_are_joined_to_sentences() -> None:
    subtitles = (
        cue(1, "The bridge\nhas cost", "1\n")
        + cue(2.5, "three million.", "2\n")
        + cue(4, "So they say.", "3\n")
    )
    assert read(subtitles.replace(".", ",", 2), "a.srt")[0].startswith(
        "paragraph: The bridge has cost three million"
    )
    assert read("WEBVTT\n\n" + subtitles) == ["paragraph: The bridge has cost three million. So they say."]


def test_pauses_and_speakers_part_paragraphs() -> None:
    assert read("WEBVTT\n\n" + cue(1, "One.\n- Two.") + cue(3, "<v Ann>Three.</v>") + cue(20, "Four.")) == [
        "paragraph: One.",
        "paragraph: Two.",
        "paragraph: Three.",
        "paragraph: Four.",
    ]


def test_what_is_no_text() -> None:
    head = "WEBVTT - a title\nKind: captions\nLanguage: de\n\nSTYLE\n::cue { color: red }\n\nNOTE a note\n\n"
    source = head + cue(1, "{\\an8}<i>Das</i> <00:00:01.500>ist R&amp;D.")
    assert read(source) == ["paragraph: Das ist R&D."]
    assert [field.value for field in exact(source, "a.vtt").fields("lang")] == ["de"]


def test_lines_that_roll_are_read_once() -> None:
    rolling = (
        cue(1, "the first line")
        + cue(2, "the first line\nthe second line")
        + cue(3, "the second line\nthe third")
    )
    assert read("WEBVTT\n\n" + rolling) == ["paragraph: the first line the second line the third"]


def test_no_headline_and_no_cue() -> None:
    assert read("WEBVTT\n\n" + cue(1, "Short") + cue(20, "A line that is longer than that.")) == [
        "paragraph: Short",
        "paragraph: A line that is longer than that.",
    ]
    assert read("no subtitles at all\n") == []


@pytest.mark.parametrize(
    "shape",
    ["00:01.000 --> 00:02.000\na\n\n", "00:01.000 --> ", "<b>", "&a", "a\n", "{\\a", "WEBVTT\n", "-->\n"],
)
def test_the_cost_is_linear(shape: str) -> None:
    assert_reading_is_linear(shape, "a.vtt")
