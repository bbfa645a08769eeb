"""The example article in every format: the same findings, at the right places."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from linter.article.file_text import text_of
from linter.article.formats import FORMATS as SUFFIXES
from linter.engine.cache.serial import line_of, report_of
from linter.engine.cross_version import judge_versions
from linter.engine.discover import find_files
from linter.engine.run import Linter
from linter.finding import FileReport
from linter.reporters.base import Run
from linter.reporters.places import items
from tests.article.unpacked import office

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "examples/bridge.md").read_text(encoding="utf-8")
_, HEAD, BODY = EXAMPLE.split("---\n", 2)
FIELDS = dict(line.split(": ", 1) for line in HEAD.strip().split("\n"))
TITLE = FIELDS["title"]
PARAGRAPHS = [" ".join(each.split()) for each in BODY.strip().split("\n\n")]
EXPECTED = [
    ("metadata-in-text", "date 2024-08"),
    ("headline-names-missing", "Marwood and Okafor"),
    ("weekday-mismatch", "Monday, 18 August 2024"),
    ("foreign-word", "también"),
    ("placeholder-date", "April 20XX"),
    ("percent-change", "35 percent"),
]


def word() -> bytes:
    title = office.paragraph(TITLE, style="Title")
    return office.docx(title, *map(office.paragraph, PARAGRAPHS))


def open_document() -> bytes:
    title = f'<text:h text:outline-level="1">{TITLE}</text:h>'
    return office.odt(title + "".join(f"<text:p>{each}</text:p>" for each in PARAGRAPHS))


def notebook() -> bytes:
    sources = [f"# {TITLE}\n", *(each.splitlines(keepends=True) for each in BODY.strip().split("\n\n"))]
    head = {"cell_type": "raw", "source": f"---\n{HEAD}---"}
    cells = [head, *({"cell_type": "markdown", "source": each} for each in sources)]
    return json.dumps({"cells": cells, "nbformat": 4}, indent=1).encode()


def rst() -> bytes:
    fields = "".join(f":{name}: {value}\n" for name, value in FIELDS.items() if name != "title")
    return f"{TITLE}\n{'=' * len(TITLE)}\n\n{fields}\n{BODY}".encode()


def asciidoc() -> bytes:
    fields = "".join(f":{name}: {value}\n" for name, value in FIELDS.items() if name != "title")
    return f"= {TITLE}\n{fields}\n{BODY}".encode()


def org() -> bytes:
    fields = "".join(f"#+{name}: {value}\n" for name, value in FIELDS.items() if name != "lang")
    return f"{fields}#+language: en\n\n{BODY}".encode()


HTML = "".join(f"<p>{each}</p>" for each in BODY.strip().split("\n\n"))
OTHER = "<p>It rained in the hills, and nobody went out.</p>"


def rss() -> bytes:
    return (
        f"<rss><channel><item><title>Rain</title><description>{escape(OTHER)}</description></item>"
        f"<item><title>{TITLE}</title><pubDate>{FIELDS['date']}</pubDate>"
        f"<description>{escape(HTML)}</description></item></channel></rss>"
    ).encode()


def wordpress() -> bytes:
    return (
        "<rss xmlns:wp='w' xmlns:content='c'><channel><item><title>Rain</title>"
        f"<wp:post_type>post</wp:post_type><content:encoded><![CDATA[{OTHER}]]></content:encoded></item><item><title>{TITLE}</title>"
        f"<wp:post_type>post</wp:post_type><wp:post_date>{FIELDS['date']}</wp:post_date>"
        f"<content:encoded><![CDATA[{BODY}]]></content:encoded></item></channel></rss>"
    ).encode()


def json_lines() -> bytes:
    rows = [{"title": "Rain", "html": OTHER}, {"title": TITLE, "date": FIELDS["date"], "html": HTML}]
    return "\n".join(map(json.dumps, rows)).encode()


def book() -> bytes:
    page = "<html><head><title>{}</title></head><body>{}</body></html>"
    return office.epub(
        {
            "one.xhtml": page.format("Rain", OTHER),
            "two.xhtml": page.format(TITLE, f"<h1>{TITLE}</h1>\n{HTML}"),
        }
    )


def latex() -> bytes:
    return (
        f"\\documentclass{{article}}\n\\title{{{TITLE}}}\n\\date{{{FIELDS['date']}}}\n\\begin{{document}}\n"
        f"\\maketitle\n\n{BODY}\\end{{document}}\n"
    ).encode()


Make = Callable[[], bytes]
FORMATS: dict[str, tuple[Make, list[str]]] = {
    "docx": (word, [f"paragraph {number}" for number in (1, 1, 2, 3, 4, 4)]),
    "ipynb": (
        notebook,
        [f"cell {cell}, line {line}" for cell, line in ((1, 2), (1, 2), (3, 2), (4, 1), (5, 2), (5, 3))],
    ),
    "adoc": (asciidoc, [""] * 6),
    "rss": (rss, [f"entry 2: {TITLE}"] * 6),
    "xml": (wordpress, [f"entry 2: {TITLE}"] * 6),
    "jsonl": (json_lines, [f"entry 2: {TITLE}"] * 6),
    "epub": (book, [f"OEBPS/two.xhtml, line {line}" for line in (1, 1, 3, 4, 7, 8)]),
    "tex": (latex, [""] * 6),
    "org": (org, [""] * 6),
    "rst": (rst, [""] * 6),
    "odt": (open_document, [f"paragraph {number}" for number in (1, 1, 2, 3, 4, 4)]),
}
"""Suffix -> what writes the article, and the place of each finding as people count it."""


def linted(folder: Path, suffix: str) -> FileReport:
    make, _ = FORMATS[suffix]
    path = folder / f"bridge.{suffix}"
    path.write_bytes(make())
    return Linter().lint_file(str(path))


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_findings_at_the_right_places(suffix: str, tmp_path: Path) -> None:
    report = linted(tmp_path, suffix)
    assert not report.failures
    assert [(each.rule, _plain(each.text)) for each in report.findings] == EXPECTED
    assert [each.within for each in report.findings] == FORMATS[suffix][1]
    for finding in report.findings:
        shown = report.source[slice(*finding.span)]
        assert finding.text in (shown, re.sub(r"\\u[0-9a-f]{4}", _unescaped, shown))
        for other in finding.related:
            assert report.source[other.span.start : other.span.end].strip()


def _unescaped(found: re.Match[str]) -> str:
    return str(json.loads(f'"{found[0]}"'))


def _plain(text: str) -> str:
    """The words without the line breaks of their file."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("suffix", ["docx", "ipynb", "xml", "json"])
