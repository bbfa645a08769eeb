"""One name of several words stands in two forms that differ in one word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import compress, count

from linter.article.model import HEADING, HEADLINE, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.matching.spelling import common_beginning
from linter.namedtuples import NamedTuple
from linter.topics.names import lists, mentions
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold, fold_word
from linter.topics.names.tokens import Words
from linter.topics.names.vocabulary import small_words

_LEAST, _MOST = 4, 8
"""Words with capitals of a name that is compared; one less if there is a small word among them."""
_ARTICLE = 3
"""Letters of the longest article."""
_STEM = 5
"""So many letters at the beginning make two words forms of one."""
_TAIL = 2
"""Shorter ends are those of a plural or a case."""
_NAMES = 300
"""So many different names are compared; a text with more is a list of them."""
_TOLD = 3
"""Places of two names of which one stands more often than the other, and of each word that they share."""
_SHARED = _LEAST - 2
"""Words that two names have in common at the least."""


class Variant(NamedTuple):
    """A name in its rarer form, and the other."""

    rare: tuple[Mention, Mention]
    """Its first and its last word."""
    usual: tuple[Mention, Mention]


class _Name(NamedTuple):
    words: tuple[str, ...]
    first: Mention
    last: Mention


def variants(found: Mentions) -> Iterator[Variant]:
    """Each long name that stands once, where one that differs in a single word stands more often."""
    places = _places(found)
    by_rest: dict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for words in places:
        for at in range(len(words)):
            by_rest[at, (*words[:at], *words[at + 1 :])].append(words)
    for alike in by_rest.values():
        if len(alike) == 2:
            rare, usual = sorted(alike, key=lambda words: len(places[words]))
            once = len(places[rare]) == 1 < len(places[usual])
            if once and _one_word(rare, usual, found.text.language):
                slip, right = places[rare][0], places[usual][0]
                yield Variant((slip.first, slip.last), (right.first, right.last))


def _places(found: Mentions) -> dict[tuple[str, ...], list[_Name]]:
    """The long names of the running text that may stand in two forms, each with its places."""
    capital = found.text.capitalised.__contains__
    rows = [
        (number, row)
        for number, block in enumerate(found.text.blocks)
        if block.kind not in (HEADLINE, HEADING)
        for row in _rows(found.text.tokens[number].texts, capital)
    ]
    times = Counter(found.text.tokens[number].texts[at] for number, row in rows for at in row)
    places: dict[tuple[str, ...], list[_Name]] = {}
    for number, row in rows:
        texts = found.text.tokens[number].texts
        if sum(times[texts[at]] >= _TOLD for at in row) < _SHARED:
            continue
        for name in _names(number, found.text.tokens[number], row):
            if len(places) < _NAMES or name.words in places:
                places.setdefault(name.words, []).append(name)
    return places


def _rows(texts: list[str], capital: Callable[[str], bool]) -> Iterator[list[int]]:
    """Capitalised words with nothing but small words between them, where there are enough for a name."""
    row: list[int] = []
    small, behind = small_words(), 0
    for at in compress(count(), map(capital, texts)):
        if at > behind and not small.issuperset(map(fold_word, texts[behind:at])):
            if len(row) >= _LEAST - 1:
                yield row
            row = []
        row.append(at)
        behind = at + 1
    if len(row) >= _LEAST - 1:
        yield row


def _names(block: int, words: Words, row: list[int]) -> Iterator[_Name]:
    """The parts of a row that only blanks join."""
    run = row[:1]
    for at in row[1:]:
        between = words[run[-1] + 1 : at + 1]
        if any(word.initial or word.gap.strip(" \u00a0") for word in between):
            yield from _name(block, words, run)
            run = []
        run.append(at)
    yield from _name(block, words, run)


def _name(block: int, words: Words, run: list[int]) -> Iterator[_Name]:
    """The run as a name, if it is long enough; what begins a sentence may be an article."""
    if run and words[run[0]].initial and len(words[run[0]].text) <= _ARTICLE:
        run = run[1:]
    small = len(run) > 1 and run[-1] - run[0] + 1 > len(run)
    if len(run) < _LEAST and not (small and len(run) == _LEAST - 1):
        return
    if len(run) <= _MOST:
        texts = tuple(words.texts[at] for at in run)
        yield _Name(texts, Mention(block, run[0], words[run[0]]), Mention(block, run[-1], words[run[-1]]))


def _one_word(rare: tuple[str, ...], usual: tuple[str, ...], code: str) -> bool:
    """Are the two words in which they differ forms of one, and not its plural?"""
    pairs = [(fold(a), fold(b)) for a, b in zip(rare, usual, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    one, two = pairs[0]
    shared = len(common_beginning(one, two))
    endings = speech(code).names.endings
    tails = one[shared:], two[shared:]
    if shared < _STEM or min(map(len, tails)) < _TAIL or all(tail in endings for tail in tails):
        return False
    return lists.ordinary(one, code) and lists.ordinary(two, code)


class NameVariant(Check):
    """Reports the rarer form of a name of several words."""

    needs = ("names.fixed", "names.endings")
    fields = frozenset({"name", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = mentions(article)
        for variant in variants(found):
            rare, usual = (found.text.span(a)._replace(end=found.text.span(b).end) for a, b in variant)
            yield Alarm(
                span=rare,
                fields={"name": article.excerpt(rare), "other": article.excerpt(usual)},
                related=(Related(usual, "called so here"),),
            )
