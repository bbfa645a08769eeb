"""What a language calls units of measure, money and percent."""

from __future__ import annotations

from collections.abc import Mapping

from linter.namedtuples import NamedTuple


class Units(NamedTuple):
    """The names that stand after a number; case counts, all forms are listed."""

    names: Mapping[str, tuple[str, ...]] = {}
    """Key of a unit -> its names: ``km: [kilometre, kilometres]``; symbols need no mention.

    The keys are those of :data:`linter.topics.numbers.reading.units.UNITS`.
    """
    doubtful: Mapping[str, tuple[str, ...]] = {}
    """Names that are common words, too: units right behind the figure ("6in"), or before a bracket or
    one of :attr:`extents` ("6 in tall")."""
    extents: tuple[str, ...] = ()
    """Words for what a length is of: ``tall``, ``wide``."""
    currencies: Mapping[str, tuple[str, ...]] = {}
    """ISO 4217 code -> its names: ``EUR: [euro, euros]``; symbols and codes need no mention.

    ``$`` is a dollar and ``peso``, ``rupee`` are ones of which the text does not say whose they are; ``cent``
    and ``penny`` are no money that can be compared.
    """
    percent: tuple[str, ...] = ()
    """``percent``, ``per cent``; ``%`` needs no mention."""
    percent_before: tuple[str, ...] = ()
    """The same before the number: ``yüzde``, ``%``."""
    points: tuple[str, ...] = ()
    """Differences of two percentages: ``percentage points``."""
    of: tuple[str, ...] = ()
    """Between a number and its unit: ``millions of euros``, ``millions d'euros``."""
