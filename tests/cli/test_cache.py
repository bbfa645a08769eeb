"""What is kept between runs, as the command offers it: where it stands, and how it is removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.engine.cache.projects import project_folder
from tests.cli.conftest import Factlint
from tests.engine.test_cache import CRASH

ARTICLE = "# A title\n\nThe event is on Monday, 5 March 2024, not on 31 June 2023.\n"


@pytest.fixture
def caches(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own for one test; it is not there yet."""
    folder = tmp_path_factory.mktemp("user") / "caches"
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(folder))
    return folder


def test_nothing_is_written_into_the_checkout(factlint: Factlint, tmp_path: Path, caches: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    first = factlint("a.md")
    assert sorted(os.listdir(tmp_path)) == [".git", "a.md"]
    assert (factlint("a.md").stdout, factlint("a.md", "--no-cache").stdout) == (first.stdout, first.stdout)
    kept = os.listdir(project_folder(str(caches), str(tmp_path)))
    assert {name.split("-")[0] for name in kept} >= {"patterns", "reports", "rules"}
    assert caches.stat().st_mode & 0o777 == 0o700


def test_nothing_is_read_from_the_checkout(factlint: Factlint, tmp_path: Path, caches: Path) -> None:
    """A committed cache of an older version: twelve bytes of it crashed the interpreter."""
    (tmp_path / "a.md").write_text(ARTICLE)
    committed = tmp_path / ".factlint_cache"
    committed.mkdir()
    (tmp_path / "precious").write_text("precious")
    for name in ("files", "last-run", "patterns", "together", "rules-5e362439"):
        (committed / name).write_bytes(CRASH)
    (committed / "results.db").symlink_to(tmp_path / "precious")
    before = {path.name: path.read_bytes() for path in committed.iterdir()}
    assert factlint(".").stdout == factlint(".", "--no-cache").stdout
    assert {path.name: path.read_bytes() for path in committed.iterdir()} == before


def test_the_cache_can_stand_elsewhere(factlint: Factlint, tmp_path: Path, caches: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    other = caches.parent / "other"
    factlint("a.md", "--cache-dir", str(other))
    assert not caches.exists()
    assert factlint("clean", "--cache-dir", str(other)).returncode == 0
    assert not list(other.glob("*/*"))
    factlint("a.md", "--no-cache")
    assert not caches.exists()


def test_a_cache_in_the_checkout_is_refused_in_one_line(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    done = factlint("a.md", "--cache-dir", "ca\x1b[31mche")
    note = done.stderr.splitlines()[0]
    assert note.startswith("note: nothing is kept between runs: ")
    assert note.endswith("is inside of the project, and FACTLINT_CACHE_KEY is not set")
    assert "\x1b" not in done.stderr
    assert done.stdout == factlint("a.md", "--no-cache").stdout
    assert sorted(os.listdir(tmp_path)) == [".git", "a.md"]
    kept = factlint("a.md", "--cache-dir", "cache", FACTLINT_CACHE_KEY="0123456789abcdef" * 2)
    assert "note" not in kept.stderr
    assert (tmp_path / "cache" / "CACHEDIR.TAG").is_file()


def test_clean_removes_what_is_kept_of_the_project(factlint: Factlint, tmp_path: Path, caches: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    assert factlint("clean").stderr == "Nothing is kept.\n"
    factlint("a.md")
    other = Path(project_folder(str(caches), "/elsewhere"))
    other.mkdir()
    own = project_folder(str(caches), str(tmp_path))
    assert factlint("clean").stderr == f"Removed {own}.\n"
    assert not os.path.exists(own)
    assert other.exists()
    assert factlint("clean").stderr == "Nothing is kept.\n"


def test_clean_all_removes_nothing_but_caches(factlint: Factlint, tmp_path: Path, caches: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    factlint("a.md")
    (caches / "letter").write_text("precious")
    assert factlint("clean", "--all").stderr == f"Removed {caches}.\n"
    assert os.listdir(caches) == ["letter"]
    (caches / "letter").unlink()
    factlint("a.md")
    assert factlint("clean", "--all").returncode == 0
    assert not caches.exists()


def test_clean_leaves_alone_what_is_no_cache(factlint: Factlint, tmp_path: Path, caches: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    (tmp_path / "precious").mkdir()
    for options in ((), ("--all",)):
        done = factlint("clean", "--cache-dir", "precious", *options)
        assert done.returncode == 2
        assert done.stderr.startswith("error: ")
        assert "is no cache of factlint" in done.stderr
    assert (tmp_path / "precious").is_dir()
    factlint("a.md")
    own = Path(project_folder(str(caches), str(tmp_path)))
    (own / "folder").mkdir()
    assert factlint("clean").returncode == 2
    assert (own / "folder").is_dir()


def test_clean_follows_no_link(factlint: Factlint, tmp_path: Path, caches: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    (tmp_path / "precious").write_text("precious")
    factlint("a.md")
    own = Path(project_folder(str(caches), str(tmp_path)))
    (own / "link").symlink_to(tmp_path / "precious")
    assert factlint("clean").returncode == 0
    own.symlink_to(tmp_path)
    assert factlint("clean").returncode == 2
    assert factlint("clean", "--all").returncode == 2
    assert sorted(os.listdir(tmp_path)) == [".git", "a.md", "precious"]
