"""Rules and settings that several repositories share: what ``extends`` names, folders or installed packages.

A package is data: it is found by the entry point that an installed distribution declares, and its files are
read. Nothing of it is imported, nothing is fetched, and what lies in the working directory is no
installed package, whatever it calls itself.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Container, Iterator

from linter.decode import Reader, key_of
from linter.engine.config import NAMES, Config, named_path, reject_files_outside
from linter.files import read_text
from linter.messages import message
from linter.nodes import Node
from linter.quoting import quoted, reason, suggestion
from linter.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import Distribution

GROUP = "factlint.rules"
"""The group of entry points. The name is what ``extends`` says, the value the package that has the files."""


class NotShared(Exception):
    """What ``extends`` names cannot be used; the message says why."""


def is_folder(name: str) -> bool:
    """Whether a name means a folder: those of packages have no slash."""
    return "/" in name or os.sep in name or name in (os.curdir, os.pardir)


def package_folder(name: str) -> str:
    """The folder with the files of an installed package of rules. ``NotShared`` if there is none."""
    found = {(each.name, value): each for each, other, value in _packages() if other == name}
    if len(found) > 1:
        owners = ", ".join(sorted({owner for owner, _ in found}))
        raise NotShared(message("several installed packages have rules of this name: {names}", names=owners))
    for (owner, value), distribution in found.items():
        folder = _folder_of(value, distribution)
        if not folder:
            raise NotShared(message("the files of the installed package {name} are not found", name=owner))
        return folder
    hint = suggestion(name, {other for _, other, _ in _packages()})
    if os.path.isdir(name) and not hint:
        hint = message("; './{name}' is the folder", name=name)
    raise NotShared(message("no installed package has rules of this name{hint}", hint=hint))


def _packages() -> Iterator[tuple[Distribution, str, str]]:
    """Of each entry point of our group the distribution, the name and the value."""
    from importlib.metadata import distributions

    for distribution in distributions(path=_installed()):
        for entry in distribution.entry_points:
            if entry.group == GROUP:
                yield distribution, entry.name, entry.value.partition(":")[0].strip()


def _installed() -> list[str]:
    """Where installed packages are; ``python -m`` puts the working directory before them."""
    here = os.path.realpath(os.getcwd())
    return [each for each in sys.path if os.path.isabs(each) and os.path.realpath(each) != here]


def _folder_of(value: str, distribution: Distribution) -> str:
    """The folder of a package by its dotted name, or nothing."""
    if not re.fullmatch(r"\w+(?:\.\w+)*", value):
        return ""
    steps = value.split(".")
    places = [str(distribution.locate_file("")), *_in_place(distribution), *_installed()]
    return next((each for place in places if os.path.isdir(each := os.path.join(place, *steps))), "")


def _in_place(distribution: Distribution) -> Iterator[str]:
    """Where the files are of what was installed with ``pip install -e`` (PEP 610)."""
    import json
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    if origin.get("dir_info", {}).get("editable"):
        source = url2pathname(urlsplit(origin["url"]).path)
        yield from (source, os.path.join(source, "src"))


_ADDED = ("extend_select", "ignore", "profiles", "vocabulary", "rules")
"""Settings that are lists of which each adds to the others."""
_MERGED = ("severity", "params", "metadata")
_REPLACED = ("select", "preview", "fail_on", "min_severity")
_SHARED = frozenset(map(key_of, (*_ADDED, *_MERGED, *_REPLACED)))
"""What holds for any repository. The others name files, or are of one repository."""


def extended(config: Config, node: Node, reader: Reader) -> Config:
    """A configuration laid over what it extends, the later over the earlier; ``reader`` takes complaints."""
    own = {key.value: value for key, value in node.items()}
    base = Config()
    for name in own["extends"].value:
        try:
            folder = _folder(name.value, os.path.dirname(os.path.abspath(reader.path)))
            settings, said = _settings_in(folder, reader)
        except (NotShared, OSError) as error:
            reader.complain(name, f"extends: {quoted(name.value)}: {reason(error)}")
        else:
            base = _over(settings, said, base)
    return _over(config, own, base)


def _folder(name: str, root: str) -> str:
    """What a name in ``extends`` stands for. ``NotShared`` or ``OSError`` if it cannot be used."""
    if not is_folder(name):
        return package_folder(name)
    folder = named_path(name, root)
    if not os.path.isdir(folder):
        raise NotShared(message("no such folder of rules"))
    return folder


def _settings_in(folder: str, reader: Reader) -> tuple[Config, Container[str]]:
    """What a shared folder says, and which keys it says; a folder without settings is one of rules."""
    path = next((each for name in NAMES if os.path.isfile(each := os.path.join(folder, name))), "")
    if not path:
        return Config(rules=(folder,)), ("rules",)
    inner = Reader(path)
    node = inner.parse(read_text(path)) or Node(None)
    config, pairs = inner.record(node, Config) or Config(), node.items()
    reject_files_outside(node, inner)
    for key, _ in pairs:
        if key.value in map(key_of, Config._fields) and key.value not in _SHARED:
            inner.complain(
                key, message("'{key}' belongs into each repository and is not shared", key=key.value)
            )
    reader.problems += inner.problems
    rules = tuple(os.path.join(folder, each) for each in config.rules)
    return config._replace(rules=rules), {key.value for key, _ in pairs}


def _over(config: Config, said: Container[str], base: Config) -> Config:
    """A configuration laid over another: lists and mappings are joined, of the rest holds what is said."""
    values: dict[str, Any] = {name: getattr(base, name) + getattr(config, name) for name in _ADDED}
    values |= {name: {**getattr(base, name), **getattr(config, name)} for name in _MERGED}
    values |= {name: getattr(config if key_of(name) in said else base, name) for name in _REPLACED}
    return config._replace(**values)
