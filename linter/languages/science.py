"""What papers of a language say around tests, samples and references."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Science(NamedTuple):
    """Words by which the figures of a study are understood."""

    one_tailed: tuple[str, ...] = ()
    """A test looks at one side only, so its p-value is half of what it would be: "one-tailed"."""
    corrected: tuple[str, ...] = ()
    """A p-value was made greater because there are many: "Bonferroni", "adjusted"."""
