"""A snapshot of Retraction Watch: where it is looked for, what is wrong with it, that a new one is heeded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli.main import run

HEAD = "Record ID,Title,RetractionDate,OriginalPaperDOI,RetractionNature\n"
ROW = '1,"Moss, and stones",3/14/2021 0:00,10.5555/Stones.1,Retraction\n'
TEXT = "---\ntitle: Moss\nlang: en\n---\n\nMoss grows on [stones](https://doi.org/10.5555/stones.1).\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".factlint.yaml").write_text("profiles: [science]\n")
    (tmp_path / "a.md").write_text(TEXT)
    return tmp_path


def findings(capsys: pytest.CaptureFixture[str]) -> list[str]:
    run(["check", "--output-format", "jsonl", "--extend-select", "retracted"])
    return [json.loads(line)["message"] for line in capsys.readouterr().out.splitlines()]


def test_without_a_snapshot_nothing_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings(capsys) == []


def test_a_new_snapshot_is_heeded(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot = site / "retractions.csv"
    snapshot.write_text(HEAD)
    assert findings(capsys) == []
    snapshot.write_text(HEAD + ROW)
    assert findings(capsys) == ["10.5555/stones.1 was retracted on 3/14/2021: Moss, and stones"]


def test_the_configuration_names_the_snapshot(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "data").mkdir()
    (site / "data" / "watch.csv").write_text(HEAD + ROW)
    (site / ".factlint.yaml").write_text(
        "profiles: [science]\nparams: {retracted: {snapshot: data/watch.csv}}\n"
    )
    assert len(findings(capsys)) == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.csv", None, "No such file"),
        ("other.csv", "Title,DOI\n", "it has no column OriginalPaperDOI"),
        ("../outside.csv", HEAD, "outside of the project"),
    ],
)
def test_what_is_wrong_with_a_snapshot(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, said: str
) -> None:
    if content is not None:
        (site / name).write_text(content)
    (site / ".factlint.yaml").write_text(
        f"profiles: [science]\nparams: {{retracted: {{snapshot: {name}}}}}\n"
    )
    assert run(["check", "--extend-select", "retracted"]) == 2
    assert said in capsys.readouterr().err


def test_corrections_are_no_retractions(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "retractions.csv").write_text(HEAD + ROW.replace(",Retraction", ",Correction"))
    assert findings(capsys) == []
