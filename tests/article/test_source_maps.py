"""Every prose span of every block leads back to exactly the characters it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.article.read import read_article
from linter.text import FILLER
from tests.article.exact import assert_article_exact, assert_exact

PLAIN = ["town", "Ærø", "日本", "😀", "don’t", "“x”", "e\u0301", "A.", "12,5"]
MARKDOWN = {
    **{word: word for word in PLAIN},
    "*a b*": "a b",
    "**c**": "c",
    "_d_": "d",
    "`e`": FILLER * 3,
    "&amp;": "&",
    "&eacute;": "é",
    "&#x1F600;": "😀",
    "\\*f\\*": "*f*",
    "[g h](i.j)": "g h",
    "<b>k</b>": "k",
    "{{ l }}": FILLER * 7,
    "https://m.n/o": FILLER * 13,
}
HTML = {
    **{word: word for word in PLAIN},
    "<em>a b</em>": "a b",
    "&amp;": "&",
    "&eacute;": "é",
    "&#128512;": "😀",
    "<a href='c'>d</a>": "d",
    "<!-- e -->f": "f",
    "<code>g</code>": FILLER,
}
BREAKS = ["\n", "\r\n"]


def joined(
    draw: st.DrawFn, inline: dict[str, str], separators: list[str]
) -> tuple[str, list[tuple[int, int, str]]]:
    """A paragraph, and for each of its parts the span in it and the prose it must give."""
    source, parts = "", []
    for token in draw(st.lists(st.sampled_from(sorted(inline)), min_size=1, max_size=8)):
        source += draw(st.sampled_from(separators)) if source else ""
        parts.append((len(source), len(source) + len(token), inline[token]))
        source += token
    return source, parts


@st.composite
def markdown(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    line = draw(st.sampled_from(BREAKS))
    before, prefix, first = draw(
        st.sampled_from([("", "", ""), ("", "> ", "> "), ("", "  ", "- "), ("1. a", "   ", "2. ")])
    )
    paragraph, parts = joined(draw, MARKDOWN, [" ", line + prefix])
    head = draw(st.sampled_from(["", "\ufeff"])) + f"---{line}title: T{line}---{line}{line}"
    head += f"{before}{line}" if before else ""
    offset = len(head) + len(first)
    return head + first + paragraph + line, [
        (start + offset, end + offset, prose) for start, end, prose in parts
    ]


@st.composite
def page(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    line = draw(st.sampled_from(BREAKS))
    paragraph, parts = joined(draw, HTML, [" ", line, f" {line}  ", "\t"])
    head = f"<html>{line}<body><h1>T</h1>{line}<p>{line}"
    return head + paragraph + "</p>", [
        (start + len(head), end + len(head), prose) for start, end, prose in parts
    ]


def assert_parts(path: str, source: str, parts: list[tuple[int, int, str]]) -> None:
    article = read_article(source, path)
    assert_article_exact(article)
    blocks = [block for block in article.blocks if block.kind != "headline" and block.text.prose != "a"]
    expected = " ".join(prose for _, _, prose in parts)
    if not expected.strip(FILLER + " "):
        assert blocks == []
        return
    (block,) = blocks
    assert block.text.prose == expected
    at = 0
    for start, end, prose in parts:
        span = block.text.span(at, at + len(prose))
        assert start <= span.start <= span.end <= end
        assert source[slice(*span)] in source[start:end]
        at += len(prose) + 1


@given(markdown())
def test_markdown(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    assert_parts("a.md", *case)


@given(page())
def test_html(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    assert_parts("a.html", *case)


@given(st.data())
def test_cutting_keeps_the_map(data: st.DataObject) -> None:
    source, _ = data.draw(markdown())
    for block in read_article(source, "a.md").blocks:
        end = data.draw(st.integers(1, len(block.text)))
        start = data.draw(st.integers(0, end - 1))
        part = block.text.cut(start, end)
        assert part.prose == block.text.prose[start:end]
        assert part.whole == block.text.span(start, end)
        assert_exact(part, source)


SIGNS = st.sampled_from(
    [
        *"ab *_`[]()<>!#>-+=~|:\\&;{}%$\"'\n\r\t/@.1é😀",
        *"&amp; <p> </p> <!-- --> {{ }} {% <b> <script> https://a.b ``` [^1]:".split(),
        *("\n\n", "\r\n", "    ", "---\n", "- ", "> ", "1. ", "| a | b |\n|---|---|\n", "title: "),
    ]
)


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.mdx", "a.html"])
@given(parts=st.lists(SIGNS, max_size=40))
def test_any_text_is_survived(path: str, parts: list[str]) -> None:
    assert_article_exact(read_article("".join(parts), path))


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.mdx", "a.html"])
@given(source=st.text(max_size=80))
def test_any_characters_are_survived(path: str, source: str) -> None:
    assert_article_exact(read_article(source, path))
