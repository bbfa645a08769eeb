"""A capital, a country of a city or a currency that the atlas has otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.facts.geography import slips
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count


class GeographyMismatch(Check):
    """Holds what an article says of countries against CLDR and GeoNames."""

    fields = frozenset({"name", "country"})
    variants = frozenset({"capital", "city", "money"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for slip in slips(article):
            fields = {"name": slip.name, "country": slip.country}
            yield Alarm(slip.block.text.span(slip.start, slip.end), fields, variant=slip.kind)
