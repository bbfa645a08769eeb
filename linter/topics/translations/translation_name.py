"""A name that another language version spells with other letters."""

from __future__ import annotations

from collections.abc import Iterator

from linter.topics.translations.pairs import Pair
from linter.topics.translations.spellings import other_names
from linter.topics.translations.version_check import Disagreement, VersionCheck


class TranslationName(VersionCheck):
    """Reports names that differ in a letter or two, where each stands in one version only."""

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        for found in other_names(pair):
            mine, theirs = pair.passages(found.match)
            yield Disagreement(
                mine.block.text.span(found.mine.start, found.mine.end),
                theirs.block.text.span(found.theirs.start, found.theirs.end),
                found.mine.text,
                found.theirs.text,
            )
