"""Modules from one file, where the installation has it: an article takes three hundred of them.

``scripts/bundle_modules.py`` writes the file when a wheel is built, for the Python that builds it. Where it
is not there or was made by another Python, and for each source that is another than then, Python imports as
ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from _imp import _fix_co_filename  # type: ignore[attr-defined]
from types import CodeType, ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGE = os.path.dirname(os.path.abspath(__file__))
BUNDLE = os.path.join(PACKAGE, "modules.bin")
HEAD = 12
"""Bytes before the index: for which bytecode, how long the index is, and how long all of it."""

Entry = tuple[int, int, str, int, bool]
"""Of a module: where its code begins, the length of that, the source, its size, and if it is a package.
At the beginning of the bundle stands the code of many modules at once, by their names."""

_INSTALLING = 60
"""In so many seconds an installer has written all files; a source that is newer was changed since."""


class _Module(ModuleType):
    """A module that says in short what it has not.

    ``from a import b`` asks ``a`` for a path. Before Python 3.12 the answer of a module is an error with a
    text, which takes longer than all else about such an import.
    """

    __getattribute__ = object.__getattribute__


class _Loader(SourceFileLoader):
    """Loads one module as from its source, which it tells of too, but takes the code from the bundle."""

    def __init__(self, name: str, path: str, bundle: Bundle) -> None:
        super().__init__(name, path)
        self.bundle = bundle

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return _Module(spec.name) if sys.version_info < (3, 12) else None

    def get_code(self, fullname: str) -> CodeType:
        return self.bundle.code(fullname)


class Bundle:
    """The modules of a bundle, as a finder of the import system."""

    def __init__(self, descriptor: int, base: int, index: dict[str, Entry], newest: float) -> None:
        self.descriptor = descriptor
        self.base = base
        self.index = index
        self.newest = newest
        self.together: dict[str, CodeType] = {}
        """What was read of modules whose code is read at once, but for those that were asked for since."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where the module is to be had; nothing of one that is not here, or whose source was changed."""
        entry = self.index.get(name)
        if entry is None:
            return None
        _, _, place, size, is_package = entry
        source = PACKAGE + place
        try:
            now = os.stat(source)
        except OSError:
            return None
        if now.st_size != size or now.st_mtime > self.newest:
            return None
        spec = ModuleSpec(name, _Loader(name, source, self), origin=source, is_package=is_package)
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        spec.has_location = True
        spec.cached = BUNDLE
        return spec

    def code(self, name: str) -> CodeType:
        """The code of a module."""
        start, length, place, _, _ = self.index[name]
        if start:
            code: CodeType = marshal.loads(os.pread(self.descriptor, length, self.base + start))
        else:
            if name not in self.together:
                self.together = marshal.loads(os.pread(self.descriptor, length, self.base))
            code = self.together.pop(name)
        _fix_co_filename(code, PACKAGE + place)
        return code


def use() -> None:
    """Import from the bundle from now on, if it is for this Python."""
    bundle = None if sys.flags.optimize or not hasattr(os, "pread") else _opened()
    if bundle is not None:
        sys.meta_path.insert(0, bundle)


def _opened() -> Bundle | None:
    descriptor = os.open(BUNDLE, os.O_RDONLY)
    found = os.fstat(descriptor)
    head = os.pread(descriptor, HEAD, 0)
    length, whole = int.from_bytes(head[4:8], "little"), int.from_bytes(head[8:], "little")
    if head[:4] != MAGIC_NUMBER or whole != found.st_size:
        os.close(descriptor)
        return None
    index = marshal.loads(os.pread(descriptor, length, HEAD))
    return Bundle(descriptor, HEAD + length, index, found.st_mtime + _INSTALLING)
