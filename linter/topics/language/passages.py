"""From runs of foreign words to passages: how far each reaches, and whether it is all of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from linter.analyses.languages import guess_language
from linter.languages import speech
from linter.messages import messages
from linter.namedtuples import NamedTuple
from linter.topics.language.lexicon import Lexicon, lends
from linter.topics.language.runs import EVIDENCE, STRONG, Run, main_language
from linter.topics.language.tokens import Paragraph, Token

CLAUSE, SENTENCE, PARAGRAPH = messages("clause", "sentence", "paragraph")
LEAST, LEAST_STRONG = 3, 2
"""Foreign words, and certain ones among them, that make a run a passage."""
MOST = 0.75
"""A run of so large a share of a sentence is the whole sentence."""
OWN_SHARE = 0.3
"""Most that a foreign sentence holds of words that the article's language has too."""
UNLISTED_SHARE = 0.4
"""Most that it holds of words in no list: names of things tell no language."""
EDGES = 0.35
"""Most of a foreign sentence that stands outside of its foreign words."""
TOLD_WORDS, TOLD_MARGIN = 5, 0.2
"""A sentence of so many words can be told by them, if its language leads by so much."""
PARAGRAPH_WORDS = 15
"""A shorter paragraph is called a sentence."""
MORE, MORE_STRONG = 4, 3
"""The same for a clause, and for a line that does not end like a sentence."""
NEAR = 3
"""Passages so few words apart are one."""


class Stretch(NamedTuple):
    """Tokens ``first`` to ``last`` of a paragraph in another language."""

    first: int
    last: int
    lang: str
    extent: str
    evidence: int
    strong: int


def stretches(paragraph: Paragraph, runs: list[Run], lexicon: Lexicon, quoted: Set[int]) -> list[Stretch]:
    """The foreign passages of a paragraph, those near each other joined; ``quoted`` tokens are left out."""
    grown = [
        _grown(paragraph, run, lexicon)
        for run in runs
        if (_is_long(run) or _has_verb(paragraph, run.first, run.last, run.lang)) and not _mostly(run, quoted)
    ]
    found: list[Stretch] = []
    for stretch in sorted([*grown, *_sentences(paragraph, lexicon, quoted)]):
        if found and stretch.first - found[-1].last <= NEAR + 1:
            stretch = _joined(found.pop(), stretch)
        found.append(stretch)
    return [named for stretch in found if _enough(named := _named(stretch, paragraph), paragraph)]


def _is_long(run: Run) -> bool:
    return run.evidence >= LEAST and run.strong >= LEAST_STRONG


def _has_verb(paragraph: Paragraph, first: int, last: int, code: str) -> bool:
    """Whether two words side by side, in small letters, are those of a sentence ("will be").

    The first may be one of the article's language, too. A capital before them is that of a title.
    """
    verbal = speech(code).foreign.verbal
    begin = max(0, first - 1)
    for place, (one, other) in enumerate(pairwise(paragraph.tokens[begin : last + 1]), begin):
        if one.lower and other.lower and f"{one.word} {other.word}" in verbal:
            before = paragraph.tokens[place - 1] if place else None
            return before is None or before.lower or paragraph.before(place)[:1] == ","
    return False


def _mostly(run: Run, quoted: Set[int]) -> bool:
    return 2 * sum(place in quoted for place in range(run.first, run.last + 1)) > run.words


def _sentences(paragraph: Paragraph, lexicon: Lexicon, quoted: Set[int]) -> Iterator[Stretch]:
    """The sentences that hold hardly any word of the article's language, whatever else they hold."""
    tokens = paragraph.tokens
    start = 0
    for end in range(1, len(tokens) + 1):
        if end < len(tokens) and not tokens[end].first:
            continue
        sentence = [
            token
            for place, token in enumerate(tokens[start:end], start)
            if (token.lower or token.first) and place not in quoted
        ]
        entries = [token.entry for token in sentence if token.entry and token.entry.tier in EVIDENCE]
        strong = sum(entry.tier in STRONG for entry in entries)
        if strong and len(entries) + 1 >= LEAST and _is_foreign(sentence, len(entries), lexicon, end - start):
            yield Stretch(start, end - 1, main_language(entries), SENTENCE, len(entries), strong)
        start = end


