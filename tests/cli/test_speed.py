"""What is kept between runs, processes and timing, as the command offers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Factlint

ARTICLE = "# A title\n\nThe event is on Monday, 5 March 2024, not on 31 June 2023.\n"


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
