"""A word, or a few words, written twice in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.analyses.exempt import Exempt, exempt
from linter.analyses.language import language
from linter.analyses.languages import is_prose
from linter.analyses.shown import shown_lines
from linter.analyses.verse import is_verse
from linter.article.model import HEADING, HEADLINE, QUOTE, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.text import Span
from linter.topics.structure.doubles import Double, doubles, may_double
from linter.topics.structure.may_double import grammar

SPOKEN = 400
"""A block of so many characters has marks between its clauses, unless a machine wrote down what was said."""
CLAUSE = 150
"""Characters to a mark at the least."""

MEANT = 3
"""So often somebody writes the same two words who means them: the title of a song, a name."""
STAMMERED = 3
"""Doubles of a talk that nobody edited."""
UNEDITED, APART = 8, 8_000
"""So many doubles, with no more characters to each, has a long text that a machine wrote down: no post of
20,000 that somebody wrote has them."""
LONG_TEXT = 10_000
"""Characters of a text that is long. A short one with many doubles was pasted or converted badly."""

_LEFT: tuple[Exempt, ...] = ("code", "quotes")
_SPEAKER = (":", ">")
"""Ends the name of whoever says what follows."""
_GOES_ON = lazy(rf" [{CAPITALS}]")
"""Behind a doubled word with a capital: both are parts of a name ("Duck Duck Go")."""
_SHOWN = lazy(r"\s<[^>]*>\s|!\[|\{\{|~~|</?(?:del|s|strike)>")
"""Between two words: what readers see in the place of markup, or the end of what is struck out."""
_CALLED = tuple(",.;:!?…")
_SIC = lazy(r"[ \u00a0]?[\[(](?:sic|!)!?[\])]")
"""Somebody saw that it stands twice, and quotes it so."""


class RepeatedWord(Check):
    """Reports words and phrases of up to five words that stand twice in a row and never should.

    What may stand twice is a matter of the language: see ``structure`` in its file. In quotations and code
    all may. A phrase twice at the end of a sentence may be said with stress, and is an info.
    """

    needs = ("structure.never-twice",)
    fields = frozenset({"text", "word"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        blocks = (*article.scope("text"), *shown_lines(article))
        places = [
            (blocks[number], list(doubles(blocks[number].text.prose)))
            for number in may_double([block.text for block in blocks])
        ]
        if not any(found for _, found in places):
            return
        times = Counter(words for words, *_ in {_sentence(double) for _, found in places for double in found})
        known = grammar(language(article))
        alarms: list[tuple[Block, Alarm]] = []
        for block, found in places:
            seldom = [double for double in found if times[_words(double)] < MEANT or known.never(double)]
            if seldom and _is_written(block.text.prose, language(article)):
                alarms += ((block, alarm) for alarm in _alarms(article, block, seldom))
        for block, alarm in alarms:
            yield alarm._replace(severity=alarm.severity or _severity(article, block, len(alarms)))


def _severity(article: Article, block: Block, times: int) -> Severity | None:
    """An info in subtitles and transcripts: people stammer, and what they said is what stands there.

    Few doubles in the turns of a short interview are slips of whoever edited it.
    """
    if times >= UNEDITED and LONG_TEXT < len(article.source) < times * APART:
        return Severity.INFO
    from linter.analyses.transcript import is_spoken, is_talk

    stammered = times >= STAMMERED or is_talk(article)
    return Severity.INFO if stammered and is_spoken(article, block) else None


def _alarms(article: Article, block: Block, found: list[Double]) -> Iterator[Alarm]:
    known = grammar(language(article))
    marks = frozenset((mark.start, mark.end) for mark in block.text.marked("link", "emphasis", "strong"))
    starts, ends = frozenset(start for start, _ in marks), frozenset(end for _, end in marks)
    for double in found:
        if not known.wrong(double) or _is_named(block, double, starts, known.never(double)):
            continue
        span = block.text.span(double.start, double.end)
        if _is_all(block.text.prose, double) or _is_left(article, block, span, known.never(double)):
            continue
        if double.middle in ends and double.end in ends:  # "or [this post] or [this post]"
            continue
        if _SIC.match(block.text.prose, double.end) or _is_called(block.text.prose, double):
            continue
        once, again = (double.start, double.middle), (double.again, double.end)
        between = article.source[block.text.span(*once).end : block.text.span(*again).start]
        if not _set_off(double, marks, between):
            quiet = Severity.INFO if known.stressed(double) else None
            yield _alarm(block, double, span)._replace(severity=quiet)


def _is_named(block: Block, double: Double, starts: frozenset[int], never: bool) -> bool:
    """Whether a name begins or goes on there: "the [The Verge]"."""
    if not double.repeated[0].istitle():
        return False
    if block.text.prose.startswith(":", double.end) and not double.words[0].istitle():
        return True  # "taken from From: and Subject: lines"
    if block.kind in (HEADLINE, HEADING) or double.again in starts:
        return True
    named = double.words[0].istitle() and not never
    return named and _GOES_ON.match(block.text.prose, double.end) is not None


def _words(double: Double) -> tuple[str, ...]:
    return tuple(map(str.lower, double.words))


def _sentence(double: Double) -> tuple[tuple[str, ...], str, str]:
    """What was copied stands there as often, and nobody meant it more."""
    return _words(double), double.before, double.after


def _is_left(article: Article, block: Block, span: Span, never: bool) -> bool:
    """Whether it stands in code or in somebody's words.

    In a block of them, which was copied, nobody means the words that never stand twice.
    """
    copied = block.kind == QUOTE and never
    return any(exempt(article, kind).hold(span.start) for kind in (("code",) if copied else _LEFT))


def _set_off(double: Double, marks: frozenset[tuple[int, int]], between: str) -> bool:
    """Whether markup sets one apart from the other: a label, a term, or what vanished between them."""
    first, second = (double.start, double.middle), (double.again, double.end)
    if (double.start, double.end) in marks or second in marks:
        return True
    if any(double.again < start < double.end < end for start, end in marks):
        return True  # "not a roof without, but a roof *without a house*"
    if double.repeated[0].istitle():
        return first in marks or "\n" in between
    return _SHOWN.search(between) is not None


def _is_all(prose: str, double: Double) -> bool:
    """Whether a line says nothing else: "yes yes" is a whole answer, "blah blah" a whole remark."""
    line = prose.rfind("\n", 0, double.start) + 1
    end = prose.find("\n", double.end)
    before, after = prose[line : double.start].rstrip(), prose[double.end : end if end >= 0 else len(prose)]
    return not before[-1:].strip("".join(_SPEAKER)) and not any(map(str.isalnum, after))


def _is_called(prose: str, double: Double) -> bool:
    """Whether a clause is nothing else: "Si si, possible", "Nobody nobody?", "Free people free people,"."""
    return double.opens and prose[double.end : double.end + 1] in _CALLED


def _is_written(prose: str, code: str) -> bool:
    """Whether it is prose of the language, neither verse nor filler text nor speech."""
    return not is_verse(prose) and not _spoken(prose) and is_prose(prose, code)


def _spoken(prose: str) -> bool:
    return len(prose) > SPOKEN and sum(map(prose.count, ".,;:!?")) * CLAUSE < len(prose)


def _alarm(block: Block, double: Double, span: Span) -> Alarm:
    prose = block.text.prose
    once = prose[double.start : double.middle]
    word = once if double.words == double.repeated else once.lower()
    return Alarm(span, {"text": prose[double.start : double.end], "word": word}, suggestion=once)
