"""What an editor sends, byte by byte: no message is so long that reading it would end the server."""

from __future__ import annotations

import json
from typing import BinaryIO

REFUSED = "$/factlint/refused"
"""The notification that stands for a message that was refused; its ``size`` is that of the message in MiB."""
LONGEST = 128 * 2**20
"""Bytes of a message: JSON writes a byte of an article in six of them at most, and articles have limits."""
_HEADER = 1024
"""Bytes of a line of a header."""
_PART = 2**16


class Incoming:
    """The input of the server. Of a message that is too long it is told at once; then it is passed over."""

    def __init__(self, stream: BinaryIO, most: int = LONGEST) -> None:
        self._stream = stream
        self._most = most
        self._left = 0

    def readline(self) -> bytes:
        """A line of a header, or a part of one that is too long."""
        while self._left and (part := self._stream.read(min(self._left, _PART))):
            self._left -= len(part)
        return self._stream.readline(_HEADER)

    def read(self, size: int) -> bytes:
        """The next message, which has so many bytes, or a note of what it would be."""
        if size <= self._most:
            return self._stream.read(size)
        self._left = size
        note = {"jsonrpc": "2.0", "method": REFUSED, "params": {"size": size // 2**20}}
        return json.dumps(note).encode()
