"""Documents of word processors, written for the tests."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

_OOXML = "http://schemas.openxmlformats.org"
_W = (
    f'xmlns:w="{_OOXML}/wordprocessingml/2006/main" xmlns:r="{_OOXML}/officeDocument/2006/relationships"'
    f' xmlns:mc="{_OOXML}/markup-compatibility/2006" xmlns:wp="{_OOXML}/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:m="{_OOXML}/officeDocument/2006/math"'
)
_STYLES = {
    "Title": "Title",
    "Titre1": "heading 1",
    "Heading2": "heading 2",
    "Quote": "Quote",
    "Caption": "caption",
    "Code": "HTML Preformatted",
    "CodeChar": "HTML Code",
    "TOC1": "toc 1",
    "Mine": "desk text",
    "ListBullet": "List Bullet",
}


def archive(members: dict[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of Word's XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of Word's XML; a run that is no XML is text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    made = (each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(made)}</w:p>"


def docx(*paragraphs: str, **members: str) -> bytes:
    """A document of Word with such a body; ``members`` are other parts, ``__`` for ``/`` in their names."""
    based = '<w:basedOn w:val="Quote"/>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{based if key == 'Mine' else ''}"
        f"{'<w:pPr><w:numPr/></w:pPr>' if key == 'ListBullet' else ''}</w:style>"
        for key, name in _STYLES.items()
    )
    return archive(
        {
            "word/document.xml": f"<w:document {_W}><w:body>{''.join(paragraphs)}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            **{name.replace("__", "/") + ".xml": content for name, content in members.items()},
        }
    )


def notes(kind: str, *paragraphs: str) -> str:
    """A part with notes."""
    inside = "".join(
        f'<w:{kind} w:id="{number}">{each}</w:{kind}>' for number, each in enumerate(paragraphs, 1)
    )
    return f"<w:{kind}s {_W}>{inside}</w:{kind}s>"


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("meta", "meta"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odt(body: str, styles: str = "", meta: str = "") -> bytes:
    """An OpenDocument text with such a body."""
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_NAMESPACES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {_NAMESPACES}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
        }
    )


def epub(pages: dict[str, str], **members: str) -> bytes:
    """A book with such pages."""
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in pages)
    order = "".join(f'<itemref idref="{name}"/>' for name in pages)
    contents = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    return archive(
        {
            "META-INF/container.xml": "<container><rootfile full-path='OEBPS/a.opf'/></container>",
            "OEBPS/a.opf": f"<package><manifest>{items}{contents}</manifest>"
            f"<spine>{order}<itemref idref='nav'/></spine></package>",
            "OEBPS/nav.xhtml": "<html><body><p>One, two, three and so on.</p></body></html>",
            **{f"OEBPS/{name}": page for name, page in pages.items()},
            **{name.replace("__", "/") + ".xml": content for name, content in members.items()},
        }
    )
