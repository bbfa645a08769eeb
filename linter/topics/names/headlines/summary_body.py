"""The summary shares no word with headline and text: it was left from another article."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.language import language
from linter.article.frontmatter import field_text
from linter.article.model import STANDFIRST, Article, Field
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names import haystack
from linter.topics.names.haystack import Haystack
from linter.topics.names.headlines.candidates import read_headline
from linter.topics.names.headlines.echo import FAMILIAR, familiar, related
from linter.topics.names.headlines.headline_kinds import special_form
from linter.topics.names.normalise import fold

_SAYING = lazy(r"^\W*[\"“„«].*[\"”“»]|[-–—―] ?\w[\w.’-]+(?: \w[\w.’-]*){0,3}\W*\Z")
"""What somebody said, in quotation marks or with the name behind a dash, stands above a text as a motto."""


class SummaryBodyParams(NamedTuple):
    min_words: int = 100
    """Shorter texts are not judged."""
    min_summary: int = 5
    """Summaries with fewer words of four letters or more, common ones left out, are not judged."""


class SummaryBody(Check):
    """Reports a summary none of whose words headline and text take up."""

    Params = SummaryBodyParams
    needs = ("names.headline-echo",)
    fields = frozenset({"field", "words"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        field = article.field("description")
        if field is None or field.origin != "front-matter" or special_form(article):
            return
        blocks = tuple(block for block in haystack(article).blocks if block.kind != STANDFIRST)
        text = Haystack(blocks, language(article))
        if text.words < self.params.min_words or not text.cased:
            yield Count("summaries not judged: language or length")
            return
        yield from self._judged(article, field, text)

    def _judged(self, article: Article, field: Field, text: Haystack) -> Iterator[Alarm]:
        prose = field_text(article.source, field).prose
        beside = (other.value for other in article.metadata if other.name != field.name)
        title = fold(" ".join((article.headline.prose if article.headline else "", *beside)))
        summary = read_headline(prose, text)
        found = related(summary, text)
        if found.words < self.params.min_summary or found.strength > 0:
            return
        if familiar(summary, text) < FAMILIAR:
            return
        if 2 * sum(len(name.words) for name in summary.candidates) > found.words:
            return  # who wrote it, or who is on the picture
        if _SAYING.search(prose):
            return
        if any(word[:4] in title for word in fold(prose).split() if len(word) >= 4):
            return
        yield Alarm(
            span=field.span,
            fields={"field": field.name, "words": str(found.words)},
            related=(Related(text.blocks[0].text.whole, "the text begins"),),
        )
