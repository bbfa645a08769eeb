"""The page for editors: what it can leave out, and that it needs nothing else."""

from __future__ import annotations

import html
import io
import re

import pytest

from linter.engine.run import Linter
from linter.finding import FileReport, Finding, Severity
from linter.reporters import renderer
from linter.reporters.base import ReportOptions, Run
from linter.reporters.links import checked_template
from linter.text import Span

TEXT = "They met in April 20XX in Paris, where the Donaudampfschifffahrtsgesellschaft had its first seat.\n"


def finding(path: str, rule: str, severity: Severity = Severity.ERROR) -> Finding:
    start = TEXT.index("April")
    return Finding(path, rule, severity, f"“{rule}” <b>", Span(start, start + 10), "April 20XX")


def page(*reports: FileReport) -> str:
    out = io.StringIO()
    renderer("html")(Run(list(reports)), out, ReportOptions())
    return out.getvalue()


def test_severities_rules_and_files_can_be_left_out() -> None:
    text = page(
        FileReport("a<b.md", [finding("a<b.md", "one"), finding("a<b.md", "two", Severity.INFO)], TEXT),
        FileReport("c.md", [finding("c.md", "two", Severity.INFO)], TEXT),
    )
    boxes = set(re.findall(r'type="checkbox" id="(show-[\w-]+)" checked', text))
    assert boxes == {f"show-{name}" for name in ("error", "info", "rule-1", "rule-2", "file-1", "file-2")}
    style = text.partition("</style>")[0]
    for name in boxes:
        assert f"#{name}:not(:checked)" in style
    assert len(re.findall(r'<article class="info rule-2">', text)) == 2
    assert re.findall(r'<section id="(file-\d)">\n<h2><a href="([^"]*)">([^<]*)', text) == [
        ("file-1", "a%3Cb.md", "a&lt;b.md"),
        ("file-2", "c.md", "c.md"),
    ]
    assert text.index("<article") < text.index("<nav>")
    assert not re.search(r"<script|https?://|<b>|\bon\w+=", text)


def test_a_page_that_lies_among_articles_is_none_of_them() -> None:
    quoting = finding("a.md", "one")._replace(message="They met on Monday, 18 August 2024, in Paris.")
    text = page(FileReport("a.md", [quoting], TEXT))
    assert not Linter().lint_source(text, "report.html").findings
    other = text.replace('<meta name="generator" content="factlint">', "")
    assert "weekday-mismatch" in [each.rule for each in Linter().lint_source(other, "report.html").findings]


def test_one_finding_has_nothing_to_choose() -> None:
    text = page(FileReport("a.md", [finding("a.md", "one")], TEXT))
    assert "checkbox" not in text
    assert "<nav>" not in text


def test_excerpts_end_at_words() -> None:
    long = "Donaudampfschifffahrtsgesellschaft"
    source = f"{long} " * 20 + TEXT.strip() + f" {long}" * 20
    start = source.index("April")
    found = finding("a.md", "one")._replace(span=Span(start, start + 10))
    text = page(FileReport("a.md", [found], source))
    shown = re.search(r"<blockquote[^>]*>(.*?)</blockquote>", text, re.DOTALL)
    assert shown is not None
    words = re.sub(r"<[^>]*>|…", "", shown[1]).split()
    assert set(words) <= set(source.split())


# -- links -----------------------------------------------------------------------------------------


def links(path: str, options: ReportOptions, root: str = "/work") -> list[str]:
    out = io.StringIO()
    renderer("html")(Run([FileReport(path, [finding(path, "one")], TEXT)], root=root), out, options)
    return [html.unescape(each) for each in re.findall(r'href="([^"]*)"', out.getvalue())]


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        ("a.md", "", "a.md"),
        ("posts/a b.md", "/work", "posts/a%20b.md"),
        ("a.md", "/work/build/report", "../../a.md"),
        ("a.md", "/elsewhere", "../work/a.md"),
        ("/other/a.md", "/work", "../other/a.md"),
        ("javascript:alert(1).md", "/work", "javascript%3Aalert%281%29.md"),
        ('"><script>.md', "/work", "%22%3E%3Cscript%3E.md"),
        ("\ud800.md", "/work", "%EF%BF%BD.md"),
        ("\udcff.md", "/work", "%FF.md"),
    ],
)
def test_a_file_is_linked_from_where_the_page_is(path: str, folder: str, expected: str) -> None:
    assert links(path, ReportOptions(folder=folder)) == [expected]


def test_lines_lead_where_the_reader_says() -> None:
    editor = ReportOptions(editor_url="vscode://file{path}:{line}:{column}")
    assert links("posts/a b.md", editor) == [
        "vscode://file/work/posts/a%20b.md:1:1",
        "vscode://file/work/posts/a%20b.md:1:13",
    ]
    forge = ReportOptions(editor_url="https://example.org/blob/main/{file}?plain=1#L{line}")
    assert links("a&b#c.md", forge)[1] == "https://example.org/blob/main/a%26b%23c.md?plain=1#L1"
    assert links("{line}.md", editor)[1] == "vscode://file/work/%7Bline%7D.md:1:13"


@pytest.mark.parametrize(
    "template",
    [
        "javascript:alert('{path}')",
        "JavaScript://%0aalert(1){path}",
        "data:text/html,{file}",
        "vbscript:{path}",
        "//example.org/{file}",
        "{path}",
        "https://example.org/",
        "https://example.org/{line}",
        "vscode://file{path}:{row}",
        "vscode://file{path}:{}",
    ],
)
def test_a_template_is_an_address_of_a_file(template: str) -> None:
    with pytest.raises(ValueError, match=r"expected an address|unknown field"):
        checked_template(template)
