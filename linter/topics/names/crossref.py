"""What one part of an article names, another part has to have: the check desks make rules of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from linter.analyses.language import language
from linter.article.model import HEADLINE, PARAGRAPH, SCOPES, Article, Block
from linter.check import Alarm, Check, CheckFailed, Count
from linter.finding import Related
from linter.matching.budget import Clock, PatternTooSlow, stopped
from linter.matching.patterns import compiled, fault_of
from linter.namedtuples import NamedTuple
from linter.text import Span, Text
from linter.topics.names import Lookup, lists
from linter.topics.names import crossref as extract
from linter.topics.names.haystack import Haystack
from linter.topics.names.headlines.candidates import Candidate, read_headline
from linter.topics.names.headlines.lookup_steps import find, same_alphabet
from linter.topics.names.headlines.missing import absent_words
from linter.topics.names.headlines.missing_numbers import COUNTED, agree, is_written
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import tokens
from linter.topics.numbers import quantities
from linter.topics.numbers.reading.digits import decimal_mark
from linter.topics.numbers.reading.model import Quantity
from linter.topics.numbers.reading.scan import scan
from linter.typed import Literal

_SHORTEST_WORD = 4


class Item(NamedTuple):
    """A thing of a text: as written, where in the source, and what it is."""

    text: str
    span: Span
    candidate: Candidate | None = None
    surname: str = ""
    quantity: Quantity | None = None


def names(text: Text, code: str) -> Iterator[Item]:
    """Runs of capitalised words; a single ordinary word at a beginning is none."""
    for candidate in read_headline(text.prose, _alone(text, code)).candidates:
        if not candidate.weak:
            span = text.span(candidate.start, candidate.end)
            yield Item(text.prose[candidate.start : candidate.end], span, candidate=candidate)


def persons(text: Text, code: str) -> Iterator[Item]:
    """Listed first names with the surname after them."""
    for named in Mentions(_alone(text, code)).full_names:
        last = named.last.token
        yield Item(named.full, text.span(named.first.start, last.end), surname=last.text)


def numbers(text: Text, code: str) -> Iterator[Item]:
    """Numbers in digits that say how much."""
    for number in scan(text.prose, code, lambda: decimal_mark(code, (text.prose,))):
        if number.kind in COUNTED and not number.spelled:
            yield Item(number.text, text.span(number.start, number.end), quantity=number)


def words(text: Text, code: str) -> Iterator[Item]:
    """Words of four letters or more."""
    for token in tokens(text.prose, code):
        if len(token.text) >= _SHORTEST_WORD:
            yield Item(token.text, text.span(token.start, token.end))


def values(text: Text, code: str) -> Iterator[Item]:
    """The text as a whole."""
    if text.prose.strip():
        yield Item(text.prose.strip(), text.whole)


EXTRACTORS: dict[str, Callable[[Text, str], Iterator[Item]]] = {
    "names": names,
    "persons": persons,
    "numbers": numbers,
    "words": words,
    "values": values,
}


def by_pattern(text: Text, pattern: str, clock: Clock) -> Iterator[Item]:
    """The matches of a regular expression, or of its group ``hit``. ``PatternTooSlow`` if it hangs."""
    expression = compiled(pattern)
    group = "hit" if "hit" in expression.groupindex else 0
    for match in clock.find_all(expression, text.prose):
        yield Item(match[group], text.span(*match.span(group)))


def has(text: Haystack, item: Item, stated: Callable[[], Iterator[Quantity]]) -> bool:
    """Does the text have the thing in some form? ``stated`` gives the text's numbers when asked."""
    if item.quantity is not None:
        number = item.quantity
        return is_written(number, text) or any(agree(number, other) for other in stated())
    if item.surname:
        return bool(find(item.surname, text))
    if item.candidate is not None:
        return _has_name(text, item, item.candidate)
    return _has_words(text, item.text)


def _has_name(text: Haystack, item: Item, candidate: Candidate) -> bool:
    found = Lookup(candidate, item.text, item.span, tuple(find(word.text, text) for word in candidate.words))
    return not same_alphabet(item.text, text) or not absent_words(found, text)


def _has_words(text: Haystack, item: str) -> bool:
    """Does the text have every word of the item that says something?"""
    if fold(item) in text.folded:
        return True
    all_words = [token.text for token in tokens(item, text.language) if len(token.text) >= 3]
    telling = [word for word in all_words if not lists.ordinary(word, text.language)]
    wanted = telling or all_words
    return bool(wanted) and all(find(word, text) for word in wanted)


def _alone(text: Text, code: str) -> Haystack:
    return Haystack((Block(PARAGRAPH, text),), code)


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
    """For ``pattern``; a group named ``hit`` is the thing, else the whole match. Capitals count."""
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
    def needs_with(cls, params: Mapping[str, object]) -> tuple[str, ...]:
        return ("names.first-names", "names.persons-found") if params.get("extract") == "persons" else ()

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

    def _items(self, article: Article, code: str) -> Iterator[Item]:
        clock = article.budget.clock()
        try:
            for source in _sources(article, self.params.from_):
                if self.params.extract == "pattern":
                    yield from extract.by_pattern(source, self.params.pattern, clock)
                else:
                    yield from extract.EXTRACTORS[self.params.extract](source, code)
        except PatternTooSlow as slow:
            raise CheckFailed(stopped([str(slow)])) from None

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
