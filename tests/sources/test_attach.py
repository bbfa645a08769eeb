"""Which files an article is held against, and what is said of those that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.article.read import read_article
from linter.cli.main import run
from linter.engine.sources import attach_sources, source_paths

WIRE = "The fire killed 41 people in Oslo, officials said."


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def test_paths_are_relative_to_the_article(tmp_path: Path) -> None:
    write(tmp_path, wire_txt=WIRE)
    (tmp_path / "drafts").mkdir()
    path = tmp_path / "drafts" / "a.md"
    article = read_article("---\nsources: [../wire.txt]\n---\n\nText.\n", str(path))
    attached = attach_sources(article, root=str(tmp_path))
    assert attached.failures == ()
    assert [source.source for source in article.sources] == [WIRE]


@pytest.mark.parametrize(
    "front",
    [
        "source: Reuters",
        "sources: [AFP, Reuters]",
        "sources: ['https://example.org/a.html']",
        "sources: []",
        "sources: 'Wire: https://example.org/news/ | “Fire in Oslo”, 4 May 2024, 1:58 p.m.'",
        "sources: |\n  The Wire and/or its partners\n  The Post",
    ],
)
def test_credits_and_addresses_are_no_files(front: str) -> None:
    assert source_paths(read_article(f"---\n{front}\n---\n\nText.\n", "a.md")) == []


def test_a_missing_source_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a_md="---\nlang: en\nsources: [gone.txt]\n---\n\nText.\n")
    assert run(["check", "--isolated", str(tmp_path / "a.md")]) == 2
    assert "gone.txt cannot be read: No such file or directory" in capsys.readouterr().err


def test_a_binary_source_is_said(tmp_path: Path) -> None:
    (tmp_path / "scan.txt").write_bytes(b"\x00\x01")
    article = read_article("---\nsources: [scan.txt]\n---\n\nText.\n", str(tmp_path / "a.md"))
    assert "binary" in attach_sources(article).failures[0]


def test_source_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, wire_txt=WIRE, a_md="---\nlang: en\n---\n\nThe fire killed 47 people in Oslo.\n")
    wire, article = str(tmp_path / "wire.txt"), str(tmp_path / "a.md")
    assert run(["check", "--isolated", "--output-format", "concise", "--source", wire, article]) == 1
    assert "The number 47 is not in the source; the nearest there is 41." in capsys.readouterr().out


def test_the_finding_shows_the_place_in_the_source(tmp_path: Path) -> None:
    from linter.engine.run import Linter

    write(
        tmp_path, wire_txt=WIRE, a_md="---\nlang: en\nsources: [wire.txt]\n---\n\nIn Oslo 47 people died.\n"
    )
    report = Linter().lint_file(str(tmp_path / "a.md"))
    (finding,) = [each for each in report.findings if each.rule == "unsupported-number"]
    (related,) = finding.related
    assert related.path == str(tmp_path / "wire.txt")
    assert WIRE[related.span.start : related.span.end] == "41"
    assert report.read == (str(tmp_path / "wire.txt"),)
