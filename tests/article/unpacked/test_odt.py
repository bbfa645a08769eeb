"""OpenDocument texts: what is read, what is not, and where it stands."""

from __future__ import annotations

import pytest

from linter.article.model import Article
from linter.article.read import article_of
from linter.article.unpacked import unpack
from linter.text import NotText
from tests.article.exact import assert_article_exact, outline
from tests.article.unpacked.office import archive, odt


def article(body: str, styles: str = "", meta: str = "") -> Article:
    found = unpack(odt(body, styles, meta), "odt")
    (document,) = found.documents
    made = article_of(document, "a.odt")
    assert made.source == found.text
    assert_article_exact(made)
    return made


def read(body: str, styles: str = "", meta: str = "") -> list[str]:
    return outline(article(body, styles, meta))


def test_kinds_of_paragraphs() -> None:
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    assert read(
        '<text:p text:style-name="P1">Council pays</text:p>'
        '<text:h text:outline-level="2">What it costs</text:h>'
        "<text:p>It costs <text:span>three</text:span> million.</text:p>"
        '<text:p text:style-name="Quotations">We are proud.</text:p>'
        "<text:list><text:list-item><text:p>one of two</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row>"
        "</table:table>"
        '<text:p text:style-name="Preformatted_20_Text">print(1)</text:p>',
        styles,
    ) == [
        "headline: Council pays",
        "heading: What it costs",
        "paragraph: It costs three million.",
        "quote: We are proud.",
        "list: one of two",
        "table: 5",
        "code: print(1)",
    ]


def test_the_accepted_text_without_comments() -> None:
    assert read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>forty</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>It costs <text:change text:change-id="a"/><text:change-start/>fifty<text:change-end/>'
        "<office:annotation><text:p>Sure?</text:p></office:annotation> million.</text:p>"
    ) == ["paragraph: It costs fifty million."]


def test_blanks_breaks_notes_boxes_and_pictures() -> None:
    found = read(
        '<text:p>one<text:s text:c="2"/>two<text:line-break/>three\n  four<text:tab/>five'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See page 5.</text:p>"
        "</text:note-body></text:note>"
        "<draw:frame><draw:image/><svg:title>x</svg:title><svg:desc>A bridge</svg:desc></draw:frame>."
        "</text:p>"
    )
    assert found == ["paragraph: See page 5.", "caption: A bridge", "paragraph: one  two\nthree four\tfive."]


def test_hidden_and_generated_text() -> None:
    styles = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    assert read(
        '<text:section text:display="none"><text:p>gone</text:p></text:section>'
        "<text:table-of-content><text:index-body><text:p>What it costs 3</text:p></text:index-body>"
        "</text:table-of-content>"
        '<text:p>seen <text:span text:style-name="T1">nobody sees this</text:span></text:p>',
        styles,
    ) == ["paragraph: seen"]


def test_code_is_no_prose() -> None:
    made = article('<text:p>Write <text:span text:style-name="Source_20_Text">a=b</text:span>.</text:p>')
    assert made.blocks[0].text.prose == "Write \ufffc\ufffc\ufffc."
    assert made.source == "Write a=b.\n"


def test_properties() -> None:
    meta = (
        "<dc:title>Old</dc:title><meta:creation-date>2001-01-01</meta:creation-date><dc:language>fr</dc:language>"
        '<meta:user-defined meta:name="date">2024-08-20</meta:user-defined>'
    )
    made = article("<text:p>A long paragraph. It has two sentences.</text:p>", "", meta)
    assert {field.name: field.value for field in made.metadata} == {
        "title": "Old",
        "lang": "fr",
        "date": "2024-08-20",
    }


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"no archive", "is a broken archive"),
        (archive({"a": "b"}), "holds no OpenDocument text"),
        (odt("<text:p>"), "is broken XML"),
        (odt("<text:section>" * 100_000), "is nested too deeply"),
        (
            archive({"content.xml": "<a/>", "META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            "is encrypted",
        ),
    ],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(NotText) as raised:
        unpack(data, "odt")
    assert str(raised.value.args[0]).startswith(why)


@pytest.mark.parametrize("number", ["9" * 5_000, "99999999999", "-1", "", "one"])
def test_numbers_that_nobody_means(number: str) -> None:
    heading = (
        f'<text:h text:outline-level="{number}">Bridges and roads<text:s text:c="{number}"/>of Kent</text:h>'
    )
    assert read(f"<text:p>A text.</text:p>{heading}")[0].endswith(": Bridges and roads of Kent")


def test_a_million_blanks() -> None:
    assert len(read('<text:p>a<text:s text:c="99999999999"/>b</text:p>')[0]) < 2_000