def test_a_text_that_is_no_such_file(suffix: str) -> None:
    report = Linter().lint_source("They met on Monday, 18 August 2024.", f"a.{suffix}")
    assert report.failures
    assert not report.findings


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_a_line_is_a_paragraph_where_there_are_no_lines(suffix: str, tmp_path: Path) -> None:
    report = linted(tmp_path, suffix)
    starts = [item.start for item in items(Run([report]))]
    assert [line for line, _ in starts] == [1, 1, 2, 3, 4, 4]
    assert all(finding.fix is None for finding in report.findings)


def test_feeds_are_read_only_when_they_are_named(tmp_path: Path) -> None:
    for name in ("a.docx", "b.rst", "feed.xml", "package.json", "rows.jsonl"):
        (tmp_path / name).write_bytes(b"")
    found = [Path(path).name for path in find_files([str(tmp_path)], lambda folder: None)]
    assert found == ["a.docx", "b.rst"]
    named = str(tmp_path / "feed.xml")
    assert list(find_files([named], lambda folder: None)) == [named]


def test_the_documentation_names_every_suffix() -> None:
    told = (ROOT / "docs/formats.md").read_text(encoding="utf-8").lower()
    assert [suffix for suffix in SUFFIXES if f"`{suffix}`" not in told] == []


def test_an_entry_keeps_its_fingerprints_when_others_are_added(tmp_path: Path) -> None:
    def prints(*titles: str) -> dict[str, str]:
        rows = [
            {"title": each, "slug": each, "html": f"<p>{each} met on Monday, 18 August 2024.</p>"}
            for each in titles
        ]
        path = tmp_path / "posts.json"
        path.write_text(json.dumps(rows), encoding="utf-8")
        return {each.within[-1]: each.fingerprint for each in Linter().lint_file(str(path)).findings}

    assert prints("B", "C").items() <= prints("A", "B", "C").items()


def test_what_is_kept_of_a_run_is_what_was_found(tmp_path: Path) -> None:
    report = linted(tmp_path, "docx")
    again, _ = report_of(report.path, line_of(report, []))
    assert again.findings == report.findings
    path = Path(report.path)
    assert text_of(path.read_bytes(), path.name) == report.source


def test_what_language_versions_tell_has_its_place_too(tmp_path: Path) -> None:
    texts = {
        "en": "The plan is the one that the council of Newtown made for the bridge, version 2.4.1 of it.",
        "fr": "Le plan est celui que la commune de Newtown a fait pour le pont, dans sa version 2.4.2.",
    }
    for code, text in texts.items():
        title = office.paragraph("Bridge" if code == "en" else "Pont", style="Title")
        (tmp_path / f"a.{code}.docx").write_bytes(office.docx(title, office.paragraph(text)))
    linter = Linter()
    paths = [str(tmp_path / f"a.{code}.docx") for code in texts]
    reports = list(linter.lint_files(paths))
    judge_versions(reports, linter, linter.versions_of(paths))
    (finding,) = [
        each for report in reports for each in report.findings if each.rule.startswith("translation")
    ]
    assert (finding.text, finding.within) == ("2.4.2", "paragraph 2")
