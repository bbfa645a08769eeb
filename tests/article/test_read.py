"""Formats by file name, aliases, and what reading an article must not import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from linter.article.read import format_of, read_article, read_later
from tests.article.exact import outline

FORMATS = [
    ("a.txt", "text"),
    ("A.TEXT", "text"),
    ("a.md", "markdown"),
    ("b/a.markdown", "markdown"),
    ("a.mdx", "markdown"),
    ("a.qmd", "markdown"),
    ("a.Rmd", "markdown"),
    ("c:\\b\\a.HTML", "html"),
    ("a.xhtml", "html"),
    ("a.htm", "html"),
    ("a.docx", "docx"),
    ("a.pages", None),
    ("a", None),
    (".md", None),
]


@pytest.mark.parametrize(("path", "expected"), FORMATS)
def test_format_of(path: str, expected: str | None) -> None:
    assert format_of(path) == expected


@pytest.mark.parametrize("path", ["a.md", "2024-05-01-a.md", "a.mdx", "a.html"])
def test_what_is_read_later_is_the_same(path: str) -> None:
    source = (
        "---\ntitle: A *day*\nlang: [en\n---\n# A day\n\nB {{< c >}} `d`.\n\n    e\n\n| f |\n|---|\n| 1 |\n"
    )
    now, later = read_article(source, path), read_later(source, path)
    if path.endswith(".md"):
        assert "blocks" not in vars(later)
    assert (later.metadata, later.problems) == (now.metadata, now.problems)
    assert outline(later) == outline(now)
    assert repr(later.headline) == repr(now.headline)
    for name in ("stray", "code", "is_template", "format", "path", "source", "aliases"):
        assert getattr(later, name) == getattr(now, name)
    assert repr(later.tables) == repr(now.tables)


def test_the_format_given_wins_over_the_name() -> None:
    assert outline(read_article("# A\n\nb", "a.txt", "markdown")) == ["headline: A", "paragraph: b"]
    assert outline(read_article("# A\n\nb", "a.unknown")) == ["headline: # A", "paragraph: b"]
    assert read_article("<p>b", "a.mdx", "html").format == "html"


def test_unknown_format() -> None:
    with pytest.raises(KeyError):
        read_article("a", "a.txt", "pdf")


def test_aliases_are_added_in_front() -> None:
    article = read_article("---\ntitle: A\nPrint-Title: B\n---\nc", "a.md", None, {"title": ("print-title",)})
    assert article.headline is not None
    assert article.headline.prose == "B"
    assert [field.value for field in article.fields("title")] == ["B", "A"]


def imported(source: str, path: str) -> set[str]:
    """The modules that reading an article brings in, in a process of its own."""
    script = (
        "import sys; from linter.article.read import read_article;"
        f"read_article({source!r}, {path!r}); print(*sorted(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


SIMPLE = "# A\n\nA paragraph with *emphasis* and a [link](b).\n\n## C\n\nMore.\n"


@pytest.mark.parametrize(
    ("source", "path", "not_needed"),
    [
        (
            "A\n\nb c d e.",
            "a.txt",
            {"yaml", "markdown_it", "linter.article.html.blocks", "linter.article.markdown"},
        ),
        (SIMPLE, "a.md", {"yaml", "markdown_it", "tomllib", "html"}),
        (f"---\ntitle: A\n---\n{SIMPLE}", "a.md", {"markdown_it", "tomllib", "html"}),
        ("<p>A", "a.html", {"yaml", "markdown_it", "html", "html.parser", "json"}),
    ],
)
def test_only_what_is_needed_is_imported(source: str, path: str, not_needed: set[str]) -> None:
    assert imported(source, path) & not_needed == set()
