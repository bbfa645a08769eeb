"""The files an article is held against: named in its front matter or on the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

from linter.article.model import Article
from linter.article.read import format_of, read_article
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import NotText, decoded

_ADDRESS = lazy(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_KEYS_OF_FILES = frozenset({"sources", "sources.path", "sources.file", "source_file"})


class Attached(NamedTuple):
    """What came of looking for the sources of an article."""

    read: tuple[str, ...] = ()
    """Paths of the files that were read."""
    failures: tuple[str, ...] = ()
    """Why a source could not be used; it is never left out in silence."""


def attach_sources(
    article: Article,
    more: Iterable[str] = (),
    aliases: Mapping[str, tuple[str, ...]] | None = None,
) -> Attached:
    """Read the sources that the article names, and ``more``, and put them into ``article.sources``.

    Paths in the front matter are relative to the article's folder, those of ``more`` to the working
    directory. Reads files; raises nothing.
    """
    paths = [*source_paths(article), *more]
    if not paths:
        return Attached()
    found: list[Article] = []
    failures: list[str] = []
    for path in dict.fromkeys(paths):
        source = _read(path, aliases)
        if isinstance(source, Article):
            found.append(source)
        else:
            failures.append(f"source {path} {source}")
    article.sources = tuple(found)
    return Attached(tuple(source.path for source in found), tuple(failures))


def source_paths(article: Article) -> list[str]:
    """The files that the front matter names as sources.

    An address on the web is none, and neither is a credit such as ``source: Reuters``.
    """
    folder = os.path.dirname(article.path)
    return [
        os.path.normpath(os.path.join(folder, field.value.strip()))
        for field in article.fields("sources")
        if field.origin == "front-matter" and _names_file(field.name, field.value.strip(), folder)
    ]


def _names_file(key: str, value: str, folder: str) -> bool:
    if not value or _ADDRESS.match(value):
        return False
    if format_of(value):
        return True
    return key.casefold() in _KEYS_OF_FILES and ("/" in value or os.path.exists(os.path.join(folder, value)))


def _read(path: str, aliases: Mapping[str, tuple[str, ...]] | None) -> Article | str:
    """The article in a file, or what is wrong with the file."""
    try:
        with open(path, "rb") as file:
            return read_article(decoded(file.read()), path, None, aliases)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    except NotText as error:
        return str(error)
