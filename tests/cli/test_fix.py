"""``--fix`` and ``--diff``: only what is safe, and nothing else of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.article.unpacked.office import docx, paragraph
from tests.cli.conftest import Factlint

ARTICLE = "# A meeting in Paris\r\n\r\nThe coun\u200bcil met in April 20XX about the bridge.\r\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(ARTICLE.encode())
    return path


def test_fix_writes_what_is_safe_and_reports_the_rest(factlint: Factlint, article: Path) -> None:
    done = factlint("check", "--fix", "--output-format", "concise", "a.md")
    assert article.read_bytes() == ARTICLE.replace("\u200b", "").encode()
    assert [line.rpartition("[")[2] for line in done.stdout.splitlines()] == ["placeholder-date]"]
    assert done.returncode == 1
    assert done.stderr.startswith("Fixed 1 finding.\n")


def test_diff_shows_and_writes_nothing(factlint: Factlint, article: Path) -> None:
    done = factlint("check", "--diff", "a.md")
    assert article.read_bytes() == ARTICLE.encode()
    assert done.stdout.startswith("--- a/a.md\n+++ b/a.md\n")
    assert "-The coun\u200bcil met" in done.stdout
    assert "+The council met" in done.stdout


def test_stdin_is_not_fixed(factlint: Factlint) -> None:
    done = factlint("check", "--fix", "-", stdin=ARTICLE)
    assert (done.returncode, done.stderr) == (2, "error: what is read from stdin cannot be fixed\n")


def test_a_document_is_never_written(factlint: Factlint, tmp_path: Path) -> None:
    document = docx(paragraph("The coun\u200bcil met in April 20XX about the bridge over the river."))
    (tmp_path / "a.docx").write_bytes(document)
    for option in ("--fix", "--diff"):
        done = factlint("check", option, "--output-format", "concise", "a.docx")
        assert done.stderr.startswith("note: a.docx: fixes are not written into files of this format\n")
        assert (tmp_path / "a.docx").read_bytes() == document
    assert "Fixed" not in factlint("check", "--fix", "a.docx").stderr
    (tmp_path / "b.md").write_text("# A meeting\n\nThey met in April 20XX in Paris.\n")
    assert "Fixed 0 findings." in factlint("check", "--fix", "a.docx", "b.md").stderr
