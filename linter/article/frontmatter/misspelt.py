"""Keys of the front matter that look like a slip for one that every generator knows: ``titla``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.article.model import Field, Problem
from linter.matching.spelling import is_one_step
from linter.messages import message

_LONG = ("title", "author", "description", "categories", "permalink", "published")
"""Keys that no other word of a front matter is one letter away from; ``date`` is (data, dato, rate)."""
_ALSO_WORDS = frozenset(
    {"tile", "titles", "tiles", "titre", "titel", "autor", "authors", "author_", "publisher"}
)
"""Near them, and meant."""


def misspelt_keys(fields: Iterable[Field], aliases: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """A problem for each key that is one slip away from a well-known one that the front matter lacks."""
    own = {field.name.casefold(): field for field in fields if field.origin == "front-matter"}
    known = {alias for names in aliases.values() for alias in names} | _ALSO_WORDS
    unknown = [name for name in own if name not in known and name not in _LONG]
    for wanted in _LONG if unknown else ():
        if wanted in own or any(alias in own for alias in aliases.get(wanted, ())):
            continue
        for name in unknown:
            if is_one_step(name, wanted):
                told = message(
                    "the key `{name}` is unknown to site generators; is `{wanted}` meant?",
                    name=name,
                    wanted=wanted,
                )
                yield Problem(own[name].key, told)
