"""The language versions of articles, found by how files and folders are named.

``story.fr.md`` beside ``story.md``, ``/fr/story.md`` and ``/en/story.md``, ``blog/story.md`` and
``i18n/fr/docusaurus-plugin-content-blog/story.md``. A version need not be among the files of the run.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from linter.analyses.languages import CODES
from linter.article.formats import FOUND
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.engine.version_keys import Heads

MOST = 60
"""No more versions of one article are compared: Wikipedia's biggest projects aside, nobody has so many."""
_LONGEST_TAG = 10
_SUBTAG = lazy(r"[a-z]{2,4}|\d{3}")
"""What stands behind the language: ``BR``, ``419``, ``Hans``."""
_TAGGED = lazy(r"[._-][^\W\d_]{2,3}(?:[-_][^\W_]{2,4}){0,2}\.\w+\Z")
"""What looks like a language at the end of a file name, told sooner than by :func:`named`."""
_PAGE = (".html", ".htm")
_PLUGIN = "docusaurus-plugin-content-"
_PAGES = {"blog": ("blog",), "docs": ("docs",), "pages": ("src", "pages")}
"""Where Docusaurus has the default language of what a plugin shows."""


class Version(NamedTuple):
    """One language version of an article. ``tag`` is as its path has it; empty for the default language."""

    path: str
    tag: str


class Folder(NamedTuple):
    """What a folder tells of the versions of its articles."""

    root: str
    """The root of its project."""
    keys: tuple[str, ...]
    """Metadata of the configuration that tie versions."""
    tops: tuple[str, ...]
    """The folders around it that hold folders of languages, on the way to it."""
    is_any: bool
    """Whether its articles may have versions at all, which pages for the web may always have."""


Group = tuple[Version, ...]
"""The versions of one article by path, two or more."""


def is_tag(text: str) -> bool:
    """Whether a part of a path names a language: ``fr``, ``pt-br``, ``zh_CN``, ``zh-Hans``, ``es-419``."""
    if not 2 <= len(text) <= _LONGEST_TAG:
        return False
    main, *more = text.lower().replace("_", "-").split("-")
    return main in CODES and len(more) <= 2 and all(map(_SUBTAG.fullmatch, more))


class Named(NamedTuple):
    """The parts of a file name that ends with a language: ``story``, ``.``, ``fr``, ``.md``."""

    stem: str
    mark: str
    tag: str
    suffix: str


def named(name: str) -> Named | None:
    """The parts of a file name, if a language is one of them."""
    base, suffix = os.path.splitext(name)
    if suffix not in FOUND:
        return None
    for mark in ".-_" if "." in base else "_-":
        parts = base.split(mark)
        for count in (1, 2):  # "zh_CN" has a mark inside
            stem, tag = mark.join(parts[:-count]), mark.join(parts[-count:])
            if stem and is_tag(tag):
                return Named(stem, mark, tag, suffix)
    return None


