"""The bible and the other articles in a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli.main import run


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text("people: [{name: Ida Brandt, born: 1960, wrong: [Ida Brant]}]\n")
    (tmp_path / ".factlint.yaml").write_text("facts: [facts.yaml]\n")
    return tmp_path


def findings(capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, object]]:
    run(["check", "--output-format", "jsonl", "--select", "facts", *more])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_configuration_names_the_bible(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "a.md").write_text(
        "---\nlang: en\ndate: 2020-05-01\n---\n\nIda Brant and Ida Brandt, 72, spoke.\n"
    )
    found = findings(capsys)
    assert [(each["rule"], each["text"]) for each in found] == [
        ("name-style", "Ida Brant"),
        ("fact-mismatch", "72"),
    ]
    assert found[0]["suggestion"] == "Ida Brandt"


def test_a_broken_bible_is_reported_and_fails_the_run(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "facts.yaml").write_text("people: [{nam: X}]\n")
    (site / "a.md").write_text("Text.\n")
    assert run(["check"]) == 2
    assert "facts.yaml:1:11: people[0]: unknown key 'nam'; did you mean 'name'?" in capsys.readouterr().err


def spread(folder: Path, wrong: str) -> None:
    for name in "abc":
        (folder / f"{name}.md").write_text("---\nlang: en\n---\n\nThe director Patricia Holmqvist spoke.\n")
    (folder / "z.md").write_text(f"---\nlang: en\n---\n\n{wrong}\n")


def test_a_clash_shows_both_files(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spread(site, "The director Patricia Holmqwist spoke.")
    (found,) = findings(capsys)
    assert (found["path"], found["text"]) == ("z.md", "Patricia Holmqwist")
    assert found["fingerprint"]
    assert [related["path"] for related in found["related"]] == ["a.md"]  # type: ignore[attr-defined]


def test_a_clash_can_be_suppressed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spread(
        site,
        "The director Patricia Holmqwist spoke. <!-- factlint-disable-line corpus-clash: so -->",
    )
    assert findings(capsys, "--extend-select", "suppressions") == []
