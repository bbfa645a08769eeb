"""The bytes of an archive, line by line, decompressed on the way; no line is longer than it may be."""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Iterator

import pyarrow as pa

from linter.corpus.inputs import COMPRESSION
from linter.messages import message

_BUFFER = 1 << 18


class Stream:
    """The lines of a file."""

    def __init__(self, path: str, longest: int) -> None:
        """``longest`` is the number of bytes that are kept of a line."""
        self._longest = longest
        self._file = pa.OSFile(path)
        compression = COMPRESSION.get(os.path.splitext(path.lower())[1])
        bytes_of = pa.CompressedInputStream(self._file, compression) if compression else self._file
        self._lines = io.BufferedReader(_Raw(bytes_of), _BUFFER)

    def reject_utf_16(self) -> None:
        """``ValueError`` for what Excel calls Unicode: it cannot be cut at the ends of its lines."""
        if self._lines.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            raise ValueError(message("it is in UTF-16; archives have to be in UTF-8"))

    def lines(self) -> Iterator[bytes]:
        """Each line with its end; of one that is too long the beginning alone, without an end."""
        while line := self._lines.readline(self._longest):
            if len(line) == self._longest and not line.endswith(b"\n"):
                self._skip()
            yield line

    def _skip(self) -> None:
        """Pass over the rest of a line."""
        while (rest := self._lines.readline(_BUFFER)) and not rest.endswith(b"\n"):
            pass

    def is_cut(self, line: bytes) -> bool:
        """Whether a line was too long."""
        return len(line) >= self._longest and not line.endswith(b"\n")

    def position(self) -> int:
        """How many bytes of the file have been read."""
        return int(self._file.tell())

    def close(self) -> None:
        self._lines.close()
        self._file.close()


class _Raw(io.RawIOBase):
    """A file of Arrow as Python wants it."""

    def __init__(self, file: pa.NativeFile) -> None:
        self._native = file

    def readable(self) -> bool:
        return True

    def readinto(self, room) -> int:  # type: ignore[no-untyped-def]
        data = self._native.read(len(room))
        room[: len(data)] = data
        return len(data)


def ends(path: str, size: int, most: int) -> tuple[bytes, bytes]:
    """The first and the last bytes of a file."""
    with pa.OSFile(path) as file:
        first = file.read(min(most, size))
        file.seek(max(0, size - most))
        return first, file.read(min(most, size))
