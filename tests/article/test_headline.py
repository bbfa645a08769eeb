"""Headline, standfirst, stray metadata and the date in the path, the same way in every format."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from linter.article.read import read_article
from tests.article.exact import assert_article_exact, outline

TEXT = "The council of the town has voted for the new budget on Monday evening."


def read(source: str, path: str = "a.md") -> Article:
    article = read_article(source, path)
    assert_article_exact(article)
    return article


FOUND = [
    ("front matter", f"---\ntitle: A b\n---\n{TEXT}", "A b"),
    ("another key", f"---\nTitle: A b\n---\n{TEXT}", "A b"),
    ("heading", f"# A b\n\n{TEXT}", "A b"),
    ("heading under a short line", f"Kicker\n\n# A b\n\n{TEXT}", "A b"),
    ("first heading of a lower level", f"## A b\n\n{TEXT}", "A b"),
    ("first line", f"A b\n\n{TEXT}", "A b"),
    ("no first of several top headings under a line", f"Hymns\n\n# A b\n\n{TEXT}\n\n# C d\n\n{TEXT}", None),
    ("first of several top headings", f"# A b\n\n{TEXT}\n\n# C d\n\n{TEXT}", "A b"),
    ("no heading far down", f"{TEXT * 3}\n\n# A b\n\n{TEXT}", None),
    ("no sub-heading", f"{TEXT}\n\n## A b\n\n{TEXT}", None),
    ("no first line beside metadata", f"---\nlang: en\n---\nA b\n\n{TEXT}", None),
    ("an empty title", f"---\ntitle:\n---\n# A b\n\n{TEXT}", "A b"),
]


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND]
)
def test_found(source: str, expected: str | None) -> None:
    article = read(source)
    assert (article.headline.prose if article.headline else None) == expected
    if expected:
        assert article.blocks[0].kind == "headline"


def test_a_heading_that_repeats_the_title_is_a_headline_too() -> None:
    article = read(f"---\ntitle: The *Mayor's* plan\n---\n# The Mayor’s Plan: part one\n\n# Other\n\n{TEXT}")
    assert outline(article)[:3] == [
        "headline: The *Mayor's* plan",
        "headline: The Mayor’s Plan: part one",
        "heading: Other",
    ]


STANDFIRST = [
    ("subtitle", "subtitle: Two words", ["standfirst: Two words"]),
    (
        "subtitle and summary",
        "deck: Two words\nsummary: Three more words",
        ["standfirst: Two words", "standfirst: Three more words"],
    ),
    ("repeats the body", "description: The council of the town has voted", []),
    ("repeats the title", "description: A b", []),
    ("a file", "preview: images/a.jpg\nlead: a.png", []),
    ("a word", "intro: true", []),
]


@pytest.mark.parametrize(
    ("meta", "expected"), [case[1:] for case in STANDFIRST], ids=[case[0] for case in STANDFIRST]
)
def test_standfirst(meta: str, expected: list[str]) -> None:
    article = read(f"---\ntitle: A b\n{meta}\n---\n{TEXT}")
    assert outline(article) == ["headline: A b", *expected, f"paragraph: {TEXT}"]


STRAY = [
    (" date 2024-08 Mayor resigns", "Mayor resigns", [("date", "2024-08")]),
    (
        "date: 2024-08-19T10:00:00+02:00 Mayor resigns",
        "Mayor resigns",
        [("date", "2024-08-19T10:00:00+02:00")],
    ),
    ("Date 2024-08-19 Mayor resigns", "Mayor resigns", [("date", "2024-08-19")]),
    (
        "published 2024-08-19 url https://a.b/c Mayor resigns",
        "Mayor resigns",
        [("published", "2024-08-19"), ("url", "https://a.b/c")],
    ),
    ("Title: Mayor resigns", "Mayor resigns", [("title", "")]),
]
ORDINARY = [
    "Date night: what to cook",
    "Title fight ends in a draw",
    "Title race: who wins?",
    "2024 election: what we know",
    "2024-08-19: the day it happened",
    "Date 2024 elections were held",
    "Published at last: the report",
    "Source: mayor to resign",
    "Link between sugar and sleep found",
    "Modified 2024 budget passes",
    "Data 2024-08 shows a rise",
    "Update 2024-08-19",
]


@pytest.mark.parametrize(("line", "headline", "stray"), STRAY)
@pytest.mark.parametrize("form", ["{}\n\n" + TEXT, "# {}\n\n" + TEXT])
def test_stray_metadata_is_cut_off_the_headline(
    form: str, line: str, headline: str, stray: list[tuple[str, str]]
) -> None:
    article = read(form.format(line), "a.md" if form.startswith("#") else "a.txt")
    assert article.headline is not None
    assert article.headline.prose == headline
    assert [(field.name, field.value) for field in article.stray] == stray
    for field in article.stray:
        assert article.excerpt(field.span) == field.value
        assert article.excerpt(field.key).lower() == field.name


@pytest.mark.parametrize("line", ORDINARY)
def test_an_ordinary_headline_stays_whole(line: str) -> None:
    for source, path in ((f"{line}\n\n{TEXT}", "a.txt"), (f"# {line}\n\n{TEXT}", "a.md")):
        article = read(source, path)
        assert article.headline is not None
        assert article.headline.prose == line
        assert article.stray == ()


def test_stray_metadata_in_a_title_and_in_the_first_line() -> None:
    article = read(
        f'---\ntitle: " date 2024-08 A \\"b\\""\n---\ndate 2025-10-25 {TEXT}\n\ndate 2025-10-26 {TEXT}'
    )
    assert outline(article) == ['headline: A "b"', f"paragraph: {TEXT}", f"paragraph: date 2025-10-26 {TEXT}"]
    assert [article.excerpt(field.span) for field in article.stray] == ["2024-08", "2025-10-25"]


def test_lines_of_metadata_on_top_of_the_body() -> None:
    article = read(f"---\ntitle: A b\n---\nauthor: Ana Kovač\n\ntags: a, b\n\n{TEXT}\n\nAuthor: Ana")
    assert outline(article) == ["headline: A b", f"paragraph: {TEXT}", "paragraph: Author: Ana"]
    assert [(field.name, field.value) for field in article.stray] == [
        ("author", "Ana Kovač"),
        ("tags", "a, b"),
    ]


DATES = [
    ("2024-08-19-a-title.md", "2024-08-19"),
    ("posts/2024-08-19_a.md", "2024-08-19"),
    ("posts/2024-08-19-a/index.md", "2024-08-19"),
    ("posts/2024/08/19/a.md", "2024-08-19"),
    ("posts\\2024\\08\\19\\a\\index.md", "2024-08-19"),
    ("rdp_2024-02-31.md", "2024-02-31"),
    ("2024-08-19/a.md", None),
    ("iso-1234-56-78.md", None),
    ("a-2024-0819.md", None),
]


@pytest.mark.parametrize(("path", "expected"), DATES)
def test_date_in_the_path(path: str, expected: str | None) -> None:
    article = read(f"# A\n\n{TEXT}", path)
    found = [(field.value, field.origin, field.span) for field in article.fields("date")]
    assert found == ([(expected, "path", (0, 0))] if expected else [])


def test_the_path_comes_after_what_the_article_says() -> None:
    article = read(f"---\npubDate: 2024-08-20\n---\n{TEXT}", "2024-08-19-a.md")
    assert [field.value for field in article.fields("date")] == ["2024-08-20", "2024-08-19"]


def test_a_title_that_is_stray_to_its_end_is_no_headline() -> None:
    article = read_article("Title: Date 2024-08-20\nAuthor: A\n\nText.\n", "a.md")
    assert article.headline is None
    assert [(field.name, field.value) for field in article.stray] == [("date", "2024-08-20")]
