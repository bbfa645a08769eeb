"""The tables of an article: which cell stands where, in every format that has tables."""

from __future__ import annotations

import pytest

from linter.article.model import Article, Cell, Table
from linter.article.read import read_article
from linter.article.tables import TableBuilder
from linter.text import Text

LONG = "The council of Newtown met on Monday and spoke of nothing but the bridge and its cost. " * 3


def laid_out(table: Table) -> list[list[str]]:
    """The prose of the cells by rows; nothing where a cell is empty."""
    width = max(cell.column + cell.across for cell in table.cells)
    rows = [[""] * width for _ in range(max(cell.row for cell in table.cells) + 1)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text.prose
    return rows


def only_table(article: Article) -> Table:
    (table,) = article.tables
    return table


SAME = [["", "Firms", "Staff"], ["North", "12", "340"], ["South", "", "215"], ["Total", "12", "555"]]
MARKDOWN = """\
Below are numbers.

|       | Firms | Staff |
|-------|------:|:-----:|
| North |    12 | 340   |
| South |       | **215** |
| Total | 12 | 555 |

Above are numbers.
"""
HTML = """\
<p>Below are numbers.</p>
<table><caption>Firms</caption>
<thead><tr><th></th><th>Firms</th><th>Staff</th></tr></thead>
<tbody><tr><th>North<td>12<td>340
<tr><td>South</td><td></td><td><b>215</b></td></tr>
<tr><td>Total</td><td>12</td><td>555</td></tr></tbody></table>
"""


@pytest.mark.parametrize(
    ("source", "path"), [(MARKDOWN, "a.md"), (HTML, "a.html"), (HTML, "a.md"), (HTML + "\n" + LONG, "b.md")]
)
def test_cells_stand_in_their_rows_and_columns(source: str, path: str) -> None:
    article = read_article(source, path)
    table = only_table(article)
    assert laid_out(table) == SAME
    assert [cell.text.prose for cell in table.cells if cell.header][:2] == ["Firms", "Staff"]
    assert {article.excerpt(cell.text.whole) for cell in table.cells} >= {"North", "340", "215"}


def test_the_texts_of_cells_are_blocks_as_well() -> None:
    article = read_article(MARKDOWN, "a.md")
    texts = {id(block.text) for block in article.scope("table")}
    assert all(id(cell.text) in texts for cell in only_table(article).cells)


def test_code_in_a_cell_is_kept_though_it_is_no_block() -> None:
    table = only_table(read_article("| a | b |\n|---|---|\n| `12` | 13 |\n", "a.md"))
    assert [(cell.row, cell.column) for cell in table.cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_two_tables_in_a_row_are_two() -> None:
    article = read_article("| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |\n", "a.md")
    assert [laid_out(table) for table in article.tables] == [[["a"], ["1"]], [["b"], ["2"]]]


def test_tables_come_in_the_order_in_which_they_begin() -> None:
    article = read_article(f"{HTML}\n\n| b |\n|---|\n| 2 |\n\n{HTML}", "a.md")
    starts = [table.span.start for table in article.tables]
    assert len(starts) == 3
    assert starts == sorted(starts)


def test_spans_move_what_stands_behind_and_below() -> None:
    source = (
        "<table><tr><th rowspan=2>Region</th><th colspan=2>2019</th></tr>"
        "<tr><th>Firms</th><th>Staff</th></tr>"
        "<tr><td>North</td><td>12</td><td>340</td></tr></table>"
    )
    cells = only_table(read_article(source, "a.md")).cells
    assert [(cell.row, cell.column, cell.across, cell.down) for cell in cells] == [
        (0, 0, 1, 2),
        (0, 1, 2, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 0, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
    ]


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    source = (
        "<table><tr><td>outer</td><td><table><tr><td>inner</td></tr></table></td><td>last</td></tr></table>"
    )
    article = read_article(source, "a.md")
    assert [[cell.text.prose for cell in table.cells] for table in article.tables] == [
        ["outer", "last"],
        ["inner"],
    ]


def test_paragraphs_of_a_cell_are_lines_of_its_text() -> None:
    table = only_table(read_article("<table><tr><td><p>12</p><p>13</p></td></tr></table>", "a.md"))
    assert [cell.text.prose for cell in table.cells] == ["12\n13"]


def test_what_surrounds_the_article_on_a_page_has_no_tables() -> None:
    page = (
        "<html><body><nav><table><tr><td>Menu</td></tr></table></nav>"
        f"<article><h1>Bridge</h1><p>{LONG}</p>{HTML}</article></body></html>"
    )
    assert laid_out(only_table(read_article(page, "a.html"))) == SAME


def test_an_article_without_tables_has_none() -> None:
    assert read_article(LONG, "a.md").tables == ()


def test_numbers_of_spans_that_mean_nothing_are_one() -> None:
    source = "<table><tr><td colspan=x>a</td><td rowspan=-1>b</td><td colspan=99999999999>c</td></tr></table>"
    cells = only_table(read_article(source, "a.md")).cells
    assert [(cell.column, cell.across, cell.down) for cell in cells] == [(0, 1, 1), (1, 1, 1), (2, 1, 1)]


def test_the_builder_leaves_room_for_cells_that_reach_down() -> None:
    builder = TableBuilder()
    builder.next_row()
    builder.next_cell(down=3)
    builder.add(Text.verbatim("abcd", 0, 1))
    for at in (1, 2):
        builder.next_row()
        builder.next_cell()
        builder.add(Text.verbatim("abcd", at, at + 1))
    builder.next_row()
    builder.next_cell()
    builder.add(Text.verbatim("abcd", 3, 4))
    table = builder.table()
    assert table is not None
    assert [(cell.row, cell.column) for cell in table.cells] == [(0, 0), (1, 1), (2, 1), (3, 0)]


def test_an_empty_table_is_none() -> None:
    builder = TableBuilder()
    builder.next_row()
    builder.next_cell()
    assert builder.table() is None


def test_tables_move_with_their_draft() -> None:
    from linter.article.read import draft_of

    draft = draft_of(MARKDOWN, "a.md", "markdown")
    (moved,) = draft.moved(10).tables
    (table,) = draft.tables
    assert moved.span.start == table.span.start + 10
    assert isinstance(moved.cells[0], Cell)


RST_GRID = """\
+-------+-------+-------+
|       | Firms | Staff |
+=======+=======+=======+
| North | 12    | 340   |
+-------+-------+-------+
| South |       | 215   |
+-------+-------+-------+
| Total | 12    | 555   |
+-------+-------+-------+
"""
RST_SIMPLE = """\
=====  =====  =====
\\      Firms  Staff
=====  =====  =====
North  12     340
South         215
Total  12     555
=====  =====  =====
"""
RST_LIST = """\
.. list-table:: Firms
   :header-rows: 1

   * -
     - Firms
     - Staff
   * - North
     - 12
     - 340
   * - South
     -
     - 215
   * - Total
     - 12
     - 555
"""
ORG = """\
|       | Firms | Staff |
|-------+-------+-------|
| North |    12 |   340 |
| South |       | *215* |
| Total |    12 |   555 |
"""
ASCIIDOC = """\
[cols="1,2*"]
|===
|
|Firms |Staff

|North |12
|340
|South | | 215

|Total
|12
|555
|===
"""
LATEX = r"""
\begin{tabular}{lrr}
\hline
 & Firms & Staff \\ \hline
North & 12 & 340 \\
South & & \textbf{215} \\
Total & 12 & 555 \\
\end{tabular}
"""


@pytest.mark.parametrize(
    ("source", "path"),
    [
        (RST_GRID, "a.rst"),
        (RST_SIMPLE, "a.rst"),
        (RST_LIST, "a.rst"),
        (ORG, "a.org"),
        (ASCIIDOC, "a.adoc"),
        (LATEX, "a.tex"),
    ],
)
def test_other_markup_has_tables_too(source: str, path: str) -> None:
    article = read_article(f"Above are words.\n\n{source}\nBelow are words.\n", path)
    table = only_table(article)
    rows = laid_out(table)
    rows[0][0] = rows[0][0].strip("\\")
    assert rows == SAME
    assert {article.excerpt(cell.text.whole) for cell in table.cells} >= {"North", "340", "Staff"}


def test_cells_of_markup_span_columns() -> None:
    latex = r"\begin{tabular}{ll}\multicolumn{2}{c}{2019} & x \\ a & b & c \\ \end{tabular}"
    asciidoc = "|===\n2+|2019 |x\n|a |b |c\n|===\n"
    grid = "+---+---+---+\n| 2019  | x |\n+---+---+---+\n| a | b | c |\n+---+---+---+\n"
    for source, path in ((latex, "a.tex"), (asciidoc, "a.adoc"), (grid, "a.rst")):
        cells = only_table(read_article(source, path)).cells
        places = [(cell.row, cell.column, cell.across) for cell in cells]
        assert places == [(0, 0, 2), (0, 2, 1), (1, 0, 1), (1, 1, 1), (1, 2, 1)], path


def test_formulas_of_a_cell_are_kept() -> None:
    table = only_table(read_article(r"\begin{tabular}{ll} a & $-12$ \\ \end{tabular}", "a.tex"))
    assert [(cell.column, cell.text.whole.end > cell.text.whole.start) for cell in table.cells] == [
        (0, True),
        (1, True),
    ]


def test_two_tables_of_org_are_two() -> None:
    assert len(read_article("| a | b |\n\n| c | d |\n", "a.org").tables) == 2
