"""The text that places in a file count in."""

from __future__ import annotations

from linter.article.formats import UNPACKERS, format_of
from linter.text import decoded


def text_of(data: bytes, path: str) -> str:
    """The text of a file, or what was taken out of it. ``NotText`` if there is none."""
    name = format_of(path)
    if name not in UNPACKERS:
        return decoded(data)
    from linter.article.unpacked import unpack

    return unpack(data, name).text
