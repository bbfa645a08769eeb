"""A paragraph or item that another language version has and this one lacks."""

from __future__ import annotations

from collections.abc import Iterator

from linter.finding import Severity
from linter.matching.regexes import lazy
from linter.text import Span
from linter.topics.translations.gaps import SHORT, behind, standing
from linter.topics.translations.pairs import Pair, further
from linter.topics.translations.passages import Passage
from linter.topics.translations.version_check import Disagreement, VersionCheck

_MOST = 3
"""With more gaps a version is another text, or far behind."""
_EXCERPT = 60
_LAST = lazy(r"\S{1,12}\s*\Z")


class TranslationMissing(VersionCheck):
    """Reports where a version lacks a passage, if all the rest of it has partners in the other one."""

    variants = frozenset({"many", "odd", "there"})

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        gaps, share, _ = standing(pair)
        if len(gaps) > _MOST or min(share) < SHORT or behind(pair, 0) or behind(pair, 1):
            return
        for gap in gaps:
            there = gap.missing[0]
            place, said = _end(gap.before), excerpt(there)
            whole = there.block.text.whole
            if gap.in_first:
                yield Disagreement(place, whole, "", said, ("", "there"), True, Severity.INFO)
            else:
                new = _is_new(pair, gap.number)
                yield Disagreement(
                    whole, place, said, "", ("there", ""), severity=Severity.INFO if new else None
                )


def _is_new(pair: Pair, number: int) -> bool:
    """Whether most further versions lack a passage of the first one, too: nobody has translated it yet."""
    others = list(further(pair, number))
    return bool(others) and others.count(None) * 2 >= len(others)


def _end(passage: Passage) -> Span:
    """The last word of a passage."""
    found = _LAST.search(passage.prose)
    return passage.block.text.span(*found.span()) if found else passage.block.text.whole


def excerpt(passage: Passage) -> str:
    """How a passage begins."""
    words = " ".join(passage.prose.split())
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"
