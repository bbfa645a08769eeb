"""Time grows with the length of the text and no faster, whatever stands in it."""

from __future__ import annotations

from time import process_time

import pytest

from linter.article.read import read_article

SHORT, FACTOR = 4_000, 8
SLACK = 0.5

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


def seconds(source: str, path: str) -> float:
    start = process_time()
    read_article(source, path)
    return process_time() - start


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.mdx", "a.html"])
@pytest.mark.parametrize("shape", SHAPES)
def test_linear(path: str, shape: str) -> None:
    short = seconds(shape * (SHORT // len(shape)), path)
    assert seconds(shape * (FACTOR * SHORT // len(shape)), path) < 3 * FACTOR * short + SLACK


@pytest.mark.parametrize(
    "inside", ["[", "{", "a: [", "a: {", "- ", "a: 'b", 'a: "', "? a\n", "&a ", '{"a":', "a = [", 'a="""']
)
@pytest.mark.parametrize("fence", ["---", "+++", ";;;"])
def test_front_matter(fence: str, inside: str) -> None:
    assert seconds(f"{fence}\n{inside * 20_000}\n{fence}\n", "a.md") < 2
