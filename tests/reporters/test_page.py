"""The page for editors: what it can leave out, and that it needs nothing else."""

from __future__ import annotations

import io
import re

from linter.finding import FileReport, Finding, Severity
from linter.reporters import renderer
from linter.reporters.base import ReportOptions, Run
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
    assert re.findall(r'<section id="(file-\d)">\n<h2>([^<]*)', text) == [
        ("file-1", "a&lt;b.md"),
        ("file-2", "c.md"),
    ]
    assert text.index("<article") < text.index("<nav>")
    assert not re.search(r"<script|https?://|<b>|\bon\w+=", text)


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
