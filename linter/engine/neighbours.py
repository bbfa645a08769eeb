"""The articles filed beside one: they tell whether what it has is a habit of the place."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from linter.article.formats import FOUND, is_text, suffix_of
from linter.article.model import Article
from linter.article.path_date import path_date
from linter.article.path_name import path_name
from linter.article.read import read_article
from linter.engine.ruleset import RuleSet
from linter.engine.versions import is_tag
from linter.files import holds, read_bytes
from linter.namedtuples import NamedTuple
from linter.text import NotText, decoded

_ASKED_BY = frozenset({"dateline", "title-date"})
"""The checks that ask for neighbours with a date in their names."""
_MOST = 12
"""So many of the nearest are read."""
_OF_EACH = 3
"""So many come from the folder of another language."""
_FILES = 5000
"""No more are looked through."""
_DEEP = 3
"""Folders of years, months and days."""
_HEAD = 6000
"""Characters in which the metadata of an article stand."""


class Shelf(NamedTuple):
    """The articles of a folder, or only those with a date in their names, and the folders looked through."""

    articles: dict[str, list[str]]
    """By the language that their names end with, in order."""
    folders: tuple[str, ...]


Shelves = dict[tuple[str, bool, bool], Shelf]
"""What is below a folder, kept for the next article that asks."""
Aliases = Mapping[str, tuple[str, ...]]
"""Further names of metadata, by the canonical one."""


def attach_neighbours(
    article: Article,
    rules: RuleSet,
    shelves: Shelves,
    aliases: Aliases | None = None,
) -> tuple[str, ...]:
    """Put the articles that are nearest by their names into ``article.neighbours``, of each only its head.

    They are those with a date in their names, in the same folder, or below the one that holds folders of
    years and months. Nothing is looked for if no rule asks. Gives the paths of files and folders that were
    read; what cannot be read is left out.
    """
    if not any(rule.check in _ASKED_BY for rule in rules.rules):
        return ()
    paths, folders = nearest(article.path, shelves, dated=True)
    read = list(folders)
    found: list[Article] = []
    for beside in paths:
        try:
            head = decoded(read_bytes(beside))[:_HEAD]
        except (OSError, NotText):
            continue
        read.append(beside)
        found.append(read_article(head, beside, None, aliases))
    article.neighbours = tuple(found)
    return tuple(read)


def nearest(path: str, shelves: Shelves, dated: bool = False) -> tuple[list[str], tuple[str, ...]]:
    """The paths of the articles that are nearest to one by their names, and of the folders looked through.

    Those in its language, as far as names say so (``story.fr.md``). ``dated``: with a date in their names.
    The paths are absolute: from whichever folder an article is named, it has the same neighbours.
    """
    path = os.path.abspath(path)
    shelf = _shelf(path, shelves, dated)
    return list(_around(path, shelf.articles.get(_tag(path), []))), shelf.folders


def nearest_of_languages(path: str, shelves: Shelves, root: str) -> tuple[list[str], tuple[str, ...]]:
    """The same, filled up from the other languages of a project, ``fr/posts`` beside ``de/posts``.

    The versions of the article itself are left out, for they have what it has.
    """
    path = os.path.abspath(path)
    paths, folders = nearest(path, shelves)
    above, versions = _in_other_languages(path, root)
    read = dict.fromkeys((*folders, above) if above else folders)
    for version in versions:
        if len(paths) >= _MOST:
            break
        shelf = _shelf(version, shelves, dated=False)
        around = _around(version, shelf.articles.get(_tag(version), []))
        paths += islice((each for each in around if path_name(each) != path_name(path)), _OF_EACH)
        read |= dict.fromkeys(shelf.folders)
    return paths[:_MOST], tuple(read)


def _in_other_languages(path: str, root: str) -> tuple[str, list[str]]:
    """The folder of a project that has one for each language, and where in them the versions would stand."""
    above, below = os.path.split(path)
    while holds(root, above) and above != root:
        above, folder = os.path.split(above)
        if is_tag(folder):
            others = (each.name for each in _entries(above) if is_tag(each.name) and _is_folder(each))
            return above, [os.path.join(above, other, below) for other in others if other != folder]
        below = os.path.join(folder, below)
    return "", []


def _tag(path: str) -> str:
    """The language that the name of a file ends with; ``""`` without one."""
    stem = os.path.splitext(os.path.basename(path))[0]
    tag = stem.rpartition(".")[2] if "." in stem else ""
    return tag if is_tag(tag) else ""


def _around(path: str, paths: Sequence[str]) -> Iterator[str]:
    """The paths around one in their order, half of them on either side."""
    at, end = bisect_left(paths, path), bisect_right(paths, path)
    before, after = paths[max(0, at - _MOST) : at], paths[end : end + _MOST]
    half = _MOST // 2
    yield from before[-max(half, _MOST - len(after)) :]
    yield from after[: max(half, _MOST - len(before))]


def _shelf(path: str, shelves: Shelves, dated: bool) -> Shelf:
    """What is in the folder of a site's articles: not that of a year or month, nor of one article."""
    folder, name = os.path.split(path)
    bundled = name.startswith("index.")
    if bundled:
        folder = os.path.dirname(folder)
    while _is_of_date(os.path.basename(folder)):
        folder = os.path.dirname(folder)
    if (folder, bundled, dated) not in shelves:
        folders: list[str] = []
        articles = (
            each
            for each in _files(folder, bundled, folders)
            if suffix_of(each) in FOUND and is_text(each) and (not dated or path_date(each) is not None)
        )
        by_tag: dict[str, list[str]] = {}
        for each in sorted(islice(articles, _FILES)):
            by_tag.setdefault(_tag(each), []).append(each)
        shelves[folder, bundled, dated] = Shelf(by_tag, tuple(folders))
    return shelves[folder, bundled, dated]


def _files(folder: str, bundled: bool, folders: list[str], deep: int = _DEEP) -> Iterator[str]:
    """The files of a folder and of those of years, months and days in it; or ``index.*`` one folder below.

    The folders go into ``folders``.
    """
    folders.append(folder or os.curdir)
    for entry in _entries(folder):
        if not _is_folder(entry):
            yield from () if bundled else (entry.path,)
        elif _is_of_date(entry.name) and deep:
            yield from _files(entry.path, bundled, folders, deep - 1)
        elif bundled:
            yield from (below.path for below in _entries(entry.path) if below.name.startswith("index."))


def _is_of_date(folder: str) -> bool:
    """Whether a folder is named like a year, month or day, ``202408`` too, and not just by a number."""
    return folder.isdigit() and len(folder) in (1, 2, 4, 6, 8)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What is in a folder, by name; nothing if it cannot be read, or is none."""
    try:
        with os.scandir(folder or os.curdir) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except (OSError, ValueError):  # a NUL in a name
        return []
