"""One person with two offices that nobody holds at once."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.names import mentions
from linter.analyses.names.mentions import Mentions
from linter.analyses.names.offices import Office, office_clashes
from linter.article.model import Article
from linter.checks.base import Alarm, Check, Count
from linter.finding import Related
from linter.text import Span


class TitleClash(Check):
    """Reports an office before a name that elsewhere has another (president here, prime minister there)."""

    fields = frozenset({"name", "title", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = mentions(article)
        for clash in office_clashes(found):
            yield Alarm(
                span=_span(clash.one, found),
                fields={"name": clash.last, "title": clash.one.text, "other": clash.other.text},
                related=(Related(_span(clash.other, found), "called so here"),),
            )


def _span(office: Office, found: Mentions) -> Span:
    return Span(found.text.span(office.start).start, found.text.span(office.end).end)
