"""Documents of Word: what is read, what is not, and where it stands."""

from __future__ import annotations

from contextlib import suppress

import pytest

from linter.article.model import Article
from linter.article.read import article_of
from linter.article.unpacked import Unpacked, unpack
from linter.article.unpacked.archive import PERMIT
from linter.text import NotText
from tests.article.exact import assert_article_exact, outline
from tests.article.unpacked.office import archive, docx, notes, paragraph, run
from tests.cost import Work, assert_linear


def unpacked(data: bytes) -> tuple[Unpacked, Article]:
    found = unpack(data, "docx")
    (document,) = found.documents
    article = article_of(document, "a.docx")
    assert article.source == found.text
    assert_article_exact(article)
    return found, article


def read(*paragraphs: str, **members: str) -> list[str]:
    return outline(unpacked(docx(*paragraphs, **members))[1])


def test_styles_in_any_language_of_word() -> None:
    assert read(
        paragraph("Council pays for a bridge", style="Title"),
        paragraph("What it costs", style="Titre1"),
        paragraph("It costs three million euros."),
        paragraph("We are proud.", style="Quote"),
        paragraph("And happy.", style="Mine"),
        paragraph("print(1)", style="Code"),
        paragraph("The bridge in May", style="Caption"),
        paragraph("one of two", style="ListBullet"),
        paragraph("What it costs 3", style="TOC1"),
    ) == [
        "headline: Council pays for a bridge",
        "heading: What it costs",
        "paragraph: It costs three million euros.",
        "quote: We are proud.",
        "quote: And happy.",
        "code: print(1)",
        "caption: The bridge in May",
        "list: one of two",
    ]


def test_the_accepted_text() -> None:
    gone = f"<w:del>{run('forty').replace('w:t', 'w:delText')}</w:del>"
    moved = f"<w:moveFrom>{run(' in May')}</w:moveFrom>"
    put = f"<w:ins>{run('fifty')}</w:ins>"
    comment = '<w:commentRangeStart w:id="1"/><w:commentReference w:id="1"/>'
    assert read(paragraph("It costs ", gone, put, comment, moved, " million.")) == [
        "paragraph: It costs fifty million."
    ]


def test_a_deleted_end_of_a_paragraph() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert read(paragraph("It costs ", properties=deleted), paragraph("ten."), paragraph("Good.")) == [
        "paragraph: It costs ten.",
        "paragraph: Good.",
    ]


def test_a_deleted_row() -> None:
    cell = "<w:tc>{}</w:tc>"
    rows = (
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell.format(paragraph('old'))}</w:tr>"
        f"<w:tr>{cell.format(paragraph('new'))}{cell.format(paragraph('5'))}</w:tr>"
    )
    assert read(f"<w:tbl>{rows}</w:tbl>", paragraph("Behind it.")) == [
        "table: new",
        "table: 5",
        "paragraph: Behind it.",
    ]


