"""The headline announces one version or issue, the text another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from operator import attrgetter, itemgetter, methodcaller

from linter.analyses.digit_blocks import has_digits
from linter.analyses.exempt import Spans
from linter.analyses.language import language
from linter.article.model import CODE, PARAGRAPH, STANDFIRST, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names.codes.identifiers import ISSUE, Identifier, issues, series_number, versions
from linter.topics.names.codes.series_part import other_part
from linter.topics.names.haystack import haystack_blocks
from linter.topics.names.normalise import fold

_FIRST_BLOCKS = 3
"""So many paragraphs may announce what the article is about."""
_MOST = 12
"""So many versions of a headline are looked up."""
_NEXT = 2
"""Issues of one series that are so near are taken for each other; others are of another one."""
_SERIES = (".x", ".X")
"""Behind what is no version, but all of a series."""
_WORDS = lazy(r"[^\W_]+")
_BLANKS = lazy(r"\s*")
_SENTENCE_END = lazy(r"[.!?…]+[\"'”»)]*(?=\s|\Z)|[。！？\n]")


class Rival(NamedTuple):
    """An identifier of the text where the headline has another of the same product."""

    said: Identifier
    block: Block
    found: Identifier


class _Sentence(NamedTuple):
    """A sentence of the text with all its identifiers."""

    text: str
    found: tuple[Identifier, ...]


class _Stated(NamedTuple):
    """An identifier of the text."""

    block: Block
    found: Identifier
    sentence: int
    """The number of its sentence among those that have any."""
    leads: bool
    """It stands at the beginning of its sentence."""


def rivals(article: Article) -> Iterator[Rival]:
    """For each version and issue of the headline, the other one that the text announces instead."""
    if article.headline is None or not has_digits(article.headline.prose):
        return
    blocks = [block for block in haystack_blocks(article) if block.kind != CODE]
    title = article.headline.prose
    for read in (versions, issues):
        said = [each for each in read(title) if not title.startswith(_SERIES, each.end)]
        if read is issues and not said:
            said = list(series_number(title))
        if said:
            yield from _rivals(said, blocks, read, language(article))


def _rivals(
    said: list[Identifier], blocks: list[Block], read: Callable[[str], Iterator[Identifier]], code: str
) -> Iterator[Rival]:
    named = {found.parts for block in blocks for found in read(block.text.prose)}
    running = [block for block in blocks if block.kind in (PARAGRAPH, STANDFIRST)][:_FIRST_BLOCKS]
    sentences: list[_Sentence] = []
    stated = [one for block in running for one in _stated(block, read, sentences)]
    if read is issues:  # of several none is the one of the article, and a link leads to the one before
        stated = [one for one in _without_links(stated) if len(named) == 1]
    if not stated:
        return
    announces, compares = _patterns(code)
    says = [announces.search(sentence.text) is not None for sentence in sentences]
    apart = [compares.search(sentence.text) is not None for sentence in sentences]
    listed = [_has_others(sentence, said) for sentence in sentences]
    first = _openings(stated, sentences)
    series = {each.parts for each in said}
    for mine in said[:_MOST]:
        unnamed = not any(_names(parts, mine) for parts in named)
        silent = [not any(_names(other.parts, mine) for other in each.found) for each in sentences]
        for one in stated:
            at, found = one.sentence, one.found
            if apart[at] or not silent[at] or any(found.parts[: len(each)] == each for each in series):
                continue
            if not _is_alike(found, mine) or not (listed[at] or _is_of_product(one, sentences, mine, code)):
                continue
            if (says[at] or one.leads or mine.kind == ISSUE) if unnamed else (says[at] and at in first):
                yield Rival(mine, one.block, found)
                break


def _openings(stated: list[_Stated], sentences: list[_Sentence]) -> set[int]:
    """The first sentences that name a version, of the standfirst and of the text below it."""
    found: set[int] = set()
    for above in (True, False):
        part = [one.sentence for one in stated if (one.block.kind == STANDFIRST) == above]
        for at in part:
            if sentences[at].text != sentences[part[0]].text:
                break
            found.add(at)
    return found


def _without_links(stated: list[_Stated]) -> Iterator[_Stated]:
    """Those that are no links, but for one to what the head of the article says."""
    for block, group in groupby(stated, key=attrgetter("block")):
        marks = (mark for mark in block.text.marked("link") if not mark.value.startswith("{{"))
        links = Spans([Span(mark.start, mark.end) for mark in marks])
        yield from (one for one in group if not links.meet(Span(one.found.start, one.found.end)))


def _stated(
    block: Block, read: Callable[[str], Iterator[Identifier]], sentences: list[_Sentence]
) -> Iterator[_Stated]:
    """The identifiers of a block; their sentences are added to those known."""
    prose = block.text.prose
    ends = list(_SENTENCE_END.finditer(prose))
    for start, group in groupby(_with_starts(prose, list(read(prose))), key=itemgetter(0)):
        found = tuple(one for _, one in group)
        after = bisect_left(ends, found[-1].end, key=methodcaller("start"))
        end = ends[after].end() if after < len(ends) else len(prose)
        gap = prose.find(" ", _behind_blanks(prose, start))
        second = len(prose) if gap < 0 else _behind_blanks(prose, gap)
        for one in found:
            yield _Stated(block, one, len(sentences), one.start <= second)
        sentences.append(_Sentence(prose[start:end], found))


def _behind_blanks(prose: str, start: int) -> int:
    blanks = _BLANKS.match(prose, start)
    return blanks.end() if blanks else start


def _with_starts(prose: str, found: list[Identifier]) -> Iterator[tuple[int, Identifier]]:
    """Identifiers, each with the beginning of its sentence."""
    start = done = 0
    for one in found:
        for end in _SENTENCE_END.finditer(prose, done, one.start):
            start = end.end()
        done = one.end
        yield start, one


def _is_alike(one: Identifier, mine: Identifier) -> bool:
    """Is it another identifier of the same form?"""
    return mine.stage == one.stage and len(mine.parts) == len(one.parts) and mine.parts != one.parts


def _is_of_product(stated: _Stated, sentences: list[_Sentence], mine: Identifier, code: str) -> bool:
    """Is it of the same product? An issue by another word is one of the next few."""
    one = stated.found
    if _is_named(sentences[stated.sentence], one, mine):
        return True
    if mine.kind == ISSUE and one.owner in _issue_words(code):
        return one.owner == mine.owner or abs(int(one.parts[0]) - int(mine.parts[0])) <= _NEXT
    if not mine.owner:  # the headline begins with it
        return mine.start == 0 and bool(one.owner)
    return one.owner in (mine.owner, *_version_words(code))


def _is_named(sentence: _Sentence, found: Identifier, mine: Identifier) -> bool:
    """Does its sentence name the product elsewhere: "A new version of Otter is out: 2.1"?"""
    alone = not found.owner and len(sentence.found) == 1
    return alone and bool(mine.owner) and mine.owner in _WORDS.findall(fold(sentence.text))


def _has_others(sentence: _Sentence, said: list[Identifier]) -> bool:
    """Does a sentence list all versions of the headline but one?"""
    parts = {each.parts for each in said}
    return len(said) > 1 and sum(other.parts in parts for other in sentence.found) == len(said) - 1


def _names(parts: tuple[str, ...], mine: Identifier) -> bool:
    """Is it the version of the headline, or one of its series? "7.3.1" is none of "7.3.0"."""
    return parts[: len(mine.parts)] == mine.parts or _without_zeros(parts) == _without_zeros(mine.parts)


def _without_zeros(parts: tuple[str, ...]) -> tuple[str, ...]:
    while len(parts) > 2 and parts[-1] == "0":
        parts = parts[:-1]
    return parts


@cache
def _version_words(code: str) -> frozenset[str]:
    return frozenset(map(fold, speech(code).names.releases.versions))


@cache
def _issue_words(code: str) -> frozenset[str]:
    return frozenset(map(fold, speech(code).names.releases.issues))


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
        if article.headline is not None and (part := other_part(article)):
            related = Related(part.block.text.span(*part.found), "the text says")
            found = part.block.text.prose[slice(*part.found)]
            fields = {"said": article.headline.prose[slice(*part.said)], "found": found}
            yield Alarm(article.headline.span(*part.said), fields, (related,))
