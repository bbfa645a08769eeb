"""Books: which pages are read, and where a finding stands."""

from __future__ import annotations

import pytest

from linter.article.read import article_of
from linter.article.unpacked import unpack
from linter.text import NotText
from tests.article.exact import assert_article_exact, outline
from tests.article.unpacked.office import archive, epub

PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1>\n<p>{1}</p></body></html>"


def test_pages_in_their_order_without_the_contents() -> None:
    found = unpack(
        epub({"b.xhtml": PAGE.format("Bridges", "One."), "a.xhtml": PAGE.format("Banks", "Two.")}), "epub"
    )
    articles = [article_of(document, "a.epub") for document in found.documents]
    for article in articles:
        assert_article_exact(article)
    assert [outline(article)[-1] for article in articles] == ["paragraph: One.", "paragraph: Two."]
    assert [document.name for document in found.documents] == ["OEBPS/b.xhtml", "OEBPS/a.xhtml"]
    document, block = found.documents[1], articles[1].blocks[-1]
    place = document.place(block.text.whole)
    assert found.text[slice(*place)] == "Two."
    assert found.where(place.start) == "OEBPS/a.xhtml, line 2"


def test_a_book_without_pages() -> None:
    assert not unpack(epub({}), "epub").documents


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is a broken archive"),
        (archive({"a": "b"}), "holds no book"),
        (archive({"META-INF/container.xml": "<a><rootfile full-path='x'/></a>"}), "holds no book"),
        (epub({"a.xhtml": "\x01\x02"}, **{"META-INF__encryption": "<EncryptedData/>"}), "is encrypted"),
    ],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(NotText) as raised:
        unpack(data, "epub")
    assert str(raised.value.args[0]).startswith(why)


def test_encrypted_fonts_are_no_matter() -> None:
    book = epub({"a.xhtml": PAGE.format("T", "One.")}, **{"META-INF__encryption": "<EncryptedData/>"})
    assert len(unpack(book, "epub").documents) == 1
