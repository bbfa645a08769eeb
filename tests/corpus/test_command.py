"""``factlint corpus`` as people call it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from linter.cli.corpus import _Bar
from linter.corpus.pool import Progress
from tests.corpus.conftest import Command, read, rows, tables, write_lines, write_parquet


def test_an_archive(command: Command, tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", rows())
    done = command("a.parquet", "--out", "out", "--isolated", "--format", "markdown", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    findings = read(tmp_path / "out", "findings")
    assert done.stdout == ""
    assert done.stderr.startswith(f"{len(findings)} findings in 12 articles, in out\nmemory: ")
    assert {each["rule"] for each in findings} >= {"placeholder-date", "weekday-mismatch", "repeated-word"}
    again = command("a.parquet", "--out", "out", "--isolated", "--format", "markdown", "--quiet")
    assert (again.returncode, again.stderr) == (0, "")
    other = command("a.parquet", "--out", "out", "--isolated")
    assert (other.returncode, other.stderr) == (
        2,
        "error: out: has tables by other rules or settings; --no-resume begins anew\n",
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a.jsonl",), "error: --out FOLDER is required: the tables go there\n"),
        (("b.jsonl", "--out", "o"), "error: b.jsonl: No such file or directory\n"),
        (
            ("a.jsonl", "--out", "o", "--column-text", "txt"),
            "error: {folder}/a.jsonl: there is no column 'txt' with texts; did you mean 'text'?\n",
        ),
        (
            ("a.jsonl", "--out", "o", "--max-chars", "0"),
            "error: numbers are positive, and shares between 0 and 1\n",
        ),
        (
            ("a.jsonl", "--out", "o", "--fail-above", "2"),
            "error: numbers are positive, and shares between 0 and 1\n",
        ),
        (
            ("a.jsonl", "--out", "o", "--select", "nonsense"),
            "error: command line: no rule or topic 'nonsense'",
        ),
        (("a.jsonl", "--out", "."), "error: .: is not empty, and no folder of tables\n"),
    ],
)
def test_what_cannot_be_done(command: Command, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    write_lines(tmp_path / "a.jsonl", rows(2))
    done = command(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(told.format(folder=tmp_path)), done.stderr


def test_without_the_packages(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pyarrow'] = None; from linter.__main__ import main; main()"
    line = [sys.executable, "-c", code, "corpus", "a.jsonl", "--out", "o"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "error: archives need more packages: pip install 'factlint[corpus]'\n"


def test_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("linter.cli.progress.is_watched", lambda: True)
    monkeypatch.setattr("time.time", iter(range(100)).__next__)
    with _Bar(200, False) as bar:
        for _ in range(3):
            bar.further(Progress(30, 50.0))
    lines = capsys.readouterr().err.split("\r")
    assert any(line.startswith(" 75 % ") and "/s " in line for line in lines), lines
    assert lines[-1] == ""
    assert not lines[-2].strip()
    with _Bar(200, True) as bar:
        bar.further(Progress(30, 50.0))
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_a_run_that_is_killed_goes_on_where_it_was(command: Command, tmp_path: Path) -> None:
    for number in range(8):
        write_lines(tmp_path / f"{number}.jsonl", rows(40)[5 * number : 5 * number + 5])
    arguments = (*[f"{number}.jsonl" for number in range(8)], "--isolated", "--jobs", "1")
    assert command(*arguments, "--out", "whole").returncode == 0
    line = [sys.executable, "-m", "linter", "corpus", *arguments, "--out", "killed"]
    process = subprocess.Popen(line, cwd=tmp_path)
    while len(list((tmp_path / "killed" / "articles").glob("[!.]*.parquet"))) < 2:
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = command(*arguments, "--out", "killed")
    assert done.returncode == 0, done.stderr
    assert tables(tmp_path / "killed") == tables(tmp_path / "whole")
