"""The linter's own patterns, as they were compiled, kept between runs.

A wrong code can crash the interpreter. It is only made use of because the store has proved that this user's
linter wrote it, into a folder that nobody else can write.
"""

from __future__ import annotations

import marshal

from linter.engine.cache.store import Store, as_bytes
from linter.matching.regex_codes import Codes, stamp
from linter.matching.regexes import CODES

_NAME = "patterns"


def begin_with_kept(store: Store) -> None:
    """Spare this run to compile the patterns that runs before it have compiled."""
    data = store.read_bytes(_NAME, stamp())
    CODES.begin(None if data is None else unpacked(data))


def keep(store: Store) -> None:
    """Write down what was compiled, if some of it is new."""
    if CODES.has_grown:
        store.write_bytes(_NAME, stamp(), packed(CODES.kept()))
        CODES.has_grown = False


def packed(codes: Codes) -> bytes:
    """Codes as bytes: how many elements each has, with the rest of it, and all elements in a row."""
    rest = {key: [len(elements), *more] for key, (elements, *more) in codes.items()}
    return marshal.dumps((as_bytes(rest), b"".join(bytes(code[0]) for code in codes.values())))


def unpacked(data: memoryview) -> Codes:
    """The codes again; their elements are parts of one row."""
    rests, elements = marshal.loads(data)
    codes, at, row = {}, 0, memoryview(elements)
    for key, (size, *rest) in marshal.loads(rests).items():
        codes[key] = (row[at : at + size], *rest)
        at += size
    return codes
