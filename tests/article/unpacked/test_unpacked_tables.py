"""Tables in documents, notebooks and papers: which cell stands where."""

from __future__ import annotations

import json

from linter.article.read import article_of
from linter.article.unpacked import unpack
from tests.article.unpacked.office import docx, odt, paragraph

WIDE = [(0, 0, 2, "2019"), (0, 2, 1, "2020"), (1, 0, 1, "12"), (1, 2, 1, "14")]


def cells(data: bytes, format: str) -> list[tuple[int, int, int, str]]:
    """Row, column, columns spanned and prose of the cells of the one table."""
    (document,) = unpack(data, format).documents
    article = article_of(document, "a")
    (table,) = article.tables
    assert all(cell.text.prose in article.excerpt(cell.text.whole) for cell in table.cells)
    return [(cell.row, cell.column, cell.across, cell.text.prose) for cell in table.cells]


def test_word() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    first = cell("2019", '<w:gridSpan w:val="2"/>') + cell("2020")
    second = cell("12") + cell("") + cell("14")
    table = f"<w:tbl><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>"
    assert cells(docx(paragraph("Above."), table, paragraph("Below.")), "docx") == WIDE


def test_open_document() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell{more}><text:p>{text}</text:p></table:table-cell>"

    first = cell("2019", ' table:number-columns-spanned="2"') + "<table:covered-table-cell/>" + cell("2020")
    second = cell("12") + cell("") + cell("14")
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in (first, second))
    body = f"<text:p>Above.</text:p><table:table>{rows}</table:table><text:p>Below.</text:p>"
    assert cells(odt(body), "odt") == WIDE


def test_a_notebook() -> None:
    source = ["Above.\n", "\n", "| 2019 | 2020 |\n", "|---|---|\n", "| 12 | 14 |\n"]
    found = [{"cell_type": "markdown", "metadata": {}, "source": text} for text in (["First.\n"], source)]
    data = json.dumps({"cells": found, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()
    assert cells(data, "notebook") == [
        (0, 0, 1, "2019"),
        (0, 1, 1, "2020"),
        (1, 0, 1, "12"),
        (1, 1, 1, "14"),
    ]


def test_a_paper() -> None:
    body = (
        "<article><front><article-meta/></front><body><p>Above.</p><table-wrap><table>"
        '<tr><th colspan="2">2019</th><th>2020</th></tr><tr><td>12</td><td/><td>14</td></tr>'
        "</table></table-wrap></body></article>"
    )
    assert cells(body.encode(), "xml") == WIDE
