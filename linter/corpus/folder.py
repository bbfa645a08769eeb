"""The folder of the tables: what it was made from, and which parts of it are there."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterator, Sequence
from typing import Any

from linter import __version__
from linter.corpus.inputs import Input
from linter.corpus.schemas import TABLES
from linter.corpus.settings import Settings
from linter.corpus.tables import SUFFIX, path_of
from linter.files import read_text
from linter.messages import message
from linter.write import write_text

_MANIFEST = "corpus.json"
_SCHEMA = "factlint-corpus/1"
"""The version of the form of the tables; it changes when a column changes its meaning."""
_MOST = 256 << 20
"""Bytes of the manifest of a million files."""


class Refused(Exception):
    """The folder holds something else; the message says what."""


class Folder:
    """The tables of one archive."""

    def __init__(self, path: str) -> None:
        self.path = path

    def begin(self, inputs: Sequence[Input], settings: Settings, resume: bool) -> None:
        """Make the folder ready; ``resume``: what is there already is kept.

        ``Refused`` if it has tables of other archives or settings, or anything else.
        """
        told = _told(inputs, settings)
        before = self._manifest()
        if before is None and os.path.isdir(self.path) and os.listdir(self.path):
            raise Refused(message("{path}: is not empty, and no folder of tables", path=self.path))
        if before is not None and before != told:
            if resume:
                raise Refused(_difference(self.path, before, told))
            self._clear()
        elif before is not None and not resume:
            self._clear()
        for table in TABLES:
            os.makedirs(os.path.join(self.path, table), exist_ok=True)
        if before != told:
            write_text(self._path(), json.dumps(told, indent=1, ensure_ascii=False) + "\n")

    def has(self, part: str) -> bool:
        """Whether a part is done."""
        return os.path.exists(path_of(self.path, "articles", part))

    def parts(self) -> Iterator[str]:
        """The parts that are done, in the order of their names."""
        names = sorted(os.listdir(os.path.join(self.path, "articles")))
        return (name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX) and name[0] != ".")

    def files(self, table: str) -> str:
        """A pattern of the files of a table, as DuckDB wants it."""
        return os.path.join(glob.escape(self.path), table, f"*{SUFFIX}")

    def exists(self) -> bool:
        """Whether there are tables."""
        return self._manifest() is not None

    def _path(self) -> str:
        return os.path.join(self.path, _MANIFEST)

    def _manifest(self) -> dict[str, Any] | None:
        try:
            found = json.loads(read_text(self._path(), self.path, _MOST))
        except FileNotFoundError:
            return None
        except (ValueError, RecursionError) as error:
            why = message("not valid JSON: {error}", error=str(error))
            raise Refused(message("{path}: {why}", path=self._path(), why=why)) from None
        return found if isinstance(found, dict) else None

    def _clear(self) -> None:
        for table in TABLES:
            folder = os.path.join(self.path, table)
            for name in os.listdir(folder) if os.path.isdir(folder) else ():
                if name.endswith(SUFFIX):
                    os.unlink(os.path.join(folder, name))


def _told(inputs: Sequence[Input], settings: Settings) -> dict[str, Any]:
    return {
        "schema": _SCHEMA,
        "version": __version__,
        "settings": settings.digest,
        "inputs": [
            {"name": each.name, "identity": each.identity, "columns": dict(each.columns)} for each in inputs
        ],
    }


def _difference(path: str, before: dict[str, Any], told: dict[str, Any]) -> str:
    """Why the tables that are there are not those that are asked for."""
    if before.get("inputs") != told["inputs"]:
        return message("{path}: has tables of other files; --no-resume begins anew", path=path)
    return message("{path}: has tables by other rules or settings; --no-resume begins anew", path=path)