def _is_foreign(sentence: list[Token], evidence: int, lexicon: Lexicon, whole: int) -> bool:
    """Whether few words of a sentence are the article's, or its common words tell another language."""
    own = sum(token.entry is None and lexicon.known(token.word.lower()) for token in sentence)
    if evidence >= LEAST and own <= OWN_SHARE * len(sentence):
        return True
    unlisted = len(sentence) - own - evidence
    if _own_edges(sentence) > EDGES * len(sentence):
        return False
    if len(sentence) < max(TOLD_WORDS, whole / 2) or unlisted > UNLISTED_SHARE * len(sentence):
        return False
    guess = guess_language(" ".join(token.text for token in sentence))
    return guess.lang != lexicon.lang and guess.margin >= TOLD_MARGIN


def _own_edges(sentence: list[Token]) -> int:
    """How many words stand before the first and after the last foreign one: a clause is no sentence."""
    foreign = [place for place, token in enumerate(sentence) if token.entry]
    return len(sentence) - (foreign[-1] - foreign[0] + 1)


def _grown(paragraph: Paragraph, run: Run, lexicon: Lexicon) -> Stretch:
    """The run with the neighbours that are no words of the article's language, or its whole sentence."""
    tokens = paragraph.tokens
    start, end = _sentence(paragraph, run)
    first, last = run.first, run.last

    def own(place: int) -> bool:
        token = tokens[place]
        return token.entry is None and lexicon.known(token.word.lower())

    while first > start and not own(first - 1):
        first -= 1
    while last < end and not own(last + 1):
        last += 1
    if last - first + 1 >= MOST * (end - start + 1):
        return Stretch(start, end, run.lang, SENTENCE, run.evidence, run.strong)
    return Stretch(first, last, run.lang, CLAUSE, run.evidence, run.strong)


def _sentence(paragraph: Paragraph, run: Run) -> tuple[int, int]:
    tokens = paragraph.tokens
    start, end = run.first, run.last
    while start > 0 and not tokens[start].first:
        start -= 1
    while end + 1 < len(tokens) and not tokens[end + 1].first:
        end += 1
    return start, end


def _joined(one: Stretch, other: Stretch) -> Stretch:
    longer = max(one, other, key=lambda stretch: stretch.evidence)
    extent = (
        max(one.extent, other.extent) if one.first == other.first or one.extent == other.extent else CLAUSE
    )
    last = max(one.last, other.last)
    if other.first <= one.last:
        return longer._replace(first=one.first, last=last, extent=extent)
    evidence, strong = one.evidence + other.evidence, one.strong + other.strong
    return Stretch(one.first, last, longer.lang, extent, evidence, strong)


def _named(stretch: Stretch, paragraph: Paragraph) -> Stretch:
    words, whole = stretch.last - stretch.first + 1, len(paragraph.tokens)
    if words >= PARAGRAPH_WORDS and words >= 0.8 * whole:
        return stretch._replace(first=0, last=whole - 1, extent=PARAGRAPH)
    return stretch


def _enough(stretch: Stretch, paragraph: Paragraph) -> bool:
    if stretch.evidence >= MORE and stretch.strong >= MORE_STRONG:
        return True
    if stretch.extent == CLAUSE:
        return _running_words(paragraph, stretch)
    return ends_sentence(paragraph, stretch)


def _running_words(paragraph: Paragraph, stretch: Stretch) -> bool:
    """Whether a short clause is no name and no English term (``table of contents``)."""
    small = all(token.lower for token in paragraph.tokens[stretch.first : stretch.last + 1])
    return small and (
        not lends(stretch.lang) or _has_verb(paragraph, stretch.first, stretch.last, stretch.lang)
    )


def ends_sentence(paragraph: Paragraph, stretch: Stretch) -> bool:
    """Whether a mark that ends sentences follows it."""
    return paragraph.after(stretch.last).lstrip("\"'”»“)*_ ")[:1] in tuple(".!?…")


def places(found: list[Stretch]) -> Iterator[int]:
    """The tokens that are part of a passage."""
    for stretch in found:
        yield from range(stretch.first, stretch.last + 1)
