"""Archives of few articles, and the command in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from linter.topics.names import nlp
from tests.corpus.rows import ARTICLES

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def _models_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Settings say for a whole process which models are used: after a test it is as before."""
    monkeypatch.setattr(nlp, "_used", nlp._used)
    yield
    nlp._found.cache_clear()
    nlp._pipeline.cache_clear()


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """``factlint corpus`` in the folder of the test, without configuration."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "linter", "corpus", *map(str, arguments)]
        return subprocess.run(
            line, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return run


def rows(number: int = 12) -> list[dict[str, str | None]]:
    """So many rows."""
    names = ("title", "lead", "date", "lang", "text")
    return [
        {"id": f"{at:03}.md", **{name: ARTICLES[at % len(ARTICLES)].get(name) for name in names}}
        for at in range(number)
    ]


def write_parquet(path: Path, rows: list[dict[str, str | None]], size: int = 5) -> Path:
    """An archive in Parquet, with so many rows a row group."""
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=size)
    return path


def write_lines(path: Path, rows: list[dict[str, str | None]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def tables(folder: Path) -> dict[str, bytes]:
    """All that stands in a folder of tables, by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def read(folder: Path, table: str = "articles") -> list[dict[str, object]]:
    """The rows of a table, in the order of their parts."""
    files = sorted((folder / table).glob("*.parquet"))
    return [row for file in files for row in pq.read_table(file).to_pylist()]
