"""Digests: of contents, and keyed ones, which only who has the key can make (BLAKE2b, RFC 7693)."""

from __future__ import annotations

import marshal

from linter.hashes import blake2b

Stamp = tuple[object, ...]
"""Plain data: tuples, lists, texts, numbers, bytes."""
_WITHOUT_REFERENCES = 2
"""The version of the format in which equal data always gives equal bytes."""
_SIZE = 16
"""Bytes of a keyed digest: to guess one of 128 bits is out of reach."""


def content_digest(data: bytes) -> bytes:
    """A digest of 32 bytes: nobody finds two contents with the same one."""
    return blake2b(data, digest_size=32).digest()


def stamp_digest(stamp: Stamp) -> bytes:
    """A digest of 32 bytes; equal stamps have the same one, in every process."""
    data = marshal.dumps(stamp, _WITHOUT_REFERENCES)  # type: ignore[arg-type]
    return content_digest(data)


class Prover:
    """Proves that data were written by the owner of a key, and for some purpose."""

    size = 2 * _SIZE
    """Bytes of a proof."""

    def __init__(self, key: bytes, purpose: bytes) -> None:
        """``key`` and ``purpose`` have 64 bytes at most."""
        self._begun = blake2b(purpose.ljust(64, b"\0"), key=key, digest_size=_SIZE)

    def proof(self, data: bytes | bytearray | memoryview, part: str = "") -> bytes:
        """The proof, in hexadecimal; ``part`` says what the data are a part of, if they are.

        It need not be compared in constant time: who could ask, has the key.
        """
        made = self._begun.copy()
        if part:
            name = part.encode("utf-8", "surrogatepass")
            made.update(len(name).to_bytes(8, "big") + name)
        made.update(data)
        return made.hexdigest().encode()
