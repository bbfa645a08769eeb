"""Escaping, order and uniqueness in the formats that CI systems read."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from linter.finding import FileReport, Finding, Severity
from linter.reporters.base import ReportOptions, Run
from linter.reporters.github import job_summary
from linter.reporters.paths import repository_path, uri
from linter.text import Span
from tests.reporters import sample


def run_of(message: str, path: str = "a.md", source: str = "text\nmore\n", number: int = 1) -> Run:
    finding = Finding(path, "r", Severity.WARNING, message, Span(0, 4), "text", fingerprint="f" * 16)
    return Run([FileReport(path, [finding] * number, source)])


def test_github_escapes_message_and_properties() -> None:
    command = sample.rendered("github", run_of("50% is\r\nmore:, ::error::x", "a,b:c%.md"))
    place = "file=a%2Cb%3Ac%25.md,line=1,col=1,endColumn=5,title=factlint%3A r"
    assert command == f"::warning {place}::50%25 is more:, ::error::x\n"


def test_github_leaves_out_columns_over_lines() -> None:
    finding = Finding("a.md", "r", Severity.INFO, "m", Span(2, 7), "xt\nmo")
    command = sample.rendered("github", Run([FileReport("a.md", [finding], "text\nmore\n")]))
    assert command == "::notice file=a.md,line=1,endLine=2,title=factlint%3A r::m\n"


def test_github_puts_the_worst_first() -> None:
    lines = sample.rendered("github", sample.everything()).splitlines()
    commands = [line.split(" ")[0] for line in lines]
    assert commands == sorted(commands, key=["::error", "::warning", "::notice"].index)


def test_job_summary_holds_no_markup_of_the_text() -> None:
    run = run_of("a | b <img src=x> `c` *d* [e](f) @g\nh")
    (row,) = [line for line in job_summary(run) if "warning |" in line]
    cell = row.split("|")[3]
    assert not set("<`*[") & set(cell)
    assert cell.count("&#124;") == 1


def test_job_summary_is_cut() -> None:
    assert "\n1,001 more are not shown." in job_summary(run_of("m", number=1501))


def test_gitlab_fingerprints_differ() -> None:
    issues = json.loads(sample.rendered("gitlab", run_of("m", number=3)))
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert issues[0]["fingerprint"] == "f" * 16


def test_rdjson_counts_bytes() -> None:
    finding = Finding("a.md", "r", Severity.ERROR, "m", Span(3, 5), "y𝒳", fix="")
    text = sample.rendered("rdjson", Run([FileReport("a.md", [finding], "é𝒳xy𝒳")]))
    (diagnostic,) = json.loads(text)["diagnostics"]
    place = {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 13}}
    assert diagnostic["location"]["range"] == place
    assert diagnostic["suggestions"] == [{"range": place, "text": ""}]


def test_junit_takes_what_xml_cannot() -> None:
    text = sample.rendered("junit", run_of("\x00 \x1b[31m \udc80 \ufffe ]]> &\n", source="te\x00t\ufffe\n"))
    suites = ElementTree.fromstring(text)
    (failure,) = suites.iter("failure")
    assert failure.get("message") == "␀ ␛[31m \ufffd <U+FFFE> ]]> & "
    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("1", "1", "0")


@pytest.mark.parametrize(
    ("path", "root", "prefix", "expected"),
    [
        ("a.md", "", "", "a.md"),
        ("./b/../a.md", "", "", "a.md"),
        ("a.md", "", "site/", "site/a.md"),
        ("a.md", "/repo/site", "site/", "site/a.md"),
        ("../a.md", "/repo/site", "site/", "a.md"),
        ("/repo/site/a.md", "/repo/site", "site/", "site/a.md"),
        ("/repo/other/a.md", "/repo/site", "site/", "other/a.md"),
        ("/repo2/a.md", "/repo", "", "/repo2/a.md"),
    ],
)
def test_repository_path(path: str, root: str, prefix: str, expected: str) -> None:
    assert repository_path(path, Run([], root=root), ReportOptions(prefix=prefix)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b/é#?.md", "a%20b/%C3%A9%23%3F.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("\ud800.md", "%EF%BF%BD.md"),
        ("/srv/a.md", "file:///srv/a.md"),
        ("C:/a.md", "file:///C%3A/a.md"),
    ],
)
def test_uri(path: str, expected: str) -> None:
    assert uri(path) == expected
