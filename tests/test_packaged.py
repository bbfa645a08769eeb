"""The packaged tables are what their YAML says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from linter.packaged import DATA, data_path, read_data, table


@pytest.mark.parametrize("path", sorted(Path(DATA).rglob("*.yaml")), ids=lambda path: path.stem)
def test_tables_are_fresh(path: Path) -> None:
    name = path.relative_to(DATA).with_suffix("").as_posix()
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert table(name) == written, "run python scripts/build_tables.py"


def test_an_unknown_table() -> None:
    with pytest.raises(KeyError):
        table("nowhere")


def test_data_files_are_found_wherever_the_command_is_started() -> None:
    assert data_path("exchange.txt").endswith("exchange.txt")
    assert read_data("exchange.txt")


def test_an_article_without_front_matter_needs_no_yaml(tmp_path: Path, cache_folder: Path) -> None:
    (tmp_path / "a.md").write_text("# A day in June\n\nOn 4 May 2024 Anna Nowak, 41, paid 12 percent more.\n")
    code = (
        "import sys; from linter.engine.run import Linter; from linter.engine.cache.store import Store\n"
        "store = Store(sys.argv[2], '.'); list(Linter(store=store).lint_files(['a.md']))\n"
        "heavy = {'yaml', 'spacy', 'numpy', 'dateparser'} & set(sys.modules)\n"
        "if sys.argv[1] == 'second': print(sorted(heavy))"
    )
    for run in ("first", "second"):
        line = [sys.executable, "-c", code, run, str(cache_folder)]
        done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
