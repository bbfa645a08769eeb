"""Known findings: written, left out, and told when they are gone."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Factlint

BAD = "# A meeting in Paris\n\nThey met in April 20XX in Paris.\n"


def test_known_findings_are_left_out(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    done = factlint("check", "--write-baseline", "known.json")
    assert (done.returncode, done.stderr) == (0, "Wrote 1 known finding to known.json.\n")
    assert factlint("check", "--baseline", "known.json").returncode == 0
    (tmp_path / ".factlint.yaml").write_text("baseline: known.json\n")
    assert factlint("check").returncode == 0
    (tmp_path / "a.md").write_text("A line above.\n\n" + BAD + "\nAnd in June 20XX.\n")
    done = factlint("check", "--output-format", "concise")
    assert done.returncode == 1
    assert [line.partition(": ")[0] for line in done.stdout.splitlines()] == ["a.md:7:8"]


def test_findings_that_are_gone(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    factlint("check", "--write-baseline", "known.json")
    (tmp_path / "a.md").write_text(BAD.replace("20XX", "2024"))
    assert "No longer found: 1 finding of known.json" in factlint("check", "--baseline", "known.json").stderr


def test_a_baseline_does_not_depend_on_the_folder(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "a.md").write_text(BAD)
    factlint("check", "--write-baseline", "known.json")
    assert factlint("check", "--baseline", "known.json", str(tmp_path / "blog" / "a.md")).returncode == 0


def test_a_baseline_that_is_not_there(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    done = factlint("check", "--baseline", "known.json")
    assert done.returncode == 2
    assert done.stderr == (
        "known.json: cannot be read: No such file or directory; "
        "'factlint check --write-baseline known.json' writes it\n"
    )


def test_something_else_is_no_baseline(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path / "known.json").write_text('{"a": 1}')
    done = factlint("check", "--baseline", "known.json")
    assert done.returncode == 2
    assert "known.json: is not a baseline" in done.stderr
