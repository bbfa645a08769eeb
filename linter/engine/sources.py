"""The files an article is held against: named in its front matter or on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from linter.article.formats import FOUND, suffix_of
from linter.article.model import Article
from linter.article.read import read_file
from linter.files import PERMIT, Refused, project_root, read_bytes
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.quoting import reason, shortened
from linter.text import NotText

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
    root: str = "",
) -> Attached:
    """Read the sources that the article names, and ``more``, and put them into ``article.sources``.

    Paths in the front matter are relative to the article's folder, and are read in its project only:
    ``root``, unless the article is in a git work tree. Those of ``more`` are relative to the working
    directory. Reads files; raises nothing.
    """
    named = source_paths(article)
    paths = dict.fromkeys(more, "")
    if named:
        paths = dict.fromkeys(named, project_root(os.path.dirname(article.path), root)) | paths
    if not paths:
        return Attached()
    found: list[Article] = []
    failures: list[str] = []
    room = PERMIT.most
    for path, inside in paths.items():
        try:
            data = read_bytes(path, inside)
            room -= len(data)
            if room < 0:
                raise Refused("too much: all sources together may be as large as one")
            source = read_file(data, path, aliases)
            if source is None:
                raise NotText(message("holds several articles; a source is one"))
            source.budget = article.budget
            found.append(source)
        except OSError as error:
            failures.append(
                message("source {path} cannot be read: {why}", path=shortened(path), why=reason(error))
            )
        except NotText as error:
            failures.append(message("source {path} {problem}", path=shortened(path), problem=error.args[0]))
    article.sources = tuple(found)
    return Attached(tuple(source.path for source in found), tuple(failures))


def source_paths(article: Article) -> list[str]:
    """The files that the front matter names as sources.

    An address on the web is none, and neither is a credit such as ``source: Reuters``, with or without one.
    """
    folder = os.path.dirname(article.path)
    return [
        os.path.normpath(os.path.join(folder, field.value.strip()))
        for field in article.fields("sources")
        if field.origin == "front-matter" and _names_file(field.name, field.value.strip(), folder)
    ]


def _names_file(key: str, value: str, folder: str) -> bool:
    if not value or _ADDRESS.match(value) or "://" in value or "\n" in value:
        return False
    if suffix_of(value) in FOUND:
        return True
    return key.casefold() in _KEYS_OF_FILES and ("/" in value or os.path.exists(os.path.join(folder, value)))
