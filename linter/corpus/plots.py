"""Bars in SVG, which need no script: what they show stands beside them as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.corpus.statistics import Rate
from linter.reporters.visible import in_html

_ROW = 22
_LABEL, _BAR, _VALUE = 250, 300, 250
"""Widths of the columns: names, bars, numbers."""
_LETTERS = 28
_HEIGHT, _COLUMN = 160, 720
_KINDS = ("errors", "warnings")


def cut(value: str, most: int) -> str:
    """The beginning of a text that is too long."""
    return value if len(value) <= most else f"{value[: most - 1]}…"


def bars(rates: Sequence[Rate], told: str) -> Iterator[str]:
    """A bar for each group, by errors and warnings per 1,000 articles, with the numbers behind it."""
    most = max((rate.per_thousand(rate.errors + rate.warnings) for rate in rates), default=0) or 1
    height = _ROW * len(rates)
    yield f'<svg viewBox="0 0 {_LABEL + _BAR + _VALUE} {height}" role="img" aria-label="{in_html(told)}">'
    for number, rate in enumerate(rates):
        at = _ROW * number
        name = in_html(cut(rate.name, _LETTERS))
        yield f'<g transform="translate(0 {at})"><title>{in_html(rate.name)}</title>'
        yield f'<text x="{_LABEL - 10}" y="15" text-anchor="end">{name}</text>'
        left = float(_LABEL)
        for kind in _KINDS:
            width = _BAR * rate.per_thousand(getattr(rate, kind)) / most
            yield f'<rect class="{kind}" x="{left:.1f}" y="4" width="{width:.1f}" height="14"/>'
            left += width
        yield f'<text class="value" x="{left + 8:.1f}" y="15">{numbers(rate)}</text></g>'
    yield "</svg>"


def numbers(rate: Rate) -> str:
    """How many for each 1,000, and of how many."""
    found = rate.errors + rate.warnings
    return f"{_short(rate.per_thousand(found))} ‰: {found:,} in {rate.articles:,}"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"


def columns(rates: Sequence[Rate], told: str) -> Iterator[str]:
    """A column for each time, as high as there are errors and warnings per 1,000 articles."""
    most = max((rate.per_thousand(rate.errors + rate.warnings) for rate in rates), default=0) or 1
    width = min(40.0, _COLUMN / max(len(rates), 1))
    every = max(1, round(60 / width))
    yield f'<svg viewBox="0 0 {_COLUMN + 80} {_HEIGHT + 40}" role="img" aria-label="{in_html(told)}">'
    yield f'<line x1="60" y1="{_HEIGHT}" x2="{_COLUMN + 60}" y2="{_HEIGHT}"/>'
    yield f'<text class="value" x="52" y="12" text-anchor="end">{_short(most)} ‰</text>'
    for number, rate in enumerate(rates):
        left, below = 60 + number * width, float(_HEIGHT)
        yield f"<g><title>{in_html(rate.name)}: {numbers(rate)}</title>"
        for kind in _KINDS:
            height = (_HEIGHT - 10) * rate.per_thousand(getattr(rate, kind)) / most
            below -= height
            place = f'x="{left + 1:.1f}" y="{below:.1f}" width="{max(width - 2, 1):.1f}"'
            yield f'<rect class="{kind}" {place} height="{height:.1f}"/>'
        if number % every == 0:
            yield f'<text x="{left:.1f}" y="{_HEIGHT + 18}">{in_html(rate.name)}</text>'
        yield "</g>"
    yield "</svg>"
