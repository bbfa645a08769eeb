"""Which files an archive has, what columns they have, and what tells one from another."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from itertools import accumulate

from linter.corpus.columns import WrongColumns, found_columns
from linter.corpus.inputs import PARQUET, Input, kind_of
from linter.corpus.readers import columns_of, why
from linter.corpus.streams import ends
from linter.hashes import sha256
from linter.messages import message
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.corpus.settings import Settings

_ENDS = 65_536
"""Bytes at both ends of a file that tell it from others, with its size: to read all would take too long."""


class BadInput(Exception):
    """A file cannot be read as a part of the archive; the message names it and says why."""


def inputs_of(paths: Sequence[str], settings: Settings, out: str = "") -> list[Input]:
    """The files of an archive, in the order of their names. ``BadInput`` if one cannot be read at all.

    ``out`` is a folder that is passed over: that of the tables may stand in that of the archive.
    """
    found = sorted({os.path.abspath(file) for path in paths for file in _files(path, os.path.abspath(out))})
    if not found:
        raise BadInput(message("{path}: {why}", path=", ".join(paths), why=_known()))
    top = os.path.commonpath([os.path.dirname(file) for file in found])
    inputs = [_input(file, os.path.relpath(file, top).replace(os.sep, "/"), settings) for file in found]
    until = accumulate(each.size for each in inputs)
    total = sum(each.size for each in inputs)
    return [each._replace(after=total - end) for each, end in zip(inputs, until, strict=True)]


def _files(path: str, out: str) -> Iterator[str]:
    if not os.path.isdir(path):
        if not os.path.exists(path):
            raise BadInput(message("{path}: {why}", path=path, why=os.strerror(errno.ENOENT)))
        if kind_of(path) is None:
            raise BadInput(message("{path}: {why}", path=path, why=_known()))
        if not os.path.isfile(path):  # to open a pipe waits for a writer
            raise BadInput(message("{path}: {why}", path=path, why="no regular file"))
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [each for each in folders if not _is_hidden(each) and _below(folder, each) != out]
        files = (os.path.join(folder, name) for name in names if kind_of(name) and not _is_hidden(name))
        yield from filter(os.path.isfile, files)


def _below(folder: str, name: str) -> str:
    return os.path.abspath(os.path.join(folder, name))


def _is_hidden(name: str) -> bool:
    """Spark and others keep marks and drafts of their own in folders of tables."""
    return name.startswith((".", "_"))


def _known() -> str:
    return message("not in Parquet (.parquet), JSON Lines (.jsonl) or CSV; the last two also as .gz and .zst")


def _input(path: str, name: str, settings: Settings) -> Input:
    kind = kind_of(path) or ""
    try:
        size = os.path.getsize(path)
        there = columns_of(path, kind)
        found = found_columns(there, settings.columns) if there or kind == PARQUET else {}
        return Input(path, name, kind, size, _identity(path, name, size), found)
    except WrongColumns as error:
        raise BadInput(message("{path}: {why}", path=path, why=error.args[0])) from None
    except (OSError, ValueError) as error:
        raise BadInput(message("{path}: {why}", path=path, why=why(error))) from None


def _identity(path: str, name: str, size: int) -> str:
    told = (name.encode("utf-8", "surrogateescape"), str(size).encode(), *ends(path, size, _ENDS))
    return sha256(b"\0".join(told)).hexdigest()[:12]
