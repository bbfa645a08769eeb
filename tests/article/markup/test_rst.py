"""reStructuredText: what is prose in it, and where it stands."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from tests.article.exact import outline
from tests.article.reading import assert_reading_is_linear, exact


def article(source: str) -> Article:
    return exact(source, "a.rst")


def read(source: str) -> list[str]:
    return outline(article(source))


def test_titles() -> None:
    assert read("#####\nTop\n#####\n\nOne\n===\nText.\n\nTwo\n---\n\nText.\n\n----\n\nThree\n=====\n") == [
        "headline: Top",
        "heading: One",
        "paragraph: Text.",
        "heading: Two",
        "paragraph: Text.",
        "heading: Three",
    ]
    assert [block.level for block in article("A\n=\n\nB\n-\n\nC\n=\n").blocks] == [1, 2, 1]


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("A *word* and **two words**.", "A word and two words."),
        ("2*3 and *args, **kwargs here", "2*3 and *args, **kwargs here"),
        ("Call ``a * b`` now", "Call ￼￼￼￼￼￼￼￼￼ now"),
        ("See `the plan <http://a.b/c>`_ or `this`__.", "See the plan or this."),
        ("See :ref:`the plan <plan>` and :doc:`plan`.", "See the plan and ￼￼￼￼￼￼￼￼￼￼￼."),
        ("The :py:class:`Clock` of :term:`time`", "The ￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼ of time"),
        ("In `The Old Man` and `clock`", "In The Old Man and ￼￼￼￼￼￼￼"),
        ("Written by Python_ and [1]_ others [#a]_.", "Written by Python and others."),
        ("A |name| for |a b| here", "A ￼￼￼￼￼￼ for ￼￼￼￼￼ here"),
        ("re\\ *struct*\\ ured \\*text\\*", "restructured *text*"),
        ("the file_name and x_y_ end", "the file_name and x_y end"),
        ("one\ntwo", "one two"),
    ],
)
def test_inside_a_paragraph(source: str, prose: str) -> None:
    found = article(f"T\n=\n\n{source}\n")
    assert found.blocks[-1].text.prose == prose


def test_lists_and_definitions() -> None:
    assert read("T\n=\n\n- one\n  more\n- two\n\n  #. three\n\n(a) four\n\nterm\n   What it means.\n") == [
        "headline: T",
        "list: one more",
        "list: two",
        "list: three",
        "list: four",
        "paragraph: term",
        "paragraph: What it means.",
    ]
    assert read("T\n=\n\nA. Einstein was\nhere.\n")[1:] == ["paragraph: A. Einstein was here."]


def test_what_is_shown_as_it_stands() -> None:
    assert read(
        "T\n=\n\nSo::\n\n  a = b\n\nAnd ::\n\n> c\n> d\n\n::\n\n  e\n\n>>> f()\n1\n\n"
        ".. code:: python\n\n  g\n"
    )[1:] == [
        "paragraph: So:",
        "code: a = b",
        "paragraph: And",
        "code: > c\n> d",
        "code: e",
        "code: >>> f()\n1",
        "code: g",
    ]


def test_directives() -> None:
    assert read(
        "T\n=\n\n.. note:: Take care\n   of it.\n\n   And more.\n\n.. image:: a.png\n   :alt: A bridge\n\n"
        ".. figure:: b.png\n   :width: 5\n\n   The harbour.\n\n   In May.\n\n"
        ".. versionadded:: 3.5 It is new.\n\n.. unknown:: x\n\n   not judged\n\n"
        ".. py:function:: f(x)\n\n   Does it.\n\n"
        ".. admonition:: A title\n   :class: tip\n\n   Text.\n\n.. epigraph::\n\n   Said so.\n"
    )[1:] == [
        "paragraph: Take care of it.",
        "paragraph: And more.",
        "caption: A bridge",
        "caption: The harbour.",
        "paragraph: In May.",
        "paragraph: It is new.",
        "code: not judged",
        "paragraph: Does it.",
        "paragraph: A title",
        "paragraph: Text.",
        "quote: Said so.",
    ]


def test_what_nobody_sees() -> None:
    assert read(
        "T\n=\n\n.. a comment\n   that goes on\n\n.. _target: http://a.b\n.. |s| replace:: x\n\nText.\n"
    ) == [
        "headline: T",
        "paragraph: Text.",
    ]
    assert read("T\n=\n\n.. [1] A note.\n")[1:] == ["paragraph: A note."]


def test_tables() -> None:
    grid = "+---+-----+\n| a | b c |\n|   | d   |\n+===+=====+\n| e f     |\n+---+-----+\n"
    simple = "=== ===\na   b\n=== ===\nc d e f g\n    h\n=== ===\n"
    assert read(f"T\n=\n\n{grid}\n{simple}\nText.\n")[1:] == [
        *("table: a", "table: b c d", "table: e f"),
        *("table: a", "table: b", "table: c d", "table: e f g h", "paragraph: Text."),
    ]


def test_quotations_and_line_blocks() -> None:
    assert read("T\n=\n\nText.\n\n   Said so.\n\n| one\n| two\n")[1:] == [
        "paragraph: Text.",
        "quote: Said so.",
        "paragraph: one",
        "paragraph: two",
    ]


def test_metadata() -> None:
    found = article(
        "Bridges\n=======\n\n:date: 2024-08-20\n:author: Ann\n   Lee\n\nText.\n\n:later: no metadata\n"
    )
    assert {field.name: field.value for field in found.metadata} == {
        "date": "2024-08-20",
        "author": "Ann Lee",
    }
    assert outline(found)[-1] == "list: no metadata"
    assert article(".. post:: 2024-08-20\n\nT\n=\n").field("date") is not None
    nikola = article(".. title: Bridges\n.. date: 2024-08-20\n\nText.\n")
    assert outline(nikola) == ["headline: Bridges", "paragraph: Text."]


SHAPES = (
    *(
        "- ",
        "x\n=\n",
        ".. a::\n",
        "`a",
        "``a",
        "|a ",
        "*a ",
        "**a ",
        "+-+\n",
        "== ==\n",
        ":a ",
        ":a: ",
        "::\n\n",
    ),
    *(
        "a\n b\n",
        "\\ ",
        "a_ ",
        "[1]_",
        "  ",
        "\t",
        ":a:`",
        "`a <",
        "_`",
        ">>> a\n",
        "| a\n",
        "(a) b\n",
        "a::\n",
    ),
)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_cost_is_linear(shape: str) -> None:
    assert_reading_is_linear(shape, "a.rst")


def test_nesting_without_end() -> None:
    assert read("- " * 100_000 + "a")
    assert read("\n".join(" " * depth + "- a" for depth in range(1_000)))
