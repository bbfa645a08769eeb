"""Properties that hold for any text and any span."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.finding import FileReport, Finding, Related, Severity
from linter.reporters import FORMATS
from linter.reporters.base import ReportOptions, Run
from linter.reporters.color import Painter
from linter.reporters.crop import crop, total
from linter.reporters.excerpt import Mark, excerpt
from linter.reporters.visible import width
from linter.text import LineIndex, Span
from tests.reporters import sample

ODD = "\t\r\n \x1b\x00\x85\u2028\u202e\xad\u200b\u200d\u0301\ufeff\ufffe\udc80<&]|`é東👩𝒳🏽"
TEXT = st.text(st.one_of(st.sampled_from(ODD), st.characters(), st.sampled_from("ab ")), max_size=300)
LEVEL = st.sampled_from(list(Severity.choices.values()))
PLACE = st.tuples(st.integers(0, 320), st.integers(0, 320)).map(lambda pair: Span(min(pair), max(pair)))


@st.composite
def runs(draw: st.DrawFn) -> Run:
    source, path = draw(TEXT), draw(st.text(min_size=1, max_size=20))
    others = st.builds(Related, PLACE, TEXT, st.sampled_from(["", "other.md", path]))
    findings = st.builds(
        Finding, st.just(path), st.just("some-rule"), LEVEL, TEXT, PLACE, TEXT,
        st.lists(others, max_size=3).map(tuple), st.none() | TEXT, st.none() | TEXT, st.just("f"),
    )  # fmt: skip
    report = FileReport(path, draw(st.lists(findings, max_size=3)), source, draw(st.lists(TEXT, max_size=1)))
    return Run([report, FileReport("other.md", source=draw(TEXT))], version="1")


@settings(deadline=None)
@given(runs(), st.integers(10, 120), st.booleans())
def test_no_format_fails(run: Run, columns: int, color: bool) -> None:
    for name in FORMATS:
        text = sample.rendered(name, run, ReportOptions(color=color, width=columns))
        text.encode("utf-8")
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(text)
        elif name == "junit":
            ElementTree.fromstring(text)
        elif name == "jsonl" or name == "concise":
            assert len(text.splitlines()) == len(list(run.findings()))


@settings(deadline=None)
@given(TEXT, PLACE, st.integers(24, 100))
def test_rows_fit_and_carets_stay_under_the_text(source: str, place: Span, room: int) -> None:
    shown = 0
    for row in excerpt(LineIndex(source), [Mark(place, "error")], room, Painter(color=False)):
        assert width(row.text) <= room
        if row.gutter:
            shown = width(row.text)
        else:
            assert set(row.text) <= set(" ^")
            assert width(row.text) <= shown + 1


@settings(deadline=None)
@given(TEXT, PLACE, st.integers(24, 100))
def test_carets_are_as_wide_as_what_they_mark(source: str, place: Span, room: int) -> None:
    source = "".join(source.splitlines())
    focus = Span(min(place.start, len(source)), min(place.end, len(source)))
    line = Span(0, len(source))
    window = crop(source, line, focus, room)
    start, end = window.locate(focus)
    found = list(excerpt(LineIndex(source), [Mark(focus, "error")], room, Painter(color=False)))
    if found:
        text, carets = (row.text for row in found)
        before = window.cut_left + total(window.cells[:start])
        assert carets == " " * before + "^" * max(1, total(window.cells[start:end]))
        assert width(text) == window.cut_left + total(window.cells) + window.cut_right
