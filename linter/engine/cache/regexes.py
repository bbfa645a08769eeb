"""The linter's own patterns, as they were compiled, kept between runs.

A wrong code can crash the interpreter. It is only made use of because the store has proved that this user's
linter wrote it, into a folder that nobody else can write. Of all that are kept an article needs few, so each
is read, and proved, when it is asked for.
"""

from __future__ import annotations

import marshal
from functools import partial

from linter.engine.cache.store import Parts, Store, as_bytes
from linter.matching.regex_codes import Code, stamp
from linter.matching.regexes import CODES

_NAME = "patterns"


def begin_with_kept(store: Store) -> None:
    """Spare this run to compile the patterns that runs before it have compiled."""
    parts = store.read_parts(_NAME, stamp())
    CODES.begin(partial(_code, parts), len(parts.places))


def keep(store: Store) -> None:
    """Write down what was compiled, if some of it is new."""
    if CODES.has_grown:
        new = {key: packed(code) for key, code in CODES.compiled.items()}
        store.add_parts(_NAME, stamp(), new)
        CODES.has_grown = False


def _code(parts: Parts, key: str) -> Code | None:
    data = parts.get(key)
    return None if data is None else unpacked(data)


def packed(code: Code) -> bytes:
    """A code as bytes: how many bytes its elements have, with the rest of it, and the elements behind."""
    elements, *rest = code
    return as_bytes([len(elements), *rest]) + bytes(elements)


def unpacked(data: memoryview) -> Code:
    """The code again."""
    size, *rest = marshal.loads(data)
    return (data[len(data) - size :], *rest)
