"""The date in the headline of a series is held against those of the articles beside it."""

from __future__ import annotations

from pathlib import Path

from linter.engine.run import Linter

RULE = "title-date-mismatch"
MONTH = "2024-03-{day:02}-review.md"


def post(folder: Path, day: int, headline: str, named: str = MONTH) -> Path:
    path = folder / named.format(day=day)
    text = "The otters met at the river, as they do, and spoke of fish.\n"
    path.write_text(f"---\ntitle: {headline}\n---\n\n{text}", encoding="utf-8")
    return path


def reported(path: Path) -> list[str]:
    found = Linter().lint_file(str(path)).findings
    return [finding.message for finding in found if finding.rule == RULE]


def test_a_date_that_no_other_issue_is_so_far_from(tmp_path: Path) -> None:
    for day in range(1, 6):
        post(tmp_path, day, f"Review No. {day} of {day} March 2024")
    late = post(tmp_path, 29, "Review No. 7 of 8 March 2024")
    assert reported(late) == ["The headline says 8 March 2024, the file name 2024-03-29."]
    assert not reported(post(tmp_path, 28, "Review No. 7 of 26 March 2024"))  # a post may come later
    assert not reported(post(tmp_path, 27, "Report from the fair of 8 March 2024"))


def test_the_date_of_the_issue_before_needs_few_others(tmp_path: Path) -> None:
    copied = post(tmp_path, 15, "Review of 10 March 2024")
    assert not reported(copied)
    post(tmp_path, 5, "Review of 5 March 2024")
    post(tmp_path, 8, "Review of 8 March 2024")
    assert not reported(copied)
    right = post(tmp_path, 10, "Review of 10 March 2024")
    assert reported(copied)
    assert not reported(right)


def test_where_dates_and_names_are_far_apart_anyhow(tmp_path: Path) -> None:
    for day, other in ((1, 20), (3, 5), (7, 24), (9, 9), (12, 28), (15, 2)):
        post(tmp_path, day, f"Review of {other} March 2024")
    assert not reported(post(tmp_path, 29, "Review of 8 March 2024"))


def test_the_date_of_the_front_matter_is_believed(tmp_path: Path) -> None:
    for day in range(1, 6):
        post(tmp_path, day, f"Review of {day} March 2024")
    assert not reported(post(tmp_path, 29, "Review of 8 March 2024\ndate: 2024-03-08"))


def test_a_number_too_long_to_be_read_is_no_date(tmp_path: Path) -> None:
    path = post(tmp_path, 3, f"Review {'1' * 5000} of 3 otters")
    report = Linter().lint_file(str(path))
    assert (report.failures, reported(path)) == ([], [])
