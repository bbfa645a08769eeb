"""A paragraph that stands in the language of another version, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.analyses.language import language
from linter.analyses.languages import guess_language
from linter.article.model import CODE, QUOTE, TABLE
from linter.finding import Severity
from linter.matching.regexes import lazy
from linter.text import FILLER, Span
from linter.topics.translations.alignment import Match
from linter.topics.translations.pairs import Pair, further
from linter.topics.translations.passages import Passage, passages
from linter.topics.translations.translation_missing import excerpt
from linter.topics.translations.version_check import Disagreement, VersionCheck

_FEWEST_WORDS = 10
_WORD = lazy(r"(?<![\w@-])[a-z\u00df-\u024f\u0400-\u04ff]{2,}(?![\w-])")
"""Words in small letters: titles, names and addresses stay as they are in every language."""
_LONG = 60
_TRANSLATED = 0.6
"""So much of the rest must be in the other language; else the whole is still to be translated."""


class TranslationUntranslated(VersionCheck):
    """Reports running text that two versions in two languages have alike."""

    many = 3

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        spoken = language(pair.first)
        if not spoken or spoken == language(pair.other):
            return
        long = [match for match in pair.matches if min(map(_length, pair.passages(match))) >= _LONG]
        same = [match for match in long if _plain(pair.passages(match)[0]) == _plain(pair.passages(match)[1])]
        if len(same) > (1 - _TRANSLATED) * len(long):
            return
        partnered = {match.theirs for match in pair.matches}
        found = [
            match
            for match in same
            if _is_running(pair.passages(match)[1], spoken)
            and (match.theirs + 1 in partnered or match.theirs + 1 == len(passages(pair.other)))
        ]  # behind others stands their translation
        for first, last in _in_a_row(found):
            (one, other), (one_end, other_end) = pair.passages(first), pair.passages(last)
            places = _from(one, one_end), _from(other, other_end)
            severity = Severity.INFO if _is_new(pair, first.mine, _plain(one)) else None
            yield Disagreement(*places, excerpt(one), excerpt(other), severity=severity)


def _is_new(pair: Pair, number: int, said: str) -> bool:
    """Whether most further versions have not translated a passage either."""
    others = [each for each in further(pair, number) if each is not None]
    return bool(others) and sum(_plain(each) == said for each in others) * 2 >= len(others)


def _in_a_row(found: Sequence[Match]) -> Iterator[tuple[Match, Match]]:
    """The first and the last of those that follow each other."""
    begun = 0
    for i, match in enumerate(found):
        if i + 1 == len(found) or found[i + 1].theirs != match.theirs + 1:
            yield found[begun], match
            begun = i + 1


def _from(first: Passage, last: Passage) -> Span:
    start, end = first.block.text.whole, last.block.text.whole
    return Span(start.start, end.end) if end.end > start.start else start


def _length(passage: Passage) -> int:
    return len(passage.prose)


def _plain(passage: Passage) -> str:
    return " ".join(passage.prose.replace(FILLER, "").split())


def _is_running(passage: Passage, code: str) -> bool:
    if passage.block.kind in (CODE, TABLE, QUOTE):
        return False
    prose = _plain(passage)
    linked = sum(mark.end - mark.start for mark in passage.block.text.marked("link"))
    if linked * 2 > len(passage.prose):
        return False  # the title of what it leads to
    words = _WORD.findall(prose)
    running = len(words) >= _FEWEST_WORDS and len(words) * 2 >= len(prose.split())
    return running and guess_language(prose).lang == code
