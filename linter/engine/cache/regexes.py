"""The linter's own patterns, as they were compiled, kept between runs.

A wrong code can crash the interpreter. It is only made use of because the store has proved that this user's
linter wrote it, into a folder that nobody else can write.
"""

from __future__ import annotations

import json

from linter.engine.cache.store import Store
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
    """Codes as bytes: all elements in a row, behind a line that says how many and the rest of each code."""
    rest = {key: [len(elements), *more] for key, (elements, *more) in codes.items()}
    return b"%b\n%b" % (json.dumps(rest).encode("ascii"), b"".join(bytes(code[0]) for code in codes.values()))


def unpacked(data: memoryview) -> Codes:
    """The codes again; their elements are parts of ``data``."""
    line = bytes(data).partition(b"\n")[0]
    codes, at = {}, len(line) + 1
    for key, (size, *rest) in json.loads(line).items():
        codes[key] = (data[at : at + size], *rest)
        at += size
    return codes
