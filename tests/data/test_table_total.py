"""Totals of tables: what must not be reported, and what is, however the table is written."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Count, Setup
from linter.languages import described, speech
from linter.topics.data.figures import decimal_mark, figure
from linter.topics.data.table_total import TableTotal

CHECK = TableTotal(TableTotal.Params(), Setup())


def alarms(text: str, path: str = "a.md", lang: str = "en") -> list[tuple[str, str, str]]:
    """What is reported: the place, the number that would be right, and of which kind it is."""
    source = f"---\nlang: {lang}\n---\n\n{text}" if path.endswith(".md") else text
    article = read_article(source, path)
    return [
        (article.excerpt(item.span), str(item.fields["computed"]), item.variant)
        for item in CHECK.run(article)
        if isinstance(item, Alarm)
    ]


def table(*rows: str) -> str:
    """A Markdown table of rows whose cells are parted by commas and a blank."""
    lines = [f"| {' | '.join(row.split(', '))} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0].split(", ")), *lines[1:]]) + "\n"


@pytest.mark.parametrize(
    "rows",
    [
        ("Year, A, B", "x, 1, 20", "y, 2, 30", "Total, 3, 50"),
        ("Year, A, B", "x, 1, 20", "y, 2, 30", "Total, , 50"),
        ("Year, A, B", "x, 1, 20", "y, 2, n/a", "Total, 3, 60"),
        ("Year, A, B", "x, 1, 2019", "y, 2, 2020", "Total, 3, 2021"),
        ("Year, A, B", "x, 1, 20", "y, 2, 30", "Total, 3, 25"),
        ("Year, A, B", "x, 1, 20", "y, 2, 30", "Total, 3, 30"),
        ("Year, A, B", "x, 1, 20", "y, 2, 30", "Total, 3, 2"),
        ("Year, A, B", "x, 1, 20 kg", "y, 2, 30 m", "Total, 3, 55"),
        ("Year, A, B", "x, 1, 20–25", "y, 2, 30–35", "Total, 3, 55"),
        ("Year, A, B per km", "x, 1, 20", "y, 2, 30", "Total, 3, 55"),
        ("Year, A, B", "x, 1, 20", "y, 2, 30", "Note, 3, 55"),
        ("Year, A, B", "x, 1.5, 2.4", "y, 2.5, 3.4", "Total, 4.0, 5.9"),
        ("Team, W, D, L, Points", "x, 1, 2, 3, 5", "y, 2, 3, 1, 9", "z, 0, 0, 6, 0"),
        ("Year, A, B, Total", "x, 1, 20, 21", "y, 2, 30, 33"),
        (
            "Year, A, B, C",
            "x, 1000, 2000, 3000",
            "y, 333, 100, 100",
            "z, 300, 20, 334",
            "Total, 1633, 2120, 3433",
        ),
        ("Year, A, B, C", "x, (10), (20), 5", "y, 4, 2, 8", "Total, (6), (18), 13"),
        ("Year, A, B, C, D", "x, 0.3, 0, 1, 0.2", "y, 0, 0, 0.2, 0.1", "z, 0.3, 0, 1.2, 0.3"),
    ],
)
def test_silent(rows: tuple[str, ...]) -> None:
    assert alarms(table(*rows)) == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("Year, A, B", "x, 1, 20", "y, 2, 30", "Total, 3, 55"), [("55", "50", "")]),
        (("Year, A, B", "Total, 3, 55", "x, 1, 20", "y, 2, 30"), [("55", "50", "")]),
        (("Year, A, B", "x, 1, $20", "y, 2, $30", "**Total**, 3, **$55**"), [("$55", "50", "")]),
        (("Year, A, B", "x, 1, −20", "y, 2, 30", "z, 2, 40", "Total, 5, 55"), [("55", "50", "")]),
        (("Year, A, B", "x, 1, `20`", "y, 2, `30`", "Total, 3, `55`"), [("`55`", "50", "")]),
        (
            ("Year, A, B, Total", "x, 1, 20, 21", "y, 2, 30, 32", "z, 3, 40, 43", "v, 4, 50, 55"),
            [("55", "54", "row")],
        ),
        (
            ("Year, A, B, C", "x, 11, 20, 6", "y, 2, 30, 7", "z, 3, 40, 8", ", 16, 90, 25"),
            [("25", "21", "")],
        ),
    ],
)
def test_reported(rows: tuple[str, ...], found: list[tuple[str, str, str]]) -> None:
    assert alarms(table(*rows)) == found


@pytest.mark.parametrize("lang", described())
def test_each_language_calls_a_total_by_its_names(lang: str) -> None:
    for label in speech(lang).tables.total:
        rows = ("A, B, C", "x, 1, 20", "y, 2, 30", f"{label}, 3, 55")
        assert alarms(table(*rows), lang=lang) == [("55", "50", "")], label


@pytest.mark.parametrize("lang", described())
def test_each_language_has_lines_that_no_sum_makes(lang: str) -> None:
    for word in speech(lang).tables.no_sum:
        head = word.replace("*", "")
        rows = (f"A, B, {head}", "x, 1, 20", "y, 2, 30", "Total, 3, 55")
        assert alarms(table(*rows), lang=lang) == [], head


@pytest.mark.parametrize("lang", described())
def test_each_language_has_subtotals_and_parts_of_lines(lang: str) -> None:
    words = speech(lang).tables
    rows = ["A, B, C", "x, 1, 20", "y, 2, 30", f"{words.of_which[0]} z, 1, 10", f"{words.subtotal[0]}, 3, 50"]
    rows += ["v, 4, 9", "w, 5, 2", f"{words.total[0]}, 12, 71"]
    assert alarms(table(*rows), lang=lang) == [("71", "61", "")]


def test_the_other_number_is_shown() -> None:
    source = table("Year, A, B", "x, 1, 20", "y, 2, 30", "Total, 3, 55")
    article = read_article(source, "a.md")
    (alarm,) = [item for item in CHECK.run(article) if isinstance(item, Alarm)]
    assert [article.excerpt(each.span) for each in alarm.related] == ["20", "30"]
    assert alarm.fields["line"] == "B"


def test_what_was_looked_at_is_counted() -> None:
    article = read_article(table("Year, A, B", "x, 1, 20", "y, 2, 30", "Total, 3, 50"), "a.md")
    assert list(CHECK.run(article)) == [Count("tables with totals"), Count("totals checked", 2)]


def test_large_tables_are_left_alone_and_counted() -> None:
    rows = ["| a | b |", "|---|---|", *(f"| x | {i} |" for i in range(12_000))]
    article = read_article("\n".join(rows), "a.md")
    assert list(CHECK.run(article)) == [Count("tables too large to be checked")]


@pytest.mark.parametrize(
    ("prose", "mark", "value"),
    [
        ("1,234", ".", 1234),
        ("1.234", ",", 1234),
        ("1.234", ".", 1.234),
        ("1 234,5", ",", 1234.5),
        ("1’234", ".", 1234),
        ("−12", ".", -12),
        ("-$12", ".", -12),
        ("$-12", ".", -12),
        ("+12", ".", 12),
        ("€ 12", ".", 12),
        ("12 hours", ".", 12),
        ("12*", ".", 12),
        ("12 (34 %)", ".", 12),
        ("34% (12)", ".", 34),
        ("12 [a]", ".", 12),
    ],
)
def test_a_cell_is_a_number(prose: str, mark: str, value: float) -> None:
    read = figure(prose, prose, mark)
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    "prose",
    [
        "<5",
        "~12",
        "5-8",
        "5–8 km",
        "12/20",
        "2024-01-05",
        "3 x 4",
        "12 ± 3",
        "v1.2.3",
        "1:20",
        "about 12",
        "x",
    ],
)
def test_a_cell_is_no_number(prose: str) -> None:
    assert figure(prose, prose, ".") is None


def test_raised_numbers_are_no_digits() -> None:
    assert figure("121", "12<sup>1</sup>", ".") is None


@pytest.mark.parametrize(
    ("texts", "language", "mark"),
    [
        (["1.234", "12.5"], "de", "."),
        (["1.234", "12"], "de", ","),
        (["1,234.5"], "de", "."),
        (["1.234.567"], "en", ","),
        (["1,5", "1.5"], "en", ""),
        (["1,234"], "", "."),
        (["0.125"], "fr", "."),
    ],
)
def test_the_decimal_mark_is_that_of_the_table(texts: list[str], language: str, mark: str) -> None:
    assert decimal_mark(texts, language) == mark