def test_hidden_text_fields_and_what_is_written_twice() -> None:
    field = "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
    twice = (
        "<w:r><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice>"
        "<mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    hidden = run("nobody sees this", "<w:vanish/>")
    shown = run("seen ", '<w:vanish w:val="0"/>')
    assert read(paragraph(hidden, shown, field, twice)) == ["paragraph: seen once"]


def test_notes_boxes_and_pictures_are_paragraphs_of_their_own() -> None:
    box = f"<w:r><w:txbxContent>{paragraph('In the box.')}</w:txbxContent></w:r>"
    picture = '<w:r><wp:docPr descr="A bridge&#10;in the rain"/></w:r>'
    found = read(
        paragraph("Around ", box, picture, "it."), word__footnotes=notes("footnote", paragraph("See page 5."))
    )
    assert sorted(found) == [
        "caption: A bridge in the rain",
        "paragraph: Around it.",
        "paragraph: In the box.",
        "paragraph: See page 5.",
    ]


def test_code_and_formulas_are_no_prose() -> None:
    for told in ('<w:rStyle w:val="CodeChar"/>', '<w:rFonts w:ascii="Courier New"/>'):
        holds_code(told)


def holds_code(told: str) -> None:
    code = run("a = b", told)
    _, article = unpacked(docx(paragraph("Write ", code, " and ", "<m:oMath><m:r/></m:oMath>", ".")))
    (block,) = article.blocks
    assert block.text.prose == "Write \ufffc\ufffc\ufffc\ufffc\ufffc and \ufffc."
    assert article.source.startswith("Write a = b and")
    assert [mark.kind for mark in block.text.marks] == ["code"]


def test_line_breaks_tabs_and_hyphens() -> None:
    found, article = unpacked(
        docx(
            paragraph("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:noBreakHyphen/><w:t>3</w:t></w:r>")
        )
    )
    assert article.blocks[0].text.prose == "one\ntwo\t-3"
    assert found.text == "one two\t-3\n"
    assert read(paragraph('<w:r><w:t>one</w:t><w:br w:type="page"/></w:r>')) == ["paragraph: one"]


def test_places_are_paragraphs() -> None:
    found, article = unpacked(docx(paragraph("One."), paragraph(""), paragraph("Two."), paragraph("Three.")))
    places = [found.where(block.text.whole.start) for block in article.blocks]
    assert places == ["paragraph 1", "paragraph 2", "paragraph 3"]


def test_properties() -> None:
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    created = "<dcterms:created>2001-01-01</dcterms:created>"
    core = f"<p {dc}><dc:title>Old</dc:title><dc:language>fr</dc:language>{created}</p>"
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
        '<property name="Date"><v>2024-08-20</v></property><property name="Printer"><v>x</v></property>'
        "</Properties>"
    )
    body = paragraph("A long paragraph, which is no headline. It has two sentences.")
    found, article = unpacked(docx(body, docProps__core=core, docProps__custom=custom))
    assert {field.name: field.value for field in article.metadata} == {
        "Date": "2024-08-20",
        "title": "Old",
        "lang": "fr",
    }
    assert found.where(article.metadata[0].span.start) == "the properties of the document"
    _, article = unpacked(docx(paragraph("New", style="Title"), body, docProps__core=core))
    assert [field.name for field in article.metadata] == ["lang"]


def test_a_short_line_on_top_is_the_headline() -> None:
    found = read(
        paragraph("Council pays for a bridge"), paragraph("It costs three million euros, said the mayor.")
    )
    assert found[0] == "headline: Council pays for a bridge"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 no archive", "is a broken archive"),
        (b"", "is a broken archive"),
        (archive({"a": "b"}), "holds no document of Word"),
        (docx("<w:p>"), "is broken XML"),
        (docx()[:-40], "is a broken archive"),
        (docx(word__document=""), "is broken XML"),
        (docx("<w:sdt>" * 100_000), "is nested too deeply"),
        (
            archive({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'}),
            "declares entities of its own",
        ),
        (
            archive(
                {"word/document.xml": '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'}
            ),
            "declares entities of its own",
        ),
        (archive({"word/document.xml": '<?xml version="1.0" encoding="martian"?><d/>'}), "is broken XML"),
        (
            archive({"word/document.xml": b" " * (PERMIT.most + 1)}),
            "is larger than 16 MiB when it is unpacked",
        ),
    ],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(NotText) as raised:
        unpack(data, "docx")
    assert str(raised.value.args[0]).startswith(why)


def test_styles_that_are_based_on_each_other() -> None:
    loop = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    assert read(paragraph("Text.", style="A"), word__styles=loop) == ["paragraph: Text."]


@pytest.mark.parametrize("number", ["9" * 5_000, "9", "-1", "", "one"])
def test_levels_that_are_none(number: str) -> None:
    level = f'<w:outlineLvl w:val="{number}"/>'
    style = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:style w:styleId="A"><w:pPr>{level}</w:pPr></w:style></w:styles>'
    )
    text = paragraph("A text.", style="A", properties=level)
    assert read(text, word__styles=style) == ["paragraph: A text."]


SHAPES = (
    *("<w:p/>", "<w:p>", "<w:r><w:t>a</w:t></w:r>", "<w:br/>", "<w:b/>", "<w:r><w:br/><w:t>a</w:t></w:r>"),
    *(
        "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
        "<w:del/>",
        "a b ",
        "<w:r><w:txbxContent><w:p/></w:txbxContent></w:r>",
    ),
)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_cost_is_linear(shape: str) -> None:
    def reading(size: int) -> Work:
        much = shape * (size // len(shape) + 1)
        data = docx(f"<w:p><w:r><w:rPr>{much}</w:rPr><w:t>a</w:t></w:r>{much}</w:p>{much}")

        def read() -> None:
            with suppress(NotText):
                unpack(data, "docx")

        return read

    assert_linear(reading, 500, 4_000)
