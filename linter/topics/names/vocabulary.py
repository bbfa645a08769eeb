"""Words that tell what stands beside them: those of all languages at once, folded.

Names travel with their titles and particles: a French article has a Herr, a Sir and a van.
"""

from __future__ import annotations

from functools import cache

from linter.languages import everywhere
from linter.topics.names.normalise import fold


@cache
def roles() -> frozenset[str]:
    """Words that stand before the name of a person.

    A role directly before an unknown capitalised word makes a person of it.
    """
    return _folded(everywhere("names.roles"))


def is_role(folded: str) -> bool:
    """Whether a folded word is one of these, alone or as the end of a compound."""
    return folded.rsplit("-", 1)[-1] in roles()


@cache
def kin() -> frozenset[str]:
    """Words for relatives."""
    return _folded(everywhere("names.kin"))


@cache
def crowns() -> frozenset[str]:
    """Roles whose bearers a text may leave without a name."""
    return _folded(everywhere("names.crowns"))


@cache
def particles() -> frozenset[str]:
    """Words in lower case that may stand inside a name."""
    return _folded(everywhere("names.particles"))


@cache
def joining() -> frozenset[str]:
    """What joins two names."""
    return _folded(everywhere("names.and"))


@cache
def small_words() -> frozenset[str]:
    """The small words that an acronym may skip."""
    return particles() | _folded(everywhere("names.in-acronyms"))


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))
