"""Safe fixes: only those, never two at one place, and not a byte more."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.engine.fix import (
    apply_fixes,
    difference,
    fix_file,
    fixable,
)
from linter.finding import Finding, Severity
from linter.text import Span
from linter.write import write_bytes


def finding(source: str, start: int, end: int, fix: str | None, rule: str = "mojibake") -> Finding:
    return Finding("a.md", rule, Severity.ERROR, "m", Span(start, end), source[start:end], fix=fix)


def test_fixes_are_written_and_suggestions_are_not() -> None:
    source = "un deux trois"
    findings = [finding(source, 3, 7, "zwei"), finding(source, 8, 13, None)]
    assert apply_fixes(source, findings) == "un zwei trois"


def test_of_two_at_one_place_the_first_is_written() -> None:
    source = "abcdef"
    findings = [finding(source, 2, 5, "X"), finding(source, 0, 3, "Y")]
    assert apply_fixes(source, findings) == "Ydef"
    assert [each.fix for each in fixable(source, findings)] == ["Y"]


def test_a_fix_that_is_out_of_date_is_left_out() -> None:
    stale = finding("old text", 0, 3, "new")
    assert apply_fixes("another text", [stale]) == "another text"


def test_line_endings_are_kept() -> None:
    source = "a\r\nbX\r\nc\n"
    assert apply_fixes(source, [finding(source, 4, 5, "y\nz")]) == "a\r\nby\r\nz\r\nc\n"


@given(
    st.text(alphabet="ab\r\n\u200b", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)))
)
def test_nothing_else_changes(source: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(pair), max(pair)) for pair in places if max(pair) <= len(source)]
    findings = [finding(source, start, end, "") for start, end in spans]
    removed = sum(each.span.end - each.span.start for each in fixable(source, findings))
    assert len(apply_fixes(source, findings)) == len(source) - removed


@pytest.mark.parametrize(
    "data",
    [
        "é\r\n".encode(),
        "\ufeffé\n".encode(),
        b"\xff\xfe" + "é\n".encode("utf-16-le"),
        b"\xfe\xff" + "é".encode("utf-16-be"),
    ],
)
def test_the_encoding_is_kept(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    source = data.decode("utf-16" if data[:1] in (b"\xff", b"\xfe") else "utf-8")
    at = source.index("é")
    assert fix_file(str(path), [finding(source, at, at + 1, "è")], write=True)
    assert path.read_bytes() == data.replace("é".encode(), "è".encode()).replace(
        b"\xe9\x00", b"\xe8\x00"
    ).replace(b"\x00\xe9", b"\x00\xe8")


def test_diff_shows_and_does_not_write(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one\ntwo")
    diff = fix_file(str(path), [finding("one\ntwo", 4, 7, "2")], write=False)
    assert "-two\n\\ No newline at end of file\n+2\n" in diff
    assert path.read_bytes() == b"one\ntwo"
    assert difference("a", "a", "p") == ""


def test_writing_keeps_mode_and_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.md", tmp_path / "link.md"
    path.write_bytes(b"x")
    path.chmod(0o640)
    link.symlink_to(path)
    write_bytes(str(link), b"y")
    assert link.is_symlink()
    assert path.read_bytes() == b"y"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a.md", "link.md"]


def test_a_failed_write_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x")

    def refuse(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        write_bytes(str(path), b"y")
    assert path.read_bytes() == b"x"
    assert os.listdir(tmp_path) == ["a.md"]
