"""The whole report of each format for the sample, compared with the file kept in ``golden``."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.reporters import FORMATS, renderer
from linter.reporters.base import ReportOptions, Run
from linter.reporters.github import job_summary
from linter.reporters.summary import account, statistics, summary
from tests.reporters import sample

GOLDEN = Path(__file__).with_name("golden")
SUFFIXES = {
    "full": "txt", "concise": "txt", "json": "json", "jsonl": "jsonl", "sarif": "json", "github": "txt",
    "gitlab": "json", "junit": "xml", "rdjson": "json", "html": "html",
}  # fmt: skip

Golden = Callable[[Path, str], None]


def test_every_format_is_tested() -> None:
    assert SUFFIXES.keys() == FORMATS.keys()


def report(name: str, run: Run) -> str:
    """The report of a run, the style of a page left out."""
    return re.sub(r"(?s)<style>.*</style>", "<style></style>", sample.rendered(name, run))


@pytest.mark.parametrize("name", FORMATS)
def test_everything(name: str, golden: Golden) -> None:
    golden(GOLDEN / f"{name}.{SUFFIXES[name]}", report(name, sample.everything()))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found(name: str, golden: Golden) -> None:
    golden(GOLDEN / f"{name}-clean.{SUFFIXES[name]}", report(name, sample.clean()))


@pytest.mark.parametrize(
    ("file", "options"),
    [("full-color.txt", ReportOptions(color=True)), ("full-narrow.txt", ReportOptions(width=40))],
)
def test_full_with_options(file: str, options: ReportOptions, golden: Golden) -> None:
    golden(GOLDEN / file, sample.rendered("full", sample.everything(), options))


def test_job_summary(golden: Golden) -> None:
    golden(GOLDEN / "github-summary.md", "".join(f"{line}\n" for line in job_summary(sample.everything())))


def test_summary(golden: Golden) -> None:
    run = sample.everything()
    golden(GOLDEN / "summary.txt", "\n\n".join([summary(run), statistics(run), account(run)]) + "\n")


def test_an_unknown_format() -> None:
    with pytest.raises(KeyError):
        renderer("yaml")
