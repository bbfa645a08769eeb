"""The name that an article has by its path."""

from __future__ import annotations

_INDEX = ("index.", "_index.")
"""The one page of a folder, as site generators write it."""


def path_name(path: str) -> str:
    """The name of a file without its suffix, or of its folder for ``…/index.md``."""
    folders, _, name = path.replace("\\", "/").rpartition("/")
    if name.startswith(_INDEX):
        return folders.rpartition("/")[2]
    return name.rpartition(".")[0] or name
