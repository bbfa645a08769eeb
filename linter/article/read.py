"""From a decoded file to an article: the one table of readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from linter.article.aliases import with_aliases
from linter.article.draft import Draft
from linter.article.formats import FORMATS, format_of, suffix_of
from linter.article.headline import finish
from linter.article.model import Article

__all__ = ["FORMATS", "format_of", "read_article"]

READERS: dict[str, str] = {
    "text": "linter.article.plain:read_plain",
    "markdown": "linter.article.markdown:read_markdown",
    ".mdx": "linter.article.markdown:read_mdx",
    "html": "linter.article.html.page:read_html",
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
    dialect = suffix_of(path)
    known = dialect in READERS and FORMATS[dialect] == name
    draft = _reader(dialect if known else name)(source)
    return finish(source, path, name, draft, with_aliases(aliases))


def _reader(name: str) -> Callable[[str], Draft]:
    module, function = READERS[name].split(":")
    reader: Callable[[str], Draft] = getattr(import_module(module), function)
    return reader
