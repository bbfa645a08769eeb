"""Org: what is prose in it, and where it stands."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from tests.article.exact import outline
from tests.article.reading import assert_reading_is_linear, exact


def article(source: str) -> Article:
    return exact(source, "a.org")


def read(source: str) -> list[str]:
    return outline(article(source))


def test_keywords_on_top() -> None:
    found = article(
        "#+TITLE: Bridges\n#+date: <2024-08-20 Tue>\n#+OPTIONS: toc:nil\n#+LANGUAGE: en\n\nText.\n"
    )
    assert outline(found) == ["headline: Bridges", "paragraph: Text."]
    assert {field.name: field.value for field in found.metadata} == {
        "title": "Bridges",
        "date": "2024-08-20 Tue",
        "lang": "en",
    }


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("A *word*, /two words/, _three_ and +four+.", "A word, two words, three and four."),
        ("a/b/c, 2*3*4 and end_of_it", "a/b/c, 2*3*4 and end_of_it"),
        ("Call =a * b= or ~c~ now", "Call ￼￼￼￼￼￼￼ or ￼￼￼ now"),
        ("See [[https://a.b][the plan]] and [[file:c.org]].", "See the plan and ￼￼￼￼￼￼￼￼￼￼￼￼￼￼."),
        ("A word[fn:1] with [fn:a] notes.", "A word with notes."),
        ("On <2024-08-20 Tue> and [2024-08-20].", "On 2024-08-20 Tue and 2024-08-20."),
        ("One\\nbsp{}two \\mdash three \\(x^2\\)", "One\xa0two — three ￼￼￼￼￼￼￼"),
        ("It costs $5 or $6 and {{{name}}}", "It costs $5 or $6 and ￼￼￼￼￼￼￼￼￼￼"),
    ],
)
def test_inside_a_paragraph(source: str, prose: str) -> None:
    assert article(f"* T\n{source}\n").blocks[-1].text.prose == prose


def test_headings() -> None:
    found = article(
        "* Top\n** TODO [#A] One :a:b:\n   SCHEDULED: <2024>\n   :PROPERTIES:\n   :ID: x\n   :END:\nText.\n"
    )
    assert outline(found) == ["headline: Top", "heading: One", "paragraph: Text."]
    assert found.blocks[1].level == 2


def test_subtrees_that_are_not_exported() -> None:
    found = article(
        "* Top\nSeen.\n** COMMENT Later\nNot.\n*** Deeper\nNot.\n"
        "** Ideas   :a:noexport:\nNot.\n** Next\nSeen, too.\n"
    )
    assert outline(found) == ["headline: Top", "paragraph: Seen.", "heading: Next", "paragraph: Seen, too."]


def test_lists_blocks_and_tables() -> None:
    assert read(
        "* T\n- one\n  more\n  + two\n- [ ] three :: what\n1. four\n\n#+BEGIN_SRC c\n* x\n#+END_SRC\n"
        "#+begin_quote\nSaid so.\n#+end_quote\n#+begin_comment\ngone\n#+end_comment\n# gone\n: fixed\n"
        "#+caption: A bridge\n| a | b c |\n|---+---|\n| d | |\n-----\nText.[fn:: Noted.]\n\n[fn:1] A note.\n"
    )[1:] == [
        *("list: one more", "list: two", "paragraph: three", "list: what", "list: four", "code: * x"),
        *("quote: Said so.", "code: fixed", "caption: A bridge", "table: a", "table: b c", "table: d"),
        *("paragraph: Text.", "paragraph: Noted.", "paragraph: A note."),
    ]


SHAPES = (
    *("* a\n", "| a", "*a ", "/a", "- a\n", "[[a", "[[a][", "=a ", "$a ", ":a:\n", "#+begin_src\n", "\\a"),
    *(
        "#+begin_quote\n",
        "<2024-01-01 ",
        "{{{a",
        "@@a",
        "[fn:a:",
        "- a :: b\n",
        "#+caption: a\n",
        "\\(a",
        "src_a[",
        "<",
        "<<a",
    ),
)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_cost_is_linear(shape: str) -> None:
    assert_reading_is_linear(shape, "a.org")


def test_an_environment_of_latex_is_no_prose() -> None:
    source = "One.\n\n\\begin{equation}\nx = {0} \\text{ else }\n\\end{equation}\n\nTwo.\n"
    assert read(source) == [
        "paragraph: One.",
        "code: \\begin{equation}\nx = {0} \\text{ else }\n\\end{equation}",
        "paragraph: Two.",
    ]
