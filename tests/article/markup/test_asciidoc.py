"""AsciiDoc: what is prose in it, and where it stands."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from tests.article.exact import outline
from tests.article.reading import assert_reading_is_linear, exact


def article(source: str) -> Article:
    return exact(source, "a.adoc")


def read(source: str) -> list[str]:
    return outline(article(source))


def test_the_head() -> None:
    found = article(
        "= Bridges\nAnn Lee <a@b.c>\nv1.2, 2024-08-20: why\n:lang: en\n:page-tags: a\n\nText.\n\n:late: x\n"
    )
    assert outline(found) == ["headline: Bridges", "paragraph: Text."]
    assert {field.name: field.value for field in found.metadata} == {
        "author": "Ann Lee <a@b.c>",
        "date": "2024-08-20",
        "lang": "en",
        "tags": "a",
    }
    assert article("---\ntitle: A\ndate: 2024-08-20\n---\n\nText.\n").field("date") is not None


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("A *word*, _two words_ and un**con**strained.", "A word, two words and unconstrained."),
        ("2*3*4 and snake_case_name, #12 and #13", "2*3*4 and snake_case_name, #12 and #13"),
        ("Call `a * b` or ``c`` now", "Call ￼￼￼￼￼￼￼ or ￼￼￼￼￼ now"),
        ("See https://a.b/c[the plan^] and link:d[it,window=_blank].", "See the plan and it."),
        (
            "See link:d[the *big* one &#x29C9;,window=_blank], <<id,the _way_ &amp; more>>.",
            "See the big one ⧉, the way & more.",
        ),
        ("See <<plan,the plan>> and xref:a.adoc#b[this].", "See the plan and this."),
        ("\"`Said`\" he, '`so`', Olaf`'s", "\"Said\" he, 'so', Olaf's"),
        ("It{rsquo}s {product}", "It’s ￼￼￼￼￼￼￼￼￼"),
        ("R&amp;D &mdash; so", "R&D — so"),
        ("one -- two", "one — two"),
        ("one +\ntwo", "one two"),
        ("E=mc^2^ and H~2~O", "E=mc2 and H2O"),
        ("A \\*star* and +_kept_+", "A *star* and _kept_"),
        ("[.big]#Large# text[[anchor]] ((term)) (((a, b)))here", "Large text term here"),
        ("Press kbd:[Ctrl] or btn:[OK]", "Press ￼￼￼￼￼￼￼￼￼￼ or OK"),
        ("Note: this is text", "Note: this is text"),
    ],
)
def test_inside_a_paragraph(source: str, prose: str) -> None:
    assert article(f"= T\n\n{source}\n").blocks[-1].text.prose == prose


def test_sections_of_both_kinds() -> None:
    assert read("= Top\n\n== One\nText.\n\nTwo it is\n---------\n\nText.\n\n'''\n\n=== Three\n") == [
        "headline: Top",
        "heading: One",
        "paragraph: Text.",
        "heading: Two it is",
        "paragraph: Text.",
        "heading: Three",
    ]


def test_lists() -> None:
    assert read(
        "= T\n\n* one\nmore\n** two\n+\nto two\n\n. three\n- [x] four\n\nterm:: what it is\n<1> five\n"
    )[1:] == [
        "list: one more",
        "list: two",
        "paragraph: to two",
        "list: three",
        "list: four",
        "paragraph: term",
        "list: what it is",
        "list: five",
    ]


def test_blocks() -> None:
    assert read(
        "= T\n\n.A title\n[source,python]\n----\na = b\n----\n\n[quote, Ann]\n____\nSaid so.\n____\n\n"
        "====\nIn it.\n\n--\nIn there.\n--\n====\n\nNOTE: Take care.\n\n[NOTE]\n====\nMore.\n====\n\n"
        "////\ngone\n////\n// gone\n\n literal\n\n```\nfenced\n```\n\n[verse]\nA line\n\n++++\n<b>\n++++\n"
    )[1:] == [
        "caption: A title",
        "code: a = b",
        "quote: Said so.",
        "paragraph: In it.",
        "paragraph: In there.",
        "paragraph: Take care.",
        "paragraph: More.",
        "code: literal",
        "code: fenced",
        "quote: A line",
        "code: <b>",
    ]


def test_what_is_left_out() -> None:
    source = (
        "= T\n\nOne.\n\n[comment, Ann]\nTODO: more.\n\n[comment]\n----\nNot yet.\n----\n\nTwo \\{name}.\n"
    )
    assert read(source)[1:] == ["paragraph: One.", f"paragraph: Two {chr(0xFFFC) * 7}."]


def test_code_may_follow_on_the_last_line_of_a_paragraph() -> None:
    source = "= T\n\nIt is made so:\n[source,java]\n--\nSession session = a;\n--\nThen it runs.\n"
    assert read(source)[1:] == [
        "paragraph: It is made so:",
        "code: Session session = a;",
        "paragraph: Then it runs.",
    ]


def test_tables_pictures_and_notes() -> None:
    assert read(
        "= T\n\n[cols=2]\n|===\n|A |B\n\n|a b\nc | d\n2+|e\n|===\n\n"
        "image::a.png[A bridge,200]\nimage::b.png[]\n\n"
        "Text.footnote:[A note.] Seen image:c.png[The harbour].\n"
    )[1:] == [
        *("table: A", "table: B", "table: a b c", "table: d", "table: e", "caption: A bridge"),
        *("paragraph: Text. Seen ￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼￼.", "paragraph: A note.", "caption: The harbour"),
    ]


SHAPES = (
    *(
        "* ",
        "x\n--\n",
        "|===\n",
        "|a",
        "`a",
        "*a ",
        "<<a,",
        "a:[",
        "link:a[",
        "((a",
        "(((",
        "====\na\n",
        "[a]\n",
    ),
    *(
        "a::\n",
        "----\n",
        "\\*",
        '"`',
        "+a ",
        "^a ",
        ":",
        "[a ",
        "image::[",
        "--\n____\n",
        "{a",
        "&a",
        "[[",
        "= a\n",
    ),
)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_cost_is_linear(shape: str) -> None:
    assert_reading_is_linear(shape, "a.adoc")


def test_a_key_with_the_suffix_is_no_text() -> None:
    assert exact("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n", "a.asc").blocks == ()
