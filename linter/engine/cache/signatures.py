"""What tells that a file or a folder is what it was, without reading it: its times, size and number."""

from __future__ import annotations

import os
import struct
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_TIME = struct.Struct(">Q")
_SIGNATURE = struct.Struct(">QqQQ")
SIZE = _SIGNATURE.size
"""Bytes of a signature."""
_NOTHING = bytes(SIZE)
_RACE = 2_000_000_000
"""Nanoseconds for which the time of a file does not tell whether it was written once more."""


def signature_of(status: os.stat_result) -> bytes:
    """What is the same as long as a file is; but see :func:`is_settled`."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    return _SIGNATURE.pack(changed, status.st_mtime_ns, status.st_size, status.st_ino)


def signature_at(path: str) -> bytes:
    """The signature of what has a path, also where nothing has it."""
    try:
        return signature_of(os.stat(path))
    except (OSError, ValueError):  # a NUL in a name
        return _NOTHING


def is_settled(signatures: Iterable[bytes]) -> bool:
    """Whether files can no longer change without another signature: they were written some time ago."""
    latest: int = _TIME.unpack_from(max((each[-SIZE:] for each in signatures), default=_NOTHING))[0]
    return latest < time.time_ns() - _RACE
