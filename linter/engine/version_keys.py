"""The language versions of articles, found by what stands in their heads.

Hugo's ``translationKey`` and its likes of other generators tie articles of different names, and pages of the
web name their versions as ``<link rel="alternate" hreflang="fr" href="…">``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from linter.article.formats import FOUND, suffix_of
from linter.files import read_bytes
from linter.matching import re
from linter.matching.regexes import lazy

_MOST = 5000
"""No more files of a site are looked into."""
_HEAD = 16_000
"""Bytes in which the metadata of an article stand."""
KEYS = ("translationKey", "translation_key", "translation-key", "lang-ref", "lang_ref", "page_id", "ref")
"""Of Hugo, of themes for it, and of Jekyll with jekyll-polyglot or by its recipes."""
_LANGUAGE = lazy(r"^(?:lang|language|locale)\s*[:=]\s*[\"']?([\w-]+)", re.MULTILINE)
_FENCES = ("---", "+++")
_LINK = lazy(r"<link\b[^>]*\bhreflang\s*=[^>]*>")
_ATTRIBUTE = lazy(r"\b(hreflang|href)\s*=\s*[\"']?([^\"'\s>]+)")
_PAGES = ("", ".html", "index.html")


class Heads:
    """What the heads of files say of other versions; each is read once."""

    def __init__(self, keys: tuple[str, ...] = ()) -> None:
        names = "|".join(map(re.escape, (*keys, *KEYS)))
        self._pattern = lazy(rf"^(?:{names})\s*[:=]\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
        self._heads: dict[str, str] = {}
        self._tied: dict[str, dict[str, list[str]]] = {}
        self._linking: dict[str, bool] = {}

    def key(self, path: str) -> str:
        """What ties an article to its versions; empty where its metadata has nothing."""
        head = self._head(path)
        if not head.startswith(_FENCES):
            return ""
        end = head.find("\n" + head[:3], 3)
        found = self._pattern.search(head, 0, end) if end > 0 else None
        return found[1] if found else ""

    def language(self, path: str) -> str:
        """What the metadata of an article say of its language."""
        found = _LANGUAGE.search(self._head(path))
        return found[1] if found else ""

    def tied(self, top: str, key: str) -> list[str]:
        """The articles below a folder that have a key."""
        if top not in self._tied:
            by_key: dict[str, list[str]] = {}
            for path in _articles(top):
                by_key.setdefault(self.key(path), []).append(path)
            self._tied[top] = by_key
        return self._tied[top].get(key, [])

    def linked(self, path: str, root: str) -> Iterator[tuple[str, str]]:
        """The pages that a page names as its versions, with their languages, as far as they are files.

        Where the first page of a folder that is asked about names none, no other one is read.
        """
        folder = os.path.dirname(path)
        if suffix_of(path) not in (".html", ".htm") or not self._linking.get(folder, True):
            return
        links = _LINK.findall(self._head(path))
        self._linking[folder] = self._linking.get(folder, False) or bool(links)
        for link in links:
            attributes = dict(_ATTRIBUTE.findall(link))
            place = _place(attributes.get("href", ""), path, root)
            if place:
                yield place, attributes.get("hreflang", "")

    def _head(self, path: str) -> str:
        if path not in self._heads:
            try:
                head = read_bytes(path)[:_HEAD].decode("utf-8-sig", "replace")
            except OSError:
                head = ""
            self._heads[path] = head.replace("\r\n", "\n")
        return self._heads[path]


def _articles(top: str) -> Iterator[str]:
    """The articles below a folder, the first ones of very many."""
    left = _MOST
    for folder, inner, names in os.walk(top or os.curdir):
        inner.sort()
        for name in sorted(names):
            if suffix_of(name) in FOUND:
                yield os.path.normpath(os.path.join(folder, name))
                left -= 1
                if not left:
                    return


def _place(address: str, path: str, root: str) -> str:
    """The file that an address of a page stands for, beside the page or in a folder above it."""
    bare = address.partition("#")[0].partition("?")[0]
    if "://" in bare:
        bare = "/" + bare.partition("://")[2].partition("/")[2]
    folder = os.path.dirname(path)
    while True:
        for end in _PAGES:
            place = os.path.normpath(os.path.join(folder, bare.lstrip("/") + end))
            if bare and os.path.isfile(place):
                return place
        above = os.path.dirname(folder)
        if not bare.startswith("/") or above == folder or os.path.abspath(folder) == root:
            return ""
        folder = above
