"""Which names mean the same place: Londres and London, Köln and Cologne, Германия and Germany."""

from __future__ import annotations

from functools import cache

from linter.packaged import data_path
from linter.topics.names.normalise import fold
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import marisa_trie

FORMAT = "<I"
TERRITORY = 1 << 31
"""Numbers from here on are countries, those below are cities."""


def places_named(name: str) -> frozenset[int]:
    """The numbers of the countries, capitals and large cities of this name in any language."""
    return frozenset(row[0] for row in _trie().get(fold(name), ()))


@cache
def _trie() -> marisa_trie.RecordTrie:
    """``scripts/build_exonyms.py`` makes it from CLDR and GeoNames."""
    import marisa_trie

    return marisa_trie.RecordTrie(FORMAT).mmap(data_path("facts", "exonyms.marisa"))
