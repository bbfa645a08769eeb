"""One quotation given to two persons: "…," said Anna Price, and later the same words, said Mark Doyle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.language import language
from linter.analyses.quotes import Quote, quotes
from linter.article.model import HEADING, PARAGRAPH, QUOTE, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.letters import FULL_NAME, SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span

_FEWEST = 3
"""Words of a quotation that two persons hardly say alike."""
_LONGEST = 600
_WORD = lazy(r"[^\W_]+")


class Said(NamedTuple):
    """A quotation with the name of who said it."""

    block: Block
    start: int
    end: int
    """Of the name, in the prose."""
    name: str


class QuoteSpeaker(Check):
    """Compares the names right behind quotations of the same words; forms of one name share a word."""

    fields = frozenset({"here", "there"})
    needs = ("names.says",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        told: dict[str, Said] = {}
        seen = 0
        for words, said in _told(article):
            first = told.setdefault(words, said)
            if first is said:
                continue
            seen += 1
            if set(first.name.split()).isdisjoint(said.name.split()):
                yield Alarm(
                    _place(said),
                    {"here": said.name, "there": first.name},
                    (Related(_place(first), "the other name"),),
                )
        if seen:
            yield Count("quotations that stand twice, each with a name", seen)


def _place(said: Said) -> Span:
    return said.block.text.span(said.start, said.end)


def _told(article: Article) -> Iterator[tuple[str, Said]]:
    """The quotations with a name right behind them, by their words."""
    behind = _behind(language(article))
    for block in article.blocks:
        if block.kind not in (PARAGRAPH, QUOTE, HEADING):
            continue
        prose = block.text.prose
        for quote in quotes(article).of(block):
            found = behind.match(prose, quote.outer_end) if _is_long(quote) else None
            if found is None:
                continue
            words = [word.casefold() for word in _WORD.findall(prose, quote.start, quote.end)]
            group = "name" if found["name"] else "first"
            if len(words) >= _FEWEST:
                yield " ".join(words), Said(block, *found.span(group), found[group])


def _is_long(quote: Quote) -> bool:
    return quote.closed and 4 * _FEWEST <= quote.end - quote.start <= _LONGEST


@cache
def _behind(code: str) -> re.Pattern[str]:
    """Behind a quotation: a verb and who said it, or the other way round."""
    says, small = word_of(speech(code).names.says), rf"(?:[{SMALL}’']+[ \u00a0])?"
    who = rf"(?:(?:[{SMALL}’'-]+[ \u00a0]){{1,3}}[{SMALL}-]+,[ \u00a0]|{small})"
    return lazy(
        rf"[,.]?[ \u00a0](?:[–—-][ \u00a0])?{small}(?i:{says})[ \u00a0]{who}(?P<name>{FULL_NAME})"
        rf"|,?[ \u00a0](?P<first>{FULL_NAME}),?[ \u00a0]{small}(?i:{says})"
    )
