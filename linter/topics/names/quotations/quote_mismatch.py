"""A quotation that the article words in two ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.quotes import quotes
from linter.article.model import CODE, HEADING, HEADLINE, STANDFIRST, TABLE, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import speech
from linter.languages.names import Quotations
from linter.matching.regexes import lazy
from linter.topics.names.normalise import fold
from linter.topics.names.quotations.quoted_words import FEWEST_WORDS, Quoted, Token, Variant, quoted

_MOST_CHANGED = 3
"""Words; with more of them it is another quotation …"""
_LEAST_EQUAL = 0.75
"""… as it is with a smaller share of the longer wording in common."""

_BETWEEN = lazy(r"\W")
_SIGNS = "\"'“”„«»‘’‹›"
_SHINGLE = 3
_NEAREST = 8
"""A quotation is compared with so many of those before it that have the same three words."""
_ABOVE = frozenset({HEADLINE, HEADING, STANDFIRST})
"""Kinds of block that repeat what the text says."""
_SMALL = 3
"""Words of so few letters are small ones."""


@analysis
def quoted_twice(article: Article) -> tuple[Variant, ...]:
    """The quotations that stand in two blocks and share most words in the same order, but not all."""
    found = quotes(article)
    long = [
        (block, quote)
        for block in article.blocks
        if block.kind not in (CODE, TABLE)
        for quote in found.of(block)
        if quote.closed and quote.end - quote.start >= 3 * FEWEST_WORDS
    ]
    if len({id(block) for block, _ in long}) < 2:
        return ()
    read = (quoted(block, quote) for block, quote in long)
    known = [each for each in read if each is not None and len(each.texts) >= FEWEST_WORDS]
    return tuple(
        variant
        for one, other in _alike(known)
        if (variant := _compared(known[one], known[other])) is not None
    )


def _runs(quoted: Quoted) -> set[tuple[str, ...]]:
    """All runs of so many words."""
    return set(zip(*(quoted.texts[k:] for k in range(_SHINGLE)), strict=False))


def _alike(known: list[Quoted]) -> list[tuple[int, int]]:
    """Pairs of quotations of different blocks that share at least two runs of three words."""
    seen: set[tuple[str, ...]] = set()
    twice: set[tuple[str, ...]] = set()
    runs = [_runs(quoted) for quoted in known]
    for each in runs:
        twice |= each & seen
        seen |= each
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for i, each in enumerate(runs if twice else ()):
        for shingle in each & twice:
            for j in places[shingle][-_NEAREST:]:
                shared[j, i] += 1
            places[shingle].append(i)
    return sorted(
        pair
        for pair, count in shared.items()
        if count > 1 and known[pair[0]].block is not known[pair[1]].block
    )


def _compared(one: Quoted, other: Quoted) -> Variant | None:
    """The two as variants, if the shorter one has the same beginning and end as a stretch of the longer."""
    short, long = (one, other) if len(one.texts) <= len(other.texts) else (other, one)
    texts = list(short.texts)
    found = _stretch(texts, list(long.texts)) if short.texts != long.texts else None
    if found is None:
        return None
    from difflib import SequenceMatcher

    begin, end = found
    words, stretch = short.words(), long.words()[begin:end]
    said, otherwise = [], []
    equal = 0
    matcher = SequenceMatcher(None, texts, [word.text for word in stretch], autojunk=False)
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            equal += b - a
        else:
            said.append(words[a:b])
            otherwise.append(stretch[c:d])
    changed = sum(max(len(a), len(b)) for a, b in zip(said, otherwise, strict=True))
    if not said or changed > _MOST_CHANGED or equal < _LEAST_EQUAL * max(len(texts), len(stretch)):
        return None
    return Variant(short, long, tuple(said), tuple(otherwise), (stretch[0].start, stretch[-1].end))


def _stretch(short: list[str], long: list[str]) -> tuple[int, int] | None:
    """Where the shorter words begin and end in the longer, by their first and last word and their number."""
    from difflib import SequenceMatcher

    best = None
    for begin, word in enumerate(long):
        if word != short[0]:
            continue
        for length in range(len(short) - _MOST_CHANGED, len(short) + _MOST_CHANGED + 1):
            end = begin + length
            if length > 1 and end <= len(long) and long[end - 1] == short[-1]:
                score = SequenceMatcher(None, short, long[begin:end], autojunk=False).ratio()
                if best is None or score > best[0]:
                    best = (score, begin, end)
    return best[1:] if best else None


class _Fitting:
    """The words of one language that change when a quotation is fitted into another sentence, folded."""

    def __init__(self, words: Quotations) -> None:
        self.pronouns, self.auxiliaries, self.articles, self.negations, self.halves = (
            frozenset(map(fold, phrases))
            for phrases in (
                words.pronouns,
                words.auxiliaries,
                words.articles,
                words.negations,
                words.half_negations,
            )
        )
        self._past = tuple(words.past_endings.items())

    def negate(self, words: set[str], omitted: bool) -> bool:
        """Whether the words that differ turn the sentence round: half a negation left out does not."""
        if words & self.negations or (self.halves and words >= self.halves):
            return True
        return not omitted and bool(words & self.halves)

    def present(self, word: str) -> str:
        """A verb in the past as if it stood in the present."""
        past = next((ending for ending in self._past if word.endswith(ending[0])), None)
        return word.removesuffix(past[0]) + past[1] if past else word


@cache
def _fitting(code: str) -> _Fitting:
    return _Fitting(speech(code).names.quotations)


class QuoteMismatch(Check):
    """Compares each quotation with its other occurrence: headline or subhead against the text.

    Cuts that are marked, changes of person, number and tense that another sentence asks for, names,
    numerals and accents are left alone. Words that are only left out lower the alarm to a hint,
    unless one of them is a negation.
    """

    needs = ("names.quotations.pronouns", "names.quotations.auxiliaries")
    fields = frozenset({"here", "there"})
    variants = frozenset({"omission"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        seen: set[frozenset[str]] = set()
        fitting = _fitting(language(article))
        for variant in quoted_twice(article):
            yield Count("quotations compared")
            wordings = frozenset(" ".join(_words(runs)) for runs in (variant.said, variant.otherwise))
            if wordings in seen or _is_fitted(variant, fitting):
                continue
            seen.add(wordings)
            yield _alarm(variant, fitting)
        yield from self._denied(article, fitting)

    def _denied(self, article: Article, fitting: _Fitting) -> Iterator[Alarm]:
        head = article.headline
        if head is None or not any(map(head.prose.__contains__, _SIGNS)):
            return
        from linter.topics.names.quotations.quote_denials import denials

        for variant in denials(article, fitting.negations | fitting.halves):
            yield _alarm(variant, fitting)


def _words(runs: tuple[tuple[Token, ...], ...]) -> list[str]:
    return [word.text for run in runs for word in run]


def _alarm(variant: Variant, fitting: _Fitting) -> Alarm:
    first, second = variant.first, variant.second
    said = [_text(first.block.text.prose, words) for words in variant.said]
    otherwise = [_text(second.block.text.prose, words) for words in variant.otherwise]
    omitted = not any(variant.said) or not any(variant.otherwise)
    words = {*_words(variant.said), *_words(variant.otherwise)}
    small = all(len(word) <= _SMALL or word in fitting.articles for word in words)
    minor = not fitting.negate(words, omitted) and (omitted or small or _shortened(variant))
    here, there = (" … ".join(filter(None, texts)) for texts in (said, otherwise))
    related = Related(second.block.text.span(*variant.place), "the other wording")
    return Alarm(
        first.block.text.span(first.start, first.end),
        {"here": here, "there": there} if here and there else {"here": here or there, "there": ""},
        (related,),
        severity=Severity.INFO if minor or not _above(variant) else None,
        variant="omission" if omitted else "",
    )


def _above(variant: Variant) -> bool:
    """Does one of them stand above the text, where a quotation is taken out of it?"""
    return any(found.block.kind in _ABOVE for found in (variant.first, variant.second))


def _shortened(variant: Variant) -> bool:
    """Whether all that differs is that a compound is shorter in one ("Pandemie", "Coronapandemie")."""
    pairs = zip(variant.said, variant.otherwise, strict=True)
    joined = [tuple("".join(word.text for word in run) for run in pair) for pair in pairs]
    short_long = [sorted(pair, key=len) for pair in joined]
    return all(len(a) > _SMALL and (b.startswith(a) or b.endswith(a)) for a, b in short_long)


def _text(prose: str, words: tuple[Token, ...]) -> str:
    return prose[words[0].start : words[-1].end] if words else ""


def _is_fitted(variant: Variant, fitting: _Fitting) -> bool:
    """Whether each difference is one that grammar or style explains."""
    prose = (variant.first.block.text.prose, variant.second.block.text.prose)
    said, otherwise = Counter(_words(variant.said)), Counter(_words(variant.otherwise))
    if not fitting.pronouns.isdisjoint(part for word in said + otherwise for part in _BETWEEN.split(word)):
        return True
    moved = said & otherwise
    apart = {*(said - moved), *(otherwise - moved)}
    if any(word[0].isdigit() for word in apart) or (moved and apart <= fitting.articles):
        return True
    here, there = (list((words - moved).elements()) for words in (said, otherwise))
    if len(variant.said) > 1 and len(here) == len(there) == 1:
        return {*here, *there} <= fitting.auxiliaries or _inflected(here[0], there[0], fitting)
    runs = zip(variant.said, variant.otherwise, strict=True)
    return all(_same(one, other, prose, fitting) for one, other in runs)


def _same(
    one: tuple[Token, ...], other: tuple[Token, ...], prose: tuple[str, str], fitting: _Fitting
) -> bool:
    said, otherwise = [word.text for word in one], [word.text for word in other]
    if "".join(said).replace("-", "") == "".join(otherwise).replace("-", ""):
        return True
    if not said or not otherwise:
        return all(
            _is_name(word, text) for words, text in ((one, prose[0]), (other, prose[1])) for word in words
        )
    if _initials(said, otherwise):
        return True
    if {*said, *otherwise} <= fitting.auxiliaries:
        return True
    return len(said) == len(otherwise) and all(
        _inflected(a, b, fitting) for a, b in zip(said, otherwise, strict=True)
    )


def _is_name(word: Token, prose: str) -> bool:
    return prose[word.start].isupper() and word.start > 0


def _initials(said: list[str], otherwise: list[str]) -> bool:
    """Whether one is the other's initials ("UE", "Union européenne")."""
    one, other = (" ".join(words).replace("-", " ").split() for words in (said, otherwise))
    short, long = sorted((one, other), key=len)
    return len(short) == 1 < len(long) and "".join(word[0] for word in long) == short[0]


def _inflected(one: str, other: str, fitting: _Fitting) -> bool:
    """Whether two words differ in their ending only, as forms of one word do."""
    one, other = fitting.present(one), fitting.present(other)
    same = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return same >= 2 and max(len(one), len(other)) - same <= 3 and same >= min(len(one), len(other)) - 3
