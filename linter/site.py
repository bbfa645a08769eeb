"""Where the documentation stands: the one place that holds its address."""

from __future__ import annotations

SITE = "https://factlint.github.io/factlint/"
REPOSITORY = "https://github.com/factlint/factlint"


def page_of_rule(rule: str) -> str:
    """The address of the page of a rule that comes with factlint, by its id."""
    return f"{SITE}rules/{rule}/"
