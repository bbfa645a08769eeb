"""Plain YAML is read as the parser reads it, or left to the parser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.article.frontmatter.plain_yaml import read_plain_yaml
from linter.article.frontmatter.yaml_fields import read_yaml
from tests.cost import Work, assert_linear

PLAIN = [
    'title: "He said \\"no\\" on C:\\\\ and \\/"\nother: \'a\\"b\'\n',
    "title: A day at the lake\ndate: 2024-02-30\nlang: fr\n",
    'title: "It\'s: a #1 day"\nauthor: \'Anna "Ann" Nowak\'\n',
    "url: https://example.org/a?b=c#d\ntime: 12:30\nprice: $4\n",
    'title: Été à Łódź 🎉  \r\ntags:\r\n  - un\r\n  - "deux"\r\ndraft: no\r\n',
    "tags: [a, 'b c', \"d\"]\n\n# a comment\ncategories:\n- one thing\n- x:y",
]
OTHERS = [
    "",
    "title: a: b\n",
    "title: a # b\n",
    "title: a:\n",
    "title:\n",
    "title: [a, [b]]\n",
    "title: 'it''s'\n",
    'title: "a\\n"\n',
    'title: "a" b\n',
    "title: |\n  text\n",
    "title: a\n  b\n",
    "title: {{ page.title }}\n",
    "title: &x a\nother: *x\n",
    "title: a\ntitle: b\n",
    "title: null\n",
    "a:\n  b: c\n",
    "a:\n- b: c\n",
    "a:\n- b\n # c\n",
    "title: a\u2028b\n",
    "title: a\tb\n",
    "- a\n",
    "a\n",
]
PIECES = st.sampled_from(
    [
        *("a: ", "b: ", "b:", "- ", "  - ", ", ", "\n\n", "\r\n", "null", "2024-01-02", "...", "---"),
        *"\n\tx-# :'\"[]é🎉~\\{|&/\xa0?%@\x85\u2028",
    ]
)


@pytest.mark.parametrize("text", PLAIN)
def test_the_parser_finds_the_same(text: str) -> None:
    for source, start in ((text, 0), (f"---\n{text}", 4)):
        found = read_plain_yaml(source, start, len(source))
        assert found
        reading = read_yaml(source, start, len(source))
        assert (found, []) == (reading.fields, reading.problems)
        assert "\\" in text or all(source[slice(*field.span)] == field.value for field in found)


@pytest.mark.parametrize("text", OTHERS)
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    assert read_plain_yaml(text, 0, len(text)) is None


@given(st.lists(PIECES, max_size=24).map(lambda pieces: "a: " + "".join(pieces)))
def test_whatever_is_read_is_what_the_parser_reads(text: str) -> None:
    found = read_plain_yaml(text, 0, len(text))
    if found is not None:
        reading = read_yaml(text, 0, len(text))
        assert (found, []) == (reading.fields, reading.problems)


@pytest.mark.parametrize(
    ("start", "piece", "end"), [("a: ", "x ", ": b"), ("a: [", "b, ", ""), ("a:\n", "- b\n", "-")]
)
def test_the_cost_grows_with_the_length_only(start: str, piece: str, end: str) -> None:
    def reading(size: int) -> Work:
        text = start + piece * (size // len(piece)) + end
        assert read_plain_yaml(text, 0, len(text)) is None
        return lambda: read_plain_yaml(text, 0, len(text))

    assert_linear(reading, 1_000, 20_000)
