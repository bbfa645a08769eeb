"""A version that lacks a good part of another one."""

from __future__ import annotations

from collections.abc import Iterator

from linter.finding import Severity
from linter.topics.translations.gaps import behind
from linter.topics.translations.pairs import Pair
from linter.topics.translations.passages import passages
from linter.topics.translations.version_check import Disagreement, VersionCheck


class TranslationStale(VersionCheck):
    """Reports a version that lacks much of another one and has little of its own."""

    variants = frozenset({"many", "odd", "there"})

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        for side, version in enumerate((pair.other, pair.first)):
            alone = behind(pair, side)
            if not alone:
                continue
            here, there = passages(version)[0].block.text.whole, alone[0].block.text.whole
            count = str(len(alone))
            if side:
                yield Disagreement(here, there, "", count, ("", "there"), True, Severity.INFO)
            else:
                yield Disagreement(there, here, count, "", ("there", ""))
