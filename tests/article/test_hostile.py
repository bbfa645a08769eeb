"""The cost grows with the length of the text and no faster, whatever stands in it."""

from __future__ import annotations

import pytest

from linter.article.read import read_article
from tests.article.reading import assert_reading_is_linear
from tests.cost import Work, assert_linear

SHAPES = [
    *(
        "[",
        "*",
        "<",
        "{{",
        "`",
        "![",
        "]",
        "[]",
        "a*",
        "*_",
        "**a *",
        "`a``",
        "&",
        "\\",
        "$a",
        "~~",
        "%%",
        "_a",
    ),
    *(
        "<a ",
        '<a b="',
        '<a b=">"',
        "<!--",
        "{%",
        "{% comment %}",
        "<b>",
        "</b>",
        "[^a",
        "[a](",
        "[a](b",
        "{lang=es}",
        "::: {lang=es}\na\n\n",
    ),
    *(
        "a@",
        "a.b/",
        "www.",
        "> ",
        "- ",
        "- - ",
        "1. ",
        "#",
        "|",
        "|a",
        "|a|\n|-|\n",
        "\t",
        " ",
        "\u2028",
        "\r",
    ),
    *(
        "- a\n",
        "> a\n",
        "[a]: b\n",
        "[a\n",
        "[^a]: b\n",
        "<div>\n\n",
        "$$a\n\n",
        ": a\n",
        "x\n",
        "a\n\n",
        "``\n",
    ),
    *(
        "<li>",
        "<p>",
        "<td>",
        "<blockquote>",
        "<title>",
        "<script>",
        "<br>",
        "<img alt='",
        "{/*",
        "export {",
        "<A b={",
    ),
]


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.mdx", "a.html"])
@pytest.mark.parametrize("shape", SHAPES)
def test_linear(path: str, shape: str) -> None:
    assert_reading_is_linear(shape, path)


@pytest.mark.parametrize(
    "inside", ["[", "{", "a: [", "a: {", "- ", "a: 'b", 'a: "', "? a\n", "&a ", '{"a":', "a = [", 'a="""']
)
@pytest.mark.parametrize("fence", ["---", "+++", ";;;"])
def test_front_matter(fence: str, inside: str) -> None:
    def reading(size: int) -> Work:
        text = f"{fence}\n{inside * (size // len(inside))}\n{fence}\n"
        return lambda: read_article(text, "a.md")

    assert_linear(reading, 1_000, 4_000)
