"""The headline shares next to nothing with the text: one of them belongs to another story."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import LIST, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import speech
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.names import haystack, headline
from linter.topics.names.headlines.another_story import marked, missing_besides, takes_up_nothing
from linter.topics.names.headlines.echo import FAMILIAR, Relation, familiar, is_taken_up, relation
from linter.topics.names.headlines.headline_kinds import special_form
from linter.topics.names.headlines.missing import all_missing
from linter.topics.names.wording import listed

_RECORDING = lazy(r"\.(?:mp3|m4a)(?!\w)")
"""Ends the address of what was recorded."""


class HeadlineBodyParams(NamedTuple):
    min_words: int = 100
    """Shorter texts are not judged."""
    min_headline: int = 2
    """Headlines with fewer words of four letters or more, common ones left out, are not judged."""


class HeadlineBody(Check):
    """Reports a headline whose words the text does not take up; as a hint, if it has few of them."""

    Params = HeadlineBodyParams
    needs = ("names.headline-echo",)
    fields = frozenset({"words", "found", "names"})
    variants = frozenset({"names"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        text = haystack(article)
        if not article.headline or text.words < self.params.min_words or not text.cased:
            yield Count("headlines not judged: language or length")
            return
        if is_taken_up(article, speech(text.language).names.headline_echo):
            return
        found = relation(article)
        if found.words < self.params.min_headline:
            return
        if familiar(headline(article), text) < FAMILIAR or special_form(article) or all_missing(article):
            return
        if marked(article):
            yield _alarm(article, found)


def _alarm(article: Article, found: Relation) -> Alarm:
    assert article.headline is not None
    names = listed([each.name for each in missing_besides(article)])
    fields = {"words": str(found.words), "found": str(found.found) if found.found else message("none")}
    sure = (names or takes_up_nothing(found, article)) and not _is_notes(article)
    return Alarm(
        span=article.headline.whole,
        severity=None if sure else Severity.INFO,
        fields={**fields, "names": names} if names else fields,
        related=(Related(haystack(article).blocks[0].text.whole, "the text begins"),),
        variant="names" if names else "",
    )


def _is_notes(article: Article) -> bool:
    """Whether it has notes on what was said elsewhere: mostly lists, or the address of a recording."""
    if any(_RECORDING.search(field.value) for field in article.metadata):
        return True
    body = [block for block in article.scope("body") if block.text.prose]
    listed_ = sum(len(block.text) for block in body if block.kind == LIST)
    return 2 * listed_ > sum(len(block.text) for block in body)
