"""A version, code or address that another language version gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from linter.topics.translations.differences import differences
from linter.topics.translations.figures import CODE, PHONE, VERSION
from linter.topics.translations.pairs import Pair
from linter.topics.translations.targets import other_targets
from linter.topics.translations.translation_number import other_figure
from linter.topics.translations.version_check import Disagreement, VersionCheck


class TranslationIdentifier(VersionCheck):
    """Holds versions, codes, e-mail addresses and targets of links against each other."""

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        told: set[int] = set()
        for found in differences(pair):
            if found.mine.kind in (CODE, PHONE, VERSION):
                told.add(found.match.mine)
                yield other_figure(pair, found)
        for match, target in other_targets(pair):
            if match.mine not in told:  # else it is the link of what differs
                yield target
