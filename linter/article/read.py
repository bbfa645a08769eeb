"""From a decoded file to an article: the one table of readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from linter.article.aliases import with_aliases
from linter.article.draft import Draft
from linter.article.formats import FORMATS, UNPACKERS, format_of, suffix_of
from linter.article.headline import finish
from linter.article.model import Article
from linter.text import decoded
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.article.unpacked import Document

__all__ = ["FORMATS", "article_of", "format_of", "read_article", "read_file"]

READERS: dict[str, str] = {
    "text": "linter.article.plain:read_plain",
    "markdown": "linter.article.markdown:read_markdown",
    ".mdx": "linter.article.markdown:read_mdx",
    "html": "linter.article.html.page:read_html",
    "asciidoc": "linter.article.markup.asciidoc:read_asciidoc",
    "latex": "linter.article.markup.latex:read_latex",
    "org": "linter.article.markup.org:read_org",
    "subtitles": "linter.article.subtitles:read_subtitles",
    "rst": "linter.article.markup.rst:read_rst",
}
"""Format, or suffix of a dialect -> reader.

Strings, so that a format's libraries are imported only when it is met.
"""


def read_article(
    source: str,
    path: str,
    format: str | None = None,
    aliases: Mapping[str, tuple[str, ...]] | None = None,
) -> Article:
    """The article in a decoded file.

    ``path`` gives the format unless ``format`` names it (a file of unknown suffix is plain text), and
    maybe a publication date. ``aliases`` are further metadata keys by canonical name. Raises ``KeyError``
    for an unknown format; whatever else is wrong with the file becomes a problem of the article.
    """
    name = format or format_of(path) or "text"
    return finish(source, path, name, draft_of(source, path, name), with_aliases(aliases))


def read_later(
    source: str,
    path: str,
    format: str | None = None,
    aliases: Mapping[str, tuple[str, ...]] | None = None,
) -> Article:
    """The same article, of which the text may be read only when it is first asked for."""
    name = format or format_of(path) or "text"
    if name != "markdown" or suffix_of(path) in READERS:
        return read_article(source, path, format, aliases)
    from linter.article.later import LaterArticle

    return LaterArticle(source, path, with_aliases(aliases))


def draft_of(source: str, path: str, format: str) -> Draft:
    """What the reader of a format, or of the dialect that the path tells, makes of a source."""
    dialect = suffix_of(path)
    known = dialect in READERS and FORMATS[dialect] == format
    return _reader(dialect if known else format)(source)


def article_of(
    document: Document, path: str, aliases: Mapping[str, tuple[str, ...]] | None = None
) -> Article:
    """The article in a document that was taken out of the file at ``path``.

    The name of the file tells nothing of one of several: their paths are as if it was a folder.
    """
    inside = f"{path}#/{document.name}" if document.name else path
    return finish(document.source, inside, document.format, document.draft, with_aliases(aliases))


def read_file(data: bytes, path: str, aliases: Mapping[str, tuple[str, ...]] | None = None) -> Article | None:
    """The one article in the bytes of a file, ``NotText`` if there is no text.

    Nothing where there are several, or where its offsets are not those of the file.
    """
    name = format_of(path)
    if name not in UNPACKERS:
        return read_article(decoded(data), path, None, aliases)
    from linter.article.unpacked import unpack

    documents = unpack(data, name).documents
    if len(documents) != 1 or documents[0].home is not None:
        return None
    return article_of(documents[0], path, aliases)


def _reader(name: str) -> Callable[[str], Draft]:
    module, function = READERS[name].split(":")
    reader: Callable[[str], Draft] = getattr(import_module(module), function)
    return reader
