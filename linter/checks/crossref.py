"""What one part of an article names, another part has to have: the check desks make rules of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.analyses import extract
from linter.analyses.extract import Item
from linter.analyses.language import language
from linter.analyses.names.haystack import Haystack
from linter.analyses.names.normalise import fold
from linter.analyses.quantities import quantities
from linter.analyses.quantities.model import Quantity
from linter.article.model import HEADLINE, SCOPES, Article, Block
from linter.checks.base import Alarm, Check, CheckFailed, Count
from linter.finding import Related
from linter.patterns import PatternTooSlow, fault_of
from linter.records import NamedTuple
from linter.text import Text

FIELD = "field:"


class CrossRefParams(NamedTuple):
    from_: tuple[str, ...]
    """Scopes (``headline``, ``caption`` …) or metadata (``field:tags``) that things are taken from."""
    extract: Literal["names", "persons", "numbers", "words", "values", "pattern"]
    """``names``: runs of capitalised words; ``persons``: listed first names with their surnames;
    ``numbers`` in digits; ``words`` of four letters or more; ``values``: each metadata value or
    block as a whole; ``pattern``: what a regular expression matches."""
    in_: tuple[str, ...] = ("standfirst", "body")
    """Scopes that have to have them."""
    pattern: str = ""
    """For ``pattern``; a group named ``hit`` is the thing, else the whole match."""
    compare: Literal["form", "exact"] = "form"
    """``form``: inflected, accented and joined forms count as the same; ``exact``: letter by letter."""
    ignore: tuple[str, ...] = ()
    """Things that need not be there, in any case of letters."""
    min_words: int = 0
    """Where the other part is shorter, nothing is reported."""


class CrossRef(Check):
    """Reports each thing of one part that another part does not have."""

    Params = CrossRefParams
    fields = frozenset({"item", "from", "in"})

    @classmethod
    def faults(cls, params: CrossRefParams) -> Iterator[str]:
        for name in (*params.from_, *params.in_):
            if name not in SCOPES and not (name.startswith(FIELD) and name in params.from_):
                yield f"unknown scope '{name}'; known scopes: {', '.join(SCOPES)}; in from also {FIELD}NAME"
        if params.extract == "pattern":
            fault = fault_of(params.pattern) if params.pattern else "is missing"
            if fault:
                yield f"pattern {fault}"

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        text = Haystack(_blocks(article, *self.params.in_), language(article))
        if not text.blocks or text.words < self.params.min_words:
            yield Count("articles without the other part")
            return
        seen = {fold(word) for word in self.params.ignore}
        for item in self._items(article, text.language):
            if fold(item.text) in seen:
                continue
            seen.add(fold(item.text))
            if not self._has(text, item, article):
                yield self._alarm(item, text)

    def _items(self, article: Article, spoken: str) -> Iterator[Item]:
        try:
            for source in _sources(article, self.params.from_):
                if self.params.extract == "pattern":
                    yield from extract.by_pattern(source, self.params.pattern)
                else:
                    yield from extract.EXTRACTORS[self.params.extract](source, spoken)
        except PatternTooSlow as slow:
            raise CheckFailed(f"the pattern {slow} takes too long here") from None

    def _has(self, text: Haystack, item: Item, article: Article) -> bool:
        if self.params.compare == "exact":
            return item.text in text.text
        return extract.has(text, item, lambda: _numbers(article, text))

    def _alarm(self, item: Item, text: Haystack) -> Alarm:
        parts = {"from": self.params.from_, "in": self.params.in_}
        fields = {
            name: ", ".join(part.removeprefix(FIELD) for part in value) for name, value in parts.items()
        }
        return Alarm(
            span=item.span,
            fields={"item": item.text, **fields},
            related=(Related(text.blocks[0].text.whole, "not found from here on"),),
        )


def _blocks(article: Article, *scopes: str) -> tuple[Block, ...]:
    """The blocks of the scopes; a headline that only the metadata has is one too."""
    blocks = tuple(block for block in article.scope(*scopes) if block.text)
    headline = article.headline
    if "headline" in scopes and headline and not any(block.kind == HEADLINE for block in blocks):
        return (Block(HEADLINE, headline), *blocks)
    return blocks


def _sources(article: Article, parts: tuple[str, ...]) -> Iterator[Text]:
    """The texts of the scopes and metadata values; those that the source writes with escapes are skipped."""
    for part in parts:
        if not part.startswith(FIELD):
            yield from (block.text for block in _blocks(article, part))
            continue
        for field in article.fields(part.removeprefix(FIELD)):
            if article.excerpt(field.span) == field.value:
                yield Text.verbatim(article.source, field.span.start, field.span.end)


def _numbers(article: Article, text: Haystack) -> Iterator[Quantity]:
    """The quantities that stand in the blocks of a text."""
    places = {id(block) for block in text.blocks}
    return (number for found in quantities(article) if id(found.block) in places for number in found.items)