class VersionFinder:
    """Finds versions; each folder is looked at once."""

    def __init__(self, finder: ConfigFinder | None = None) -> None:
        self._finder = finder
        self._heads: dict[tuple[str, ...], Heads] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._tags: dict[str, tuple[str, ...]] = {}
        self._suffixed: dict[str, dict[tuple[str, str], list[Named]]] = {}
        self._places: dict[str, list[tuple[str, str]]] = {}
        self._folders: dict[str, Folder | None] = {}

    def of(self, path: str) -> Group:
        """The versions of an article, itself among them; nothing if there are no others."""
        path = os.path.normpath(path)
        folder, name = os.path.split(path)
        known = self._folder(folder)
        if known is None or not (known.is_any or name.endswith(_PAGE)):
            return ()
        group = self._group(path, folder, name, known)
        return group if all(self._folder(os.path.dirname(each.path)) for each in group) else ()

    def looked_in(self) -> list[str]:
        """The folders whose names were read so far."""
        return list(self._names)

    def _folder(self, folder: str) -> Folder | None:
        """What is known of the articles of a folder, worked out once.

        Nothing if its configuration cannot be read: that is a failure of the files, when they are linted.
        """
        if folder not in self._folders:
            try:
                self._folders[folder] = self._looked_at(folder)
            except ConfigError:
                self._folders[folder] = None
        return self._folders[folder]

    def _looked_at(self, folder: str) -> Folder:
        project = self._finder.of_folder(folder) if self._finder else None
        keys = project.config.translations.keys if project else ()
        tops = tuple(above for above, below in self._steps(folder) if is_tag(below.partition(os.sep)[0]))
        named = self._suffixed_in(folder) or self._places_of(folder)
        return Folder(project.root if project else "", keys, tops, bool(named or tops or keys))

    def _group(self, path: str, folder: str, name: str, known: Folder) -> Group:
        found = dict(self._beside(folder, name))
        numbered = os.path.splitext(name)[0].isdigit()  # the 14th article of each folder is another one
        for place, tag in () if numbered else self._places_of(folder):
            if name in self._listing(place):
                found.setdefault(os.path.join(place, name), tag)
        if len(found) < 2 or path not in found:
            found = dict(self._by_head(path, folder, known))
        if len(found) < 2 or path not in found:
            return ()
        return tuple(Version(*each) for each in sorted(found.items())[:MOST])

    def _by_head(self, path: str, folder: str, known: Folder) -> Iterator[tuple[str, str]]:
        """The versions that its metadata tie to an article, if its path shows that there are languages."""
        page = path.endswith(_PAGE)
        if not (known.tops or page or known.keys):
            return
        heads = self._heads_by(known.keys)
        if page:
            yield from heads.linked(path, known.root)
        key = heads.key(path)
        for other in heads.tied(folder, key) if known.keys and key and not known.tops else ():
            yield other, heads.language(other)
        for above in known.tops if key else ():
            for tag in self._tags_in(above):
                for other in heads.tied(os.path.join(above, tag), key):
                    yield other, tag

    def _heads_by(self, keys: tuple[str, ...]) -> Heads:
        from linter.engine.version_keys import Heads

        if keys not in self._heads:
            self._heads[keys] = Heads(keys)
        return self._heads[keys]

    def _suffixed_in(self, folder: str) -> dict[tuple[str, str], list[Named]]:
        """The names in a folder that end with a language, by what they have in common."""
        if folder not in self._suffixed:
            groups: dict[tuple[str, str], list[Named]] = {}
            for parts in filter(None, map(named, filter(_TAGGED.search, self._listing(folder)))):
                groups.setdefault((parts.stem, parts.suffix), []).append(parts)
            self._suffixed[folder] = groups
        return self._suffixed[folder]

    def _beside(self, folder: str, name: str) -> Iterator[tuple[str, str]]:
        """The versions that only the ends of the names tell apart."""
        known = self._suffixed_in(folder)
        stem, suffix = os.path.splitext(name)
        group = known.get((stem, suffix), []) if known else []
        mine = named(name) if known and not group else None
        if mine is not None:
            group = [each for each in known[mine.stem, mine.suffix] if each.mark == mine.mark]
            stem = mine.stem
        elif group:  # "what-is-to-do-it.md" is no Italian version
            group = [each for each in group if each.mark != "-"]
        if not group:
            return
        if group[0].mark != "-" and stem + suffix in self._listing(folder):
            yield os.path.join(folder, stem + suffix), ""
        for each in group:
            yield os.path.join(folder, "".join(each)), each.tag

    def _places_of(self, folder: str) -> list[tuple[str, str]]:
        """The folders that hold the versions of the articles of a folder, each with its language."""
        if folder not in self._places:
            found = dict(self._by_folder(folder))
            found.update(self._by_plugin(folder))
            if found:
                found.setdefault(folder, "")
            self._places[folder] = sorted(found.items())
        return self._places[folder]

    def _by_folder(self, folder: str) -> Iterator[tuple[str, str]]:
        """``posts/fr/2024`` for ``posts/en/2024``, and for ``posts/2024``."""
        for above, below in self._steps(folder):
            head, _, rest = below.partition(os.sep)
            if is_tag(head):
                others = self._tags_in(above)
                bare = os.path.join(above, rest) if rest else above
                if self._listing(bare):
                    yield os.path.normpath(bare) if bare else "", ""
                for tag in others:
                    yield os.path.normpath(os.path.join(above, tag, rest)), tag
            else:
                for tag in self._tags_in(above):
                    place = os.path.normpath(os.path.join(above, tag, below))
                    if self._listing(place):
                        yield place, tag

    def _by_plugin(self, folder: str) -> Iterator[tuple[str, str]]:
        """What Docusaurus shows: the default language in one place, the others below ``i18n``."""
        for above, below in self._steps(folder):
            parts = below.split(os.sep)
            if len(parts) >= 3 and parts[0] == "i18n" and parts[2].startswith(_PLUGIN):
                kind, _, own = parts[2].removeprefix(_PLUGIN).partition("-")
                rest = parts[4:] if kind == "docs" and parts[3:4] == ["current"] else parts[3:]
                base = (own,) if own else _PAGES.get(kind, (kind,))
                yield os.path.join(above, *base, *rest), ""
                for tag in self._tags_in(os.path.join(above, "i18n")):
                    yield os.path.join(above, "i18n", tag, *parts[2:]), tag
            elif "i18n" in self._listing(above):
                yield from self._translated(above, parts)

    def _translated(self, site: str, parts: list[str]) -> Iterator[tuple[str, str]]:
        for kind, base in _PAGES.items():
            if tuple(parts[: len(base)]) == base:
                below = ["current"] * (kind == "docs") + parts[len(base) :]
                for tag in self._tags_in(os.path.join(site, "i18n")):
                    yield (
                        os.path.join(site, "i18n", tag, _PLUGIN + kind, *below),
                        tag,
                    )

    def _steps(self, folder: str) -> Iterator[tuple[str, str]]:
        """A folder as one above it and what leads down from there, up to the root of the project."""
        above, below = folder, ""
        root = self._finder.of_folder(folder).root if self._finder else ""
        while True:
            yield above, below
            if not above or os.path.abspath(above) == root:
                return
            upper, head = os.path.split(above)
            if not head or head == os.pardir or upper == above:
                return
            above, below = upper, os.path.join(head, below) if below else head

    def _tags_in(self, folder: str) -> tuple[str, ...]:
        if folder not in self._tags:
            tags = [name for name in self._listing(folder) if is_tag(name)]
            self._tags[folder] = tuple(sorted(tags)) if len(tags) < len(CODES) else ()
        return self._tags[folder]

    def _listing(self, folder: str) -> frozenset[str]:
        """The names in a folder; none if it cannot be looked at."""
        if folder not in self._names:
            try:
                self._names[folder] = frozenset(os.listdir(folder or os.curdir))
            except (OSError, ValueError):  # a NUL in a name
                self._names[folder] = frozenset()
        return self._names[folder]


def groups_of(paths: Iterable[str], finder: VersionFinder) -> list[Group]:
    """The groups of versions that some of the paths are in, each once, by their first paths."""
    found: dict[str, Group] = {}
    for path in paths:
        path = os.path.normpath(path)
        if path not in found:
            for version in (group := finder.of(path)):
                found.setdefault(version.path, group)
    return sorted(set(found.values()))
