"""What several articles of a folder have is a habit of the site, and an info."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.engine.cache.results import _digest_of
from linter.engine.config_files import ConfigFinder
from linter.engine.habits import HABITS, Habits
from linter.engine.run import Linter
from linter.finding import FileReport, Severity
from linter.lsp.judge import Document, Judge
from linter.lsp.settings import Settings
from linter.matching.budget import Budget, OutOfTime
from linter.rules.model import Rule

OPEN = "---\ntitle: {name}\n---\n\nThe soup is stirred for an hour.\n\n## Notes\n\nTODO\n"
DONE = "---\ntitle: {name}\n---\n\nThe soup is stirred for an hour.\n\n## Notes\n\nIt keeps for a week.\n"
NAMES = "borscht chowder dashi gazpacho goulash minestrone pho ramen tarator udon".split()
MARK = "placeholder-mark"


def shelf(folder: Path, *with_it: str, name: str = "{}.md") -> dict[str, Path]:
    """A folder of recipes, some of which have the mark."""
    paths = {each: folder / name.format(each) for each in NAMES}
    for each, path in paths.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((OPEN if each in with_it else DONE).format(name=each), encoding="utf-8")
    return paths


def severities(report: FileReport, rule: str = MARK) -> list[Severity]:
    assert not report.failures
    return [found.severity for found in report.findings if found.rule == rule]


def severity(path: Path) -> Severity:
    (found,) = severities(Linter().lint_file(str(path)))
    return found


@pytest.mark.parametrize("name", ["{}.md", "{}/index.md", "2024/05/{}.md", "{}/index.fr.md"])
def test_one_that_others_have_as_well_is_an_info(tmp_path: Path, name: str) -> None:
    paths = shelf(tmp_path, "dashi", "goulash", "pho", "udon", name=name)
    report = Linter().lint_file(str(paths["goulash"]))
    assert severities(report) == [Severity.INFO]
    assert report.counts[MARK][HABITS] == 1


@pytest.mark.parametrize("inside", [False, True])
def test_it_is_the_same_from_whichever_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    paths = shelf(tmp_path / "soups" / "2024", "dashi", "goulash", "pho")
    monkeypatch.chdir(paths["pho"].parent if inside else tmp_path)
    assert severity(Path(os.path.relpath(paths["pho"]))) is Severity.WARNING
    shelf(tmp_path / "soups" / "2023", "udon")
    assert severity(Path(os.path.relpath(paths["pho"]))) is Severity.INFO


def test_two_others_are_no_habit(tmp_path: Path) -> None:
    paths = shelf(tmp_path, "dashi", "goulash", "pho")
    assert severity(paths["goulash"]) is Severity.WARNING


def test_versions_of_an_article_are_none_of_its_neighbours(tmp_path: Path) -> None:
    paths = shelf(tmp_path, "goulash", name="{}.en.md")
    for language in ("de", "fr", "it", "pl"):
        (tmp_path / f"goulash.{language}.md").write_text(OPEN.format(name="goulash"), encoding="utf-8")
    assert severity(paths["goulash"]) is Severity.WARNING


def test_the_other_languages_of_a_site_have_the_same_habits(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for language, name in {"de": "pho", "en": "udon", "fr": "ramen", "it": "dashi"}.items():
        path = tmp_path / language / "soups" / f"{name}.md"
        path.parent.mkdir(parents=True)
        path.write_text(OPEN.format(name=name), encoding="utf-8")
    assert severity(path) is Severity.INFO
    shelf(tmp_path / "de" / "soups")
    assert severity(path) is Severity.WARNING


def test_versions_in_other_folders_are_no_habit(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    languages = ("de", "en", "fr", "it", "pl")
    versions = [shelf(tmp_path / language, "goulash")["goulash"] for language in languages]
    assert severity(versions[0]) is Severity.WARNING


def test_other_folders_have_other_habits(tmp_path: Path) -> None:
    paths = shelf(tmp_path / "soups", "goulash")
    shelf(tmp_path / "stews", *NAMES)
    assert severity(paths["goulash"]) is Severity.WARNING


def test_slips_are_none_however_many_there_are(tmp_path: Path) -> None:
    paths = shelf(tmp_path)
    for path in paths.values():
        path.write_text("---\ntitle: Soup\n---\n\nThe soup is stirred for for an hour.\n", encoding="utf-8")
    report = Linter().lint_file(str(paths["pho"]))
    assert severities(report, "repeated-word") == [Severity.WARNING]
    assert report.read == ()


def test_it_is_the_same_for_one_file_and_for_all(tmp_path: Path) -> None:
    with_it = ("borscht", "dashi", "goulash", "pho", "udon")
    paths = [str(path) for path in shelf(tmp_path, *with_it).values()]
    alone = [Linter().lint_file(path).findings for path in paths]
    assert [report.findings for report in Linter().lint_files(paths)] == alone
    assert [report.findings for report in Linter().lint_files(paths, jobs=2)] == alone


def test_who_sets_a_severity_has_decided(tmp_path: Path) -> None:
    paths = shelf(tmp_path, *NAMES)
    (tmp_path / ".factlint.yaml").write_text(f"severity: {{{MARK}: error}}\n", encoding="utf-8")
    report = Linter(finder=ConfigFinder()).lint_file(str(paths["pho"]))
    assert severities(report) == [Severity.ERROR]


def test_an_info_is_left_out_where_infos_are(tmp_path: Path) -> None:
    paths = shelf(tmp_path, *NAMES)
    (tmp_path / ".factlint.yaml").write_text("min-severity: warning\n", encoding="utf-8")
    assert severities(Linter(finder=ConfigFinder()).lint_file(str(paths["pho"]))) == []


def test_no_neighbour_is_read_without_an_alarm(tmp_path: Path) -> None:
    paths = shelf(tmp_path, "pho")
    assert Linter().lint_file(str(paths["dashi"])).read == ()


def test_what_is_kept_of_an_article_ends_with_its_neighbours(tmp_path: Path) -> None:
    paths = shelf(tmp_path, "dashi", "goulash", "pho")
    read = Linter().lint_file(str(paths["goulash"])).read
    assert set(read) == {str(tmp_path), *map(str, paths.values())} - {str(paths["goulash"])}
    before = _digest_of(str(paths["udon"]))
    shelf(tmp_path, "dashi", "goulash", "pho", "udon")
    assert _digest_of(str(paths["udon"])) != before
    assert severity(paths["goulash"]) is Severity.INFO


def test_a_neighbour_that_changes_is_read_again(tmp_path: Path) -> None:
    linter = Linter()
    paths = shelf(tmp_path, "dashi", "goulash", "pho", "udon")
    assert severities(linter.lint_file(str(paths["goulash"]))) == [Severity.INFO]
    shelf(tmp_path, "dashi", "goulash", "pho")
    assert severities(linter.lint_file(str(paths["goulash"]))) == [Severity.WARNING]


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    paths = shelf(tmp_path, "dashi", "goulash", "pho", "udon")
    paths["pho"].write_bytes(b"\xff\xfe\x00")
    paths["udon"].write_text(OPEN.format(name="udon") + "It is stirred.\n" * 20_000, encoding="utf-8")
    assert severity(paths["goulash"]) is Severity.WARNING


@pytest.mark.parametrize("path", ["a\0b/soup.md", "-", "nowhere/soup.md", "soup.md/soup.md"])
def test_a_place_that_is_none_has_no_neighbours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    report = Linter().lint_source(OPEN.format(name="soup"), path, "markdown")
    assert severities(report) == [Severity.WARNING]


def test_what_is_known_of_neighbours_is_kept_when_settings_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    read: list[str] = []

    def counted(path: str) -> bytes:
        read.append(os.path.basename(path))
        return Path(path).read_bytes()

    monkeypatch.setattr("linter.engine.habits.read_bytes", counted)
    paths = shelf(tmp_path, "dashi", "goulash", "pho", "udon")
    document = Document(paths["goulash"].as_uri(), paths["goulash"].read_text(encoding="utf-8"))
    judge = Judge(Settings())

    def judged() -> list[Severity]:
        read.clear()
        judge.renew()
        return severities(judge.judge(document).report)

    assert judged() == [Severity.INFO]
    assert read
    assert judged() == [Severity.INFO]
    assert read == []
    shelf(tmp_path, "dashi", "goulash", "pho")
    assert judged() == [Severity.WARNING]
    assert "udon.md" in read
    (tmp_path / ".factlint.yaml").write_text("vocabulary: [Goulash]\n", encoding="utf-8")
    assert judged() == [Severity.WARNING]
    assert set(read) == {f"{each}.md" for each in NAMES if each != "goulash"}


def test_a_run_that_was_given_up_says_nothing_of_neighbours(tmp_path: Path) -> None:
    paths = shelf(tmp_path, "dashi", "goulash", "pho", "udon")
    linter = Linter()
    over = False

    class Revoked(Budget):
        def check(self) -> None:
            if over:
                raise OutOfTime("given up")

    class Neighbour(Habits):
        def _is_in(self, path: str, rule: Rule, budget: Budget) -> bool:
            nonlocal over
            over = True
            return super()._is_in(path, rule, budget)

    linter.make_budget = Revoked
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("linter.engine.habits.Habits", Neighbour)
        assert severities(linter.lint_file(str(paths["goulash"]))) == [Severity.WARNING]
    over = False
    assert severities(linter.lint_file(str(paths["goulash"]))) == [Severity.INFO]
