"""Modules, found and read sooner than Python does it: an article takes three hundred of them.

A module of the linter stands where its name says, and what Python has compiled of it beside it. The wheel may
have the code of all modules in one file too: ``scripts/bundle_modules.py`` writes it when a wheel is built,
for the Python that builds it. Where neither holds, and for each source that is another than then, Python
imports as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from _imp import _fix_co_filename  # type: ignore[attr-defined]
from io import FileIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType
else:
    ModuleType = type(sys)

PACKAGE = os.path.dirname(os.path.abspath(__file__))
BUNDLE = os.path.join(PACKAGE, "modules.bin")
HEAD = 12
"""Bytes before the index: for which bytecode, how long the index is, and how long all of it."""

Entry = tuple[int, int, str, int, bool]
"""Of a module: where its code begins, the length of that, the source, its size, and if it is a package.
At the beginning of the bundle stands the code of many modules at once, by their names."""

_INSTALLING = 60
"""In so many seconds an installer has written all files; a source that is newer was changed since."""
_OURS = "linter."
_TAG = f".{sys.implementation.cache_tag}.pyc"
_BY_TIME = MAGIC_NUMBER + bytes(4)
"""What bytecode begins with that is good for a source of one time and size (PEP 552), which follow."""


class _Module(ModuleType):
    """A module that says in short what it has not.

    ``from a import b`` asks ``a`` for a path. Before Python 3.12 the answer of a module is an error with a
    text, which takes longer than all else about such an import.
    """

    __getattribute__ = object.__getattribute__


class _Loader(SourceFileLoader):
    """Loads one module as from its source, which it tells of too."""

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return _Module(spec.name) if sys.version_info < (3, 12) else None


class _FromBundle(_Loader):
    """Takes the code from the bundle."""

    def __init__(self, name: str, path: str, bundle: Bundle) -> None:
        super().__init__(name, path)
        self.bundle = bundle

    def get_code(self, fullname: str) -> CodeType:
        return self.bundle.code(fullname)


class _FromBytecode(_Loader):
    """Takes what Python has compiled of the source if it is of the source as it is, else does as Python."""

    def __init__(self, name: str, path: str, cached: str, head: bytes) -> None:
        super().__init__(name, path)
        self.cached = cached
        self.head = head

    def get_code(self, fullname: str) -> CodeType | None:
        try:
            with FileIO(self.cached) as file:
                data = file.readall()
        except OSError:
            return super().get_code(fullname)
        if not data.startswith(self.head):
            return super().get_code(fullname)
        code: CodeType = marshal.loads(memoryview(data)[len(self.head) :])
        _fix_co_filename(code, self.path)
        return code


class Sources:
    """The modules beside their sources, as a finder of the import system."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where the module is to be had; nothing of what is not the linter's, or not in a plain file."""
        if not path or not name.startswith(_OURS):
            return None
        tail = name.rpartition(".")[2]
        for folder, stem in ((path[0], tail), (path[0] + os.sep + tail, "__init__")):
            source = f"{folder}{os.sep}{stem}.py"
            try:
                status = os.stat(source)
            except OSError:
                continue
            cached = f"{folder}{os.sep}__pycache__{os.sep}{stem}{_TAG}"
            loader = _FromBytecode(
                name, source, cached, _BY_TIME + _four(status.st_mtime) + _four(status.st_size)
            )
            return _spec(loader, cached, stem != tail)
        return None


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
        return _spec(_FromBundle(name, source, self), BUNDLE, is_package)

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
    """Import sooner from now on, unless this Python is asked for other code, or to keep it elsewhere."""
    if sys.flags.optimize or sys.pycache_prefix:
        return
    bundle = _opened() if os.path.exists(BUNDLE) and hasattr(os, "pread") else None
    sys.meta_path[:0] = [Sources()] if bundle is None else [bundle, Sources()]


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


def _spec(loader: _Loader, cached: str, is_package: bool) -> ModuleSpec:
    spec = ModuleSpec(loader.name, loader, origin=loader.path, is_package=is_package)
    if is_package:
        spec.submodule_search_locations = [os.path.dirname(loader.path)]
    spec.has_location = True
    spec.cached = cached
    return spec


def _four(number: float) -> bytes:
    return (int(number) & 0xFFFFFFFF).to_bytes(4, "little")
