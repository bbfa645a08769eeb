"""What reaches a terminal: widths, carets, cropping, and nothing that steers it."""

from __future__ import annotations

import re

import pytest

from linter.finding import FileReport, Finding, Related, Severity
from linter.reporters import FORMATS
from linter.reporters.base import ReportOptions, Run, precision_word
from linter.reporters.color import Painter, wants_color
from linter.reporters.crop import crop
from linter.reporters.excerpt import Mark, excerpt
from linter.reporters.summary import account, statistics, summary
from linter.reporters.visible import one_line, visible, width
from linter.text import LineIndex, Span
from tests.reporters import sample

PLAIN = Painter(color=False)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("plain", 5),
        ("東京", 4),
        ("De\u0301ja\u0300", 4),
        ("𝒳", 1),
        ("👩\u200d👧", 2),
        ("👍\U0001f3fd", 2),
        ("🇩🇪", 2),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("Bun\xaddes", "Bun¬des"),
        ("\udce9", "\ufffd"),
        ("👩\u200d👧 می\u200cخواهم", "👩\u200d👧 می\u200cخواهم"),
        ("🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f"),
        ("a\U000e0067", "a<U+E0067>"),
        ("a\U000e0067\U000e0062\U000e007f", "a<U+E0067><U+E0062><U+E007F>"),
        ("🏴\U000e0067\U000e0001", "🏴\U000e0067<U+E0001>"),
    ],
)
def test_visible(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_one_line() -> None:
    assert one_line("a\r\n\tb\u2028c") == "a b c"


@pytest.mark.parametrize("name", FORMATS)
def test_no_control_reaches_the_terminal(name: str) -> None:
    text = sample.rendered(name, sample.everything())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_color_adds_nothing_but_color() -> None:
    colored = sample.rendered("full", sample.everything(), ReportOptions(color=True))
    plain = sample.rendered("full", sample.everything())
    assert re.sub(r" +\n", "\n", re.sub(r"\x1b\[[\d;]*m", "", colored)) == plain


def rows(source: str, *marks: Mark, room: int = 60) -> list[tuple[str, str]]:
    return [tuple(row) for row in excerpt(LineIndex(source), marks, room, PLAIN)]


def test_marks_on_one_line_share_it() -> None:
    found = rows("5 women and 8 men", Mark(Span(0, 7), "error"), Mark(Span(12, 17), "other", "-", "8"))
    assert found == [("1", "5 women and 8 men"), ("", "^^^^^^^     ----- 8")]


def test_marks_that_touch_have_rows_of_their_own() -> None:
    source, label = "5 women and 8 men", "a label"
    found = rows(source, Mark(Span(0, 7), "error", "^", label), Mark(Span(12, 17), "other", "-", "8"))
    assert found[1:] == [("", "^^^^^^^ a label"), ("", "            ----- 8")]
    found = rows(source, Mark(Span(0, 7), "error"), Mark(Span(2, 7), "other", "-", "5"))
    assert found[1:] == [("", "^^^^^^^"), ("", "  ----- 5")]


def test_a_label_of_two_marks_is_said_once() -> None:
    marks = (Mark(Span(at, at + 1), "other", "-", "the parts") for at in (0, 12))
    assert rows("5 women and 8 men", *marks)[1:] == [("", "-           - the parts")]


def test_neighbouring_lines_need_no_gap() -> None:
    found = rows("one\ntwo\n\nthree", *(Mark(Span(at, at + 3), "error") for at in (0, 4, 9)))
    assert [gutter for gutter, _ in found] == ["1", "", "2", "", "⋮", "4", ""]


def test_a_tab_is_as_wide_as_its_caret() -> None:
    assert rows("a\tb", Mark(Span(1, 3), "error")) == [("1", "a   b"), ("", " ^^^^")]


def test_a_mark_without_width_is_written_out() -> None:
    assert rows("a\u200db", Mark(Span(1, 2), "error")) == [("1", "a<U+200D>b"), ("", " ^^^^^^^^")]
    assert rows("ab", Mark(Span(2, 2), "error")) == [("1", "ab"), ("", "  ^")]


def test_a_label_that_does_not_fit_moves_below() -> None:
    found = rows("x" * 20 + " here", Mark(Span(21, 25), "other", "-", "a label of some length"), room=30)
    assert found[1:] == [("", " " * 21 + "----"), ("", " " * 8 + "a label of some length")]


def test_a_long_line_is_cropped_between_words() -> None:
    source = "word " * 200 + "NEEDLE" + " word" * 200
    window = crop(source, Span(0, len(source)), Span(1000, 1006), 40)
    text = "".join(cell.text for cell in window.cells)
    assert re.fullmatch(r"(word )+NEEDLE( word)+", text)
    assert len(text) <= 38
    assert window.cut_left
    assert window.cut_right


def test_a_long_mark_is_cropped_to_its_start() -> None:
    source = "before " + "many words " * 100
    text, carets = rows(source, Mark(Span(7, len(source)), "error"), room=40)
    assert text[1].startswith("…many words")
    assert text[1].endswith("…")
    assert carets[1].strip() == "^" * (len(text[1]) - 2)


def test_of_a_mark_over_lines_the_end_is_shown() -> None:
    source = "first " * 30 + "\n" + "last " * 30 + "end. After."
    found = rows(source, Mark(Span(0, source.index(" After")), "error"), room=40)
    assert found[0][1].startswith("first")
    assert found[2][1].endswith("end.…")


def test_a_place_behind_the_end_of_the_source() -> None:
    finding = Finding("a", "r", Severity.ERROR, "m", Span(90, 99), "x", (Related(Span(90, 99), "l"),))
    for source in ("", "short"):
        for name in ("full", "html"):
            assert "m" in sample.rendered(name, Run([FileReport("a", [finding], source)]))


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "expected"),
    [
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "xterm"}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
    ],
)
def test_wants_color(choice: str, environment: dict[str, str], terminal: bool, expected: bool) -> None:
    assert wants_color(choice, environment, terminal) is expected


def test_summary_lines() -> None:
    assert summary(sample.clean()) == "No findings in 1 file."
    assert summary(Run([])) == "No findings in 0 files."
    assert summary(Run([sample.agency()])) == "1 finding (1 info) in 1 file."
    told = "12 findings (3 errors, 7 warnings, 2 info) in 3 of 5 files. 1 file could not be checked fully."
    assert summary(sample.everything()) == told


def test_statistics_and_account() -> None:
    run = sample.everything()
    assert statistics(run).splitlines()[0] == "2  warning  sum-mismatch"
    assert account(run).splitlines()[1] == "weekday-mismatch  4 dates, 2 checked, 2 without a year"
    assert statistics(Run([])) == account(Run([])) == ""


def test_precision_words() -> None:
    told = [precision_word(true, 100) for true in (95, 80, 50, 49)]
    assert told == ["very-high", "high", "medium", "low"]
    assert precision_word(0, 0) == ""
