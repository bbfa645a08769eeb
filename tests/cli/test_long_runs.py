"""What helps a person at a terminal: progress, lines that end at words, what was meant."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from linter.cli.progress import with_progress
from linter.reporters.wrap import cells, wrapped
from tests.cli.conftest import Factlint

LINE = (
    "a.md:3:13: error: “April 20XX” is a date that was never filled in, whatever it was to be. "
    "[placeholder-date]"
)


class Clock:
    """Goes on by half a second each time it is looked at."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.5
        return self.now


def test_a_long_run_says_how_far_it_is() -> None:
    out = io.StringIO()
    assert list(with_progress(range(2000), 2000, out, Clock())) == list(range(2000))
    first, second, *_, blank, last = out.getvalue().split("\r")[1:]
    assert (first, second) == ("2 of 2,000 files", "3 of 2,000 files")
    assert (blank.strip(), last) == ("", "")
    assert len(blank) == len("2,000 of 2,000 files")


def test_a_short_run_says_nothing() -> None:
    out = io.StringIO()
    assert list(with_progress(range(2000), 2000, out, lambda: 0.0)) == list(range(2000))
    assert out.getvalue() == ""


def test_what_is_broken_off_leaves_no_line() -> None:
    out = io.StringIO()
    things = with_progress(range(2000), 2000, out, Clock())
    for _ in range(5):
        next(things)
    things.close()  # type: ignore[attr-defined]
    assert out.getvalue().endswith("\r")


@pytest.mark.parametrize("room", [20, 30, 50, 80])
def test_lines_end_at_words(room: int) -> None:
    rows = wrapped(LINE, room).split("\n")
    assert len(rows) > 1
    assert " ".join(row.strip() for row in rows) == LINE
    assert all(cells(row) <= room or " " not in row.strip() for row in rows)


def test_what_is_short_or_cannot_be_broken_stays() -> None:
    colored = "\x1b[1ma.md:3:13:\x1b[0m \x1b[31merror:\x1b[0m 日本語の新聞"
    assert wrapped(colored, cells(colored)) == colored
    assert cells(colored) == len("a.md:3:13: error: ") + 12
    assert wrapped(LINE, 1) == LINE
    assert wrapped("  - indented   words", 80) == "  - indented   words"
    assert wrapped("  - indented   words that go on and on", 24).startswith("  - indented   words")


def at_terminal(folder: Path, *args: str, columns: int, **environment: str) -> str:
    """What a terminal gets to see."""
    main, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "linter", *args],
        cwd=folder,
        env={**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1", "TERM": "xterm", **environment},
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    seen = b""
    try:
        while part := os.read(main, 65536):
            seen += part
    except OSError:  # the other side has gone
        pass
    os.close(main)
    process.wait()
    return seen.decode().replace("\r\n", "\n")


def test_a_terminal_and_a_pipe(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A meeting\n\nThey met in April 20XX in Paris.\n")
    seen = at_terminal(tmp_path, "check", "a.md", columns=40)
    assert not [line for line in seen.split("\n") if cells(line) > 40]
    assert "is a date that was never" not in seen.split("\n")[0]
    piped = factlint("check", "a.md").stdout
    assert piped.split("\n")[0].endswith("is a date that was never filled in. [placeholder-date]")
    assert re.sub(r"\s+", " ", piped) in re.sub(r"\s+", " ", seen)


def test_no_progress_in_logs(tmp_path: Path, factlint: Factlint) -> None:
    for number in range(30):
        (tmp_path / f"{number}.md").write_text("# A meeting\n\nThey met.\n")
    assert "\r" not in factlint("check").stderr
    assert "\r" not in at_terminal(tmp_path, "check", columns=80, CI="true")


@pytest.mark.parametrize(
    ("said", "meant"), [("chek", "check"), ("explian", "explain"), ("rule", "rules"), ("inti", "init")]
)
def test_a_misspelt_command(factlint: Factlint, said: str, meant: str) -> None:
    done = factlint(said)
    assert done.returncode == 2
    assert f"note: '{said}' is no command and no file; did you mean '{meant}'?" in done.stderr


def test_files_that_resemble_a_command(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "chek").mkdir()
    (tmp_path / "chek" / "a.md").write_text("# A\n\nThey met.\n")
    assert "did you mean" not in factlint("chek").stderr
    assert "did you mean" not in factlint("nothinglikeit").stderr


def test_a_misspelt_option(factlint: Factlint) -> None:
    assert "did you mean '--fail-on'?" in factlint("check", "--fial-on", "error").stderr
