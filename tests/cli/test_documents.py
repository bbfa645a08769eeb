"""The example article in each format that people write in: the same findings, where a person finds them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.article.unpacked.office import docx, epub, odt, paragraph
from tests.cli.conftest import Factlint, factlint  # noqa: F401

ROOT = Path(__file__).resolve().parent.parent.parent
_FRONT, _BODY = (ROOT / "examples" / "bridge.md").read_text(encoding="utf-8").split("---\n", 2)[1:]
TITLE = _FRONT.partition("title: ")[2].partition("\n")[0]
PARAGRAPHS = _BODY.strip().split("\n\n")
TEXT = "\n\n".join(PARAGRAPHS)
HTML = "\n".join(f"<p>{each}</p>" for each in PARAGRAPHS)
FOUND = {
    "metadata-in-text": "date 2024-08",
    "headline-names-missing": "Marwood and Okafor",
    "weekday-mismatch": "Monday, 18 August 2024",
    "foreign-word": "también",
    "placeholder-date": "April 20XX",
    "percent-change": "35 percent",
}
BLOCK = {rule: number for number, rule in zip((1, 1, 2, 3, 4, 4), FOUND, strict=True)}
"""In which paragraph or cell each finding stands; the headline is the first."""

TEXTS = {
    "a.html": f'<html lang="en"><body><h1>{TITLE}</h1>\n{HTML}</body></html>',
    "a.txt": f"{TITLE}\n\n{TEXT}\n",
    "a.rst": f"{TITLE}\n{'=' * len(TITLE)}\n\n:date: 2024-08-20\n:lang: en\n\n{TEXT}\n",
    "a.adoc": f"= {TITLE}\n:date: 2024-08-20\n:lang: en\n\n{TEXT}\n",
    "a.org": f"#+TITLE: {TITLE}\n#+DATE: 2024-08-20\n#+LANGUAGE: en\n\n{TEXT}\n",
    "a.tex": f"\\title{{{TITLE}}}\n\\begin{{document}}\n\\maketitle\n{TEXT}\n\\end{{document}}\n",
}
_CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
_WP = 'xmlns:wp="http://wordpress.org/export/1.2/"'
CALM = "<item><title>A calm day</title><description>Nothing happened in the town.</description></item>"


def entry(more: str = "") -> str:
    return f"<item><title>{TITLE}</title>{more}<content:encoded><![CDATA[{HTML}]]></content:encoded></item>"


def rss(*entries: str) -> bytes:
    channel = f"<channel><title>Gazette</title><language>en</language>{''.join(entries)}</channel>"
    return f'<rss version="2.0" {_CONTENT} {_WP}>{channel}</rss>'.encode()


def notebook() -> bytes:
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}
        for text in (f"# {TITLE}", *PARAGRAPHS)
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}, indent=1).encode()


_PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>\n{HTML}</body></html>"
FILES = {
    "a.docx": docx(
        paragraph(TITLE, style="Title"), *(paragraph(" ".join(each.split())) for each in PARAGRAPHS)
    ),
    "a.odt": odt(
        f'<text:h text:outline-level="1">{TITLE}</text:h>'
        + "".join(f"<text:p>{' '.join(each.split())}</text:p>" for each in PARAGRAPHS)
    ),
    "a.epub": epub({"one.xhtml": _PAGE}),
    "a.ipynb": notebook(),
    "a.rss": rss(CALM, entry()),
    "wordpress.xml": rss(
        CALM, entry("<wp:post_type>post</wp:post_type><wp:post_date>2024-08-20 10:00:00</wp:post_date>")
    ),
}
WITHIN = {
    "a.docx": "paragraph {block}",
    "a.odt": "paragraph {block}",
    "a.ipynb": "cell {block}, line ",
    "a.epub": "OEBPS/one.xhtml, line ",
    "a.rss": f"entry 2: {TITLE}",
    "wordpress.xml": f"entry 2: {TITLE}",
}


Told = dict[str, dict[str, Any]]
"""Findings by their rules."""


def judged(factlint: Factlint, *names: str) -> dict[str, Told]:  # noqa: F811
    done = factlint("check", "--isolated", "--exit-zero", "--output-format", "jsonl", "-q", *names)
    assert done.stderr == ""
    found: dict[str, Told] = {name: {} for name in names}
    for each in map(json.loads, done.stdout.splitlines()):
        if "rule" in each:
            found[each["path"]][each["rule"]] = each
    return found


def words(told: Told) -> dict[str, str]:
    return {rule: each["text"] for rule, each in told.items()}


def at(text: str, told: dict[str, Any]) -> str:
    """What stands at the line and column of a finding."""
    return text.split("\n")[told["line"] - 1][told["column"] - 1 :]


def test_texts_have_the_findings_of_the_example(factlint: Factlint, tmp_path: Path) -> None:  # noqa: F811
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, told in judged(factlint, *TEXTS).items():
        assert words(told) == FOUND, name
        assert all(at(TEXTS[name], told[rule]).startswith(FOUND[rule]) for rule in FOUND), name


def test_documents_have_the_findings_of_the_example(factlint: Factlint, tmp_path: Path) -> None:  # noqa: F811
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    for name, told in judged(factlint, *FILES).items():
        assert words(told) == FOUND, name
        within = {rule: WITHIN[name].format(block=BLOCK[rule]) for rule in FOUND}
        assert all(told[rule]["within"].startswith(within[rule]) for rule in FOUND), name


def test_what_each_entry_of_a_feed_has_is_told_once(factlint: Factlint, tmp_path: Path) -> None:  # noqa: F811
    date = "<description>They met in April 20XX in Paris.</description>"
    entries = [f"<item><title>Meeting {number}</title>{date}</item>" for number in range(12)]
    (tmp_path / "a.rss").write_bytes(rss(*entries))
    (told,) = judged(factlint, "a.rss")["a.rss"].values()
    assert told["message"].endswith("And 11 more in this file.")
    assert [each["within"] for each in told["related"]] == [
        f"entry {n}: Meeting {n - 1}" for n in range(2, 13)
    ]
