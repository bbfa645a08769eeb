"""The headline announces one version or issue, the text another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from linter.analyses.language import language
from linter.article.model import CODE, PARAGRAPH, STANDFIRST, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names.haystack import haystack_blocks
from linter.topics.names.identifiers import ISSUE, Identifier, issues, versions
from linter.topics.names.normalise import fold

_FIRST_BLOCKS = 3
"""So many paragraphs may announce what the article is about."""
_MOST = 12
"""So many versions of a headline are looked up."""
_SENTENCE_END = lazy(r"[.!?…]+[\"'”»)]*(?=\s|\Z)|[。！？\n]")


class Rival(NamedTuple):
    """An identifier of the text where the headline has another of the same product."""

    said: Identifier
    block: Block
    found: Identifier


class _Stated(NamedTuple):
    """An identifier of the text."""

    block: Block
    found: Identifier
    beside: tuple[Identifier, ...]
    """All identifiers of its sentence."""
    sentence: str
    leads: bool
    """It stands at the beginning of its sentence."""


def rivals(article: Article) -> Iterator[Rival]:
    """For each version and issue of the headline, the other one that the text announces instead."""
    if article.headline is None or not any(char.isdigit() for char in article.headline.prose):
        return
    blocks = [block for block in haystack_blocks(article) if block.kind != CODE]
    for read in (versions, issues):
        said = list(read(article.headline.prose))
        if said:
            yield from _rivals(said, blocks, read, language(article))


def _rivals(
    said: list[Identifier], blocks: list[Block], read: Callable[[str], Iterator[Identifier]], spoken: str
) -> Iterator[Rival]:
    named = [found.parts for block in blocks for found in read(block.text.prose)]
    running = [block for block in blocks if block.kind in (PARAGRAPH, STANDFIRST)][:_FIRST_BLOCKS]
    stated = [one for block in running for one in _stated(block, read)]
    announces, compares = _patterns(spoken)
    if read is issues:
        stated = [one for one in stated if _alone(one, named) and not _leads_there(one)]
    for mine in said[:_MOST]:
        unnamed = not any(_names(parts, mine) for parts in named)
        for number, one in enumerate(stated):
            if any(_names(other.parts, mine) for other in one.beside) or compares.search(one.sentence):
                continue
            if not _instead(one, mine, said, spoken) or any(_names(one.found.parts, other) for other in said):
                continue
            says_so = announces.search(one.sentence) is not None
            first = all(earlier.sentence == one.sentence for earlier in stated[:number])
            if (says_so or one.leads or mine.kind == ISSUE) if unnamed else (says_so and first):
                yield Rival(mine, one.block, one.found)
                break


def _alone(one: _Stated, named: list[tuple[str, ...]]) -> bool:
    """Is it the only issue that the text speaks of?"""
    return all(parts == one.found.parts for parts in named)


def _leads_there(one: _Stated) -> bool:
    """Is it a link, as to the issue before?"""
    marks = one.block.text.marked("link")
    return any(mark.start < one.found.end and one.found.start < mark.end for mark in marks)


def _stated(block: Block, read: Callable[[str], Iterator[Identifier]]) -> Iterator[_Stated]:
    """The identifiers of a block with their sentences."""
    prose = block.text.prose
    found = [(one, _sentence(prose, one)) for one in read(prose)]
    for one, (start, end) in found:
        beside = tuple(other for other, (first, _) in found if first == start)
        leads = prose[start : one.start].strip().count(" ") == 0
        yield _Stated(block, one, beside, prose[start:end], leads)


def _instead(one: _Stated, mine: Identifier, said: list[Identifier], spoken: str) -> bool:
    """Is it of the same product, or listed with the headline's other versions?"""
    found = one.found
    if mine.stage != found.stage or len(mine.parts) != len(found.parts) or mine.parts == found.parts:
        return False
    if mine.owner and found.owner in (mine.owner, *_version_words(spoken)):
        return True
    return (
        len(said) > 1
        and sum(other.parts in [each.parts for each in said] for other in one.beside) == len(said) - 1
    )


def _names(parts: tuple[str, ...], mine: Identifier) -> bool:
    """Is it the version of the headline, or one of its series?"""
    bare = _without_zeros(mine.parts)
    return parts[: len(bare)] == bare


def _without_zeros(parts: tuple[str, ...]) -> tuple[str, ...]:
    while len(parts) > 2 and parts[-1] == "0":
        parts = parts[:-1]
    return parts


@cache
def _version_words(code: str) -> frozenset[str]:
    return frozenset(map(fold, speech(code).names.releases.versions))


def _sentence(prose: str, found: Identifier) -> tuple[int, int]:
    start = 0
    for end in _SENTENCE_END.finditer(prose, 0, found.start):
        start = end.end()
    after = _SENTENCE_END.search(prose, found.end)
    return start, after.end() if after else len(prose)


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = speech(code).names.releases
    of = any_of if speech(code).dates.unspaced else word_of
    return lazy(of(known.announced), re.IGNORECASE), lazy(of(known.compared), re.IGNORECASE)


class VersionMismatch(Check):
    """Reports the version or issue that the text announces where the headline announces another."""

    needs = ("names.releases.announced", "names.releases.compared", "names.releases.versions")
    fields = frozenset({"said", "found"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for rival in rivals(article):
            assert article.headline is not None
            place = article.headline.span(rival.said.start, rival.said.end)
            other = rival.block.text.span(rival.found.start, rival.found.end)
            yield Alarm(
                span=place,
                fields={"said": rival.said.text, "found": rival.found.text},
                related=(Related(other, "the text says"),),
            )
