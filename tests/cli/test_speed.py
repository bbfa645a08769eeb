"""What is kept between runs, processes and timing, as the command offers them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Factlint

ARTICLE = "# A title\n\nThe event is on Monday, 5 March 2024, not on 31 June 2023.\n"


def test_a_cache_folder_is_made_and_removed(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    first = factlint("a.md")
    assert (tmp_path / ".factlint_cache" / "CACHEDIR.TAG").is_file()
    assert factlint("a.md").stdout == first.stdout
    assert factlint("a.md", "--no-cache").stdout == first.stdout
    cleaned = factlint("clean")
    assert (cleaned.returncode, cleaned.stderr) == (0, "Removed .factlint_cache.\n")
    assert not (tmp_path / ".factlint_cache").exists()
    assert factlint("clean").stderr == "There is no .factlint_cache.\n"
    factlint("a.md", "--no-cache")
    assert not (tmp_path / ".factlint_cache").exists()


def test_the_cache_can_stand_elsewhere(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    factlint("a.md", "--cache-dir", "elsewhere/cache")
    assert (tmp_path / "elsewhere" / "cache" / "results.db").is_file()
    assert factlint("clean", "--cache-dir", "elsewhere/cache").returncode == 0
    assert not (tmp_path / "elsewhere" / "cache").exists()


def test_only_a_cache_folder_is_removed(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    assert factlint("clean", "--cache-dir", "precious").returncode == 2
    assert (tmp_path / "precious").is_dir()


def test_numbers_of_processes(factlint: Factlint, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.md").write_text(ARTICLE)
    one = factlint(".", "--no-cache", "--jobs", "1")
    assert factlint(".", "--no-cache", "--jobs", "3").stdout == one.stdout
    assert factlint(".", "--no-cache", "--jobs", "auto").stdout == one.stdout
    wrong = factlint(".", "--jobs", "none")
    assert wrong.returncode == 2
    assert "expected a number or 'auto', found 'none'" in wrong.stderr


def test_a_broken_configuration_is_told_of_with_processes_too(factlint: Factlint, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(ARTICLE)
    (tmp_path / ".factlint.yaml").write_text("nonsense: 1\n")
    done = factlint(".", "--jobs", "2")
    assert done.returncode == 2
    assert "unknown key 'nonsense'" in done.stderr


def test_timing_names_rules_and_analyses(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    told = factlint("a.md", "--timing").stderr
    assert "reading articles" in told
    assert "rule weekday-mismatch" in told
    assert "analysis dates.dates" in told
    *parts, whole = [float(line.split()[0]) for line in told.splitlines() if " ms " in line]
    assert sum(parts) == pytest.approx(whole, abs=len(parts))


KILLED = """
import os, sys
left = int(sys.argv[1])
def trace(frame, event, argument):
    global left
    if os.path.basename(frame.f_code.co_filename) not in ("database.py", "results.py", "store.py"):
        return None
    left -= event == "line"
    if left == 0:
        os._exit(99)
    return trace
from linter.cli.main import run
sys.settrace(trace)
run(sys.argv[2:])
sys.settrace(None)
print(left, file=sys.stderr)
"""
"""Ends at once, as if it were killed, before that many lines of what keeps results have run."""
NEVER = 1_000_000


def killed(tmp_path: Path, moment: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", KILLED, str(moment), ".", "--output-format", "concise", "--jobs", "1"]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("part", [0.01, 0.25, 0.5, 0.75, 0.95])
def test_killed_at_any_moment(factlint: Factlint, tmp_path: Path, part: float) -> None:
    for number in range(10):
        (tmp_path / f"{number:02}.md").write_text(ARTICLE * (number % 7 + 1))
    lines = NEVER - int(killed(tmp_path, NEVER).stderr.split()[-1])
    assert factlint("clean").returncode == 0
    assert killed(tmp_path, max(1, round(part * lines))).returncode == 99
    expected = factlint(".", "--output-format", "concise", "--no-cache").stdout
    assert factlint(".", "--output-format", "concise").stdout == expected
    assert factlint(".", "--output-format", "concise").stdout == expected
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".tmp")]
