"""From the paths on the command line to the files to lint."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from linter.article.formats import FOUND, OTHER_DOCUMENTS, suffix_of
from linter.engine.generators import generator_in, generator_of, is_no_article, never_articles, no_articles
from linter.engine.globs import Globs
from linter.files import work_tree
from linter.namedtuples import NamedTuple

_DOCUMENTS = OTHER_DOCUMENTS | FOUND
_NEVER = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".tox"})

Excluded = Callable[[str], bool] | None
"""Whether a file is to be left out, by its path; nothing where none is."""


class PassedOver:
    """What was met in folders and is not linted, for the account of a run."""

    def __init__(self) -> None:
        self.suffixes: Counter[str] = Counter()
        """Documents of formats that are not read, by suffix."""
        self.sites: dict[str, str] = {}
        """Folder -> the generator whose layouts, themes and output are left out there."""
        self.folders: list[str] = []
        """Every folder that was looked into."""


def find_files(
    paths: Iterable[str],
    excluded_in: Callable[[str], Excluded],
    force_exclude: bool = False,
    passed: PassedOver | None = None,
) -> Iterator[str]:
    """The files to lint, each once: named files as they come, folders walked in sorted order.

    In folders only files of a known format count; ``.gitignore``, what a site generator keeps beside
    articles, and ``excluded_in``, which is asked about each folder, are respected. A file that is named is
    linted in any case, unless ``force_exclude``. A path that does not exist is yielded too, and a folder that
    cannot be looked into: opening it gives the message. What is met and not linted is noted in ``passed``.
    """
    passed = passed or PassedOver()
    tops = list(paths)
    if len(tops) == 1 and os.path.isdir(tops[0]):  # then no file can be met twice
        yield from _walk(tops[0], excluded_in, passed)
        return
    seen: set[str] = set()
    for path in tops:
        is_folder = os.path.isdir(path)
        if force_exclude and not is_folder:
            excluded = excluded_in(os.path.dirname(path))
            whole = os.path.abspath(path)
            if (excluded and excluded(path)) or is_no_article(whole, work_tree(whole) or os.getcwd()):
                continue
        for file in _walk(path, excluded_in, passed) if is_folder else [path]:
            key = os.path.abspath(file)
            if key not in seen:
                seen.add(key)
                yield file


_Ignore = tuple[Globs, str]
"""The patterns of a ``.gitignore``, and what leads from its folder to the one that is walked."""


class _Folder(NamedTuple):
    """A folder that is to be walked."""

    start: str
    """What the paths of its files begin with."""
    ignores: list[_Ignore]


def _walk(top: str, excluded_in: Callable[[str], Excluded], passed: PassedOver) -> Iterator[str]:
    """The files below a folder; folders in folders are no calls in calls, as deep as a disk has them."""
    start = os.path.normpath(top)
    above = [(never_articles(), ""), *_ignores_above(os.path.abspath(top), passed)]
    first = _Folder("" if start == "." else os.path.join(start, ""), above)
    walked = [_in_folder(first, excluded_in, passed)]
    while walked:
        found = next(walked[-1], None)
        if found is None:
            walked.pop()
        elif isinstance(found, _Folder):
            walked.append(_in_folder(found, excluded_in, passed))
        else:
            yield found


def _in_folder(
    folder: _Folder, excluded_in: Callable[[str], Excluded], passed: PassedOver
) -> Iterator[str | _Folder]:
    """The files and folders in a folder; the folder itself if it cannot be looked into."""
    start = folder.start
    here = os.path.dirname(start) or os.curdir
    passed.folders.append(here)
    excluded = excluded_in(start.removesuffix(os.sep))
    try:
        entries = sorted(os.scandir(here), key=attrgetter("name"))
    except OSError:
        if excluded is None or not excluded(f"{start}-"):
            yield here
        return
    ignores = [*folder.ignores, *_ignores_of(start, entries, passed)]
    for entry in entries:
        name = entry.name
        if entry.is_dir(follow_symlinks=False):
            if name not in _NEVER and not _ignored(name + "/", ignores):
                inner = [(globs, f"{steps}{name}/") for globs, steps in ignores]
                yield _Folder(os.path.join(start, name, ""), inner)
        elif (
            _is_document(entry)
            and not _ignored(name, ignores)
            and not (excluded is not None and excluded(start + name))
        ):
            suffix = suffix_of(name)
            if suffix in FOUND:
                yield start + name
            else:
                passed.suffixes[suffix] += 1


def _is_document(entry: os.DirEntry[str]) -> bool:
    """Whether it is a document or leads to one: links lead nowhere, in a circle, where nobody may look."""
    try:
        return suffix_of(entry.name) in _DOCUMENTS and entry.is_file()
    except OSError:
        return False


def _ignores_of(start: str, entries: list[os.DirEntry[str]], passed: PassedOver) -> Iterator[_Ignore]:
    """What a folder says of itself: as the top of a site, and in its ``.gitignore``."""
    generator = generator_in(start, frozenset(entry.name for entry in entries))
    if generator is not None:
        passed.sites[start.removesuffix(os.sep)] = generator.name
        yield no_articles(generator), ""
    for globs in _ignores_in(start or "."):
        yield globs, ""


def _ignored(name: str, ignores: list[_Ignore]) -> bool:
    """Whether git would ignore a name in a folder: the innermost ``.gitignore`` that speaks of it decides."""
    for globs, steps in reversed(ignores):
        verdict = globs.verdict(steps, name)
        if verdict is not None:
            return verdict
    return False


def _ignores_in(folder: str) -> Iterator[Globs]:
    """The patterns of the ``.gitignore`` in a folder, if there is one."""
    from linter.engine.git_excludes import patterns_in

    return patterns_in(os.path.join(folder, ".gitignore"))


def _ignores_above(folder: str, passed: PassedOver) -> Iterator[_Ignore]:
    """The ``.gitignore`` files above a folder, from the top of its work tree on, and what goes with them."""
    from linter.engine.git_excludes import exclude_files, patterns_in

    root = work_tree(folder)
    if not root:
        return
    steps = os.path.relpath(folder, root).split(os.sep) if root != folder else []
    whole = "".join(f"{step}/" for step in steps)
    files, configs = exclude_files(root)
    passed.folders += files + configs
    yield from ((globs, whole) for path in files for globs in patterns_in(path))
    for depth in range(len(steps)):
        above, rest = os.path.join(root, *steps[:depth]), "".join(f"{step}/" for step in steps[depth:])
        passed.folders.append(above)
        generator = generator_of(above)
        if generator is not None:
            yield no_articles(generator), rest
        for globs in _ignores_in(above):
            yield globs, rest
