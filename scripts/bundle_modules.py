"""Puts the code of the modules into one file of the wheel, for the Python that builds it.

That Python will use it where pip builds the wheel: from a clone, as pre-commit does, or from the address of
a repository. ``linter/bundled.py`` reads the file; other Pythons leave it alone, and a release is built
without it (``HATCH_BUILD_NO_HOOKS``).
"""

from __future__ import annotations

import marshal
import os
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEFT_OUT = ("corpus", "lsp", "serve")
"""Rooms that a run over articles does not enter."""


class Hook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel" and version != "editable":
            self._file.write_bytes(bundle(Path(self.root, "linter")))
            build_data["force_include"][str(self._file)] = "linter/modules.bin"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        self._file.unlink(missing_ok=True)

    @property
    def _file(self) -> Path:
        return Path(self.directory, "modules.bin")


def bundle(package: Path) -> bytes:
    """The head, the index, and the code of each module; ``linter/bundled.py`` says what is in them."""
    index: dict[str, tuple[int, int, str, int, bool]] = {}
    codes = bytearray()
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        if parts[1] in LEFT_OUT or parts[-1] == "__main__":
            continue
        is_package = parts[-1] == "__init__"
        source = path.read_bytes()
        place = os.sep + str(path.relative_to(package))
        code = marshal.dumps(compile(source, place, "exec", dont_inherit=True, optimize=0))
        name = ".".join(parts[:-1] if is_package else parts)
        index[name] = (len(codes), len(code), place, len(source), is_package)
        codes += code
    table = marshal.dumps(index)
    sizes = (len(table), 12 + len(table) + len(codes))
    return MAGIC_NUMBER + b"".join(size.to_bytes(4, "little") for size in sizes) + table + codes
