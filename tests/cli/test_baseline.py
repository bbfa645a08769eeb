"""Known findings: written, left out, and told when they are gone."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Factlint

BAD = "# A meeting in Paris\n\nThey met in April 20XX in Paris.\n"


def test_known_findings_are_left_out(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    done = factlint("check", "--write-baseline", "known.json")
    assert (done.returncode, done.stderr) == (0, "Wrote 1 known finding to known.json.\n")
    done = factlint("check", "--baseline", "known.json")
    assert done.returncode == 0
    assert done.stderr == "No findings in 1 file. The baseline leaves out 1 known finding.\n"
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
    done = factlint("check", "--baseline", "known.json", "--verbose")
    assert "No longer found: 1 finding of known.json" in done.stderr
    assert factlint("check", "--baseline", "known.json").stderr == "No findings in 1 file.\n"


def test_reports_say_how_many_are_known(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    factlint("check", "--write-baseline", "known.json")
    assert json.loads(factlint("check", "--output-format", "json").stdout)["known"] == 0
    formats = ("--output-format", "json", "--output-format", "html:a.html", "--output-format", "github:a.txt")
    summary = tmp_path / "summary.md"
    done = factlint("check", "--baseline", "known.json", *formats, GITHUB_STEP_SUMMARY=str(summary))
    report = json.loads(done.stdout)
    assert (report["known"], report["findings"]) == (1, [])
    for path in (tmp_path / "a.html", summary):
        assert "The baseline leaves out 1 known finding." in path.read_text(encoding="utf-8")


def test_a_renamed_file_is_known(factlint: Factlint, tmp_path: Path) -> None:
    text = BAD + "\nThey met in April 20XX in Paris.\n"
    (tmp_path / "a.md").write_text(text)
    (tmp_path / "b.md").write_text(BAD.replace("Paris", "Rome"))
    assert factlint("check", "--write-baseline", "known.json").stderr.startswith("Wrote 3 known findings")
    (tmp_path / "a.md").rename(tmp_path / "c.md")
    (tmp_path / "c.md").write_text(text + "\nAnd in June 20XX.\n")
    done = factlint("check", "--baseline", "known.json", "--output-format", "concise")
    assert [line.partition(": ")[0] for line in done.stdout.splitlines()] == ["c.md:7:8"]
    assert "No longer found" not in done.stderr
    written = factlint("check", "--write-baseline", "known.json")
    assert written.stderr == "Wrote 4 known findings to known.json.\n"
    assert '"a.md"' not in (tmp_path / "known.json").read_text()


def test_a_copy_is_not_known(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    factlint("check", "--write-baseline", "known.json")
    (tmp_path / "b.md").write_text(BAD)
    (tmp_path / "c.md").write_text(BAD)
    assert (
        factlint("check", "--baseline", "known.json", "-q", "--output-format", "concise").stdout.count("\n")
        == 2
    )
    (tmp_path / "a.md").unlink()  # of two that may be the renamed one, only one is
    assert (
        factlint("check", "--baseline", "known.json", "-q", "--output-format", "concise").stdout.count("\n")
        == 1
    )


def test_entries_of_files_that_are_gone(factlint: Factlint, tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(BAD.replace("Paris", name))
    factlint("check", "--write-baseline", "known.json")
    (tmp_path / "a.md").unlink()
    (tmp_path / "b.md").write_text("# B\n\nThey met.\n")
    done = factlint("check", "--baseline", "known.json", "--verbose", "b.md")
    assert "No longer found: 2 findings of known.json" in done.stderr
    written = factlint("check", "--write-baseline", "known.json", "b.md")
    assert written.stderr.splitlines() == [
        "Wrote 1 known finding to known.json.",
        "Left out 2 that are no longer found.",
    ]
    assert factlint("check", "--baseline", "known.json").returncode == 0


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
        "error: known.json: cannot be read: No such file or directory; "
        "'factlint check --write-baseline known.json' writes it\n"
    )


def test_something_else_is_no_baseline(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path / "known.json").write_text('{"a": 1}')
    done = factlint("check", "--baseline", "known.json")
    assert done.returncode == 2
    assert "known.json: is not a baseline" in done.stderr
