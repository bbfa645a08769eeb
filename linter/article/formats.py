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
}
"""File name suffix -> format."""

OTHER_DOCUMENTS = frozenset(
    ".adoc .asc .asciidoc .creole .djot .doc .docx .epub .fountain .ipynb .mediawiki .odt .org .pages .pod"
    " .rest .rst .rtf .tex .textile .typ .wiki".split()
)
"""Suffixes of texts that people write and that are not read; to pass over them in silence would look like
approval."""


_SEPARATORS = frozenset(os.sep + (os.altsep or ""))


def format_of(path: str) -> str | None:
    """The format that the file name asks for, or nothing."""
    return FORMATS.get(suffix_of(path))


def suffix_of(path: str) -> str:
    """The last suffix of a file name, in lower case; nothing for names like ``.md``."""
    stem, dot, suffix = path.rpartition(".")
    if not stem or stem[-1] in _SEPARATORS or not _SEPARATORS.isdisjoint(suffix):
        return ""
    return (dot + suffix).lower()
