"""A name that another language version spells with other letters."""

from __future__ import annotations

from collections.abc import Iterator

from linter.topics.translations.pairs import Pair
from linter.topics.translations.spellings import other_names
from linter.topics.translations.version_check import Disagreement, VersionCheck, disagreement


class TranslationName(VersionCheck):
    """Reports names that differ in a letter or two, where each stands in one version only."""

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        for found in other_names(pair):
            yield disagreement(pair, found.match, found.mine, found.theirs)
