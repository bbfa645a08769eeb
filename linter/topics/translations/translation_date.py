"""A date or year that another language version gives otherwise, in its text or its metadata."""

from __future__ import annotations

from collections.abc import Iterator

from linter.finding import Severity
from linter.topics.translations.days import other_days
from linter.topics.translations.differences import differences
from linter.topics.translations.figures import YEAR, Value
from linter.topics.translations.head_dates import other_heads
from linter.topics.translations.pairs import Pair
from linter.topics.translations.translation_number import other_figure
from linter.topics.translations.version_check import Disagreement, VersionCheck


class TranslationDate(VersionCheck):
    """Holds the dates and years of language versions against each other."""

    def compare(self, pair: Pair) -> Iterator[Disagreement]:
        for each in differences(pair):
            if each.mine.kind == each.theirs.kind == YEAR:
                yield other_figure(pair, each)
        for found in other_days(pair):
            part = found.part
            values: list[frozenset[Value]] = []
            for mention in (found.mine, found.theirs):
                value = getattr(mention, part)
                values.append(frozenset({float(value)}) if part in ("year", "day") else frozenset())
            yield Disagreement(
                found.mine.span,
                found.theirs.span,
                found.mine.text,
                found.theirs.text,
                severity=Severity.INFO if found.near else None,
                passage=found.match.mine,
                values=(values[0], values[1]),
            )
        for head in other_heads(pair):
            yield Disagreement(
                head.mine.span,
                head.theirs.span,
                head.mine.value,
                head.theirs.value,
                severity=Severity.INFO if head.is_stamp else None,
            )
