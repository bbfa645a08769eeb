"""A run that would say what the last one said is not made again, and any other is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.cli.main import run
from linter.engine.cache.signatures import signature_at
from linter.engine.run import Linter

BAD = "# A title\n\nThe event is on Monday, 5 March 2024.\n"

Said = tuple[int, str, str]


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Said]:
    """Runs ``factlint`` on a folder with two articles that are two hours old for all it can see."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("linter.engine.cache.signatures._RACE", -7_200_000_000_000)
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "b.md").write_text("# B\n\nNothing of note here.\n", encoding="utf-8")

    def said(*arguments: str) -> Said:
        code = run([*arguments, "."])
        return code, *capsys.readouterr()

    return said


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One number for each time that files are gone through."""
    times: list[int] = []
    lint_files = Linter.lint_files

    def counted(linter: Linter, paths: list[str], jobs: int = 1) -> object:
        times.append(len(paths))
        return lint_files(linter, paths, jobs)

    monkeypatch.setattr(Linter, "lint_files", counted)
    return times


def test_the_same_is_said_again(said: Callable[..., Said], linted: list[int]) -> None:
    first = said()
    assert first[0] == 1
    assert "weekday-mismatch" in first[1]
    assert "1 finding" in first[2]
    assert [said(), said()] == [first, first]
    assert linted == [2]


def _another_file() -> None:
    Path("c.md").write_text(BAD, encoding="utf-8")


def _one_file_less() -> None:
    Path("b.md").unlink()


def _same_size() -> None:
    Path("b.md").write_text("# B\n\nNothing of NOTE here.\n", encoding="utf-8")


def _another_name() -> None:
    Path("b.md").rename("d.md")


def _ignored() -> None:
    Path(".gitignore").write_text("a.md\n", encoding="utf-8")


def _ignored_by_the_user() -> None:
    ignore = Path(os.environ["XDG_CONFIG_HOME"], "git", "ignore")
    ignore.parent.mkdir(parents=True)
    ignore.write_text("a.md\n", encoding="utf-8")


def _threshold() -> None:
    Path(".factlint.yaml").write_text("fail-on: never\n", encoding="utf-8")


def _rules() -> None:
    Path(".factlint.yaml").write_text("ignore: [weekday-mismatch]\n", encoding="utf-8")


def _broken() -> None:
    Path(".factlint.yaml").write_text("ignore: [weekday\n", encoding="utf-8")


def _color() -> None:
    os.environ["FORCE_COLOR"] = "1"


def _another_users_settings() -> None:
    other = Path(os.environ["XDG_CONFIG_HOME"], "other")
    os.environ["XDG_CONFIG_HOME"] = str(other)
    _ignored_by_the_user()


CHANGES = (
    *(_another_file, _one_file_less, _same_size, _another_name, _ignored, _threshold, _rules, _broken),
    *(_color, _ignored_by_the_user, _another_users_settings),
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(
    said: Callable[..., Said],
    linted: list[int],
    change: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "")  # and so it is put back afterwards
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path.parent / f"{tmp_path.name}-settings"))
    Path(".git").mkdir()
    said()
    change()
    with_cache = said()
    assert len(linted) == 2 or with_cache[0] == 2
    assert said("--no-cache") == with_cache


@pytest.mark.parametrize(
    "option", ["--quiet", "--verbose", "--exit-zero", "--output-format=json", "--preview"]
)
def test_other_options_are_another_run(said: Callable[..., Said], linted: list[int], option: str) -> None:
    said()
    assert said(option) == said("--no-cache", option)
    assert len(linted) == 3


def test_other_packages_are_another_run(
    said: Callable[..., Said], linted: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Two environments may have one linter, and only one of them a language model."""
    said()
    monkeypatch.syspath_prepend(tmp_path)
    said()
    assert len(linted) == 2


