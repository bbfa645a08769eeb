"""What papers of a language say around tests, samples and references."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Science(NamedTuple):
    """Words by which the figures of a study are understood."""

    one_tailed: tuple[str, ...] = ()
    """A test looks at one side only, so its p-value is half of what it would be: "one-tailed"."""
    corrected: tuple[str, ...] = ()
    """A p-value was made greater because there are many: "Bonferroni", "adjusted"."""
    interval: tuple[str, ...] = ()
    """Before both ends of an interval of an estimate: "95% CI 0.2 to 1.4"."""
    references: tuple[str, ...] = ()
    """Headings over a list of references."""
    scale: tuple[str, ...] = ()
    """What says that each answer is a whole number: "7-point scale"."""
    items: tuple[str, ...] = ()
    """What says that a value may be the mean of several answers of one person."""
    binary: tuple[str, ...] = ()
    """What says that each answer is 0 or 1: "dichotomous"."""
    retracted: tuple[str, ...] = ()
    """What says of a work that it is retracted."""
