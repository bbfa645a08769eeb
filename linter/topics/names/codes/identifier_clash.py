"""One version, issue or code in two spellings: in headline, file name, front matter, text and links."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.topics.names.codes.address_clashes import address_clashes
from linter.topics.names.codes.code_clashes import code_clashes
from linter.topics.names.codes.link_clashes import link_clashes


class IdentifierClash(Check):
    """Reports an identifier that stands elsewhere with other digits or letters.

    Short numbers with the same digits may both be meant, so that they are only noted.
    """

    fields = frozenset({"text", "other", "field"})
    variants = frozenset({"path", "field", "link"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        slips = (*address_clashes(article), *code_clashes(article), *link_clashes(article))
        for slip in {slip.span: slip for slip in reversed(slips)}.values():
            related = (Related(slip.related, "written so here"),) if slip.related else ()
            fields = {"text": slip.text, "other": slip.other, "field": slip.field}
            severity = None if slip.sure else Severity.INFO
            yield Alarm(slip.span, fields, related, severity=severity, variant=slip.place)