def test_a_young_file_may_have_been_written_twice(
    said: Callable[..., Said], linted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linter.engine.cache.signatures._RACE", 2_000_000_000)
    assert said() == said()
    assert len(linted) == 2


def test_what_does_more_than_report_is_done_each_time(
    said: Callable[..., Said], linted: list[int], tmp_path: Path
) -> None:
    for _ in range(2):
        said("--output-format", "json:out.json")
        Path("out.json").unlink()
    for _ in range(2):
        said("--write-baseline", "known.json")
        Path("known.json").unlink()
    assert len(linted) == 4


def test_shared_settings_are_looked_at_each_time(said: Callable[..., Said], linted: list[int]) -> None:
    Path("house").mkdir()
    shared = Path("house", ".factlint.yaml")
    Path(".factlint.yaml").write_text("extends: [./house]\n", encoding="utf-8")
    shared.write_text("fail-on: never\n", encoding="utf-8")
    assert said()[0] == 0
    shared.write_text("fail-on: error\nseverity: {weekday-mismatch: error}\n", encoding="utf-8")
    assert said()[0] == 1
    assert len(linted) == 2


def test_what_git_does_in_its_own_folder_has_no_say(said: Callable[..., Said], linted: list[int]) -> None:
    Path(".git").mkdir()
    Path(".git", "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    first = said()
    Path(".git", "index.lock").touch()  # as each `git status` does
    assert said() == first
    Path(".git", "HEAD").write_text("ref: refs/heads/other\n", encoding="utf-8")
    assert said() == first
    assert len(linted) == 2


def test_failures_and_sources_are_looked_at_each_time(said: Callable[..., Said], linted: list[int]) -> None:
    Path("c.md").write_bytes(b"\xff\xff")
    assert said()[0] == said()[0] == 2
    Path("c.md").write_text("---\ntitle: C\nsources: [source.log]\n---\n\nThe mayor.\n", encoding="utf-8")
    Path("source.log").write_text("The mayor spoke.\n", encoding="utf-8")
    assert said() == said()
    assert len(linted) == 4


def test_neighbours_that_are_linted_too_are_looked_at_anyway(
    said: Callable[..., Said], linted: list[int]
) -> None:
    for name in "cdef":
        Path(f"{name}.md").write_text("# A\n\nThe hall is open.\n\n## Notes\n\nTODO\n", encoding="utf-8")
    first = said("--min-severity", "info")
    assert first[1].count("info: ") == 4
    assert said("--min-severity", "info") == first
    Path("d.md").write_text("# A\n\nThe hall is open.\n\n## Notes\n\nNone\n", encoding="utf-8")
    assert said("--min-severity", "info")[1].count("info: ") == 0
    assert len(linted) == 2


def test_a_long_report_is_not_kept(
    said: Callable[..., Said], linted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linter.cli.last_run._MOST", 20)
    assert said() == said()
    assert len(linted) == 2


def test_what_stands_elsewhere_is_seen(said: Callable[..., Said], linted: list[int], tmp_path: Path) -> None:
    """In folders above and below, and where language versions may stand."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "en").mkdir()
    (tmp_path / "rules").mkdir()
    (tmp_path / "en" / "c.md").write_text("# C\n\nNothing of note here.\n", encoding="utf-8")
    os.chdir(tmp_path / "en")
    changes = (
        tmp_path / ".factlint.yaml",
        tmp_path / "en" / ".gitignore",
        tmp_path / "fr" / "c.md",
        tmp_path / "en" / "deep" / "d.md",
        tmp_path / "en" / "deep" / ".gitignore",
    )
    for number, path in enumerate(changes):
        assert said() == said()
        assert len(linted) == number + 1
        path.parent.mkdir(exist_ok=True)
        path.write_text("rules: [rules]\n" if path.suffix == ".yaml" else "# C\n", encoding="utf-8")
    said()
    (tmp_path / "rules" / "own.yaml").write_text("check: none\n", encoding="utf-8")
    assert said()[0] == 2


def test_what_was_passed_over_is_told_again(said: Callable[..., Said], linted: list[int]) -> None:
    Path("c.rtf").write_text("{\\rtf1}", encoding="utf-8")
    assert said() == said()
    assert ".rtf" in said()[2]
    assert len(linted) == 1


@pytest.mark.parametrize("where", ["linter.cli.last_run", "linter.engine.cache.outcome"])
def test_each_path_is_looked_at_once(
    said: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    for name in ("a.en.md", "a.de.md"):
        Path("posts").mkdir(exist_ok=True)
        Path("posts", name).write_text(BAD, encoding="utf-8")
    seen: list[str] = []

    def signature(path: str) -> bytes:
        seen.append(os.path.normpath(path))
        return signature_at(path)

    monkeypatch.setattr(f"{where}.signature_at", signature)
    said()
    said()
    assert {"posts", os.path.join("posts", "a.de.md")} <= set(seen)
    assert len(seen) == len(set(seen))
