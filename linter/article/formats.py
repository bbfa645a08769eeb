"""Which format a file name asks for."""

from __future__ import annotations

import os

FORMATS: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rst": "rst",
    ".rest": "rst",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".asc": "asciidoc",
    ".org": "org",
    ".tex": "latex",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".epub": "epub",
    ".ipynb": "notebook",
    ".xml": "xml",
    ".rss": "xml",
    ".atom": "xml",
    ".nitf": "xml",
    ".json": "json",
    ".jsonl": "json-lines",
    ".ndjson": "json-lines",
}
"""File name suffix -> format."""

UNPACKERS: dict[str, str] = {
    "docx": "linter.article.unpacked.docx:read_docx",
    "odt": "linter.article.unpacked.odt:read_odt",
    "epub": "linter.article.unpacked.epub:read_epub",
    "notebook": "linter.article.unpacked.notebook:read_notebook",
    "xml": "linter.article.unpacked.xml_articles:read_xml",
    "json": "linter.article.unpacked.json_articles:read_json",
    "json-lines": "linter.article.unpacked.json_articles:read_json_lines",
}
"""Format whose articles have to be taken out of their files -> what does it."""

_ONLY_NAMED = frozenset({"xml", "json", "json-lines"})
"""Formats of anything: their files are read when they are named. Feeds repeat the articles beside them."""

FOUND = frozenset(suffix for suffix, format in FORMATS.items() if format not in _ONLY_NAMED)
"""Suffixes of the files that are looked for in folders."""

OTHER_DOCUMENTS = frozenset(
    ".creole .djot .doc .fountain .mediawiki .pages .pod .rtf .textile .typ .wiki".split()
)
"""Suffixes of texts that people write and that are not read; to pass over them in silence would look like
approval."""


_SEPARATORS = frozenset(os.sep + (os.altsep or ""))


def format_of(path: str) -> str | None:
    """The format that the file name asks for, or nothing."""
    return FORMATS.get(suffix_of(path))


def is_text(path: str) -> bool:
    """Whether a file is an article as it stands, by its name."""
    return format_of(path) not in UNPACKERS


def suffix_of(path: str) -> str:
    """The last suffix of a file name, in lower case; nothing for names like ``.md``."""
    stem, dot, suffix = path.rpartition(".")
    if not stem or stem[-1] in _SEPARATORS or not _SEPARATORS.isdisjoint(suffix):
        return ""
    return (dot + suffix).lower()
