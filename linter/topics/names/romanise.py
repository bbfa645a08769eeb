"""Names across alphabets: written in Latin letters and bared to the sounds that stay."""

from __future__ import annotations

import re

from linter.matching.regexes import lazy
from linter.topics.names.normalise import fold

_CYRILLIC = dict(
    zip(
        "абвгґдеёжзийклмнопрстуфхцчшщъыьэюяіїєўјљњђћџѓќѕ",
        "a b v g g d e e zh z i i k l m n o p r s t u f h ts ch sh shch _ y _ e yu ya "
        "i i e u j lj nj dj c dz gj kj dz".split(),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        "a v g d e z i th i k l m n x o p r s t y f h ps o".split(),
        strict=True,
    )
)
_LETTERS = str.maketrans({letter: text.strip("_") for letter, text in (_CYRILLIC | _GREEK).items()})
_SOUNDS = (
    ("tsch", "c"), ("shch", "c"), ("tch", "c"), ("sch", "s"), ("zh", "z"), ("ch", "c"), ("sh", "s"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("cz", "c"), ("sz", "s"),
    ("dj", "z"), ("dz", "z"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("w", "v"), ("q", "k"), ("j", "z"),
    ("c", "k"),
)  # fmt: skip
_ROUGH = str.maketrans({"z": "s", "k": "k", "g": "h", "b": "v", "d": "t"})
_NOT_SOUNDED = lazy(r"[^bcdfghjklmnpqrstvwxz]")
SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""Alphabets between which names can be compared."""


def latin(name: str) -> str:
    """The folded name in Latin letters; letters of other alphabets than Cyrillic and Greek stay."""
    return fold(name).translate(_LETTERS)


def consonants(name: str) -> str:
    """What is left of a name when spellings of the same sound become one and vowels go.

    Путин, Poutine and Putin give the same. Rough on purpose: it may only excuse a name.
    """
    bare = latin(name)
    for spelling, sound in _SOUNDS:
        bare = bare.replace(spelling, sound)
    kept = _NOT_SOUNDED.sub("", bare).translate(_ROUGH)
    return re.sub(r"(.)\1+", r"\1", kept)
