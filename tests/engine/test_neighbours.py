"""What is filed beside an article tells whether two dates in one are a habit of the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.cache.results import _digest_of
from linter.engine.run import Linter
from linter.finding import Severity

RULE = "dateline-mismatch"
BEHIND = "---\ntitle: The museum\ndate: 2024-03-{day:02}\n---\n\nThe museum opens again.\n"


def post(folder: Path, day: int, behind: int, name: str = "2024-03-{day:02}-museum.md") -> Path:
    path = folder / name.format(day=day)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(BEHIND.format(day=day - behind), encoding="utf-8")
    return path


def reported(path: Path) -> bool:
    return any(found.rule == RULE for found in Linter().lint_file(str(path)).findings)


@pytest.mark.parametrize("name", ["2024-03-{day:02}-museum.md", "2024-03-{day:02}-museum/index.md"])
def test_a_date_behind_the_file_name_is_silent_where_others_have_it(tmp_path: Path, name: str) -> None:
    odd = post(tmp_path, 28, 7, name)
    assert reported(odd)
    for day in range(10, 20):
        post(tmp_path, day, 0, name)
    assert reported(odd)
    for day in range(20, 25):
        post(tmp_path, day, 7, name)
    assert not reported(odd)


def test_a_moment_that_no_neighbour_has_is_that_of_a_draft(tmp_path: Path) -> None:
    odd = tmp_path / "2024-03-28-museum.md"
    post(tmp_path, 27, 0)
    for clock, severity in (("18:00:00", Severity.WARNING), ("18:04:37", Severity.INFO)):
        odd.write_text(f"---\ntitle: A\ndate: 2024-03-21 {clock}\n---\n\nIt opens.\n", encoding="utf-8")
        assert [found.severity for found in Linter().lint_file(str(odd)).findings] == [severity]
    post(tmp_path, 21, 0)
    assert [found.severity for found in Linter().lint_file(str(odd)).findings] == [Severity.WARNING]


def test_a_date_moved_by_years_is_silent_where_others_are_moved(tmp_path: Path) -> None:
    odd = tmp_path / "2024-03-28-museum.md"
    odd.write_text("---\ntitle: The museum\ndate: 2025-03-28\n---\n\nIt opens.\n", encoding="utf-8")
    for day in range(10, 19):
        post(tmp_path, day, 0)
    assert reported(odd)
    for day in range(20, 23):
        post(tmp_path, day, 0, "2022-03-{day:02}-museum.md")
    assert not reported(odd)


@pytest.mark.parametrize(("behind", "wrong"), [(1, False), (2, True), (4, True), (-4, False)])
def test_two_days_are_enough_where_no_other_article_has_two_dates(
    tmp_path: Path, behind: int, wrong: bool
) -> None:
    odd = post(tmp_path, 24, behind)
    for day in range(10, 15):
        post(tmp_path, day, 0)
        assert not reported(odd)
    post(tmp_path, 15, 0)
    assert reported(odd) is wrong
    post(tmp_path, 16, 2)
    assert not reported(odd)


def test_one_day_is_enough_where_ten_others_have_one_date_and_no_clock(tmp_path: Path) -> None:
    late, timed = post(tmp_path, 26, -1), tmp_path / "2024-03-25-museum.md"
    timed.write_text("---\ntitle: The museum\ndate: 2024-03-24 23:10\n---\n\nIt opens.\n", encoding="utf-8")
    shelf = tmp_path / "more"
    odd = post(shelf, 24, 1)
    for day in range(10, 19):
        post(shelf, day, 0)
        assert not reported(odd)
    post(shelf, 19, 0)
    assert reported(odd)
    assert not reported(late)
    assert not reported(timed)
    post(shelf, 20, 1)
    assert not reported(odd)


def test_folders_of_years_and_months_are_one_shelf(tmp_path: Path) -> None:
    odd = post(tmp_path / "2024" / "03", 28, 7)
    assert reported(odd)
    for day in range(10, 20):
        post(tmp_path / "2023" / "12", day, 9)
    assert not reported(odd)


def test_a_number_that_is_no_date_is_a_shelf_of_its_own(tmp_path: Path) -> None:
    odd = post(tmp_path / "10000", 28, 7)
    for day in range(10, 20):
        post(tmp_path / "20000", day, 9)
    assert reported(odd)
    assert str(tmp_path) not in Linter().lint_file(str(odd)).read


def test_it_is_the_same_for_one_file_and_for_all(tmp_path: Path) -> None:
    posts = [post(tmp_path, day, 7 if day % 5 == 0 else 0) for day in range(10, 29)]
    names = [str(path) for path in posts]
    together = [report.findings for report in Linter().lint_files(names)]
    assert together == [Linter().lint_file(name).findings for name in names]


def test_a_slip_is_reported_whatever_the_others_do(tmp_path: Path) -> None:
    for day in range(10, 20):
        post(tmp_path, day, 7)
    odd = tmp_path / "2024-03-28-museum.md"
    odd.write_text("---\ntitle: The museum\ndate: 2023-03-28\n---\n\nIt opens.\n", encoding="utf-8")
    assert reported(odd)


def test_nothing_is_read_where_the_dates_agree(tmp_path: Path) -> None:
    path = post(tmp_path, 28, 0)
    post(tmp_path, 27, 0)
    assert Linter().lint_file(str(path)).read == ()


def test_what_is_kept_of_an_article_ends_with_a_new_neighbour(tmp_path: Path) -> None:
    path = post(tmp_path, 28, 7)
    post(tmp_path, 27, 0)
    read = Linter().lint_file(str(path)).read
    assert {str(tmp_path), str(tmp_path / "2024-03-27-museum.md")} <= set(read)
    before = _digest_of(str(tmp_path))
    post(tmp_path, 26, 0)
    assert _digest_of(str(tmp_path)) != before


def test_folders_without_end_are_left(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*("1" for _ in range(90)))
    deep.mkdir(parents=True)
    odd = post(tmp_path, 28, 7)
    report = Linter().lint_file(str(odd))
    assert not report.failures
    assert len(report.read) < 10


def test_a_name_that_is_none_has_no_neighbours() -> None:
    report = Linter().lint_source(BEHIND.format(day=2), "a\0b/2024-03-28-museum.md")
    assert not report.failures
    assert [found.rule for found in report.findings if found.rule == RULE] == [RULE]


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    odd = post(tmp_path, 28, 7)
    (tmp_path / "2024-03-27-museum.md").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "2024-03-26-museum.md").mkdir()
    assert reported(odd)
