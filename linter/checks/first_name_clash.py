"""A surname stands behind two first names that look alike."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.names import mentions
from linter.analyses.names.first_names import Clash, first_name_clashes
from linter.analyses.names.mentions import Mentions
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related


class FirstNameClash(Check):
    """Reports a first name that stands once, where another like it stands before the same surname."""

    fields = frozenset({"first", "last", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = mentions(article)
        return (_alarm(clash, found) for clash in first_name_clashes(found))


def _alarm(clash: Clash, found: Mentions) -> Alarm:
    return Alarm(
        span=found.text.span(clash.rare.places[0]),
        fields={"first": clash.rare.text, "last": clash.last, "other": clash.usual.text},
        related=(Related(found.text.span(clash.usual.places[0]), "written so here"),),
        suggestion=clash.usual.text,
    )
